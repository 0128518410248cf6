import type { ResolvedIndicator } from "../resolved/indicator.js";
import type { InvalidCells, PointColumn } from "./column-scores.js";
import { finish } from "./finish.js";
import { addUnknown } from "./gap.js";
import { CHUNK, clearGaps, type Job, type View } from "./job.js";
import type { Ticks } from "./kernels/run.js";
import { scoreRun } from "./kernels/score-run.js";
import { applyLimit, type Held } from "./limits.js";
import { applyMasks } from "./mask.js";
import type { Output } from "./output.js";
import type { IndicatorPlan } from "./plan.js";
import { settle } from "./settle.js";
import { uncounted } from "./ticks-array.js";

/** Scores all rows, a chunk at a time. */
export function scoreChunks(job: Job, output: Output): void {
  const size = Math.min(CHUNK, job.rows);
  const sums = job.plan.parts.map(() => new Float64Array(size));
  const held: Held = { shown: new Uint8Array(size), best: new Uint8Array(size), worst: new Uint8Array(size) };
  for (job.start = 0; job.start < job.rows; job.start += CHUNK) {
    clearGaps(job);
    job.run.count = Math.min(CHUNK, job.rows - job.start);
    for (let place = 0; place < job.columns.length; place += 1) scoreIndicator(job, place);
    hold(job, held);
    finish(job, sums, held, output);
    if (job.points !== null) keepPoints(job, job.points);
  }
}

function scoreIndicator(job: Job, place: number): void {
  const { run, start } = job;
  const column = job.columns[place] ?? null;
  const view = job.views[place] as View;
  run.ticks = job.ticks[place] as Ticks;
  run.cells = view.cells;
  run.at = view.copy ? 0 : start;
  if (column === null) {
    for (let index = 0; index < run.count; index += 1) addUnknown(job, place, index);
    return;
  }
  if (view.copy) applyMasks(column, start, run.count, view.cells);
  const found = scoreRun(job.plan.indicators[place] as IndicatorPlan, run);
  if (found > 0) settle(job, place, found);
}

function hold(job: Job, held: Held): void {
  const { plan, views, start } = job;
  for (const list of [held.shown, held.best, held.worst]) list.fill(0);
  for (const limit of plan.limits) {
    const { cells, copy } = views[limit.indicator] as View;
    applyLimit(limit, cells, copy ? 0 : start, job, held);
  }
}

/** Copies the points of the chunk to where they are returned, and marks those that don't count. */
function keepPoints({ ticks, blanks, start, run }: Job, points: readonly PointColumn[]): void {
  points.forEach((column, place) => {
    const chunk = ticks[place] as Ticks;
    column.set(run.count < chunk.length ? chunk.subarray(0, run.count) : chunk, start);
  });
  for (const cell of blanks) {
    const column = points[Math.floor(cell / CHUNK)] as PointColumn;
    column[start + (cell % CHUNK)] = uncounted(column);
  }
}

/** The issues that cells had, in the order of the definition, then of the rows. */
export function invalidCells<K extends string>({ plan, faults }: Job): InvalidCells<K>[] {
  return plan.indicators.flatMap(({ indicator }: { readonly indicator: ResolvedIndicator }, place) =>
    [...(faults[place] ?? [])].map(([code, fault]) => ({ indicator: indicator.id as K, code, ...fault })),
  );
}
