import type { Instant, PlainDate } from "../ground/dates.js";
import type { FactIssue } from "../ground/issue.js";
import type { DecimalString } from "../ground/numeral.js";
import type { Kind, MissingPolicy } from "./definition/kinds.js";
import type { Condition, FactTypes, FactValue, Scorecard } from "./definition/scorecard.js";

/** What became of an indicator's fact. All but `known` and `not-applicable` count as unknown. */
export const FACT_STATUSES = ["known", "unknown", "stale", "invalid", "not-applicable"] as const;
/**
 * What became of an indicator's fact.
 * - `known`: it counts.
 * - `unknown`: there is none.
 * - `stale`: it is older than the indicator's `maxAgeDays` at `asOf`.
 * - `invalid`: it has an issue, see `Evaluation.issues`.
 * - `not-applicable`: the host says that the question doesn't arise.
 */
export type FactStatus = (typeof FACT_STATUSES)[number];

/** Why points were lost. */
export const REASON_CODES = [
  "below-standard",
  "below-full-share",
  "not-as-expected",
  "unknown-as-worst",
  "unknown-as-neutral",
  "group-capped",
] as const;
/**
 * Why points were lost.
 * - `below-standard`: a ratio or standard score short of its standard.
 * - `below-full-share`: bands, knots, a rating, an option or a share that earn less than the weight.
 * - `not-as-expected`: a flag with the other answer.
 * - `unknown-as-worst`, `unknown-as-neutral`: an unknown fact under that policy.
 * - `group-capped`: the group's indicators earned more together than its `max`.
 */
export type ReasonCode = (typeof REASON_CODES)[number];

/** What went well. */
export const STRENGTH_CODES = ["above-standard", "meets-standard", "full-share", "as-expected"] as const;
/** What went well: an indicator that earned its whole weight or more. */
export type StrengthCode = (typeof STRENGTH_CODES)[number];

/** Points lost by an indicator, or by a group at its `max`. */
export type Reason<K extends string = string> =
  | {
      readonly code: Exclude<ReasonCode, "group-capped">;
      readonly indicator: K;
      /** Weight − points, above zero. */
      readonly lost: number;
    }
  | { readonly code: "group-capped"; readonly group: string; readonly lost: number };

/** Points earned by an indicator that lost none. */
export interface Strength<K extends string = string> {
  readonly code: StrengthCode;
  readonly indicator: K;
  readonly points: number;
}

/** One row of the explanation. Numbers print the exact decimals. */
export interface IndicatorResult<V = FactValue> {
  readonly kind: Kind;
  readonly status: FactStatus;
  readonly group: string | null;
  /** The value as the host gave it, also where it is stale; `null` where there is none or it can't be read. */
  readonly actual: V | null;
  /** The standard, for the kinds that have one. */
  readonly standard: DecimalString | null;
  /** Actual ÷ standard (`better: "lower"`: standard ÷ actual) before cap and floor, rounded to `relativeScale` or like `share`; `ratio` only. */
  readonly relative: number | null;
  /** The share of the weight that the value earns, after cap and floor, rounded to the scale's decimals, at least four; `null` where the fact doesn't count. */
  readonly share: number | null;
  readonly weight: number;
  /** Points rounded half away from zero to the scale; `null` where the indicator doesn't count. */
  readonly points: number | null;
  /** Weight − points: negative where the standard is beaten; `null` where the indicator doesn't count. */
  readonly lost: number | null;
  /** The policy that stood in for a fact that doesn't count; `null` where it counts or isn't applicable. */
  readonly missing: MissingPolicy | null;
  readonly source: string | null;
  readonly observedAt: PlainDate | Instant | null;
  readonly verified: boolean | null;
  /** Whole days from `observedAt` to `asOf`, by their days in UTC, never below 0; `null` if either is missing. */
  readonly ageDays: number | null;
}

/** A group's part of the score. */
export interface GroupResult {
  /** The weight of its applicable indicators. */
  readonly weight: number;
  /** The sum of its indicators' points, held to `max`. */
  readonly points: number;
  /** The sum before it was held to `max`. */
  readonly earned: number;
  readonly max: number | null;
  /** Known weight ÷ weight, rounded like shares; 1 where nothing applies. */
  readonly coverage: number;
}

