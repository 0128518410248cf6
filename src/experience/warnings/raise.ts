import type { SignalLevels } from "../model/model.js";
import type { ExperienceWarning, WarningEvidence } from "./result.js";
import type { SimpleRule } from "./rule.js";
import type { Sighting } from "./sightings.js";

/** A warning of any model. */
export type Warning = ExperienceWarning<SignalLevels>;

/** Where a rule stands while its sightings are gone through. */
interface Watch {
  readonly warnings: Warning[];
  /** Sightings in a row that speak for a change: of the sign, or, while a warning stands, of anything else. */
  run: Sighting[];
  /** Whether the sign was seen for as long as a warning asks, with nothing before: the client has always been so. */
  isSettled: boolean;
  /** Sightings in a row of how it was before. */
  back: Sighting[];
  before: WarningEvidence | null;
}

/** Goes through the sightings of a rule, day by day, and raises and ends its warning each time that the change has persisted. */
export function raise(rule: SimpleRule, sightings: readonly Sighting[]): Warning[] {
  const watch: Watch = { warnings: [], run: [], isSettled: false, back: [], before: null };
  for (const sighting of sightings) {
    step(rule, sighting, watch);
    lookBack(rule, sighting, watch);
  }
  return watch.warnings;
}

function step(rule: SimpleRule, sighting: Sighting, watch: Watch): void {
  const last = watch.warnings.at(-1);
  const stands = last !== undefined && last.endedAt === null;
  const isSign = sighting.says === "sign";
  watch.run = isSign === stands ? [] : [...watch.run, sighting].slice(-rule.persist);
  if (!isPersistent(rule, watch.run)) return;
  if (stands) watch.warnings[watch.warnings.length - 1] = { ...last, endedAt: sighting.evidence.at };
  else if (watch.before !== null || needsNoBefore(rule)) watch.warnings.push(warningOf(rule, watch));
  else {
    watch.isSettled = true;
    return;
  }
  watch.run = [];
}

/** Once a client is known to have been otherwise before, the last sighting of it is told; until then it must be more than a slip where a slip is likely. */
function lookBack(rule: SimpleRule, sighting: Sighting, watch: Watch): void {
  const { says, evidence } = sighting;
  const isBefore = says === "before" || says === "lasting";
  watch.back = isBefore ? [...watch.back, sighting].slice(-rule.persist) : [];
  const isEnough = watch.before !== null || (says === "before" && !watch.isSettled) || isPersistent(rule, watch.back);
  if (isBefore && isEnough) watch.before = evidence;
}

function isPersistent({ persist, within }: SimpleRule, run: readonly Sighting[]): boolean {
  if (run.length < persist) return false;
  return (run.at(-1) as Sighting).day - (run[0] as Sighting).day < within;
}

function needsNoBefore(rule: SimpleRule): boolean {
  return rule.kind === "level" && rule.after.length === 0;
}

function warningOf(rule: SimpleRule, { run, before }: Watch): Warning {
  const observations = run.map(({ evidence }) => evidence);
  return {
    code: rule.code,
    handbook: rule.handbook ?? null,
    signal: rule.kind === "level" ? rule.signal : null,
    joins: [],
    raisedAt: (observations.at(-1) as WarningEvidence).at,
    since: (observations[0] as WarningEvidence).at,
    endedAt: null,
    before: needsNoBefore(rule) ? null : before,
    observations,
  };
}
