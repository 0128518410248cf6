import { type DecimalString, exactly, printDecimal } from "../../ground/numeral.js";
import { compare, minus, plus, type Rational, tenTo } from "../../ground/rational.js";
import type { FactValue } from "../definition/scorecard.js";
import { roundLine } from "../exact/line.js";
import { newReading, readFact } from "../read-fact.js";
import type { Piece } from "../resolved/curve.js";
import type { NumericPart, ResolvedIndicator } from "../resolved/indicator.js";
import { newScore, type Score, scoreFact } from "../score-fact.js";

/**
 * Answers that trip the same limits. Their points are those of the whole numbers from `first` to `last`: of ticks, or of the ticks of a
 * ratio that is rounded first.
 */
export interface AnswerRange {
  /** One of the answers. */
  readonly value: FactValue;
  readonly first: number;
  readonly last: number;
  readonly pointsAt: (index: number) => number;
}

/** Every answer that an indicator can take, in the order of the definition or rising; `cuts` are the decimals where curve or limits turn. */
export function answersTo(indicator: ResolvedIndicator, cuts: readonly Rational[]): AnswerRange[] {
  const { answers, numeric } = indicator;
  if (numeric === null)
    return [...(answers as NonNullable<typeof answers>)].map(([value, { points }]) => ({
      value,
      first: points,
      last: points,
      pointsAt: same,
    }));
  return intervalsOf(cuts).flatMap((interval) => rangeOf(indicator, numeric, interval));
}

function same(points: number): number {
  return points;
}

/** The nearest legal answers to both ends of an interval of numbers; the same for a single number. */
interface Interval {
  readonly low: DecimalString;
  readonly high: DecimalString;
}

/** The single numbers at the cuts, and the open intervals around them; there is a cut at least. */
function intervalsOf(cuts: readonly Rational[]): Interval[] {
  const ends = cuts.map((cut) => ({
    at: printDecimal(cut),
    before: printDecimal(minus(cut, nextTo(cut))),
    after: printDecimal(plus(cut, nextTo(cut))),
  }));
  const [first, last] = [ends[0], ends.at(-1)] as [(typeof ends)[0], (typeof ends)[0]];
  return [
    { low: `-${FAR}`, high: first.before },
    ...ends.flatMap(({ at, after }, index) => {
      const next = ends[index + 1]?.before;
      return [{ low: at, high: at }, ...(next === undefined ? [] : [{ low: after, high: next }])];
    }),
    { low: last.after, high: FAR },
  ].filter(({ low, high }) => compare(exactly(low), exactly(high)) <= 0);
}

/** As far as an answer may lie from zero, nearly: a decimal has 128 characters at most. */
const FAR = "1e120";
const MOST_CHARACTERS = 120;
const NEAR = 60;

/** A distance so small that no rounding turns within it, and that can still be written. */
function nextTo(cut: Rational): Rational {
  const whole = String(cut.n / cut.d).length;
  const decimals = Math.max(1, Math.min(NEAR, MOST_CHARACTERS - whole));
  return { n: 1n, d: tenTo(decimals) };
}

function rangeOf(indicator: ResolvedIndicator, numeric: NumericPart, { low, high }: Interval): AnswerRange[] {
  const [atLow, atHigh] = [scored(indicator, low), scored(indicator, high)];
  if (atLow === null && atHigh === null) return [];
  const value = atLow === null ? high : low;
  const lattice = atLow === null || atHigh === null ? null : latticeOf(indicator, numeric, atLow, atHigh);
  if (lattice !== null) return [ordered(value, ...lattice, (index) => latticePoints(indicator, numeric, index))];
  const [one, other] = [
    atLow?.points ?? endless(indicator, numeric, -1),
    atHigh?.points ?? endless(indicator, numeric, 1),
  ];
  return [ordered(value, one, other, same)];
}

/** The ticks of both ends of a ratio that is rounded first; `null` for anything else. Beyond its cap and floor they are all alike. */
function latticeOf(
  { least, most, full }: ResolvedIndicator,
  { relative, relativeUnit }: NumericPart,
  low: Score,
  high: Score,
): [number, number] | null {
  const furthest = Math.ceil(((Math.max(Math.abs(least.points), Math.abs(most.points)) + 1) / full + 1) * relativeUnit);
  const ends = [low, high].map(({ relative: ticks }) => Math.min(Math.max(ticks, -furthest), furthest));
  return relative !== null && ends.every(Number.isSafeInteger) ? (ends as [number, number]) : null;
}

/** An answer's score; `null` for none that the indicator can take. */
function scored(indicator: ResolvedIndicator, value: DecimalString): Score | null {
  const [reading, score] = [newReading(), newScore()];
  readFact(reading, indicator, { [indicator.id]: value }, null, []);
  scoreFact(score, indicator, reading, []);
  return reading.status === "known" ? score : null;
}

/** The points at the end of an interval at which they grow too large to be carried. */
function endless({ highest }: ResolvedIndicator, { isReciprocal, curve }: NumericPart, direction: number): number {
  if (isReciprocal) return highest;
  const outer = direction > 0 ? curve.pieces.at(-1) : curve.pieces[0];
  return (outer !== undefined && outer.points.bigP > 0n) === direction > 0 ? highest : -highest;
}

/** The points of a ratio that is rounded first, by its ticks. */
function latticePoints(
  { least, most }: ResolvedIndicator,
  { curve, relativeUnit }: NumericPart,
  index: number,
): number {
  const [piece] = curve.pieces as readonly [Piece];
  const points = roundLine(piece.points, index / relativeUnit, null);
  return Math.min(Math.max(points, least.points), most.points);
}

function ordered(value: FactValue, one: number, other: number, pointsAt: AnswerRange["pointsAt"]): AnswerRange {
  return { value, first: Math.min(one, other), last: Math.max(one, other), pointsAt };
}
