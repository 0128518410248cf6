import { mulDivRound } from "../exact/ticks.js";
import { rescale } from "../tally.js";
import type { ColumnInterval } from "./column-scores.js";
import { gradeRows, NO_GRADE } from "./grade-rows.js";
import type { Job } from "./job.js";
import type { Held } from "./limits.js";
import type { Output } from "./output.js";
import type { Part } from "./plan.js";
import { addHeld, addPart } from "./totals.js";

/** Turns the points of a chunk into scores, coverage, grades and interval. */
export function finish(job: Job, sums: readonly Float64Array[], held: Held, output: Output): void {
  const { gaps, plan, run, start } = job;
  sumParts(job, sums, output);
  if (gaps.any && output.interval !== null) bound(job, sums, output.interval);
  if (gaps.any) settleScores(job, output);
  gradeRows(plan.steps, output.scores, output.grades, start, run.count, held.shown);
  if (output.interval === null) return;
  if (gaps.any) gradeInterval(job, held, output, output.interval);
  else closeInterval(job, output, output.interval);
}

/** Sums the parts, each held to its cap. Sums of the part without a cap are only kept apart for the interval. */
function sumParts(job: Job, sums: readonly Float64Array[], { scores, interval }: Output): void {
  const { plan, run, start } = job;
  plan.parts.forEach((part, place) => {
    if (part.cap === Infinity && interval === null) {
      addPart(part, job, scores, start);
      return;
    }
    const sum = sums[place] as Float64Array;
    sum.fill(0);
    addPart(part, job, sum, 0);
    addHeld(scores, start, run.count, sum, part.cap);
  });
}

/** Scores and coverage of rows of which something may be missing. */
function settleScores({ plan, gaps, run, start }: Job, { scores, coverage }: Output): void {
  const { totalTicks, shareUnit } = plan.resolved;
  for (let index = 0; index < run.count; index += 1) {
    const applicable = totalTicks - (gaps.notApplicable[index] as number);
    const known = applicable - (gaps.unknown[index] as number);
    const counted = applicable - (gaps.excluded[index] as number);
    const isScored = counted > 0 && gaps.refused[index] === 0;
    scores[start + index] = isScored ? rescale(scores[start + index] as number, counted, totalTicks) + 0 : NaN;
    if (known !== applicable) coverage[start + index] = coverageTicks(known, applicable, shareUnit);
  }
}

/** As `evaluate` shows it: 0 and the whole unit are kept for nothing and everything. */
function coverageTicks(known: number, applicable: number, unit: number): number {
  return Math.min(Math.max(mulDivRound(known, unit, applicable), Math.min(known, 1)), unit - 1);
}

/** The least and the most that complete facts could earn; infinite where there is no bound, NaN where nothing applies. */
function bound({ plan, gaps, run, start }: Job, sums: readonly Float64Array[], { low, high }: ColumnInterval): void {
  const { totalTicks } = plan.resolved;
  for (let index = 0; index < run.count; index += 1) {
    const applicable = totalTicks - (gaps.notApplicable[index] as number);
    low[start + index] = rescaled(plan.parts, sums, gaps.low, index, applicable, totalTicks);
    high[start + index] = rescaled(plan.parts, sums, gaps.high, index, applicable, totalTicks);
  }
}

function rescaled(
  parts: readonly Part[],
  sums: readonly Float64Array[],
  more: readonly Float64Array[],
  index: number,
  applicable: number,
  total: number,
): number {
  let ticks = 0;
  for (let place = 0; place < parts.length; place += 1) {
    const sum = (sums[place]?.[index] as number) + (more[place]?.[index] as number);
    ticks += Math.min(sum, (parts[place] as Part).cap);
  }
  return applicable > 0 ? rescale(ticks, applicable, total) + 0 : NaN;
}

function gradeInterval({ plan, run, gaps, start }: Job, held: Held, output: Output, interval: ColumnInterval): void {
  const { low, high, worstGrades, bestGrades, gradeCertain } = interval;
  for (let index = 0; index < run.count; index += 1) {
    if (gaps.unknown[index] !== 0) continue;
    low[start + index] = output.scores[start + index] as number;
    high[start + index] = output.scores[start + index] as number;
  }
  gradeRows(plan.steps, low, worstGrades, start, run.count, held.worst);
  gradeRows(plan.steps, high, bestGrades, start, run.count, held.best);
  for (let row = start; row < start + run.count; row += 1) {
    const grade = output.grades[row];
    gradeCertain[row] = Number(grade !== NO_GRADE && grade === worstGrades[row] && grade === bestGrades[row]);
    if (!Number.isFinite(low[row])) low[row] = NaN;
    if (!Number.isFinite(high[row])) high[row] = NaN;
  }
}

/** Where every fact is known or not applicable, nothing is open. */
function closeInterval({ run, start }: Job, { scores, grades }: Output, interval: ColumnInterval): void {
  const end = start + run.count;
  interval.low.set(scores.subarray(start, end), start);
  interval.high.set(scores.subarray(start, end), start);
  interval.worstGrades.set(grades.subarray(start, end), start);
  interval.bestGrades.set(grades.subarray(start, end), start);
  interval.gradeCertain.fill(1, start, end);
}
