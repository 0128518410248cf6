import { logarithms } from "../../../ground/logarithm.js";
import { quotientIn } from "../../../ground/root.js";
import { sixDecimals } from "../weigh.js";
import { isConstant } from "./table.js";

/** What the entropy method sees in a column. */
export interface EntropyFigures {
  /** Shannon's entropy E of the column's parts, divided by that of equal parts: 1 where nobody differs. 6 decimals. */
  readonly entropy: number;
  /** 1 − E: what the column has to tell; the weights are in proportion to it. */
  readonly divergence: number;
}

/** Shares and figures by column. */
export interface Measured<F> {
  readonly shares: readonly bigint[];
  readonly figures: readonly F[];
}

/** Bits after the point to begin with; doubled where a column's values lie so close together that its divergence would drown in rounding. */
const BITS = 128;
const MOST_BITS = 512;
const CLEAR = 0x1_0000000000000000n;
const SIX_DECIMALS = 1_000_000n;

/**
 * Entropy weights of columns of whole numbers of 0 or more (Shannon 1948; Hwang & Yoon 1981): with p = value ÷ sum, E = −Σ p ln p ÷ ln rows,
 * where 0 ln 0 is 0. A column of equal values tells nothing: E = 1.
 */
export function entropy(
  columns: readonly (readonly bigint[])[],
  rows: number,
  bits: number = BITS,
): Measured<EntropyFigures> {
  const ln = logarithms(bits);
  const most = ln(BigInt(rows));
  const moving = columns.map((column) => !isConstant(column));
  const shares = columns.map((column, index) => (moving[index] === true ? divergence(column, most, ln) : 0n));
  const isClear = shares.every((share, index) => moving[index] === false || share > CLEAR);
  if (!isClear && bits < MOST_BITS) return entropy(columns, rows, 2 * bits);
  return { shares, figures: shares.map((share) => figuresOf(share, most)) };
}

/** (1 − E) × ln rows = ln rows − ln sum + Σ value × ln value ÷ sum: no quotient but the last. */
function divergence(column: readonly bigint[], most: bigint, ln: (value: bigint) => bigint): bigint {
  const sum = column.reduce((added, value) => added + value, 0n);
  const weighed = column.reduce((added, value) => (value === 0n ? added : added + value * ln(value)), 0n);
  const result = most - ln(sum) + weighed / sum;
  return result < 0n ? 0n : result;
}

function figuresOf(share: bigint, most: bigint): EntropyFigures {
  return {
    entropy: sixDecimals(quotientIn(most - share, most, SIX_DECIMALS)),
    divergence: sixDecimals(quotientIn(share, most, SIX_DECIMALS)),
  };
}
