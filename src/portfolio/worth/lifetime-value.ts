import { type DecimalString, printDecimal } from "../../ground/numeral.js";
import { plus, type Rational, roundHalfAway, tenTo, times } from "../../ground/rational.js";
import { fromUnits, ratio } from "../money.js";
import {
  LIFETIME_INPUTS,
  type LifetimeFacts,
  type LifetimeInput,
  type LifetimeOptions,
  type LifetimePeriod,
  type LifetimeSensitivity,
  type LifetimeValue,
} from "./lifetime.js";
import { exactValue, inUnits, type Present, presentValue, sumOf, wholeOf } from "./lifetime-present.js";
import {
  isList,
  isProbability,
  type LifetimeReading,
  type LifetimeSettings,
  readLifetimeFacts,
  readLifetimeOptions,
  type Values,
} from "./lifetime-read.js";

/**
 * What a client is worth over its lifetime: the present value of the margins that it is expected to bring (B1.1), by the closed form
 * m·r ÷ (1 + i − r), or margin by margin over a finite horizon or with margins and retention by period.
 *
 * Amounts are exact and rounded once, half away from zero, to `scale` decimals; the margins' parts are the differences of the rounded sums
 * so far, so that they sum exactly to `value`. `net` is rounded from the exact value less the cost, not from the rounded one, so that by hand it may come out
 * one last decimal apart. Period n of `after-first-period` brings m·rⁿ ÷ (1 + i)ⁿ; of `at-once` m·rⁿ⁻¹ ÷ (1 + i)ⁿ⁻¹;
 * of `end-of-first-period` m·rⁿ⁻¹ ÷ (1 + i)ⁿ. Where an input is unknown or faulty, what depends on it is `null`: unknown is never zero.
 * `sensitivity` says what one point of retention more or less is worth.
 *
 * Faulty data are in `issues` (a retention outside of 0 … 1; a discount rate of −1 or less, or, for ever, of r − 1 or less: the sum has no
 * bound; a list of another length than the horizon). Faulty options throw a `KeyAccountError` with all issues.
 *
 * Sources: Gupta & Lehmann, Customers as Assets, Journal of Interactive Marketing 17 (1), 2003, 9–24; Berger & Nasr, Customer Lifetime Value:
 * Marketing Models and Applications, ibid. 12 (1), 1998, 17–30.
 *
 * @example
 * ```ts
 * import { lifetimeValue } from "keyaccount";
 *
 * const worth = lifetimeValue({ currency: "CNY", margin: "30000", retention: "0.8", discountRate: "0.1", acquisitionCost: "50000" });
 * [worth.value, worth.net, worth.multiple]; // => ["80000", "30000", 2.6667]
 * worth.sensitivity[2]; // => { change: "0.01", retention: "0.81", value: "83793.1", difference: "3793.1", multiple: 2.7931 }
 * lifetimeValue({ currency: "CNY", margin: "30000", retention: "0.8", discountRate: "0.1" }, { timing: "at-once" }).multiple; // => 3.6667
 * lifetimeValue({ currency: "CNY", margin: ["100", "110"], retention: ["0.9", "0.8"], discountRate: "0.25" }).value; // => "122.69"
 * ```
 */
export function lifetimeValue(facts: LifetimeFacts, options: LifetimeOptions = {}): LifetimeValue {
  const settings = readLifetimeOptions(options);
  const reading = readLifetimeFacts(facts, settings.timing);
  const present = presentValue(reading, settings, reading.retention);
  const sum = sumOf(present, settings.scale);
  return {
    v: 1,
    currency: reading.currency,
    timing: settings.timing,
    periods: reading.periods,
    value: printSum(sum, settings),
    net: netOf(present, reading, settings),
    multiple: multipleOf(present),
    byPeriod: periodsOf(present, settings),
    sensitivity: settings.changes.map((change) => sensitivityTo(change, sum, reading, settings)),
    unknown: unknownOf(reading),
    issues: reading.reader.issues,
  };
}

function printSum(sum: bigint | null, { scale }: LifetimeSettings): DecimalString | null {
  return sum === null ? null : fromUnits(sum, scale);
}

/** Rounded once, from the exact value; fractions not in lowest terms, for speed. */
function netOf(
  present: Present | null,
  { acquisitionCost: cost }: LifetimeReading,
  { scale }: LifetimeSettings,
): DecimalString | null {
  const value = exactValue(present);
  if (value === null || cost === null) return null;
  return fromUnits(roundHalfAway((value.n * cost.d - cost.n * value.d) * tenTo(scale), value.d * cost.d), scale);
}

function multipleOf(present: Present | null): number | null {
  return present?.isLevel === true ? ratio(wholeOf(present).total) : null;
}

/** The margins one by one: what each adds to the rounded sum so far. */
function periodsOf(present: Present | null, { scale }: LifetimeSettings): LifetimePeriod[] {
  if (present === null || present.margins === null || present.unit === null) return [];
  const { margins, unit, steps } = present;
  const sums = steps.map((step) => inUnits(step, unit, scale));
  return steps.map(({ survival }, index) => ({
    period: index + 1,
    margin: printDecimal(times({ n: margins[index] as bigint, d: 1n }, unit)),
    survival: ratio(survival) as number,
    presentValue: fromUnits((sums[index] as bigint) - (sums[index - 1] ?? 0n), scale),
  }));
}

function sensitivityTo(
  change: Rational,
  sum: bigint | null,
  reading: LifetimeReading,
  settings: LifetimeSettings,
): LifetimeSensitivity {
  const retention = changed(reading.retention, change);
  const present = presentValue(reading, settings, retention);
  const other = sumOf(present, settings.scale);
  return {
    change: printDecimal(change),
    retention: retention === null || isList(retention) ? null : printDecimal(retention),
    value: printSum(other, settings),
    difference: other === null || sum === null ? null : fromUnits(other - sum, settings.scale),
    multiple: multipleOf(present),
  };
}

/** Every period's retention moved; `null` where one of them is no probability then. */
function changed(retention: Values | null, change: Rational): Values | null {
  if (retention === null) return null;
  const moved = isList(retention) ? retention.map((one) => plus(one, change)) : plus(retention, change);
  return (isList(moved) ? moved : [moved]).every(isProbability) ? moved : null;
}

function unknownOf({ margin, retention, growth, periods, acquisitionCost }: LifetimeReading): LifetimeInput[] {
  const known = { margin, retention, discountRate: growth, periods, acquisitionCost };
  return LIFETIME_INPUTS.filter((input) => known[input] === null);
}
