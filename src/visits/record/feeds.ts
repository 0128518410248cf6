import type { VisitRecord } from "../../experience/observe/records.js";
import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { Json } from "../../ground/json.js";
import type { MilestoneCode } from "../../ground/vocabulary.js";
import type { Visit } from "../../models/record/visit.js";
import type { EffortContact } from "../../portfolio/worth/effort.js";
import type { AnswersRecord } from "../survey/progress.js";
import type { AnswerForm } from "./read-forms.js";

/** What feeds: visits, and the `SurveyAnswers` that were filled in at them or elsewhere. */
export type FeedRecord = Visit | FeedAnswers;

/** What is taken of a stored `SurveyAnswers`, told from a visit by its `answeredAt`. */
export interface FeedAnswers extends AnswersRecord {
  readonly clientId: string;
}

/** Which records feed. */
export interface FeedOptions extends AnswerForm {
  /** The client; records of others are left aside. */
  readonly clientId: string;
  /** Records after it aren't known yet. */
  readonly asOf: PlainDate | Instant;
}

/** An answer as `evaluate` takes it. */
export type LearntFact =
  | {
      readonly value: Json;
      readonly observedAt: PlainDate | Instant;
      readonly source: string;
      readonly verified: boolean;
    }
  | {
      readonly notApplicable: true;
      readonly observedAt: PlainDate | Instant;
      readonly source: string;
      readonly verified: boolean;
    };

/** Somebody at the client whom we met. */
export interface ContactMeeting {
  /** Id of the contact. */
  readonly id: string;
  /** How often, visits and other contacts with this person together. */
  readonly times: number;
  readonly firstAt: PlainDate | Instant;
  readonly lastAt: PlainDate | Instant;
  /** Id of the latest visit. */
  readonly source: string;
  /** Ids of ours who were there, sorted. */
  readonly met: readonly string[];
}

/** What the visits and surveys of one client tell the other parts of this package. Plain JSON. */
export interface VisitFeeds {
  /** The version of this shape. */
  readonly v: 1;
  readonly clientId: string;
  /** For `observeExperience({ visits })` (B2): in order of time. */
  readonly visits: readonly VisitRecord[];
  /** For `effortLedger({ currency, contacts })` (D5.3, E7.3): in order of time. */
  readonly contacts: readonly EffortContact<MilestoneCode>[];
  /** For `evaluate` and `clientArchive` (A7, E3): the answer that holds to each field, by field. */
  readonly facts: Readonly<Record<string, LearntFact>>;
  /** For a decision map (E5): by id of the contact. {@link withMeetings} brings them in. */
  readonly meetings: readonly ContactMeeting[];
  /** Records and answers that couldn't be read: their paths begin with the index. */
  readonly issues: readonly PortfolioIssue[];
}
