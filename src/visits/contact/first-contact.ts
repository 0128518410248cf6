import type { PortfolioIssue } from "../../ground/issue.js";

/** Ways in (D3.1–D3.3). */
export const WAYS_IN = ["presentation", "mailed-material", "visit"] as const;
/** A way in: an invitation to a presentation (D3.1), material by mail (D3.2), a visit (D3.3). */
export type WayIn = (typeof WAYS_IN)[number];

/** Ways of first contact (D3.4). */
export const FIRST_CONTACT_WAYS = ["phone", "letter", "e-mail"] as const;
/** A way of first contact (D3.4): by phone, the most respectful; by letter, formal; by e-mail, cheap and fast. */
export type FirstContactWay = (typeof FIRST_CONTACT_WAYS)[number];

/** What to mind. */
export const FIRST_CONTACT_RULES = [
  "never-ask-for-the-sale",
  "say-who-you-are",
  "say-what-is-in-it",
  "ask-for-an-appointment",
  "call-at-the-right-time",
  "be-formal",
  "short-and-clear",
  "no-jargon",
  "ask-for-an-answer",
  "mind-layout",
  "not-too-informal",
  "send-invitation",
  "send-material",
  "appointment-first",
  "supervisor-or-above",
  "preparatory-meeting",
  "face-to-face",
] as const;
/** What to mind at a first contact (D3.4; the phone's three steps E9.2) or on a way in (D3.1–D3.3, D4.1, D4.2, D4.4). */
export type FirstContactRule = (typeof FIRST_CONTACT_RULES)[number];

/** What to mind by way. */
export const RULES_BY_WAY: { readonly [W in WayIn | FirstContactWay]: readonly FirstContactRule[] } = {
  phone: [
    "say-who-you-are",
    "say-what-is-in-it",
    "ask-for-an-appointment",
    "never-ask-for-the-sale",
    "call-at-the-right-time",
  ],
  letter: ["be-formal", "short-and-clear", "no-jargon", "ask-for-an-answer"],
  "e-mail": ["short-and-clear", "mind-layout", "not-too-informal"],
  presentation: ["send-invitation"],
  "mailed-material": ["send-material", "ask-for-an-answer"],
  visit: ["appointment-first", "supervisor-or-above", "preparatory-meeting", "face-to-face"],
};

/** What speaks for a way of first contact, and against it. */
export const FIRST_CONTACT_REASONS = [
  "most-respectful",
  "formal",
  "cheap-and-fast",
  "may-look-informal",
  "slow",
  "no-address",
  "address-unknown",
] as const;
/** What speaks for a way of first contact, and against it; `no-address`: no number or address is there; `address-unknown`: nobody says. */
export type FirstContactReason = (typeof FIRST_CONTACT_REASONS)[number];

/** What a first contact is chosen by. Absent or `null` is unknown. */
export interface FirstContactFacts {
  /** Whether there is a number, a postal or an e-mail address. */
  readonly reachable?: { readonly [W in FirstContactWay]?: boolean | null | undefined } | null | undefined;
  /** Whether the client sets store by form. */
  readonly formal?: boolean | null | undefined;
  /** Whether it must be fast. */
  readonly urgent?: boolean | null | undefined;
  /** Ids of all developers, who are to be heard before a way in is chosen (D3). */
  readonly developers?: readonly string[] | null | undefined;
  /** What each of them proposed; of several proposals of one the first counts, and nobody else is heard. */
  readonly proposals?: readonly { readonly id: string; readonly way: WayIn }[] | null | undefined;
}

/** How fit a way of first contact is. */
export interface FirstContactOption {
  readonly way: FirstContactWay;
  /** Whether the client can be reached so; `null`: unknown. */
  readonly reachable: boolean | null;
  readonly reasons: readonly FirstContactReason[];
  readonly rules: readonly FirstContactRule[];
}

/** How a client is first approached. Plain JSON. */
export interface FirstContact {
  /** The version of this shape. */
  readonly v: 1;
  readonly wayIn: {
    /** `null` until all developers have been heard; of ways with as many voices the first of {@link WAYS_IN}. */
    readonly way: WayIn | null;
    readonly voices: readonly { readonly way: WayIn; readonly developers: readonly string[] }[];
    /** Developers not yet heard, by id. */
    readonly unheard: readonly string[];
    readonly rules: readonly FirstContactRule[];
  };
  readonly firstContact: {
    /** The first of `options` by which the client is known to be reachable; `null`: by none. */
    readonly way: FirstContactWay | null;
    /** The fittest first. */
    readonly options: readonly FirstContactOption[];
  };
  readonly issues: readonly PortfolioIssue[];
}
