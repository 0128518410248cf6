import type { PlainDate } from "../../ground/dates.js";
import type { DecimalString } from "../../ground/numeral.js";
import type { Money } from "../../models/record/money.js";
import { defineForm } from "../define-form.js";
import type { Form } from "../form.js";

/** What has become of an application. */
export const APPROVAL_STATES = ["pending", "approved", "refused"] as const;
/** What has become of an application: nobody has decided yet, approved, or refused. */
export type ApprovalState = (typeof APPROVAL_STATES)[number];

/** A project application's own fields. */
export type ProjectApplicationFields = {
  readonly clientId: string;
  readonly client: string;
  readonly area: string;
  readonly industry: string;
  readonly project: string;
  /** What the client needs, and whether that is clear: the first work standard (E9.3). */
  readonly need: string;
  readonly needClear: boolean;
  /** What of ours answers it, and whether it fits: the second. */
  readonly value: string;
  readonly valueFits: boolean;
  readonly rivals: readonly string[];
  /** Names of the people who decide. */
  readonly deciders: readonly string[];
  readonly contactsSoFar: number;
  readonly minutesSoFar: number;
  readonly expectedRevenue: Money;
  readonly expectedMargin: Money;
  /** Likelihood of winning, 0 … 1. */
  readonly likelihood: DecimalString;
  readonly decisionOn: PlainDate;
  /** Cost of selling that is applied for: only an approved project may have any. */
  readonly budget: Money;
  readonly teamSize: number;
  readonly applicant: string;
  readonly appliedOn: PlainDate;
  /** Whether the key-account manager has approved it: the third work standard. */
  readonly approval: ApprovalState;
  readonly approver: string;
  readonly decidedOn: PlainDate;
  readonly conditions: string;
};

/** A member of the project's team: the fourth work standard. */
export type ProjectTeamRow = {
  readonly member: string;
  readonly position: string;
  readonly task: string;
};

/** The project application 项目立项申请表 (E9.3). */
export const projectApplicationForm: Form<ProjectApplicationFields, ProjectTeamRow> = /* @__PURE__ */ defineForm({
  id: "project-application",
  version: "1",
  fields: {
    clientId: { type: "text", longest: 128, required: true },
    client: { type: "text", longest: 200 },
    area: { type: "text", longest: 200 },
    industry: { type: "text", longest: 200 },
    project: { type: "text", longest: 200, required: true },
    need: { type: "text" },
    needClear: { type: "flag" },
    value: { type: "text" },
    valueFits: { type: "flag" },
    rivals: { type: "text", many: true },
    deciders: { type: "text", many: true },
    contactsSoFar: { type: "integer", least: 0 },
    minutesSoFar: { type: "integer", least: 0 },
    expectedRevenue: { type: "money" },
    expectedMargin: { type: "money" },
    likelihood: { type: "decimal", least: 0, most: 1 },
    decisionOn: { type: "day" },
    budget: { type: "money" },
    teamSize: { type: "integer", computed: { by: "count" } },
    applicant: { type: "text", longest: 200, required: true },
    appliedOn: { type: "day", required: true },
    approval: { type: "code", codes: APPROVAL_STATES, list: "approvalStates" },
    approver: { type: "text", longest: 200 },
    decidedOn: { type: "day" },
    conditions: { type: "text" },
  },
  rows: {
    member: { type: "text", longest: 200, required: true },
    position: { type: "text", longest: 200 },
    task: { type: "text" },
  },
});
