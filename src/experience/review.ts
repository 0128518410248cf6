import { classifyExperience } from "./classify/classify.js";
import type { ExperienceOptions } from "./classify/options.js";
import type { ExperienceHistory } from "./history/observation.js";
import type { HandbookSignals } from "./model/model.js";
import type { ExperienceResult } from "./result/result.js";
import { experienceWarnings } from "./warnings/experience-warnings.js";
import type { ExperienceWarning, ExperienceWarningOptions } from "./warnings/result.js";
import { splitRules } from "./warnings/split-rules.js";

/** All that one history tells: where the client stands, and the early warnings. */
export interface ExperienceReview<S = HandbookSignals> {
  readonly experience: ExperienceResult<S>;
  readonly warnings: readonly ExperienceWarning<S>[];
}

/**
 * Classifies a history and looks for its early warnings at once (B2, B2.9): what `recommendSelling`, `portfolioExperience`, `formatExperience` and the
 * chart take together. The same as {@link classifyExperience} and {@link experienceWarnings}; what is wrong with the history stands in
 * `experience.issues`. Throws a `KeyAccountError` for faulty options or rules only.
 *
 * @example
 * ```ts
 * import { observeExperience, recommendSelling, reviewExperience } from "keyaccount";
 *
 * const order = { client: "acme", productLine: "drives" };
 * const { histories } = observeExperience({
 *   orders: [
 *     { ...order, id: "o-1", at: "2026-01-12", suppliers: 1 },
 *     { ...order, id: "o-2", at: "2026-05-11", suppliers: 2 },
 *     { ...order, id: "o-3", at: "2026-08-24", suppliers: 3 },
 *   ],
 * });
 * const reviews = histories.map((history) => reviewExperience(history, { asOf: "2026-08-31" }));
 * reviews.map(({ warnings }) => warnings.map(({ code }) => code)); // => [["orders-unbundled"]]
 * const advice = reviews.map((review) => recommendSelling({ ...review, servicesToAdd: true }));
 * advice[0]?.options.find(({ strategy }) => strategy === "added-services")?.against[0]?.warnings; // => [{ code: "orders-unbundled", raisedAt: "2026-08-24" }]
 * ```
 */
export function reviewExperience<S = HandbookSignals>(
  history: ExperienceHistory<NoInfer<S>>,
  options: ExperienceWarningOptions<S>,
): ExperienceReview<S> {
  const { warnings } = experienceWarnings<S>(history, options);
  const { base } = splitRules(options);
  return { experience: classifyExperience<S>(history, base as ExperienceOptions<S>), warnings };
}
