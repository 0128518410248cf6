import { dayOf } from "../../ground/dates.js";
import type { PlacedObservation } from "../history/read-history.js";
import type { SignalLevels } from "../model/model.js";
import type { WarningEvidence } from "./result.js";
import type { AnyLevelRule, SimpleRule } from "./rule.js";

/** What one day says of a rule: its sign, how it was before, that too but only if it lasts, or none of these. */
export interface Sighting {
  readonly day: number;
  readonly says: "sign" | "before" | "lasting" | "neither";
  /** The day's last observation that says it. */
  readonly evidence: WarningEvidence;
}

interface Reading {
  readonly observation: PlacedObservation;
  readonly level: string | null;
  readonly says: Sighting["says"];
}

/** Day by day what the observations, in order of time, say of a rule; a day on which most don't say the same says neither. */
export function sightingsOf(rule: SimpleRule, observations: readonly PlacedObservation[]): Sighting[] {
  const days = new Map<number, Reading[]>();
  for (const reading of rule.kind === "level" ? levelsOf(rule, observations) : contactsOf(observations)) {
    const day = dayOf(reading.observation.at) as number;
    const known = days.get(day);
    if (known === undefined) days.set(day, [reading]);
    else known.push(reading);
  }
  const signal = rule.kind === "level" ? rule.signal : null;
  return Array.from(days, ([day, readings]) => sightingOf(day, signal, readings));
}

function sightingOf(day: number, signal: string | null, readings: readonly Reading[]): Sighting {
  const says = SAYINGS.find((one) => readings.filter(isOf(one)).length * 2 > readings.length);
  const last = readings.findLast(says === undefined ? () => true : isOf(says)) as Reading;
  const { index, at, source, ref } = last.observation;
  return { day, says: says ?? "neither", evidence: { index, at, signal, level: last.level, source, ref } };
}

const SAYINGS = ["sign", "before", "lasting"] as const;

/** What counts at once counts among what must last, too. */
function isOf(one: Sighting["says"]): (reading: Reading) => boolean {
  return ({ says }) => says === one || (one === "lasting" && says === "before");
}

function levelsOf(rule: AnyLevelRule, observations: readonly PlacedObservation[]): Reading[] {
  const { signal, sources } = rule;
  return observations.flatMap((observation): Reading[] => {
    const level = (observation.levels as SignalLevels)[signal];
    const isSource = sources === undefined || sources.includes(observation.source ?? "");
    if (level === undefined || !isSource) return [];
    return [{ observation, level, says: sayingOf(rule, level) }];
  });
}

function sayingOf({ after, lasting, to }: AnyLevelRule, level: string): Sighting["says"] {
  if (to.includes(level)) return "sign";
  if (after.length > 0 && !after.includes(level)) return "neither";
  return lasting?.includes(level) === true ? "lasting" : "before";
}

/** Whether any of those who took part first still takes part; those of the first day say how it was before. */
function contactsOf(observations: readonly PlacedObservation[]): Reading[] {
  const known = observations.filter(({ contacts }) => contacts.length > 0);
  const [begin] = known;
  if (begin === undefined) return [];
  const day = dayOf(begin.at);
  const first = new Set(known.filter(({ at }) => dayOf(at) === day).flatMap(({ contacts }) => contacts));
  return known.map((observation) => ({
    observation,
    level: null,
    says: observation.contacts.some((one) => first.has(one)) ? "before" : "sign",
  }));
}
