import { MOST_TICKS, ticksToNumber } from "../evaluation/exact/ticks.js";
import { type DecimalString, printDecimal } from "../ground/numeral.js";
import { type Rational, rational, roundHalfAway, roundTo, tenTo } from "../ground/rational.js";

const RATIO_DECIMALS = 4;
const RATIO_UNIT = 10_000;

/** An amount of money to so many decimals, half away from zero. */
export function money(value: Rational, scale: number): DecimalString {
  return printDecimal(roundTo(value, scale));
}

/**
 * A share, probability or ratio, never below zero, to four decimals, half away from zero, as the number that prints them; `null` above 10^11, where no
 * number prints all of its decimals. The fraction needn't be in lowest terms.
 */
export function ratio({ n, d }: Rational): number | null {
  const ticks = roundHalfAway(n * tenTo(RATIO_DECIMALS), d);
  return ticks > MOST_TICKS ? null : ticksToNumber(Number(ticks), RATIO_UNIT);
}

/** An amount given in units of its last decimal. */
export function fromUnits(units: bigint, scale: number): DecimalString {
  return printDecimal(rational(units, tenTo(scale)));
}
