import type { PlainDate } from "../../ground/dates.js";
import type {
  ActivityPurpose,
  Attitude,
  ContactWay,
  DevelopmentStep,
  FailureCause,
  VisitOutcome,
} from "../../ground/vocabulary.js";
import { defineForm } from "../define-form.js";
import type { NotApplicable } from "../field.js";
import type { Form } from "../form.js";
import { activityPurposes, attitude, contactWay, developmentStep, failureCauses, visitOutcome } from "./codes.js";

/** A development record's own fields; all but the first two are computed. */
export type DevelopmentRecordFields = {
  readonly clientId: string;
  readonly client: string;
  /** How many contacts there were. */
  readonly contacts: number;
  /** Minutes of the contacts whose length is known; `null` where none is. */
  readonly totalMinutes: number;
  /** Contacts whose length isn't known. */
  readonly unknownLengths: number;
  readonly firstContact: PlainDate;
  readonly lastContact: PlainDate;
  /** How far it has come at most. */
  readonly furthest: DevelopmentStep;
  /** Whether a contact came to signing; unknown where one may have. */
  readonly won: boolean;
  /** Of a client that was won: what its good contacts served, most often first. */
  readonly successReasons: readonly ActivityPurpose[] | NotApplicable;
  /** Of one that isn't known to be won: why contacts failed, most often first; unknown where nobody noted any. */
  readonly failureReasons: readonly FailureCause[] | NotApplicable;
};

/** A contact in a development record. */
export type DevelopmentRecordRow = {
  readonly date: PlainDate;
  readonly time: string;
  readonly theirs: readonly string[];
  readonly ours: readonly string[];
  readonly minutes: number;
  readonly way: ContactWay;
  readonly progress: DevelopmentStep;
  readonly attitude: Attitude;
  readonly outcome: VisitOutcome;
  readonly purposes: readonly ActivityPurpose[];
  readonly failureCauses: readonly FailureCause[];
  readonly notes: string;
};

/**
 * The key-account development record 大客户开发记录表 (D5.3), kept of clients won or not: a row for each contact; number of contacts, total time and the
 * reasons of success or failure are computed.
 */
export const developmentRecordForm: Form<DevelopmentRecordFields, DevelopmentRecordRow> = /* @__PURE__ */ defineForm({
  id: "development-record",
  version: "1",
  fields: {
    clientId: { type: "text", longest: 128, required: true },
    client: { type: "text", longest: 200 },
    contacts: { type: "integer", computed: { by: "count" } },
    totalMinutes: { type: "integer", computed: { by: "sum", field: "minutes" } },
    unknownLengths: { type: "integer", computed: { by: "unknown", field: "minutes" } },
    firstContact: { type: "day", computed: { by: "least", field: "date" } },
    lastContact: { type: "day", computed: { by: "greatest", field: "date" } },
    furthest: { ...developmentStep, computed: { by: "greatest", field: "progress" } },
    won: { type: "flag", computed: { by: "any", field: "progress", is: "signing" } },
    successReasons: {
      ...activityPurposes,
      computed: {
        by: "ranked",
        field: "purposes",
        where: { field: "outcome", is: "good" },
        given: { field: "won", is: true },
      },
    },
    failureReasons: {
      ...failureCauses,
      computed: { by: "ranked", field: "failureCauses", given: { field: "won", isNot: true } },
    },
  },
  rows: {
    date: { type: "day", required: true },
    time: { type: "clock" },
    theirs: { type: "text", many: true },
    ours: { type: "text", many: true },
    minutes: { type: "integer", least: 0 },
    way: contactWay,
    progress: developmentStep,
    attitude,
    outcome: visitOutcome,
    purposes: activityPurposes,
    failureCauses,
    notes: { type: "text" },
  },
});
