import { hashJson } from "../../ground/hash.js";
import { freezeJson, type Json } from "../../ground/json.js";
import { exactly } from "../../ground/numeral.js";
import { ceiling, tenTo } from "../../ground/rational.js";
import { isSound } from "../definition/check.js";
import { mostShare } from "../definition/check-together.js";
import { soundScorecard } from "../definition/define.js";
import type { Scorecard } from "../definition/scorecard.js";
import type { ScorecardRef } from "../evaluation.js";
import { shareScale } from "./curve.js";
import { type ResolvedIndicator, resolveIndicator, roundTicks } from "./indicator.js";
import { type ResolvedLimit, resolveLimit } from "./limit.js";

/** A scorecard prepared for evaluation: decimals turned into ticks and lines once. */
export interface Resolved {
  readonly ref: ScorecardRef;
  readonly scale: number;
  /** Ticks in one point. */
  readonly unit: number;
  /** Shares, ratios and coverage are shown to the scale's decimals, at least four: whole units of 1 / `shareUnit`. */
  readonly shareUnit: number;
  readonly total: number;
  readonly totalTicks: number;
  readonly indicators: readonly ResolvedIndicator[];
  readonly groups: readonly ResolvedGroup[];
  /** The groups' caps in ticks; last, none for the indicators without a group. */
  readonly caps: readonly number[];
  /** Every indicator's id in the order of the definition: a copy of it grows no new shapes. */
  readonly noRows: Readonly<Record<string, never>>;
  readonly limits: readonly ResolvedLimit[];
  readonly grades: readonly ResolvedGrade[];
}

/** A group with its cap in ticks; +Infinity where it has none. */
interface ResolvedGroup {
  readonly id: string;
  readonly max: number;
}

/** A grade with the least ticks that earn it. */
export interface ResolvedGrade {
  readonly grade: string;
  readonly from: number;
}

const cache = new WeakMap<object, Resolved>();

/**
 * The prepared form of a scorecard, made once for each that this package defined or parsed. Anything else (a copy out of JSON
 * that was not parsed) may change at any time, so it is checked and prepared anew at each call: right, but slow, and an error if
 * it is faulty.
 */
export function resolve(scorecard: Scorecard): Resolved {
  const known = cache.get(scorecard);
  if (known !== undefined) return known;
  if (!isSound(scorecard)) return prepare(soundScorecard(scorecard));
  const resolved = prepare(scorecard);
  cache.set(scorecard, resolved);
  return resolved;
}

function prepare(card: Scorecard): Resolved {
  const groups = Object.entries(card.groups).map(([id, { max }]) => ({
    id,
    max: max === undefined ? Infinity : roundTicks(exactly(max), card.scale),
  }));
  const most = mostShare(card);
  return {
    ref: freezeJson({ id: card.id, version: card.version, hash: hashJson(card as unknown as Json) }),
    scale: card.scale,
    unit: Number(tenTo(card.scale)),
    shareUnit: Number(tenTo(shareScale(card.scale))),
    total: Number(card.total),
    totalTicks: roundTicks(exactly(card.total), card.scale),
    groups,
    caps: [...groups.map(({ max }) => max), Infinity],
    noRows: Object.fromEntries(Object.keys(card.indicators).map((id) => [id, null as never])),
    indicators: Object.entries(card.indicators).map(([id, indicator]) =>
      resolveIndicator(id, indicator, {
        scale: card.scale,
        mostShare: most,
        missing: indicator.missing ?? card.missing,
        place: placeOf(groups, indicator.group),
      }),
    ),
    limits: card.limits.map((limit, index) => resolveLimit(card, limit, index)),
    grades: card.grades.map(({ grade, from }) => ({
      grade,
      from: from === null ? -Infinity : atLeast(from, card.scale),
    })),
  };
}

function placeOf(groups: readonly ResolvedGroup[], id: string | undefined): number {
  const place = groups.findIndex((group) => group.id === id);
  return place < 0 ? groups.length : place;
}

function atLeast(from: string, scale: number): number {
  const { n, d } = exactly(from);
  return Number(ceiling(n * tenTo(scale), d));
}

/**
 * The SHA-256 of a scorecard's canonical JSON, as every `Evaluation` carries it: the same for a copy that went through JSON, other for any
 * change of weight, standard, band or grade. The order of keys doesn't count, although rows and ties follow it.
 *
 * @example
 * ```ts
 * import { hashScorecard } from "keyaccount";
 * import { distributorScorecard } from "keyaccount/handbook";
 *
 * const copy = JSON.parse(JSON.stringify(distributorScorecard));
 * hashScorecard(copy) === hashScorecard(distributorScorecard); // => true
 * ```
 */
export function hashScorecard<I, G extends string, R extends string>(scorecard: Scorecard<I, G, R>): string {
  return resolve(scorecard).ref.hash;
}
