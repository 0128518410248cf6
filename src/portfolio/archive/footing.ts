import { compare } from "../../ground/rational.js";
import { commonUnits } from "../../ground/units.js";
import { shareOf } from "../share.js";
import type { ScoreFooting } from "./archive.js";
import type { ArchiveSettings, Footed } from "./options.js";
import { daysSince } from "./read-archive.js";

/** What the evaluation's score rests on; `null` where nothing counted. */
export function footingOf(settings: ArchiveSettings): ScoreFooting | null {
  const { footed, asOf } = settings;
  const { of } = commonUnits(footed.map(({ weight }) => weight));
  const sum = (some: readonly Footed[]): bigint => some.reduce((total, { weight }) => total + of(weight), 0n);
  const total = sum(footed);
  if (total === 0n) return null;
  const isOld = ({ id, observedAt }: Footed): boolean => isStale(id, daysSince(observedAt, asOf), settings);
  const isUnverified = ({ isVerified }: Footed): boolean => !isVerified;
  const isUndated = ({ observedAt }: Footed): boolean => observedAt === null;
  const [unverified, old, undated] = [footed.filter(isUnverified), footed.filter(isOld), footed.filter(isUndated)];
  const shaky = footed.filter((one) => isUnverified(one) || isOld(one) || isUndated(one));
  return {
    unverified: shareOf(sum(unverified), total),
    old: shareOf(sum(old), total),
    undated: shareOf(sum(undated), total),
    shaky: shareOf(sum(shaky), total),
    indicators: shaky.toSorted((one, other) => compare(other.weight, one.weight)).map(({ id }) => id),
  };
}

/** Whether a fact is too old: by its age, or by what the scorecard takes. */
export function isStale(field: string, days: number | null, { bounds, maxAges }: ArchiveSettings): boolean {
  if (days === null) return false;
  return days > bounds.ageing || days > (maxAges.get(field) ?? days);
}
