import { ofShape } from "../../ground/of-shape.js";
import type { WordTable } from "../../ground/words.js";
import type { Process, ProcessIds } from "../../milestones/definition/process.js";
import type { Locale } from "../locale.js";
import { wordFor } from "../lookup.js";

/** What to call the parts of a process: a word for each of its ids. */
export interface ProcessNames {
  readonly milestones: WordTable;
  /** What each milestone means; one of which nobody says it isn't there. */
  readonly definitions: WordTable;
  readonly standards: WordTable;
  readonly tasks: WordTable;
  readonly forms: WordTable;
  /** Fields, by form. */
  readonly fields: { readonly [form: string]: WordTable };
  readonly approvals: WordTable;
  readonly roles: WordTable;
  /** Causes of loss. */
  readonly causes: WordTable;
  readonly rules: WordTable;
}

/**
 * What to call every part of a process in a language, for screens and lists (such as those of `pendingApprovals`). For each id the first that there is: the host's own word in the locale (`extendLocale`: `process.standards` …, `vocabulary.milestones`);
 * what the process says itself (`name`, `definition`, `text`); the locale's word for the handbook's part of this id; the id. So a process with words of its own speaks these, also where an id is the handbook's; in another
 * language the host extends the locale.
 *
 * Throws a `KeyAccountError` for what is no process.
 *
 * @example
 * ```ts
 * import { defineProcess, extendLocale, processNames } from "keyaccount";
 * import { zhCN } from "keyaccount/locale/zh-CN";
 *
 * const process = defineProcess({
 *   id: "pumps", version: "1",
 *   milestones: { contract: { name: "Contract", standards: { "need-heard": { text: "The client told us its need" } }, end: true } },
 * });
 * processNames(process, zhCN).milestones; // => { contract: "Contract" }
 * const ours = extendLocale(zhCN, { process: { standards: { "need-heard": "客户亲口说出需求" } } });
 * processNames(process, ours).standards; // => { "need-heard": "客户亲口说出需求" }
 * ```
 */
export function processNames<I extends ProcessIds>(process: Process<I>, locale: Locale): ProcessNames {
  return ofShape({ process, locale }, () => namesOf(process as unknown as Process, locale));
}

/** The tables of a locale that have words for parts of processes. */
type NamedTable = Exclude<keyof ProcessNames, "fields">;

/** As {@link processNames}, within a text whose own arguments are checked. */
export function namesOf(process: Process, locale: Locale): ProcessNames {
  const name = namer(locale);
  const milestones = Object.entries(process.milestones);
  const standards = milestones.flatMap(([, own]) => partsOf(own.standards));
  const tasks = milestones.flatMap(([, own]) => partsOf(own.tasks));
  const forms = milestones.flatMap(([, own]) => partsOf(own.forms));
  const approvals = milestones.flatMap(([, own]) => partsOf(own.approvals));
  return {
    milestones: table(milestones, (id, own) => name("milestones", id, own.name)),
    definitions: Object.fromEntries(milestones.flatMap(([id, own]) => definitionOf(id, own, locale))),
    standards: table(standards, (id, { text }) => name("standards", id, text)),
    tasks: table(tasks, (id, { text }) => name("tasks", id, text)),
    forms: table(forms, (id, { text }) => name("forms", id, text)),
    fields: Object.fromEntries(
      forms.map(([form, { fields }]) => [
        form,
        table(Object.entries(fields), (id, { text }) => name("fields", id, text)),
      ]),
    ),
    approvals: table(approvals, (id, { text }) => name("approvals", id, text)),
    roles: table(Object.entries(process.roles), (id, { text }) => name("roles", id, text)),
    causes: table(codes(process.causes), (id) => name("causes", id)),
    rules: table(codes(milestones.flatMap(([, { rules }]) => rules)), (id) => name("rules", id)),
  };
}

const partsOf = <T>(parts: { readonly [id: string]: T | undefined }): [string, T][] =>
  Object.entries(parts) as [string, T][];

const codes = (ids: readonly string[]): [string, undefined][] => ids.map((id) => [id, undefined]);

function table<T>(parts: Iterable<readonly [string, T]>, wordOf: (id: string, part: T) => string): WordTable {
  return Object.fromEntries(Array.from(parts, ([id, part]) => [id, wordOf(id, part)]));
}

/** The word for a part: the host's, the process' own, the locale's, the id. */
function namer({
  own = {},
  process,
  vocabulary,
}: Locale): (of: NamedTable | "fields", id: string, text?: string) => string {
  const tables: { readonly [K in NamedTable | "fields"]: WordTable } = {
    ...process,
    milestones: vocabulary.milestones,
  };
  return (of, id, text) =>
    (Object.hasOwn(own, of) ? wordIn(own[of], id) : undefined) ?? text ?? wordFor(tables[of], id);
}

function wordIn(words: WordTable = {}, id: string): string | undefined {
  return Object.hasOwn(words, id) ? words[id] : undefined;
}

/** What a milestone means. The handbook's words don't go with a name of the host's own. */
function definitionOf(
  id: string,
  { name, definition }: Process["milestones"][string],
  { own = {}, process }: Locale,
): [string, string][] {
  const handbook = name === undefined ? wordIn(process.definitions, id) : undefined;
  const words = wordIn(own["definitions"], id) ?? definition ?? handbook;
  return words === undefined ? [] : [[id, words]];
}
