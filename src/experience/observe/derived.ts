import type {
  ArgumentIssueDetails,
  IssueOf,
  PortfolioIssueDetails,
  ScorecardIssueDetails,
} from "../../ground/issue.js";
import type { DecimalString } from "../../ground/numeral.js";
import type { ExperienceHistory, ExperienceObservation } from "../history/observation.js";
import type { HandbookSignals } from "../model/model.js";
import type { ExperienceCut, ExperienceCuts, ExperienceFigure, ExperienceWindows } from "./figures.js";

/** Kinds of records that observations come from. */
export const RECORD_SOURCES = ["decision", "order", "quotation", "support-request", "visit", "specification"] as const;
/** A decision, an order, a quotation, a support request, a visit, a specification. */
export type RecordSource = (typeof RECORD_SOURCES)[number];

/** A record by its kind and id. */
export interface RecordRef {
  readonly source: RecordSource;
  readonly ref: string;
}

/** How an observation came about. */
export interface ExperienceDerivation {
  readonly signal: keyof HandbookSignals;
  readonly figure: ExperienceFigure;
  /** The figure, shares and rates to four decimals; or what the record says outright. It was compared exactly. */
  readonly value: number | boolean | string;
  /** What it was compared with; `null` where the record says it outright. */
  readonly cut: ExperienceCut<DecimalString> | null;
  /** How many records it was counted from, and which: of each kind the latest hundred, the latest first. */
  readonly counted: number;
  readonly records: readonly RecordRef[];
}

/** An observation that was derived from records. */
export interface DerivedObservation extends ExperienceObservation<HandbookSignals> {
  /** The record that it is dated by. */
  readonly provenance: RecordRef;
  /** `null` where it only says who took part. */
  readonly derivation: ExperienceDerivation | null;
  /** Ids of those who took part in the decision; only where it comes from one. */
  readonly contacts?: readonly string[];
}

/** The derived observations of one client and one product line, in order of time: `classifyExperience` and `experienceWarnings` take it as it is. */
export interface DerivedHistory extends ExperienceHistory<HandbookSignals> {
  readonly client: string;
  readonly observations: readonly DerivedObservation[];
}

/** What can be wrong with a host's records. */
export interface ExperienceRecordIssueDetails extends PortfolioIssueDetails {
  /** A list that there isn't. */
  readonly "unknown-key": ScorecardIssueDetails["unknown-key"];
  /** More rows than can be read at once; with the path `issues`: more issues than are listed. */
  readonly "too-many": ArgumentIssueDetails["too-many"];
  /** The order lies before the inquiry. */
  readonly "out-of-order": ArgumentIssueDetails["out-of-order"];
}

/** A fault of a record: its path begins with the list and the row's index. */
export type ExperienceRecordIssue = IssueOf<ExperienceRecordIssueDetails>;

/** What `observeExperience` gives back. */
export interface ObservedExperience {
  /** By client and product line, in the order of their texts' UTF-16 units, the one without product line first. */
  readonly histories: readonly DerivedHistory[];
  /** What was wrong with the records: those with a fault were left out. */
  readonly issues: readonly ExperienceRecordIssue[];
  readonly cuts: ExperienceCuts<DecimalString>;
  readonly windows: ExperienceWindows;
}
