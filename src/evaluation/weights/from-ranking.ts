import type { ArgumentIssue, Path } from "../../ground/issue.js";
import type { Json } from "../../ground/json.js";
import { over, plus, type Rational, ZERO } from "../../ground/rational.js";
import { oneOf, optional } from "../definition/shape.js";
import { budgetOf, budgetShapes } from "./budget.js";
import { checkIds, isList, listOf, plain, readOptions, throwFound } from "./read-arguments.js";
import { weigh, wholeShares } from "./weigh.js";
import type { Weighting, WeightingOptions } from "./weighting.js";

/** The ways to read weights out of a ranking. */
export const RANKING_METHODS = ["rank-order-centroid", "rank-sum", "rank-reciprocal"] as const;
/** A way to read weights out of a ranking. */
export type RankingMethod = (typeof RANKING_METHODS)[number];

/** What {@link weightsFromRanking} takes besides the ranking. */
export interface RankingOptions extends WeightingOptions {
  /** `"rank-order-centroid"` unless told. */
  readonly method?: RankingMethod | undefined;
}

const MOST_IDS = 1_000;

/**
 * Weights from nothing but an order of importance, the most important first (C3.1). With n ids the one in place i gets
 *
 * - `rank-order-centroid`: (1 ÷ n) × (1 ÷ i + … + 1 ÷ n), the middle of all weights that keep the order (Barron & Barrett 1996);
 * - `rank-sum`: 2 × (n + 1 − i) ÷ (n × (n + 1)), falling in equal steps (Stillwell, Seaver & Edwards 1981);
 * - `rank-reciprocal`: (1 ÷ i) ÷ (1 + 1 ÷ 2 + … + 1 ÷ n), falling fastest at the top (the same).
 *
 * Ids in a list of their own share their places: each gets the mean of these places' weights. Exact fractions, cut to decimals by the
 * largest remainder. Throws a `KeyAccountError`: no id or more than 1,000, an id twice or unsafe, a total that can't be divided.
 *
 * @example
 * ```ts
 * import { weightsFromRanking } from "keyaccount";
 *
 * const { weights } = weightsFromRanking(["salesNetwork", ["salesReps", "salesManagement"], "relationship"]);
 * weights; // => { salesNetwork: "52.09", salesReps: "20.83", salesManagement: "20.83", relationship: "6.25" }
 * ```
 */
export function weightsFromRanking<const K extends string>(
  ranking: readonly (K | readonly K[])[],
  options?: RankingOptions,
): Weighting<K> {
  const issues: ArgumentIssue[] = [];
  const groups = readGroups(plain(ranking, 2 * MOST_IDS + 1), issues);
  const ids = groups.flat();
  const shapes = { ...budgetShapes(), method: optional(oneOf(RANKING_METHODS), "rank-order-centroid") };
  const read = readOptions(options, shapes, issues);
  const budget = budgetOf(read, ids.length, issues);
  throwFound(issues);
  const method = read["method"] as RankingMethod;
  const places = placeShares[method](ids.length);
  return weigh(method, ids as K[], wholeShares(groups.flatMap((group) => sharedPlaces(group, places))), budget, []);
}

/** The ranking as lists of equals; an id by itself is a list of one. */
function readGroups(ranking: Json, issues: ArgumentIssue[]): string[][] {
  const list = listOf(ranking, [], issues);
  const members = list.flatMap((one, index): readonly (readonly [Json, Path])[] =>
    isList(one) ? one.map((member, place) => [member, [index, place]]) : [[one, [index]]],
  );
  checkIds(
    members.map(([member]) => member),
    MOST_IDS,
    (place) => (members[place] as (typeof members)[number])[1],
    issues,
  );
  list.forEach((one, index) => {
    if (isList(one) && one.length === 0)
      issues.push({ code: "too-few", path: [index], details: { least: 1, received: 0 } });
  });
  return list.map((one) => (isList(one) ? [...one] : [one])) as string[][];
}

/** The share of each place, up to a common factor. */
const placeShares: Readonly<Record<RankingMethod, (count: number) => Rational[]>> = {
  "rank-order-centroid": centroids,
  "rank-sum": (count) => places(count).map((place) => ({ n: BigInt(count + 1 - place), d: 1n })),
  "rank-reciprocal": (count) => places(count).map((place) => ({ n: 1n, d: BigInt(place) })),
};

function places(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function centroids(count: number): Rational[] {
  const shares: Rational[] = [];
  let sum = ZERO;
  for (let place = count; place > 0; place -= 1) {
    sum = plus(sum, { n: 1n, d: BigInt(place) });
    shares.unshift(sum);
  }
  return shares;
}

/** Takes the places of a group of equals off the list, and gives each of them the mean. */
function sharedPlaces(group: readonly string[], left: Rational[]): Rational[] {
  const taken = left.splice(0, group.length);
  const mean = over(taken.reduce(plus, ZERO), { n: BigInt(group.length), d: 1n });
  return group.map(() => mean);
}
