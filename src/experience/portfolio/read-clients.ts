import { bound, integer, oneOf, type Shape, text } from "../../evaluation/definition/shape.js";
import { dayOf } from "../../ground/dates.js";
import type { PortfolioIssue, ScorecardIssue } from "../../ground/issue.js";
import { takeEach } from "../../ground/iterable.js";
import { type DecimalString, exactly } from "../../ground/numeral.js";
import { print } from "../../ground/print.js";
import type { Rational } from "../../ground/rational.js";
import { cutIssues, restOf } from "../history/issue-cap.js";
import { EXPERIENCE_STAGES, PERIOD_UNITS } from "../model/model.js";
import { MOST_PERIODS } from "../model/period.js";
import { EXPERIENCE_DIRECTIONS } from "../result/result.js";
import { PRODUCT_MATURITIES } from "../selling/codes.js";
import { date, known, parts, report } from "../shapes.js";
import { type ToldWarning, toldWarnings } from "../warnings/standing.js";
import type { ExperienceClient, ExperiencePosition } from "./portfolio.js";

/** A row that was read. */
export interface ReadClient {
  readonly client: string;
  readonly productLine: string;
  readonly experience: ExperiencePosition;
  readonly productMaturity: NonNullable<ExperienceClient["productMaturity"]> | null;
  readonly warnings: readonly ToldWarning[] | null;
  readonly revenue: Rational | null;
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
    warnings: toldWarnings,
    experience: parts({
      stage: oneOf([...EXPERIENCE_STAGES, "undetermined"]),
      direction: known(oneOf(EXPERIENCE_DIRECTIONS)),
      movement: parts({ periods: integer(0, MOST_PERIODS), change: share }),
      speed: known(parts({ toward: oneOf(EXPERIENCE_STAGES), periods: known(integer(0, Number.MAX_SAFE_INTEGER)) })),
      model: parts({ period: parts({ unit: oneOf(PERIOD_UNITS), every: integer(1, 366) }) }),
      client: known(text),
      productLine: known(text),
      asOf: known(date),
    }),
  })(value, path, issues);

/**
 * Reads the rows; one with a fault, judged as of another day than the latest, or whose client and product line stand earlier among those that are left, is left out. Nothing that a row holds can
 * make this throw.
 */
export function readClients(clients: Iterable<unknown>, issues: PortfolioIssue[]): ReadClient[] {
  const rows: Placed[] = [];
  let dropped = 0;
  takeEach(clients, (raw, index) => {
    dropped += cutIssues(issues);
    const read = tryRow(raw, index, issues);
    if (read !== undefined) rows.push({ ...read, index });
  });
  const current = firstOfEach(ofOneDay(rows, issues), issues);
  issues.push(...restOf(dropped + cutIssues(issues)));
  return current;
}

function firstOfEach(rows: readonly Placed[], issues: PortfolioIssue[]): ReadClient[] {
  const seen = new Set<string>();
  return rows.filter(({ client, productLine, index }) => {
    const key = JSON.stringify([client, productLine]);
    const isFirst = !seen.has(key);
    seen.add(key);
    if (!isFirst) issues.push({ code: "duplicate-id", path: [index], details: { id: `${client}/${productLine}` } });
    return isFirst;
  });
}

interface Placed extends ReadClient {
  readonly index: number;
}

/** Those judged as of the latest day; an earlier one would compare what was with what is. */
function ofOneDay(rows: readonly Placed[], issues: PortfolioIssue[]): Placed[] {
  const days = rows.flatMap(({ experience: { asOf } }) => asOf ?? []);
  const latest = days.reduce((late, one) => (dayIn(one) > dayIn(late) ? one : late), days[0] ?? "");
  return rows.filter(({ index, experience: { asOf } }) => {
    const isCurrent = typeof asOf !== "string" || dayIn(asOf) === dayIn(latest);
    const details = { expected: latest.slice(0, DAY), received: String(asOf).slice(0, DAY) };
    if (!isCurrent) issues.push({ code: "judged-as-of-another-day", path: [index, "experience", "asOf"], details });
    return isCurrent;
  });
}

const DAY = "2026-11-21".length;

function dayIn(at: string): number {
  return dayOf(at) as number;
}

/** Whether the classification says that it is of another client, or line, than the row. */
function checkOwner(
  read: Partial<Pick<ReadClient, "client" | "productLine" | "experience">>,
  index: number,
  issues: ScorecardIssue[],
): void {
  for (const key of ["client", "productLine"] as const) {
    const [first, second] = [read[key], read.experience?.[key] ?? null];
    if (first === undefined || second === null || first === second) continue;
    report(issues, { code: "conflicting-values", path: [index, "experience", key], details: { first, second } });
  }
}

function tryRow(raw: unknown, index: number, issues: PortfolioIssue[]): ReadClient | undefined {
  const own: ScorecardIssue[] = [];
  try {
    const read = row(raw, [index], own) as
      | (Omit<ReadClient, "revenue"> & { revenue: DecimalString | null })
      | undefined;
    checkOwner(read ?? {}, index, own);
    issues.push(...(own as unknown as PortfolioIssue[]));
    if (read === undefined || own.length > 0) return undefined;
    return { ...read, revenue: read.revenue === null ? null : exactly(read.revenue) };
  } catch {
    issues.push({ code: "unreadable", path: [index], details: {} });
    return undefined;
  }
}
