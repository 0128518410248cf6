import { dayOf } from "../../ground/dates.js";
import { throwIssues } from "../../ground/error.js";
import { print } from "../../ground/print.js";
import type { ExperienceIssue } from "../issue.js";
import { EXPERIENCE_STAGES, type ExperienceStage } from "../model.js";
import { periodOf } from "../period.js";
import { type ReadHistory, readHistory } from "../read-history.js";
import { isFields } from "../read-observation.js";
import type { ResolvedModel } from "../resolve-model.js";

/** A label that was read. */
export interface ReadLabel {
  readonly day: number;
  readonly from: string;
  readonly period: number;
  readonly stage: ExperienceStage;
}

/** A labelled history that was read. */
export interface ReadLabelled extends Pick<ReadHistory, "observations"> {
  readonly client: string | null;
  readonly productLine: string | null;
  readonly raw: unknown;
  readonly labels: readonly [ReadLabel, ...ReadLabel[]];
  readonly until: string;
  /** Days of the warnings, in order of time, each once; `null` where they are unknown. */
  readonly warnings: readonly string[] | null;
}

/** Reads labelled histories. One with a fault of its labels, `until` or warnings is left out; faulty observations are, alone. */
export function readLabelled(input: unknown, resolved: ResolvedModel, issues: ExperienceIssue[]): ReadLabelled[] {
  if (!Array.isArray(input))
    throwIssues([{ code: "wrong-type", path: ["labelled"], details: { expected: "array", received: print(input) } }]);
  return Array.from(input as readonly unknown[]).flatMap((raw, index) => {
    const own: ExperienceIssue[] = [];
    const read = tryOne(raw, resolved, own);
    issues.push(...own.map((issue) => ({ ...issue, path: [index, ...issue.path] })));
    return read === undefined ? [] : [read];
  });
}

function tryOne(raw: unknown, resolved: ResolvedModel, issues: ExperienceIssue[]): ReadLabelled | undefined {
  try {
    return readOne(raw, resolved, issues);
  } catch {
    issues.push({ code: "unreadable", path: [], details: {} });
    return undefined;
  }
}

function readOne(raw: unknown, resolved: ResolvedModel, issues: ExperienceIssue[]): ReadLabelled | undefined {
  if (!isFields(raw)) {
    issues.push({ code: "wrong-type", path: [], details: { expected: "object", received: print(raw) } });
    return undefined;
  }
  const until = readDay(raw["until"], ["until"], issues);
  const labels = readLabels(raw["labels"], resolved, issues);
  const warnings = readWarnings(raw["warnings"], issues);
  const [first, ...others] = labels;
  if (issues.length > 0 || until === undefined || first === undefined) return undefined;
  const last = labels.at(-1) as ReadLabel;
  if (last.day > (dayOf(until) as number)) {
    issues.push({ code: "out-of-order", path: ["until"], details: { earlier: last.from, later: until } });
    return undefined;
  }
  const { told, observations } = readHistory(raw, until, resolved);
  issues.push(...told.issues);
  const { client, productLine } = told;
  return { client, productLine, raw, labels: [first, ...others], until, warnings, observations };
}

function readDay(value: unknown, path: (string | number)[], issues: ExperienceIssue[]): string | undefined {
  if (value === undefined || value === null) issues.push({ code: "required", path, details: {} });
  else if (dayOf(value) !== null) return value as string;
  else issues.push({ code: "not-a-date", path, details: { received: print(value) } });
  return undefined;
}

function readLabels(list: unknown, resolved: ResolvedModel, issues: ExperienceIssue[]): ReadLabel[] {
  if (!Array.isArray(list) || list.length === 0) {
    issues.push(
      Array.isArray(list)
        ? { code: "required", path: ["labels", 0], details: {} }
        : { code: "wrong-type", path: ["labels"], details: { expected: "array", received: print(list) } },
    );
    return [];
  }
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

function readWarnings(list: unknown, issues: ExperienceIssue[]): readonly string[] | null {
  if (list === undefined || list === null) return null;
  if (!Array.isArray(list)) {
    issues.push({ code: "wrong-type", path: ["warnings"], details: { expected: "array", received: print(list) } });
    return null;
  }
  const days = Array.from(list as readonly unknown[]).flatMap((one, index) => {
    const day = readDay(isFields(one) ? one["at"] : undefined, ["warnings", index, "at"], issues);
    return day === undefined ? [] : [day.slice(0, 10)];
  });
  return [...new Set(days)].sort();
}
