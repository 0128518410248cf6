import type { AppointmentFindingCode, AppointmentState } from "../visits/appointment/check.js";
import type { CadenceReasonCode, CadenceState } from "../visits/cadence/cadence.js";
import type { FirstContactReason, FirstContactRule, FirstContactWay, WayIn } from "../visits/contact/first-contact.js";
import type { FollowUpNote, FollowUpState } from "../visits/follow-up/follow-up.js";
import type { OpenPartCode, PlanReasonCode } from "../visits/plan/plan.js";
import type {
  ConductRule,
  FirstVisitStep,
  VisitMaterial,
  VisitorRank,
  VisitSubject,
  VisitTask,
} from "../visits/plan/rules.js";
import type {
  RecordPart,
  ReviewedPart,
  ReviewState,
  VisitConsequence,
  VisitFindingCode,
} from "../visits/record/review.js";
import type { CooperationFinding, CooperationPart, CooperationStep } from "../visits/terms/terms.js";
import type { WeekReasonCode } from "../visits/week/week.js";

/** A word for each code. */
export type VisitWordTable<C extends string> = { readonly [K in C]: string };

/** Headings of a printed visit plan. `title` has `{client}` and `{asOf}`, `visit` `{number}`, `withTask` `{name}`, `{rank}` and `{task}`, `answered` `{question}` and `{answer}`. */
export type VisitPlanWord =
  | "title"
  | "ready"
  | "open"
  | "visit"
  | "when"
  | "place"
  | "way"
  | "manner"
  | "focus"
  | "goals"
  | "ours"
  | "theirs"
  | "withTask"
  | "learn"
  | "present"
  | "handOver"
  | "carry"
  | "questions"
  | "answered"
  | "reasons"
  | "procedure"
  | "conduct";

/** Words about visits: plans, appointments, cadence, weeks, records, terms. Reasons are sentences with their parameters. */
export interface VisitWords {
  readonly plan: VisitWordTable<VisitPlanWord>;
  readonly openParts: VisitWordTable<OpenPartCode>;
  readonly planReasons: VisitWordTable<PlanReasonCode>;
  readonly ranks: VisitWordTable<VisitorRank>;
  readonly tasks: VisitWordTable<VisitTask>;
  readonly subjects: VisitWordTable<VisitSubject>;
  readonly materials: VisitWordTable<VisitMaterial>;
  readonly firstVisitSteps: VisitWordTable<FirstVisitStep>;
  readonly conductRules: VisitWordTable<ConductRule>;
  readonly appointmentFindings: VisitWordTable<AppointmentFindingCode>;
  readonly appointmentStates: VisitWordTable<AppointmentState>;
  readonly waysIn: VisitWordTable<WayIn>;
  readonly firstContactWays: VisitWordTable<FirstContactWay>;
  readonly firstContactReasons: VisitWordTable<FirstContactReason>;
  readonly contactRules: VisitWordTable<FirstContactRule>;
  readonly cadenceStates: VisitWordTable<CadenceState>;
  readonly cadenceReasons: VisitWordTable<CadenceReasonCode>;
  readonly weekReasons: VisitWordTable<WeekReasonCode>;
  readonly followUpStates: VisitWordTable<FollowUpState>;
  readonly followUpNotes: VisitWordTable<FollowUpNote>;
  readonly reviewedParts: VisitWordTable<ReviewedPart>;
  readonly reviewStates: VisitWordTable<ReviewState>;
  readonly recordParts: VisitWordTable<RecordPart>;
  readonly visitFindings: VisitWordTable<VisitFindingCode>;
  readonly consequences: VisitWordTable<VisitConsequence>;
  readonly cooperationParts: VisitWordTable<CooperationPart>;
  readonly cooperationSteps: VisitWordTable<CooperationStep>;
  readonly cooperationFindings: VisitWordTable<CooperationFinding>;
}
