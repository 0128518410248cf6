import { type ColumnAnswer, clamp, debtShare, gradeOf } from "./by-hand.js";
import type { BenchColumns } from "./sample.js";

/** The loop by hand once more, now keeping every indicator's points in an array of its own. */
export function byHandWithPoints(columns: BenchColumns): ColumnAnswer {
  const { sellThrough, collectionDays, margin, debtRatio, salesReps, reputation } = columns;
  const { majorBrands, ownEngineers, afterSales, coverage, growth, disputes } = columns;
  const rows = sellThrough.length;
  const scores = new Float64Array(rows);
  const grades = new Uint8Array(rows);
  const sellThroughPoints = new Int32Array(rows);
  const collectionDaysPoints = new Int32Array(rows);
  const marginPoints = new Int32Array(rows);
  const debtRatioPoints = new Int32Array(rows);
  const salesRepsPoints = new Int32Array(rows);
  const reputationPoints = new Int32Array(rows);
  const majorBrandsPoints = new Int32Array(rows);
  const ownEngineersPoints = new Int32Array(rows);
  const afterSalesPoints = new Int32Array(rows);
  const coveragePoints = new Int32Array(rows);
  const growthPoints = new Int32Array(rows);
  const disputesPoints = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const days = collectionDays[row] as number;
    const reps = salesReps[row] as number;
    const brands = majorBrands[row] as number;
    const p0 = Math.round(clamp((sellThrough[row] as number) / 6, 0, 1.5) * 150_000);
    const p1 = Math.round(clamp(45 / days, 0.5, 1.5) * 100_000);
    const p2 = Math.round(clamp(15 + ((margin[row] as number) - 0.055) / (0.103 / 7.5), 7.5, 22.5) * 10_000);
    const p3 = Math.round(debtShare(debtRatio[row] as number) * 100_000);
    const p4 = reps < 3 ? 0 : reps < 10 ? 50_000 : 100_000;
    const p5 = Math.round((((reputation[row] as number) - 1) / 4) * 100_000);
    const p6 = brands === 0 ? 0 : brands === 1 ? 30_000 : 50_000;
    const p7 = ownEngineers[row] === 1 ? 50_000 : 0;
    const p8 = Math.round((((afterSales[row] as number) - 1) / 4) * 50_000);
    const p9 = Math.round((coverage[row] as number) * 50_000);
    const p10 = Math.round(clamp((growth[row] as number) / 0.1, -1, 2) * 50_000);
    const p11 = disputes[row] === 1 ? 0 : 50_000;
    sellThroughPoints[row] = p0;
    collectionDaysPoints[row] = p1;
    marginPoints[row] = p2;
    debtRatioPoints[row] = p3;
    salesRepsPoints[row] = p4;
    reputationPoints[row] = p5;
    majorBrandsPoints[row] = p6;
    ownEngineersPoints[row] = p7;
    afterSalesPoints[row] = p8;
    coveragePoints[row] = p9;
    growthPoints[row] = p10;
    disputesPoints[row] = p11;
    const score = Math.min(p0 + p1 + p2 + p3, 400_000) + p4 + p5 + p6 + p7 + p8 + p9 + p10 + p11;
    scores[row] = score;
    grades[row] = gradeOf(score, days > 120);
  }
  return {
    scores,
    grades,
    points: {
      sellThrough: sellThroughPoints,
      collectionDays: collectionDaysPoints,
      margin: marginPoints,
      debtRatio: debtRatioPoints,
      salesReps: salesRepsPoints,
      reputation: reputationPoints,
      majorBrands: majorBrandsPoints,
      ownEngineers: ownEngineersPoints,
      afterSales: afterSalesPoints,
      coverage: coveragePoints,
      growth: growthPoints,
      disputes: disputesPoints,
    },
  };
}
