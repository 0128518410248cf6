import { throwIssues } from "../../ground/error.js";
import type { Quantity } from "../../ground/numeral.js";
import { checkScorecard } from "./check.js";
import type { IndicatorDefinition, Kind, MissingPolicy } from "./kinds.js";
import type { ConditionOf, FactValueOf, GradeStepOf, GroupOf, LimitOf, Scorecard } from "./scorecard.js";

/** What a compile error shows where an indicator names a group that isn't among `R`. No value has this type. */
export interface UnknownGroup<R extends string> {
  readonly "declare this group, or use one of": R;
}

/** Asks of an indicator whose group is known at compile time that the group is one of `R`. */
export type InGroups<D, R extends string> = D extends { readonly group: infer Q }
  ? string extends Q
    ? unknown
    : Q extends R | undefined
      ? unknown
      : { readonly group: UnknownGroup<R> }
  : unknown;

/** What a compile error shows where an indicator has a key that its kind doesn't know. No value has this type. */
export interface UnknownKey<K extends string> {
  readonly "use one of": K;
}

type KeyOf<K extends Kind> = keyof Extract<IndicatorDefinition, { kind: K }> & string;

/** Asks of an indicator whose kind is known at compile time that it has no other keys than that kind. */
export type KnownKeys<D> = D extends { readonly kind: infer K extends Kind }
  ? { readonly [X in Exclude<keyof D, KeyOf<K>>]: UnknownKey<KeyOf<K>> }
  : unknown;

/** What `defineScorecard` takes: `I` are the indicators, `G` the grades, `R` the groups. */
export interface TypedDefinition<I, G extends string, R extends string> {
  readonly v?: 1 | undefined;
  readonly id: string;
  readonly version: string;
  /** The points of a client that meets every standard; `"100"` unless told. The weights must sum to it exactly. */
  readonly total?: Quantity | undefined;
  /** Decimals of scores and points, 0 … 9; 4 unless told. */
  readonly scale?: number | undefined;
  readonly groups?: { readonly [K in R]: GroupOf<Quantity> } | undefined;
  readonly indicators: I & { readonly [K in keyof I]: InGroups<I[K], NoInfer<R>> & KnownKeys<I[K]> };
  /** What unknown facts do, unless their indicator says otherwise; `"exclude"` unless told. */
  readonly missing?: MissingPolicy | undefined;
  readonly limits?:
    | readonly LimitOf<ConditionOf<{ readonly [K in keyof I]: FactValueOf<I[K]> }, Quantity>, NoInfer<G>>[]
    | undefined;
  /** From the best to the worst; the last one starts at `null`. */
  readonly grades: readonly GradeStepOf<Quantity, G>[];
}

/**
 * Defines a scorecard (A7.6): checks it, brings it into canonical form and infers the ids, the types of facts, the option codes and the
 * grades from it. The result is plain frozen JSON; store it, hash it, extend it.
 *
 * Throws a `KeyAccountError` that lists the faults with code and path, first those of the parts, then, once these are sound, those of the whole: weights that don't sum to the total, overlapping bands, a
 * standard of zero, an unknown group, an unreachable grade, ids that a store would refuse …
 *
 * @example
 * ```ts
 * import { defineScorecard, evaluate } from "keyaccount";
 *
 * const dealer = defineScorecard({
 *   id: "dealer", version: "1",
 *   indicators: {
 *     sellThrough: { kind: "ratio", weight: "60", standard: "6", cap: "1.5", floor: "0" },
 *     reputation: { kind: "rating", weight: "40", min: 1, max: 5 },
 *   },
 *   grades: [{ grade: "A", from: "85" }, { grade: "B", from: "60" }, { grade: "C", from: null }],
 * });
 *
 * const { score, grade } = evaluate(dealer, { sellThrough: 4.5, reputation: 4 });
 * score; // => 75
 * grade; // => "B"
 * ```
 */
export function defineScorecard<
  const I extends Readonly<Record<string, IndicatorDefinition>>,
  const G extends string,
  const R extends string = never,
>(definition: TypedDefinition<I, G, R>): Scorecard<{ readonly [K in keyof I]: FactValueOf<I[K]> }, G, R> {
  return soundScorecard(definition);
}

/** The scorecard of a definition, or an error with all that is wrong. */
export function soundScorecard<I, G extends string, R extends string>(definition: unknown): Scorecard<I, G, R> {
  const { scorecard, issues } = checkScorecard(definition);
  throwIssues(issues);
  return scorecard as unknown as Scorecard<I, G, R>;
}
