import type { FactIssue } from "../ground/issue.js";
import { type Json, readJson } from "../ground/json.js";
import { type Result, resultOf } from "../ground/result.js";
import type { Scorecard } from "./definition/scorecard.js";
import { asRecord, type EvaluateOptions, readAsOf } from "./evaluate.js";
import type { Facts } from "./facts.js";
import { type AsOf, newReading, readFact } from "./read-fact.js";
import type { ResolvedIndicator } from "./resolved/indicator.js";
import { resolve } from "./resolved/resolve.js";
import { newScore, scoreFact } from "./score-fact.js";

/**
 * Reads facts that come from outside, such as the body of a request: the facts as a plain copy, or every issue with its path. Stricter
 * than `evaluate`, which lists such issues and goes on (a value that JSON can't carry, such as NaN, is `not-json` here): here an id that the scorecard doesn't have is an issue too. Cyclic, deep, huge
 * and otherwise hostile input ends in issues within bounded time. With `asOf`, facts observed later are issues as well.
 *
 * Throws a `KeyAccountError` with code `not-a-date` if `asOf` is neither a day nor a moment.
 *
 * @example
 * ```ts
 * import { parseFacts } from "keyaccount";
 * import { distributorScorecard } from "keyaccount/handbook";
 *
 * const result = parseFacts(distributorScorecard, { salesReps: "1,5", reputation: 3 });
 * result.ok ? [] : result.issues.map(({ code, path }) => `${path.join(".")}: ${code}`); // => ["reputation: unknown-indicator", "salesReps: not-a-decimal"]
 * ```
 */
export function parseFacts<I, G extends string, R extends string>(
  scorecard: Scorecard<I, G, R>,
  input: unknown,
  options: EvaluateOptions = {},
): Result<Facts<I>, FactIssue> {
  const { indicators } = resolve(scorecard);
  const asOf = readAsOf(options.asOf);
  const { json, issues: hostile } = readJson(input);
  const isCut = json === null || hostile.some(({ code }) => code === "too-many-values");
  const issues = hostile.length > 0 && isCut ? hostile : [...hostile, ...issuesOf(indicators, json, asOf)];
  return resultOf(issues, () => json as Facts<I>);
}

function issuesOf(indicators: readonly ResolvedIndicator[], json: Json, asOf: AsOf | null): FactIssue[] {
  const issues: FactIssue[] = [];
  const facts = asRecord(json, issues);
  for (const id of Object.keys(facts)) {
    if (!indicators.some((indicator) => indicator.id === id))
      issues.push({ code: "unknown-indicator", path: [id], details: { indicator: id } });
  }
  const [reading, score] = [newReading(), newScore()];
  for (const indicator of indicators) {
    readFact(reading, indicator, facts, asOf, issues);
    scoreFact(score, indicator, reading, issues);
  }
  return issues;
}
