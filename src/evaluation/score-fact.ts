import type { FactIssue } from "../ground/issue.js";
import { exactly } from "../ground/numeral.js";
import { roundLine } from "./exact/line.js";
import { compareTo } from "./exact/threshold.js";
import { type Reading, refuse } from "./read-fact.js";
import type { Curve, Piece } from "./resolved/curve.js";
import type { Earned, NumericPart, ResolvedIndicator } from "./resolved/indicator.js";

/** What a fact earned, in ticks, NaN where it earned nothing that counts; reused from one indicator to the next. */
export interface Score {
  points: number;
  share: number;
  /** The relative ratio in ticks of the indicator's own relative unit; NaN where there is none to show. */
  relative: number;
}

/** An empty score. */
export function newScore(): Score {
  return { points: NaN, share: NaN, relative: NaN };
}

function clear(into: Score): void {
  into.points = NaN;
  into.share = NaN;
  into.relative = NaN;
}

/** Scores a fact that was read as known. Points too large to carry, and ratios that don't exist, turn it invalid. */
export function scoreFact(into: Score, indicator: ResolvedIndicator, reading: Reading, issues: FactIssue[]): void {
  clear(into);
  if (reading.status !== "known") return;
  if (indicator.numeric === null) earn(into, indicator.answers?.get(reading.value as string | boolean) as Earned);
  else if (indicator.numeric.isReciprocal && !isPositive(reading)) scoreBest(into, indicator, reading, issues);
  else scoreNumber(into, indicator, indicator.numeric, reading, issues);
}

function earn(into: Score, { points, share }: Earned): void {
  into.points = points;
  into.share = share;
}

function isPositive({ number, text }: Reading): boolean {
  return number > 0 || (number === 0 && text !== null && exactly(text).n > 0n);
}

function scoreBest(into: Score, { id, most }: ResolvedIndicator, reading: Reading, issues: FactIssue[]): void {
  if (most.points === Infinity) {
    refuse(reading, issues, "no-ratio", [id], { received: String(reading.value) });
    return;
  }
  earn(into, most);
}

function scoreNumber(
  into: Score,
  indicator: ResolvedIndicator,
  numeric: NumericPart,
  reading: Reading,
  issues: FactIssue[],
): void {
  const { curve, relative } = numeric;
  const { least, most } = indicator;
  let { number, text } = reading;
  if (relative !== null) {
    into.relative = roundLine(relative, number, text);
    number = into.relative / numeric.relativeUnit;
    text = null;
  }
  const piece = pieceAt(curve, number, text);
  const isReadable = text !== null || Number.isFinite(number);
  const points = isReadable ? roundLine(piece.points, number, text) : number;
  const share = isReadable ? roundLine(piece.share, number, text) : number;
  if (numeric.isRatio && relative === null) into.relative = share;
  into.points = Math.min(Math.max(points, least.points), most.points);
  into.share = Math.min(Math.max(share, least.share), most.share);
  if (Math.abs(into.points) > indicator.highest) {
    clear(into);
    refuse(reading, issues, "points-too-large", [indicator.id], { received: String(reading.value) });
  }
}

/** The piece of a curve on which a number lies. */
export function pieceAt({ starts, pieces }: Curve, number: number, text: string | null): Piece {
  let index = 0;
  for (const start of starts) {
    if (compareTo(start, number, text) < 0) break;
    index += 1;
  }
  return pieces[index] as Piece;
}
