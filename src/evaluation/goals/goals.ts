import type { Instant, PlainDate } from "../../ground/dates.js";
import type { DecimalString, Quantity } from "../../ground/numeral.js";
import type { Condition, FactTypes, FactValue } from "../definition/scorecard.js";

/** What stands in the way of a grade. */
export const GOAL_OBSTACLE_CODES = [
  "limit",
  "limit-at-best",
  "unknown-refused",
  "nothing-counts",
  "score-too-low",
] as const;
/**
 * What stands in the way of a grade.
 * - `limit`: a limit holds the grade below, and nothing within reach gets rid of it.
 * - `limit-at-best`: the value of this indicator that would earn the most trips the limit, and the others don't make up for it.
 * - `unknown-refused`: a fact is unknown whose policy is `refuse`, and it may not, or can't, become known.
 * - `nothing-counts`: no fact counts, and none can become known.
 * - `score-too-low`: the score stays below the grade's least even with everything at its best.
 */
export type GoalObstacleCode = (typeof GOAL_OBSTACLE_CODES)[number];

/** What stands in the way of a grade. */
export type GoalObstacle<K extends string = string, G extends string = string> =
  | {
      readonly code: "limit" | "limit-at-best";
      readonly indicator: K;
      /** Its place in the scorecard's `limits`. */
      readonly index: number;
      readonly when: Condition;
      /** The best grade that it leaves. */
      readonly grade: G;
    }
  | { readonly code: "unknown-refused"; readonly indicator: K }
  | { readonly code: "nothing-counts" }
  | {
      readonly code: "score-too-low";
      /** The highest score within reach that trips no avoidable limit. */
      readonly highest: number;
      /** The least score that earns the grade, as shown. */
      readonly needed: number;
    };

/** What is within reach of a number: multiples of `step` from `least` to `most`. */
export interface NumberReach {
  readonly least?: Quantity | undefined;
  readonly most?: Quantity | undefined;
  /** The grid, counted from 0, on which the value can move. */
  readonly step?: Quantity | undefined;
}

/** The answers that are within reach of a choice or flag. */
export interface AnswerReach<V extends string | boolean = string | boolean> {
  readonly options?: readonly V[] | undefined;
}

/** What is within reach of facts of type `V`. */
export type ReachOf<V> = Quantity extends V
  ? boolean extends V
    ? NumberReach | AnswerReach
    : NumberReach
  : AnswerReach<V & (string | boolean)>;

/** What changing a number costs. */
export interface NumberCost {
  /** For any change; 0 where `unit` is given, 1 otherwise, unless told. */
  readonly change?: Quantity | undefined;
  /** For each unit between the old and the new value; nothing where no value is known, as nobody knows how far the way is. */
  readonly unit?: Quantity | undefined;
}

/** What changing a choice or flag costs. */
export interface AnswerCost {
  /** For a change to an option that `options` doesn't have; 1 unless told. */
  readonly change?: Quantity | undefined;
  /** For a change to this option. For a flag: `true` and `false`. */
  readonly options?: Readonly<Record<string, Quantity | undefined>> | undefined;
}

/** What changing a choice or flag with the answers `V` costs. */
export interface AnswerCostOf<V extends string | boolean> extends AnswerCost {
  readonly options?: { readonly [O in `${V}`]?: Quantity | undefined } | undefined;
}

/** What changing facts of type `V` costs: one price for any change, or more finely. Never below 0. */
export type CostOf<V> =
  | Quantity
  | (Quantity extends V
      ? boolean extends V
        ? NumberCost | AnswerCost
        : NumberCost
      : AnswerCostOf<V & (string | boolean)>);

/** What {@link goalsFor} is asked. */
export interface GoalOptions<I = FactTypes, G extends string = string> {
  /** The grade wanted; a better one is as good. */
  readonly grade: G;
  /** The day or moment of the judgement, as for `evaluate`. */
  readonly asOf?: PlainDate | Instant | null | undefined;
  /** The indicators that may be changed; all unless told. */
  readonly actionable?: readonly (keyof I & string)[] | undefined;
  /** What is within reach; all that the indicator takes unless told. */
  readonly limits?: { readonly [K in keyof I]?: ReachOf<I[K]> | undefined } | undefined;
  /** What changes cost; 1 for each indicator that isn't named. */
  readonly costs?: { readonly [K in keyof I]?: CostOf<I[K]> | undefined } | undefined;
}

/** One change of a plan. */
export interface GoalChange<K extends string = string, V = FactValue> {
  readonly indicator: K;
  /** The value as it is, as the host gave it; `null` where none is known. */
  readonly from: V | null;
  /** The value to reach: an option, an answer, or a number as decimal text. */
  readonly to: V;
  /** The indicator's points as they count now; `null` where it doesn't. */
  readonly pointsBefore: number | null;
  readonly pointsAfter: number;
  readonly cost: DecimalString;
}

/** The changes of indicators `I`. */
export type GoalChangeOf<I> = { [K in keyof I & string]: GoalChange<K, I[K]> }[keyof I & string];

/** Changes that reach a grade. */
export interface GoalPlan<I = FactTypes, G extends string = string> {
  /** In the order of the definition; none where the grade is reached already. */
  readonly changes: readonly GoalChangeOf<I>[];
  readonly count: number;
  readonly cost: DecimalString;
  /** What `evaluate` gives once the changes are made. */
  readonly score: number;
  readonly grade: G;
}

/** How to reach a grade, or why it can't be. Plain JSON. */
export type Goals<I = FactTypes, G extends string = string> = ReachableGoals<I, G> | UnreachableGoals<I, G>;

/** How to reach a grade. */
export interface ReachableGoals<I = FactTypes, G extends string = string> {
  readonly v: 1;
  readonly reachable: true;
  readonly wanted: G;
  /** Whether the facts have the grade, or a better one, as they are. */
  readonly already: boolean;
  /** Least cost, then fewest changes. */
  readonly cheapest: GoalPlan<I, G>;
  /** Fewest changes, then least cost. */
  readonly fewest: GoalPlan<I, G>;
  /** Whether both plans are proven to be minimal; false only where a definition is so fine-grained that the search gave up. */
  readonly proven: boolean;
}

/** Why a grade can't be reached. */
export interface UnreachableGoals<I = FactTypes, G extends string = string> {
  readonly v: 1;
  readonly reachable: false;
  readonly wanted: G;
  /** The highest score within reach, whatever limits it trips; `null` where there can't be one. */
  readonly bestScore: number | null;
  /** The best grade within reach, limits included; `null` where there can't be one. */
  readonly bestGrade: G | null;
  readonly obstacles: readonly GoalObstacle<keyof I & string, G>[];
  /** Whether it is proven; false only where the search gave up. */
  readonly proven: boolean;
}
