// The day's and the week's forms 客户扫街日报表, 客户调查阶段(周)总结表 (A3.4, A4.3), filled from the visits.

import type { WeekPlan } from "keyaccount";
import {
  type DailySweepFields,
  type DailySweepRow,
  dailySweepReports,
  type FormSheet,
  type SweepSummaryFields,
  type SweepSummaryRow,
  weeklySummaries,
} from "keyaccount/reports";
import { OFFSET } from "./calendar.js";
import { DEALERS, nameOf } from "./dealers.js";
import type { Sweep } from "./week.js";

/** The filled forms: one for each salesperson and day, and one for each salesperson and the week. */
export interface SweepForms {
  readonly days: readonly FormSheet<DailySweepFields, DailySweepRow>[];
  readonly weeks: readonly FormSheet<SweepSummaryFields, SweepSummaryRow>[];
}

/** Fills them: names and areas are the host's, the class and how full the form is are what the evenings' judgement says. A call is no visit, so it has no row. */
export function formsOf({ visits, evenings }: Sweep, plan: WeekPlan): SweepForms {
  const last = evenings.at(-1)?.dealers ?? [];
  const classes = new Map(last.map(({ id, target }) => [id, target.class]));
  const clients = DEALERS.map(({ id, name, district }) => {
    const found = classes.get(id) ?? null;
    return { id, name, area: district, ...(found === null ? {} : { targetClass: { class: found } }) };
  });
  const made = visits.filter(({ way }) => way === "visit");
  const days = dailySweepReports(made, { offset: OFFSET, clients, surveyShares: surveyShares(evenings) });
  const weeks = weeklySummaries(days.sheets);
  return { days: days.sheets, weeks: weeks.sheets.map((sheet) => withPlan(sheet, plan)) };
}

/** Whom each salesperson sees next week, as the form asks. */
function withPlan(sheet: SweepForms["weeks"][number], { visits }: WeekPlan): SweepForms["weeks"][number] {
  const own = visits.filter(({ personId }) => personId === sheet.fields.salesperson);
  return { ...sheet, fields: { ...sheet.fields, plan: own.map(({ clientId }) => nameOf(clientId)).join(", ") } };
}

/** How full each form was in the evening of each visit. */
function surveyShares(evenings: Sweep["evenings"]): Record<string, number | null> {
  return Object.fromEntries(
    evenings.flatMap(({ day, dealers }) =>
      dealers.map(({ id, progress }) => [`${day}-${id}`, progress.whole.completeness] as const),
    ),
  );
}
