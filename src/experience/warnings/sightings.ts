import { dayOf } from "../../ground/dates.js";
import type { AnyRule } from "./read-rules.js";
import type { ReadObservation } from "./read-warning-history.js";
import type { WarningEvidence } from "./result.js";

/** What one day says of a rule: its sign, the opposite from before, or neither. */
export interface Sighting {
  readonly day: number;
  readonly says: "sign" | "before" | "neither";
  /** The day's last observation that says it. */
  readonly evidence: WarningEvidence;
}

interface Reading {
  readonly observation: ReadObservation;
  readonly level: string | null;
  readonly says: Sighting["says"];
}

/** Day by day what the observations, in order of time, say of a rule; a day on which most don't say the same says neither. */
export function sightingsOf(rule: AnyRule, observations: readonly ReadObservation[]): Sighting[] {
  const days = new Map<number, Reading[]>();
  for (const reading of rule.kind === "level" ? levelsOf(rule, observations) : contactsOf(observations)) {
    const day = dayOf(reading.observation.at) as number;
    const known = days.get(day);
    if (known === undefined) days.set(day, [reading]);
    else known.push(reading);
  }
  return Array.from(days, ([day, readings]) => sightingOf(day, readings));
}

function sightingOf(day: number, readings: readonly Reading[]): Sighting {
  const says = (["sign", "before"] as const).find(
    (one) => readings.filter((reading) => reading.says === one).length * 2 > readings.length,
  );
  const last = readings.findLast((one) => says === undefined || one.says === says) as Reading;
  const { index, at, source, ref } = last.observation;
  return { day, says: says ?? "neither", evidence: { index, at, level: last.level, source, ref } };
}

function levelsOf(rule: AnyRule & { kind: "level" }, observations: readonly ReadObservation[]): Reading[] {
  const { signal, after, to, sources } = rule;
  return observations.flatMap((observation): Reading[] => {
    const level = observation.levels[signal];
    const isSource = sources === undefined || sources.includes(observation.source ?? "");
    if (level === undefined || !isSource) return [];
    const isBefore = after.length === 0 || after.includes(level);
    return [{ observation, level, says: to.includes(level) ? "sign" : isBefore ? "before" : "neither" }];
  });
}

/** Whether any of those who took part first still takes part; those of the first day say how it was before. */
function contactsOf(observations: readonly ReadObservation[]): Reading[] {
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
