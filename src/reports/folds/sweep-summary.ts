import type { PlainDate } from "../../ground/dates.js";
import type { FormIssue } from "../../ground/issue.js";
import type { FormSheet } from "../form.js";
import type { DailySweepFields, DailySweepRow } from "../forms/daily-sweep.js";
import type { SweepSummaryFields, SweepSummaryRow } from "../forms/sweep-summary.js";
import type { Reports } from "../roll-up.js";
import { readPeriod } from "./period.js";
import { emptySummary, summarise, weekOf } from "./summarise.js";

/** A daily report or a summary, as far as a summary is made of it. */
export type SweepSheet =
  | Pick<FormSheet<DailySweepFields, DailySweepRow>, "fields">
  | Pick<FormSheet<SweepSummaryFields, SweepSummaryRow>, "fields">;

/**
 * The weekly summaries 客户调查阶段(周)总结表 (A3.4, A4.3) of daily sweep reports: one for each salesperson and week, Monday to Sunday, a row for each day. Totals are
 * those of the visits themselves: the same as if the visits had been counted at once. Its findings are those of its days (A4.5), in their order, one a line: of more than 20,000 UTF-16 units they
 * are left to the rows (`too-long`, at `fields.findings`). The salesperson writes over them where there is more to say, and fills in the plan.
 *
 * A report with a fault is left out and said in `issues`; so is a second one of the same salesperson and day (`duplicate-id`), which would count twice. No
 * reports: no summaries.
 *
 * @example
 * ```ts
 * import { dailySweepReports, weeklySummaries } from "keyaccount/reports";
 *
 * const visit = { v: 1, clientId: "c-7", way: "visit", minutes: 30 } as const;
 * const days = dailySweepReports(
 *   [{ ...visit, id: "v-1", startedAt: "2026-11-19" }, { ...visit, id: "v-2", startedAt: "2026-11-20" }],
 *   { offset: "+08:00" },
 * );
 * const { sheets } = weeklySummaries(days.sheets);
 * sheets.map(({ fields: { from, to, visits, clients, totalMinutes } }) => [from, to, visits, clients, totalMinutes]);
 * // => [["2026-11-16", "2026-11-22", 2, 1, 60]]
 * ```
 */
export function weeklySummaries(reports: readonly SweepSheet[]): Reports<SweepSummaryFields, SweepSummaryRow> {
  return summarise(reports, weekOf);
}

/** What a summary of a period covers. */
export interface PeriodOptions {
  /** The first and the last day. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Only this salesperson's; all of them unless told. */
  readonly salesperson?: string | undefined;
}

/**
 * The summary of a period out of daily reports or weekly summaries, or both: one form with a row for each of them. A sheet that lies outside of the
 * period, or only partly in it, is left out and said in `issues` (`outside-range`); so is one for days that another of the same salesperson
 * covers (`duplicate-id`). No sheets at all: a form whose totals are 0.
 *
 * @example
 * ```ts
 * import { dailySweepReports, periodSummary, weeklySummaries } from "keyaccount/reports";
 *
 * const visit = { v: 1, clientId: "c-7", way: "visit", minutes: 30 } as const;
 * const days = dailySweepReports(
 *   [{ ...visit, id: "v-1", startedAt: "2026-11-12" }, { ...visit, id: "v-2", startedAt: "2026-11-20" }],
 *   { offset: "+08:00" },
 * );
 * const weeks = weeklySummaries(days.sheets);
 * const { sheet } = periodSummary(weeks.sheets, { from: "2026-11-09", to: "2026-11-22" });
 * sheet.rows.map(({ rowFrom, rowVisits }) => [rowFrom, rowVisits]); // => [["2026-11-09", 1], ["2026-11-16", 1]]
 * sheet.fields.clients; // => 1
 * ```
 */
export function periodSummary(
  sheets: readonly SweepSheet[],
  options: PeriodOptions,
): { readonly sheet: FormSheet<SweepSummaryFields, SweepSummaryRow>; readonly issues: readonly FormIssue[] } {
  const period = readPeriod(options);
  const { sheets: all, issues } = summarise(sheets, () => period, period.salesperson);
  const [sheet = emptySummary(period)] = all;
  return { sheet, issues };
}
