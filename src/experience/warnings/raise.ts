import type { AnyRule } from "./read-rules.js";
import type { ExperienceWarning, WarningEvidence } from "./result.js";
import type { Sighting } from "./sightings.js";

type Warning = ExperienceWarning<Readonly<Record<string, string>>>;

/** Where a rule stands while its sightings are gone through. */
interface Watch {
  readonly warnings: Warning[];
  /** Sightings in a row that speak for a change: of the sign, or, while a warning stands, of anything else. */
  run: Sighting[];
  before: WarningEvidence | null;
}

/** Goes through the sightings of a rule, day by day, and raises and ends its warning each time that the change has persisted. */
export function raise(rule: AnyRule, sightings: readonly Sighting[]): Warning[] {
  const watch: Watch = { warnings: [], run: [], before: null };
  for (const sighting of sightings) step(rule, sighting, watch);
  return watch.warnings;
}

function step(rule: AnyRule, sighting: Sighting, watch: Watch): void {
  const last = watch.warnings.at(-1);
  const stands = last !== undefined && last.endedAt === null;
  const isSign = sighting.says === "sign";
  watch.run = isSign === stands ? [] : [...watch.run, sighting].slice(-rule.persist);
  const isPersistent = watch.run.length === rule.persist && spanOf(watch.run) < rule.within;
  if (stands && isPersistent) {
    watch.warnings[watch.warnings.length - 1] = { ...last, endedAt: sighting.evidence.at };
    watch.run = [];
  } else if (!stands && isPersistent && (watch.before !== null || needsNoBefore(rule))) {
    watch.warnings.push(warningOf(rule, watch));
    watch.run = [];
  }
  if (sighting.says === "before") watch.before = sighting.evidence;
}

function spanOf(run: readonly Sighting[]): number {
  return (run.at(-1) as Sighting).day - (run[0] as Sighting).day;
}

function needsNoBefore(rule: AnyRule): boolean {
  return rule.kind === "level" && rule.after.length === 0;
}

function warningOf(rule: AnyRule, { run, before }: Watch): Warning {
  const observations = run.map(({ evidence }) => evidence);
  return {
    code: rule.code,
    handbook: rule.handbook ?? null,
    signal: rule.kind === "level" ? rule.signal : null,
    raisedAt: (observations.at(-1) as WarningEvidence).at,
    since: (observations[0] as WarningEvidence).at,
    endedAt: null,
    before: needsNoBefore(rule) ? null : before,
    observations,
  };
}
