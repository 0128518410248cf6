import { type CalendarDefinition, defineCalendar, type WorkingSpan } from "keyaccount";

/** Nine to six with a break of one and a half hours. */
export const OFFICE: readonly WorkingSpan[] = [
  { from: "09:00", to: "12:00" },
  { from: "13:30", to: "18:00" },
];
export const OFFICE_WEEK = { monday: OFFICE, tuesday: OFFICE, wednesday: OFFICE, thursday: OFFICE, friday: OFFICE };

/** All days from one to another, both included. */
export function days(from: string, to: string): string[] {
  const list: string[] = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += 86_400_000) {
    list.push(new Date(time).toISOString().slice(0, 10));
  }
  return list;
}

/** State Council General Office, 国办发明电〔2024〕12号 (2025) and 国办发明电〔2025〕7号 (2026); weekends within a holiday are listed as well. */
export const CHINA: CalendarDefinition = {
  id: "china-2025-2026",
  zone: "+08:00",
  week: OFFICE_WEEK,
  holidays: [
    "2025-01-01",
    ...days("2025-01-28", "2025-02-04"),
    ...days("2025-04-04", "2025-04-06"),
    ...days("2025-05-01", "2025-05-05"),
    ...days("2025-05-31", "2025-06-02"),
    ...days("2025-10-01", "2025-10-08"),
    ...days("2026-01-01", "2026-01-03"),
    ...days("2026-02-15", "2026-02-23"),
    ...days("2026-04-04", "2026-04-06"),
    ...days("2026-05-01", "2026-05-05"),
    ...days("2026-06-19", "2026-06-21"),
    ...days("2026-09-25", "2026-09-27"),
    ...days("2026-10-01", "2026-10-07"),
  ],
  workdays: [
    ...["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
    ...["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
  ].map((day) => ({ day, like: "monday" as const })),
  covers: { from: "2025-01-01", to: "2026-12-31" },
};

export const china = defineCalendar(CHINA);
export const plain = defineCalendar({ id: "plain", zone: "+00:00", week: OFFICE_WEEK });
