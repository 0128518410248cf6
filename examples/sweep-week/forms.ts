// The day's and the week's forms 客户扫街日报表, 客户调查阶段(周)总结表 (A3.4, A4.3), filled from the visits.

import { dayAt, type WeekPlan } from "keyaccount";
import type { Visit } from "keyaccount/models";
import {
  type DailySweepFields,
  type DailySweepRow,
  dailySweepReports,
  type FormSheet,
  type ReportClient,
  type SweepSummaryFields,
  type SweepSummaryRow,
  weeklySummaries,
} from "keyaccount/reports";
import { calendar, OFFSET } from "./calendar.js";
import { DEALERS, nameOf } from "./dealers.js";
import { visitId } from "./visits.js";
import type { Evening, Sweep } from "./week.js";
import { inEnglish, type SweepWords } from "./words.js";
import { findingsOf } from "./write-up.js";

/** The filled forms: one for each salesperson and day, and one for each salesperson and the week. */
export interface SweepForms {
  readonly days: readonly FormSheet<DailySweepFields, DailySweepRow>[];
  readonly weeks: readonly FormSheet<SweepSummaryFields, SweepSummaryRow>[];
}

/** Fills them: names and areas are the host's, the class and how full the form is are what the evening of that day says. A call is no visit, so it has no row. */
export function formsOf({ visits, evenings }: Sweep, plan: WeekPlan, words: SweepWords = inEnglish): SweepForms {
  const made = visits.filter(({ way }) => way === "visit");
  const found = (some: readonly Visit[], by: unknown): string =>
    findingsOf(
      some.filter(({ ours }) => ours?.[0]?.id === by),
      words,
    );
  const days = evenings.flatMap((evening) => {
    const ofDay = made.filter(({ startedAt }) => dayAt(calendar, startedAt) === evening.day);
    const { sheets } = dailySweepReports(ofDay, { offset: OFFSET, ...judgements(evening) });
    return sheets.map((sheet) => ({
      ...sheet,
      fields: { ...sheet.fields, findings: found(ofDay, sheet.fields.salesperson) },
    }));
  });
  const weeks = weeklySummaries(days);
  return { days, weeks: weeks.sheets.map((sheet) => withPlan(sheet, plan, words)) };
}

/** Every dealer with its class, and by visit how full the form was, in an evening. */
function judgements({ day, dealers }: Evening): {
  clients: ReportClient[];
  surveyShares: Record<string, number | null>;
} {
  return {
    clients: DEALERS.map(({ id, name, district }) => {
      const found = dealers.find((one) => one.id === id)?.target.class ?? null;
      return { id, name, area: district, ...(found === null ? {} : { targetClass: { class: found } }) };
    }),
    surveyShares: Object.fromEntries(
      dealers.map(({ id, progress }) => [visitId(day, id), progress.whole.completeness] as const),
    ),
  };
}

/** Whom each salesperson sees next week, as the form asks. */
function withPlan(
  sheet: SweepForms["weeks"][number],
  { visits }: WeekPlan,
  { comma }: SweepWords,
): SweepForms["weeks"][number] {
  const own = visits.filter(({ personId }) => personId === sheet.fields.salesperson);
  return { ...sheet, fields: { ...sheet.fields, plan: own.map(({ clientId }) => nameOf(clientId)).join(comma) } };
}
