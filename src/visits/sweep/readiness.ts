import type { HostCode } from "../../ground/vocabulary.js";

/** What is prepared before a sweep (A3.1 … A3.4, A4.1). */
export const SWEEP_PREPARATIONS = [
  "policy-beats-rivals",
  "policy-costs-bearable",
  "product-manual",
  "samples",
  "people-trained",
  "daily-report-form",
  "weekly-summary-form",
  "area-profile",
  "survey-plan",
  "visit-route",
  "things-to-carry",
] as const;
/**
 * What is prepared before a sweep.
 * - A3.1 `policy-beats-rivals`, `policy-costs-bearable`: a sales policy that beats rivals and that own costs can bear
 * - A3.2 `product-manual`, `samples`: material · A3.3 `people-trained`
 * - A3.4 `daily-report-form`, `weekly-summary-form`: control while sweeping
 * - A4.1 `area-profile`, `survey-plan`, `visit-route`, `things-to-carry`
 */
export type SweepPreparation = (typeof SWEEP_PREPARATIONS)[number];

/** Where a preparation stands. */
export const PREPARATION_STATES = ["ready", "not-ready", "unknown", "not-applicable"] as const;
/** Where a preparation stands. */
export type PreparationState = (typeof PREPARATION_STATES)[number];

/** Whether something is prepared; absent or `null`: unknown. */
export type Prepared = boolean | { readonly notApplicable: true } | null | undefined;

/** What is known of the preparations; a host adds its own by `x-…`. */
export type SweepPreparations = { readonly [P in SweepPreparation | HostCode]?: Prepared };

/** Whether a sweep may begin. */
export interface SweepReadiness {
  /** The version of this shape. */
  readonly v: 1;
  /** Whether everything is ready or doesn't apply: what nobody knows of isn't ready. */
  readonly ready: boolean;
  /** In the order of {@link SWEEP_PREPARATIONS}, then the host's own by name. */
  readonly items: readonly { readonly item: SweepPreparation | HostCode; readonly state: PreparationState }[];
  /** What isn't ready, or unknown, in the same order. */
  readonly open: readonly (SweepPreparation | HostCode)[];
}
