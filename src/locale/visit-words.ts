import type { Words } from "../ground/words.js";
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

/** Headings of a printed visit plan. `title` has `{client}` and `{asOf}`, `visit` `{number}`, `numbered`, when and which visit it is, `{number}` (the words of `visit`) and `{time}`, `utc` `{time}`, `withTask` `{name}`, `{rank}` and `{task}`, `answered` `{question}` and `{answer}`. */
export type VisitPlanWord =
  | "title"
  | "ready"
  | "open"
  | "visit"
  | "numbered"
  | "when"
  | "utc"
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
  | "atHand"
  | "questions"
  | "answered"
  | "reasons"
  | "procedure"
  | "conduct";

/** Words about visits: plans, appointments, cadence, weeks, records, terms. Reasons are sentences with their parameters. */
export interface VisitWords {
  readonly plan: Words<VisitPlanWord>;
  readonly openParts: Words<OpenPartCode>;
  readonly planReasons: Words<PlanReasonCode>;
  readonly ranks: Words<VisitorRank>;
  readonly tasks: Words<VisitTask>;
  readonly subjects: Words<VisitSubject>;
  readonly materials: Words<VisitMaterial>;
  readonly firstVisitSteps: Words<FirstVisitStep>;
  readonly conductRules: Words<ConductRule>;
  readonly appointmentFindings: Words<AppointmentFindingCode>;
  readonly appointmentStates: Words<AppointmentState>;
  readonly waysIn: Words<WayIn>;
  readonly firstContactWays: Words<FirstContactWay>;
  readonly firstContactReasons: Words<FirstContactReason>;
  readonly contactRules: Words<FirstContactRule>;
  readonly cadenceStates: Words<CadenceState>;
  readonly cadenceReasons: Words<CadenceReasonCode>;
  readonly weekReasons: Words<WeekReasonCode>;
  readonly followUpStates: Words<FollowUpState>;
  readonly followUpNotes: Words<FollowUpNote>;
  readonly reviewedParts: Words<ReviewedPart>;
  readonly reviewStates: Words<ReviewState>;
  readonly recordParts: Words<RecordPart>;
  readonly visitFindings: Words<VisitFindingCode>;
  readonly consequences: Words<VisitConsequence>;
  readonly cooperationParts: Words<CooperationPart>;
  readonly cooperationSteps: Words<CooperationStep>;
  readonly cooperationFindings: Words<CooperationFinding>;
}
