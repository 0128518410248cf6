import type { DecimalString, Quantity } from "../../ground/numeral.js";
import type { Indicator, IndicatorDefinition, MissingPolicy } from "./kinds.js";

/** A value that an indicator takes: a decimal, an option code, or yes and no. */
export type FactValue = Quantity | boolean;

/**
 * The ids of a scorecard's indicators with the type of their facts: what `defineScorecard` infers, and the `I` in
 * `Scorecard<I>`, `Facts<I>` and `Evaluation<I>`.
 */
export type FactTypes = Readonly<Record<string, FactValue>>;

/** The type of an indicator's fact: `boolean` for a flag, the option codes of a choice, a decimal for every other kind. */
export type FactValueOf<D> = D extends { readonly kind: "flag" }
  ? boolean
  : D extends { readonly kind: "choice"; readonly options: infer O }
    ? keyof O & string
    : Quantity;

/** A group of indicators. */
export interface GroupOf<D> {
  /** The most points that the group's indicators may earn together. */
  readonly max?: D | undefined;
}

/** A grade and the least score that earns it, included; `null`: from the lowest score. */
export interface GradeStepOf<D, G extends string = string> {
  readonly grade: G;
  readonly from: D | null;
}

/** When a number lies above, below … a bound; all that are given must hold. */
export interface NumberCondition<D, K extends string = string> {
  readonly indicator: K;
  readonly above?: D | undefined;
  readonly atLeast?: D | undefined;
  readonly below?: D | undefined;
  readonly atMost?: D | undefined;
}

/** When a fact is unknown, stale or invalid. */
export interface UnknownCondition<K extends string = string> {
  readonly indicator: K;
  readonly known: false;
}

/** When a choice or flag has this value. */
export interface ValueCondition<V extends string | boolean = string | boolean, K extends string = string> {
  readonly indicator: K;
  readonly is: V;
}

/** The conditions that suit the facts of `I`. */
export type ConditionOf<I, D> =
  | UnknownCondition<keyof I & string>
  | {
      [K in keyof I & string]: Quantity extends I[K]
        ? NumberCondition<D, K> | (boolean extends I[K] ? ValueCondition<string | boolean, K> : never)
        : I[K] extends string | boolean
          ? ValueCondition<I[K], K>
          : never;
    }[keyof I & string];

/** A knock-out: where the condition holds, the grade is this one at best. The score stays as it is. */
export interface LimitOf<C, G extends string = string> {
  readonly when: C;
  readonly grade: G;
}

/** Any condition, as a stored scorecard may hold it. */
export type Condition = NumberCondition<DecimalString> | ValueCondition | UnknownCondition;

/**
 * A scorecard: indicators with weights and standards, groups, knock-outs and grades, as plain JSON in one canonical form
 * (decimals as canonical texts, defaults written out), frozen. Only `defineScorecard`, `extendScorecard`, `reweigh` and
 * `parseScorecard` make one, so whoever holds one holds a sound one.
 *
 * `I` maps indicator ids to the type of their facts, `G` are the grades, `R` the groups.
 */
export interface Scorecard<I = FactTypes, G extends string = string, R extends string = string> {
  /** The version of this stored shape. */
  readonly v: 1;
  readonly id: string;
  /** The host's version of its own scorecard. */
  readonly version: string;
  /** The points of a client that meets every standard: the sum of the weights. */
  readonly total: DecimalString;
  /** Decimals of scores and points, 0 … 9. */
  readonly scale: number;
  readonly groups: { readonly [K in R]: GroupOf<DecimalString> };
  readonly indicators: { readonly [K in keyof I]: IndicatorFor<I[K]> };
  readonly missing: MissingPolicy;
  readonly limits: readonly LimitOf<ConditionOf<I, DecimalString>, G>[];
  readonly grades: readonly GradeStepOf<DecimalString, G>[];
}

/** The indicators that take facts of type `V`. */
export type IndicatorFor<V> = [V] extends [boolean]
  ? Extract<Indicator, { kind: "flag" }>
  : Quantity extends V
    ? boolean extends V
      ? Indicator
      : Exclude<Indicator, { kind: "flag" | "choice" }>
    : Extract<Indicator, { kind: "choice" }>;

/** A scorecard's definition without inference, as a screen or a database may hold it. */
export interface ScorecardDefinition {
  readonly v?: 1 | undefined;
  readonly id: string;
  readonly version: string;
  /** 100 unless told. */
  readonly total?: Quantity | undefined;
  /** 4 unless told. */
  readonly scale?: number | undefined;
  readonly groups?: Readonly<Record<string, GroupOf<Quantity>>> | undefined;
  readonly indicators: Readonly<Record<string, IndicatorDefinition>>;
  /** `"exclude"` unless told. */
  readonly missing?: MissingPolicy | undefined;
  readonly limits?: readonly LimitOf<NumberCondition<Quantity> | ValueCondition | UnknownCondition>[] | undefined;
  readonly grades: readonly GradeStepOf<Quantity>[];
}
