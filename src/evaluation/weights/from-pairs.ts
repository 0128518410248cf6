import type { ArgumentIssue } from "../../ground/issue.js";
import type { Json } from "../../ground/json.js";
import { compare, ONE, over, type Rational } from "../../ground/rational.js";
import { oneOf, optional } from "../definition/shape.js";
import { type Budget, budgetOf, budgetShapes } from "./budget.js";
import { CONSISTENCY_LIMIT, consistencyOf, type PairsConsistency, type Solved, solve } from "./pairs/consistency.js";
import { fitsOf, type PairFit, type WorstPair, worstOf } from "./pairs/fit.js";
import type { Comparisons, PairJudgement } from "./pairs/judgement.js";
import { RANDOM_INDEXES, type RandomIndex } from "./pairs/random-index.js";
import { type PairRatio, printRatio } from "./pairs/ratio.js";
import { readList } from "./pairs/read-list.js";
import { readMatrix } from "./pairs/read-matrix.js";
import { checkIds, idList, isList, listOf, plain, readOptions, throwFound } from "./read-arguments.js";
import { weigh, wholeShares } from "./weigh.js";
import type { Weighting, WeightingNote, WeightingOptions } from "./weighting.js";

/** What {@link weightsFromPairs} takes besides the judgements. */
export interface PairsOptions<K extends string = string> extends WeightingOptions {
  /** The ids, in the order of the result; those compared, as they come, unless told. */
  readonly ids?: readonly K[] | undefined;
  /** The table behind the consistency ratio; `"saaty-1980"` unless told. */
  readonly randomIndex?: RandomIndex | undefined;
}

/** Weights from pairwise comparisons, with their consistency. */
export interface PairsWeighting<K extends string = string> extends Weighting<K> {
  readonly method: "pairs";
  readonly consistency: PairsConsistency;
  /** Every judgement, in the order given (of a matrix: the upper triangle by rows). */
  readonly pairs: readonly PairFit<K>[];
  /** The judgement to look at first; `null` where all agree. */
  readonly worst: WorstPair<K> | null;
}

const MOST_IDS = 100;
const MOST_CELLS = 50_000;
const NINE: Rational = { n: 9n, d: 1n };
/** Digits that survive the noise of doubles, so that it can't decide ties. */
const DIGITS = 1e13;

/**
 * Weights from pairwise comparisons by the analytic hierarchy process (Saaty 1980; C3.1): the principal right eigenvector of the reciprocal
 * matrix, with λmax, consistency index and ratio, and for each judgement how well it fits. Judgements come as a list, every two ids once in either
 * direction, or as a full matrix with `ids`. The ratio is a decimal or a fraction such as `"1/3"`, from a millionth to a million; outside of 1/9 … 9 it is noted.
 *
 * Judgements that agree with each other wholly give exact shares and a ratio of 0. Others are solved in doubles and cut to 13 digits, so that noise
 * can't break ties. Throws a `KeyAccountError` with at most a hundred issues: no id or more than 100, a pair missing, given twice or with itself, an unknown or unsafe
 * id, a ratio that is none, a matrix that isn't square or reciprocal, a total that can't be divided.
 *
 * @example
 * ```ts
 * import { weightsFromPairs } from "keyaccount";
 *
 * const { weights, consistency, worst } = weightsFromPairs([
 *   { a: "experience", b: "education", ratio: 4 },
 *   { a: "experience", b: "charisma", ratio: 3 },
 *   { a: "experience", b: "age", ratio: 7 },
 *   { a: "education", b: "charisma", ratio: "1/3" },
 *   { a: "education", b: "age", ratio: 3 },
 *   { a: "charisma", b: "age", ratio: 5 },
 * ]);
 * weights; // => { experience: "54.76", education: "12.66", charisma: "26.99", age: "5.59" }
 * consistency.ratio; // => 0.043859
 * [worst?.a, worst?.b, worst?.ratio, worst?.fit, worst?.consistencyThen]; // => ["experience", "charisma", "3", 1.361561, 0.014848]
 * ```
 */
export function weightsFromPairs<const K extends string>(
  judgements: readonly PairJudgement<K>[],
  options?: PairsOptions<K>,
): PairsWeighting<K>;
export function weightsFromPairs<const K extends string>(
  matrix: readonly (readonly PairRatio[])[],
  options: PairsOptions<K> & { readonly ids: readonly K[] },
): PairsWeighting<K>;
export function weightsFromPairs(
  input: readonly PairJudgement[] | readonly (readonly PairRatio[])[],
  options?: PairsOptions,
): PairsWeighting {
  const issues: ArgumentIssue[] = [];
  const shapes = { ...budgetShapes(), ids: idList, randomIndex: optional(oneOf(RANDOM_INDEXES), "saaty-1980") };
  const read = readOptions(options, shapes, issues);
  const comparisons = readComparisons(
    plain(input, MOST_CELLS),
    (read["ids"] ?? null) as readonly string[] | null,
    issues,
  );
  const budget = budgetOf(read, comparisons.ids.length, issues);
  throwFound(issues);
  return weighting(comparisons, budget, read["randomIndex"] as RandomIndex);
}

function readComparisons(input: Json, ids: readonly string[] | null, issues: ArgumentIssue[]): Comparisons {
  const none: Comparisons = { ids: [], pairs: [] };
  const before = issues.length;
  const list = listOf(input, [], issues);
  if (ids !== null) checkIds(ids, MOST_IDS, (index) => ["options", "ids", index], issues);
  if (issues.length > before) return none;
  if (!isList(list[0])) return checkSize(readList(list, ids, MOST_IDS, issues), issues);
  if (ids !== null) return readMatrix(list, ids, issues);
  issues.push({ code: "required", path: ["options", "ids"], details: {} });
  return none;
}

function checkSize(comparisons: Comparisons, issues: ArgumentIssue[]): Comparisons {
  checkIds(comparisons.ids, MOST_IDS, () => [], issues);
  return comparisons;
}

function weighting(comparisons: Comparisons, budget: Budget, table: RandomIndex): PairsWeighting {
  const { ids } = comparisons;
  const solved = solve(comparisons);
  const consistency = consistencyOf(ids.length, solved.lambdaMax, table);
  const pairs = fitsOf(comparisons, solved);
  return {
    ...weigh("pairs", ids, sharesOf(solved), budget, notesOf(comparisons, consistency)),
    method: "pairs",
    consistency,
    pairs,
    worst: worstOf(comparisons, solved, pairs, table),
  };
}

function sharesOf({ exact, vector }: Solved): bigint[] {
  return exact === null ? vector.map((share) => BigInt(Math.round(share * DIGITS))) : wholeShares(exact);
}

function notesOf({ ids, pairs }: Comparisons, { ratio, acceptable }: PairsConsistency): WeightingNote[] {
  const notes: WeightingNote[] = pairs
    .filter(({ ratio: one }) => compare(one, NINE) > 0 || compare(over(ONE, one), NINE) > 0)
    .map(({ a, b, ratio: one }) => ({
      code: "beyond-nine",
      a: ids[a] as string,
      b: ids[b] as string,
      ratio: printRatio(one),
    }));
  if (ratio === null) notes.push({ code: "no-random-index", size: ids.length });
  else if (acceptable === false) notes.push({ code: "inconsistent", ratio, limit: CONSISTENCY_LIMIT });
  return notes;
}
