// Part of the demo (main.ts): days and months are texts, counted in UTC, where every day has 24 hours and no zone shifts one.

const DAY = 86_400_000;

/** `"2014-05-06"` → `"2014-05-07"`. */
export const dayAfter = (day: string): string => dayText(Date.parse(day) + DAY);

/** `"2014-05-07"` → `"2014-05-06"`. */
export const dayBefore = (day: string): string => dayText(Date.parse(day) - DAY);

/** The month of a day: `"2014-05-06"` → `"2014-05"`. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** The last day of the month before: `"2014-05-06"` → `"2014-04-30"`. */
export const endOfMonthBefore = (day: string): string => dayText(Date.parse(`${monthOf(day)}-01`) - DAY);

/** Whether a day lies in the twelve months before the month of `asOf`: for 2014-05-07 from 2013-05 to 2014-04. */
export function isInYearBefore(day: string, asOf: string): boolean {
  const from = `${String(Number(asOf.slice(0, 4)) - 1)}${asOf.slice(4, 7)}`;
  return monthOf(day) >= from && monthOf(day) < monthOf(asOf);
}

function dayText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
