import { sortable } from "../../ground/dates.js";
import { readOptions } from "../classify/options.js";
import { inOrder } from "../history/in-order.js";
import type { ExperienceHistory } from "../history/observation.js";
import { type PlacedObservation, readHistory } from "../history/read-history.js";
import type { HandbookSignals } from "../model/model.js";
import type { ResolvedModel } from "../model/resolve-model.js";
import { cutsOf, inTime, mergeWarnings } from "./cuts.js";
import { EXPERIENCE_WARNING_RULES } from "./default-rules.js";
import { join, type Raised } from "./join.js";
import { raise, type Warning } from "./raise.js";
import { readRules } from "./read-rules.js";
import type { ExperienceWarning, ExperienceWarningOptions, ExperienceWarnings } from "./result.js";
import type { AnyLevelRule, AnyRule } from "./rule.js";
import { sightingsOf } from "./sightings.js";
import { splitRules } from "./split-rules.js";

/**
 * Early warnings (B2.9) that a client gains experience with a product line, each with the observations that raised it and the day on which it
 * could be known: purchasing takes over, interest in applications drops, price is the only subject, orders are unbundled, own specifications
 * appear, the first contact withdraws, decision time collapses; purchasing takes over while interest in applications drops; or a host's own rules.
 *
 * A rule's sign must be seen on `persist` days in a row (days that tell something else begin anew; days that tell nothing of the signal don't count), the
 * last less than `within` days after the first, and where the rule says `after`, one of those levels must have been seen before: so one who goes from the middle level on to the
 * specialist's is warned of, one who has been there from the beginning isn't. A level in `lasting` (the handbook's rules name the middle one), and any once the sign has been seen for as long with
 * nothing before, must be seen on `persist` days in a row itself: a slip of a client that always bought so is no beginning. A day with several
 * observations says what more than half of them say. A warning ends once anything else has been seen as often in a row, and may be
 * raised again. A rule that joins others raises its warning with the last move of theirs, while all stand; how far on a client has moved counts by the last move, be the first one years ago. Nothing later than a day decides what was raised on it. Decision time says nothing where parts are tightly interwoven.
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
  history: ExperienceHistory<NoInfer<S>>,
  options: ExperienceWarningOptions<S>,
): ExperienceWarnings<S> {
  const { rules: given, base } = splitRules(options);
  const { asOf, resolved } = readOptions(base);
  const rules = given === undefined ? defaultRulesFor(resolved) : readRules(given, resolved, ["rules"]);
  const { told, observations } = readHistory(history, asOf, resolved);
  const { client, productLine, issues } = told;
  const warnings = raiseAll(rules, inOrder(observations), resolved)
    .map((warning, place) => ({ warning, place, key: sortable(warning.raisedAt) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.place - b.place))
    .map(({ warning }) => warning as unknown as ExperienceWarning<S>);
  return { v: 1, client, productLine, asOf, warnings, issues };
}

/** The warnings of each rule, those that join others too, in the order of the rules. */
function raiseAll(
  rules: readonly AnyRule[],
  observations: readonly PlacedObservation[],
  resolved: ResolvedModel,
): Warning[] {
  const raised = new Map<string, Raised>();
  for (const rule of rules) {
    if (rule.kind === "join") continue;
    const cuts = rule.kind === "level" ? cutsOf(rule, resolved) : [rule];
    const moves = inTime(cuts.flatMap((cut) => raise(cut, sightingsOf(cut, observations))));
    raised.set(rule.code, { moves, warnings: mergeWarnings(moves) });
  }
  return rules.flatMap((rule) =>
    rule.kind === "join" ? join(rule, raised) : (raised.get(rule.code) as Raised).warnings,
  );
}

/** Those of the handbook's rules that the model has the signals and levels for, and that join none for which it hasn't. */
function defaultRulesFor({ signals, places }: ResolvedModel): AnyRule[] {
  const has = ({ signal, after, to }: AnyLevelRule): boolean => {
    const levels = signals[places.get(signal) ?? -1]?.places;
    return levels !== undefined && [...after, ...to].every((level) => levels.has(level));
  };
  const all = EXPERIENCE_WARNING_RULES as readonly AnyRule[];
  const lacking = all.filter((rule) => rule.kind === "level" && !has(rule)).map(({ code }) => code);
  const isJoined = (rule: AnyRule): boolean =>
    rule.kind === "join" && rule.joins.some((code) => lacking.includes(code));
  return all.filter((rule) => !lacking.includes(rule.code) && !isJoined(rule));
}
