import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { Known } from "../../models/record/known.js";

/** What must be settled for a cooperation (A8.1–A8.3), in order. */
export const COOPERATION_PARTS = [
  "form",
  "after-service",
  "payment",
  "letter-of-intent",
  "agreement",
  "dedicated-manager",
] as const;
/** What must be settled for a cooperation: its form, after-service, payment (A8.1); letter of intent, then agreement (A8.2); who looks after the client (A8.3). */
export type CooperationPart = (typeof COOPERATION_PARTS)[number];

/** What comes next. */
export const COOPERATION_STEPS = ["settle-terms", "sign-letter-of-intent", "sign-agreement", "cooperate"] as const;
/** What comes next: terms are open; the letter of intent; the agreement; nothing more is to be signed. */
export type CooperationStep = (typeof COOPERATION_STEPS)[number];

/** What came in the wrong order. */
export const COOPERATION_FINDINGS = [
  "intent-before-terms",
  "agreement-before-terms",
  "agreement-before-intent",
] as const;
/** What came in the wrong order: a signature with terms open, or the agreement before the letter of intent. */
export type CooperationFinding = (typeof COOPERATION_FINDINGS)[number];

/** The terms of a cooperation. Absent, `null`, or a value of `null` is not settled; `notApplicable` is settled: there is nothing to settle. */
export interface CooperationTerms {
  /** The form of cooperation, in the house's own words or codes. */
  readonly form?: Known<string> | null | undefined;
  readonly afterService?: Known<string> | null | undefined;
  readonly payment?: Known<string> | null | undefined;
  readonly letterOfIntentOn?: PlainDate | Instant | null | undefined;
  readonly agreementOn?: PlainDate | Instant | null | undefined;
  /** Ids of ours who look after the client: any `Client`'s. */
  readonly managedBy?: readonly string[] | null | undefined;
}

/** How to look at terms. */
export interface CooperationOptions {
  /** Signatures and terms after it aren't known yet. */
  readonly asOf: PlainDate | Instant;
}

/** Where a cooperation stands. Plain JSON. */
export interface CooperationCheck {
  /** The version of this shape. */
  readonly v: 1;
  readonly asOf: PlainDate | Instant;
  readonly next: CooperationStep;
  /** What isn't settled, in the order of {@link COOPERATION_PARTS}. */
  readonly open: readonly CooperationPart[];
  readonly findings: readonly CooperationFinding[];
  readonly issues: readonly PortfolioIssue[];
}
