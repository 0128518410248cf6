import type { PortfolioIssue } from "../../ground/issue.js";
import type { ConditionState } from "../../portfolio/strategy/strategy.js";

/** How far an opportunity has come in the funnel (E7.1). */
export const FUNNEL_STAGES = ["none", "potential", "qualified", "mine"] as const;
/**
 * How far an opportunity has come in the funnel (E7.1).
 * - `none`: not even potential.
 * - `potential`: pressure on the client, and our value against it.
 * - `qualified`: need, decision process, resources, driver.
 * - `mine`: unique value, complete solution, delivery assured, the client's trust.
 */
export type FunnelStage = (typeof FUNNEL_STAGES)[number];

/** What shows that a stage has been reached (E7.1). */
export const FUNNEL_EVIDENCE = [
  "client-pressure",
  "our-value",
  "need",
  "decision-process",
  "resources",
  "driver",
  "unique-value",
  "complete-solution",
  "delivery-assured",
  "client-trust",
] as const;
/** What shows that a stage has been reached (E7.1). */
export type FunnelEvidence = (typeof FUNNEL_EVIDENCE)[number];

/** What each stage needs, besides all that the ones before it need. */
export const EVIDENCE_BY_STAGE: { readonly [S in FunnelStage]: readonly FunnelEvidence[] } = {
  none: [],
  potential: ["client-pressure", "our-value"],
  qualified: ["need", "decision-process", "resources", "driver"],
  mine: ["unique-value", "complete-solution", "delivery-assured", "client-trust"],
};

/** What is known of an opportunity; whatever is absent or `null` is unknown. */
export type FunnelFacts = { readonly [E in FunnelEvidence]?: boolean | null | undefined };

/** A stage with what it needs. */
export interface FunnelStageState {
  readonly stage: Exclude<FunnelStage, "none">;
  /** Whether all of it holds; `unmet` where something of it doesn't. */
  readonly state: ConditionState;
  readonly evidence: readonly { readonly evidence: FunnelEvidence; readonly state: ConditionState }[];
}

/** Where an opportunity stands in the funnel. Plain JSON. */
export interface FunnelPosition {
  /** The version of this shape. */
  readonly v: 1;
  /** The furthest stage that is shown, with all before it. */
  readonly stage: FunnelStage;
  /** The furthest that what is unknown leaves open. */
  readonly highest: FunnelStage;
  readonly certain: boolean;
  readonly stages: readonly FunnelStageState[];
  /** What the next stage needs and is known not to hold. */
  readonly missing: readonly FunnelEvidence[];
  /** What is unknown and could still carry it further, the next stage's first. */
  readonly findOut: readonly FunnelEvidence[];
  readonly issues: readonly PortfolioIssue[];
}
