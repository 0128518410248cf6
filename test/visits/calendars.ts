import { defineCalendar, type WorkingCalendar } from "keyaccount";

const hours = [
  { from: "09:00", to: "12:00" },
  { from: "13:30", to: "18:00" },
];

/** Monday to Friday in Shanghai, with the national holidays of October 2026 as far as these tests go. */
export function shanghai(): WorkingCalendar {
  return defineCalendar({
    id: "shanghai",
    zone: "+08:00",
    week: { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours },
    holidays: ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07", "2026-12-25"],
    workdays: [{ day: "2026-10-10", like: "monday" }],
  });
}
