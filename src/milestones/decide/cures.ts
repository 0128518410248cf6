import type { Path } from "../../ground/issue.js";
import { byId } from "../by-id.js";
import type { ProcessStandard, ProcessTask } from "../definition/process.js";
import type { Placed } from "../definition/registry.js";
import type { Cures, Evidence, FormContent } from "../event.js";
import { type Fields, fieldsOf } from "../fields.js";
import { type Ask, find, mistyped, readList, refuse, roleOf } from "./ask.js";
import { readEvidence } from "./evidence.js";

const NONE: Fields = {};

/** Reads the work that comes with a move; `undefined` where there is none. */
export function readCures(ask: Ask): Cures | undefined {
  const value = ask.command["with"];
  if (value === undefined || value === null) return undefined;
  const { standards, tasks, forms } = recordAt(value, ["with"], ask);
  const cures = {
    ...(standards === undefined ? {} : { standards: readStandards(standards, ask) }),
    ...(tasks === undefined ? {} : { tasks: readTasks(tasks, ask) }),
    ...(forms === undefined ? {} : { forms: readForms(forms, ask) }),
  };
  return cures;
}

function recordAt(value: unknown, path: Path, { issues }: Ask): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return fieldsOf(value);
  mistyped(issues, "object", path, value);
  return NONE;
}

function readStandards(value: unknown, ask: Ask): NonNullable<Cures["standards"]> {
  const kept: Record<string, { readonly evidence?: readonly Evidence[] }> = {};
  const given = recordAt(value, ["with", "standards"], ask);
  for (const id of Object.keys(given)) {
    const path = ["with", "standards", id];
    const standard = find(id, path, ask.known.standards, ask.issues);
    const evidence = evidenceFor(standard, recordAt(given[id], path, ask)["evidence"], [...path, "evidence"], ask);
    if (standard !== undefined) kept[id] = evidence.length === 0 ? {} : { evidence };
  }
  return kept;
}

/** The evidence of a standard that is met, with an issue where some is needed and none is given. */
export function evidenceFor(
  standard: Placed<ProcessStandard> | undefined,
  value: unknown,
  path: Path,
  { issues }: Ask,
): readonly Evidence[] {
  const evidence = readEvidence(value, path, issues);
  if (standard?.evidence === true && evidence.length === 0) {
    refuse(issues, "evidence-missing", path, { standard: standard.id });
  }
  return evidence;
}

function readTasks(value: unknown, ask: Ask): readonly string[] {
  const { tasks } = ask.known;
  const seen = new Set<string>();
  return readList(value, tasks.size, ["with", "tasks"], ask.issues, (member, index) => {
    const path = ["with", "tasks", index];
    const task = find(member, path, tasks, ask.issues);
    if (task === undefined) return "";
    if (seen.has(task.id)) refuse(ask.issues, "already-done", path, {});
    checkTask(task, path, ask);
    seen.add(task.id);
    return task.id;
  });
}

/** A task is completed once, by who has its role. */
export function checkTask({ id, role }: Placed<ProcessTask>, path: Path, ask: Ask): void {
  if (byId(ask.state.tasks, id) !== undefined) refuse(ask.issues, "already-done", path, {});
  if (role !== undefined && roleOf(ask, [role]) === undefined) {
    refuse(ask.issues, "role-missing", path, { allowed: [role] });
  }
}

function readForms(value: unknown, ask: Ask): NonNullable<Cures["forms"]> {
  const kept: Record<string, FormContent> = {};
  const given = recordAt(value, ["with", "forms"], ask);
  for (const id of Object.keys(given)) {
    const path = ["with", "forms", id];
    const form = find(id, path, ask.known.forms, ask.issues);
    const content = recordAt(given[id], path, ask);
    if (form !== undefined) kept[id] = ask.known.readForm(form, content, path, ask.issues);
  }
  return kept;
}
