import { compare, ONE, type Rational, roundHalfAway, tenTo } from "../../ground/rational.js";
import type { LifetimeTiming } from "./lifetime.js";
import { isList, type LifetimeReading, type LifetimeSettings, type Values } from "./lifetime-read.js";
import { multipleForEver, type Series, type Step, steps, wholeUnits } from "./lifetime-series.js";

/** The present value of a client's margins: so many units, each worth `unit`. */
export interface Present {
  /** The sum so far after each margin; the last is the whole. For ever there is but the whole. */
  readonly steps: readonly Step[];
  /** One margin where it is the same in every period, `null` if unknown; else the common unit of the margins. */
  readonly unit: Rational | null;
  /** Whether the margin is the same in every period. */
  readonly isLevel: boolean;
  /** The margins in units, one per period; `null` for ever. */
  readonly margins: readonly bigint[] | null;
}

/** The present value at some retention; `null` where what it needs is unknown, or where for ever has no value. */
export function presentValue(
  { margin, isByPeriod, growth, periods }: LifetimeReading,
  { timing }: LifetimeSettings,
  retention: Values | null,
): Present | null {
  if (retention === null || growth === null || periods === null) return null;
  if (periods === "for-ever") return forEver(margin, retention, growth, timing);
  const { margins, unit } = isList(margin) ? wholeUnits(margin) : level(margin, periods);
  const series: Series = { timing, margins, retentions: spread(retention, periods), growth };
  return { steps: [...steps(series)], unit, isLevel: !isByPeriod, margins };
}

/** Lists have an end, so that here both are the same in every period. */
function forEver(margin: Values | null, retention: Values, growth: Rational, timing: LifetimeTiming): Present | null {
  if (isList(margin) || isList(retention) || compare(growth, retention) <= 0) return null;
  const total = multipleForEver(timing, retention, growth);
  return { steps: [{ total, survival: ONE }], unit: margin, isLevel: true, margins: null };
}

function level(margin: Rational | null, periods: number): { margins: readonly bigint[]; unit: Rational | null } {
  return { margins: Array.from({ length: periods }, () => 1n), unit: margin };
}

function spread(retention: Values, periods: number): readonly Rational[] {
  return isList(retention) ? retention : Array.from({ length: periods }, () => retention);
}

/** The sum after a margin in units of the last decimal, rounded once from the exact value. */
export function inUnits(step: Step, unit: Rational, scale: number): bigint {
  const { n, d } = exactAfter(step, unit);
  return roundHalfAway(n * tenTo(scale), d);
}

function exactAfter({ total }: Step, unit: Rational): Rational {
  return { n: total.n * unit.n, d: total.d * unit.d };
}

/** The exact value, a fraction not in lowest terms; `null` where it is unknown. */
export function exactValue(present: Present | null): Rational | null {
  return present === null || present.unit === null ? null : exactAfter(wholeOf(present), present.unit);
}

/** The whole in units of the last decimal; `null` where it is unknown. */
export function sumOf(present: Present | null, scale: number): bigint | null {
  const value = exactValue(present);
  return value && roundHalfAway(value.n * tenTo(scale), value.d);
}

/** What all margins come to; there is always one. */
export function wholeOf({ steps: all }: Present): Step {
  return all.at(-1) as Step;
}
