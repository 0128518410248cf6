import { Decimal as SharedDecimal } from "decimal.js";
import { type DecimalString, exactQuantity, printDecimal, type Quantity } from "./numeral.js";
import { over, roundTo } from "./rational.js";

/**
 * Our own copy of decimal.js: more digits than any sum of decimal texts has, half away from zero, no exponents in print. A
 * host that sets the shared constructor's precision changes nothing here. The left operand's constructor decides, so begin
 * with {@link decimal}.
 */
const Decimal = /* @__PURE__ */ SharedDecimal.clone({
  defaults: true,
  precision: 3000,
  rounding: SharedDecimal.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

/** A value of our own decimal.js. */
export type Decimal = SharedDecimal;

/** Reads a decimal text or number; a number means the decimal that it prints. */
export function decimal(quantity: Quantity): Decimal {
  return new Decimal(String(quantity));
}

/** The exact sum; `"0"` for none. */
export function sumDecimals(values: readonly Quantity[]): DecimalString {
  return values.reduce<Decimal>((total, value) => total.plus(decimal(value)), decimal(0)).toString();
}

/**
 * a ÷ b to so many decimals, half away from zero; `null` where b is zero. One rounding of the exact quotient: decimal.js
 * would round to its precision first and then once more.
 */
export function divideDecimals(a: Quantity, b: Quantity, decimals: number): DecimalString | null {
  const divisor = exactQuantity(b);
  if (divisor.n === 0n) return null;
  return printDecimal(roundTo(over(exactQuantity(a), divisor), decimals));
}
