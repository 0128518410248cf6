import { ONE, over, type Rational, times } from "../../../ground/rational.js";
import type { Compared, Comparisons } from "./judgement.js";
import { type Matrix, principalValue, principalVector } from "./principal.js";
import { type RandomIndex, randomIndexOf } from "./random-index.js";
import { toDouble } from "./ratio.js";

/** How well the comparisons fit together. */
export interface PairsConsistency {
  /** λmax, the principal eigenvalue: the number of ids where all comparisons agree, more where they don't. 6 decimals, as all figures here. */
  readonly lambdaMax: number;
  /** CI = (λmax − n) ÷ (n − 1); 0 for a single id. */
  readonly index: number;
  /** The table that the ratio is measured by, and its value RI for so many ids; `null` beyond the table. */
  readonly randomIndex: { readonly table: RandomIndex; readonly value: number | null };
  /** CR = CI ÷ RI; 0 for one or two ids; `null` beyond the table. */
  readonly ratio: number | null;
  /** Whether the ratio is at most 0.1, Saaty's limit; `null` beyond the table. */
  readonly acceptable: boolean | null;
}

/** The limit that Saaty set to the consistency ratio. */
export const CONSISTENCY_LIMIT = 0.1;

/** What the comparisons amount to, before it is cut to decimals. */
export interface Solved {
  /** Shares of 1. */
  readonly vector: readonly number[];
  readonly lambdaMax: number;
  /** The same as exact fractions, up to a common factor, where every comparison agrees with every other. */
  readonly exact: readonly Rational[] | null;
}

/** Solves complete comparisons; exactly where they are consistent. */
export function solve({ ids, pairs }: Comparisons): Solved {
  const exact = exactVector(ids.length, pairs);
  const matrix = matrixOf(ids.length, pairs);
  if (exact === null) {
    const vector = principalVector(matrix);
    return { vector, lambdaMax: Math.max(ids.length, principalValue(matrix, vector)), exact };
  }
  return { vector: shares(exact), lambdaMax: ids.length, exact };
}

/** The reciprocal matrix of comparisons. */
export function matrixOf(size: number, pairs: readonly Compared[]): number[][] {
  const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => 1));
  for (const { a, b, ratio } of pairs) {
    (matrix[a] as number[])[b] = toDouble(ratio);
    (matrix[b] as number[])[a] = toDouble(over(ONE, ratio));
  }
  return matrix;
}

/** The shares, measured by the first id, if all comparisons agree. */
function exactVector(size: number, pairs: readonly Compared[]): readonly Rational[] | null {
  const vector: Rational[] = Array.from({ length: size }, () => ONE);
  for (const { a, b, ratio } of pairs) {
    if (a === 0) vector[b] = over(ONE, ratio);
    if (b === 0) vector[a] = ratio;
  }
  const isConsistent = pairs.every(({ a, b, ratio }) => {
    const implied = times(ratio, vector[b] as Rational);
    return implied.n === vector[a]?.n && implied.d === vector[a].d;
  });
  return isConsistent ? vector : null;
}

function shares(exact: readonly Rational[]): number[] {
  const parts = exact.map(toDouble);
  const sum = parts.reduce((added, part) => added + part, 0);
  return parts.map((part) => part / sum);
}

/** The consistency of comparisons with this principal eigenvalue. */
export function consistencyOf(size: number, lambdaMax: number, table: RandomIndex): PairsConsistency {
  const value = randomIndexOf(table, size);
  const index = size === 1 ? 0 : (lambdaMax - size) / (size - 1);
  const ratio = value === null ? null : value === 0 ? 0 : toSix(index / value);
  return {
    lambdaMax: toSix(lambdaMax),
    index: toSix(index),
    randomIndex: { table, value: value === null ? null : toSix(value) },
    ratio,
    acceptable: ratio === null ? null : ratio <= CONSISTENCY_LIMIT,
  };
}

/** A double to six decimals, as the number that prints them. */
export function toSix(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Harker's matrix of comparisons of which one is unknown: 0 for it, and 2 on the diagonal of both its ids. */
export function withoutPair(matrix: Matrix, { a, b }: Compared): Matrix {
  return matrix.map((row, at) =>
    row.map((cell, column) =>
      (at === a && column === b) || (at === b && column === a) ? 0 : at === column && (at === a || at === b) ? 2 : cell,
    ),
  );
}
