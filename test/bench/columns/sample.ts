import { seededRandom } from "../../support/random.js";
import type { BenchFacts } from "../subject.js";

/** The columns of the card in `subject.ts`. */
export interface BenchColumns {
  readonly sellThrough: Float64Array;
  readonly collectionDays: Float64Array;
  readonly margin: Float64Array;
  readonly debtRatio: Float64Array;
  readonly salesReps: Float64Array;
  readonly reputation: Float64Array;
  readonly majorBrands: Uint8Array;
  readonly ownEngineers: Uint8Array;
  readonly afterSales: Float64Array;
  readonly coverage: Float64Array;
  readonly growth: Float64Array;
  readonly disputes: Uint8Array;
}

export const BRANDS = ["none", "some", "exclusive"] as const;

/** So many clients as a CRM holds them: all facts known, decimals of one to four places, the same in every run. */
export function sampleColumns(rows: number): BenchColumns {
  const random = seededRandom(20_261_121);
  const numbers = (draw: () => number): Float64Array => Float64Array.from({ length: rows }, draw);
  const codes = (draw: () => number): Uint8Array => Uint8Array.from({ length: rows }, draw);
  const decimal = (least: number, most: number, unit: number): number =>
    random.int(Math.round(least * unit), Math.round(most * unit)) / unit;
  return {
    sellThrough: numbers(() => decimal(0, 12, 100)),
    collectionDays: numbers(() => random.int(10, 150)),
    margin: numbers(() => decimal(-0.05, 0.2, 10_000)),
    debtRatio: numbers(() => decimal(0.2, 1, 1000)),
    salesReps: numbers(() => random.int(0, 20)),
    reputation: numbers(() => random.int(1, 5)),
    majorBrands: codes(() => random.int(0, 2)),
    ownEngineers: codes(() => random.int(0, 1)),
    afterSales: numbers(() => decimal(1, 5, 10)),
    coverage: numbers(() => decimal(0, 1, 100)),
    growth: numbers(() => decimal(-0.3, 0.4, 1000)),
    disputes: codes(() => (random.chance(0.2) ? 1 : 0)),
  };
}

/** The facts of one row. */
export function factsAt(columns: BenchColumns, row: number): BenchFacts {
  const at = (column: Float64Array | Uint8Array): number => column[row] ?? NaN;
  return {
    sellThrough: at(columns.sellThrough),
    collectionDays: at(columns.collectionDays),
    margin: at(columns.margin),
    debtRatio: at(columns.debtRatio),
    salesReps: at(columns.salesReps),
    reputation: at(columns.reputation),
    majorBrands: BRANDS[at(columns.majorBrands) as 0 | 1 | 2],
    ownEngineers: at(columns.ownEngineers) === 1,
    afterSales: at(columns.afterSales),
    coverage: at(columns.coverage),
    growth: at(columns.growth),
    disputes: at(columns.disputes) === 1,
  };
}
