import type { SignalLevels } from "../model/model.js";
import { firstDayOf, periodOf } from "../model/period.js";
import type { ResolvedModel } from "../model/resolve-model.js";
import type { ExperienceHistoryPeriod, NamedStage, UndeterminedReason } from "../result/result.js";
import { moveBoundary, stageBetween, UNCLEAR, whyUndetermined } from "./boundary.js";
import { type Chances, predict, probabilitiesOf, type Reach, reachOf, TICKS } from "./chances.js";
import type { CountedObservation, SeenSignal, StageBoundary } from "./state.js";
import { sumOf, weighPeriod } from "./weigh-period.js";

/** The two boundaries, into transition and out of it. */
export type Boundaries = readonly [StageBoundary, StageBoundary];

/** Where the filter stands: after a period, or, in a snapshot, before the evidence of one. */
export interface Track {
  readonly chances: Chances;
  readonly reach: Reach;
  readonly boundaries: Boundaries;
  readonly seen: ReadonlyMap<string, SeenSignal>;
}

/** A track that goes on, period by period, and the history that it leaves. */
export interface Walk {
  readonly resolved: ResolvedModel;
  readonly history: ExperienceHistoryPeriod<SignalLevels>[];
  track: Track;
  /** The last period gone through; `null` before the first. */
  period: number | null;
}

/** Before anything is known. */
export function startOf({ prior }: ResolvedModel): Track {
  return { chances: prior, reach: reachOf(prior), boundaries: [UNCLEAR, UNCLEAR], seen: new Map() };
}

/** Goes through silent periods up to the one before `period`, then takes the last step into it; the track stands before its evidence. */
export function walkInto(walk: Walk, period: number): void {
  if (walk.period === null) return;
  walkThrough(walk, period - 1);
  walk.track = { ...walk.track, chances: predict(walk.track.chances, walk.resolved.transitions) };
}

/** Goes through silent periods up to and with `period`: the transition weights alone move the client, and no stage changes. */
export function walkThrough(walk: Walk, period: number): void {
  const { resolved } = walk;
  while (walk.period !== null && walk.period < period) {
    const chances = predict(walk.track.chances, resolved.transitions);
    const track = { ...walk.track, chances, reach: reachOf(chances) };
    leave(walk, track, walk.period + 1, sumOf(track.reach) - sumOf(walk.track.reach), new Map());
  }
}

/** Weighs the evidence of the period that the walk stands before. */
export function walkEvidence(walk: Walk, observations: readonly CountedObservation[], period: number): void {
  const { resolved, track } = walk;
  const day = firstDayOf(period, resolved.model.period);
  const drift = sumOf(reachOf(track.chances)) - sumOf(track.reach);
  const weighed = weighPeriod(track.chances, observations, day, resolved);
  const seen = new Map([...track.seen, ...weighed.seen]);
  const boundaries = boundariesAfter(track.boundaries, weighed.reach, seen, period, resolved);
  leave(walk, { chances: weighed.chances, reach: weighed.reach, boundaries, seen }, period, drift, weighed.shifts);
}

/** The boundaries after the evidence of a period: as they were where evidence is thin. */
export function boundariesAfter(
  boundaries: Boundaries,
  reach: Reach,
  seen: ReadonlyMap<string, SeenSignal>,
  period: number,
  resolved: ResolvedModel,
): Boundaries {
  if (isThin(seen, period, resolved)) return boundaries;
  const [into, beyond] = boundaries;
  const { enter, leave: least, model } = resolved;
  const day = firstDayOf(period, model.period);
  const rule = { enter, leave: least, dwell: model.dwell };
  return [moveBoundary(into, reach.transition, day, rule), moveBoundary(beyond, reach.specialist, day, rule)];
}

/** Ends a period and writes it down. */
function leave(walk: Walk, track: Track, period: number, drift: number, shifts: ReadonlyMap<string, number>): void {
  const { resolved, history } = walk;
  walk.track = track;
  walk.period = period;
  history.push({
    period: firstDayOf(period, resolved.model.period),
    stage: judge(track, period, resolved).stage,
    probabilities: probabilitiesOf(track.reach),
    position: positionOf(sumOf(track.reach)),
    drift: positionOf(drift),
    shifts: Object.fromEntries(Array.from(shifts, ([id, shift]) => [id, positionOf(shift)])),
  });
}

/** Half ticks as a position or a change of it: five decimals. */
export function positionOf(halfTicks: number): number {
  return halfTicks / (2 * TICKS);
}

/** The half ticks behind a position. */
export function halfTicksIn(position: number): number {
  return Math.round(position * 2 * TICKS);
}

/** The stage at a period, or why there is none. */
export function judge(
  { boundaries, seen }: Track,
  period: number,
  resolved: ResolvedModel,
): { readonly stage: NamedStage; readonly undetermined: UndeterminedReason | null } {
  const known = currentSignals(seen, period, resolved).length;
  const between = stageBetween(boundaries);
  const undetermined = whyUndetermined(between, known, resolved.model.evidence.signals, seen.size);
  return { stage: undetermined === null ? between : "undetermined", undetermined };
}

function isThin(seen: ReadonlyMap<string, SeenSignal>, period: number, resolved: ResolvedModel): boolean {
  return currentSignals(seen, period, resolved).length < resolved.model.evidence.signals;
}

/** The signals seen within the periods that count as known. */
export function currentSignals(seen: ReadonlyMap<string, SeenSignal>, now: number, { model }: ResolvedModel): string[] {
  const least = now - model.evidence.within + 1;
  return Array.from(seen).flatMap(([id, { period }]) => (periodOf(period, model.period) >= least ? [id] : []));
}
