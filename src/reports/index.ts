export type { WordTable } from "../ground/words.js";
export {
  COMPUTATIONS,
  type Computation,
  type ComputationKind,
  type FieldExclusion,
  type FieldTest,
} from "./computation.js";
export { type CsvReading, type ParseCsvOptions, parseCsv } from "./csv/parse-csv.js";
export { DELIMITERS, type Delimiter } from "./csv/scan.js";
export { type CsvOptions, toCsv } from "./csv/to-csv.js";
export { defineForm } from "./define-form.js";
export { type Extended, extendForm, type FormExtension, type SoundExtension } from "./extend-form.js";
export {
  type CodeField,
  FIELD_TYPES,
  type FieldCommon,
  type FieldFor,
  type FieldType,
  type FieldValueOf,
  type FormField,
  type FormValue,
  type ItemOf,
  type NotApplicable,
  type NumberField,
  type PlainField,
  type SingleOf,
  type SingleValue,
  type TextField,
} from "./field.js";
export { type ClientSurveySources, clientSurvey, type ProgressLike } from "./folds/client-survey.js";
export type { ReportClient } from "./folds/clients.js";
export type { Offset, ReportClock } from "./folds/clock.js";
export { dailySweepParts, dailySweepReports } from "./folds/daily-sweep.js";
export { developmentRecordParts, developmentRecords } from "./folds/development-records.js";
export {
  type IncompleteLead,
  LEAD_GATE_FIELDS,
  type LeadGateField,
  type LeadSummary,
  type LeadSummaryOptions,
  leadParts,
  leadSummary,
} from "./folds/lead-summary.js";
export {
  type Application,
  type ApplicationSources,
  type ApplyingClient,
  projectApplication,
} from "./folds/project-application.js";
export { type PeriodOptions, periodSummary, type SweepSheet, weeklySummaries } from "./folds/sweep-summary.js";
export { visitRecordParts, visitRecords } from "./folds/visit-records.js";
export type { VisitReportOptions } from "./folds/visit-values.js";
export type {
  ExtraCell,
  Filled,
  Form,
  FormDefinition,
  FormFields,
  FormSheet,
  FormValues,
  NoFields,
  ValuesOf,
} from "./form.js";
export type { ClientSurveyFields, SurveyAnswerOf } from "./forms/client-survey.js";
export { type DailySweepFields, type DailySweepRow, dailySweepForm } from "./forms/daily-sweep.js";
export {
  type DevelopmentRecordFields,
  type DevelopmentRecordRow,
  developmentRecordForm,
} from "./forms/development-record.js";
export { FORMS, type FormFieldId, type FormId } from "./forms/form-ids.js";
export { type LeadSummaryRow, leadSummaryForm } from "./forms/lead-summary.js";
export {
  APPROVAL_STATES,
  type ApprovalState,
  type ProjectApplicationFields,
  type ProjectTeamRow,
  projectApplicationForm,
} from "./forms/project-application.js";
export { type SweepSummaryFields, type SweepSummaryRow, sweepSummaryForm } from "./forms/sweep-summary.js";
export type { SweepTotals } from "./forms/totals.js";
export { type VisitRecordFields, visitRecordForm } from "./forms/visit-record.js";
export { formJsonSchema } from "./json-schema.js";
export { parseSheet } from "./parse-sheet.js";
export type { FormTextOptions } from "./print-options.js";
export type { ReadsOnly } from "./reads-only.js";
export {
  type Entry,
  type FoldParts,
  type NoOthers,
  type Reports,
  type RollUpParts,
  rollUp,
} from "./roll-up.js";
export type { Sheets } from "./sheets.js";
export {
  clientSurveyForm,
  type QuestionLike,
  type SurveyFields,
  type SurveyLike,
  type SurveyValueOf,
} from "./survey-form.js";
export { toHtml } from "./to-html.js";
export { toMarkdown } from "./to-markdown.js";
export { type FormWords, REPORT_WORDS, type ReportWord } from "./words.js";
