import type { BenchColumns } from "./sample.js";

/** What every contender answers: scores in ten-thousandths, grades as places (A, B, C, D), points by indicator if asked for. */
export interface ColumnAnswer {
  readonly scores: Float64Array;
  readonly grades: Uint8Array;
  readonly points: Readonly<Record<string, ArrayLike<number>>> | null;
}

export const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

export function debtShare(ratio: number): number {
  if (ratio <= 0.402) return 1;
  if (ratio <= 0.534) return 1 - ((ratio - 0.402) / 0.132) * 0.2;
  return ratio <= 0.8 ? 0.8 - ((ratio - 0.534) / 0.266) * 0.8 : 0;
}

export function gradeOf(score: number, isLate: boolean): number {
  if (score >= 700_000) return isLate ? 2 : score >= 850_000 ? 0 : 1;
  return score >= 500_000 ? 2 : 3;
}

/**
 * The loop that a good engineer writes for just this card over just these columns: float64, `Math.round`, one pass, everything in
 * local variables; reads no definition, checks nothing, knows nothing of unknown facts.
 */
export function byHand(columns: BenchColumns): ColumnAnswer {
  const { sellThrough, collectionDays, margin, debtRatio, salesReps, reputation } = columns;
  const { majorBrands, ownEngineers, afterSales, coverage, growth, disputes } = columns;
  const rows = sellThrough.length;
  const scores = new Float64Array(rows);
  const grades = new Uint8Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const days = collectionDays[row] as number;
    const reps = salesReps[row] as number;
    const brands = majorBrands[row] as number;
    const finance =
      Math.round(clamp((sellThrough[row] as number) / 6, 0, 1.5) * 150_000) +
      Math.round(clamp(45 / days, 0.5, 1.5) * 100_000) +
      Math.round(clamp(15 + ((margin[row] as number) - 0.055) / (0.103 / 7.5), 7.5, 22.5) * 10_000) +
      Math.round(debtShare(debtRatio[row] as number) * 100_000);
    const market =
      (reps < 3 ? 0 : reps < 10 ? 50_000 : 100_000) +
      Math.round((((reputation[row] as number) - 1) / 4) * 100_000) +
      (brands === 0 ? 0 : brands === 1 ? 30_000 : 50_000) +
      Math.round((coverage[row] as number) * 50_000);
    const rest =
      (ownEngineers[row] === 1 ? 50_000 : 0) +
      Math.round((((afterSales[row] as number) - 1) / 4) * 50_000) +
      Math.round(clamp((growth[row] as number) / 0.1, -1, 2) * 50_000) +
      (disputes[row] === 1 ? 0 : 50_000);
    const score = Math.min(finance, 400_000) + market + rest;
    scores[row] = score;
    grades[row] = gradeOf(score, days > 120);
  }
  return { scores, grades, points: null };
}
