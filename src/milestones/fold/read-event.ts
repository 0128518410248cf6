import type { ArgumentIssue, Path } from "../../ground/issue.js";
import { show } from "../../portfolio/arguments.js";
import { own } from "../../portfolio/own.js";
import type { ProcessEvent, ProcessEventType } from "../event.js";

/** The fields of each event that hold a text; the fold doesn't look at what the rest of them hold before it uses it. */
const TEXTS: { readonly [T in ProcessEventType]: readonly string[] } = {
  started: ["milestone"],
  "history-imported": ["source"],
  "standard-met": ["standard"],
  "standard-withdrawn": ["standard", "reason"],
  "task-completed": ["task"],
  "form-attached": ["form"],
  "approval-requested": ["approval"],
  "approval-given": ["approval", "role"],
  "approval-refused": ["approval", "reason"],
  advanced: ["from"],
  overridden: ["from", "reason", "role"],
  "went-back": ["from", "to", "reason"],
  paused: ["reason"],
  resumed: [],
  lost: ["cause"],
  won: ["from"],
  reopened: ["to", "reason"],
  "effort-recorded": ["milestone"],
  migrated: [],
};

/** What keeps a value from being the event with this revision; `undefined` where nothing does. */
export function eventFault(event: ProcessEvent, revision: number, path: Path): ArgumentIssue | undefined {
  if (typeof event !== "object" || event === null) return wrongType(path, "object", event);
  if (event.v !== 1) {
    return { code: "unsupported-version", path: [...path, "v"], details: { received: show(event.v), supported: [1] } };
  }
  if (event.revision !== revision) {
    const details = { received: show(event.revision), least: revision, most: revision };
    return { code: "out-of-range", path: [...path, "revision"], details };
  }
  const texts = own(TEXTS, event.type) as readonly string[] | undefined;
  if (texts !== undefined) return headFault(event, path) ?? textFault(event.data, texts, [...path, "data"]);
  const details = { received: show(event.type), allowed: Object.keys(TEXTS) };
  return { code: "unknown-value", path: [...path, "type"], details };
}

function headFault({ id, at, by }: ProcessEvent, path: Path): ArgumentIssue | undefined {
  if (typeof id !== "string") return wrongType([...path, "id"], "string", id);
  if (typeof at !== "string") return wrongType([...path, "at"], "string", at);
  return typeof by === "string" ? undefined : wrongType([...path, "by"], "string", by);
}

function textFault(event: object, fields: readonly string[], path: Path): ArgumentIssue | undefined {
  for (const field of fields) {
    const value = own(event, field);
    if (typeof value !== "string" || value === "__proto__") return wrongType([...path, field], "string", value);
  }
  return undefined;
}

function wrongType(path: Path, expected: "string" | "object", received: unknown): ArgumentIssue {
  return { code: "wrong-type", path, details: { expected, received: show(received) } };
}
