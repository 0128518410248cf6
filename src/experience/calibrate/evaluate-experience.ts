import { classifyExperience } from "../classify.js";
import type { ExperienceIssue } from "../issue.js";
import { EXPERIENCE_STAGES, type ExperienceModel, type HandbookSignals } from "../model.js";
import type { ExperienceHistory } from "../observation.js";
import { periodOf } from "../period.js";
import { type ResolvedModel, resolvedModel } from "../resolve-model.js";
import type { ExperienceResult, NamedStage } from "../result.js";
import { judgeWarnings, ratio } from "./alarms.js";
import { labelAt } from "./count.js";
import type { ExperienceEvaluation, ExperienceEvaluationOptions } from "./evaluation.js";
import { byStage } from "./fit.js";
import type { LabelledHistory } from "./labelled.js";
import { type ReadLabelled, readLabelled } from "./read-labelled.js";
import { readEvaluation } from "./read-options.js";

/**
 * Says how well an experience model agrees with histories whose stages the host knows: period by period what it said then (it never looks ahead)
 * against the label in force, and, where the warnings raised are told, how many days they came before the labelled shift and how many were false.
 *
 * Periods are counted from the first label to `until`; those before the first evidence are undetermined. Evaluate on histories that the model wasn't calibrated with.
 * A warning belongs to a shift to a later stage that follows within the horizon; one that none follows is false, or pending where the history ends too early to tell.
 *
 * Labelled histories with a fault are left out, faulty observations alone, with issues. Faulty options or a faulty model throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { evaluateExperience } from "keyaccount";
 * import { experienceModel } from "keyaccount/handbook";
 *
 * const labelled = [{
 *   observations: [{ at: "2025-01-10", levels: { risk: "avoids" as const, newApplications: "high" as const, guidance: "start-to-end" as const } }],
 *   labels: [{ from: "2025-01-01", stage: "generalist" as const }, { from: "2025-06-01", stage: "in-transition" as const }],
 *   until: "2025-06-30", warnings: [{ at: "2025-05-02" }],
 * }];
 * const { confusion, warnings } = evaluateExperience(experienceModel, labelled);
 * confusion.generalist.generalist; // => 5
 * warnings.meanLeadDays; // => 30
 * ```
 */
export function evaluateExperience<S>(
  model: ExperienceModel<S>,
  labelled: readonly LabelledHistory<NoInfer<S>>[],
  options: ExperienceEvaluationOptions = {},
): ExperienceEvaluation {
  const resolved = resolvedModel(model);
  const { horizonDays } = readEvaluation(options);
  const issues: ExperienceIssue[] = [];
  const read = readLabelled(labelled, resolved, issues);
  const confusion: Confusion = byStage(() => ({ generalist: 0, "in-transition": 0, specialist: 0, undetermined: 0 }));
  for (const one of read) confuse(one, resolved, confusion);
  const { right, wrong, undetermined } = sumsOf(confusion);
  const { id, version, period } = resolved.model;
  return {
    v: 1,
    model: { id, version, hash: resolved.hash, period },
    histories: read.length,
    confusion,
    periods: right + wrong + undetermined,
    right,
    wrong,
    undetermined,
    accuracy: ratio(BigInt(right), BigInt(right + wrong)),
    warnings: judgeWarnings(read, horizonDays),
    issues,
  };
}

type Confusion = Record<keyof ExperienceEvaluation["confusion"], Record<NamedStage, number>>;

function confuse(one: ReadLabelled, resolved: ResolvedModel, confusion: Confusion): void {
  const { period } = resolved.model;
  const said = saidBy(one, resolved);
  const last = periodOf(one.until, period);
  one.labels.forEach((label, index) => {
    const end = Math.min((one.labels[index + 1]?.period ?? last + 1) - 1, last);
    const seen = said.filter(({ at }) => at >= label.period && at <= end && labelAt(one.labels, at) === label);
    for (const { stage } of seen) confusion[label.stage][stage] += 1;
    confusion[label.stage].undetermined += Math.max(end - label.period + 1, 0) - seen.length;
  });
}

function saidBy(
  { raw, until }: ReadLabelled,
  resolved: ResolvedModel,
): readonly { readonly at: number; readonly stage: NamedStage }[] {
  const options = { asOf: until, model: resolved.model as unknown as ExperienceModel<HandbookSignals> };
  const result: ExperienceResult = classifyExperience(raw as ExperienceHistory, options);
  return result.history.map(({ period, stage }) => ({ at: periodOf(period, resolved.model.period), stage }));
}

function sumsOf(confusion: Confusion): Record<"right" | "wrong" | "undetermined", number> {
  const sums = { right: 0, wrong: 0, undetermined: 0 };
  for (const stage of EXPERIENCE_STAGES) {
    const row = confusion[stage];
    const named = row.generalist + row["in-transition"] + row.specialist;
    sums.right += row[stage];
    sums.wrong += named - row[stage];
    sums.undetermined += row.undetermined;
  }
  return sums;
}
