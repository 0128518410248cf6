import type { ArgumentIssue, Path } from "../../ground/issue.js";
import { show } from "../../ground/show.js";
import type { EventHead } from "../event.js";

/** What keeps a value from being the event with this revision; `undefined` where nothing does. What it carries, the fold reads. */
export function eventFault(value: unknown, revision: number, path: Path): ArgumentIssue | undefined {
  if (typeof value !== "object" || value === null) return wrongType(path, "object", value);
  const event: { readonly [K in keyof EventHead]?: unknown } = value;
  const { v, id, at, by } = event;
  if (v !== 1) {
    return { code: "unsupported-version", path: [...path, "v"], details: { received: show(v), supported: [1] } };
  }
  if (event.revision !== revision) {
    const details = { received: show(event.revision), least: revision, most: revision };
    return { code: "out-of-range", path: [...path, "revision"], details };
  }
  if (typeof id !== "string") return wrongType([...path, "id"], "string", id);
  if (typeof at !== "string") return wrongType([...path, "at"], "string", at);
  return typeof by === "string" ? undefined : wrongType([...path, "by"], "string", by);
}

function wrongType(path: Path, expected: "string" | "object", received: unknown): ArgumentIssue {
  return { code: "wrong-type", path, details: { expected, received: show(received) } };
}

/** A text that an event carries; throws for anything else. */
export function told(value: unknown): string {
  if (typeof value !== "string") throw new TypeError("no text");
  return value;
}

/** An id that an event carries, as a state may have it for a key; throws for anything else. */
export function carried(value: unknown): string {
  if (value === "__proto__") throw new TypeError("no id");
  return told(value);
}
