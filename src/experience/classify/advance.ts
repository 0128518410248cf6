import { isAfter } from "../../ground/dates.js";
import type { Result } from "../../ground/result.js";
import { resultOf } from "../../ground/result.js";
import type { CountedObservation } from "../filter/state.js";
import { walkFurther, walkOn } from "../filter/walk.js";
import type { ExperienceIssue } from "../history/issue.js";
import { cutIssues, restOf, takeRest } from "../history/issue-cap.js";
import type { ExperienceObservation } from "../history/observation.js";
import { countedOf, type Reading, readObservation } from "../history/read-observation.js";
import type { HandbookSignals } from "../model/model.js";
import { firstDayOf, MOST_PERIODS, periodOf } from "../model/period.js";
import { buildResult } from "../result/build-result.js";
import type { ExperienceResult } from "../result/result.js";
import { type ExperienceOptions, type ReadOptions, readOptions } from "./options.js";
import type { Previous, PreviousWalk } from "./previous.js";
import { readPrevious } from "./read-previous.js";

/** Issues that another `asOf` would have judged otherwise. */
const AS_OF_ISSUES: readonly string[] = ["observed-after-as-of", "too-long-ago"];

/**
 * Adds one observation to a result of {@link classifyExperience} without reading the earlier ones again: the same bytes as classifying the
 * whole history with this observation at its end. It may lie in the result's last period with evidence or in a later one. The previous
 * result may come from a database: it is plain JSON. A faulty observation is left out and listed in the new result, as there.
 *
 * Refused, so that the whole must be classified again: an observation before that period, or `asOf` before the last one that counts
 * (`out-of-order`); a result of another model (`model-mismatch`), of an unknown version (`unsupported-version`) or that is none (`unreadable`);
 * another `asOf` where observations were left out because of the old one (`as-of-mismatch`). Faulty options throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { advanceExperience, classifyExperience } from "keyaccount";
 *
 * const first = { at: "2026-09-03", levels: { decisionMakers: "senior-management" } } as const;
 * const next = { at: "2026-10-07", levels: { newApplications: "high" } } as const;
 * const options = { asOf: "2026-10-31" };
 *
 * const before = classifyExperience({ observations: [first] }, options);
 * const after = advanceExperience(before, next, options);
 * const whole = classifyExperience({ observations: [first, next] }, options);
 * after.ok && JSON.stringify(after.value) === JSON.stringify(whole); // => true
 *
 * const late = advanceExperience(whole, first, options);
 * late.ok ? [] : late.issues.map(({ code }) => code); // => ["out-of-order"]
 * ```
 */
export function advanceExperience<S = HandbookSignals>(
  previous: ExperienceResult<S>,
  observation: ExperienceObservation<NoInfer<S>>,
  options: ExperienceOptions<NoInfer<S>>,
): Result<ExperienceResult<S>, ExperienceIssue> {
  const read = readOptions(options);
  const before = readPrevious(previous, read.resolved);
  if (!before.ok) return before;
  return goOn(before.value, observation, read) as unknown as Result<ExperienceResult<S>, ExperienceIssue>;
}

function goOn(previous: PreviousWalk, raw: unknown, { asOf, resolved }: ReadOptions): Result<unknown, ExperienceIssue> {
  const { told, snapshot } = previous;
  const { issues: earlier, dropped } = takeRest(told.issues);
  const reading: Reading = {
    resolved,
    asOf,
    interwoven: told.interwoven,
    silent: new Set(told.silent),
    issues: earlier,
  };
  const read = readObservation(raw, ["observations", told.read], reading);
  const [observation] = read === undefined ? [] : countedOf(read);
  const refusals = refusalsOf(previous, observation, { asOf, resolved });
  return resultOf(refusals, () => {
    const more = observation === undefined ? [] : [observation];
    const walked =
      walkFurther(previous.walked, more, asOf, resolved) ?? walkOn(snapshot, more, asOf, resolved, previous.earlier);
    const { silent } = reading;
    const rest = restOf(dropped + cutIssues(reading.issues));
    const issues = [...reading.issues, ...rest];
    return buildResult(walked, { ...told, read: told.read + 1, silent, issues }, asOf, resolved);
  });
}

function refusalsOf(
  previous: Previous,
  observation: CountedObservation | undefined,
  { asOf, resolved }: ReadOptions,
): ExperienceIssue[] {
  const { told, snapshot } = previous;
  const { period } = resolved.model;
  const refusals: ExperienceIssue[] = [];
  const last = snapshot.open.find(({ at }) => isAfter(at, asOf));
  if (last !== undefined) refusals.push(outOfOrder(["asOf"], last.at, asOf));
  const begin = snapshot.period;
  if (observation !== undefined && begin !== null && periodOf(observation.at, period) < begin) {
    refusals.push(outOfOrder(["observations", told.read, "at"], firstDayOf(begin, period), observation.at));
  }
  if (asOf !== previous.asOf && isJudgedByAsOf(previous, periodOf(asOf, period), resolved.model.period)) {
    refusals.push({ code: "as-of-mismatch", path: ["asOf"], details: { expected: previous.asOf, received: asOf } });
  }
  return refusals;
}

function outOfOrder(path: ExperienceIssue["path"], earlier: string, later: string): ExperienceIssue {
  return { code: "out-of-order", path, details: { earlier, later } };
}

/** Whether another `asOf` would count other observations: one was left out because of it (or nobody knows why), or the first ones would now be. */
function isJudgedByAsOf({ told, first }: Previous, now: number, period: Parameters<typeof periodOf>[1]): boolean {
  const isOld = first !== null && periodOf(first, period) <= now - MOST_PERIODS;
  return isOld || takeRest(told.issues).dropped > 0 || told.issues.some(({ code }) => AS_OF_ISSUES.includes(code));
}
