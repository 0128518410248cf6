import { throwIssues } from "../error.js";
import { isSafeId } from "../id.js";
import type { ArgumentIssue, JsonIssue, Path } from "../issue.js";
import { freezeJson, type Json, readJson } from "../json.js";
import type { CalendarDefinition, DaySpan, Workday, WorkingCalendar } from "./calendar.js";
import { type Issues, readList, readRecord, refuseType } from "./read.js";
import { MOST_DAYS, readDay, readWeek, readWorkdays } from "./read-hours.js";
import { readZone } from "./read-zone.js";

const KEYS = ["v", "id", "week", "holidays", "workdays", "covers", "zone"];
const made = /* @__PURE__ */ new WeakSet();

/**
 * Makes a working calendar: hours by day of the week, holidays, half days and worked weekends 调休, and the clock's offsets to UTC, all as data. What
 * it returns is plain, frozen JSON, canonical and ready to store; it reads such JSON again.
 *
 * A day's spans follow each other and don't overlap; a shift past midnight is two spans, on two days. A working day is a day with hours, a half day too.
 * `covers` says for which days the holidays are known; outside of it the week's pattern is taken, and what follows from that is said not to be certain.
 * `zone` is one offset for ever (`"+08:00"`) or the list of its changes; the last one holds on. docs/calendar.md shows how to make that list.
 *
 * Throws a `KeyAccountError` with all faults: a week without hours, spans that overlap or end before they begin (`out-of-order`), a day listed twice
 * (`duplicate-id`), a holiday with hours (`contradictory-day`), `not-a-date`, `not-a-time`, `not-an-offset`, a misspelt key.
 *
 * @example
 * ```ts
 * import { addWorkingDays, defineCalendar } from "keyaccount";
 *
 * const office = [{ from: "09:00", to: "12:00" }, { from: "13:30", to: "18:00" }];
 * const calendar = defineCalendar({
 *   id: "shanghai-2026", zone: "+08:00",
 *   week: { monday: office, tuesday: office, wednesday: office, thursday: office, friday: office },
 *   holidays: ["2026-01-01", "2026-01-02"],
 *   workdays: [{ day: "2026-01-04", like: "monday" }, { day: "2026-02-14", hours: [{ from: "09:00", to: "12:00" }] }],
 *   covers: { from: "2026-01-01", to: "2026-12-31" },
 * });
 * addWorkingDays(calendar, { from: "2025-12-31", days: 1 }); // => "2026-01-04"
 * ```
 */
export function defineCalendar(definition: CalendarDefinition): WorkingCalendar {
  return soundCalendar(definition);
}

/** Whether {@link defineCalendar} made it: then it is sound and never changes. */
export function isMade(calendar: unknown): calendar is WorkingCalendar {
  return made.has(calendar as WorkingCalendar);
}

/** The calendar of anything, or an error with all that is wrong, at a path. */
export function soundCalendar(definition: unknown, path: Path = []): WorkingCalendar {
  const { calendar, issues } = checkCalendar(definition, path);
  throwIssues(issues);
  return calendar as WorkingCalendar;
}

/** The calendar of anything, or all that is wrong. */
export function checkCalendar(
  definition: unknown,
  path: Path,
): { readonly calendar: WorkingCalendar | null; readonly issues: readonly CalendarIssue[] } {
  if (isMade(definition)) return { calendar: definition, issues: [] };
  if (definition === undefined) return { calendar: null, issues: [{ code: "required", path, details: {} }] };
  const { json, issues: unreadable } = readJson(definition);
  const found: Issues = [];
  const calendar = unreadable.length > 0 ? null : freezeJson(readCalendar(json, found));
  const issues = [...unreadable, ...found].map(
    (issue): CalendarIssue => ({ ...issue, path: [...path, ...issue.path] }),
  );
  if (calendar === null || issues.length > 0) return { calendar: null, issues };
  made.add(calendar);
  return { calendar, issues };
}

/** What can be wrong with a calendar, with what is no JSON among it. */
export type CalendarIssue = ArgumentIssue | JsonIssue;

function readCalendar(json: Json, issues: Issues): WorkingCalendar {
  const record = readRecord(json, KEYS, [], issues);
  if (record["v"] !== undefined && record["v"] !== 1) {
    const details = { received: JSON.stringify(record["v"]).slice(0, 64), supported: [1] };
    issues.push({ code: "unsupported-version", path: ["v"], details });
  }
  const id = readId(record["id"], issues);
  const week = readWeek(record["week"], issues);
  const holidays = readHolidays(record["holidays"], issues);
  const workdays = readWorkdays(record["workdays"], week, issues);
  checkDays(holidays, workdays, issues);
  return {
    v: 1,
    id,
    week,
    holidays: holidays.sort(),
    workdays: workdays.sort((one, other) => (one.day < other.day ? -1 : 1)),
    covers: readCovers(record["covers"], issues),
    zone: readZone(record["zone"], issues),
  };
}

function readId(value: Json | undefined, issues: Issues): string {
  if (typeof value === "string") {
    if (!isSafeId(value)) issues.push({ code: "unsafe-id", path: ["id"], details: { id: value.slice(0, 64) } });
    return value;
  }
  refuseType("string", value, ["id"], issues);
  return "";
}

function readHolidays(value: Json | undefined, issues: Issues): string[] {
  if (value === undefined) return [];
  return readList(value, MOST_DAYS, ["holidays"], issues).map((day, index) =>
    readDay(day, ["holidays", index], issues),
  );
}

/** No day twice, none off and worked at once. Asked only of sound days. */
function checkDays(holidays: readonly string[], workdays: readonly Workday[], issues: Issues): void {
  if (issues.some(({ code }) => code === "not-a-date" || code === "wrong-type")) return;
  const off = new Set<string>();
  holidays.forEach((day, index) => {
    if (off.size === off.add(day).size)
      issues.push({ code: "duplicate-id", path: ["holidays", index], details: { id: day } });
  });
  const worked = new Set<string>();
  workdays.forEach(({ day }, index) => {
    const path = ["workdays", index, "day"];
    if (worked.size === worked.add(day).size) issues.push({ code: "duplicate-id", path, details: { id: day } });
    if (off.has(day)) issues.push({ code: "contradictory-day", path, details: { day } });
  });
}

function readCovers(value: Json | undefined, issues: Issues): DaySpan | null {
  if (value === undefined || value === null) return null;
  const { from, to } = readRecord(value, ["from", "to"], ["covers"], issues);
  const span = { from: readDay(from, ["covers", "from"], issues), to: readDay(to, ["covers", "to"], issues) };
  if (span.to < span.from) {
    issues.push({ code: "out-of-order", path: ["covers"], details: { earlier: span.from, later: span.to } });
  }
  return span;
}
