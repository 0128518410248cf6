import { dayOf } from "../../ground/dates.js";
import { print } from "../../ground/print.js";
import type { ExperienceIssue } from "../history/issue.js";
import { isFields } from "../history/read-observation.js";
import { EXPERIENCE_STAGES, type ExperienceStage } from "../model/model.js";
import { periodOf } from "../model/period.js";
import type { ResolvedModel } from "../model/resolve-model.js";

/** Labels, or warnings, of one history at most. */
const MOST_LABELS = 12_000;

/** A label that was read. */
export interface ReadLabel {
  readonly day: number;
  readonly from: string;
  readonly period: number;
  readonly stage: ExperienceStage;
}

/** A day or moment; `undefined` where it is faulty, with an issue. */
export function readDay(value: unknown, path: (string | number)[], issues: ExperienceIssue[]): string | undefined {
  if (value === undefined || value === null) issues.push({ code: "required", path, details: {} });
  else if (dayOf(value) !== null) return value as string;
  else issues.push({ code: "not-a-date", path, details: { received: print(value) } });
  return undefined;
}

function isTooLong(list: readonly unknown[], path: string[], issues: ExperienceIssue[]): boolean {
  if (list.length <= MOST_LABELS) return false;
  issues.push({ code: "too-many", path, details: { most: MOST_LABELS, received: list.length } });
  return true;
}

/** The labels, in order of time; those with a fault are left out, with issues. */
export function readLabels(list: unknown, resolved: ResolvedModel, issues: ExperienceIssue[]): ReadLabel[] {
  if (!Array.isArray(list) || list.length === 0) {
    issues.push(
      Array.isArray(list)
        ? { code: "required", path: ["labels", 0], details: {} }
        : { code: "wrong-type", path: ["labels"], details: { expected: "array", received: print(list) } },
    );
    return [];
  }
  if (isTooLong(list, ["labels"], issues)) return [];
  const labels: ReadLabel[] = [];
  Array.from(list as readonly unknown[]).forEach((one, index) => {
    const label = readLabel(one, index, resolved, issues);
    const before = labels.at(-1);
    if (label === undefined) return;
    if (before !== undefined && label.day <= before.day) {
      const details = { earlier: before.from, later: label.from };
      issues.push({ code: "out-of-order", path: ["labels", index, "from"], details });
    }
    labels.push(label);
  });
  return labels;
}

function readLabel(
  one: unknown,
  index: number,
  { model }: ResolvedModel,
  issues: ExperienceIssue[],
): ReadLabel | undefined {
  const path = ["labels", index];
  if (!isFields(one)) {
    issues.push({ code: "wrong-type", path, details: { expected: "object", received: print(one) } });
    return undefined;
  }
  const from = readDay(one["from"], [...path, "from"], issues);
  const stage = EXPERIENCE_STAGES.find((name) => name === one["stage"]);
  if (stage === undefined) {
    const details = { received: print(one["stage"]), allowed: EXPERIENCE_STAGES };
    issues.push({ code: "unknown-value", path: [...path, "stage"], details });
  }
  if (from === undefined || stage === undefined) return undefined;
  return { from, day: dayOf(from) as number, period: periodOf(from, model.period), stage };
}

/** The days of the warnings, in order of time, each once; `null` where they are unknown. */
export function readWarnings(list: unknown, issues: ExperienceIssue[]): readonly string[] | null {
  if (list === undefined || list === null) return null;
  if (!Array.isArray(list)) {
    issues.push({ code: "wrong-type", path: ["warnings"], details: { expected: "array", received: print(list) } });
    return null;
  }
  if (isTooLong(list, ["warnings"], issues)) return null;
  const days = Array.from(list as readonly unknown[]).flatMap((one, index) => {
    const day = readDay(isFields(one) ? one["raisedAt"] : undefined, ["warnings", index, "raisedAt"], issues);
    return day === undefined ? [] : [day.slice(0, 10)];
  });
  return [...new Set(days)].sort();
}
