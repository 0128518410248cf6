import type { Instant, PlainDate } from "../../ground/dates.js";
import type { ExperienceOptions } from "../classify/options.js";
import type { ExperienceIssue } from "../history/issue.js";
import type { HandbookSignals } from "../model/model.js";
import type { ExperienceWarningRule } from "./rule.js";

/** How warnings are raised. */
export interface ExperienceWarningOptions<S = HandbookSignals> extends ExperienceOptions<S> {
  /** `EXPERIENCE_WARNING_RULES` unless told. Signals are the model's, never inferred from the rules themselves: a mapped type lets inference through `NoInfer`. */
  readonly rules?: readonly ExperienceWarningRule<[S][S extends unknown ? 0 : never]>[] | undefined;
}

/** An observation that a warning rests on. */
export interface WarningEvidence {
  /** Its index in the history. */
  readonly index: number;
  readonly at: PlainDate | Instant;
  /** The signal and its level; `null` where it is about contacts. */
  readonly signal: string | null;
  readonly level: string | null;
  readonly source: string | null;
  readonly ref: string | null;
}

/** An early warning (B2.9). */
export interface ExperienceWarning<S = HandbookSignals> {
  readonly code: string;
  readonly handbook: string | null;
  /** `null` where it is about contacts, or joins other warnings. */
  readonly signal: (keyof S & string) | null;
  /** The codes of the warnings that it joins; none where it stands for itself. */
  readonly joins: readonly string[];
  /** The day or moment of the observation that raised it: from then on it could be known. */
  readonly raisedAt: PlainDate | Instant;
  /** Of the first of the observations that raised it. */
  readonly since: PlainDate | Instant;
  /** When it was over again; `null` while it stands. */
  readonly endedAt: PlainDate | Instant | null;
  /** The last observation of how it was before; `null` where the rule asks for none, or joins other warnings. */
  readonly before: WarningEvidence | null;
  /** The observations that raised it, in order of time. */
  readonly observations: readonly WarningEvidence[];
}

/** All warnings of one client and product line. */
export interface ExperienceWarnings<S = HandbookSignals> {
  /** The version of this shape. */
  readonly v: 1;
  readonly client: string | null;
  readonly productLine: string | null;
  readonly asOf: PlainDate | Instant;
  /** By the day or moment on which they were raised, then in the order of the rules. */
  readonly warnings: readonly ExperienceWarning<S>[];
  /** What was wrong with the history: those observations, or levels, were left out. */
  readonly issues: readonly ExperienceIssue[];
}
