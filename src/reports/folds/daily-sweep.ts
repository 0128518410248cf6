import { isHostCode } from "../../ground/host-code.js";
import { isRecord, type Json } from "../../ground/json.js";
import { CONTACT_WAYS } from "../../ground/vocabulary.js";
import type { Visit } from "../../models/record/visit.js";
import { type DailySweepFields, type DailySweepRow, dailySweepForm } from "../forms/daily-sweep.js";
import { readRecords } from "../records.js";
import { type FoldParts, fold, type Mapping, type Reports } from "../roll-up.js";
import { demandRecord } from "./demand-record.js";
import { pick } from "./pick.js";
import { type VisitReportOptions, visitValues } from "./visit-values.js";

/**
 * What a visit becomes in a daily sweep report: for `rollUp` with a form that extends `dailySweepForm`.
 *
 * @example
 * ```ts
 * import { dailySweepForm, dailySweepParts, extendForm, rollUp } from "keyaccount/reports";
 *
 * const ours = extendForm(dailySweepForm, { id: "our-sweep", version: "1", rows: { samples: { type: "integer" } } });
 * const parts = dailySweepParts({ offset: "+08:00" });
 * const visits = [{ v: 1, id: "v-1", clientId: "c-7", way: "visit", startedAt: "2026-11-20", samples: 3 }] as const;
 * const { sheets } = rollUp(ours, visits, { ...parts, row: (visit) => ({ ...parts.row(visit), samples: visit.samples }) });
 * sheets[0]?.rows[0]?.samples; // => 3
 * ```
 */
export function dailySweepParts(options: VisitReportOptions): FoldParts<Visit, DailySweepFields, DailySweepRow> {
  const valuesOf = visitValues(options);
  return {
    id: (visit) => demandRecord(visit).id,
    fields: (visit) => pick(dailySweepForm.fields, valuesOf(visit)),
    row: (visit) => pick(dailySweepForm.rows, valuesOf(visit)),
  };
}

/**
 * The daily sweep reports 客户扫街日报表 (A3.4, A4.3) of some visits: one for each salesperson and day. A visit is its first participant's of ours, and of the day
 * on which it began by the salesperson's clock.
 *
 * Contacts in other ways, calls for one, are no visits and stand in no report; the development record has them. A visit with a fault is left out, of the totals too, and said in `issues`. No visits: no reports.
 *
 * @example
 * ```ts
 * import { dailySweepReports } from "keyaccount/reports";
 *
 * const visit = { v: 1, id: "v-1", clientId: "c-7", way: "visit", ours: [{ id: "chen", name: "Chen" }] } as const;
 * const { sheets } = dailySweepReports(
 *   [
 *     { ...visit, startedAt: "2026-11-19T23:30:00Z", endedAt: "2026-11-20T00:10:00Z", attitude: "warm" },
 *     { ...visit, id: "v-2", clientId: "c-8", startedAt: "2026-11-20" },
 *   ],
 *   { offset: "+08:00" },
 * );
 * sheets.map(({ fields: { date, visits, totalMinutes, unknownLengths } }) => [date, visits, totalMinutes, unknownLengths]);
 * // => [["2026-11-20", 2, 40, 1]]
 * sheets.map(({ fields: { warm, unknownAttitudes } }) => [warm, unknownAttitudes]); // => [[1, 1]]
 * ```
 */
export function dailySweepReports(
  visits: readonly Visit[],
  options: VisitReportOptions,
): Reports<DailySweepFields, DailySweepRow> {
  const parts = dailySweepParts(options) as unknown as Mapping;
  const records = readRecords(visits);
  const others = records.list.flatMap((record, index) => (isNoVisit(record) ? [index] : []));
  const { sheets, issues } = fold(dailySweepForm, { ...records, skipped: new Set(others) }, parts);
  return { sheets: sheets as unknown as Reports<DailySweepFields, DailySweepRow>["sheets"], issues };
}

/** A contact in another way, such as a call; what is no way at all is left for the form to refuse. */
function isNoVisit(record: Json): boolean {
  const way = isRecord(record) ? record["way"] : null;
  return way !== "visit" && typeof way === "string" && (isHostCode(way) || CONTACT_WAYS.includes(way as never));
}
