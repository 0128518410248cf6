import type { ArgumentIssue, ExpectedTypes, Path } from "../../ground/issue.js";
import { isMoment } from "../../ground/moment.js";
import { show } from "../../portfolio/arguments.js";
import type { ProcessEvent, ProcessEventType } from "../event.js";

type Kind = "string" | "boolean" | "array" | "object" | "string|null" | "object|null" | "number|null";
type Kinds = { readonly [field: string]: Kind };

const RETURN: Kinds = { to: "string", reason: "string", undoesWin: "boolean" };

/** The fields that each event must have. */
const FIELDS: { readonly [T in ProcessEventType]: Kinds } = {
  started: { process: "object", milestone: "string" },
  "history-imported": {
    process: "object",
    stays: "array",
    closed: "object|null",
    won: "object|null",
    source: "string",
  },
  "standard-met": { standard: "string", evidence: "array" },
  "standard-withdrawn": { standard: "string", reason: "string" },
  "task-completed": { task: "string" },
  "form-attached": { form: "string" },
  "approval-requested": { approval: "string", form: "string|null" },
  "approval-given": { approval: "string", role: "string" },
  "approval-refused": { approval: "string", reason: "string" },
  advanced: { from: "string", to: "string|null", wins: "boolean" },
  overridden: { from: "string", to: "string|null", wins: "boolean", reason: "string", role: "string", unmet: "object" },
  "went-back": { from: "string", ...RETURN },
  paused: { reason: "string", until: "string|null" },
  resumed: {},
  lost: { cause: "string" },
  won: { from: "string" },
  reopened: RETURN,
  "effort-recorded": {
    milestone: "string",
    contact: "boolean",
    minutes: "number|null",
    cost: "object|null",
    early: "boolean",
  },
  migrated: {
    from: "object",
    to: "object",
    milestones: "object",
    standards: "object",
    tasks: "object",
    forms: "object",
  },
};

function isOf(kind: Kind, value: unknown): boolean {
  switch (kind) {
    case "string|null":
      return value === null || typeof value === "string";
    case "number|null":
      return value === null || typeof value === "number";
    case "object|null":
      return typeof value === "object";
    case "object":
      return typeof value === "object" && value !== null;
    case "array":
      return Array.isArray(value);
    default:
      return typeof value === kind;
  }
}

/** What keeps a value from being the event with this revision; `undefined` where nothing does. Looks no deeper than its fields. */
export function eventFault(event: ProcessEvent, revision: number, path: Path): ArgumentIssue | undefined {
  if (typeof event !== "object" || event === null) return wrongType([...path], "object", event);
  const { v, id, type, at, by } = event;
  if (v !== 1) {
    return { code: "unsupported-version", path: [...path, "v"], details: { received: show(v), supported: [1] } };
  }
  if (typeof id !== "string" || id === "") return wrongType([...path, "id"], "string", id);
  if (typeof by !== "string") return wrongType([...path, "by"], "string", by);
  if (!isMoment(at)) return { code: "not-a-date", path: [...path, "at"], details: { received: show(at) } };
  if (event.revision !== revision) {
    const details = { received: show(event.revision), least: revision, most: revision };
    return { code: "out-of-range", path: [...path, "revision"], details };
  }
  if (!Object.hasOwn(FIELDS, type)) {
    return {
      code: "unknown-value",
      path: [...path, "type"],
      details: { received: show(type), allowed: Object.keys(FIELDS) },
    };
  }
  return fieldFault(event, path);
}

function fieldFault(event: ProcessEvent, path: Path): ArgumentIssue | undefined {
  const kinds = FIELDS[event.type];
  for (const field in kinds) {
    const value = (event as unknown as Readonly<Record<string, unknown>>)[field];
    const kind = kinds[field] as Kind;
    if (!isOf(kind, value)) return wrongType([...path, field], kind, value);
  }
  return undefined;
}

function wrongType(path: Path, expected: ExpectedTypes, received: unknown): ArgumentIssue {
  return { code: "wrong-type", path, details: { expected, received: show(received) } };
}
