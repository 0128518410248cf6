import { throwIssues } from "../ground/error.js";
import { checkExperienceModel } from "./check-model.js";
import type { ExperienceModel, ExperienceModelDefinition, SignalLevels } from "./model.js";

/**
 * Defines a model of how clients gain experience (B2): checks it, brings it into canonical form and infers the signals and their levels.
 * The result is plain frozen JSON; store it, hash it, extend it.
 *
 * Throws a `KeyAccountError` that lists the faults with code and path: likelihoods, priors or transition weights that don't sum to
 * exactly 1 or aren't above 0, a level that is missing or unknown, `leave` above `enter`; then, once these are sound, levels or
 * transitions whose order isn't that of their likelihood ratios: with them a stronger signal could move a client back.
 *
 * @example
 * ```ts
 * import { classifyExperience, defineExperienceModel } from "keyaccount";
 *
 * const model = defineExperienceModel({
 *   id: "ours", version: "1",
 *   signals: {
 *     tenders: {
 *       levels: ["none", "some"],
 *       likelihoods: {
 *         generalist: { none: "0.9", some: "0.1" },
 *         "in-transition": { none: "0.5", some: "0.5" },
 *         specialist: { none: "0.1", some: "0.9" },
 *       },
 *     },
 *   },
 *   prior: { generalist: "0.5", "in-transition": "0.3", specialist: "0.2" },
 *   transitions: {
 *     generalist: { generalist: "0.949", "in-transition": "0.05", specialist: "0.001" },
 *     "in-transition": { generalist: "0.01", "in-transition": "0.91", specialist: "0.08" },
 *     specialist: { generalist: "0.00005", "in-transition": "0.00995", specialist: "0.99" },
 *   },
 *   thresholds: { enter: "0.7", leave: "0.4" },
 *   evidence: { signals: 1, within: 12 },
 * });
 *
 * const observations = [{ at: "2026-11-02", levels: { tenders: "none" as const } }];
 * classifyExperience({ observations }, { asOf: "2026-11-21", model }).stage; // => "generalist"
 * ```
 */
export function defineExperienceModel<const S extends SignalLevels>(
  definition: ExperienceModelDefinition<S>,
): ExperienceModel<S> {
  return soundModel(definition) as unknown as ExperienceModel<S>;
}

/** The model of a definition, or an error with all that is wrong. */
export function soundModel(definition: unknown): ExperienceModel {
  const { model, issues } = checkExperienceModel(definition);
  throwIssues(issues);
  return model as ExperienceModel;
}
