import { probabilitiesOf, type Reach, reachIn, reachOf, TICKS } from "../filter/chances.js";
import type { SeenSignal } from "../filter/state.js";
import { boundariesAfter, halfTicksIn, judge, positionOf, startOf, type Track } from "../filter/track.js";
import { sumOf } from "../filter/weigh-period.js";
import type { SignalLevels } from "../model/model.js";
import { firstDayOf, periodOf } from "../model/period.js";
import type { ResolvedModel } from "../model/resolve-model.js";
import type { ExperienceHistoryPeriod } from "../result/result.js";

type Period = ExperienceHistoryPeriod<SignalLevels>;

/** Where a history leads, as far as its printed periods tell. */
export interface Past extends Track {
  /** Its last period; `null` where there is none. */
  readonly last: number | null;
}

/** Goes over a history again, period by period; `undefined` where one doesn't follow from the one before. */
export function retrace(history: readonly Period[], resolved: ResolvedModel): Past | undefined {
  let past: Past = { ...startOf(resolved), reach: reachOf(resolved.prior), last: null };
  for (const one of history) {
    const next = follow(past, one, resolved);
    if (next === undefined) return undefined;
    past = next;
  }
  return past;
}

function follow(past: Past, one: Period, resolved: ResolvedModel): Past | undefined {
  const { model } = resolved;
  const last = periodOf(one.period, model.period);
  const ids = Object.keys(one.shifts);
  const reach = reachIn(one.probabilities);
  const isNext = past.last === null ? ids.length > 0 && one.drift === 0 : last === past.last + 1;
  if (!isNext || firstDayOf(last, model.period) !== one.period || !areKnown(ids, resolved)) return undefined;
  if (!isReach(reach, one) || !isSum(past.reach, reach, one)) return undefined;
  const seen = new Map([...past.seen, ...ids.map((id) => [id, { period: one.period } as SeenSignal] as const)]);
  const boundaries = ids.length === 0 ? past.boundaries : boundariesAfter(past.boundaries, reach, seen, last, resolved);
  const next = { ...past, reach, boundaries, seen, last };
  return judge(next, last, resolved).stage === one.stage ? next : undefined;
}

function areKnown(ids: readonly string[], { places }: ResolvedModel): boolean {
  return ids.every((id) => places.has(id));
}

/** Whether the probabilities, and the position, are printed ones. */
function isReach(reach: Reach, { probabilities, position }: Period): boolean {
  const printed = probabilitiesOf(reach);
  const isPrinted = Object.entries(printed).every(
    ([stage, one]) => probabilities[stage as keyof typeof printed] === one,
  );
  const isOrdered = reach.specialist >= 0 && reach.transition >= reach.specialist && reach.transition <= TICKS;
  return isPrinted && isOrdered && position === positionOf(sumOf(reach));
}

/** Whether drift and shifts lead from one position to the next. */
function isSum(before: Reach, after: Reach, { drift, shifts }: Period): boolean {
  const moved = [drift, ...Object.values(shifts)].reduce<number>((sum, one) => sum + halfTicksIn(one as number), 0);
  return sumOf(before) + moved === sumOf(after);
}
