import { isWorkday } from "chinese-days";
import { addWorkingDays, isWorkingDay, nextWorkingDay, workingDaysBetween, workingMinutes } from "keyaccount";
import { describe, expect, test } from "vitest";
import { china, days, OFFICE_WEEK } from "./calendars.js";

const YEARS = days("2025-01-01", "2026-12-31");

describe("E9 China's calendars of 2025 and 2026, with worked weekends 调休", () => {
  test("every day of both years is worked as chinese-days says", () => {
    expect(YEARS.filter((day) => isWorkingDay(china, day) !== isWorkday(day))).toEqual([]);
    expect(YEARS).toHaveLength(730);
  });

  test("the calendar isn't just its week: 31 days of the week are off, 11 days of weekends are worked", () => {
    const week = (day: string): boolean => ![0, 6].includes(new Date(day).getUTCDay());
    const differ = YEARS.filter((day) => isWorkday(day) !== week(day));
    expect(differ.filter(week).length).toBe(YEARS.filter(week).length - (248 + 248 - 11));
    expect(differ.filter((day) => !week(day))).toHaveLength(11);
  });

  test("the days of both years are as many as chinese-days counts, and the minutes 450 for each", () => {
    const worked = YEARS.filter((day) => isWorkday(day)).length;
    expect(workingDaysBetween(china, { from: "2025-01-01", to: "2027-01-01" })).toBe(worked);
    const span = { from: "2024-12-31T16:00:00Z", to: "2026-12-31T16:00:00Z" };
    expect(workingMinutes(china, span)).toBe(worked * 450);
  });

  test("the working days after each day come one after the other, over Spring Festival too", () => {
    for (const day of YEARS.slice(0, 700)) {
      const later = YEARS.filter((one) => one > day && isWorkday(one));
      expect([1, 2, 12].map((count) => addWorkingDays(china, { from: day, days: count }))).toEqual([
        later[0],
        later[1],
        later[11],
      ]);
      expect(nextWorkingDay(china, day)).toBe(isWorkday(day) ? day : later[0]);
    }
    expect(addWorkingDays(china, { from: "2026-02-13", days: 2 })).toBe("2026-02-24");
  });

  test("its week is the office's", () => {
    expect(china.week).toEqual({ ...OFFICE_WEEK, saturday: [], sunday: [] });
  });
});
