import { ofShape } from "../ground/of-shape.js";
import type { TrustMove, TrustMoves, TrustStep } from "../people/trust/trust.js";
import { headed } from "./evaluation-summary.js";
import { fill } from "./fill.js";
import { formatIssue } from "./format-issue.js";
import type { Locale } from "./locale.js";
import { type Align, tableLines } from "./table.js";

const STEP_ALIGNS: readonly Align[] = ["left", "left", "left", "left", "left"];
const TWO_COLUMNS: readonly Align[] = ["left", "left"];

/**
 * Writes where a client's trust stands: each step with its day, what it was (up, back, an impossible jump and over what) and what wasn't shown for it; then the relation and its way, what the next
 * relations still need, to what it may fall back, what can't be reached at once, and what no longer holds.
 *
 * Plain text for a fixed-width font. Sources and ids can't break lines or command a terminal. It ends with a line end.
 *
 * @example
 * ```ts
 * import { formatTrust, trustMoves } from "keyaccount";
 * import { en } from "keyaccount/locale/en";
 *
 * const moves = trustMoves("friend", [{ relation: "outsider", at: "2026-03-01" }]);
 * formatTrust(moves, en).split("\n").slice(0, 3).join("\n") === `
 * When        From      To        Step   Not shown
 * 2026-03-01            outsider  start
 * unknown     outsider  friend    up     regular contact, confides in us`.slice(1); // => true
 * ```
 */
export function formatTrust(moves: TrustMoves, locale: Locale): string {
  return ofShape({ moves, locale }, () => write(moves, locale));
}

function write(moves: TrustMoves, locale: Locale): string {
  const { when, from, to, step, unproven } = locale.trust;
  const heads = [when, from, to, step, unproven];
  return [
    ...tableLines([heads, ...moves.steps.map((one) => stepRow(one, locale))], STEP_ALIGNS),
    "",
    ...tableLines(summaryRows(moves, locale), TWO_COLUMNS),
    "",
  ].join("\n");
}

function stepRow({ kind, from, to, at, unproven, skipped }: TrustStep, locale: Locale): string[] {
  const { trust: words, vocabulary, trustSteps, trustEvidence, table } = locale;
  const relations = skipped.map((one) => vocabulary.trustRelations[one]).join(table.list);
  return [
    at ?? words.unknown,
    from === null ? "" : vocabulary.trustRelations[from],
    vocabulary.trustRelations[to],
    kind === "jump" ? fill(words.jumpOver, { step: trustSteps.jump, relations }, locale) : trustSteps[kind],
    unproven.map((code) => trustEvidence[code]).join(table.list),
  ];
}

function summaryRows(
  { relation, ladders, next, back, impossible, eroded, issues }: TrustMoves,
  locale: Locale,
): string[][] {
  const { trust: words, vocabulary, trustLadders, trustEvidence, table } = locale;
  const { trustRelations } = vocabulary;
  const ways = [...new Set(ladders)].map((ladder) => trustLadders[ladder]);
  return [
    [words.relation, relation === null ? words.unknown : trustRelations[relation]],
    ...headed(words.ladder, ways),
    ...headed(
      words.next,
      next.map((move) => moveLine(move, locale)),
    ),
    ...headed(words.back, back.length === 0 ? [] : [back.map((one) => trustRelations[one]).join(table.list)]),
    ...headed(
      words.impossible,
      impossible.map(({ to, first }) => {
        const before = first.map((one) => trustRelations[one]).join(table.or);
        return fill(words.impossibleOf, { to: trustRelations[to], first: before }, locale);
      }),
    ),
    ...headed(
      words.eroded,
      eroded.map((code) => trustEvidence[code]),
    ),
    ...headed(
      table.issues,
      issues.map((issue) => formatIssue(issue, locale)),
    ),
  ];
}

function moveLine({ to, ready, missing, unknown }: TrustMove, locale: Locale): string {
  const { trust: words, vocabulary, trustEvidence, table } = locale;
  const name = vocabulary.trustRelations[to];
  if (ready === true) return fill(words.ready, { to: name }, locale);
  const listed = (key: "missing" | "unknown", codes: TrustMove["missing"]): Record<string, string> =>
    codes.length === 0 ? {} : { [key]: codes.map((code) => trustEvidence[code]).join(table.list) };
  return fill(words.moveOf, { to: name, ...listed("missing", missing), ...listed("unknown", unknown) }, locale);
}
