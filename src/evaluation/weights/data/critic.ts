import { quotientIn, wholeRoot } from "../../../ground/root.js";
import { sixDecimals } from "../weigh.js";
import type { Measured } from "./entropy.js";
import { rangeOf } from "./table.js";

/** What the CRITIC method sees in a column. */
export interface CriticFigures {
  /** Standard deviation of the column scaled to 0 … 1 (of the whole population, not of a sample: the weights are the same). 6 decimals. */
  readonly deviation: number;
  /** Σ (1 − correlation) with every other column: how much it contradicts them. */
  readonly conflict: number;
  /** Deviation × conflict: the weights are in proportion to it. */
  readonly information: number;
}

const BITS = 256n;
const UNIT = 0x1_0000000000000000_0000000000000000_0000000000000000_0000000000000000n;
const SIX_DECIMALS = 1_000_000n;

/**
 * CRITIC (Diakoulaki, Mavrotas & Papayannakis 1995) of columns of whole numbers that are better the higher: each scaled to 0 … 1 between its
 * least and greatest value. A column of equal values has neither deviation nor correlation; it gets nothing and counts in no conflict.
 */
export function critic(columns: readonly (readonly bigint[])[], rows: number): Measured<CriticFigures> {
  const sums = columns.map((column) => column.reduce((added, value) => added + value, 0n));
  const spread = (a: number, b: number): bigint => {
    const other = columns[b] as readonly bigint[];
    const products = (columns[a] as readonly bigint[]).reduce(
      (added, value, row) => added + value * (other[row] as bigint),
      0n,
    );
    return BigInt(rows) * products - (sums[a] as bigint) * (sums[b] as bigint);
  };
  const squares = columns.map((_, index) => spread(index, index));
  const conflicts = conflictsOf(squares, spread);
  const results = columns.map((column, index) => {
    const { least, most } = rangeOf(column);
    return informationOf(squares[index] as bigint, conflicts[index] as bigint, most - least, rows);
  });
  return { shares: results.map(({ share }) => share), figures: results.map(({ figures }) => figures) };
}

/** Σ (1 − r) of each column over the others, in units of 2^-256. */
function conflictsOf(squares: readonly bigint[], spread: (a: number, b: number) => bigint): bigint[] {
  const conflicts = squares.map(() => 0n);
  squares.forEach((first, a) => {
    squares.slice(a + 1).forEach((second, step) => {
      const b = a + 1 + step;
      if (first === 0n || second === 0n) return;
      const distance = lackOfCorrelation(spread(a, b), first * second);
      conflicts[a] = (conflicts[a] as bigint) + distance;
      conflicts[b] = (conflicts[b] as bigint) + distance;
    });
  });
  return conflicts;
}

/** 1 − shared ÷ √squares in units of 2^-256. Where they nearly agree, (squares − shared²) ÷ (√squares × (√squares + shared)) keeps the digits. */
function lackOfCorrelation(shared: bigint, squares: bigint): bigint {
  const root = wholeRoot(squares << (2n * BITS));
  if (shared <= 0n) return UNIT - (shared << (2n * BITS)) / root;
  return ((squares - shared * shared) << (3n * BITS)) / (root * (root + (shared << BITS)));
}

function informationOf(
  square: bigint,
  conflict: bigint,
  range: bigint,
  rows: number,
): { readonly share: bigint; readonly figures: CriticFigures } {
  const deviation = range === 0n ? 0n : wholeRoot(square << (2n * BITS)) / (BigInt(rows) * range);
  const figure = (value: bigint): number => sixDecimals(quotientIn(value, UNIT, SIX_DECIMALS));
  return {
    share: deviation * conflict,
    figures: {
      deviation: figure(deviation),
      conflict: figure(conflict),
      information: figure((deviation * conflict) >> BITS),
    },
  };
}
