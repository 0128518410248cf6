import { throwIssues } from "../../ground/error.js";
import type { ScorecardIssue } from "../../ground/issue.js";
import type { Quantity } from "../../ground/numeral.js";
import { type InGroups, type KnownKeys, soundScorecard } from "./define.js";
import type { IndicatorDefinition, MissingPolicy } from "./kinds.js";
import { override } from "./override.js";
import type { ConditionOf, FactValueOf, GradeStepOf, GroupOf, LimitOf, Scorecard } from "./scorecard.js";
import { reweighed, unknownWeights } from "./weight.js";

type WithoutWeight<D> = D extends unknown ? Omit<D, "weight"> & { readonly weight?: Quantity } : never;

/** An indicator whose weight may stand in the extension's `weights` instead. */
export type AddedIndicator = WithoutWeight<IndicatorDefinition>;

/** The fact types of a scorecard `I` without the ids `O` and with the indicators `N`. */
export type ExtendedTypes<I, N, O> = {
  readonly [K in Exclude<keyof I, O> | keyof N]: K extends keyof N
    ? FactValueOf<N[K]>
    : K extends keyof I
      ? I[K]
      : never;
};

type Unweighed<N> = { [K in keyof N]: N[K] extends { readonly weight: Quantity } ? never : K }[keyof N];

/** Every surviving id with its weight; an added indicator may carry its own. */
export type WeightsOf<I, N, O> = {
  readonly [K in Exclude<keyof I, O | keyof N> | Unweighed<N>]: Quantity;
} & OptionalWeights<N>;

/** Not `{}` where nothing is added: an intersection with it would let unknown ids pass. */
type OptionalWeights<N> = [keyof N] extends [never] ? unknown : { readonly [K in keyof N]?: Quantity };

/** Weights are asked for where indicators come or go, because then the old ones can't sum to the total. */
type Weights<I, N, O> = [keyof N | O] extends [never]
  ? { readonly weights?: WeightsOf<I, N, O> }
  : { readonly weights: WeightsOf<I, N, O> };

/** What {@link extendScorecard} changes. What is left out stays as it is. */
export type Extension<I, R extends string, N, O, H extends string, Q extends string> = {
  readonly id: string;
  /** The base's version unless told. */
  readonly version?: string | undefined;
  readonly total?: Quantity | undefined;
  readonly scale?: number | undefined;
  readonly missing?: MissingPolicy | undefined;
  /** Added to the base's groups, or in the place of one. */
  readonly groups?: { readonly [K in Q]: GroupOf<Quantity> } | undefined;
  /** Added after the base's indicators, or in the place of one. */
  readonly indicators?: (N & { readonly [K in keyof N]: InGroups<N[K], NoInfer<R | Q>> & KnownKeys<N[K]> }) | undefined;
  /** Indicators of the base to leave out, with the limits that speak of them. */
  readonly omit?: readonly O[] | undefined;
  /** In the place of all the base's limits; `[...base.limits, …]` keeps them. */
  readonly limits?:
    | readonly LimitOf<ConditionOf<ExtendedTypes<I, NoInfer<N>, NoInfer<O>>, Quantity>, NoInfer<H>>[]
    | undefined;
  /** In the place of the base's grades. */
  readonly grades?: readonly GradeStepOf<Quantity, H>[] | undefined;
} & Weights<I, NoInfer<N>, NoInfer<O>>;

/**
 * A scorecard on the base of another one: with indicators of the host's own, without some of the base's, with other weights, limits
 * or grades. The base stays as it is. Where indicators come or go, every surviving one needs a weight: a missing weight, an unknown id, a
 * wrong group don't compile, and throw a `KeyAccountError` where types were evaded. A standard score's `max` and `min` keep their proportion to its weight.
 *
 * @example
 * ```ts
 * import { evaluate, extendScorecard } from "keyaccount";
 * import { distributorScorecard } from "keyaccount/handbook";
 *
 * const ours = extendScorecard(distributorScorecard, {
 *   id: "our-distributors",
 *   indicators: { lateness: { kind: "bands", bands: [{ from: null, share: 1 }, { from: "0.05", share: 0.5 }, { from: "0.2", share: 0 }] } },
 *   weights: { salesReps: 20, salesManagement: 15, salesNetwork: 20, promotionAbility: 15, afterSalesService: 10, relationship: 10, lateness: 10 },
 * });
 * evaluate(ours, { lateness: "0.07" }).indicators.lateness.points; // => 5
 * ```
 */
export function extendScorecard<
  I,
  G extends string,
  R extends string,
  const N extends Readonly<Record<string, AddedIndicator>> = Record<never, never>,
  const O extends keyof I & string = never,
  const H extends string = G,
  const Q extends string = never,
>(
  base: Scorecard<I, G, R>,
  extension: Extension<I, R, N, O, H, Q>,
): Scorecard<
  {
    readonly [K in Exclude<keyof I, O> | keyof N]: K extends keyof N
      ? FactValueOf<N[K]>
      : K extends keyof I
        ? I[K]
        : never;
  },
  H,
  R | Q
> {
  const loose = extension as LooseExtension;
  const { indicators: added = {}, omit = [], weights = {}, groups, ...rest } = loose;
  const known: Scorecard = base;
  const survivors: Record<string, AddedIndicator> = { ...known.indicators, ...added };
  for (const id of omit) if (!Object.hasOwn(added, id)) delete survivors[id];
  check(known, loose, survivors);
  return soundScorecard({
    ...override(
      { ...known, limits: known.limits.filter(({ when }) => Object.hasOwn(survivors, when.indicator)) },
      rest,
    ),
    id: loose.id,
    groups: { ...known.groups, ...groups },
    indicators: reweighed(survivors, weights, loose.scale ?? known.scale),
  });
}

interface LooseExtension {
  readonly id?: string | undefined;
  readonly scale?: number | undefined;
  readonly indicators?: Readonly<Record<string, AddedIndicator>> | undefined;
  readonly omit?: readonly string[] | undefined;
  readonly weights?: Readonly<Record<string, Quantity>> | undefined;
  readonly groups?: Readonly<Record<string, GroupOf<Quantity>>> | undefined;
}

function check(
  base: Scorecard,
  { indicators: added = {}, omit = [], weights }: LooseExtension,
  survivors: object,
): void {
  const issues: ScorecardIssue[] = [];
  omit.forEach((indicator, index) => {
    if (Object.hasOwn(base.indicators, indicator)) return;
    issues.push({ code: "unknown-indicator", path: ["omit", index], details: { indicator } });
  });
  issues.push(...unknownWeights(weights ?? {}, survivors));
  if (weights !== undefined || omit.length > 0 || Object.keys(added).length > 0) {
    for (const id of Object.keys(survivors)) {
      if (weights?.[id] !== undefined || added[id]?.weight !== undefined) continue;
      issues.push({ code: "required", path: ["weights", id], details: {} });
    }
  }
  throwIssues(issues);
}