/** A limit that bit. */
export interface LimitHit<G extends string = string> {
  /** Its place in the scorecard's `limits`. */
  readonly index: number;
  readonly when: Condition;
  /** The best grade that it leaves. */
  readonly grade: G;
}

/** Which scorecard judged, exactly. */
export interface ScorecardRef {
  readonly id: string;
  readonly version: string;
  /** SHA-256 over the canonical JSON of the scorecard: 64 hexadecimal digits. */
  readonly hash: string;
}

/**
 * A client judged by a scorecard, with everything that explains the judgement. Plain JSON; hosts may change their copy.
 *
 * `score = points ÷ weight × total` (rounded half away from zero to the scale), where `points` is the exact sum of what the rows and groups show, and `weight` the weight that
 * counted. With all facts known `weight` is the total and the score is the sum of the points.
 */
export interface Evaluation<I = FactTypes, G extends string = string, R extends string = string> {
  /** The version of this shape. */
  readonly v: 1;
  readonly scorecard: ScorecardRef;
  readonly asOf: PlainDate | Instant | null;
  /** The scorecard's total and scale. */
  readonly total: number;
  readonly scale: number;
  /** `null` where nothing is known, nothing applies, or a fact is missing whose policy is `refuse`. */
  readonly score: number | null;
  /** The grade of the score as shown, held to the limits that bit; `null` where there is no score. */
  readonly grade: G | null;
  /** Whether every possible value of the unknown facts would give this grade; never true by luck, at times false by caution. */
  readonly gradeCertain: boolean;
  /** Known weight ÷ applicable weight, rounded like shares; 1 where nothing applies. */
  readonly coverage: number;
  /**
   * The lowest and the highest score that the unknown facts leave open, once they are known; the same under every policy. `null`: no bound
   * (a ratio without floor or cap), or nothing applies. Under `exclude` the score is an extrapolation: where the known facts beat
   * their standards further than the unknown ones can, it lies above `high`.
   */
  readonly low: number | null;
  readonly high: number | null;
  /** The worst and the best grade that the unknown facts leave open, limits included; `null` where nothing applies. */
  readonly worstGrade: G | null;
  readonly bestGrade: G | null;
  /** The sum of the groups' points and of the points of the indicators without a group. */
  readonly points: number;
  /** The weight that counted: of known facts, and of unknown ones under `worst` and `neutral`. */
  readonly weight: number;
  readonly groups: { readonly [K in R]: GroupResult };
  readonly indicators: { readonly [K in keyof I]: IndicatorResult<I[K]> };
  readonly limits: readonly LimitHit<G>[];
  /** Ranked by points lost, ties in the order of the definition, groups after indicators. */
  readonly reasons: readonly Reason<keyof I & string>[];
  /** Ranked by points earned, ties in the order of the definition. */
  readonly strengths: readonly Strength<keyof I & string>[];
  /** The indicators whose facts are unknown, stale or invalid, heaviest first, ties in the order of the definition. */
  readonly unknown: readonly (keyof I & string)[];
  /** What was wrong with the facts; those that have an issue don't count. */
  readonly issues: readonly FactIssue[];
}

/**
 * The evaluation that a scorecard makes, with its own ids, grades and groups.
 *
 * @example
 * ```ts
 * import { defineScorecard, evaluate, type EvaluationOf } from "keyaccount";
 *
 * const card = defineScorecard({
 *   id: "one", version: "1",
 *   indicators: { engineers: { kind: "flag", weight: "100" } },
 *   grades: [{ grade: "A", from: "80" }, { grade: "B", from: null }],
 * });
 * const gradeOf = ({ grade }: EvaluationOf<typeof card>): "A" | "B" | null => grade;
 * gradeOf(evaluate(card, { engineers: true })); // => "A"
 * ```
 */
export type EvaluationOf<S> = S extends Scorecard<infer I, infer G, infer R> ? Evaluation<I, G, R> : never;
