import { inOrder } from "../history/in-order.js";
import type { SignalLevels } from "../model/model.js";
import { periodOf } from "../model/period.js";
import type { ResolvedModel } from "../model/resolve-model.js";
import type { ExperienceHistoryPeriod } from "../result/result.js";
import type { CountedObservation } from "./state.js";
import { startOf, type Track, type Walk, walkEvidence, walkInto, walkThrough } from "./track.js";

/** Where a history can be gone on with: the track before the last period with evidence, that period, and its observations. */
export interface Snapshot {
  readonly before: Track;
  readonly period: number | null;
  readonly open: readonly CountedObservation[];
}

/** A history gone through to the end. */
export interface Walked extends Snapshot {
  readonly now: Track;
  /** Where it stood one period before the last; `null` where that lies before the last evidence. */
  readonly tail: Track | null;
  /** The period of `asOf`; that of the last observation if it is later. */
  readonly last: number;
  readonly history: readonly ExperienceHistoryPeriod<SignalLevels>[];
}

/** Before anything was seen. */
export function emptySnapshot(resolved: ResolvedModel): Snapshot {
  return { before: startOf(resolved), period: null, open: [] };
}

/**
 * Goes on from a snapshot with more observations, none of them before its period, up to `asOf`; `earlier` is the history before the
 * snapshot's period. From the empty snapshot this classifies the whole: so going on gives the same bytes.
 */
export function walkOn(
  snapshot: Snapshot,
  more: readonly CountedObservation[],
  asOf: string,
  resolved: ResolvedModel,
  earlier: readonly ExperienceHistoryPeriod<SignalLevels>[],
): Walked {
  const walk: Walk = { resolved, history: [...earlier], track: snapshot.before, period: null };
  return finish(walk, snapshot, [...snapshot.open, ...more], asOf);
}

/**
 * Goes on from a history that was gone through, with observations of its last silent period or later ones, without the silent periods before; `null` where there are none, or something lies
 * before that.
 */
export function walkFurther(
  { before, period, open, tail, last, history }: Walked,
  more: readonly CountedObservation[],
  asOf: string,
  resolved: ResolvedModel,
): Walked | null {
  const days = [asOf, ...more.map(({ at }) => at)];
  if (tail === null || days.some((at) => periodOf(at, resolved.model.period) < last)) return null;
  const walk: Walk = { resolved, history: history.slice(0, -1), track: tail, period: last - 1 };
  return finish(walk, { before, period, open }, more, asOf);
}

function finish(walk: Walk, snapshot: Snapshot, observations: readonly CountedObservation[], asOf: string): Walked {
  const { resolved } = walk;
  let at = snapshot;
  for (const [period, open] of byPeriod(observations, resolved)) {
    walkInto(walk, period);
    at = { before: walk.track, period, open };
    walkEvidence(walk, open, period);
  }
  const last = Math.max(periodOf(asOf, resolved.model.period), at.period ?? -Infinity);
  walkThrough(walk, last - 1);
  const tail = walk.period === last - 1 ? walk.track : null;
  walkThrough(walk, last);
  return { ...at, now: walk.track, tail, last, history: walk.history };
}

/** Observations in order of time, period by period. */
export function byPeriod(
  observations: readonly CountedObservation[],
  { model }: ResolvedModel,
): ReadonlyMap<number, readonly CountedObservation[]> {
  const periods = new Map<number, CountedObservation[]>();
  for (const observation of inOrder(observations)) {
    const period = periodOf(observation.at, model.period);
    const list = periods.get(period);
    if (list === undefined) periods.set(period, [observation]);
    else list.push(observation);
  }
  return periods;
}
