import type { Instant, PlainDate } from "../../ground/dates.js";
import type { FactTypes, Scorecard } from "../definition/scorecard.js";
import { asSound } from "../definition/sound.js";
import { evaluate } from "../evaluate.js";
import type { Evaluation } from "../evaluation.js";
import type { Facts } from "../facts.js";
import { resolve } from "../resolved/resolve.js";
import { flipQuestion, type Standing } from "./flip.js";
import { noReport, searchWeights, type Workbench } from "./moves.js";
import { bestProfile, profileOf } from "./profile.js";
import type { GradeFlip, OrderStability, OrderSwap, Stability, WeightReport } from "./result.js";
import { type Order, swapQuestion } from "./swap.js";

/** Options of {@link stability}. */
export interface StabilityOptions<I> {
  /** The day or moment of the judgement, as for `evaluate`. */
  readonly asOf?: PlainDate | Instant | null | undefined;
  /** Another client's facts, to ask when the two change places. */
  readonly against?: Facts<I> | null | undefined;
}

/** What all searches of one call may spend, in points of indicators worked out: a second or two. */
const BUDGET = 2_000_000;

/**
 * How far a grade stands when weights move: the smallest change of one weight that makes it another, the other weights
 * rescaled in proportion to what they are, and, with `against`, the smallest that turns round the order of two clients.
 *
 * Changes are counted in whole ticks of the scorecard's scale, from one tick upwards and downwards, as far as every weight keeps one tick. The
 * other weights are their exact quotas rounded by largest remainder (ties in the order of the definition), so that they sum to the
 * total; groups keep their `max`, standard scores keep theirs in proportion, as with `reweigh`. Weights that `reweigh` would refuse (a grade
 * nobody could reach any more) count as no change. What is found is exact, rounding included: no smaller change does it,
 * unless `proven` is false (scores that hardly move over millions of ticks). Two clients with equal scores today are told
 * apart by any difference. Limits hold a grade whatever the weights: see `heldBy`.
 *
 * Throws a `KeyAccountError` as `evaluate` does. A client without a score has the status `no-score`.
 *
 * @example
 * ```ts
 * import { defineScorecard, evaluate, reweigh, stability } from "keyaccount";
 *
 * const card = defineScorecard({
 *   id: "dealer", version: "1", scale: 0,
 *   indicators: {
 *     network: { kind: "share", weight: 50 },
 *     payment: { kind: "share", weight: 30 },
 *     service: { kind: "share", weight: 20 },
 *   },
 *   grades: [{ grade: "A", from: 70 }, { grade: "B", from: null }],
 * });
 * const facts = { network: 0.9, payment: 0.6, service: 0.2 };
 *
 * const { grade, smallest } = stability(card, facts);
 * grade; // => "B"
 * [smallest?.indicator, smallest?.by, smallest?.grade]; // => ["network", 4, "A"]
 * smallest?.weights; // => { network: 54, payment: 28, service: 18 }
 * evaluate(reweigh(card, smallest?.weights ?? {}), facts).grade; // => "A"
 * ```
 */
export function stability<I, G extends string, R extends string>(
  scorecard: Scorecard<I, G, R>,
  facts: NoInfer<Facts<I>>,
  options: StabilityOptions<NoInfer<I>> | null = {},
): Stability<I, G> {
  const { asOf, against } = (options ?? {}) as StabilityOptions<FactTypes>;
  const card = asSound(scorecard);
  const today = evaluate(card, facts as Facts, { asOf });
  const result: Stability = {
    v: 1,
    scorecard: today.scorecard,
    asOf: today.asOf,
    score: today.score,
    grade: today.grade,
    heldBy: today.limits.filter((limit) => limit.grade === today.grade).map(({ index }) => index),
    ...gradeReport(card, today),
    against: against ? orderReport(card, today, evaluate(card, against, { asOf })) : null,
  };
  return result as unknown as Stability<I, G>;
}

function workbench(card: Scorecard): Workbench {
  const resolved = resolve(card);
  const weights = resolved.indicators.map(({ full }) => BigInt(full));
  return { card, resolved, weights, best: bestProfile(card, resolved), budget: { left: BUDGET } };
}

function gradeReport(card: Scorecard, today: Evaluation): WeightReport<string, GradeFlip> {
  const bench = workbench(card);
  if (today.grade === null) return noReport(bench.resolved);
  const profile = profileOf(card, bench.resolved, today);
  return searchWeights(bench, flipQuestion(bench.resolved, profile, standing(card, today)));
}

function standing({ grades }: Scorecard, { grade, limits }: Evaluation): Standing {
  const placeOf = (name: string | null): number => grades.findIndex((step) => step.grade === name);
  return { place: placeOf(grade), limit: limits.reduce((most, hit) => Math.max(most, placeOf(hit.grade)), 0) };
}

function orderReport(card: Scorecard, one: Evaluation, other: Evaluation): OrderStability {
  const bench = workbench(card);
  const { score } = other;
  if (one.score === null || score === null) return { score, order: null, ...noReport<OrderSwap>(bench.resolved) };
  const today: Order = one.score > score ? 1 : one.score < score ? -1 : 0;
  const [a, b] = [profileOf(card, bench.resolved, one), profileOf(card, bench.resolved, other)];
  return {
    score,
    order: today > 0 ? "above" : today < 0 ? "below" : "equal",
    ...searchWeights(bench, swapQuestion(bench.resolved, a, b, today)),
  };
}
