import { throwIssues } from "../../ground/error.js";
import { print } from "../../ground/print.js";
import { tenTo } from "../../ground/rational.js";
import { type CardPair, cardPair } from "../comparison/card-pair.js";
import { compareSides } from "../comparison/compare-evaluations.js";
import { readArgument, readOption } from "../comparison/read-argument.js";
import { type Side, sideOf } from "../comparison/side.js";
import type { Scorecard } from "../definition/scorecard.js";
import { type EvaluateOptions, evaluate, readAsOf } from "../evaluate.js";
import { ticksToNumber } from "../exact/ticks.js";
import type { Facts } from "../facts.js";
import { type Census, count, figures, issuesOf, newCensus } from "./census.js";
import type { Move } from "./grade-order.js";
import type { GradeMover, Impact, ImpactIssue, ScoreShift } from "./impact.js";
import { membersOf, type PortfolioRow, readRow } from "./portfolio.js";
import { type Changed, first } from "./ranking.js";

/** Options of {@link previewImpact}. */
export interface ImpactOptions extends EvaluateOptions {
  /** How many movers, and how many clients with another score only, are listed and explained; 100 unless told. All are counted. */
  readonly top?: number | undefined;
}

const TOP = 100;

/**
 * Shows what another scorecard would do to a portfolio, before it is published (handbook C3.2, C3.3): the grades before and after, who moves from where to
 * where and why, and how scores change. Each client is judged twice by the same facts, as `evaluate` does; facts that only one scorecard
 * asks for are ignored by the other.
 *
 * Rows are read one by one and not kept, but for those that are listed. A row that is no client is listed in `issues` and not
 * counted; one with a faulty fact is listed and counted; an id that comes again is listed in `duplicates`, and each of its rows counts. An empty
 * portfolio gives zeros, no movers and `change: null`. Changes are in points, after − before, of the finer of the two scales; only their mean is
 * rounded, half away from zero. Movers stand by the number of grades they move, then by the size of the change of score (no score
 * on one side before all), then by id in code-unit order and place; only those that are listed are compared in full.
 *
 * A mover's parts are those of `compareEvaluations`, the facts being the same, and sum exactly to its change.
 *
 * Throws a `KeyAccountError` with code `unreadable` if looking at an argument throws, `wrong-type` if the portfolio can't be iterated over, `out-of-range` if `top` is no whole number of 0 or more,
 * `not-a-date` if `asOf` is neither a day nor a moment, and with the definition's faults if a scorecard was put together by hand and is faulty. What the portfolio's own iterator throws comes through.
 *
 * @example
 * ```ts
 * import { defineScorecard, previewImpact, reweigh } from "keyaccount";
 *
 * const card = defineScorecard({
 *   id: "two", version: "1",
 *   indicators: { a: { kind: "share", weight: "60" }, b: { kind: "share", weight: "40" } },
 *   grades: [{ grade: "A", from: "60" }, { grade: "B", from: null }],
 * });
 * const portfolio = [{ id: "acme", facts: { a: 1, b: 0 } }, { id: "bolt", facts: { a: 0, b: 0 } }];
 *
 * const { migration, movers } = previewImpact(card, reweigh(card, { a: "50", b: "50" }), portfolio);
 * migration.clients; // => [[0, 1, 0], [0, 1, 0], [0, 0, 0]]
 * movers.map(({ id, move, change }) => [id, move, change]); // => [["acme", "down", -10]]
 * movers[0]?.parts[0]?.byIndicator; // => [{ indicator: "a", points: -4.5 }, { indicator: "b", points: -5.5 }]
 * ```
 */
export function previewImpact<I, G extends string, R extends string, J, H extends string, Q extends string>(
  oldCard: Scorecard<I, G, R>,
  newCard: Scorecard<J, H, Q>,
  portfolio: Iterable<PortfolioRow<Facts<I> & Facts<J>>>,
  options: ImpactOptions = {},
): Impact<(keyof I | keyof J) & string, G, H> {
  const pair = readArgument([], () => cardPair(oldCard, newCard));
  const asOf = readArgument(["asOf"], () => readAsOf(readOption(options, "asOf"))?.text ?? null);
  const census = newCensus(
    pair,
    readArgument(["top"], () => readTop(readOption(options, "top"))),
  );
  const found = judgeAll(pair, census, portfolio, asOf);
  const impact: Impact = {
    v: 1,
    before: pair.resolved[0].ref,
    after: pair.resolved[1].ref,
    asOf,
    scale: census.scale,
    ...figures(census),
    movers: first(census.movers).map((changed) => moverOf(pair, changed, census.scale)),
    shifts: first(census.shifts).map((changed) => shiftOf(changed, census.scale)),
    ...found,
  };
  return impact as unknown as Impact<(keyof I | keyof J) & string, G, H>;
}

function readTop(top: number | undefined): number {
  if (top === undefined) return TOP;
  if (!Number.isInteger(top) || top < 0)
    throwIssues([{ code: "out-of-range", path: ["top"], details: { received: print(top), least: 0 } }]);
  return top;
}

function judgeAll(
  { cards }: CardPair,
  census: Census,
  portfolio: unknown,
  asOf: string | null,
): Pick<Impact, "issues" | "duplicates"> {
  const issues: ImpactIssue[] = [];
  const [seen, again] = [new Set<string>(), new Set<string>()];
  let index = 0;
  for (const member of membersOf(portfolio)) {
    const row = readRow(member);
    if ("issue" in row) {
      issues.push({ index, id: row.id, counted: false, issues: [row.issue] });
    } else {
      if (seen.has(row.id)) again.add(row.id);
      seen.add(row.id);
      const evaluations = [evaluate(cards[0], row.facts, { asOf }), evaluate(cards[1], row.facts, { asOf })] as const;
      count(census, row.id, index, evaluations);
      const faults = issuesOf(evaluations);
      if (faults.length > 0) issues.push({ index, id: row.id, counted: true, issues: faults });
    }
    index += 1;
  }
  return { issues, duplicates: [...again] };
}

function shiftOf({ id, index, evaluations: [before, after], change }: Changed, scale: number): ScoreShift {
  return {
    id,
    index,
    before: { score: before.score, grade: before.grade },
    after: { score: after.score, grade: after.grade },
    change: change === null ? null : ticksToNumber(Number(change), Number(tenTo(scale))),
  };
}

function moverOf(pair: CardPair, changed: Changed, scale: number): GradeMover {
  const { code, steps } = changed.move as Move;
  const sides = changed.evaluations.map((evaluation) => sideOf(evaluation, "", [])) as [Side, Side];
  const { parts, limits } = compareSides(sides, pair, true);
  return { ...shiftOf(changed, scale), move: code, steps, parts, limits };
}
