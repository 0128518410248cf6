import type { Visit } from "../../models/record/visit.js";
import {
  type DevelopmentRecordFields,
  type DevelopmentRecordRow,
  developmentRecordForm,
} from "../forms/development-record.js";
import { type FoldParts, type Reports, rollUp } from "../roll-up.js";
import { demandRecord } from "./demand-record.js";
import { pick } from "./pick.js";
import { exactPath, type VisitReportOptions, visitValues } from "./visit-values.js";

/**
 * What a contact becomes in a development record: for `rollUp` with a form that extends `developmentRecordForm`.
 *
 * @example
 * ```ts
 * import { developmentRecordParts } from "keyaccount/reports";
 *
 * const parts = developmentRecordParts({ offset: "+08:00" });
 * parts.row({ v: 1, id: "v-1", clientId: "c-7", way: "phone", startedAt: "2026-11-20", minutes: 10 }).minutes; // => 10
 * ```
 */
export function developmentRecordParts(
  options: VisitReportOptions,
): FoldParts<Visit, DevelopmentRecordFields, DevelopmentRecordRow> {
  const valuesOf = visitValues(options);
  return {
    id: (visit) => demandRecord(visit).id,
    fields: (visit) => pick(developmentRecordForm.fields, valuesOf(visit)),
    row: (visit) => pick(developmentRecordForm.rows, valuesOf(visit)),
  };
}

/**
 * The development records 大客户开发记录表 (D5.3) of the clients that some contacts were with: one each, by client id, a row for each contact in order. Number of
 * contacts, total time, how far it came, whether it was won and the reasons are computed, never typed.
 *
 * Won means that a contact came to signing; where a contact's progress isn't known, it may have been won, so that stays unknown. Reasons of success are what the
 * good contacts of a client won served; reasons of failure are the causes that were noted with one that isn't known to be won. Both are most often first. The
 * kind that doesn't apply says so. A contact with a fault is left out and said in `issues`.
 *
 * @example
 * ```ts
 * import { developmentRecords } from "keyaccount/reports";
 *
 * const contact = { v: 1, clientId: "c-7", way: "visit", minutes: 45 } as const;
 * const { sheets } = developmentRecords(
 *   [
 *     { ...contact, id: "v-1", startedAt: "2026-10-08", progress: "first-contact", outcome: "open" },
 *     { ...contact, id: "v-2", startedAt: "2026-11-20", progress: "signing", outcome: "good", purposes: ["advance-project"] },
 *   ],
 *   { offset: "+08:00" },
 * );
 * sheets.map(({ fields: { contacts, totalMinutes, won } }) => [contacts, totalMinutes, won]); // => [[2, 90, true]]
 * sheets.map(({ fields: { successReasons } }) => successReasons); // => [["advance-project"]]
 * sheets.map(({ fields: { failureReasons } }) => failureReasons); // => [{ notApplicable: true }]
 * ```
 */
export function developmentRecords(
  visits: readonly Visit[],
  options: VisitReportOptions,
): Reports<DevelopmentRecordFields, DevelopmentRecordRow> {
  const { sheets, issues } = rollUp(developmentRecordForm, visits, developmentRecordParts(options));
  return { sheets, issues: issues.map(exactPath) };
}
