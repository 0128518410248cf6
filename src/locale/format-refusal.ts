import { ofShape } from "../ground/of-shape.js";
import type { WordTable } from "../ground/words.js";
import type { AuditFault } from "../milestones/audit-fault.js";
import type { PathStep } from "../milestones/path-to.js";
import type { Refusal } from "../milestones/refusal.js";
import { fill } from "./fill.js";
import { issueText } from "./format-issue.js";
import type { Locale } from "./locale.js";
import { wordFor } from "./lookup.js";
import type { ProcessTextOptions } from "./process/process-text-options.js";
import { choicesAt, detailWord, namedPath, type RefusalNames, refusalNames } from "./process/refusal-words.js";
import { safeText } from "./safe-text.js";

/**
 * Says in one sentence why a command is refused, or what is missing at a gate: for what `decide`, `whyNot`, `availableMoves` and `pathTo` return. With the `process`, its milestones, standards, tasks, forms, fields, approvals
 * and roles go by the names of `processNames`: the host's words in the locale, else the process' own, else the handbook's. Without it they go by the locale's words for their ids, which may be the handbook's by chance; an id
 * without words prints as it is.
 *
 * @example
 * ```ts
 * import { decide, defineProcess, formatRefusal, replay } from "keyaccount";
 * import { en } from "keyaccount/locale/en";
 *
 * const process = defineProcess({
 *   id: "pumps", version: "1",
 *   milestones: { contract: { name: "Paper work", standards: { signed: { text: "Signed by both" } }, next: ["build"] }, build: { end: true } },
 * });
 * const head = { by: "li", at: "2026-11-02T08:00:00Z" };
 * const started = decide(process, replay(process, []), { id: "1", type: "start", ...head });
 * const result = decide(process, replay(process, started.ok ? started.value : []), { id: "2", type: "advance", ...head });
 * result.ok ? [] : result.issues.map((issue) => formatRefusal(issue, en, { process })); // => ["Work standard not met: Signed by both (Paper work)."]
 * ```
 */
export function formatRefusal(refusal: Refusal, locale: Locale, options: ProcessTextOptions = {}): string {
  return ofShape({ refusal, locale, options }, () => writeRefusal(refusal, refusalNames(options, locale), locale));
}

function writeRefusal(refusal: Refusal, names: RefusalNames, locale: Locale): string {
  const { code } = refusal;
  const words: WordTable = locale.process.refusals;
  if (!Object.hasOwn(words, code)) return writeShared(refusal, names, locale);
  const details: Readonly<Record<string, unknown>> = { ...refusal.details };
  const params = Object.entries(details).flatMap(([name, value]) => {
    const text = detailWord(name, value, code, names, locale);
    return text === "" ? [] : [[name, text] as const];
  });
  return safeText(fill(wordFor(words, code), Object.fromEntries(params), locale));
}

/** A refusal whose words stand with the other issues. */
function writeShared(refusal: Refusal, names: RefusalNames, locale: Locale): string {
  const issue = { ...refusal, path: namedPath(refusal.path, names, locale) };
  if (refusal.code !== "unknown-value") return issueText(issue, locale);
  const { received, allowed } = refusal.details;
  return issueText(
    { ...issue, details: { received, allowed: choicesAt(refusal.path, allowed, names, locale) } },
    locale,
  );
}

/**
 * Says what is left to be done at a gate on the way that `pathTo` returns, with the names that {@link formatRefusal} uses.
 *
 * @example
 * ```ts
 * import { formatPathStep } from "keyaccount";
 * import { en } from "keyaccount/locale/en";
 *
 * formatPathStep({ milestone: "bid", missing: [] }, en); // => "Nothing is missing (bid)."
 * ```
 */
export function formatPathStep(step: PathStep, locale: Locale, options: ProcessTextOptions = {}): string {
  return ofShape({ step, locale, options }, () => writeStep(step, refusalNames(options, locale), locale));
}

function writeStep({ milestone, missing }: PathStep, names: RefusalNames, locale: Locale): string {
  const name = wordFor(names.milestones, milestone);
  if (missing.length === 0) return safeText(fill(locale.process.ready, { milestone: name }, locale));
  return missing.map((refusal) => writeRefusal(refusal, names, locale)).join(" ");
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
