import type { ClientSurveyFields } from "./client-survey.js";
import type { DailySweepFields, DailySweepRow } from "./daily-sweep.js";
import type { DevelopmentRecordFields, DevelopmentRecordRow } from "./development-record.js";
import type { LeadSummaryRow } from "./lead-summary.js";
import type { ProjectApplicationFields, ProjectTeamRow } from "./project-application.js";
import type { SweepSummaryFields, SweepSummaryRow } from "./sweep-summary.js";
import type { VisitRecordFields } from "./visit-record.js";

/** Ids of the handbooks' forms. */
export const FORMS = [
  "client-survey",
  "daily-sweep",
  "sweep-summary",
  "lead-summary",
  "visit-record",
  "development-record",
  "project-application",
] as const;
/** An id of one of the handbooks' forms. */
export type FormId = (typeof FORMS)[number];

/** Ids of all their fields. */
export type FormFieldId = keyof (ClientSurveyFields &
  DailySweepFields &
  DailySweepRow &
  SweepSummaryFields &
  SweepSummaryRow &
  LeadSummaryRow &
  VisitRecordFields &
  DevelopmentRecordFields &
  DevelopmentRecordRow &
  ProjectApplicationFields &
  ProjectTeamRow);
