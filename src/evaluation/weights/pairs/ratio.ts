import type { ArgumentIssue, Path } from "../../../ground/issue.js";
import { exactly, isNumeral, printDecimal, type Quantity } from "../../../ground/numeral.js";
import { print } from "../../../ground/print.js";
import { compare, over, type Rational, ZERO } from "../../../ground/rational.js";

/** How many times as important: a decimal above zero, or a fraction of two decimals such as `"1/3"`. */
export type PairRatio = Quantity | `${number}/${number}`;

const MOST = 1_000_000;
/** Beyond it a decimal is outside of every range here; reading it would only take time. */
const LONG_EXPONENT = /e.?\d{3}/i;

/** Reads a ratio; `null` and an issue where it is none, or isn't from a millionth to a million. */
export function readRatio(value: unknown, path: Path, issues: ArgumentIssue[]): Rational | null {
  const ratio = typeof value === "string" || typeof value === "number" ? ratioOf(String(value)) : null;
  if (ratio === null) {
    issues.push({ code: "not-a-ratio", path, details: { received: print(value) } });
  } else if (compare(ratio, { n: BigInt(MOST), d: 1n }) > 0 || compare(ratio, { n: 1n, d: BigInt(MOST) }) < 0) {
    const details = { received: print(value), least: 1 / MOST, most: MOST };
    issues.push({ code: "out-of-range", path, details });
  } else {
    return ratio;
  }
  return null;
}

function ratioOf(text: string): Rational | null {
  const [above, below = "1", ...more] = text.split("/", 3).map((part) => part.trim());
  if (above === undefined || more.length > 0 || !isShort(above) || !isShort(below)) return null;
  const [n, d] = [exactly(above), exactly(below)];
  return compare(n, ZERO) > 0 && compare(d, ZERO) > 0 ? over(n, d) : null;
}

function isShort(text: string): boolean {
  return isNumeral(text) && !LONG_EXPONENT.test(text);
}

/** Writes a ratio as a decimal where it is one, else as a fraction: `"2.5"`, `"1/3"`. */
export function printRatio(ratio: Rational): string {
  let rest = ratio.d;
  for (const prime of [2n, 5n]) while (rest % prime === 0n) rest /= prime;
  return rest === 1n ? printDecimal(ratio) : `${String(ratio.n)}/${String(ratio.d)}`;
}

/** The double nearest to a ratio from a millionth to a million, but for one rounding more. */
export function toDouble({ n, d }: Rational): number {
  return Number((n * 10n ** 24n) / d) / 1e24;
}
