import type { PortfolioIssue } from "../../ground/issue.js";
import type { DecimalString, Quantity } from "../../ground/numeral.js";

/** What a partnership comes to. */
export const PARTNERSHIP_VERDICTS = ["both-gain", "at-our-cost", "at-its-cost", "no-gain"] as const;
/**
 * What a partnership comes to (C1, 1 + 1 > 2).
 * - `both-gain`: together more than apart, and neither side less.
 * - `at-our-cost`, `at-its-cost`: together more, but we, or the client, have less than apart.
 * - `no-gain`: together no more than apart.
 */
export type PartnershipVerdict = (typeof PARTNERSHIP_VERDICTS)[number];

/** How duties stand to rights. */
export const PARTNERSHIP_BALANCES = ["kept", "broken", "rights-without-duties", "unknown"] as const;
/**
 * How a client's duties stand to its rights (C1).
 * - `kept`: it keeps each duty.
 * - `broken`: it is known to break one.
 * - `rights-without-duties`: it has rights, and no duty was agreed.
 * - `unknown`: of some duty nobody knows, nor of any; or there are neither duties nor rights.
 */
export type PartnershipBalance = (typeof PARTNERSHIP_BALANCES)[number];

/** What each side has in a period. Absent or `null` is unknown, never zero. */
export interface BothSides {
  readonly ours?: Quantity | null | undefined;
  readonly theirs?: Quantity | null | undefined;
}

/** What {@link weighPartnership} asks of a client. */
export interface PartnershipFacts {
  /** ISO 4217 code of all amounts; taken over as given but for spaces around it. */
  readonly currency: string;
  /** What each side earns in a period without the other. */
  readonly apart?: BothSides | null | undefined;
  /** What each side earns in such a period with the other. */
  readonly together?: BothSides | null | undefined;
  /** The client's duties by the host's own ids (opening standard, payment terms, no diversion 窜货): whether it keeps them; `{}`: none was agreed. */
  readonly duties?: Readonly<Record<string, boolean | null>> | null | undefined;
  /** The client's rights (area, price, support): ids of the host's own. */
  readonly rights?: readonly string[] | null | undefined;
}

/** A partnership weighed. */
export interface Partnership {
  /** The version of this shape. */
  readonly v: 1;
  readonly currency: string | null;
  /** What we, the client, and both have together more than apart; exact. `null` where it isn't known. */
  readonly gain: {
    readonly ours: DecimalString | null;
    readonly theirs: DecimalString | null;
    readonly joint: DecimalString | null;
  };
  /** `null` where a gain isn't known. */
  readonly verdict: PartnershipVerdict | null;
  readonly balance: PartnershipBalance;
  /** Duties that are known to be broken, and those of which nobody knows; by id in code-unit order. */
  readonly broken: readonly string[];
  readonly unknown: readonly string[];
  /** What couldn't be read: it counts as unknown. */
  readonly issues: readonly PortfolioIssue[];
}
