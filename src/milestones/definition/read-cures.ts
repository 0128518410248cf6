import type { Path } from "../../ground/issue.js";
import { type Ask, find, mistyped, readList, refuse } from "../decide/ask.js";
import { checkTask, evidenceFor } from "../decide/cures.js";
import type { Cures, Evidence, FormContent } from "../event.js";
import { type Fields, fieldsOf } from "../fields.js";
import type { ReadCures } from "./registry.js";

const NONE: Fields = {};
/** So many more than the process has are still told one by one. */
const MOST_UNKNOWN = 100;
/** As much of a key as a path shows. */
const LONGEST_KEY = 64;

/** The work that comes with a move. */
export const readCures: ReadCures = (value, ask) => {
  const { standards, tasks, forms } = recordAt(value, ["with"], ask);
  return {
    ...(standards === undefined ? {} : { standards: readStandards(standards, ask) }),
    ...(tasks === undefined ? {} : { tasks: readTasks(tasks, ask) }),
    ...(forms === undefined ? {} : { forms: readForms(forms, ask) }),
  };
};

function recordAt(value: unknown, path: Path, { issues }: Ask): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return fieldsOf(value);
  mistyped(issues, "object", path, value);
  return NONE;
}

/** What is given for parts of the process, by id. */
function entriesOf(value: unknown, kind: "standards" | "forms", ask: Ask): [string, unknown, Path][] {
  const entries = Object.entries(recordAt(value, ["with", kind], ask));
  const most = ask.known[kind].size + MOST_UNKNOWN;
  if (entries.length <= most) {
    return entries.map(([id, given]) => [id, given, ["with", kind, id.slice(0, LONGEST_KEY)]]);
  }
  refuse(ask.issues, "too-many", ["with", kind], { most, received: entries.length });
  return [];
}

function readStandards(value: unknown, ask: Ask): NonNullable<Cures["standards"]> {
  const kept: Record<string, { readonly evidence?: readonly Evidence[] }> = {};
  for (const [id, given, path] of entriesOf(value, "standards", ask)) {
    const standard = find(id, path, ask.known.standards, ask.issues);
    const evidence = evidenceFor(standard, recordAt(given, path, ask)["evidence"], [...path, "evidence"], ask);
    if (standard !== undefined) kept[id] = evidence.length === 0 ? {} : { evidence };
  }
  return kept;
}

function readTasks(value: unknown, ask: Ask): readonly string[] {
  const { tasks } = ask.known;
  const seen = new Set<string>();
  return readList(value, tasks.size, ["with", "tasks"], ask.issues, (member, index) => {
    const path = ["with", "tasks", index];
    const task = find(member, path, tasks, ask.issues);
    if (task === undefined) return "";
    if (seen.has(task.id)) refuse(ask.issues, "already-done", path, { task: task.id });
    checkTask(task, path, ask);
    seen.add(task.id);
    return task.id;
  });
}

function readForms(value: unknown, ask: Ask): NonNullable<Cures["forms"]> {
  const kept: Record<string, FormContent> = {};
  for (const [id, given, path] of entriesOf(value, "forms", ask)) {
    const form = find(id, path, ask.known.forms, ask.issues);
    const content = recordAt(given, path, ask);
    if (form !== undefined) kept[id] = ask.known.readForm(form, content, path, ask.issues);
  }
  return kept;
}
