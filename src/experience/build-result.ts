import { roundHalfAway } from "../ground/rational.js";
import { printChances, probabilitiesOf, TICKS } from "./chances.js";
import type { ExperienceIssue } from "./issue.js";
import { contradictionsIn, ledgerOf } from "./ledger.js";
import type { SignalLevels } from "./model.js";
import { directionOf, movementOver, paceOf, speedOf } from "./pace.js";
import { firstDayOf } from "./period.js";
import type { ResolvedModel } from "./resolve-model.js";
import type { ExperienceResult } from "./result.js";
import type { ExperienceState } from "./state.js";
import { currentSignals, judge, positionOf } from "./track.js";
import type { Walked } from "./walk.js";
import { sumOf } from "./weigh-period.js";

/** Whose history it is, and what was read of it besides the evidence. */
export interface Told {
  readonly client: string | null;
  readonly productLine: string | null;
  readonly interwoven: boolean;
  readonly read: number;
  readonly silent: ReadonlySet<string>;
  readonly issues: readonly ExperienceIssue[];
}

type Result = ExperienceResult<SignalLevels>;

/** What a history that was gone through tells. */
export function buildResult(walked: Walked, told: Told, asOf: string, resolved: ResolvedModel): Result {
  const { now, last, history } = walked;
  const { client, productLine, interwoven, silent, issues } = told;
  const { id, version, period } = resolved.model;
  const { stage, undetermined } = judge(now, last, resolved);
  const current = currentSignals(now.seen, last, resolved);
  const pace = paceOf(history, resolved);
  const movement = movementOver(pace);
  const isThin = undetermined !== null && undetermined !== "between-stages";
  const direction = isThin ? null : directionOf(movement, resolved);
  const ledger = ledgerOf({ seen: now.seen, current, history, pace: pace.periods, asOf }, resolved);
  const applicable = resolved.signals.filter((signal) => !(interwoven && signal.isSilent));
  return {
    v: 1,
    model: { id, version, hash: resolved.hash, period },
    client,
    productLine,
    interwoven,
    asOf,
    stage,
    undetermined,
    probabilities: probabilitiesOf(now.reach),
    position: positionOf(sumOf(now.reach)),
    since: undetermined === null ? latest(now.boundaries.map(({ since }) => since)) : null,
    confirmed: undetermined === null ? latest(now.boundaries.map(({ confirmed }) => confirmed)) : null,
    direction,
    movement,
    speed: speedOf(now.reach, pace, direction, now.boundaries, resolved),
    coverage: coverageOf(current.length, applicable.length),
    unknown: applicable.flatMap((signal) => (current.includes(signal.id) ? [] : [signal.id])),
    silent: resolved.signals.flatMap((signal) => (silent.has(signal.id) ? [signal.id] : [])),
    ledger,
    contradictions: contradictionsIn(ledger, stage, direction),
    history,
    issues,
    state: stateOf(walked, told.read, resolved),
  };
}

/** The later of two days; both are known where a stage is. */
function latest(days: readonly (string | null)[]): string {
  return (days as readonly string[]).reduce((late, day) => (day > late ? day : late));
}

function coverageOf(known: number, of: number): Result["coverage"] {
  const share = of === 0 ? 0 : Number(roundHalfAway(BigInt(known * TICKS), BigInt(of))) / TICKS;
  return { known, of, share };
}

function stateOf(
  { before, period, open }: Walked,
  read: number,
  { model }: ResolvedModel,
): ExperienceState<SignalLevels> {
  return {
    v: 1,
    read,
    period: period === null ? null : firstDayOf(period, model.period),
    predicted: printChances(before.chances),
    boundaries: before.boundaries,
    seen: Object.fromEntries(before.seen),
    open,
  };
}
