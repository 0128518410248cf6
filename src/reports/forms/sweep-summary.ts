import type { PlainDate } from "../../ground/dates.js";
import { defineForm } from "../define-form.js";
import type { FormField } from "../field.js";
import type { Form } from "../form.js";
import type { SweepTotals } from "./totals.js";

/** A summary's own fields. */
export type SweepSummaryFields = {
  /** The first and the last day that it covers. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The salesperson's id; unknown for a summary of several. */
  readonly salesperson: string;
} & SweepTotals & {
    /** Those of the days or weeks, one a line, until whoever writes the summary writes over them. */
    readonly findings: string;
    /** What is planned for the next week; nobody but whoever writes the summary fills it in. */
    readonly plan: string;
  };

/** A day or a week of one salesperson in a summary. */
export type SweepSummaryRow = {
  readonly rowFrom: PlainDate;
  readonly rowTo: PlainDate;
  readonly rowSalesperson: string;
  readonly rowVisits: number;
  readonly rowClients: readonly string[];
  readonly rowMinutes: number;
  readonly rowUnknownLengths: number;
  readonly rowWarm: number;
  readonly rowNeutral: number;
  readonly rowCold: number;
  readonly rowUnknownAttitudes: number;
  readonly rowGood: number;
  readonly rowOpen: number;
  readonly rowNoResult: number;
  readonly rowUnknownOutcomes: number;
  /** What was found on the day or in the week (A4.5). */
  readonly rowFindings: string;
};

/** For each total the column of the rows that it comes from. */
export const SUMMARY_COLUMNS = {
  visits: "rowVisits",
  clientsVisited: "rowClients",
  totalMinutes: "rowMinutes",
  unknownLengths: "rowUnknownLengths",
  warm: "rowWarm",
  neutral: "rowNeutral",
  cold: "rowCold",
  unknownAttitudes: "rowUnknownAttitudes",
  good: "rowGood",
  open: "rowOpen",
  noResult: "rowNoResult",
  unknownOutcomes: "rowUnknownOutcomes",
} as const;

type Integer = FormField & { readonly type: "integer" };

const sumOf = (field: string): Integer => ({ type: "integer", computed: { by: "sum", field } });
const count: Integer = { type: "integer", least: 0, required: true };

/** The weekly summary 客户调查阶段(周)总结表 (A3.4, A4.3), and the summary of any longer period: a row for each day or week, and what they come to. */
export const sweepSummaryForm: Form<SweepSummaryFields, SweepSummaryRow> = /* @__PURE__ */ defineForm({
  id: "sweep-summary",
  version: "1",
  fields: {
    from: { type: "day", required: true },
    to: { type: "day", required: true },
    salesperson: { type: "text", longest: 200 },
    visits: /* @__PURE__ */ sumOf("rowVisits"),
    clients: { type: "integer", computed: { by: "distinct", field: "rowClients" } },
    clientsVisited: { type: "text", many: true, computed: { by: "union", field: "rowClients" } },
    totalMinutes: /* @__PURE__ */ sumOf("rowMinutes"),
    unknownLengths: /* @__PURE__ */ sumOf("rowUnknownLengths"),
    warm: /* @__PURE__ */ sumOf("rowWarm"),
    neutral: /* @__PURE__ */ sumOf("rowNeutral"),
    cold: /* @__PURE__ */ sumOf("rowCold"),
    unknownAttitudes: /* @__PURE__ */ sumOf("rowUnknownAttitudes"),
    good: /* @__PURE__ */ sumOf("rowGood"),
    open: /* @__PURE__ */ sumOf("rowOpen"),
    noResult: /* @__PURE__ */ sumOf("rowNoResult"),
    unknownOutcomes: /* @__PURE__ */ sumOf("rowUnknownOutcomes"),
    findings: { type: "text" },
    plan: { type: "text" },
  },
  rows: {
    rowFrom: { type: "day", required: true },
    rowTo: { type: "day", required: true },
    rowSalesperson: { type: "text", longest: 200 },
    rowVisits: count,
    rowClients: { type: "text", many: true },
    rowMinutes: { type: "integer", least: 0 },
    rowUnknownLengths: count,
    rowWarm: count,
    rowNeutral: count,
    rowCold: count,
    rowUnknownAttitudes: count,
    rowGood: count,
    rowOpen: count,
    rowNoResult: count,
    rowUnknownOutcomes: count,
    rowFindings: { type: "text" },
  },
});
