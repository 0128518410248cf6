import { exactly } from "../ground/numeral.js";
import { compare, rational, roundHalfAway } from "../ground/rational.js";
import { type Reach, reachIn, TICKS } from "./chances.js";
import { EXPERIENCE_STAGES, type ExperienceStage, type SignalLevels } from "./model.js";
import type { ResolvedModel } from "./resolve-model.js";
import type { ExperienceDirection, ExperienceHistoryPeriod, ExperienceResult, ExperienceSpeed } from "./result.js";
import { type Boundaries, halfTicksIn, positionOf } from "./track.js";

type History = readonly ExperienceHistoryPeriod<SignalLevels>[];
type Movement = ExperienceResult["movement"];

/** The periods over which pace is measured, and the position that they start from. */
export interface Pace {
  readonly base: History[number] | undefined;
  readonly periods: History;
}

/**
 * From the last period with evidence back to the latest one with evidence that lies at least the model's pace before it, or to the first: from
 * what was seen to what was seen, so that neither silence nor what corrects it afterwards counts as movement of the client.
 */
export function paceOf(history: History, { model }: ResolvedModel): Pace {
  const end = history.findLastIndex(hasEvidence);
  const far = history.findLastIndex((one, index) => index <= end - model.pace.periods && hasEvidence(one));
  const start = Math.max(far, 0);
  return { base: history[start], periods: history.slice(start + 1, end + 1) };
}

function hasEvidence({ shifts }: History[number]): boolean {
  return Object.keys(shifts).length > 0;
}

/** How far the position went over those periods. */
export function movementOver({ base, periods }: Pace): Movement {
  const drift = periods.reduce((sum, one) => sum + halfTicksIn(one.drift), 0);
  const shifts = periods.flatMap((one) => Object.values(one.shifts));
  const change = shifts.reduce<number>((sum, shift) => sum + halfTicksIn(shift as number), drift);
  return {
    from: base?.period ?? null,
    to: periods.at(-1)?.period ?? base?.period ?? null,
    periods: periods.length,
    change: positionOf(change),
    drift: positionOf(drift),
  };
}

/** Which way that is. */
export function directionOf({ periods, change }: Movement, { model }: ResolvedModel): ExperienceDirection | null {
  if (periods === 0) return null;
  const way = rational(BigInt(halfTicksIn(change)), BigInt(2 * TICKS));
  const size = way.n < 0n ? { n: -way.n, d: way.d } : way;
  if (compare(size, exactly(model.pace.steadyBelow)) < 0) return "steady";
  return way.n > 0n ? "forward" : "back";
}

/** Where the client moves to: one of the two boundaries, and what has to be reached there. */
interface Aim {
  readonly toward: ExperienceStage;
  readonly key: keyof Reach;
  readonly threshold: string;
  /** Ticks still to go; none or less where the threshold is passed. */
  readonly left: (ticks: number) => number;
  /** Periods that the dwell still asks for. */
  readonly dwell: number;
}

/** How fast it moves, and how long it takes from the probability `now` to the next threshold. */
export function speedOf(
  now: Reach,
  { base, periods }: Pace,
  direction: ExperienceDirection | null,
  boundaries: Boundaries,
  resolved: ResolvedModel,
): ExperienceSpeed | null {
  const aim = aimOf(direction, boundaries, resolved);
  const end = periods.at(-1);
  if (aim === undefined || base === undefined || end === undefined) return null;
  const { toward, key, threshold, left, dwell } = aim;
  const gained = reachIn(end.probabilities)[key] - reachIn(base.probabilities)[key];
  return {
    toward,
    probability: now[key] / TICKS,
    threshold: Number(threshold),
    perPeriod: Number(roundHalfAway(BigInt(gained), BigInt(periods.length))) / TICKS,
    periods: periodsTo(left(now[key]), direction === "back" ? -gained : gained, periods.length, dwell),
  };
}

/** Ticks to go ÷ ticks per period, rounded up. */
function periodsTo(left: number, gained: number, periods: number, dwell: number): number | null {
  if (left <= 0) return dwell;
  return gained > 0 ? Math.ceil((left * periods) / gained) : null;
}

const KEYS: readonly (keyof Reach)[] = ["transition", "specialist"];

function aimOf(
  direction: ExperienceDirection | null,
  boundaries: Boundaries,
  { model, enter, leave }: ResolvedModel,
): Aim | undefined {
  const forward = direction === "forward";
  if (!forward && direction !== "back") return undefined;
  const place = forward
    ? boundaries.findIndex(({ passed }) => passed !== true)
    : boundaries.findLastIndex(({ passed }) => passed !== false);
  const [boundary, key] = [boundaries[place], KEYS[place]];
  if (boundary === undefined || key === undefined) return undefined;
  return {
    toward: EXPERIENCE_STAGES[forward ? place + 1 : place] as ExperienceStage,
    key,
    threshold: forward ? model.thresholds.enter : model.thresholds.leave,
    left: (ticks) => (forward ? enter - ticks : ticks - leave + 1),
    dwell: boundary.passed === null ? 1 : model.dwell - boundary.run,
  };
}
