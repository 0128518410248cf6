import { dayOf, isAfter } from "../ground/dates.js";
import type { FactIssue, FactIssueDetails, Path } from "../ground/issue.js";
import { isNumeral } from "../ground/numeral.js";
import type { FactValue } from "./definition/scorecard.js";
import type { FactStatus } from "./evaluation.js";
import { compareTo } from "./exact/threshold.js";
import type { NumericPart, ResolvedIndicator } from "./resolved/indicator.js";

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
  return { status: "unknown", value: null, number: 0, text: null, source: null, observedAt: null, verified: null, ageDays: null };
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
export function readFact(into: Reading, indicator: ResolvedIndicator, facts: object, asOf: AsOf | null, issues: FactIssue[]): void {
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

function readRecord(into: Reading, indicator: ResolvedIndicator, raw: object, asOf: AsOf | null, issues: FactIssue[]): void {
  const { value, notApplicable, observedAt, source, verified } = raw as Readonly<Record<string, unknown>>;
  const isKnown = value !== undefined && value !== null;
  if (Array.isArray(raw)) {
    refuse(into, issues, "wrong-type", [indicator.id], { expected: expectation(indicator), received: "array" });
  } else if (notApplicable === true && isKnown) {
    refuse(into, issues, "contradictory-fact", [indicator.id], {});
  } else if (notApplicable === true) {
    into.status = "not-applicable";
  } else if (notApplicable !== undefined && notApplicable !== null && notApplicable !== false) {
    refuseType(into, indicator, issues, "notApplicable", "true or false", notApplicable);
  } else if (isKnown) {
    readValue(into, indicator, value, issues, "value");
  } else if (!("value" in raw)) {
    refuse(into, issues, "wrong-type", [indicator.id], { expected: expectation(indicator), received: "object" });
  }
  readSource(into, indicator, source, issues);
  readVerified(into, indicator, verified, issues);
  readObservedAt(into, indicator, observedAt, asOf, issues);
}

function readSource(into: Reading, indicator: ResolvedIndicator, source: unknown, issues: FactIssue[]): void {
  if (typeof source === "string") into.source = source;
  else if (source !== undefined && source !== null) refuseType(into, indicator, issues, "source", "text", source);
}

function readVerified(into: Reading, indicator: ResolvedIndicator, verified: unknown, issues: FactIssue[]): void {
  if (typeof verified === "boolean") into.verified = verified;
  else if (verified !== undefined && verified !== null) refuseType(into, indicator, issues, "verified", "true or false", verified);
}

function refuseType(into: Reading, { id }: ResolvedIndicator, issues: FactIssue[], key: string, expected: string, value: unknown): void {
  refuse(into, issues, "wrong-type", [id, key], { expected, received: describe(value) });
}

function readObservedAt(into: Reading, { id, maxAgeDays }: ResolvedIndicator, raw: unknown, asOf: AsOf | null, issues: FactIssue[]): void {
  if (raw === undefined || raw === null) return;
  const day = typeof raw === "string" ? dayOf(raw) : null;
  if (typeof raw !== "string" || day === null) {
    refuse(into, issues, "not-a-date", [id, "observedAt"], { received: describe(raw) });
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

function readValue(into: Reading, indicator: ResolvedIndicator, value: unknown, issues: FactIssue[], key: string | null): void {
  const { numeric, answers, id } = indicator;
  if (numeric !== null && (typeof value === "number" || typeof value === "string")) {
    readNumber(into, numeric, value, issues, place(id, key));
  } else if ((typeof value === "string" || typeof value === "boolean") && answers?.has(value)) {
    accept(into, value);
  } else if (indicator.kind === "choice" && typeof value === "string") {
    refuse(into, issues, "unknown-option", place(id, key), { received: value.slice(0, 64), allowed: optionsOf(indicator) });
  } else {
    refuse(into, issues, "wrong-type", place(id, key), { expected: expectation(indicator), received: describe(value) });
  }
}

function optionsOf({ answers }: ResolvedIndicator): string[] {
  return [...(answers ?? new Map<string, never>()).keys()].map(String);
}

function place(id: string, key: string | null): Path {
  return key === null ? [id] : [id, key];
}

function accept(into: Reading, value: FactValue): void {
  into.status = "known";
  into.value = value;
}

function readNumber(into: Reading, { min, max }: NumericPart, value: number | string, issues: FactIssue[], path: Path): void {
  const isText = typeof value === "string";
  if (isText ? !isNumeral(value) : !Number.isFinite(value)) {
    refuse(into, issues, "not-a-decimal", path, { received: describe(value) });
    return;
  }
  into.number = Number(value);
  into.text = isText ? value : null;
  if (min !== null && max !== null && (compareTo(min, into.number, into.text) < 0 || compareTo(max, into.number, into.text) > 0)) {
    refuse(into, issues, "outside-range", path, { received: String(value), min: min.text, max: max.text });
    return;
  }
  accept(into, isText ? value : value + 0);
}

function expectation({ kind }: ResolvedIndicator): string {
  return kind === "flag" ? "true or false" : kind === "choice" ? "option code" : "decimal";
}

function describe(value: unknown): string {
  if (typeof value === "string") return value.slice(0, 64);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return Array.isArray(value) ? "array" : typeof value;
}
