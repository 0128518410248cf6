import { dayOf, isAfter } from "../ground/dates.js";
import type { FactIssue, FactIssueDetails, Path } from "../ground/issue.js";
import { isNumeral } from "../ground/numeral.js";
import { print } from "../ground/print.js";
import type { FactValue } from "./definition/scorecard.js";
import type { FactStatus } from "./evaluation.js";
import { compareTo } from "./exact/threshold.js";
import type { Earned, NumericPart, ResolvedIndicator } from "./resolved/indicator.js";

/** A fact as it was read; reused from one indicator to the next. */
export interface Reading {
  status: FactStatus;
  value: FactValue | null;
  /** The nearest double of a numeric fact. */
  number: number;
  /** The decimal text of a numeric fact that came as text. */
  text: string | null;
  source: string | null;
  observedAt: string | null;
  verified: boolean | null;
  ageDays: number | null;
}

/** The day or moment at which facts are judged. */
export interface AsOf {
  readonly text: string;
  readonly day: number;
}

/** An empty reading. */
export function newReading(): Reading {
  return {
    status: "unknown",
    value: null,
    number: 0,
    text: null,
    source: null,
    observedAt: null,
    verified: null,
    ageDays: null,
  };
}

function clear(reading: Reading): void {
  reading.status = "unknown";
  reading.value = null;
  reading.text = null;
  reading.source = null;
  reading.observedAt = null;
  reading.verified = null;
  reading.ageDays = null;
}

/**
 * Reads the fact of one indicator. A faulty one becomes `invalid` and adds an issue; nothing that a fact holds can make this
 * throw.
 */
export function readFact(
  into: Reading,
  indicator: ResolvedIndicator,
  facts: object,
  asOf: AsOf | null,
  issues: FactIssue[],
): void {
  clear(into);
  try {
    const raw = (facts as Readonly<Record<string, unknown>>)[indicator.id];
    if (raw === undefined || raw === null) return;
    if (typeof raw === "object") readRecord(into, indicator, raw, asOf, issues);
    else readValue(into, indicator, raw, issues, null);
  } catch {
    refuse(into, issues, "unreadable", [indicator.id], {});
  }
}

/** Marks a reading as invalid and says why. */
export function refuse<C extends keyof FactIssueDetails>(
  into: Reading,
  issues: FactIssue[],
  code: C,
  path: Path,
  details: FactIssueDetails[C],
): void {
  into.status = "invalid";
  issues.push({ code, path, details } as FactIssue);
}

/** A record with none of them is no fact; one without `value` is an unknown fact, as JSON leaves `undefined` out. */
export const FACT_KEYS: readonly string[] = ["value", "notApplicable", "observedAt", "source", "verified"];

function readRecord(
  into: Reading,
  indicator: ResolvedIndicator,
  raw: object,
  asOf: AsOf | null,
  issues: FactIssue[],
): void {
  const { value, notApplicable, observedAt, source, verified } = raw as Readonly<Record<string, unknown>>;
  const hasValue = value !== undefined && value !== null;
  if (!FACT_KEYS.some((key) => key in raw)) return readValue(into, indicator, raw, issues, null);
  if (hasValue) readValue(into, indicator, value, issues, "value");
  into.source = readAs(into, indicator, "source", "string", source, issues);
  into.verified = readAs(into, indicator, "verified", "boolean", verified, issues);
  if (readAs(into, indicator, "notApplicable", "boolean", notApplicable, issues) === true) {
    if (hasValue) refuse(into, issues, "contradictory-fact", [indicator.id], {});
    else if (into.status === "unknown") into.status = "not-applicable";
  }
  if (observedAt !== undefined && observedAt !== null) readObservedAt(into, indicator, observedAt, asOf, issues);
}

function readAs<T extends string | boolean>(
  into: Reading,
  { id }: ResolvedIndicator,
  key: string,
  expected: T extends string ? "string" : "boolean",
  value: unknown,
  issues: FactIssue[],
): T | null {
  if (typeof value === expected) return value as T;
  if (value !== undefined && value !== null)
    refuse(into, issues, "wrong-type", [id, key], { expected, received: print(value) });
  return null;
}

function readObservedAt(
  into: Reading,
  { id, maxAgeDays }: ResolvedIndicator,
  raw: unknown,
  asOf: AsOf | null,
  issues: FactIssue[],
): void {
  const day = dayOf(raw);
  if (typeof raw !== "string" || day === null) {
    refuse(into, issues, "not-a-date", [id, "observedAt"], { received: print(raw) });
    return;
  }
  into.observedAt = raw;
  if (asOf === null) return;
  if (isAfter(raw, asOf.text)) {
    refuse(into, issues, "observed-after-as-of", [id, "observedAt"], { observedAt: raw, asOf: asOf.text });
    return;
  }
  into.ageDays = Math.max(0, asOf.day - day);
  if (into.ageDays > maxAgeDays && into.status === "known") into.status = "stale";
}

function readValue(
  into: Reading,
  indicator: ResolvedIndicator,
  value: unknown,
  issues: FactIssue[],
  key: string | null,
): void {
  const { numeric, answers, id, kind } = indicator;
  const path = key === null ? [id] : [id, key];
  if (numeric !== null && (typeof value === "number" || typeof value === "string")) {
    readNumber(into, numeric, value, issues, path);
  } else if (answers?.has(value as string | boolean)) {
    into.status = "known";
    into.value = value as string | boolean;
  } else if (kind === "choice" && typeof value === "string") {
    const allowed = [...(answers as ReadonlyMap<string, Earned>).keys()];
    refuse(into, issues, "unknown-option", path, { received: print(value), allowed });
  } else {
    const expected = kind === "flag" ? "boolean" : kind === "choice" ? "option" : "decimal";
    refuse(into, issues, "wrong-type", path, { expected, received: print(value) });
  }
}

function readNumber(
  into: Reading,
  { min, max }: NumericPart,
  value: number | string,
  issues: FactIssue[],
  path: Path,
): void {
  const isText = typeof value === "string";
  if (isText ? !isNumeral(value) : !Number.isFinite(value)) {
    refuse(into, issues, "not-a-decimal", path, { received: print(value) });
    return;
  }
  into.number = Number(value);
  into.text = isText ? value : null;
  into.value = isText ? value : value + 0;
  into.status = "known";
  if (
    min !== null &&
    max !== null &&
    (compareTo(min, into.number, into.text) < 0 || compareTo(max, into.number, into.text) > 0)
  ) {
    into.value = null;
    refuse(into, issues, "outside-range", path, { received: print(value), min: min.text, max: max.text });
  }
}
