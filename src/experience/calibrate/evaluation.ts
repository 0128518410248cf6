import type { Instant, PlainDate } from "../../ground/dates.js";
import type { ExperienceIssue } from "../issue.js";
import type { ByStage, ExperienceStage } from "../model.js";
import type { ExperienceModelRef, NamedStage } from "../result.js";

/** How to evaluate a model. */
export interface ExperienceEvaluationOptions {
  /** How long before a shift a warning belongs to it, in days; 365 unless told. */
  readonly horizonDays?: number | undefined;
}

/** A labelled shift to a later stage, and the first warning that belongs to it. */
export interface ForeseenShift {
  readonly client: string | null;
  readonly productLine: string | null;
  readonly stage: ExperienceStage;
  readonly from: PlainDate | Instant;
  /** The earliest warning within the horizon before the shift and after the last change of label; `null` where there was none. */
  readonly warnedAt: PlainDate | null;
  readonly leadDays: number | null;
}

/** How early warnings did, on the histories whose warnings are known. */
export interface WarningEvaluation {
  readonly horizonDays: number;
  readonly histories: number;
  /** Labelled shifts to a later stage. */
  readonly shifts: readonly ForeseenShift[];
  readonly missed: number;
  /** The mean over the shifts that were warned of, to four decimals; `null` where none was. */
  readonly meanLeadDays: number | null;
  /** Days with a warning, those before the first label and after the end left out; several on one day count once. */
  readonly warnings: number;
  /** Followed by no shift within the horizon. */
  readonly falseAlarms: number;
  /** Without a shift so far, and too near the end for one to be ruled out. */
  readonly pending: number;
  /** The time in which a false alarm could be told: from the first label to the horizon before the end, years of 365.25 days, to four decimals. */
  readonly clientYears: number;
  /** To four decimals; `null` without any time. */
  readonly falseAlarmsPerClientYear: number | null;
}

/** How well a model agrees with what the host knows. */
export interface ExperienceEvaluation {
  /** The version of this shape. */
  readonly v: 1;
  readonly model: ExperienceModelRef;
  readonly histories: number;
  /** Periods by labelled stage (outer key) and by what the model said then (inner key). */
  readonly confusion: ByStage<{ readonly [K in NamedStage]: number }>;
  readonly periods: number;
  /** Periods in which the model named the labelled stage, another one, or none. */
  readonly right: number;
  readonly wrong: number;
  readonly undetermined: number;
  /** Right ones among those in which it named one, to four decimals; `null` where it never did. */
  readonly accuracy: number | null;
  readonly warnings: WarningEvaluation;
  /** What was wrong with the histories; paths begin with the history's index. */
  readonly issues: readonly ExperienceIssue[];
}
