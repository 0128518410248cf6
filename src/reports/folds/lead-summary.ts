import { isBlank } from "../../ground/blank.js";
import type { ClockShift } from "../../ground/calendar/host-clock.js";
import type { FormIssue } from "../../ground/issue.js";
import { isRecord, type Json } from "../../ground/json.js";
import type { Lead } from "../../models/record/lead.js";
import type { FormSheet, NoFields } from "../form.js";
import { type LeadSummaryRow, leadSummaryForm } from "../forms/lead-summary.js";
import { ownFields } from "../own-fields.js";
import { type Entry, type FoldParts, rollUp } from "../roll-up.js";
import { CLOCK_KEYS, type ReportClock, readClock } from "./clock.js";
import { demandRecord } from "./demand-record.js";
import { localTime } from "./time.js";

/** What the planning gate of the handbook's process (E9.1) asks of a lead: without its industry nobody can say whether to attack, choose, or take what comes. */
export const LEAD_GATE_FIELDS = ["number", "client", "industry", "source", "date"] as const;
/** A field that the planning gate asks for. */
export type LeadGateField = (typeof LEAD_GATE_FIELDS)[number];

/** A lead that stands in the summary and isn't filled in far enough for the planning gate. */
export interface IncompleteLead {
  readonly number: string;
  /** In the form's order. */
  readonly missing: readonly LeadGateField[];
}

/** A lead summary, what is left out of it, and which of its leads are still to be filled in. */
export interface LeadSummary {
  readonly sheet: FormSheet<NoFields, LeadSummaryRow>;
  readonly issues: readonly FormIssue[];
  /** In the order of the rows. */
  readonly incomplete: readonly IncompleteLead[];
}

/** What a lead summary needs besides the leads: the clock of the office, for the day on which a lead came in. */
export type LeadSummaryOptions = ReportClock;

/**
 * What a lead becomes in the lead summary: for `rollUp` with a form that extends `leadSummaryForm`.
 *
 * @example
 * ```ts
 * import { leadParts } from "keyaccount/reports";
 *
 * const parts = leadParts({ offset: "+08:00" });
 * parts.row({ v: 1, number: "L-1", client: "Huaxin", source: "search", date: "2026-11-20T23:00:00Z" }).date; // => "2026-11-21"
 * ```
 */
export function leadParts(options: LeadSummaryOptions): FoldParts<Lead, NoFields, LeadSummaryRow> {
  const clock = readClock(ownFields(options, CLOCK_KEYS));
  return {
    id: (lead) => demandRecord(lead).number,
    fields: () => ({}),
    row: (lead) => rowOf(demandRecord(lead), clock),
  };
}

function rowOf(lead: Lead, clock: ClockShift): Entry<LeadSummaryRow> {
  const { number, client, area, industry, revenue, class: level, source, date } = lead;
  const money = isRecord(revenue as Json | undefined) ? { ...revenue } : revenue;
  return {
    number,
    client,
    area,
    industry,
    revenue: money as Lead["revenue"],
    class: level,
    source,
    date: localTime(date, clock).date,
  };
}

/**
 * The lead summary 客户线索汇总表 (E9.1, form JTF001) of some leads: one row each, the oldest first, then by number. A lead with a fault is left out and said in `issues`, so
 * is a second one of the same number. A lead may come in before its industry is known, and stands in the summary; the planning gate of `keyAccountProcess` asks for it all the same, so `incomplete` says
 * which leads don't pass yet, and what they lack. No leads: a summary without rows.
 *
 * @example
 * ```ts
 * import { leadSummary } from "keyaccount/reports";
 *
 * const lead = { v: 1, client: "Huaxin", source: "search" } as const;
 * const { sheet, issues, incomplete } = leadSummary(
 *   [{ ...lead, number: "L-2", industry: "pumps", date: "2026-11-21" }, { ...lead, number: "L-1", date: "2026-11-21" }, { ...lead, number: "L-3", date: "soon" }],
 *   { offset: "+08:00" },
 * );
 * sheet.rows.map(({ number }) => number); // => ["L-1", "L-2"]
 * issues.map(({ code, path }) => [code, ...path]); // => [["not-a-date", 2, "date"]]
 * incomplete; // => [{ number: "L-1", missing: ["industry"] }]
 * ```
 */
export function leadSummary(leads: readonly Lead[], options: LeadSummaryOptions): LeadSummary {
  const { sheets, issues } = rollUp(leadSummaryForm, leads, leadParts(options));
  const sheet = sheets[0] as FormSheet<NoFields, LeadSummaryRow>;
  return { sheet, issues, incomplete: sheet.rows.flatMap(incompleteOf) };
}

function incompleteOf(row: FormSheet<NoFields, LeadSummaryRow>["rows"][number]): IncompleteLead[] {
  const missing = LEAD_GATE_FIELDS.filter((field) => isBlank(row[field] ?? ""));
  return missing.length === 0 ? [] : [{ number: row.number as string, missing }];
}
