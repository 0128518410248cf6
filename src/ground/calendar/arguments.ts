import { dayNumber, isInstant } from "../dates.js";
import { throwIssues } from "../error.js";
import type { ArgumentIssue, Path } from "../issue.js";
import { print } from "../print.js";
import { show } from "../show.js";
import { minuteOf, minutesOf } from "./clock.js";

/** The own fields of an argument, read once; an error where it is none or can't be read. */
export function fieldsOf(value: unknown, path: Path): Readonly<Record<string, unknown>> {
  const issues: ArgumentIssue[] = [];
  const fields = Object.create(null) as Record<string, unknown>;
  try {
    if (typeof value === "object" && value !== null) Object.assign(fields, value);
    else issues.push({ code: "wrong-type", path, details: { expected: "object", received: print(value) } });
  } catch {
    issues.push({ code: "unreadable", path, details: {} });
  }
  throwIssues(issues);
  return fields;
}

/** The number of a day; an error where it is none. */
export function demandDay(value: unknown, path: Path): number {
  return demand(typeof value === "string" ? dayNumber(value) : null, "not-a-date", value, path);
}

/** The minute of a moment, in UTC; an error where it is none. */
export function demandMinute(value: unknown, path: Path): number {
  return demand(isInstant(value) ? minuteOf(value) : null, "not-a-date", value, path);
}

/** The minutes of a time of day; an error where it is none. */
export function demandTime(value: unknown, path: Path): number {
  return demand(typeof value === "string" ? minutesOf(value) : null, "not-a-time", value, path);
}

/** One of some codes; an error where it is none. */
export function demandCode<C extends string>(value: unknown, allowed: readonly C[], path: Path): C {
  const code = allowed.find((one) => one === value);
  if (code === undefined) {
    throwIssues([{ code: "unknown-value", path, details: { received: show(value), allowed: [...allowed] } }]);
  }
  return code as C;
}

/** A whole number between two bounds, both included; an error where it is none. */
export function demandInteger(value: unknown, least: number, most: number, path: Path): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
  throwIssues([{ code: "out-of-range", path, details: { received: show(value), least, most } }]);
  return least;
}

function demand(read: number | null, code: "not-a-date" | "not-a-time", value: unknown, path: Path): number {
  if (read === null) throwIssues([{ code, path, details: { received: show(value) } }]);
  return read as number;
}
