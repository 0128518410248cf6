import { answer, integer, list, oneOf, optional, record, refuse, type Shape } from "../evaluation/definition/shape.js";
import type { ResolvedIndicator } from "../evaluation/resolved/indicator.js";
import { dayOf } from "../ground/dates.js";
import { throwIssues } from "../ground/error.js";
import type { Path, ScorecardIssue } from "../ground/issue.js";
import { readJson } from "../ground/json.js";
import { print } from "../ground/print.js";
import { SQL_DIALECTS, type SqlDialect } from "./dialect.js";
import type { SqlColumn } from "./options.js";

/** The options as they were read: every indicator with its column, `null` for none. */
export interface ReadOptions {
  readonly dialect: SqlDialect;
  readonly table: readonly string[];
  readonly columns: Readonly<Record<string, SqlColumn | null>>;
  readonly keep: readonly string[];
  readonly asOf: string | null;
  readonly explain: boolean;
  readonly prefix: string;
}

const LONGEST_NAME = 255;
const MOST_DECIMALS = 18;
const BOUNDS = { depth: 8, values: 20_000, text: 10_000 };

/** Reads the options, or throws one error with everything that is wrong with their shape. */
export function readOptions(input: unknown, indicators: readonly ResolvedIndicator[]): ReadOptions {
  const { json, issues: hostile } = readJson(input, BOUNDS);
  throwIssues(hostile);
  const issues: ScorecardIssue[] = [];
  const read = record({
    dialect: oneOf(SQL_DIALECTS),
    table: (value, path, found) => (Array.isArray(value) ? list(name, 1) : name)(value, path, found),
    columns: optional(columnsOf(indicators), {}),
    keep: optional(list(name, 0), []),
    asOf: (value) => value,
    explain: optional(answer, false),
    prefix: optional(textOf(0), ""),
  })(json, [], issues) as ReadOptions | undefined;
  throwIssues(issues);
  const options = read as ReadOptions & { readonly table: string | readonly string[] };
  return {
    ...options,
    table: typeof options.table === "string" ? [options.table] : options.table,
    columns: withDefaults(options.columns, indicators),
    asOf: readAsOf(options.asOf),
  };
}

function textOf(least: number): Shape {
  return (value, path, issues) => {
    if (typeof value !== "string") return refuse(issues, mismatch(value, path));
    if (value.length >= least && value.length <= LONGEST_NAME) return value;
    const received = String(value.length);
    return refuse(issues, { code: "out-of-range", path, details: { received, least, most: LONGEST_NAME } });
  };
}

const name: Shape = (value, path, issues) => textOf(1)(value, path, issues);

function mismatch(value: unknown, path: Path): ScorecardIssue {
  if (value === undefined) return { code: "required", path, details: {} };
  return { code: "wrong-type", path, details: { expected: "string", received: print(value) } };
}

function columnsOf(indicators: readonly ResolvedIndicator[]): Shape {
  return (value, path, issues) => {
    const known = new Map(indicators.map((indicator) => [indicator.id, indicator]));
    if (typeof value !== "object" || value === null || Array.isArray(value)) return record({})(value, path, issues);
    const strangers = Object.keys(value).filter((id) => !known.has(id));
    issues.push(
      ...strangers.map(
        (indicator) =>
          ({ code: "unknown-indicator", path: [...path, indicator], details: { indicator } }) satisfies ScorecardIssue,
      ),
    );
    const given = Object.entries(value).filter(([id]) => known.has(id));
    return Object.fromEntries(
      given.map(([id, column]) => [id, columnOf(known.get(id)?.numeric != null)(column, [...path, id], issues)]),
    );
  };
}

function columnOf(isNumeric: boolean): Shape {
  const whole = record({
    column: name,
    ...(isNumeric ? { scale: optional(integer(0, MOST_DECIMALS)) } : {}),
    observedAt: optional(name),
    notApplicable: optional(name),
  });
  return (value, path, issues) => {
    if (value === null) return null;
    return typeof value === "object" ? whole(value, path, issues) : { column: name(value, path, issues) };
  };
}

function withDefaults(
  columns: Readonly<Record<string, SqlColumn | null>>,
  indicators: readonly ResolvedIndicator[],
): Record<string, SqlColumn | null> {
  return Object.fromEntries(
    indicators.map(({ id }) => [id, Object.hasOwn(columns, id) ? (columns[id] as SqlColumn | null) : { column: id }]),
  );
}

function readAsOf(asOf: unknown): string | null {
  if (asOf === undefined || asOf === null) return null;
  if (typeof asOf === "string" && dayOf(asOf) !== null) return asOf;
  throwIssues([{ code: "not-a-date", path: ["asOf"], details: { received: print(asOf) } }]);
  return null;
}
