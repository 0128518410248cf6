import type { PortfolioIssue } from "../../ground/issue.js";

/** The three strategies for developing clients 客户开发战略 (A1). */
export const DEVELOPMENT_STRATEGIES = ["reverse-pull", "follow-reference", "two-step"] as const;
/**
 * A strategy for developing clients (A1).
 * - `reverse-pull` 逆向拉动 (A1.3): stimulate consumers and let demand pull the channel.
 * - `follow-reference` 亦步亦趋 (A1.2): take the distributors of a reference company.
 * - `two-step` 分两步走 (A1.1): accept lower-tier distributors first, and phase them out as the product becomes sought after.
 */
export type DevelopmentStrategy = (typeof DEVELOPMENT_STRATEGIES)[number];

/** What a strategy needs. */
export const STRATEGY_CONDITIONS = [
  "maker-strong",
  "product-differentiated",
  "consumers-within-reach",
  "reference-exists",
  "reference-network-proven",
  "reference-distributors-free",
  "new-to-industry",
  "channel-unaware",
] as const;
/**
 * What a strategy needs.
 * - `maker-strong`, `product-differentiated`, `consumers-within-reach`: for pulling from behind; the last is the money and media to reach consumers.
 * - `reference-exists`, `reference-network-proven`, `reference-distributors-free`: for following; the last says that its distributors may carry us too.
 * - `new-to-industry`, `channel-unaware`: what leaves only two steps.
 */
export type StrategyCondition = (typeof STRATEGY_CONDITIONS)[number];

/** What follows from a strategy (A1). */
export const STRATEGY_IMPLICATIONS = [
  "stimulate-consumers",
  "demand-pulls-channel",
  "use-reference-distributors",
  "experienced-distributors",
  "accept-lower-tier",
  "phase-out-later",
] as const;
/** What follows from a strategy (A1). */
export type StrategyImplication = (typeof STRATEGY_IMPLICATIONS)[number];

/** What each strategy needs, and what follows from it. */
export const STRATEGY_RULES: {
  readonly [K in DevelopmentStrategy]: {
    readonly needs: readonly StrategyCondition[];
    readonly implies: readonly StrategyImplication[];
  };
} = {
  "reverse-pull": {
    needs: ["maker-strong", "product-differentiated", "consumers-within-reach"],
    implies: ["stimulate-consumers", "demand-pulls-channel"],
  },
  "follow-reference": {
    needs: ["reference-exists", "reference-network-proven", "reference-distributors-free"],
    implies: ["use-reference-distributors", "experienced-distributors"],
  },
  "two-step": { needs: ["new-to-industry", "channel-unaware"], implies: ["accept-lower-tier", "phase-out-later"] },
};

/** What is known of the maker and the competing brands (A1.4); whatever is absent or `null` is unknown. */
export interface StrategyFacts {
  /** Whether the maker is strong: money, brand, production. */
  readonly makerStrong?: boolean | null | undefined;
  /** Whether its product differs much from others. */
  readonly productDifferentiated?: boolean | null | undefined;
  /** Whether it can reach consumers: money and media. */
  readonly consumersWithinReach?: boolean | null | undefined;
  /** Whether there is a reference company, a competitor or market leader. */
  readonly referenceExists?: boolean | null | undefined;
  /** Whether its distributors have proven themselves. */
  readonly referenceNetworkProven?: boolean | null | undefined;
  /** Whether they may carry our product too. */
  readonly referenceDistributorsFree?: boolean | null | undefined;
  /** Whether the maker is new to the industry. */
  readonly newToIndustry?: boolean | null | undefined;
  /** Whether the channel knows the product. */
  readonly channelKnowsProduct?: boolean | null | undefined;
}

/** Whether a condition holds. */
export const CONDITION_STATES = ["met", "unmet", "unknown"] as const;
/** Whether a condition holds. */
export type ConditionState = (typeof CONDITION_STATES)[number];

/** How well a strategy fits. */
export const FITS = ["fits", "open", "unfit"] as const;
/** How well a strategy fits: every condition met, none unmet but some unknown, or one unmet. */
export type Fit = (typeof FITS)[number];

/** A strategy weighed. */
export interface StrategyOption {
  readonly strategy: DevelopmentStrategy;
  readonly fit: Fit;
  readonly conditions: readonly { readonly condition: StrategyCondition; readonly state: ConditionState }[];
  readonly implies: readonly StrategyImplication[];
}

/** What is recommended, with its reasons. */
export interface StrategyAdvice {
  /** The version of this shape. */
  readonly v: 1;
  /** The first that fits, in the order of {@link DEVELOPMENT_STRATEGIES}; `null` where none is known to. */
  readonly strategy: DevelopmentStrategy | null;
  /** Whether no unknown fact could put another strategy in its place. */
  readonly certain: boolean;
  /** All three: those that fit first, then the open ones, then the unfit, in the order of the list. */
  readonly options: readonly StrategyOption[];
  /** Unknown conditions that could still change the advice, in the order of {@link STRATEGY_CONDITIONS}. */
  readonly findOut: readonly StrategyCondition[];
  /** What couldn't be read of the facts: it counts as unknown. */
  readonly issues: readonly PortfolioIssue[];
}
