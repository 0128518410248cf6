import type { ScorecardIssue } from "../../ground/issue.js";
import { type DecimalString, exactQuantity, isNumeral, printDecimal, type Quantity } from "../../ground/numeral.js";
import { compare, ONE, over, type Rational, roundTo, times } from "../../ground/rational.js";

/** The weights that are given to ids which aren't there. */
export function unknownWeights(weights: object, indicators: object): ScorecardIssue[] {
  const strangers = Object.keys(weights).filter((id) => !Object.hasOwn(indicators, id));
  return strangers.map((indicator) => ({
    code: "unknown-indicator",
    path: ["weights", indicator],
    details: { indicator },
  }));
}

interface Weighed {
  readonly kind: string;
  readonly weight?: Quantity;
}

/**
 * The indicators with other weights where they are given; a standard score's `max` and `min` keep their proportion to its
 * weight, rounded half away from zero to `scale` decimals. What is no
 * decimal, and a scale that is none, is left for the check to refuse.
 */
export function reweighed<D extends Weighed>(
  indicators: Readonly<Record<string, D>>,
  weights: Readonly<Record<string, Quantity | undefined>>,
  scale: number,
): Record<string, D> {
  const entries = Object.entries(indicators);
  return Object.fromEntries(entries.map(([id, indicator]) => [id, withWeight(indicator, weights[id], scale)]));
}

function withWeight<D extends Weighed>(indicator: D, weight: Quantity | undefined, scale: number): D {
  if (weight === undefined) return indicator;
  const { kind, weight: before } = indicator;
  const isScalable = kind === "standard-score" && before !== undefined && isPositive(weight) && isPositive(before);
  if (!isScalable || !Number.isInteger(scale) || scale < 0 || scale > 9) return { ...indicator, weight };
  const factor = over(exactQuantity(weight), exactQuantity(before));
  if (compare(factor, ONE) === 0) return indicator;
  const { max, min } = indicator as unknown as Readonly<Record<"max" | "min", Quantity>>;
  return { ...indicator, weight, max: scaled(max, factor, scale), min: scaled(min, factor, scale) };
}

function isPositive(quantity: Quantity): boolean {
  return isNumeral(String(quantity)) && exactQuantity(quantity).n > 0n;
}

function scaled(value: Quantity, factor: Rational, scale: number): Quantity | DecimalString {
  if (!isNumeral(String(value))) return value;
  return printDecimal(roundTo(times(exactQuantity(value), factor), scale));
}
