import { hasBlankEdge, isBlank } from "../../ground/blank.js";
import type { Path } from "../../ground/issue.js";
import { isLaterMoment, isMoment } from "../../ground/moment.js";
import { show } from "../../ground/show.js";
import type { Ask, Resolved } from "../definition/registry.js";
import type { ProcessEventData } from "../event.js";
import type { Fields } from "../fields.js";
import type { Refusal, RefusalCode, RefusalDetails } from "../refusal.js";
import type { ProcessState, ProcessStatus } from "../state.js";

export type { Ask } from "../definition/registry.js";

/** What a command would lead to: the type of the event, and what it carries. It counts only where no issue was found. */
export type Outcome = {
  readonly [T in keyof ProcessEventData]: { readonly type: T; readonly data: ProcessEventData[T] };
}[keyof ProcessEventData];
/** Decides on one type of command. */
export type Decider = (ask: Ask) => Outcome;

/** The longest id of a command, person or role, in UTF-16 units. */
const LONGEST_ID = 128;
/** The longest reason, note or text of evidence. */
export const LONGEST_TEXT = 2_000;
const MOST_ROLES = 100;

/** Notes why a command is refused. */
export function refuse<C extends RefusalCode>(
  issues: Refusal[],
  code: C,
  path: Path,
  details: RefusalDetails[C],
): undefined {
  issues.push({ code, path, details } as Refusal);
}

/** Notes a value of another type; `"12"` where a number is expected is told from 12. */
export function mistyped(
  issues: Refusal[],
  expected: RefusalDetails["wrong-type"]["expected"],
  path: Path,
  value: unknown,
): undefined {
  const isText = typeof value === "string" && (expected === "integer" || expected === "boolean");
  return refuse(issues, isText ? "unexpected-text" : "wrong-type", path, { expected, received: show(value) });
}

/** A text that isn't blank; `undefined` with an issue where it isn't one. */
export function textOf(value: unknown, longest: number, path: Path, issues: Refusal[]): string | undefined {
  if (value === undefined || value === null) return refuse(issues, "required", path, {});
  if (typeof value !== "string") return mistyped(issues, "string", path, value);
  if (value.length > longest) return refuse(issues, "too-long", path, { max: longest, length: value.length });
  return isBlank(value) ? refuse(issues, "required", path, {}) : value;
}

/** An id of a command, person or role: compared as it is given, so it has no edge that can't be seen. */
function idOf(value: unknown, path: Path, issues: Refusal[]): string {
  const id = textOf(value, LONGEST_ID, path, issues) ?? "";
  if (id !== "" && hasBlankEdge(id)) refuse(issues, "not-an-id", path, { received: id });
  return id;
}

/** A field of the command that must be a text. */
export function needed({ command, issues }: Ask, key: string): string {
  return textOf(command[key], LONGEST_TEXT, [key], issues) ?? "";
}

/** A note as part of an event; absent where there is none. */
export function note({ command, issues }: Ask): { readonly note?: string } {
  const text = command["note"] ?? undefined;
  return text === undefined ? {} : { note: textOf(text, LONGEST_TEXT, ["note"], issues) ?? "" };
}

/** Something of the process that a field of the command names. */
export function named<T>({ command, issues }: Ask, key: string, things: ReadonlyMap<string, T>): T | undefined {
  return find(command[key], [key], things, issues);
}

/** Something of the process by its id. */
export function find<T>(id: unknown, path: Path, things: ReadonlyMap<string, T>, issues: Refusal[]): T | undefined {
  if (id === undefined || id === null) return refuse(issues, "required", path, {});
  const thing = things.get(id as string);
  return thing ?? unknownValue(issues, path, id, [...things.keys()]);
}

/** Notes a code that isn't possible. */
export function unknownValue(issues: Refusal[], path: Path, value: unknown, allowed: readonly string[]): undefined {
  return refuse(issues, "unknown-value", path, { received: show(value), allowed });
}

/** Whether the deal stands so that the command makes sense. */
export function isIn({ state: { status }, issues }: Ask, ...allowed: readonly ProcessStatus[]): boolean {
  if (allowed.includes(status)) return true;
  refuse(issues, "wrong-status", [], { status, allowed });
  return false;
}

/** Which of some roles somebody has. */
export function roleOf({ head: { roles } }: Ask, allowed: readonly string[]): string | undefined {
  return allowed.find((role) => roles.includes(role));
}

/** Reads who, when and after what, which every command says, and holds it against the state. */
export function readAsk(known: Resolved, state: ProcessState, command: Fields, notAfter?: string): Ask {
  const issues: Refusal[] = [];
  const id = idOf(command["id"], ["id"], issues);
  const by = idOf(command["by"], ["by"], issues);
  const at = momentOf(command["at"], state, issues, notAfter);
  const roles = readRoles(command["roles"], issues);
  const expected = command["expectedRevision"] ?? undefined;
  if (expected !== undefined && expected !== state.revision) conflict(state.revision, expected, issues);
  checkProcess(known, state, issues);
  return { known, state, command, head: { v: 1, id, revision: state.revision + 1, at, by, roles }, issues };
}

function momentOf(at: unknown, state: ProcessState, issues: Refusal[], notAfter = at): string {
  if (!isMoment(at)) {
    refuse(issues, "not-a-date", ["at"], { received: show(at), expected: "moment" });
    return "";
  }
  if (state.at !== null && isLaterMoment(state.at, at)) {
    refuse(issues, "out-of-order", ["at"], { earlier: state.at, later: at });
  }
  if (isLaterMoment(at, notAfter as string)) {
    refuse(issues, "in-the-future", ["at"], { at, notAfter: notAfter as string });
  }
  return at;
}

function checkProcess({ name }: Resolved, { process }: ProcessState, issues: Refusal[]): void {
  if (process === null || process.hash === name.hash) return;
  const [follows, given] = [{ ...process }, { ...name }];
  refuse(issues, "process-mismatch", [], { expected: follows.hash, received: given.hash, follows, given });
}

function conflict(expected: number, received: unknown, issues: Refusal[]): void {
  const path = ["expectedRevision"];
  if (!Number.isSafeInteger(received)) mistyped(issues, "integer", path, received);
  else refuse(issues, "revision-conflict", path, { expected, received: received as number });
}

function readRoles(value: unknown, issues: Refusal[]): readonly string[] {
  if (value === undefined || value === null) return [];
  return readList(value, MOST_ROLES, ["roles"], issues, (role, index) => idOf(role, ["roles", index], issues));
}

/** Reads each member of a list that isn't too long. */
export function readList<T>(
  value: unknown,
  most: number,
  path: Path,
  issues: Refusal[],
  read: (member: unknown, index: number) => T,
): T[] {
  const members: T[] = [];
  if (!Array.isArray(value)) {
    mistyped(issues, "array", path, value);
    return members;
  }
  const { length } = value;
  if (length > most) refuse(issues, "too-many", path, { most, received: length });
  else for (let index = 0; index < length; index += 1) members.push(read(value[index], index));
  return members;
}
