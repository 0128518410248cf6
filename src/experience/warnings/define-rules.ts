import { freezeJson } from "../../ground/json.js";
import { HANDBOOK_MODEL } from "../model/default-model.js";
import type { ExperienceModel, HandbookSignals } from "../model/model.js";
import { resolvedModel } from "../model/resolve-model.js";
import { readRules } from "./read-rules.js";
import type { ExperienceWarningRule } from "./rule.js";

/**
 * Checks rules of early warnings (B2.9) against a model (the handbook's unless told) and gives them back as a frozen copy. Throws a `KeyAccountError`
 * with all faults: a signal or level that the model doesn't have, a sign that is the first of the levels before it, a code that stands twice, a rule that joins what it can't, a count out of range
 * (`persist` 1 … 1000, `within` 1 … 36500 days), more days than lie within (`persist` above `within` could never raise anything). No rules are allowed: no warnings.
 *
 * @example
 * ```ts
 * import { defineWarningRules, EXPERIENCE_WARNING_RULES } from "keyaccount";
 *
 * const rules = defineWarningRules([
 *   ...EXPERIENCE_WARNING_RULES,
 *   { kind: "level", code: "haggles", signal: "priceSensitivity", after: ["low"], to: ["high"], persist: 3, within: 365 },
 * ]);
 * rules.length; // => 9
 * ```
 */
export function defineWarningRules<S = HandbookSignals>(
  rules: readonly ExperienceWarningRule<[S][S extends unknown ? 0 : never]>[],
  model?: ExperienceModel<S>,
): readonly ExperienceWarningRule<S>[] {
  const read = readRules(rules, resolvedModel(model ?? HANDBOOK_MODEL), []);
  return freezeJson(read) as unknown as readonly ExperienceWarningRule<S>[];
}
