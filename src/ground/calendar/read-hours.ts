import { dayNumber } from "../dates.js";
import type { Path } from "../issue.js";
import type { Json, JsonObject } from "../json.js";
import { print } from "../print.js";
import { WEEKDAYS, type Weekday, type Workday, type WorkingSpan, type WorkingWeek } from "./calendar.js";
import { minutesOf } from "./clock.js";
import { type Issues, readList, readRecord, readText, refuseType } from "./read.js";

const MOST_SPANS = 24;
/** Days that a calendar may list of a kind. */
export const MOST_DAYS = 100_000;

/** The hours of each day of the week; at least one day must have some. */
export function readWeek(value: Json | undefined, issues: Issues): WorkingWeek {
  const before = issues.length;
  const given = readRecord(value, WEEKDAYS, ["week"], issues);
  const week = Object.fromEntries(
    WEEKDAYS.map((day) => [day, given[day] === undefined ? [] : readHours(given[day], ["week", day], issues)]),
  ) as unknown as WorkingWeek;
  if (issues.length === before && WEEKDAYS.every((day) => week[day].length === 0)) {
    issues.push({ code: "too-few", path: ["week"], details: { least: 1, received: 0 } });
  }
  return week;
}

/** Spans of a day that follow each other; they may touch. */
function readHours(value: Json | undefined, path: Path, issues: Issues): WorkingSpan[] {
  let end = "00:00";
  return readList(value, MOST_SPANS, path, issues).map((entry, index) => {
    const span = readSpan(entry, [...path, index], issues);
    if (span.from < end || span.to <= span.from) {
      const [earlier, later] = span.from < end ? [end, span.from] : [span.from, span.to];
      issues.push({ code: "out-of-order", path: [...path, index], details: { earlier, later } });
    }
    end = span.to;
    return span;
  });
}

/** Times of day sort like their texts. */
function readSpan(entry: Json, path: Path, issues: Issues): WorkingSpan {
  const { from, to } = readRecord(entry, ["from", "to"], path, issues);
  const time = (value: Json | undefined, key: string, other: string): string =>
    readText(value, (text) => (minutesOf(text) === null ? null : text), "not-a-time", [...path, key], issues) ?? other;
  return { from: time(from, "from", "00:00"), to: time(to, "to", "24:00") };
}

/** Half days and worked weekends; where they have no hours of their own, those of a day of the week. */
export function readWorkdays(value: Json | undefined, week: WorkingWeek, issues: Issues): Workday[] {
  if (value === undefined) return [];
  return readList(value, MOST_DAYS, ["workdays"], issues).map((entry, index) => {
    const path = ["workdays", index];
    const record = readRecord(entry, ["day", "hours", "like"], path, issues);
    const day = readDay(record["day"], [...path, "day"], issues);
    return { day, hours: workHours(day, record, { week, path, issues }) };
  });
}

function workHours(day: string, { hours, like }: JsonObject, { week, path, issues }: Place): readonly WorkingSpan[] {
  if ((hours === undefined) === (like === undefined)) {
    if (hours === undefined) refuseType("array", undefined, [...path, "hours"], issues);
    else issues.push({ code: "contradictory-day", path, details: { day } });
    return [];
  }
  const before = issues.length;
  const spans = like === undefined ? readHours(hours, [...path, "hours"], issues) : hoursLike(like, week, path, issues);
  if (like === undefined && spans.length === 0 && issues.length === before) {
    issues.push({ code: "too-few", path: [...path, "hours"], details: { least: 1, received: 0 } });
  }
  return spans.map((span) => ({ ...span }));
}

interface Place {
  readonly week: WorkingWeek;
  readonly path: Path;
  readonly issues: Issues;
}

function hoursLike(like: Json, week: WorkingWeek, path: Path, issues: Issues): readonly WorkingSpan[] {
  const worked = WEEKDAYS.filter((one) => week[one].length > 0);
  const isWeekday = WEEKDAYS.includes(like as Weekday);
  if (isWeekday && (worked.length === 0 || week[like as Weekday].length > 0)) return week[like as Weekday];
  const details = { received: print(like), allowed: isWeekday ? worked : [...WEEKDAYS] };
  issues.push({ code: "unknown-value", path: [...path, "like"], details });
  return [];
}

/** A day's text; the first of all days where it is none. */
export function readDay(value: Json | undefined, path: Path, issues: Issues): string {
  const read = (text: string): string | null => (dayNumber(text) === null ? null : text);
  return readText(value, read, "not-a-date", path, issues) ?? "0001-01-01";
}
