import type { Instant, PlainDate } from "../../ground/dates.js";
import type { ExperienceIssue } from "../issue.js";
import type { HandbookSignals } from "../model.js";
import type { ExperienceHistory, ExperienceObservation } from "../observation.js";
import type { ExperienceOptions } from "../options.js";
import type { ExperienceWarningRule } from "./rule.js";

/** An observation that may also say who took part in the decision. */
export interface WarningObservation<S = HandbookSignals> extends ExperienceObservation<S> {
  /** Ids of the persons who took part; `observeExperience` fills them in. Absent: unknown. */
  readonly contacts?: readonly string[] | null | undefined;
}

/** A history whose observations may say who took part. */
export interface WarningHistory<S = HandbookSignals> extends ExperienceHistory<S> {
  readonly observations: readonly WarningObservation<S>[];
}

/** How warnings are raised. */
export interface ExperienceWarningOptions<S = HandbookSignals> extends ExperienceOptions<S> {
  /** `EXPERIENCE_WARNING_RULES` unless told. */
  readonly rules?: readonly ExperienceWarningRule<NoInfer<S>>[] | undefined;
}

/** An observation that a warning rests on. */
export interface WarningEvidence {
  /** Its index in the history. */
  readonly index: number;
  readonly at: PlainDate | Instant;
  /** The level of the rule's signal, `null` where it is about contacts. */
  readonly level: string | null;
  readonly source: string | null;
  readonly ref: string | null;
}

/** An early warning (B2.9). */
export interface ExperienceWarning<S = HandbookSignals> {
  readonly code: string;
  readonly handbook: string | null;
  readonly signal: (keyof S & string) | null;
  /** The day or moment of the observation that raised it: from then on it could be known. */
  readonly raisedAt: PlainDate | Instant;
  /** Of the first of the observations that raised it. */
  readonly since: PlainDate | Instant;
  /** When it was over again; `null` while it stands. */
  readonly endedAt: PlainDate | Instant | null;
  /** The last observation of how it was before; `null` where the rule asks for none. */
  readonly before: WarningEvidence | null;
  /** The observations that raised it, in order of time. */
  readonly observations: readonly WarningEvidence[];
}

/** All warnings of one client and product line. */
export interface ExperienceWarnings<S = HandbookSignals> {
  readonly client: string | null;
  readonly productLine: string | null;
  readonly asOf: PlainDate | Instant;
  /** By the day or moment on which they were raised, then in the order of the rules. */
  readonly warnings: readonly ExperienceWarning<S>[];
  /** What was wrong with the history: those observations, or levels, were left out. */
  readonly issues: readonly ExperienceIssue[];
}
