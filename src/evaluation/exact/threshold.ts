import { type DecimalString, exactly } from "../../ground/numeral.js";
import { compare } from "../../ground/rational.js";

/** A decimal to compare facts with: exactly, and at the speed of floats wherever they differ. */
export interface Threshold {
  /** The nearest double. */
  readonly value: number;
  readonly text: DecimalString;
  /** Whether `value` prints as `text`, so that an equal number is surely an equal decimal. */
  readonly isPrinted: boolean;
}

/** A threshold at a decimal in canonical form. */
export function threshold(text: DecimalString): Threshold {
  const value = Number(text);
  return { value, text, isPrinted: String(value) === text };
}

/**
 * −1, 0 or 1 as a fact lies below, at or above a threshold. Rounding to doubles never turns the order of two decimals round, so
 * only equal doubles need a closer look. `text` is the fact's decimal text, `null` if it came as a number.
 */
export function compareTo(at: Threshold, a: number, text: string | null): -1 | 0 | 1 {
  if (a < at.value) return -1;
  if (a > at.value) return 1;
  if (at.isPrinted && text === null) return 0;
  return compare(exactly(text ?? String(a)), exactly(at.text));
}
