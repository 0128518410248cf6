import type { Instant, PlainDate } from "../../ground/dates.js";
import type { DecimalString } from "../../ground/numeral.js";
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
  VisitTopic,
} from "../../ground/vocabulary.js";
import type { SurveyAnswerValue } from "./answer.js";
import type { Known } from "./known.js";
import type { Participant } from "./participant.js";

/**
 * The record of a visit or another contact (D4.5 目标客户拜访记录表, A6.6, D5.3). Its length, the number of contacts and the
 * reasons of success are computed from records, not typed into them. Keys of the host's own are kept.
 */
export interface Visit {
  /** The version of this stored shape. */
  readonly v: 1;
  readonly id: string;
  readonly clientId: string;
  /** The plan that it carried out. */
  readonly planId?: string | undefined;
  /** The milestone that it worked at. */
  readonly milestoneId?: string | undefined;
  readonly opportunityId?: string | undefined;
  /** When it began; a plain day if the hour is unknown. */
  readonly startedAt: PlainDate | Instant;
  readonly endedAt?: PlainDate | Instant | undefined;
  /** Length, where only that is known. */
  readonly minutes?: number | undefined;
  readonly place?: string | undefined;
  /** The way of contact (D3, D5.3). */
  readonly way: ContactWay;
  /** The manner of visiting (A6.2). */
  readonly manner?: VisitManner | undefined;
  /** What it was (E7.4). */
  readonly activity?: ActivityKind | undefined;
  /** What it served (E7.4); none: waste. */
  readonly purposes?: readonly ActivityPurpose[] | undefined;
  /** The focus by the four-step method (A8.4). */
  readonly focus?: VisitFocus | undefined;
  readonly ours?: readonly Participant[] | undefined;
  readonly theirs?: readonly Participant[] | undefined;
  /** The product line that it was about. */
  readonly productLine?: string | undefined;
  /** What was talked of (B2.2, B2.8). */
  readonly topics?: readonly VisitTopic[] | undefined;
  readonly mainPoints?: string | undefined;
  readonly clientIdeas?: string | undefined;
  /** Advice for what next. */
  readonly advice?: string | undefined;
  /** Material handed over or received (A6.4). */
  readonly materials?: readonly string[] | undefined;
  /** What it cost besides our people's time: travel, material, entertainment; in the client's currency. */
  readonly cost?: DecimalString | undefined;
  readonly attitude?: Attitude | undefined;
  /** How far the development has come (D5.3). */
  readonly progress?: DevelopmentStep | undefined;
  readonly outcome?: VisitOutcome | undefined;
  /** Why it failed (A6.7). */
  readonly failureCauses?: readonly VisitFailure[] | undefined;
  /** Answers by the survey's question, the archive's field or the scorecard's indicator (A4.4): any that a survey asks for, lists, rankings and amounts too. */
  readonly learnt?: Readonly<Record<string, Known<SurveyAnswerValue>>> | undefined;
  readonly nextStep?: NextStep | undefined;
  /** The client's opinion, asked for within a week (D4.6). */
  readonly followUp?: FollowUp | undefined;
  /** When it was reported (A6.6) and filed (A4.5). */
  readonly reportedAt?: PlainDate | Instant | undefined;
  readonly filedAt?: PlainDate | Instant | undefined;
  readonly notes?: string | undefined;
}

/** A cause of failure and what it was in this case (A6.7). */
export interface VisitFailure {
  readonly cause: FailureCause;
  readonly notes?: string | undefined;
}

/** What was agreed to come next (A6.4). */
export interface NextStep {
  readonly what: string;
  readonly dueOn?: PlainDate | Instant | undefined;
  /** Id of our person in charge. */
  readonly owner?: string | undefined;
}

/** A call or visit that asks for the client's opinion of a visit (D4.6). */
export interface FollowUp {
  readonly doneAt: PlainDate | Instant;
  readonly way: ContactWay;
  readonly opinion?: string | undefined;
}
