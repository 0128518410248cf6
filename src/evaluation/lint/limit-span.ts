import { type DecimalString, exactly } from "../../ground/numeral.js";
import { compare, type Rational } from "../../ground/rational.js";
import type { Indicator } from "../definition/kinds.js";
import type { Condition, NumberCondition } from "../definition/scorecard.js";

/**
 * The values of an indicator as places in a row, as far as conditions tell them apart: for numbers each bound (odd places) and each
 * stretch between bounds (even places), for options and answers each of them.
 */
export interface Axis {
  readonly indicator: Indicator;
  readonly bounds: readonly Rational[];
  /** The places that values can have. */
  readonly domain: Span;
}

/** Places from the first to the last, both included; none where the first lies behind the last. */
export type Span = readonly [first: number, last: number];

const BOUNDS = ["above", "atLeast", "below", "atMost"] as const;

/** The axis on which all conditions of one indicator lie. */
export function axisOf(indicator: Indicator, conditions: readonly Condition[]): Axis {
  if (indicator.kind === "flag") return { indicator, bounds: [], domain: [0, 1] };
  if (indicator.kind === "choice")
    return { indicator, bounds: [], domain: [0, Object.keys(indicator.options).length - 1] };
  const asked = conditions.flatMap((when) =>
    BOUNDS.flatMap((key) => (when as NumberCondition<DecimalString>)[key] ?? []),
  );
  const bounds = distinct([...asked, ...edgesOf(indicator)].map(exactly));
  return { indicator, bounds, domain: domainOf(indicator, bounds) };
}

function distinct(values: readonly Rational[]): Rational[] {
  const sorted = [...values].sort(compare);
  return sorted.filter((value, index) => index === 0 || compare(value, sorted[index - 1] as Rational) !== 0);
}

/** A ratio of which less is better, and which has no cap, takes values above zero only. */
function edgesOf(indicator: Indicator): readonly DecimalString[] {
  if (indicator.kind === "rating") return [indicator.min, indicator.max];
  if (indicator.kind === "share") return ["0", "1"];
  return isAboveZero(indicator) ? ["0"] : [];
}

function isAboveZero(indicator: Indicator): boolean {
  return indicator.kind === "ratio" && indicator.better === "lower" && indicator.cap === undefined;
}

function domainOf(indicator: Indicator, bounds: readonly Rational[]): Span {
  const [low, high] = edgesOf(indicator).map((edge) => placeOf(bounds, exactly(edge)));
  if (low === undefined) return [0, bounds.length * 2];
  return high === undefined ? [low + 1, bounds.length * 2] : [low, high];
}

function placeOf(bounds: readonly Rational[], value: Rational): number {
  let [low, high] = [0, bounds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(bounds[middle] as Rational, value) < 0) low = middle + 1;
    else high = middle;
  }
  return low * 2 + 1;
}

/** The places of the values that fulfil a condition. */
export function spanOf({ indicator, bounds, domain }: Axis, when: Condition): Span {
  if ("is" in when) {
    const place =
      indicator.kind === "choice" ? Object.keys(indicator.options).indexOf(String(when.is)) : Number(when.is);
    return [place, place];
  }
  const { above, atLeast, below, atMost } = when as NumberCondition<DecimalString>;
  const at = (text: DecimalString): number => placeOf(bounds, exactly(text));
  const first = [
    domain[0],
    ...(above === undefined ? [] : [at(above) + 1]),
    ...(atLeast === undefined ? [] : [at(atLeast)]),
  ];
  const last = [
    domain[1],
    ...(below === undefined ? [] : [at(below) - 1]),
    ...(atMost === undefined ? [] : [at(atMost)]),
  ];
  return [Math.max(...first), Math.min(...last)];
}
