import type { PlainDate } from "../../ground/dates.js";
import type { DecimalString } from "../../ground/numeral.js";
import type { Attitude, ContactWay, TargetClass, VisitOutcome } from "../../ground/vocabulary.js";
import { defineForm } from "../define-form.js";
import type { Form } from "../form.js";
import { attitude, contactWay, targetClass, visitOutcome } from "./codes.js";
import { type SweepTotals, visitTotals } from "./totals.js";

/** A daily sweep report's own fields. */
export type DailySweepFields = {
  /** The day on the salesperson's clock. */
  readonly date: PlainDate;
  /** The salesperson's id. */
  readonly salesperson: string;
} & SweepTotals & {
    /** What was found in the evening's discussion (A4.5). */
    readonly findings: string;
  };

/** A visit in a daily sweep report. */
export type DailySweepRow = {
  /** When it began, on the salesperson's clock. */
  readonly time: string;
  readonly clientId: string;
  readonly client: string;
  readonly area: string;
  /** The first judgement of its class (A5.2). */
  readonly targetClass: TargetClass;
  readonly way: ContactWay;
  readonly minutes: number;
  readonly attitude: Attitude;
  readonly outcome: VisitOutcome;
  /** How full the client's survey form is after the visit (A4.4), 0 … 1. */
  readonly surveyShare: DecimalString;
  readonly mainPoints: string;
  readonly nextStep: string;
  readonly nextStepOn: PlainDate;
};

/** The daily sweep report 客户扫街日报表 (A3.4, A4.3): a salesperson's visits of a day, and what they come to. */
export const dailySweepForm: Form<DailySweepFields, DailySweepRow> = /* @__PURE__ */ defineForm({
  id: "daily-sweep",
  version: "1",
  fields: {
    date: { type: "day", required: true },
    salesperson: { type: "text", longest: 200 },
    ...visitTotals,
    findings: { type: "text" },
  },
  rows: {
    time: { type: "clock" },
    clientId: { type: "text", longest: 128, required: true },
    client: { type: "text", longest: 200 },
    area: { type: "text", longest: 200 },
    targetClass,
    way: contactWay,
    minutes: { type: "integer", least: 0 },
    attitude,
    outcome: visitOutcome,
    surveyShare: { type: "decimal", least: 0, most: 1 },
    mainPoints: { type: "text" },
    nextStep: { type: "text" },
    nextStepOn: { type: "day" },
  },
});
