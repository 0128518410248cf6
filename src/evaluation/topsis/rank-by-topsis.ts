import type { ArgumentIssue } from "../../ground/issue.js";
import { type DecimalString, exactly } from "../../ground/numeral.js";
import { oneOf, optional, positive, record, type Shape, table } from "../definition/shape.js";
import { BETTER_DIRECTIONS, type DataCell, wholeColumn } from "../weights/data/table.js";
import { plainOf, readOptions, throwFound, type Wanted, wanted } from "../weights/read-arguments.js";
import { tableOf, wholeShares } from "../weights/weigh.js";
import { type Axis, axisOf, endOf } from "./axis.js";
import { placesOf } from "./places.js";
import {
  TOPSIS_NORMALISATIONS,
  type TopsisCriterion,
  type TopsisNormalisation,
  type TopsisNote,
  type TopsisRanking,
} from "./ranking.js";
import { type ReadAlternative, readAlternatives } from "./read-alternatives.js";

/** One of those to be ranked: an id and a decimal, or a fact that carries one, for each criterion. */
export interface TopsisAlternative<K extends string> {
  readonly id: string;
  readonly facts: { readonly [P in K]?: DataCell };
}

/** What {@link rankByTopsis} takes besides the alternatives. */
export interface TopsisOptions<K extends string> {
  readonly criteria: { readonly [P in K]: TopsisCriterion };
  /** `"vector"` unless told. */
  readonly normalisation?: TopsisNormalisation | undefined;
}

const MOST_CELLS = 500_000;
const MOST_CRITERIA = 100;

/**
 * A second opinion on a portfolio's order by TOPSIS (Hwang & Yoon 1981; C3.1): who is nearest to an ideal that has the best of every criterion, and
 * farthest from an anti-ideal that has the worst. Each criterion is normalised (`vector`: value ÷ root of the column's sum of squares; `min-max`: scaled to
 * 0 … 1) and multiplied by its part of the weights; closeness = d⁻ ÷ (d⁺ + d⁻) by Euclidean distances.
 *
 * The ideal comes from those ranked, so that adding or dropping one can turn the order of two others around (rank reversal): compare within one portfolio
 * only. Closeness is computed to more than 30 digits by whole-number arithmetic, and equal in 30 of them counts as tied. Who has an
 * unknown value isn't ranked but listed. Nobody ranked is an empty ranking. Of an alternative only `id` and the facts of the criteria are read.
 *
 * Throws a `KeyAccountError`: no criterion or more than 100, an unsafe id of one, a weight of zero or less, an alternative without id or with that of another
 * one, a value that is no decimal, more than 500,000 values.
 *
 * @example
 * ```ts
 * import { rankByTopsis } from "keyaccount";
 *
 * const { ranking } = rankByTopsis(
 *   [
 *     { id: "Alfreds", facts: { volume: 900, paymentDays: 30 } },
 *     { id: "Bon app", facts: { volume: 1200, paymentDays: 75 } },
 *     { id: "Chop-suey", facts: { volume: 700, paymentDays: 45 } },
 *   ],
 *   { criteria: { volume: { weight: 60 }, paymentDays: { weight: 40, better: "lower" } } },
 * );
 * ranking.map(({ id, rank, closeness }) => [id, rank, closeness]); // => [["Alfreds", 1, 0.656389], ["Bon app", 2, 0.482138], ["Chop-suey", 3, 0.402685]]
 * ```
 */
export function rankByTopsis<const K extends string>(
  alternatives: readonly TopsisAlternative<NoInfer<K>>[],
  options: TopsisOptions<K>,
): TopsisRanking<K> {
  const issues: ArgumentIssue[] = [];
  const { criteria, normalisation } = readCriteria(options, issues);
  const ids = criteria.map(([id]) => id);
  const keys: Wanted = new Map([
    ["id", null],
    ["facts", wanted(ids)],
  ]);
  const all = readAlternatives(plainOf(alternatives, keys, MOST_CELLS), ids, issues);
  throwFound(issues);
  const ranked = all.filter(({ cells }) => !cells.includes(null));
  const axes = ranked.length === 0 ? [] : axesOf(criteria, ranked, normalisation);
  return {
    normalisation,
    ranking: placesOf(
      ranked.map(({ id }) => id),
      axes,
    ),
    unranked: all.filter(({ cells }) => cells.includes(null)).map((one) => unrankedOf(one, ids as K[])),
    ideal: tableOf(
      ids.slice(0, axes.length) as K[],
      axes.map((axis) => endOf("best", axis)),
    ),
    antiIdeal: tableOf(
      ids.slice(0, axes.length) as K[],
      axes.map((axis) => endOf("worst", axis)),
    ),
    notes: notesOf(ids as K[], axes, all),
  };
}

type Criterion = readonly [id: string, { readonly weight: DecimalString; readonly better: string }];

function readCriteria(
  options: unknown,
  issues: ArgumentIssue[],
): { readonly criteria: readonly Criterion[]; readonly normalisation: TopsisNormalisation } {
  const criterion = record({ weight: positive, better: optional(oneOf(BETTER_DIRECTIONS), "higher") });
  const shapes: Readonly<Record<string, Shape>> = {
    criteria: table(criterion, 1),
    normalisation: optional(oneOf(TOPSIS_NORMALISATIONS), "vector"),
  };
  const { criteria, normalisation } = readOptions(options, shapes, issues);
  const received = Object.keys(criteria ?? {}).length;
  if (received > MOST_CRITERIA)
    issues.push({ code: "too-many", path: ["options", "criteria"], details: { most: MOST_CRITERIA, received } });
  return {
    criteria: Object.entries((criteria ?? {}) as Readonly<Record<string, Criterion[1]>>).slice(0, MOST_CRITERIA),
    normalisation: (normalisation ?? "vector") as TopsisNormalisation,
  };
}

function axesOf(
  criteria: readonly Criterion[],
  ranked: readonly ReadAlternative[],
  normalisation: TopsisNormalisation,
): Axis[] {
  const weights = wholeShares(criteria.map(([, { weight }]) => exactly(weight)));
  return criteria.map(([, { better }], place) => {
    const column = wholeColumn(ranked.map(({ cells }) => cells[place] as DecimalString));
    return axisOf(column, weights, place, better === "lower", normalisation);
  });
}

function unrankedOf<K extends string>(
  { id, cells }: ReadAlternative,
  ids: readonly K[],
): TopsisRanking<K>["unranked"][number] {
  return { id, unknown: ids.filter((_, place) => cells[place] === null) };
}

function notesOf<K extends string>(
  ids: readonly K[],
  axes: readonly Axis[],
  all: readonly ReadAlternative[],
): TopsisNote<K>[] {
  const notes = leftOutOf(ids, all);
  const still = ids.filter((_, place) => axes[place]?.isStill);
  if (axes.length > 0 && still.length === axes.length) return [...notes, { code: "all-alike" }];
  return [...notes, ...still.map((criterion): TopsisNote<K> => ({ code: "no-spread", criterion }))];
}

/** Who is left out, and for want of which criteria everybody is. */
function leftOutOf<K extends string>(ids: readonly K[], all: readonly ReadAlternative[]): TopsisNote<K>[] {
  const { length: count } = all.filter(({ cells }) => cells.includes(null));
  if (count === 0) return [];
  const unknownForAll = ids.filter((_, place) => all.every(({ cells }) => cells[place] === null));
  const isNamed = unknownForAll.length > 0 && unknownForAll.length < ids.length;
  return [{ code: "left-out", count, ...(isNamed ? { unknownForAll } : {}) }];
}
