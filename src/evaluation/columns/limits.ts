import { type Gaps, type Job, STATUS } from "./job.js";
import type { Cells } from "./kernels/run.js";
import type { LimitPlan } from "./limit-plan.js";

/** How far the limits hold each row of the chunk down, as places in the list of grades: see `Limited` of `evaluate`. */
export interface Held {
  readonly shown: Uint8Array;
  readonly best: Uint8Array;
  readonly worst: Uint8Array;
}

/** Applies a limit to a run of its indicator's cells. */
export function applyLimit(limit: LimitPlan, cells: Cells, at: number, job: Job, held: Held): void {
  const { gaps, run } = job;
  if (gaps.any) applyWithGaps(limit, cells, at, gaps, run.count, held);
  else if (!limit.isForUnknown) applyToKnown(limit, cells, at, run.count, held.shown);
}

function applyToKnown(limit: LimitPlan, cells: Cells, at: number, count: number, held: Uint8Array): void {
  const from = Number(limit.from);
  const to = Number(limit.to);
  const place = Number(limit.place);
  for (let index = 0; index < count; index += 1) {
    const a = cells[at + index] as number;
    const bites = Number(a >= from) * Number(a < to) * place;
    held[index] = Math.max(held[index] as number, bites);
  }
}

function applyWithGaps(
  { indicator, place, isForUnknown, from, to }: LimitPlan,
  cells: Cells,
  at: number,
  { statuses }: Gaps,
  count: number,
  { shown, best, worst }: Held,
): void {
  const status = statuses[indicator] as Uint8Array;
  for (let index = 0; index < count; index += 1) {
    const a = cells[at + index] as number;
    const isUnknown = status[index] === STATUS.unknown;
    const bites = status[index] === STATUS.known && !isForUnknown && a >= from && a < to;
    if (bites) best[index] = Math.max(best[index] as number, place);
    if (bites || (isUnknown && !isForUnknown)) worst[index] = Math.max(worst[index] as number, place);
    if (bites || (isUnknown && isForUnknown)) shown[index] = Math.max(shown[index] as number, place);
  }
}
