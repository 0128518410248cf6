import { buildResult } from "./build-result.js";
import type { HandbookSignals } from "./model.js";
import type { ExperienceHistory } from "./observation.js";
import { type ExperienceOptions, readOptions } from "./options.js";
import { readHistory } from "./read-history.js";
import type { ExperienceResult } from "./result.js";
import { emptySnapshot, walkOn } from "./walk.js";

/**
 * Says at which stage of experience (B2) a client is with a product line, from the dated observations of it: stage, probabilities,
 * since when, which way and how fast it moves, and the evidence for all that.
 *
 * Forward filtering of a hidden Markov chain, period by period: probability × transition weights (one step for each period, seen or
 * silent), then × the likelihood of each signal's level, then one division so that they sum to 1. Inside, probabilities are whole numbers of
 * 10^-36, so nothing over- or underflows and every engine gives the same bytes. A signal that is seen several times in one period counts
 * once, with the median of its levels, of an even number the one nearer to the generalist. Old evidence fades through the transition weights
 * alone.
 *
 * A stage is entered where the probability of being at least that far has reached the model's `enter` for `dwell` periods with
 * evidence in a row, and left where it has been below `leave` for as many; silent periods change no stage. With fewer known signals than
 * `evidence.signals` within the last `evidence.within` periods the stage is `"undetermined"`. No observation at all gives the prior and `"no-evidence"`.
 *
 * Data never throws: faulty observations are left out, faulty levels alone, with an issue each. Faulty options throw a `KeyAccountError`.
 * Without `model` the handbook's is taken, `experienceModel` of `keyaccount/handbook`.
 *
 * @example
 * ```ts
 * import { classifyExperience } from "keyaccount";
 *
 * const history = {
 *   client: "acme", productLine: "controllers",
 *   observations: [
 *     { at: "2026-09-03", levels: { decisionMakers: "senior-management", buyingManner: "whole-system" } },
 *     { at: "2026-09-20", levels: { newApplications: "high" }, provenance: { source: "visit", ref: "v-17" } },
 *   ],
 * } as const;
 * const { stage, probabilities, ledger } = classifyExperience(history, { asOf: "2026-09-30" });
 * stage; // => "generalist"
 * probabilities; // => { generalist: 0.9629, "in-transition": 0.037, specialist: 0.0001 }
 * ledger.map(({ signal, ratio }) => `${signal} ${ratio}`); // => ["decisionMakers 0.0667", "buyingManner 0.0667", "newApplications 0.0667"]
 * ```
 */
export function classifyExperience<S = HandbookSignals>(
  history: ExperienceHistory<NoInfer<S>>,
  options: ExperienceOptions<S>,
): ExperienceResult<S> {
  const { asOf, resolved } = readOptions(options);
  const { told, observations } = readHistory(history, asOf, resolved);
  const walked = walkOn(emptySnapshot(resolved), observations, asOf, resolved, []);
  return buildResult(walked, told, asOf, resolved) as unknown as ExperienceResult<S>;
}
