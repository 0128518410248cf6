import { type Reader, readAnswer, readInput } from "../../ground/reader.js";
import {
  type ConditionState,
  DEVELOPMENT_STRATEGIES,
  FITS,
  type Fit,
  STRATEGY_CONDITIONS,
  STRATEGY_RULES,
  type StrategyAdvice,
  type StrategyCondition,
  type StrategyFacts,
  type StrategyOption,
} from "./strategy.js";

type States = { readonly [K in StrategyCondition]: ConditionState };

/**
 * Recommends a strategy for developing clients (A1) from what is known of the maker and the competing brands (A1.4), with its conditions and what follows from it.
 *
 * Where several fit, reverse pull comes before following the reference, and that before two steps: whom consumers ask for needs no lower tier to begin with. A strategy with an unknown
 * condition is `open` and never recommended, but named in `findOut` while it could still come first; with nothing that fits there is no advice.
 *
 * Facts that are neither true nor false are in `issues` (`wrong-type`) and count as unknown.
 *
 * @example
 * ```ts
 * import { recommendDevelopmentStrategy } from "keyaccount";
 *
 * const advice = recommendDevelopmentStrategy({
 *   makerStrong: false, newToIndustry: true, channelKnowsProduct: false,
 *   referenceExists: true, referenceNetworkProven: true,
 * });
 * advice.strategy; // => "two-step"
 * advice.certain; // => false
 * advice.findOut; // => ["reference-distributors-free"]
 * ```
 */
export function recommendDevelopmentStrategy(facts: StrategyFacts): StrategyAdvice {
  const reader = readInput(facts);
  const states = statesOf(reader);
  const options = DEVELOPMENT_STRATEGIES.map((strategy) => weigh(strategy, states));
  const chosen = options.findIndex(({ fit }) => fit === "fits");
  const rivals = options.slice(0, chosen < 0 ? options.length : chosen).filter(({ fit }) => fit === "open");
  const open = rivals.flatMap(({ conditions }) => conditions.filter(({ state }) => state === "unknown"));
  return {
    v: 1,
    strategy: options[chosen]?.strategy ?? null,
    certain: open.length === 0,
    options: FITS.flatMap((fit) => options.filter((option) => option.fit === fit)),
    findOut: STRATEGY_CONDITIONS.filter((name) => open.some(({ condition }) => condition === name)),
    issues: reader.issues,
  };
}

function weigh(strategy: StrategyOption["strategy"], states: States): StrategyOption {
  const { needs, implies } = STRATEGY_RULES[strategy];
  const conditions = needs.map((condition) => ({ condition, state: states[condition] }));
  return { strategy, fit: fitOf(conditions.map(({ state }) => state)), conditions, implies: [...implies] };
}

function fitOf(states: readonly ConditionState[]): Fit {
  if (states.includes("unmet")) return "unfit";
  return states.includes("unknown") ? "open" : "fits";
}

function statesOf(reader: Reader): States {
  const state = (key: keyof StrategyFacts, wanted = true): ConditionState => {
    const value = readAnswer(reader, reader.record[key], [key]);
    return value === null ? "unknown" : value === wanted ? "met" : "unmet";
  };
  return {
    "maker-strong": state("makerStrong"),
    "product-differentiated": state("productDifferentiated"),
    "consumers-within-reach": state("consumersWithinReach"),
    "reference-exists": state("referenceExists"),
    "reference-network-proven": state("referenceNetworkProven"),
    "reference-distributors-free": state("referenceDistributorsFree"),
    "new-to-industry": state("newToIndustry"),
    "channel-unaware": state("channelKnowsProduct", false),
  };
}
