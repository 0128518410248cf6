import { defineCalendar, momentAt, type PlainDate } from "keyaccount";

const office = [
  { from: "09:00", to: "12:00" },
  { from: "13:30", to: "18:00" },
] as const;

/** How far the town's clocks are ahead of UTC. */
export const OFFSET = "+08:00";

/** When the town works. */
export const calendar = defineCalendar({
  id: "town",
  zone: OFFSET,
  week: { monday: office, tuesday: office, wednesday: office, thursday: office, friday: office },
});

/** The five days of the sweep, and the first of the week after it. */
export const DAYS = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"] as const;
export const NEXT_WEEK = "2026-11-30";

/** Eight in the evening, when the day's forms are filed and talked over (A4.5). */
export function evening(day: PlainDate): string {
  const moment = momentAt(calendar, { day, time: "20:00" });
  if (moment === null) throw new RangeError(day);
  return moment;
}
