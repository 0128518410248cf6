import { dayOf } from "../../ground/dates.js";
import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import { print } from "../../ground/print.js";
import type { CountedObservation } from "../filter/state.js";
import type { ExperienceIssue } from "../history/issue.js";
import { cutIssues, restOf } from "../history/issue-cap.js";
import { readHistory } from "../history/read-history.js";
import { countedOf, isFields } from "../history/read-observation.js";
import type { ResolvedModel } from "../model/resolve-model.js";
import { type ReadLabel, readDay, readLabels, readWarnings } from "./read-labels.js";

/** A labelled history that was read. */
export interface ReadLabelled {
  readonly observations: readonly CountedObservation[];
  readonly client: string | null;
  readonly productLine: string | null;
  readonly raw: unknown;
  readonly labels: readonly [ReadLabel, ...ReadLabel[]];
  readonly until: string;
  /** Days of the warnings, in order of time, each once; `null` where they are unknown. */
  readonly warnings: readonly string[] | null;
}

const MOST_HISTORIES = 1_000_000;

/**
 * Reads labelled histories. One with a fault of its labels, `until` or warnings is left out, and so is a second one of a client and product line, which would count
 * twice; faulty observations are, alone.
 */
export function readLabelled(input: unknown, resolved: ResolvedModel, issues: ExperienceIssue[]): ReadLabelled[] {
  const seen = new Set<string>();
  let dropped = 0;
  const labelled = listOf(input).flatMap((raw, index) => {
    const own: ExperienceIssue[] = [];
    const read = onlyOnce(tryOne(raw, resolved, own), seen, own);
    issues.push(...own.map((issue) => ({ ...issue, path: [index, ...issue.path] })));
    dropped += cutIssues(issues);
    return read === undefined ? [] : [read];
  });
  issues.push(...restOf(dropped));
  return labelled;
}

/** A plain copy, without holes. That there is no list is a programming error. */
function listOf(input: unknown): readonly unknown[] {
  const path = ["labelled"];
  const issues: ArgumentIssue[] = [];
  try {
    if (Array.isArray(input) && input.length <= MOST_HISTORIES) return Array.from<unknown>(input);
    issues.push(
      Array.isArray(input)
        ? { code: "too-many", path, details: { most: MOST_HISTORIES, received: input.length } }
        : { code: "wrong-type", path, details: { expected: "array", received: print(input) } },
    );
  } catch {
    issues.push({ code: "unreadable", path, details: {} });
  }
  throwIssues(issues);
  return [];
}

/** Histories of nobody in particular may be of different clients. */
function onlyOnce(
  read: ReadLabelled | undefined,
  seen: Set<string>,
  issues: ExperienceIssue[],
): ReadLabelled | undefined {
  if (read === undefined || read.client === null) return read;
  const key = JSON.stringify([read.client, read.productLine]);
  if (!seen.has(key)) {
    seen.add(key);
    return read;
  }
  const id = read.productLine === null ? read.client : `${read.client}/${read.productLine}`;
  issues.push({ code: "duplicate-id", path: [], details: { id } });
  return undefined;
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
  return {
    client,
    productLine,
    raw,
    labels: [first, ...others],
    until,
    warnings,
    observations: observations.flatMap(countedOf),
  };
}
