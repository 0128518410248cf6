import { bound, integer, oneOf, record, type Shape, text } from "../../evaluation/definition/shape.js";
import type { PortfolioIssue, ScorecardIssue } from "../../ground/issue.js";
import { type DecimalString, exactly } from "../../ground/numeral.js";
import { print } from "../../ground/print.js";
import type { Rational } from "../../ground/rational.js";
import { EXPERIENCE_STAGES, PERIOD_UNITS } from "../model.js";
import { MOST_PERIODS } from "../period.js";
import { EXPERIENCE_DIRECTIONS } from "../result.js";
import { PRODUCT_MATURITIES } from "../selling/selling.js";
import type { ExperienceClient, ExperiencePosition } from "./portfolio.js";

/** A row that was read. */
export interface ReadClient {
  readonly client: string;
  readonly productLine: string;
  readonly experience: ExperiencePosition;
  readonly productMaturity: NonNullable<ExperienceClient["productMaturity"]> | null;
  readonly revenue: Rational | null;
}

/** A shape that may be absent or `null`. */
function known(shape: Shape): Shape {
  return (value, path, issues) => (value === undefined || value === null ? null : shape(value, path, issues));
}

/** A record of which only these keys are looked at. */
function parts(shapes: Readonly<Record<string, Shape>>): Shape {
  const keys = Object.keys(shapes);
  return (value, path, issues) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return record({})(value, path, issues);
    const given = value as Readonly<Record<string, unknown>>;
    return record(shapes)(Object.fromEntries(keys.map((key) => [key, given[key]])), path, issues);
  };
}

const share: Shape = (value, path, issues) => {
  if (typeof value === "number" && value >= -1 && value <= 1) return value;
  issues.push({ code: "out-of-range", path, details: { received: print(value), least: -1, most: 1 } });
  return undefined;
};

const money: Shape = (value, path, issues) => {
  const read = bound(value, path, issues) as DecimalString | undefined;
  if (read?.startsWith("-") === true)
    issues.push({ code: "out-of-range", path, details: { received: read, least: 0 } });
  return read;
};

const row: Shape = (value, path, issues) =>
  parts({
    client: text,
    productLine: text,
    productMaturity: known(oneOf(PRODUCT_MATURITIES)),
    revenue: known(money),
    experience: parts({
      stage: oneOf([...EXPERIENCE_STAGES, "undetermined"]),
      direction: known(oneOf(EXPERIENCE_DIRECTIONS)),
      movement: parts({ periods: integer(0, MOST_PERIODS), change: share }),
      speed: known(parts({ toward: oneOf(EXPERIENCE_STAGES), periods: known(integer(0, Number.MAX_SAFE_INTEGER)) })),
      model: parts({ period: parts({ unit: oneOf(PERIOD_UNITS), every: integer(1, 366) }) }),
    }),
  })(value, path, issues);

/** Reads the rows; one with a fault, or whose client and product line stand earlier, is left out. Nothing that a row holds can make this throw. */
export function readClients(clients: Iterable<unknown>, issues: PortfolioIssue[]): ReadClient[] {
  const seen = new Set<string>();
  return Array.from(clients).flatMap((raw, index) => {
    const read = tryRow(raw, index, issues);
    if (read === undefined) return [];
    const key = JSON.stringify([read.client, read.productLine]);
    if (seen.has(key)) {
      issues.push({ code: "duplicate-id", path: [index], details: { id: `${read.client}/${read.productLine}` } });
      return [];
    }
    seen.add(key);
    return [read];
  });
}

function tryRow(raw: unknown, index: number, issues: PortfolioIssue[]): ReadClient | undefined {
  const own: ScorecardIssue[] = [];
  try {
    const read = row(raw, [index], own) as
      | (Omit<ReadClient, "revenue"> & { revenue: DecimalString | null })
      | undefined;
    issues.push(...(own as unknown as PortfolioIssue[]));
    if (read === undefined || own.length > 0) return undefined;
    return { ...read, revenue: read.revenue === null ? null : exactly(read.revenue) };
  } catch {
    issues.push({ code: "unreadable", path: [index], details: {} });
    return undefined;
  }
}
