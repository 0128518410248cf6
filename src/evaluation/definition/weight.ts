import { type DecimalString, exactQuantity, isNumeral, printDecimal, type Quantity } from "../../ground/numeral.js";
import { over, type Rational, rational, roundHalfAway, tenTo, times } from "../../ground/rational.js";

interface Weighed {
  readonly kind: string;
  readonly weight?: Quantity;
}

/**
 * The indicator with another weight; a standard score's `max` and `min` keep their proportion to it, rounded half away from
 * zero to `scale` decimals. A weight that is no decimal is left for the check to refuse.
 */
export function withWeight<D extends Weighed>(indicator: D, weight: Quantity | undefined, scale: number): D {
  if (weight === undefined) return indicator;
  const isComparable = indicator.kind === "standard-score" && indicator.weight !== undefined && [weight, indicator.weight].every(isDecimal);
  if (!isComparable) return { ...indicator, weight };
  const factor = over(exactQuantity(weight), exactQuantity(indicator.weight));
  const { max, min } = indicator as unknown as Readonly<Record<"max" | "min", Quantity>>;
  return { ...indicator, weight, max: scaled(max, factor, scale), min: scaled(min, factor, scale) };
}

function isDecimal(quantity: unknown): boolean {
  return isNumeral(String(quantity)) && exactQuantity(String(quantity)).n > 0n;
}

function scaled(value: Quantity, factor: Rational, scale: number): Quantity | DecimalString {
  if (!isNumeral(String(value))) return value;
  const product = times(exactQuantity(value), factor);
  const unit = tenTo(scale);
  return printDecimal(rational(roundHalfAway(product.n * unit, product.d), unit));
}
