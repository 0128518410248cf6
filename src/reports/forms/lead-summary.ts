import type { PlainDate } from "../../ground/dates.js";
import type { HostCode, LeadSource, Level } from "../../ground/vocabulary.js";
import type { Money } from "../../models/record/money.js";
import { defineForm } from "../define-form.js";
import type { Form, NoFields } from "../form.js";
import { leadSource, level } from "./codes.js";

/** A lead in the lead summary: the columns of form JTF001. */
export type LeadSummaryRow = {
  readonly number: string;
  readonly client: string;
  readonly area: string;
  /** May be unknown here; the planning gate asks for it. */
  readonly industry: string;
  /** What the client sells in a year. */
  readonly revenue: Money;
  readonly class: Level | HostCode;
  readonly source: LeadSource;
  /** The day on which it came in. */
  readonly date: PlainDate;
};

/** The lead summary 客户线索汇总表 (E9.1, form JTF001): number, client, area, industry, revenue, class, source, date. Oldest leads first. */
export const leadSummaryForm: Form<NoFields, LeadSummaryRow> = /* @__PURE__ */ defineForm({
  id: "lead-summary",
  version: "1",
  rows: {
    number: { type: "text", longest: 128, required: true },
    client: { type: "text", longest: 200, required: true },
    area: { type: "text", longest: 200 },
    industry: { type: "text", longest: 200 },
    revenue: { type: "money" },
    class: level,
    source: { ...leadSource, required: true },
    date: { type: "day", required: true },
  },
  sort: ["date", "number"],
});
