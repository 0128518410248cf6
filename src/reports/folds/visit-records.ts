import type { Visit } from "../../models/record/visit.js";
import type { NoFields } from "../form.js";
import { type VisitRecordFields, visitRecordForm } from "../forms/visit-record.js";
import { type FoldParts, type Reports, rollUp } from "../roll-up.js";
import { demandRecord } from "./demand-record.js";
import { pick } from "./pick.js";
import { exactPath, type VisitReportOptions, visitValues } from "./visit-values.js";

/**
 * What a visit becomes in a visit record: for `rollUp` with a form that extends `visitRecordForm`.
 *
 * @example
 * ```ts
 * import { visitRecordParts } from "keyaccount/reports";
 *
 * const parts = visitRecordParts({ offset: "+08:00" });
 * parts.fields({ v: 1, id: "v-1", clientId: "c-7", way: "visit", startedAt: "2026-11-20T01:30:00Z" }).time; // => "09:30"
 * ```
 */
export function visitRecordParts(options: VisitReportOptions): FoldParts<Visit, VisitRecordFields, NoFields> {
  const valuesOf = visitValues(options);
  return {
    id: (visit) => demandRecord(visit).id,
    fields: (visit) => pick(visitRecordForm.fields, valuesOf(visit)),
    row: () => ({}),
  };
}

/**
 * The visit records 目标客户拜访记录表 (D4.5) of some visits, one each, by visit id. Length is computed from the moments where both are known. A visit with a fault
 * is left out and said in `issues`.
 *
 * @example
 * ```ts
 * import { visitRecords } from "keyaccount/reports";
 *
 * const { sheets } = visitRecords(
 *   [{ v: 1, id: "v-1", clientId: "c-7", way: "visit", startedAt: "2026-11-20T01:30:00Z", endedAt: "2026-11-20T02:15:00Z" }],
 *   { offset: "+08:00", clients: [{ id: "c-7", name: "Huaxin" }] },
 * );
 * sheets.map(({ fields: { client, date, time, minutes } }) => [client, date, time, minutes]); // => [["Huaxin", "2026-11-20", "09:30", 45]]
 * ```
 */
export function visitRecords(
  visits: readonly Visit[],
  options: VisitReportOptions,
): Reports<VisitRecordFields, NoFields> {
  const { sheets, issues } = rollUp(visitRecordForm, visits, visitRecordParts(options));
  return { sheets, issues: issues.map(exactPath) };
}
