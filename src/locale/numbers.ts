import { canonicalDecimal, exactQuantity, printDecimal, sum } from "../ground/numeral.js";
import { compare, times } from "../ground/rational.js";

/** A number with at least so many decimals, all of its own digits kept: `fixed(5.5, 2)` is `"5.50"`. */
export function fixed(value: number, decimals: number): string {
  const text = canonicalDecimal(value);
  const missing = decimals - (text.split(".")[1] ?? "").length;
  if (missing <= 0) return text;
  return `${text}${text.includes(".") ? "" : "."}${"0".repeat(missing)}`;
}

/** The exact sum, as {@link fixed}. */
export function fixedSum(values: readonly number[], decimals: number): string {
  return fixed(Number(printDecimal(sum(values.map(exactQuantity)))), decimals);
}

/** A share as a percentage: `0.855` is `"85.5"`. */
export function percent(share: number): string {
  return printDecimal(times(exactQuantity(share), { n: 100n, d: 1n }));
}

/** Whether `score` is exactly `points ÷ weight × total`, without rounding. */
export function isExactly(score: number, points: number, weight: number, total: number): boolean {
  const [left, right] = [
    times(exactQuantity(score), exactQuantity(weight)),
    times(exactQuantity(points), exactQuantity(total)),
  ];
  return compare(left, right) === 0;
}

/** A change: as {@link fixed}, with its sign; zero has none. */
export function signed(value: number, decimals: number): string {
  return value > 0 ? `+${fixed(value, decimals)}` : fixed(value, decimals);
}
