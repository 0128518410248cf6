import type { FactIssue, RowIssue } from "../ground/issue.js";
import type { Result } from "../ground/result.js";
import type { FactTypes } from "./definition/scorecard.js";
import { asRecord, type EvaluateOptions } from "./evaluate.js";
import type { Evaluation } from "./evaluation.js";
import { judge } from "./judge.js";
import type { AsOf } from "./read-fact.js";
import type { Resolved } from "./resolved/resolve.js";

/** One row judged by `evaluateAll`: its place, the row itself and the evaluation, or what kept it from being evaluated, with paths that begin with its place. */
export type RowResult<Row = unknown, I = FactTypes, G extends string = string, R extends string = string> = Result<
  Evaluation<I, G, R>,
  RowIssue
> & {
  /** The place among the rows, from 0. */
  readonly index: number;
  /** The row as the source gave it. */
  readonly row: Row;
};

/** Options of `evaluateAll`. */
export interface EvaluateAllOptions extends EvaluateOptions {
  /** Rows with any faulty fact fail; unless told they are evaluated, with the issues listed in the evaluation. */
  readonly strict?: boolean | undefined;
}

/** How rows are judged, decided before the first of them is read. */
export interface RowJudge {
  readonly resolved: Resolved;
  readonly asOf: AsOf | null;
  readonly strict: boolean;
  readonly facts: ((row: unknown, index: number) => unknown) | null;
}

/** Judges one row; nothing that it holds, and nothing that the host's own function throws, ends the iteration. */
export function judgeRow(judge: RowJudge, row: unknown, index: number): RowResult {
  const issues: RowIssue[] = [];
  const value = valueOf(judge, row, index, issues);
  const [first, ...others] = issues.map((issue): RowIssue => ({ ...issue, path: [index, ...issue.path] }));
  if (first !== undefined) return { index, row, ok: false, issues: [first, ...others] };
  return { index, row, ok: true, value: value as Evaluation };
}

/** The evaluation of a row; `null`, with issues, if it can't have one. */
function valueOf(
  { resolved, asOf, strict, facts }: RowJudge,
  row: unknown,
  index: number,
  issues: RowIssue[],
): Evaluation | null {
  const faults: FactIssue[] = [];
  const record = asRecord(facts === null ? row : mapRow(facts, row, index, issues), faults);
  if (issues.length > 0) return null;
  const value = faults.length > 0 ? null : judge(resolved, record, asOf, faults);
  if (value === null || strict) issues.push(...faults);
  return value;
}

function mapRow(facts: NonNullable<RowJudge["facts"]>, row: unknown, index: number, issues: RowIssue[]): unknown {
  try {
    const found = facts(row, index);
    if (isThenable(found)) issues.push(PROMISED);
    return found;
  } catch (error) {
    issues.push({ code: "mapping-failed", path: [], details: { message: messageOf(error) } });
    return null;
  }
}

/** An async function's answer looks like a record without facts: taken for one, everything would be unknown. */
const PROMISED: RowIssue = { code: "wrong-type", path: [], details: { expected: "object", received: "Promise" } };

function isThenable(found: unknown): boolean {
  try {
    if (typeof (found as { readonly then?: unknown } | null | undefined)?.then !== "function") return false;
    // Its row fails already; a rejection that nobody handles would end the host's process too.
    void (found as PromiseLike<unknown>).then(undefined, () => undefined);
    return true;
  } catch {
    return false;
  }
}

const LONGEST_MESSAGE = 200;

function messageOf(error: unknown): string {
  try {
    const { message } = error as { readonly message?: unknown };
    return (typeof message === "string" ? message : String(error)).slice(0, LONGEST_MESSAGE);
  } catch {
    return "";
  }
}
