import type { Instant, PlainDate } from "../../ground/dates.js";
import type { DecimalString } from "../../ground/numeral.js";
import type { Condition, FactTypes } from "../definition/scorecard.js";
import type { FactStatus } from "../evaluation.js";

/** Whether knowing one fact alone makes the grade certain. */
export const SETTLEMENTS = ["always", "possibly", "never"] as const;
/**
 * Whether knowing one fact alone makes the grade certain.
 * - `always`: whatever its value.
 * - `possibly`: with some values.
 * - `never`: with none; other facts have to be known too.
 */
export type Settlement = (typeof SETTLEMENTS)[number];

/** What knowing a fact does to a limit on it. */
export const LIMIT_EFFECTS = ["lifted", "may-bite", "bites"] as const;
/**
 * What knowing a fact does to a limit on it.
 * - `lifted`: it bites because the fact isn't known; any value lifts it.
 * - `may-bite`: some values trip it.
 * - `bites`: every value does.
 */
export type LimitEffect = (typeof LIMIT_EFFECTS)[number];

/** A limit on the fact that is asked for, and what knowing the fact does to it. */
export interface NextQuestionLimit<G extends string = string> {
  /** Its place in the scorecard's `limits`. */
  readonly index: number;
  readonly when: Condition;
  readonly grade: G;
  readonly effect: LimitEffect;
}

/** What an answer leaves open: an option, yes or no, or a band by its `from`. */
export type AnswerOutcome<V = string | boolean, G extends string = string> = {
  /** The grades that stay possible, from the best to the worst. */
  readonly grades: readonly G[];
  /** Whether the grade is certain then; for a band, with each of its values. */
  readonly settles: boolean;
} & ({ readonly answer: V } | { readonly from: DecimalString | null });

/** A fact worth asking for. */
export interface NextQuestion<K extends string = string, V = unknown, G extends string = string> {
  readonly indicator: K;
  readonly status: Exclude<FactStatus, "known" | "not-applicable">;
  /** What was known once: the value of a stale fact, or of a faulty one if it can be read. */
  readonly actual: V | null;
  /** Whole days since it was observed; `null` where that isn't known. */
  readonly ageDays: number | null;
  readonly weight: number;
  readonly settles: Settlement;
  /**
   * By how much the interval `high − low` shrinks at least, and at most, whatever the value; `null` where the interval has no bound yet, or
   * hasn't then.
   */
  readonly narrows: number | null;
  readonly mayNarrow: number | null;
  /** Whether this fact is one of those that leave the interval without a bound. */
  readonly unbounded: boolean;
  /** The grades that stay possible once it is known, from the best to the worst. */
  readonly grades: readonly G[];
  /** The same by answer, for a choice, a flag and bands; `null` for other kinds. */
  readonly answers: readonly AnswerOutcome<V, G>[] | null;
  readonly limits: readonly NextQuestionLimit<G>[];
}

/** The questions about indicators `I`. */
export type NextQuestionOf<I, G extends string> = { [K in keyof I & string]: NextQuestion<K, I[K], G> }[keyof I &
  string];

/** What to learn about a client, the most telling first. Plain JSON. */
export interface NextQuestions<I = FactTypes, G extends string = string> {
  readonly v: 1;
  readonly asOf: PlainDate | Instant | null;
  /** As `evaluate` has them now. */
  readonly grade: G | null;
  readonly gradeCertain: boolean;
  readonly low: number | null;
  readonly high: number | null;
  readonly worstGrade: G | null;
  readonly bestGrade: G | null;
  /** Once all of them are answered, the grade is certain. */
  readonly questions: readonly NextQuestionOf<I, G>[];
}
