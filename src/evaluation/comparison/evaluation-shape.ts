import { dayOf } from "../../ground/dates.js";
import type { JsonIssue, Path, ScorecardIssue } from "../../ground/issue.js";
import { print } from "../../ground/print.js";
import { KINDS, MISSING_POLICIES } from "../definition/kinds.js";
import { id, integer, list, oneOf, refuse, type Shape, table, text } from "../definition/shape.js";
import { condition } from "../definition/shapes.js";
import { FACT_STATUSES } from "../evaluation.js";

/** Any issue of an evaluation that was stored and came back. */
export type EvaluationIssue =
  | ScorecardIssue
  | JsonIssue
  | { readonly code: "not-a-date"; readonly path: Path; readonly details: { readonly received: string } };

/** A record with these keys; a host may have added others. */
function fields(shapes: Readonly<Record<string, Shape>>): Shape {
  const entries = Object.entries(shapes);
  return (value, path, issues) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return mismatch("object", value, path, issues);
    const given = value as Readonly<Record<string, unknown>>;
    const out: Record<string, unknown> = {};
    for (const [key, shape] of entries)
      out[key] = shape(Object.hasOwn(given, key) ? given[key] : undefined, [...path, key], issues);
    return out;
  };
}

function mismatch(
  expected: "object" | "number" | "string",
  value: unknown,
  path: Path,
  issues: ScorecardIssue[],
): undefined {
  return refuse(
    issues,
    value === undefined
      ? { code: "required", path, details: {} }
      : { code: "wrong-type", path, details: { expected, received: print(value) } },
  );
}

const nullable =
  (shape: Shape): Shape =>
  (value, path, issues) =>
    value === null ? null : shape(value, path, issues);

const number: Shape = (value, path, issues) =>
  typeof value === "number" ? value : mismatch("number", value, path, issues);

const date: Shape = (value, path, issues) => {
  if (dayOf(value) !== null) return value;
  (issues as EvaluationIssue[]).push({ code: "not-a-date", path, details: { received: print(value) } });
  return undefined;
};

const factValue: Shape = (value, path, issues) =>
  typeof value === "number" || typeof value === "boolean" || typeof value === "string"
    ? value
    : mismatch("string", value, path, issues);

const version: Shape = (value, path, issues) => {
  if (value === 1) return value;
  return refuse(issues, { code: "unsupported-version", path, details: { received: print(value), supported: [1] } });
};

const issuePath: Shape = (value, path, issues) =>
  Array.isArray(value) ? value : mismatch("object", value, path, issues);

/** What a comparison needs of an evaluation; made anew for each, so that nothing runs before it is asked for. */
export const evaluationShape: Shape = (value, path, issues) =>
  fields({
    v: version,
    scorecard: fields({ id, version: text, hash: text }),
    asOf: nullable(date),
    total: number,
    scale: integer(0, 9),
    score: nullable(number),
    grade: nullable(text),
    coverage: number,
    low: nullable(number),
    high: nullable(number),
    groups: table(fields({ max: nullable(number) }), 0),
    indicators: table(
      fields({
        kind: oneOf(KINDS),
        status: oneOf(FACT_STATUSES),
        group: nullable(text),
        actual: nullable(factValue),
        weight: number,
        points: nullable(number),
        missing: nullable(oneOf(MISSING_POLICIES)),
        observedAt: nullable(date),
      }),
      1,
    ),
    limits: list(fields({ index: integer(0, 999), when: condition, grade: text }), 0),
    issues: list(fields({ code: text, path: issuePath }), 0),
  })(value, path, issues);
