import type { Path } from "../../ground/issue.js";
import { isLaterMoment, isMoment } from "../../ground/moment.js";
import { show } from "../../portfolio/arguments.js";
import { own } from "../../portfolio/own.js";
import type { Resolved } from "../definition/sound.js";
import type { Refusal } from "../refusal.js";
import type { ProcessState, ProcessStatus } from "../state.js";

/** What is asked of a process: a command, and what stands in its way so far. */
export interface Ask {
  readonly known: Resolved;
  readonly state: ProcessState;
  readonly command: object;
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly roles: readonly string[];
  readonly issues: Refusal[];
}

/** The longest id of a command, person or role, in UTF-16 units. */
const LONGEST_ID = 128;
/** The longest reason, note or text of evidence. */
export const LONGEST_TEXT = 2_000;
const MOST_ROLES = 100;

/** Notes why a command is refused. */
export function refuse(issues: Refusal[], issue: Refusal): undefined {
  issues.push(issue);
}

/** A text that isn't blank; `undefined` with an issue where it isn't one. */
export function textOf(value: unknown, longest: number, path: Path, issues: Refusal[]): string | undefined {
  if (value === undefined || value === null || (typeof value === "string" && value.trim() === "")) {
    return refuse(issues, { code: "required", path, details: {} });
  }
  if (typeof value !== "string") {
    return refuse(issues, { code: "wrong-type", path, details: { expected: "string", received: show(value) } });
  }
  if (value.length <= longest) return value;
  return refuse(issues, { code: "too-long", path, details: { max: longest, length: value.length } });
}

/** A field of the command that must be a text. */
export function needed({ command, issues }: Ask, key: string, longest = LONGEST_TEXT): string {
  return textOf(own(command, key), longest, [key], issues) ?? "";
}

/** A field of the command that may be absent. */
export function maybe({ command, issues }: Ask, key: string, longest = LONGEST_TEXT): string | undefined {
  const value = own(command, key);
  return value === undefined || value === null ? undefined : textOf(value, longest, [key], issues);
}

/** A note as part of an event; absent where there is none. */
export function note(ask: Ask): { readonly note?: string } {
  const text = maybe(ask, "note");
  return text === undefined ? {} : { note: text };
}

/** Something of the process that a field of the command names. */
export function named<T>({ command, issues }: Ask, key: string, things: ReadonlyMap<string, T>): T | undefined {
  return find(own(command, key), [key], things, issues);
}

/** Something of the process by its id. */
export function find<T>(id: unknown, path: Path, things: ReadonlyMap<string, T>, issues: Refusal[]): T | undefined {
  if (id === undefined || id === null) return refuse(issues, { code: "required", path, details: {} });
  const thing = things.get(id as string);
  if (thing !== undefined) return thing;
  return refuse(issues, { code: "unknown-value", path, details: { received: show(id), allowed: [...things.keys()] } });
}

/** Whether the deal stands so that the command makes sense. */
export function isIn({ state: { status }, issues }: Ask, ...allowed: readonly ProcessStatus[]): boolean {
  if (allowed.includes(status)) return true;
  issues.push({ code: "wrong-status", path: [], details: { status, allowed: [...allowed] } });
  return false;
}

/** Whether somebody has one of some roles. */
export function hasRole({ roles }: Ask, allowed: readonly string[]): string | undefined {
  return allowed.find((role) => roles.includes(role));
}

/** Reads who, when and after what, which every command says. */
export function readHead(known: Resolved, state: ProcessState, command: object): Ask {
  const issues: Refusal[] = [];
  const id = textOf(own(command, "id"), LONGEST_ID, ["id"], issues) ?? "";
  const by = textOf(own(command, "by"), LONGEST_ID, ["by"], issues) ?? "";
  const at = own(command, "at");
  if (!isMoment(at)) issues.push({ code: "not-a-date", path: ["at"], details: { received: show(at) } });
  const roles = readRoles(own(command, "roles"), issues);
  return { known, state, command, id, by, at: at as string, roles, issues };
}

/** Holds a command against the state: another process, another revision, an earlier time. */
export function checkHead({ known, state, command, at, issues }: Ask): void {
  const expected = own(command, "expectedRevision");
  if (expected !== undefined && expected !== state.revision) conflict(state.revision, expected, issues);
  if (state.at !== null && isMoment(at) && isLaterMoment(state.at, at)) {
    issues.push({ code: "out-of-order", path: ["at"], details: { earlier: state.at, later: at } });
  }
  if (state.process !== null && state.process.hash !== known.name.hash) {
    const details = { expected: state.process.hash, received: known.name.hash };
    issues.push({ code: "process-mismatch", path: [], details });
  }
}

function conflict(expected: number, received: unknown, issues: Refusal[]): void {
  const path = ["expectedRevision"];
  if (typeof received === "number" && Number.isSafeInteger(received) && received >= 0) {
    issues.push({ code: "revision-conflict", path, details: { expected, received } });
  } else {
    issues.push({ code: "wrong-type", path, details: { expected: "integer", received: show(received) } });
  }
}

const NO_ROLES: readonly string[] = [];

function readRoles(value: unknown, issues: Refusal[]): readonly string[] {
  if (value === undefined) return NO_ROLES;
  if (!Array.isArray(value)) {
    issues.push({ code: "wrong-type", path: ["roles"], details: { expected: "array", received: show(value) } });
    return NO_ROLES;
  }
  if (value.length > MOST_ROLES) {
    issues.push({ code: "too-many", path: ["roles"], details: { most: MOST_ROLES, received: value.length } });
    return NO_ROLES;
  }
  const roles: string[] = [];
  for (let index = 0; index < value.length; index += 1) {
    roles.push(textOf(value[index], LONGEST_ID, ["roles", index], issues) ?? "");
  }
  return roles;
}
