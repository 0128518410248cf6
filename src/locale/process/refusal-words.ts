import type { Path } from "../../ground/issue.js";
import type { WordTable } from "../../ground/words.js";
import type { ProcessName } from "../../milestones/definition/process.js";
import { codesIn } from "../code-words.js";
import type { Locale } from "../locale.js";
import { wordFor } from "../lookup.js";
import { titleLine } from "../title.js";
import { namesOf, type ProcessNames } from "./process-names.js";
import type { ProcessTextOptions } from "./process-text-options.js";

/** The tables that refusals are said with. */
export type RefusalNames = Omit<ProcessNames, "definitions" | "rules">;

/** What to call the parts of a process: by its own names where it is given, else as the locale has them. */
export function refusalNames({ process }: ProcessTextOptions, locale: Locale): RefusalNames {
  if (process !== undefined) return namesOf(process, locale);
  return { ...locale.process, milestones: locale.vocabulary.milestones, fields: {} };
}

/** A detail of a refusal in words; nothing where there is none. */
export function detailWord(name: string, value: unknown, code: string, names: RefusalNames, locale: Locale): string {
  if (value === null) return "";
  if (name === "follows" || name === "given") return processWord(value as ProcessName, locale);
  const table = tableOf(name, code, names, locale);
  const words = (Array.isArray(value) ? value : [value]).map((id) =>
    table === undefined ? String(id) : wordFor(table, String(id)),
  );
  return words.join(locale.table.list);
}

function processWord({ id, version, hash }: ProcessName, locale: Locale): string {
  return titleLine({ name: wordFor(locale.process.processes, id), id, version, hash, asOf: null }, locale);
}

/** The table of the ids that a detail holds. */
function tableOf(name: string, code: string, names: RefusalNames, locale: Locale): WordTable | undefined {
  const { milestones, standards, tasks, forms, approvals, roles } = names;
  const { statuses, involvements } = locale.process;
  const allowed = { "wrong-status": statuses, "not-reachable": milestones, "role-missing": roles };
  const tables: Readonly<Record<string, WordTable | undefined>> = {
    status: statuses,
    because: involvements,
    fact: locale.decisionFacts,
    milestone: milestones,
    from: milestones,
    to: milestones,
    at: code === "not-here" ? milestones : undefined,
    after: milestones,
    standard: standards,
    task: tasks,
    form: forms,
    approval: approvals,
    role: roles,
    allowed: (allowed as Readonly<Record<string, WordTable>>)[code],
  };
  return tables[name];
}

/** What could be written at a place of a command, in words with the codes behind. */
export function choicesAt(path: Path, allowed: readonly string[], names: RefusalNames, locale: Locale): string {
  const { milestones, standards, tasks, forms, approvals, causes } = names;
  const { statuses, commands, evidenceKinds } = locale.process;
  const tables: Readonly<Record<string, WordTable>> = {
    type: commands,
    kind: evidenceKinds,
    as: statuses,
    cause: causes,
    milestone: milestones,
    to: milestones,
    standard: standards,
    standards,
    task: tasks,
    tasks,
    form: forms,
    forms,
    approval: approvals,
  };
  const step = path.findLast((one) => Object.hasOwn(tables, one));
  const table = step === undefined || path.includes("fields") ? undefined : tables[step];
  return codesIn(table ?? {}, allowed, locale);
}

/** A path in which parts of the process go by their names. */
export function namedPath(path: Path, names: RefusalNames, locale: Locale): Path {
  const [first, kind, id = "", ...rest] = path;
  if (first === "fields" && kind !== undefined) return [fieldWord(undefined, String(kind), names, locale)];
  if (first !== "with" || id === "") return path;
  if (kind === "standards") return [wordFor(names.standards, String(id)), ...rest];
  if (kind !== "forms") return path;
  const [fields, field] = rest;
  const isField = fields === "fields" && field !== undefined;
  const inner = isField ? [fieldWord(String(id), String(field), names, locale)] : rest;
  return [wordFor(names.forms, String(id)), ...inner];
}

/** What to call a field: as its form does; where the form isn't known, as all forms that have it do. */
function fieldWord(form: string | undefined, id: string, { fields }: RefusalNames, locale: Locale): string {
  const tables = Object.entries(fields).filter(([key, words]) => Object.hasOwn(words, id) && (form ?? key) === key);
  const words = new Set(tables.map(([, table]) => wordFor(table, id)));
  const [word = ""] = words;
  return words.size === 1 ? word : wordFor(locale.process.fields, id);
}
