import { ofShape } from "../ground/of-shape.js";
import type { WordTable } from "../ground/words.js";
import type { AuditFault } from "../milestones/audit.js";
import type { PathStep } from "../milestones/path-to.js";
import type { Refusal } from "../milestones/refusal.js";
import { fill } from "./fill.js";
import { formatIssue } from "./format-issue.js";
import type { Locale } from "./locale.js";
import { wordFor } from "./lookup.js";
import { safeText } from "./safe-text.js";

/**
 * Says in one sentence why a command is refused, or what is missing at a gate: for what `decide`, `whyNot`, `availableMoves` and `pathTo` return. Milestones, standards, tasks, forms, approvals and roles
 * go by the handbook's names, those of a host's own process by their ids.
 *
 * @example
 * ```ts
 * import { decide, formatRefusal, replay } from "keyaccount";
 * import { keyAccountProcess } from "keyaccount/handbook";
 * import { en } from "keyaccount/locale/en";
 *
 * const head = { by: "li", at: "2026-11-02T08:00:00Z" };
 * const result = decide(keyAccountProcess, replay(keyAccountProcess, []), { id: "1", type: "lose", cause: "price", ...head });
 * result.ok ? [] : result.issues.map((issue) => formatRefusal(issue, en)); // => ["Not possible while the deal is not started; possible while it is open, paused."]
 * ```
 */
export function formatRefusal(refusal: Refusal, locale: Locale): string {
  return ofShape({ refusal, locale }, () => writeRefusal(refusal, locale));
}

function writeRefusal(refusal: Refusal, locale: Locale): string {
  const words: WordTable = locale.process.refusals;
  if (!Object.hasOwn(words, refusal.code)) return formatIssue(refusal, locale);
  const details: Readonly<Record<string, unknown>> = { ...refusal.details };
  const params = Object.entries(details).flatMap(([name, value]) => {
    const text = wordOf(name, value, locale, refusal.code);
    return text === "" ? [] : [[name, text] as const];
  });
  return safeText(fill(wordFor(words, refusal.code), Object.fromEntries(params), locale));
}

function wordOf(name: string, value: unknown, locale: Locale, code: string): string {
  if (value === null) return "";
  const table = tableOf(name, locale, code);
  const words = (Array.isArray(value) ? value : [value]).map((id) =>
    table === undefined ? String(id) : wordFor(table, String(id)),
  );
  return words.join(locale.table.list);
}

/** The table of the ids that a detail holds. */
function tableOf(name: string, { process, vocabulary }: Locale, code: string): WordTable | undefined {
  const { milestones } = vocabulary;
  const allowed = { "wrong-status": process.statuses, "not-reachable": milestones, "role-missing": process.roles };
  const tables: Readonly<Record<string, WordTable | undefined>> = {
    status: process.statuses,
    milestone: milestones,
    from: milestones,
    to: milestones,
    at: milestones,
    after: milestones,
    standard: process.standards,
    task: process.tasks,
    form: process.forms,
    approval: process.approvals,
    role: process.roles,
    allowed: (allowed as Readonly<Record<string, WordTable>>)[code],
  };
  return tables[name];
}

/**
 * Says what is left to be done at a gate on the way that `pathTo` returns.
 *
 * @example
 * ```ts
 * import { formatPathStep } from "keyaccount";
 * import { en } from "keyaccount/locale/en";
 *
 * formatPathStep({ milestone: "bid", missing: [] }, en); // => "Nothing is missing (bid)."
 * ```
 */
export function formatPathStep(step: PathStep, locale: Locale): string {
  return ofShape({ step, locale }, () => writeStep(step, locale));
}

function writeStep({ milestone, missing }: PathStep, locale: Locale): string {
  const { ready } = locale.process;
  const name = wordFor(locale.vocabulary.milestones, milestone);
  if (missing.length === 0) return safeText(fill(ready, { milestone: name }, locale));
  return missing.map((refusal) => formatRefusal(refusal, locale)).join(" ");
}

/**
 * Says what an audit found in a log, with the number of the entry counted from 1.
 *
 * @example
 * ```ts
 * import { formatAuditFault } from "keyaccount";
 * import { en } from "keyaccount/locale/en";
 *
 * formatAuditFault({ code: "not-allowed", index: 2, id: "e3", reasons: [] }, en); // => "Entry 3 (e3) is a move that wasn't allowed."
 * ```
 */
export function formatAuditFault(fault: AuditFault, locale: Locale): string {
  return ofShape({ fault, locale }, () => writeFault(fault, locale));
}

function writeFault({ code, index, id }: AuditFault, locale: Locale): string {
  const params = { ...(index === null ? {} : { number: String(index + 1) }), ...(id === null ? {} : { id }) };
  return safeText(fill(wordFor(locale.process.faults, code), params, locale));
}
