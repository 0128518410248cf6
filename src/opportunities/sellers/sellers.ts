import type { PortfolioIssue } from "../../ground/issue.js";
import type { ConditionState, Fit } from "../../portfolio/strategy/strategy.js";

/** The seller's four skills (E7.5). */
export const SELLER_SKILLS = ["handle-project", "dig-information", "show-value", "lead-team"] as const;
/**
 * A seller's skill (E7.5): handling the project; digging for information (client, project, rivals); showing our value (solution, tactics, project management); leading the team
 * (resources, relations).
 */
export type SellerSkill = (typeof SELLER_SKILLS)[number];

/** The three levels of a skill (E7.5), from the lowest. */
export const SKILL_LEVELS = ["basic", "advanced", "expert"] as const;
/** A level of a skill (E7.5). */
export type SkillLevel = (typeof SKILL_LEVELS)[number];

/** Levels by skill; absent or `null`: unknown. */
export type SkillFacts = { readonly [S in SellerSkill]?: SkillLevel | null | undefined };

/** A seller of ours. */
export interface Seller {
  readonly id: string;
  readonly skills?: SkillFacts | null | undefined;
  /** Accounts or projects in hand, 0 … 1000000; absent or `null`: unknown. */
  readonly load?: number | null | undefined;
}

/** A skill that an account needs, against what a seller has. */
export interface SkillMatch {
  readonly skill: SellerSkill;
  readonly needed: SkillLevel | null;
  readonly has: SkillLevel | null;
  readonly state: ConditionState;
}

/** A seller against an account. */
export interface SellerMatch {
  readonly id: string;
  readonly fit: Fit;
  /** In the order of {@link SELLER_SKILLS}. */
  readonly skills: readonly SkillMatch[];
  /** Levels short, and levels to spare, over all skills of which both sides are known. */
  readonly short: number;
  readonly spare: number;
  /** Skills of which one side is unknown. */
  readonly unknown: number;
  readonly load: number | null;
}

/** A skill with the sellers who have as much of it as the account needs: what a team can be made of. */
export interface SkillSupply {
  readonly skill: SellerSkill;
  readonly needed: SkillLevel | null;
  /** By id; empty where it isn't known what is needed. */
  readonly sellers: readonly string[];
}

/** Sellers for an account (E7.5). Plain JSON. */
export interface SellerMatches {
  /** The version of this shape. */
  readonly v: 1;
  /** The first that fits; `null` where none is known to. */
  readonly best: string | null;
  /** Those that fit first, then the open ones, then the unfit. */
  readonly sellers: readonly SellerMatch[];
  readonly skills: readonly SkillSupply[];
  readonly issues: readonly PortfolioIssue[];
}
