import type { Instant, PlainDate } from "../ground/dates.js";
import type { DecimalString } from "../ground/numeral.js";
import type { ByStage, HandbookSignals } from "./model.js";

/** An observation as the filter takes it: only what says something. */
export interface CountedObservation<S = HandbookSignals> {
  readonly at: PlainDate | Instant;
  readonly levels: { readonly [K in keyof S]?: S[K] & string };
  readonly source: string | null;
  readonly ref: string | null;
  readonly verified: boolean | null;
}

/** One of the two lines between stages: whether the client has passed it, and for how long that has been in doubt. */
export interface StageBoundary {
  /** `null` until the evidence has been clear once. */
  readonly passed: boolean | null;
  /** The first day of the period since which that holds, and of the one that confirmed it. */
  readonly since: PlainDate | null;
  readonly confirmed: PlainDate | null;
  /** Periods in a row that speak for a change, and the first day of the first of them. */
  readonly run: number;
  readonly runSince: PlainDate | null;
}

/** What was last seen of a signal in a period: the level that counted and where it comes from. */
export interface SeenSignal {
  readonly level: string;
  readonly at: PlainDate | Instant;
  readonly source: string | null;
  readonly ref: string | null;
  readonly verified: boolean | null;
  readonly period: PlainDate;
  readonly seen: readonly { readonly level: string; readonly times: number }[];
}

/** Where the filter stands before the last period with evidence, and that period's observations: enough to go on from. */
export interface ExperienceState<S = HandbookSignals> {
  /** The version of this stored shape. */
  readonly v: 1;
  /** Observations read so far, those left out included. */
  readonly read: number;
  /** The last period with evidence, by its first day; `null` before there is any. */
  readonly period: PlainDate | null;
  /** The probabilities before that period's evidence, to 36 decimals. */
  readonly predicted: ByStage<DecimalString>;
  /** Whether the client is at least in transition, and whether it is a specialist, before that period. */
  readonly boundaries: readonly [StageBoundary, StageBoundary];
  /** The last evidence of each signal before that period. */
  readonly seen: { readonly [K in keyof S]?: SeenSignal };
  /** That period's observations, in order of time. */
  readonly open: readonly CountedObservation<S>[];
}
