import { apportion } from "../../ground/apportion.js";
import type { WorkingCalendar } from "../../ground/calendar/calendar.js";
import { quickDayNumber } from "../../ground/calendar/days.js";
import { checkCalendar } from "../../ground/calendar/define-calendar.js";
import { isPlainDate, type PlainDate } from "../../ground/dates.js";
import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import type { Quantity } from "../../ground/numeral.js";
import { tenTo } from "../../ground/rational.js";
import { printWhole, type Scaled } from "../../ground/scaled.js";
import { amountOf, checkKeys, checkOneOf, checkRecord, integerIn, show } from "../arguments.js";
import type { BreakDownOptions, GoalPart } from "./goals.js";
import { type Period, periodsOf } from "./periods.js";

const SCALE = 2;
const MOST_SCALE = 12;
/** Days of a span: a good hundred years. */
const MOST_DAYS = 40_000;
const PERIODS = ["month", "week", "day"];

/**
 * Breaks a goal down into months, weeks or days (E1.1: year → month → week → day) in proportion to their working days, so that the parts add up to it exactly: each
 * is rounded down to `scale`, and what is left goes, one last decimal each, to those that lost most by rounding, the earlier first.
 *
 * A week that straddles two months is cut at the month's end: break a year down into months, and each of these into weeks, and every level adds up. The two
 * pieces of such a week have the same name; their `id` tells them apart, as it begins with the goal's: parts go into `goalCoverage` by `id` and `within`. A half day counts as one.
 *
 * Throws a `KeyAccountError` with all faults: an amount below zero or of more decimals than `scale`, `to` before `from`, more than 40,000 days, a span without a
 * working day (`nothing-to-share`), a faulty calendar or option.
 *
 * @example
 * ```ts
 * import { breakDownGoal, defineCalendar } from "keyaccount";
 *
 * const hours = [{ from: "09:00", to: "17:00" }];
 * const week = { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours };
 * const calendar = defineCalendar({ id: "plain", zone: "+00:00", week });
 * const goal = { amount: "1000", from: "2026-11-16", to: "2026-12-02" };
 * const weeks = breakDownGoal(goal, { calendar, by: "week" });
 * weeks.map(({ period, amount }) => [period, amount]); // => [["2026-W47", "384.62"], ["2026-W48", "384.61"], ["2026-W49", "230.77"]]
 * ```
 */
export function breakDownGoal(
  goal: {
    readonly id?: string | undefined;
    readonly amount: Quantity;
    readonly from: PlainDate;
    readonly to: PlainDate;
  },
  options: BreakDownOptions,
): GoalPart[] {
  const issues: ArgumentIssue[] = [];
  const { id, amount, from, to } = checkRecord(goal, ["goal"], issues);
  const { calendar, by, scale } = readOptions(options, issues);
  const value = amountOf(amount, ["goal", "amount"], issues);
  const whole = value === undefined ? 0n : unitsOf(value, scale, issues);
  checkSpan(from, to, issues);
  const within = checkId(id, issues);
  throwIssues(issues);
  const periods = periodsOf(calendar, by, from as PlainDate, to as PlainDate);
  const amounts = apportion(sharesOf(periods), whole);
  return periods.map((one, index) => ({
    id: within === null ? one.period : `${within}/${one.period}`,
    within,
    ...one,
    amount: printWhole(amounts[index] as bigint, scale),
  }));
}

function checkId(id: unknown, issues: ArgumentIssue[]): string | null {
  if (id === undefined) return null;
  if (typeof id === "string" && id.trim() !== "") return id;
  const [path, received] = [["goal", "id"], show(id)];
  if (typeof id === "string") issues.push({ code: "required", path, details: {} });
  else issues.push({ code: "wrong-type", path, details: { expected: "string", received } });
  return null;
}

function readOptions(options: unknown, issues: ArgumentIssue[]): BreakDownOptions & { readonly scale: number } {
  const given = checkRecord(options, [], issues);
  checkKeys(given, ["calendar", "by", "scale"], [], issues);
  const { by = null, scale = SCALE } = given;
  checkOneOf(by, PERIODS, ["by"], issues);
  const { calendar, issues: faults } = checkCalendar(given["calendar"], ["calendar"]);
  issues.push(...(faults as readonly ArgumentIssue[]));
  return {
    by: by as BreakDownOptions["by"],
    calendar: calendar as WorkingCalendar,
    scale: integerIn(scale, 0, MOST_SCALE, ["scale"], issues),
  };
}

/** The amount in units of the last decimal. */
function unitsOf({ n, places }: Scaled, scale: number, issues: ArgumentIssue[]): bigint {
  const path = ["goal", "amount"];
  const received = printWhole(n, places);
  if (n < 0) issues.push({ code: "negative", path, details: { received } });
  const more = places - scale;
  if (more <= 0) return BigInt(n) * tenTo(-more);
  const whole = BigInt(n) / tenTo(more);
  if (whole * tenTo(more) !== BigInt(n)) issues.push({ code: "too-precise", path, details: { received } });
  return whole;
}

function checkSpan(from: unknown, to: unknown, issues: ArgumentIssue[]): void {
  const ends = { from, to };
  const faulty = Object.entries(ends).filter(([, value]) => !isPlainDate(value));
  for (const [key, value] of faulty) {
    issues.push({ code: "not-a-date", path: ["goal", key], details: { received: show(value) } });
  }
  if (faulty.length > 0) return;
  const [first, last] = [from as string, to as string];
  const days = (quickDayNumber(last) as number) - (quickDayNumber(first) as number) + 1;
  if (days < 1) issues.push({ code: "out-of-order", path: ["goal", "to"], details: { earlier: first, later: last } });
  if (days > MOST_DAYS) {
    issues.push({ code: "too-many", path: ["goal", "to"], details: { most: MOST_DAYS, received: days } });
  }
}

function sharesOf(periods: readonly Period[]): bigint[] {
  if (periods.every(({ workingDays }) => workingDays === 0)) {
    throwIssues([{ code: "nothing-to-share", path: ["goal"], details: {} }]);
  }
  return periods.map(({ workingDays }) => BigInt(workingDays));
}
