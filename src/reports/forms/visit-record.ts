import type { PlainDate } from "../../ground/dates.js";
import type {
  ActivityKind,
  ActivityPurpose,
  Attitude,
  ContactWay,
  DevelopmentStep,
  FailureCause,
  VisitFocus,
  VisitManner,
  VisitOutcome,
} from "../../ground/vocabulary.js";
import { defineForm } from "../define-form.js";
import type { Form, NoFields } from "../form.js";
import {
  activityKind,
  activityPurposes,
  attitude,
  contactWay,
  developmentStep,
  failureCauses,
  visitFocus,
  visitManner,
  visitOutcome,
} from "./codes.js";

/** A visit record's fields. */
export type VisitRecordFields = {
  /** The visit's id. */
  readonly visit: string;
  readonly clientId: string;
  readonly client: string;
  /** Day and time of day on the salesperson's clock. */
  readonly date: PlainDate;
  readonly time: string;
  readonly minutes: number;
  readonly place: string;
  readonly way: ContactWay;
  readonly manner: VisitManner;
  readonly activity: ActivityKind;
  readonly purposes: readonly ActivityPurpose[];
  readonly focus: VisitFocus;
  /** Names of our people and of the client's; the id of whoever's name isn't known. */
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  readonly mainPoints: string;
  readonly clientIdeas: string;
  /** Advice for what next. */
  readonly advice: string;
  readonly materials: readonly string[];
  readonly attitude: Attitude;
  readonly progress: DevelopmentStep;
  readonly outcome: VisitOutcome;
  readonly failureCauses: readonly FailureCause[];
  readonly nextStep: string;
  readonly nextStepOn: PlainDate;
  readonly nextStepOwner: string;
  readonly followUpOn: PlainDate;
  readonly followUpWay: ContactWay;
  /** What the client thought of the visit, asked within a week (D4.6). */
  readonly opinion: string;
  readonly notes: string;
};

/** The visit record 目标客户拜访记录表 (D4.5): time, place, manner, main points, the client's ideas, advice for what next. */
export const visitRecordForm: Form<VisitRecordFields, NoFields> = /* @__PURE__ */ defineForm({
  id: "visit-record",
  version: "1",
  fields: {
    visit: { type: "text", longest: 128, required: true },
    clientId: { type: "text", longest: 128, required: true },
    client: { type: "text", longest: 200 },
    date: { type: "day", required: true },
    time: { type: "clock" },
    minutes: { type: "integer", least: 0 },
    place: { type: "text", longest: 200 },
    way: { ...contactWay, required: true },
    manner: visitManner,
    activity: activityKind,
    purposes: activityPurposes,
    focus: visitFocus,
    ours: { type: "text", many: true },
    theirs: { type: "text", many: true },
    mainPoints: { type: "text" },
    clientIdeas: { type: "text" },
    advice: { type: "text" },
    materials: { type: "text", many: true },
    attitude,
    progress: developmentStep,
    outcome: visitOutcome,
    failureCauses,
    nextStep: { type: "text" },
    nextStepOn: { type: "day" },
    nextStepOwner: { type: "text", longest: 128 },
    followUpOn: { type: "day" },
    followUpWay: contactWay,
    opinion: { type: "text" },
    notes: { type: "text" },
  },
});
