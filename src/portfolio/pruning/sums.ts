import type { DecimalString } from "../../ground/numeral.js";
import { addUnits, commonScale, type Scale, type Scaled, subtractUnits, type Whole } from "../../ground/scaled.js";
import { shareOf } from "../share.js";
import { volumeOf } from "../volumes.js";
import type { PruningRow } from "./decide-pruning.js";
import type { PruningSums } from "./pruning.js";

/** Sums over some clients, in units. */
interface Sums {
  readonly clients: number;
  readonly volume: Sum;
  readonly margin: Sum;
  readonly visits: Sum;
}

/** A sum of what is known, what of it is above zero, and of how many clients nothing is known. */
interface Sum {
  readonly all: Whole;
  readonly bought: Whole;
  readonly unknown: number;
}

/** Sums up parts of a list of clients, each client once: what is left is what there was, less what is lost. */
export interface Ledger {
  readonly sum: (rows: readonly PruningRow[]) => Sums;
  readonly minus: (sums: Sums, others: Sums) => Sums;
  readonly print: (sums: Sums) => PruningSums;
  /** Volume ÷ volume, of what is above zero; `null` where that is nothing, or some of the part is unknown. */
  readonly shareOf: (part: Sums, whole: Sums) => number | null;
}

/** A ledger for these clients and any part of them. */
export function ledgerOf(rows: readonly PruningRow[]): Ledger {
  const volume = commonScale(rows.flatMap((row) => volumeOf(row) ?? []));
  const margin = commonScale(rows.flatMap((row) => row.margin ?? []));
  const visits = commonScale(rows.flatMap((row) => row.visits ?? []));
  return {
    sum: (some) => ({
      clients: some.length,
      volume: sumOf(some, volumeOf, volume),
      margin: sumOf(some, (row) => row.margin, margin),
      visits: sumOf(some, (row) => row.visits, visits),
    }),
    minus: (sums, others) => ({
      clients: sums.clients - others.clients,
      volume: minus(sums.volume, others.volume),
      margin: minus(sums.margin, others.margin),
      visits: minus(sums.visits, others.visits),
    }),
    print: (sums) => printSums(sums, { volume: volume.print, margin: margin.print, visits: visits.print }),
    shareOf: (part, whole) => {
      const isKnown = part.volume.unknown === 0 && whole.volume.bought > 0;
      return isKnown ? shareOf(part.volume.bought, whole.volume.bought) : null;
    },
  };
}

function sumOf(rows: readonly PruningRow[], read: (row: PruningRow) => Scaled | null, { zero, of }: Scale): Sum {
  let [all, bought, unknown] = [zero, zero, 0];
  for (const row of rows) {
    const value = read(row);
    const units = value === null ? zero : of(value);
    if (value === null) unknown += 1;
    if (units > 0) bought = addUnits(bought, units);
    all = addUnits(all, units);
  }
  return { all, bought, unknown };
}

function minus(one: Sum, other: Sum): Sum {
  return {
    all: subtractUnits(one.all, other.all),
    bought: subtractUnits(one.bought, other.bought),
    unknown: one.unknown - other.unknown,
  };
}

function printSums(
  { clients, volume, margin, visits }: Sums,
  print: { readonly [K in "volume" | "margin" | "visits"]: (whole: Whole) => DecimalString },
): PruningSums {
  return {
    clients,
    volume: print.volume(volume.all),
    margin: print.margin(margin.all),
    visits: print.visits(visits.all),
    unknown: { volume: volume.unknown, margin: margin.unknown, visits: visits.unknown },
  };
}
