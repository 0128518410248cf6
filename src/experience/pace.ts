import { exactly } from "../ground/numeral.js";
import { compare, rational, roundHalfAway } from "../ground/rational.js";
import { type Reach, reachIn, TICKS } from "./chances.js";
import { EXPERIENCE_STAGES, type ExperienceStage, type SignalLevels } from "./model.js";
import type { ResolvedModel } from "./resolve-model.js";
import type { ExperienceDirection, ExperienceHistoryPeriod, ExperienceResult, ExperienceSpeed } from "./result.js";
import { type Boundaries, halfTicksIn, positionOf } from "./track.js";

type History = readonly ExperienceHistoryPeriod<SignalLevels>[];
type Movement = ExperienceResult["movement"];

/** The last periods over which pace is measured: at most the model's, and not the first one, where the client only became known. */
export function paceOf(history: History, { model }: ResolvedModel): History {
  const periods = Math.min(model.pace.periods, Math.max(history.length - 1, 0));
  return history.slice(history.length - periods);
}

/** How far the position went over those periods. */
export function movementOver(pace: History): Movement {
  const drift = pace.reduce((sum, one) => sum + halfTicksIn(one.drift), 0);
  const shifts = pace.flatMap((one) => Object.values(one.shifts));
  const change = shifts.reduce<number>((sum, shift) => sum + halfTicksIn(shift as number), drift);
  return { periods: pace.length, change: positionOf(change), drift: positionOf(drift) };
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

/** How fast it moves, and how long it takes to the next threshold. */
export function speedOf(
  history: History,
  { periods }: Movement,
  direction: ExperienceDirection | null,
  boundaries: Boundaries,
  resolved: ResolvedModel,
): ExperienceSpeed | null {
  const aim = aimOf(direction, boundaries, resolved);
  if (aim === undefined) return null;
  const ticks = (back: number): number => reachIn((history.at(-1 - back) as History[number]).probabilities)[aim.key];
  const now = ticks(0);
  const gained = now - ticks(periods);
  return {
    toward: aim.toward,
    probability: now / TICKS,
    threshold: Number(aim.threshold),
    perPeriod: Number(roundHalfAway(BigInt(gained), BigInt(periods))) / TICKS,
    periods: periodsTo(aim.left(now), direction === "back" ? -gained : gained, periods, aim.dwell),
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
