/** How far a product's market has come. */
export const PRODUCT_MATURITIES = ["introduction", "growth", "maturity", "decline"] as const;
/** How far a product's market has come: a force of its own beside the client's experience (B2.10). */
export type ProductMaturity = (typeof PRODUCT_MATURITIES)[number];

/** What follows for selling (B3). */
export const SELLING_STRATEGIES = [
  "account-management",
  "new-applications",
  "added-services",
  "unbundled-offer",
  "low-cost-to-serve",
  "let-go",
] as const;
/**
 * What follows for selling (B3); several may fit at once.
 * - `account-management` (B3.1): keep generalists and top management in the decision, several levels deep.
 * - `new-applications` (B3.2): release new buying power.
 * - `added-services` (B3.1): add the value that account management has to add ever more of.
 * - `unbundled-offer` (B3.3): parts singly, price against performance.
 * - `low-cost-to-serve` (B3.3): as little selling and service as the client still wants.
 * - `let-go`: no margin is left, and nothing to add; the library's own, not the handbook's.
 */
export type SellingStrategy = (typeof SELLING_STRATEGIES)[number];

/** What a way of selling needs. */
export const SELLING_CONDITIONS = [
  "client-not-specialist",
  "client-beyond-generalist",
  "client-specialist",
  "core-protected",
  "top-within-reach",
  "worth-the-cost",
  "value-to-add",
  "applications-to-offer",
  "services-to-add",
  "parts-separable",
  "margin-left",
  "cost-reducible",
  "margin-gone",
  "nothing-to-add",
] as const;
/**
 * What a way of selling needs.
 * - `client-not-specialist`, `client-beyond-generalist`, `client-specialist`: the stage of experience.
 * - `core-protected`: rivals can't copy the core technology.
 * - `value-to-add`, `nothing-to-add`: new applications or services; neither.
 * - `margin-left`, `margin-gone`: at the market's price.
 */
export type SellingCondition = (typeof SELLING_CONDITIONS)[number];

/** Whether a condition of a way of selling holds. */
export const SELLING_STATES = ["held", "not-held", "unknown"] as const;
/** Whether a condition of a way of selling holds. */
export type SellingState = (typeof SELLING_STATES)[number];

/** How well a way of selling fits. */
export const SELLING_FITS = ["fits", "open", "unfit"] as const;
/** How well a way of selling fits: every condition held; none refuted, but some unknown; one not held. */
export type SellingFit = (typeof SELLING_FITS)[number];

/** What a way of selling costs. */
export const SELLING_COSTS = [
  "people-at-several-levels",
  "ever-more-value",
  "development-effort",
  "application-specialists",
  "service-staff",
  "lower-price",
  "system-margin-lost",
  "fewer-contacts",
  "revenue-lost",
  "reference-lost",
] as const;
/** What a way of selling costs. */
export type SellingCost = (typeof SELLING_COSTS)[number];

/** What speaks against a way of selling. */
export const SELLING_OBJECTIONS = [
  "slows-only",
  "shift-under-way",
  "experts-decide",
  "price-decides",
  "late-entrants-undercut",
  "market-mature",
  "interest-falling",
  "market-declining",
  "little-guidance-wanted",
  "guidance-wanted",
  "whole-system-wanted",
  "parts-interwoven",
  "market-young",
  "moving-back",
] as const;
/**
 * What speaks against a way of selling without ruling it out.
 * - `slows-only`: account management slows the shift and doesn't stop it (B3.1).
 * - `shift-under-way`: the client is moving towards the specialist, or an early warning (B2.9) stands.
 * - `experts-decide`, `price-decides`, `interest-falling`, `little-guidance-wanted`, `guidance-wanted`, `whole-system-wanted`: signals, or
 *   early warnings, say so.
 * - `late-entrants-undercut`: clients meet lower prices and shift sooner (B3.4).
 * - `market-young`, `market-mature`, `market-declining`: the product's market (B2.10).
 * - `parts-interwoven`: the product's parts hang too closely together to be sold singly (B2.4).
 */
export type SellingObjection = (typeof SELLING_OBJECTIONS)[number];
