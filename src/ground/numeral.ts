import { ONE, over, plus, type Rational, rational, tenTo, times } from "./rational.js";

/**
 * A decimal number as text: a JSON number in quotes, such as `"12.50"`, `"-0.03"` or `"1e6"`. What the package returns has
 * neither exponent nor superfluous zeros.
 */
export type DecimalString = string;

/** A decimal as definitions and facts may give it. A number means the decimal that it prints. */
export type Quantity = number | DecimalString;

const NUMERAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/;
/** Characters that a decimal may have. */
export const LONGEST_NUMERAL = 128;

/** Whether a text is a decimal: the grammar of a JSON number, at most 128 characters. `""`, `"1,5"`, `"0x1"`, `" 5"`, `"+5"`, `".5"` aren't. */
export function isNumeral(text: string): boolean {
  return text.length <= LONGEST_NUMERAL && NUMERAL.test(text);
}

/** The exact value of a decimal text; it must satisfy {@link isNumeral}. */
export function exactly(text: DecimalString): Rational {
  const [mantissa = "", exponent = "0"] = text.toLowerCase().split("e");
  const [whole = "", decimals = ""] = mantissa.split(".");
  const power = Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals);
  return power < 0 ? rational(digits, tenTo(-power)) : { n: digits * tenTo(power), d: 1n };
}

/** The exact value of the decimal that a finite number prints, or of a decimal text. */
export function exactQuantity(quantity: Quantity): Rational {
  return exactly(String(quantity));
}

/** How many decimals it takes to write a finite decimal out. */
export function decimalsOf({ d }: Rational): number {
  // 2^k and 5^k divide 10^k, so the bits of d are decimals enough; each zero at the end is one too many.
  const enough = d.toString(2).length;
  const digits = String(tenTo(enough) / d);
  return enough - (digits.length - digits.replace(/0+$/, "").length);
}

/**
 * Writes a value out in full: no exponent, no superfluous zeros, never `-0`. The value must be a finite
 * decimal: its denominator has no other prime factors than 2 and 5.
 */
export function printDecimal(value: Rational): DecimalString {
  const decimals = decimalsOf(value);
  const digits = String(((value.n < 0n ? -value.n : value.n) * tenTo(decimals)) / value.d).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const sign = value.n < 0n ? "-" : "";
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`;
}

/** The same decimal without exponent and superfluous zeros: `"1.50"`, `1.5` and `"15e-1"` all become `"1.5"`. */
export function canonicalDecimal(quantity: Quantity): DecimalString {
  return printDecimal(exactQuantity(quantity));
}

/** The exact sum. */
export function sum(values: readonly Rational[]): Rational {
  return values.reduce(plus, { n: 0n, d: 1n });
}

/** The exact middle between two values. */
export function middle(a: Rational, b: Rational): Rational {
  return times(plus(a, b), over(ONE, { n: 2n, d: 1n }));
}
