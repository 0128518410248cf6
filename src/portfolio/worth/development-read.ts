import type { JsonObject } from "../../ground/json.js";
import { exactQuantity, printDecimal } from "../../ground/numeral.js";
import { compare, type Rational, ZERO } from "../../ground/rational.js";
import { type Range, type Reader, readDecimal, readInput, readOptions, recordOf, refuse } from "../../ground/reader.js";
import { DEVELOPMENT_INPUTS, type DevelopmentInput } from "./development.js";
import { ABOVE, BELOW, type Interval } from "./interval.js";
import { MOST_PERIODS, readScale } from "./options.js";

/** Every input as far as it is known. */
export type Inputs = { readonly [I in DevelopmentInput]: Interval };

/** The options, read. */
export interface DevelopmentSettings {
  readonly minimum: Rational;
  readonly scale: number;
}

const SHARE: Range = { least: 0, most: 1 };
const SIZE: Range = { least: 0 };
const RANGES: Readonly<Record<DevelopmentInput, Range>> = {
  probability: SHARE,
  periods: { least: 0, most: MOST_PERIODS },
  sales: SIZE,
  marginRate: { most: 1 },
  inventory: SIZE,
  interestRate: SIZE,
  riskRate: SHARE,
  people: SIZE,
  travel: SIZE,
  running: SIZE,
  peopleToWin: SIZE,
  travelToWin: SIZE,
};

/** Reads the options; throws their faults. */
export function readDevelopmentOptions(options: unknown): DevelopmentSettings {
  return readOptions(options, ["minimum", "scale"], (reader) => ({
    minimum: readDecimal(reader, reader.record["minimum"], ["minimum"]) ?? ZERO,
    scale: readScale(reader),
  }));
}

/** Reads every input; what is unknown or faulty may be anything that is possible. */
export function readDevelopmentFacts(facts: unknown): { readonly reader: Reader; readonly inputs: Inputs } {
  const reader = readInput(facts);
  const entries = DEVELOPMENT_INPUTS.map((input) => [input, readEstimate(reader, input)] as const);
  return { reader, inputs: Object.fromEntries(entries) as unknown as Inputs };
}

function readEstimate(reader: Reader, input: DevelopmentInput): Interval {
  const value = reader.record[input];
  const range = RANGES[input];
  const possible = {
    low: range.least === undefined ? BELOW : exactQuantity(range.least),
    high: range.most === undefined ? ABOVE : exactQuantity(range.most),
  };
  const between = recordOf(value);
  if (between !== null) return readBetween(reader, between, input, possible);
  const exact = readDecimal(reader, value, [input], range);
  return exact === null ? possible : { low: exact, high: exact };
}

function readBetween(reader: Reader, value: JsonObject, input: DevelopmentInput, possible: Interval): Interval {
  const low = readDecimal(reader, value["low"], [input, "low"], RANGES[input]);
  const high = readDecimal(reader, value["high"], [input, "high"], RANGES[input]);
  if (low !== null && high !== null && compare(low, high) > 0) {
    const details = { earlier: printDecimal(low), later: printDecimal(high) };
    refuse(reader, { code: "out-of-order", path: [input, "high"], details });
    return possible;
  }
  return { low: low ?? possible.low, high: high ?? possible.high };
}
