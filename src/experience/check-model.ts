import type { ExperienceModelIssue, Path } from "../ground/issue.js";
import { freezeJson, readJson } from "../ground/json.js";
import { exactly, printDecimal, sum } from "../ground/numeral.js";
import { compare, ONE } from "../ground/rational.js";
import { checkMonotone } from "./check-monotone.js";
import { EXPERIENCE_STAGES, type ExperienceModel } from "./model.js";
import { modelShape } from "./model-shape.js";

/** What a check found: a sound model, or what is wrong with it. */
export interface CheckedModel {
  readonly model: ExperienceModel | undefined;
  readonly issues: readonly ExperienceModelIssue[];
}

const sound = /* @__PURE__ */ new WeakSet();

/** Reads anything into an experience model in canonical form, frozen, or lists all that is wrong with it. */
export function checkExperienceModel(input: unknown): CheckedModel {
  const { json, issues: found } = readJson(input, { values: 10_000 });
  const issues: ExperienceModelIssue[] = [...found];
  const model = issues.length > 0 ? undefined : (modelShape(json, [], issues as never) as ExperienceModel);
  if (model !== undefined && issues.length === 0) checkTogether(model, issues);
  if (model === undefined || issues.length > 0) return { model: undefined, issues };
  sound.add(freezeJson(model));
  return { model, issues };
}

/** Whether this very object came out of {@link checkExperienceModel}. */
export function isSoundModel(model: object): boolean {
  return sound.has(model);
}

function checkTogether(model: ExperienceModel, issues: ExperienceModelIssue[]): void {
  checkLevels(model, issues);
  checkSum(model.prior, ["prior"], issues);
  for (const stage of EXPERIENCE_STAGES) checkSum(model.transitions[stage], ["transitions", stage], issues);
  checkThresholds(model, issues);
  if (issues.length === 0) checkMonotone(model, issues);
}

function checkThresholds({ thresholds, evidence, signals }: ExperienceModel, issues: ExperienceModelIssue[]): void {
  const { enter, leave } = thresholds;
  if (compare(exactly(leave), exactly(enter)) > 0) {
    issues.push({ code: "leave-above-enter", path: ["thresholds"], details: { enter, leave } });
  }
  const most = Object.keys(signals).length;
  if (evidence.signals <= most) return;
  const details = { received: String(evidence.signals), least: 1, most };
  issues.push({ code: "out-of-range", path: ["evidence", "signals"], details });
}

/** Each stage must have a likelihood for each level, and for no other. */
function checkLevels({ signals }: ExperienceModel, issues: ExperienceModelIssue[]): void {
  for (const [signal, { levels, likelihoods }] of Object.entries(signals)) {
    levels.forEach((level, index) => {
      if (levels.indexOf(level) === index) return;
      issues.push({ code: "duplicate-id", path: ["signals", signal, "levels", index], details: { id: level } });
    });
    for (const stage of EXPERIENCE_STAGES) {
      checkKeys(likelihoods[stage], levels, ["signals", signal, "likelihoods", stage], issues);
    }
  }
}

function checkKeys(
  row: Readonly<Record<string, string>>,
  allowed: readonly string[],
  path: Path,
  issues: ExperienceModelIssue[],
): void {
  const before = issues.length;
  for (const level of allowed) {
    if (!Object.hasOwn(row, level)) issues.push({ code: "required", path: [...path, level], details: {} });
  }
  for (const key of Object.keys(row)) {
    if (!allowed.includes(key)) issues.push({ code: "unknown-key", path: [...path, key], details: { key, allowed } });
  }
  if (issues.length === before) checkSum(row, path, issues);
}

function checkSum(row: Readonly<Record<string, string>>, path: Path, issues: ExperienceModelIssue[]): void {
  const total = sum(Object.values(row).map(exactly));
  if (compare(total, ONE) === 0) return;
  issues.push({ code: "not-summing-to-one", path, details: { sum: printDecimal(total) } });
}
