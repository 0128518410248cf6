import { CHANCE_UNIT, type Chances } from "../filter/chances.js";
import type { CountedObservation, StageBoundary } from "../filter/state.js";
import { type Walked, walkOn } from "../filter/walk.js";
import type { SignalLevels } from "../model/model.js";
import { periodOf } from "../model/period.js";
import type { ResolvedModel } from "../model/resolve-model.js";
import type { ExperienceHistoryPeriod } from "../result/result.js";
import type { Previous } from "./previous.js";
import { type Past, retrace } from "./retrace.js";
import { isSeen } from "./seen.js";

type Period = ExperienceHistoryPeriod<SignalLevels>;

/**
 * Goes through a stored result, each part of which is of its type, again; `null` where it doesn't hang together: its history must follow from the prior on, period by period; its state be where
 * that history leads; and what the state leads to be the rest of the history. One that somebody has cut or changed would give numbers out of nothing.
 */
export function walkAgain(previous: Previous, history: readonly Period[], resolved: ResolvedModel): Walked | null {
  if (!isConsistent(previous, history, resolved)) return null;
  const { snapshot, earlier, asOf } = previous;
  const walked = walkOn(snapshot, [], asOf, resolved, earlier);
  const isRest = walked.history.every((one, index) => isSamePeriod(one, history[index] as Period));
  return isRest ? walked : null;
}

/** Whether all is as it must be before the rest is gone through. */
function isConsistent(previous: Previous, history: readonly Period[], resolved: ResolvedModel): boolean {
  const { snapshot, earlier, told } = previous;
  const { period, open, before } = snapshot;
  if (told.read < leastRead(earlier, open) || !areKnown(open, resolved)) return false;
  const past = retrace(earlier, resolved);
  if (past === undefined || !isWhereItLeads(past, previous, resolved)) return false;
  if (period === null) return history.length === 0 && open.length === 0 && isPrior(before.chances, resolved);
  if (!isOpen(open, period, resolved) || (past.last !== null && past.last !== period - 1)) return false;
  if (earlier.length === 0 ? !isPrior(before.chances, resolved) : !isWhole(before.chances)) return false;
  return history.length === earlier.length + lengthOfRest(previous, period, resolved);
}

/** Each period with evidence needs an observation, and each open one is one. */
function leastRead(earlier: readonly Period[], open: readonly CountedObservation[]): number {
  return open.length + earlier.filter(({ shifts }) => Object.keys(shifts).length > 0).length;
}

function isPrior([a, b, c]: Chances, { prior }: ResolvedModel): boolean {
  return a === prior[0] && b === prior[1] && c === prior[2];
}

/** What rounding may take of the sum of the probabilities: two units a period and stage, over the longest history. */
const MOST_LOST = 1_000_000n;

function isWhole([a, b, c]: Chances): boolean {
  const lost = CHANCE_UNIT - (a + b + c);
  return lost >= 0n && lost < MOST_LOST;
}

/** Whether all levels are the model's. */
function areKnown(observations: readonly CountedObservation[], { signals, places }: ResolvedModel): boolean {
  return observations.every(({ levels }) => {
    const entries = Object.entries(levels as SignalLevels);
    return entries.length > 0 && entries.every(([id, level]) => signals[places.get(id) ?? -1]?.places.has(level));
  });
}

function isOpen(open: readonly CountedObservation[], period: number, { model }: ResolvedModel): boolean {
  return open.length > 0 && open.every(({ at }) => periodOf(at, model.period) === period);
}

/** Whether the state before the last evidence is the one that the history before it leads to. */
function isWhereItLeads(past: Past, { snapshot }: Previous, resolved: ResolvedModel): boolean {
  const { boundaries, seen } = snapshot.before;
  if (seen.size !== past.seen.size || !boundaries.every((one, place) => isSame(one, past.boundaries[place])))
    return false;
  return Array.from(seen).every(([id, one]) => {
    const signal = resolved.signals[resolved.places.get(id) ?? -1];
    return signal !== undefined && past.seen.get(id)?.period === one.period && isSeen(one, signal, resolved);
  });
}

const BOUNDARY_KEYS = ["passed", "since", "confirmed", "run", "runSince"] as const;

function isSame(one: StageBoundary, other: StageBoundary | undefined): boolean {
  return BOUNDARY_KEYS.every((key) => one[key] === other?.[key]);
}

/** Periods from the last evidence up to the day as of which it was judged. */
function lengthOfRest({ asOf }: Previous, period: number, { model }: ResolvedModel): number {
  return Math.max(periodOf(asOf, model.period), period) - period + 1;
}

function isSamePeriod(one: Period, other: Period): boolean {
  const [a, b] = [one.probabilities, other.probabilities];
  const ids = Object.keys(one.shifts);
  return (
    one.period === other.period &&
    one.stage === other.stage &&
    one.position === other.position &&
    one.drift === other.drift &&
    Object.keys(a).every((stage) => a[stage as keyof typeof a] === b[stage as keyof typeof b]) &&
    ids.length === Object.keys(other.shifts).length &&
    ids.every((id) => one.shifts[id] === other.shifts[id])
  );
}
