import { type DecimalString, decimalsOf, exactly, exactQuantity, type Quantity } from "../../ground/numeral.js";
import { compare, type Rational, rational, tenTo } from "../../ground/rational.js";
import type { Indicator } from "../definition/kinds.js";
import type { Scorecard } from "../definition/scorecard.js";

/** The multiples of a step, by their whole numbers. */
export interface Grid {
  readonly step: Rational;
  /** The decimals that its values need, and the step in units of the last one. */
  readonly decimals: number;
  readonly units: bigint;
}

/** The grid of a step above zero. */
export function gridOf(step: Rational): Grid {
  const decimals = decimalsOf(step);
  return { step, decimals, units: (step.n * tenTo(decimals)) / step.d };
}

/** The decimal text of a grid value. */
export function gridText({ decimals, units }: Grid, place: bigint): DecimalString {
  const whole = place * units;
  const digits = String(whole < 0n ? -whole : whole).padStart(decimals + 1, "0");
  const sign = whole < 0n ? "-" : "";
  if (decimals === 0) return sign + digits;
  const cut = digits.length - decimals;
  let last = digits.length;
  while (last > cut && digits[last - 1] === "0") last -= 1;
  return sign + digits.slice(0, cut) + (last > cut ? `.${digits.slice(cut, last)}` : "");
}

/** The first grid value that isn't below a decimal. */
export function firstFrom({ step }: Grid, { n, d }: Rational): bigint {
  return -floorOf(-n * step.d, d * step.n);
}

/** The first grid value above a decimal. */
export function firstAbove({ step }: Grid, { n, d }: Rational): bigint {
  return floorOf(n * step.d, d * step.n) + 1n;
}

function floorOf(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n < 0n && quotient * d !== n ? quotient - 1n : quotient;
}

/** The decimals at which an indicator's curve, or a limit on it, can turn. */
export function landmarks({ indicators, limits }: Scorecard, id: string): DecimalString[] {
  const bounds = limits.flatMap(({ when }) =>
    when.indicator !== id || "is" in when || "known" in when
      ? []
      : [when.above, when.atLeast, when.below, when.atMost].flatMap((bound) => (bound === undefined ? [] : [bound])),
  );
  return [...landmarksOf(indicators[id] as Indicator), ...bounds];
}

function landmarksOf(indicator: Indicator): DecimalString[] {
  switch (indicator.kind) {
    case "ratio":
      return [indicator.standard];
    case "standard-score":
      return [indicator.standard, indicator.best];
    case "interpolate":
      return indicator.knots.map(({ at }) => at);
    case "bands":
      return indicator.bands.flatMap(({ from }) => (from === null ? [] : [from]));
    case "rating":
      return [indicator.min, indicator.max];
    default:
      return [];
  }
}

const MOST_DECIMALS = 9;

/** The finest step: with finer ones the search for the values that matter would take minutes. */
export const FINEST_STEP = 12;

/**
 * The coarsest power of ten, 1 at most (0.01 for a share), of which these decimals and the value as it is are multiples; a value with more
 * than nine decimals isn't followed further, nor is a definition with more than twelve.
 */
export function stepFor({ kind }: Indicator, decimals: readonly DecimalString[], actual: Quantity | null): Rational {
  const needed = decimals.map((decimal) => decimalsOf(exactly(decimal)));
  const own = actual === null ? 0 : Math.min(decimalsOf(exactQuantity(actual)), MOST_DECIMALS);
  return rational(1n, tenTo(Math.min(Math.max(kind === "share" ? 2 : 0, own, ...needed), FINEST_STEP)));
}

/** Decimals in rising order, each once. */
export function ascending(decimals: readonly DecimalString[]): Rational[] {
  const sorted = decimals.map(exactly).sort(compare);
  return sorted.filter((value, index) => index === 0 || compare(value, sorted[index - 1] as Rational) !== 0);
}
