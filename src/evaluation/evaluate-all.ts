import { throwIssues } from "../ground/error.js";
import type { ArgumentIssue } from "../ground/issue.js";
import { print } from "../ground/print.js";
import type { Scorecard } from "./definition/scorecard.js";
import { readAsOf } from "./evaluate.js";
import type { Facts } from "./facts.js";
import { resolve } from "./resolved/resolve.js";
import { type EvaluateAllOptions, judgeRow, type RowJudge, type RowResult } from "./row-result.js";

/** Options of {@link evaluateAll} for rows that aren't facts themselves. */
export interface MappedRowsOptions<Row, I> extends EvaluateAllOptions {
  /** Reads the facts of a row. Pure, please: it is called once for each row, when the row's turn comes. */
  readonly facts: (row: Row, index: number) => Facts<I>;
}

/**
 * Judges rows one by one as they are asked for (C3), in constant memory: rows of a table, a file or a stream, each with its index. A bad row
 * doesn't stop the others.
 *
 * Rows come from an iterable (an array, a generator, a database cursor) or an async iterable (a stream); the result is iterable in the same
 * way. A row is pulled only when its result is asked for, and only one at a time; leaving the loop early closes the source. No rows give no results.
 *
 * A row is a record of facts, or `facts` reads them from it. Single bad facts are issues of the row's evaluation, as in `evaluate`;
 * with `strict` they fail the row. A row that is no record, can't be read, or for which `facts` throws (`mapping-failed`) or returns a
 * promise (`wrong-type`; nothing is awaited) is `ok: false` with issues whose paths begin with its index. What the *source* throws is
 * thrown on, and ends the iteration.
 *
 * Throws at once, before any row is read, a `KeyAccountError` if `asOf` is neither a day nor a moment (`not-a-date`), `rows` can't be iterated
 * or `facts` is no function (`wrong-type`), looking at either or at an option throws (`unreadable`), or the scorecard was put together by
 * hand and is faulty.
 *
 * @example
 * ```ts
 * import { defineScorecard, evaluateAll } from "keyaccount";
 *
 * const card = defineScorecard({
 *   id: "dealer", version: "1",
 *   indicators: { sellThrough: { kind: "ratio", weight: "100", standard: "6", cap: "1.5", floor: "0" } },
 *   grades: [{ grade: "A", from: "85" }, { grade: "B", from: null }],
 * });
 * const lines = ['{ "name": "Ash", "sellThrough": 6 }', '{ "name": "Birch", "sellThrough": 3 }', "{ broken"];
 *
 * const found: string[] = [];
 * for (const result of evaluateAll(card, lines, { facts: (line) => JSON.parse(line) })) {
 *   found.push(result.ok ? `${result.index}: ${result.value.grade}` : `${result.index}: ${result.issues[0].code}`);
 * }
 * found; // => ["0: A", "1: B", "2: mapping-failed"]
 * ```
 */
export function evaluateAll<I, G extends string, R extends string, Row>(
  scorecard: Scorecard<I, G, R>,
  rows: AsyncIterable<Row>,
  options: MappedRowsOptions<Row, NoInfer<I>>,
): AsyncGenerator<RowResult<Row, I, G, R>, void, undefined>;
export function evaluateAll<I, G extends string, R extends string, Row>(
  scorecard: Scorecard<I, G, R>,
  rows: Iterable<Row>,
  options: MappedRowsOptions<Row, NoInfer<I>>,
): Generator<RowResult<Row, I, G, R>, void, undefined>;
export function evaluateAll<I, G extends string, R extends string, Row extends NoInfer<Facts<I>>>(
  scorecard: Scorecard<I, G, R>,
  rows: AsyncIterable<Row>,
  options?: EvaluateAllOptions,
): AsyncGenerator<RowResult<Row, I, G, R>, void, undefined>;
export function evaluateAll<I, G extends string, R extends string, Row extends NoInfer<Facts<I>>>(
  scorecard: Scorecard<I, G, R>,
  rows: Iterable<Row>,
  options?: EvaluateAllOptions,
): Generator<RowResult<Row, I, G, R>, void, undefined>;
export function evaluateAll(
  scorecard: Scorecard,
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options?: EvaluateAllOptions & { readonly facts?: RowJudge["facts"] | undefined },
): Generator<RowResult, void, undefined> | AsyncGenerator<RowResult, void, undefined> {
  const resolved = resolve(scorecard);
  const issues: ArgumentIssue[] = [];
  const asOf = read("asOf", () => options?.asOf, issues);
  const strict = read("strict", () => options?.strict, issues) === true;
  const facts = read("facts", () => mapperOf(options?.facts, issues), issues) ?? null;
  const isStream = read("rows", () => isAsync(rows, issues), issues);
  throwIssues(issues);
  const judge: RowJudge = { resolved, asOf: readAsOf(asOf), strict, facts };
  return isStream === true
    ? judgeStream(judge, rows as AsyncIterable<unknown>)
    : judgeRows(judge, rows as Iterable<unknown>);
}

/** Looks at an argument once; a getter or proxy that throws makes it unreadable. */
function read<T>(key: string, look: () => T, issues: ArgumentIssue[]): T | undefined {
  try {
    return look();
  } catch {
    issues.push({ code: "unreadable", path: [key], details: {} });
    return undefined;
  }
}

function mapperOf(facts: RowJudge["facts"] | undefined, issues: ArgumentIssue[]): RowJudge["facts"] {
  if (facts === undefined || facts === null || typeof facts === "function") return facts ?? null;
  const details = { expected: "null|function", received: print(facts) } as const;
  issues.push({ code: "wrong-type", path: ["facts"], details });
  return null;
}

/** Whether rows come as a stream; an issue if they can't be iterated at all. */
function isAsync(rows: unknown, issues: ArgumentIssue[]): boolean {
  if (has(rows, Symbol.asyncIterator)) return true;
  if (!has(rows, Symbol.iterator))
    issues.push({ code: "wrong-type", path: ["rows"], details: { expected: "array", received: print(rows) } });
  return false;
}

function has(rows: unknown, method: symbol): boolean {
  const found: unknown = (rows as Readonly<Record<symbol, unknown>> | null | undefined)?.[method];
  return typeof found === "function";
}

function* judgeRows(judge: RowJudge, rows: Iterable<unknown>): Generator<RowResult, void, undefined> {
  let index = 0;
  for (const row of rows) {
    yield judgeRow(judge, row, index);
    index += 1;
  }
}

async function* judgeStream(judge: RowJudge, rows: AsyncIterable<unknown>): AsyncGenerator<RowResult, void, undefined> {
  let index = 0;
  for await (const row of rows) {
    yield judgeRow(judge, row, index);
    index += 1;
  }
}
