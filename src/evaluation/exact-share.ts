import { exactly, exactQuantity, type Quantity } from "../ground/numeral.js";
import { greatest, least, ONE, over, plus, type Rational, rational, times, ZERO } from "../ground/rational.js";
import type { Indicator } from "./definition/kinds.js";
import { type ShareRange, shareRange } from "./definition/range.js";
import type { FactValue } from "./definition/scorecard.js";
import { type Line, roundLine } from "./exact/line.js";
import type { NumericPart, ResolvedIndicator } from "./resolved/indicator.js";
import { pieceAt } from "./score-fact.js";

/** The exact share of the weight that a known fact earns, before and after it is held to the indicator's bounds. */
export interface ExactShare {
  readonly free: Rational;
  readonly held: Rational;
}

/** The exact share of a fact that `evaluate` has read as known. */
export function exactShare(indicator: Indicator, resolved: ResolvedIndicator, actual: FactValue): ExactShare {
  if (indicator.kind === "choice") return both(exactly(indicator.options[String(actual)] as string));
  if (indicator.kind === "flag") return both(actual === (indicator.expect !== false) ? ONE : ZERO);
  const range = shareRange(indicator);
  const free = freeShare(resolved, resolved.numeric as NumericPart, actual as Quantity, range);
  return { free, held: hold(free, range) };
}

function both(share: Rational): ExactShare {
  return { free: share, held: share };
}

function hold(share: Rational, range: ShareRange): Rational {
  const raised = range.least === null ? share : greatest(share, range.least);
  return range.most === null ? raised : least(raised, range.most);
}

function freeShare(resolved: ResolvedIndicator, numeric: NumericPart, actual: Quantity, range: ShareRange): Rational {
  const a = exactQuantity(actual);
  if (numeric.isReciprocal && a.n <= 0n) return range.most as Rational;
  const text = typeof actual === "string" ? actual : null;
  const number = Number(actual);
  if (numeric.relative === null) return shareOn(pieceAt(numeric.curve, number, text).points, a, resolved.full);
  const relative = roundLine(numeric.relative, number, text);
  if (!Number.isFinite(relative)) return (relative > 0 ? range.most : range.least) as Rational;
  return rational(BigInt(relative), BigInt(numeric.relativeUnit));
}

/** The line's exact value at `a`, in shares of the full weight. */
function shareOn({ reciprocal, bigP, bigQ, bigR }: Line, a: Rational, full: number): Rational {
  const unit = rational(bigR * BigInt(full), 1n);
  if (reciprocal) return over(rational(bigP, 1n), times(unit, a));
  return over(plus(times({ n: bigP, d: 1n }, a), { n: bigQ, d: 1n }), unit);
}
