import { apportion } from "../ground/apportion.js";
import { dayOf } from "../ground/dates.js";
import { TICKS } from "./chances.js";
import type { SignalLevels } from "./model.js";
import type { ResolvedModel, ResolvedSignal } from "./resolve-model.js";
import type {
  Contradiction,
  ExperienceDirection,
  ExperienceEvidence,
  ExperienceHistoryPeriod,
  NamedStage,
} from "./result.js";
import type { SeenSignal } from "./state.js";
import { halfTicksIn, positionOf } from "./track.js";

type Evidence = ExperienceEvidence<SignalLevels>;
type History = readonly ExperienceHistoryPeriod<SignalLevels>[];

/** What the ledger is made of. */
export interface LedgerParts {
  readonly seen: ReadonlyMap<string, SeenSignal>;
  readonly current: readonly string[];
  readonly history: History;
  readonly pace: History;
  readonly asOf: string;
}

/** The last level of each signal ever seen, in the model's order, and what it moved. */
export function ledgerOf(parts: LedgerParts, { signals }: ResolvedModel): Evidence[] {
  const known = signals.filter(({ id }) => parts.seen.has(id));
  const recent = shiftsOver(parts.pace);
  const all = shiftsOver(parts.history);
  const shares = sharesOf(known.map(({ id }) => recent.get(id) ?? 0));
  return known.map((signal, place) => ({
    ...evidenceOf(signal, parts.seen.get(signal.id) as SeenSignal, parts),
    shift: positionOf(recent.get(signal.id) ?? 0),
    share: shares[place] ?? null,
    shiftInAll: positionOf(all.get(signal.id) as number),
  }));
}

function evidenceOf(
  { id, handbook, levels, places }: ResolvedSignal,
  { level, at, source, ref, verified, period, seen }: SeenSignal,
  { current, asOf }: LedgerParts,
): Omit<Evidence, "shift" | "share" | "shiftInAll"> {
  const { leaning, ratio } = levels[places.get(level) as number] as ResolvedSignal["levels"][number];
  return {
    signal: id,
    handbook,
    level,
    leaning,
    ratio,
    at,
    ageDays: Math.max((dayOf(asOf) as number) - (dayOf(at) as number), 0),
    current: current.includes(id),
    source,
    ref,
    verified,
    period,
    seen,
  };
}

/** What each signal moved over some periods, in half ticks. */
function shiftsOver(history: History): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { shifts } of history) {
    for (const [id, shift] of Object.entries(shifts)) sums.set(id, (sums.get(id) ?? 0) + halfTicksIn(shift as number));
  }
  return sums;
}

/** Parts of all movement, whatever its way, that sum to 1 by largest remainder; none where nothing moved. */
function sharesOf(shifts: readonly number[]): number[] {
  const sizes = shifts.map((shift) => BigInt(Math.abs(shift)));
  if (sizes.every((size) => size === 0n)) return [];
  return apportion(sizes, BigInt(TICKS)).map((part) => Number(part) / TICKS);
}

/** Signals that speak against the stage or, between the ends, against the direction; and those whose own levels differ. */
export function contradictionsIn(
  ledger: readonly Evidence[],
  stage: NamedStage,
  direction: ExperienceDirection | null,
): Contradiction<SignalLevels>[] {
  const isEnd = stage === "generalist" || stage === "specialist";
  const course = direction === "forward" ? "specialist" : direction === "back" ? "generalist" : undefined;
  const expected = isEnd ? stage : course;
  return ledger
    .filter(({ current }) => current)
    .flatMap(({ signal, level, leaning, seen }) => {
      const isAgainst = expected !== undefined && leaning !== expected && leaning !== "neutral";
      const against = isEnd ? ("against-stage" as const) : ("against-direction" as const);
      return [
        ...(isAgainst ? [{ code: against, signal, level }] : []),
        ...(seen.length > 1 ? [{ code: "levels-disagree" as const, signal, level }] : []),
      ];
    });
}
