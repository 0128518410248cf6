import type { Instant, PlainDate } from "../ground/dates.js";
import type { ExperienceIssue } from "./issue.js";
import type { ByStage, ExperiencePeriod, ExperienceStage, HandbookSignals } from "./model.js";
import type { ExperienceState } from "./state.js";

/** Why no stage is named. */
export const UNDETERMINED_REASONS = ["no-evidence", "thin-evidence", "between-stages"] as const;
/** Nothing is known; too few signals are, or too old ones; the evidence lies between two stages. */
export type UndeterminedReason = (typeof UNDETERMINED_REASONS)[number];

/** Which way a client moves. */
export const EXPERIENCE_DIRECTIONS = ["forward", "back", "steady"] as const;
/** Towards the specialist, back towards the generalist, or neither. */
export type ExperienceDirection = (typeof EXPERIENCE_DIRECTIONS)[number];

/** For whom a level speaks. */
export const LEANINGS = ["generalist", "neutral", "specialist"] as const;
/** For a generalist, for neither, for a specialist. */
export type Leaning = (typeof LEANINGS)[number];

/** What contradicts the result. */
export const CONTRADICTION_CODES = ["against-stage", "against-direction", "levels-disagree"] as const;
/** A signal speaks against the stage; where that is none of the ends, against the direction; its own levels differ within one period. */
export type ContradictionCode = (typeof CONTRADICTION_CODES)[number];

/** A stage, or that none can be named. */
export type NamedStage = ExperienceStage | "undetermined";

/** The last known level of a signal, and what it does to the result. */
export interface ExperienceEvidence<S = HandbookSignals, K extends keyof S = keyof S> {
  readonly signal: K & string;
  /** Where the handbook speaks of the signal, `null` for a host's own. */
  readonly handbook: string | null;
  /** The level that counted in the signal's last period: the median of those seen. */
  readonly level: S[K] & string;
  readonly leaning: Leaning;
  /** How many times as likely the level is for a specialist as for a generalist, to four decimals. */
  readonly ratio: number;
  /** When the level was last seen. */
  readonly at: PlainDate | Instant;
  /** Days from then to `asOf`. */
  readonly ageDays: number;
  /** Whether it is recent enough to count as known (the model's `evidence.within`). */
  readonly current: boolean;
  readonly source: string | null;
  readonly ref: string | null;
  readonly verified: boolean | null;
  /** The first day of the signal's last period. */
  readonly period: PlainDate;
  /** How often the signal was seen in that period, by level in the model's order; it counted once. */
  readonly seen: readonly { readonly level: S[K] & string; readonly times: number }[];
  /** How far the signal moved the position over the time of `movement`: above 0 towards the specialist. */
  readonly shift: number;
  /** Its part of all that signals moved, whatever the way, 0 … 1; the parts sum to 1. `null` where nothing moved. */
  readonly share: number | null;
  /** How far it moved the position in the whole history. */
  readonly shiftInAll: number;
}

/** A signal that contradicts the result. */
export interface Contradiction<S = HandbookSignals> {
  readonly code: ContradictionCode;
  readonly signal: keyof S & string;
  readonly level: string;
}

/** One period of a history; `position` is that of the period before plus `drift` and `shifts`. */
export interface ExperienceHistoryPeriod<S = HandbookSignals> {
  /** Its first day. */
  readonly period: PlainDate;
  readonly stage: NamedStage;
  readonly probabilities: ByStage<number>;
  readonly position: number;
  /** What the transition weights alone moved. */
  readonly drift: number;
  /** What each signal seen in the period moved, one after the other in the model's order. */
  readonly shifts: { readonly [K in keyof S]?: number };
}

/** How fast a client moves towards the next threshold. */
export interface ExperienceSpeed {
  /** The stage that it would enter. */
  readonly toward: ExperienceStage;
  /** The probability of being at least that far (back: of still being further) at `asOf`, and where the stage changes. */
  readonly probability: number;
  readonly threshold: number;
  /** The change of that probability per period, to four decimals. */
  readonly perPeriod: number;
  /** Whole periods until the threshold at today's pace; where it is passed already, those that the dwell still asks for; `null` if never. */
  readonly periods: number | null;
}

/**
 * How far a client moved from one period with evidence to the last one with evidence: back to the latest that lies at least the model's pace
 * before, or to the first. `change` is `drift` plus the shifts in the ledger.
 */
export interface ExperienceMovement {
  /** The first days of the two periods; `null` where there is no evidence. */
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly periods: number;
  readonly change: number;
  readonly drift: number;
}

/** Which model judged. */
export interface ExperienceModelRef {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of its canonical JSON. */
  readonly hash: string;
  readonly period: ExperiencePeriod;
}

/** What is known of a client's experience with a product line, and why. */
export interface ExperienceResult<S = HandbookSignals> {
  /** The version of this stored shape. */
  readonly v: 1;
  readonly model: ExperienceModelRef;
  readonly client: string | null;
  readonly productLine: string | null;
  readonly interwoven: boolean;
  readonly asOf: PlainDate | Instant;
  readonly stage: NamedStage;
  /** Why no stage is named; `null` where one is. */
  readonly undetermined: UndeterminedReason | null;
  /** Of each stage, to four decimals; they sum to exactly 1. */
  readonly probabilities: ByStage<number>;
  /** 0 for a generalist … 1 for a specialist: half the probability of transition plus that of a specialist. */
  readonly position: number;
  /** The first day of the period since which the threshold has been passed, and of the one in which the dwell was over; `null` without a stage. */
  readonly since: PlainDate | null;
  readonly confirmed: PlainDate | null;
  /** Which way it moved over that time; `null` where evidence is thin or lies in one period only. */
  readonly direction: ExperienceDirection | null;
  readonly movement: ExperienceMovement;
  /** `null` where it moves nowhere, or where no stage lies ahead. */
  readonly speed: ExperienceSpeed | null;
  /** Signals that are known and recent enough, those that can be, and their ratio to four decimals. */
  readonly coverage: { readonly known: number; readonly of: number; readonly share: number };
  /** Signals not known, or too long ago. */
  readonly unknown: readonly (keyof S & string)[];
  /** Signals that were seen but say nothing, since the product's parts are tightly interwoven. */
  readonly silent: readonly (keyof S & string)[];
  /** The last level of each signal ever seen, in the model's order. */
  readonly ledger: readonly { [K in keyof S]: ExperienceEvidence<S, K> }[keyof S][];
  readonly contradictions: readonly Contradiction<S>[];
  /** Period by period from the first evidence to `asOf`. */
  readonly history: readonly ExperienceHistoryPeriod<S>[];
  /** What was wrong with the observations: those, or the levels, were left out. */
  readonly issues: readonly ExperienceIssue[];
  /** What `advanceExperience` goes on from. */
  readonly state: ExperienceState<S>;
}
