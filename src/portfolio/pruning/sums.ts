import type { DecimalString } from "../../ground/numeral.js";
import type { Rational } from "../../ground/rational.js";
import { commonUnits } from "../../ground/units.js";
import type { PruningRow } from "./decide-pruning.js";
import type { PruningSums } from "./pruning.js";

const SUMMED = ["volume", "margin", "visits"] as const;

/** Sums up what is known of some clients. */
export function sumsOf(rows: readonly PruningRow[]): PruningSums {
  const [volume, margin, visits] = SUMMED.map((key) => sumOf(rows.flatMap((row) => row[key] ?? []))) as [
    DecimalString,
    DecimalString,
    DecimalString,
  ];
  const [noVolume, noMargin, noVisits] = SUMMED.map((key) => rows.filter((row) => row[key] === null).length) as [
    number,
    number,
    number,
  ];
  return {
    clients: rows.length,
    volume,
    margin,
    visits,
    unknown: { volume: noVolume, margin: noMargin, visits: noVisits },
  };
}

function sumOf(values: readonly Rational[]): DecimalString {
  const { of, print } = commonUnits(values);
  return print(values.reduce((sum, value) => sum + of(value), 0n));
}
