import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { TrustRelation } from "../../ground/vocabulary.js";

/** The two allowed ways from outsider to partner (E6.2). */
export const TRUST_LADDERS = ["friend-first", "supplier-first"] as const;
/** An allowed way (E6.2): outsider → friend → supplier → partner, or outsider → supplier → friend → partner. */
export type TrustLadder = (typeof TRUST_LADDERS)[number];

/** The rungs of each ladder, from the lowest. */
export const RUNGS_BY_LADDER: { readonly [L in TrustLadder]: readonly TrustRelation[] } = {
  "friend-first": ["outsider", "friend", "supplier", "partner"],
  "supplier-first": ["outsider", "supplier", "friend", "partner"],
};

/** What shows that a relation has been reached. */
export const TRUST_EVIDENCE = [
  "regular-contact",
  "confides-in-us",
  "order-delivered",
  "paid-as-agreed",
  "two-way",
  "cooperative",
  "good-for-both",
  "close",
  "controlled",
] as const;
/**
 * What shows that a relation has been reached. The last five are the handbook's marks of a relationship worth the name (E2.5); `controlled`: someone watches the
 * client's attitude and answers.
 */
export type TrustEvidence = (typeof TRUST_EVIDENCE)[number];

/** What each relation needs. The marks of partnership are the handbook's (E2.5), those of friend and supplier this package's choice. */
export const EVIDENCE_BY_RELATION: { readonly [R in TrustRelation]: readonly TrustEvidence[] } = {
  outsider: [],
  friend: ["regular-contact", "confides-in-us"],
  supplier: ["order-delivered", "paid-as-agreed"],
  partner: ["two-way", "cooperative", "good-for-both", "close", "controlled"],
};

/** An entry of the history: what we were to the client from then on. */
export interface TrustEntry {
  readonly relation: TrustRelation;
  /** Absent or `null`: unknown. */
  readonly at?: PlainDate | Instant | null | undefined;
  /** What showed it. */
  readonly evidence?: readonly TrustEvidence[] | null | undefined;
  /** Where that is written: a visit, a form, an order. */
  readonly source?: string | null | undefined;
}

/** Options of `trustMoves`. */
export interface TrustOptions {
  /** What holds today; absent or `null`: unknown. */
  readonly evidence?: { readonly [E in TrustEvidence]?: boolean | null | undefined } | undefined;
  /** Entries after this day or moment are issues and don't count. */
  readonly asOf?: PlainDate | Instant | undefined;
}

/** What an entry of the history is against the one before. */
export const TRUST_STEPS = ["start", "same", "up", "back", "unclear", "jump"] as const;
/**
 * What an entry is against the one before.
 * - `start`: the first.
 * - `up`: one rung up a ladder.
 * - `back`: down again, by any number of rungs of the way that was come.
 * - `unclear`: up on one ladder, back on the other, and the history doesn't say which it is.
 * - `jump`: on neither ladder; impossible, so that a step in between is missing or one of the two is wrong.
 */
export type TrustStepKind = (typeof TRUST_STEPS)[number];

/** One step of the history. */
export interface TrustStep {
  readonly kind: TrustStepKind;
  readonly from: TrustRelation | null;
  readonly to: TrustRelation;
  readonly at: PlainDate | Instant | null;
  readonly source: string | null;
  /** What showed it; `null`: nobody has said. */
  readonly evidence: readonly TrustEvidence[] | null;
  /** What its relation needs and wasn't shown; empty where it is the same as before, or a step back. */
  readonly unproven: readonly TrustEvidence[];
  /** What a jump leaves out: these relations would have had to come in between. */
  readonly skipped: readonly TrustRelation[];
}

/** A relation that can come next, and what it takes. */
export interface TrustMove {
  readonly to: TrustRelation;
  readonly ladder: TrustLadder;
  /** Whether all it needs holds; `null`: something of it is unknown, nothing known to be lacking. */
  readonly ready: boolean | null;
  readonly met: readonly TrustEvidence[];
  readonly missing: readonly TrustEvidence[];
  readonly unknown: readonly TrustEvidence[];
}

/** A relation that can't come next, and what has to come first. */
export interface ImpossibleMove {
  readonly to: TrustRelation;
  /** One of these first. */
  readonly first: readonly TrustRelation[];
}

/** Where a client's trust stands, how it came there, and where it can go. Plain JSON. */
export interface TrustMoves {
  /** The version of this shape. */
  readonly v: 1;
  /** `null`: unknown; then nothing follows. */
  readonly relation: TrustRelation | null;
  /** The ladders on which it can stand: both for an outsider, or where the history doesn't tell. */
  readonly ladders: readonly TrustLadder[];
  readonly steps: readonly TrustStep[];
  /** Places in `steps` of steps back, and of impossible jumps. */
  readonly setbacks: readonly number[];
  readonly jumps: readonly number[];
  readonly next: readonly TrustMove[];
  /** To what it can fall back, the nearest rung first. */
  readonly back: readonly TrustRelation[];
  readonly impossible: readonly ImpossibleMove[];
  /** What the present relation needs and is known not to hold any more: a step back threatens. */
  readonly eroded: readonly TrustEvidence[];
  readonly issues: readonly PortfolioIssue[];
}
