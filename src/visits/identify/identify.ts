import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { DecimalString, Quantity } from "../../ground/numeral.js";
import type { TargetClass } from "../../ground/vocabulary.js";
import type { GivenAnswer } from "../survey/progress.js";

/** The facts by which a target client is known (A5.1), each a rating from 1 to 5; long-term ones first. */
export const TARGET_FACTS = ["philosophyFit", "growthPotential", "strength", "willingness"] as const;
/** A fact by which a target client is known: fit is shared philosophy, and growth potential or strength; then willingness. */
export type TargetFact = (typeof TARGET_FACTS)[number];

/** What a client is to us as a target. */
export const TARGET_VERDICTS = ["target", "court", "not-target", "open"] as const;
/** A target with a class; fits, but isn't willing yet, so keep in touch; doesn't fit; not enough is known. */
export type TargetVerdict = (typeof TARGET_VERDICTS)[number];

/** How sure a verdict is. */
export const TARGET_STATUSES = ["open", "provisional", "confirmed"] as const;
/** How sure a verdict is: none, or none any more; a first judgement; borne out by later contacts (A5.2). */
export type TargetStatus = (typeof TARGET_STATUSES)[number];

/** Why a client has its verdict and class. */
export const TARGET_REASONS = [
  "philosophy-shared",
  "philosophy-apart",
  "growth-promising",
  "growth-enough",
  "growth-limits",
  "strength-great",
  "strength-enough",
  "strength-small",
  "willing",
  "unwilling",
  "volume-outranked",
] as const;
/** Why a client has its verdict and class. `volume-outranked`: sells much now, which doesn't lift it (A5.2). */
export type TargetReasonCode = (typeof TARGET_REASONS)[number];

/** A reason, with the rating that gave it and the mark that it met or missed; both `null` for volume. */
export interface TargetReason {
  readonly code: TargetReasonCode;
  readonly value: DecimalString | null;
  readonly mark: DecimalString | null;
}

/** Ratings that are needed unless told: the package's choice, as the handbook gives none. */
export const TARGET_MARKS = { enough: "3", core: "4" } as const;

/** Days for which a rating holds unless told, the last included: those of the handbook's `clientSurvey`. */
export const TARGET_AGES = { philosophyFit: 365, growthPotential: 365, strength: 365, willingness: 180 } as const;

/** Days for which a rating of each fact holds; `null`: for ever. */
export type TargetAges = { readonly [F in TargetFact]: number | null };

/** How to identify. */
export interface IdentifyOptions {
  /** The day or moment of the question: later contacts aren't known yet. */
  readonly asOf: PlainDate | Instant;
  /** Looks at the records of this client only. */
  readonly clientId?: string | undefined;
  /** Ratings, 1 … 5: `enough` for both tests, `core` for a core dealer; {@link TARGET_MARKS} unless told. */
  readonly marks?: { readonly enough?: Quantity | undefined; readonly core?: Quantity | undefined } | undefined;
  /** Days for which a rating holds, 1 … 36,525, the last included; `null`: for ever. {@link TARGET_AGES} unless told. */
  readonly maxAgeDays?: Partial<TargetAges> | undefined;
  /** Whether it would sell much at once. It gives a reason, and never a class: long-term reasons outrank it (A5.2). */
  readonly largeVolume?: boolean | null | undefined;
}

/** What became of the judgement at a contact. */
export const JUDGEMENT_STEPS = ["open", "first", "upheld", "confirmed", "reopened"] as const;
/** What became of the judgement: still none; the first; not contradicted; borne out in both tests; contradicted, so that a new one begins. */
export type JudgementStep = (typeof JUDGEMENT_STEPS)[number];

/** A contact and what it did to the judgement. */
export interface TargetHistory {
  readonly recordId: string;
  readonly at: PlainDate | Instant;
  readonly step: JudgementStep;
  readonly verdict: TargetVerdict;
  readonly class: TargetClass | null;
  readonly status: TargetStatus;
}

/** A target client identified (A5.1, A5.2). */
export interface TargetIdentification {
  /** The version of this shape. */
  readonly v: 1;
  readonly asOf: PlainDate | Instant;
  readonly verdict: TargetVerdict;
  /** What is known to hold at least; `null` unless it is a target. */
  readonly class: TargetClass | null;
  readonly status: TargetStatus;
  /** Whether a later contact contradicted an earlier verdict or class. */
  readonly reopened: boolean;
  /** Long-term reasons first. */
  readonly reasons: readonly TargetReason[];
  /** Unknown facts that could change verdict or class, in the order of {@link TARGET_FACTS}. */
  readonly missing: readonly TargetFact[];
  /** Facts whose latest rating is too old at `asOf` to count: unknown again, in the order of {@link TARGET_FACTS}. */
  readonly stale: readonly TargetFact[];
  /** The latest answer to each, be it stale. */
  readonly facts: { readonly [F in TargetFact]: GivenAnswer | null };
  /** Every contact that said something of it, the earliest first. */
  readonly history: readonly TargetHistory[];
  /** Records and answers that couldn't be read: they count as not given. */
  readonly issues: readonly PortfolioIssue[];
}
