import { sortable } from "../../ground/dates.js";
import type { HandbookSignals } from "../model.js";
import { readOptions } from "../options.js";
import type { ResolvedModel } from "../resolve-model.js";
import { EXPERIENCE_WARNING_RULES } from "./default-rules.js";
import { raise } from "./raise.js";
import { type AnyRule, readRules } from "./read-rules.js";
import { readWarningHistory } from "./read-warning-history.js";
import type { ExperienceWarning, ExperienceWarningOptions, ExperienceWarnings, WarningHistory } from "./result.js";
import type { ExperienceWarningRule, LevelRule } from "./rule.js";
import { sightingsOf } from "./sightings.js";

/**
 * Early warnings (B2.9) that a client gains experience with a product line, each with the observations that raised it and the day on which it
 * could be known: purchasing takes over, interest in applications drops, price is the only subject, orders are unbundled, own specifications
 * appear, the first contact withdraws, decision time collapses; or a host's own rules.
 *
 * A rule's sign must be seen on `persist` days in a row (days that tell something else begin anew; days that tell nothing of the signal don't count), the
 * last less than `within` days after the first, and where the rule says `after`, one of those levels must have been seen before. A day with several
 * observations says what more than half of them say. A warning ends once anything else has been seen as often in a row, and may be
 * raised again. Nothing later than a day decides what was raised on it. Decision time says nothing where parts are tightly interwoven.
 *
 * Without `rules`, those of `EXPERIENCE_WARNING_RULES` whose signal and levels the model has are taken.
 *
 * Data never throws: what is faulty is left out, with an issue each. Faulty options or rules throw a `KeyAccountError`. No observations give
 * no warnings.
 *
 * @example
 * ```ts
 * import { experienceWarnings } from "keyaccount";
 *
 * const history = {
 *   observations: [
 *     { at: "2026-01-15", levels: { decisionMakers: "senior-management" } },
 *     { at: "2026-04-12", levels: { decisionMakers: "mixed" } },
 *     { at: "2026-07-05", levels: { decisionMakers: "purchasing-experts" } },
 *   ],
 * } as const;
 * const { warnings } = experienceWarnings(history, { asOf: "2026-07-31" });
 * warnings.map(({ code, since, raisedAt }) => [code, since, raisedAt]); // => [["purchasing-takes-over", "2026-04-12", "2026-07-05"]]
 * warnings[0]?.observations.map(({ index }) => index); // => [1, 2]
 * ```
 */
export function experienceWarnings<S = HandbookSignals>(
  history: WarningHistory<NoInfer<S>>,
  options: ExperienceWarningOptions<S>,
): ExperienceWarnings<S> {
  const { rules: given, base } = split(options);
  const { asOf, resolved } = readOptions(base);
  const rules = given === undefined ? defaultRulesFor(resolved) : readRules(given, resolved, ["rules"]);
  const { client, productLine, observations, issues } = readWarningHistory(history, asOf, resolved);
  const warnings = rules
    .flatMap((rule) => raise(rule, sightingsOf(rule, observations)))
    .map((warning, place) => ({ warning, place, key: sortable(warning.raisedAt) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.place - b.place))
    .map(({ warning }) => warning as unknown as ExperienceWarning<S>);
  return { client, productLine, asOf, warnings, issues };
}

/** Those of the handbook's rules that the model has the signals and levels for. */
function defaultRulesFor({ signals, places }: ResolvedModel): AnyRule[] {
  const known = ({ signal, after, to }: LevelRule): boolean => {
    const levels = signals[places.get(signal) ?? -1]?.places;
    return levels !== undefined && [...after, ...to].every((level) => levels.has(level));
  };
  return (EXPERIENCE_WARNING_RULES as readonly AnyRule[]).filter(
    (rule) => rule.kind !== "level" || known(rule as LevelRule),
  );
}

/** The rules apart from what `classifyExperience` takes too. */
function split<S>(options: ExperienceWarningOptions<S>): {
  readonly rules: readonly ExperienceWarningRule<S>[] | undefined;
  readonly base: unknown;
} {
  try {
    const { rules, ...base } = options;
    return { rules, base: Array.isArray(options) ? options : base };
  } catch {
    return { rules: undefined, base: options };
  }
}
