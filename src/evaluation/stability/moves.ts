import { checkScorecard } from "../definition/check.js";
import type { Scorecard } from "../definition/scorecard.js";
import { reweighed } from "../definition/weight.js";
import { ticksToNumber } from "../exact/ticks.js";
import type { Resolved, ResolvedGrade } from "../resolved/resolve.js";
import { type Path, pathOf, type ScoreBounds, scoreBounds, scoresWithin } from "./bounds.js";
import { type Profile, scoreAt } from "./profile.js";
import type { WeightChange, WeightMoves, WeightReport, WeightSearch } from "./result.js";
import { type Budget, firstStep } from "./search.js";
import { type Lever, reach, weightsAt } from "./shift.js";

/** A scorecard whose weights are moved. */
export interface Workbench {
  readonly card: Scorecard;
  readonly resolved: Resolved;
  readonly weights: readonly bigint[];
  /** The client that earns the most of everything: a grade above its score would be refused as unreachable. */
  readonly best: Profile | null;
  readonly budget: Budget;
}

/** What is asked of weights: C is the answer that a change gives. */
export interface Question<C> {
  /** What proves that no step of an interval answers. */
  readonly isPossible: (lever: Lever, path: Path) => (from: number, to: number) => boolean;
  /** The answer that these weights give by the scores under them, `null` for none. */
  readonly answer: (weights: readonly bigint[]) => Omit<C, keyof WeightChange> | null;
  /** How many clients are scored. */
  readonly clients: number;
}

/** Searches every weight, down and up. */
export function searchWeights<C extends WeightChange>(
  bench: Workbench,
  question: Question<C>,
): WeightReport<string, C> {
  const indicators: Record<string, WeightMoves<C>> = {};
  const searches = bench.weights.length * 2;
  bench.resolved.indicators.forEach(({ id, weight }, index) => {
    const down = searchOne(bench, question, index, -1, searches - 2 * index);
    indicators[id] = { weight, down, up: searchOne(bench, question, index, 1, searches - 2 * index - 1) };
  });
  return report(indicators);
}

/** A report where there is nothing to search. */
export function noReport<C>({ indicators }: Resolved): WeightReport<string, C> {
  const none = { change: null, proven: true };
  const rows = indicators.map(({ id, weight }) => [id, { weight, down: none, up: none }] as const);
  return { status: "no-score", smallest: null, proven: true, indicators: Object.fromEntries(rows) };
}

function report<C extends WeightChange>(indicators: Record<string, WeightMoves<C>>): WeightReport<string, C> {
  const searches = Object.values(indicators).flatMap(({ down, up }) => [down, up]);
  const changes = searches.flatMap(({ change }) => change ?? []);
  const smallest = changes.reduce<C | null>((least, one) => (least && size(least) <= size(one) ? least : one), null);
  const proven = searches.every((search) => search.proven);
  return { status: smallest ? "changeable" : proven ? "stable" : "unproven", smallest, proven, indicators };
}

function size({ by }: WeightChange): number {
  return Math.abs(by);
}

/** One weight, one way, with its part of what is left of the budget. */
function searchOne<C extends WeightChange>(
  bench: Workbench,
  question: Question<C>,
  index: number,
  sign: -1 | 1,
  searches: number,
): WeightSearch<C> {
  const lever: Lever = { weights: bench.weights, index, sign, total: BigInt(bench.resolved.totalTicks) };
  const path = pathOf(lever);
  const part: Budget = { left: Math.floor(bench.budget.left / searches) };
  bench.budget.left -= part.left;
  const isAnswerPossible = question.isPossible(lever, path);
  const isCardPossible = soundWithin(bench, lever, path);
  const cost = (bench.weights.length + OVERHEAD) * question.clients;
  const found = firstStep<C>(
    {
      most: reach(lever),
      isPossible: (from, to) => {
        part.left -= 1 + bench.resolved.caps.length;
        return isAnswerPossible(from, to) && isCardPossible(from, to);
      },
      at: (steps) => {
        part.left -= cost;
        return changeAt(bench, question, lever, steps, part);
      },
    },
    part,
  );
  bench.budget.left += part.left;
  return { change: found.value, proven: found.isProven };
}

const REWEIGH_COST = 50;
/** What a step costs besides its indicators. */
const OVERHEAD = 4;

function changeAt<C extends WeightChange>(
  bench: Workbench,
  { answer }: Question<C>,
  lever: Lever,
  steps: number,
  budget: Budget,
): C | null {
  const weights = weightsAt(lever, steps);
  const found = weights && answer(weights);
  if (!found) return null;
  const change = weightChange(bench, lever, weights);
  budget.left -= REWEIGH_COST * weights.length;
  return isSoundWith(bench, weights, change) ? ({ ...change, ...found } as C) : null;
}

function weightChange(
  { resolved }: Workbench,
  { index, weights: before }: Lever,
  weights: readonly bigint[],
): WeightChange {
  const points = (ticks: bigint): number => ticksToNumber(Number(ticks), resolved.unit);
  const ids = resolved.indicators.map(({ id }) => id);
  const [from, to] = [before[index] as bigint, weights[index] as bigint];
  return {
    indicator: ids[index] as string,
    weight: points(to),
    by: points(to - from),
    weights: Object.fromEntries(ids.map((id, place) => [id, points(weights[place] as bigint)])),
  };
}

/** Whether `reweigh` takes the weights: a grade may become unreachable, a standard score's rounded `max` may fall to its weight. */
function isSoundWith({ card, best, resolved }: Workbench, weights: readonly bigint[], change: WeightChange): boolean {
  const highest = best && scoreAt(best, weights);
  if (highest !== null && Number(highest) < topOf(resolved)) return false;
  const indicators = reweighed(card.indicators, change.weights, card.scale);
  return checkScorecard({ ...card, indicators }).scorecard !== undefined;
}

function topOf({ grades }: Resolved): number {
  return (grades[0] as ResolvedGrade).from;
}

function soundWithin({ best, resolved }: Workbench, lever: Lever, path: Path): (from: number, to: number) => boolean {
  if (best === null) return () => true;
  const bounds: ScoreBounds = scoreBounds(best, lever, path);
  return (from, to) => scoresWithin(bounds, path, from, to).high >= topOf(resolved);
}
