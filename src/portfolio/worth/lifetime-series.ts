import { decimalsOf } from "../../ground/numeral.js";
import { minus, ONE, over, type Rational, rational, tenTo } from "../../ground/rational.js";
import type { LifetimeTiming } from "./lifetime.js";

/** The margins of a finite horizon, in whole units; its length is the number of margins. */
export interface Series {
  readonly timing: LifetimeTiming;
  /** Margins as whole numbers. */
  readonly margins: readonly bigint[];
  /** Retention from each period to the next; as many as there are margins, or one less where the first is certain. */
  readonly retentions: readonly Rational[];
  /** 1 + discount rate, above zero. */
  readonly growth: Rational;
}

/** What has come in after one more period; fractions not in lowest terms, for speed. */
export interface Step {
  readonly total: Rational;
  readonly survival: Rational;
}

/**
 * Adds the margins up one by one. All terms share one denominator, the product of the discount factors' so far, so that no step
 * looks for common divisors: a thousand periods take milliseconds.
 */
export function* steps({ timing, margins, retentions, growth }: Series): Generator<Step> {
  const isCertain = timing !== "after-first-period";
  let weight: Rational = timing === "end-of-first-period" ? { n: growth.d, d: growth.n } : ONE;
  let survival = ONE;
  let total = 0n;
  for (const [index, margin] of margins.entries()) {
    const retention = retentions[isCertain ? index - 1 : index] ?? ONE;
    const factor = isCertain && index === 0 ? ONE : over(retention, growth);
    weight = { n: weight.n * factor.n, d: weight.d * factor.d };
    survival = { n: survival.n * retention.n, d: survival.d * retention.d };
    total = total * factor.d + margin * weight.n;
    yield { total: { n: total, d: weight.d }, survival };
  }
}

/** The value of one unit of margin a period, for ever; `growth` must be above the retention. */
export function multipleForEver(timing: LifetimeTiming, retention: Rational, growth: Rational): Rational {
  const first = { "after-first-period": retention, "at-once": growth, "end-of-first-period": ONE }[timing];
  return over(first, minus(growth, retention));
}

/** Decimals as whole numbers of one unit. */
export function wholeUnits(values: readonly Rational[]): { readonly margins: bigint[]; readonly unit: Rational } {
  const d = tenTo(values.reduce((most, value) => Math.max(most, decimalsOf(value)), 0));
  return { margins: values.map((value) => (value.n * d) / value.d), unit: rational(1n, d) };
}
