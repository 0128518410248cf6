import type { FactIssueDetails, IssueOf, JsonIssueDetails, NoDetails, ScorecardIssueDetails } from "../ground/issue.js";

/**
 * What can be wrong with a record, by code. Codes are stable; words for them stand in the locale. A code that definitions
 * and facts have as well carries the same details as there.
 */
export interface ModelIssueDetails {
  /** A required key is absent, or a key that the host's schema requires. */
  readonly required: NoDetails;
  /**
   * Another type than this key takes; several with `|` between them where a host's schema takes any of them. `received` prints
   * a number or boolean, or names another type; a text is `unexpected-text`.
   */
  readonly "wrong-type": ScorecardIssueDetails["wrong-type"];
  /** A text, such as `"4"`, where this key takes another type: `expected` as in `wrong-type`. */
  readonly "unexpected-text": ScorecardIssueDetails["wrong-type"];
  /** Not one of the codes that are possible here. */
  readonly "unknown-value": ScorecardIssueDetails["unknown-value"];
  /** A key that a host's strict schema doesn't have; `allowed` isn't told. The models themselves keep unknown keys. */
  readonly "unknown-key": ScorecardIssueDetails["unknown-key"];
  /** A record of a version that this release doesn't know. */
  readonly "unsupported-version": ScorecardIssueDetails["unsupported-version"];
  /** A JSON number where a decimal belongs as text: 8 instead of `"8"`. `received` is the text that it should be. */
  readonly "decimal-not-text": { readonly received: string };
  /** Not a decimal as text, such as `"12.50"`. */
  readonly "not-a-decimal": ScorecardIssueDetails["not-a-decimal"];
  /** A decimal below zero where only zero or more is possible. */
  readonly negative: { readonly received: string };
  /** Not a share from 0 to 1 as decimal text. */
  readonly "not-a-share": { readonly received: string };
  /** Neither an existing day (`2026-11-21`) nor, where one is possible, a moment in UTC (`2026-11-21T08:30:00Z`). */
  readonly "not-a-date": FactIssueDetails["not-a-date"];
  /** Not a month (`2026-11`). */
  readonly "not-a-month": { readonly received: string };
  /** Not a currency code of three capital letters. */
  readonly "not-a-currency": { readonly received: string };
  /** Not a SHA-256 in 64 hexadecimal digits, in lower case. */
  readonly "not-a-hash": { readonly received: string };
  /** An id with white space or a control character. */
  readonly "not-an-id": { readonly received: string };
  /** An id that is a key as well, and that some store would change or refuse. */
  readonly "unsafe-id": ScorecardIssueDetails["unsafe-id"];
  /** A text of another form than a host's schema demands. */
  readonly "wrong-format": { readonly format: string; readonly received: string };
  /** A number above or below its bound; the bound itself is allowed unless `exclusive`. */
  readonly "out-of-range": ScorecardIssueDetails["out-of-range"];
  /** A text of fewer than `min` UTF-16 units. */
  readonly "too-short": { readonly min: number; readonly length: number };
  /** Fewer members than `least`. */
  readonly "too-few": ScorecardIssueDetails["too-few"];
  /** More members than `most`. */
  readonly "too-many": { readonly most: number; readonly received: number };
  /** Says at once a value and that none applies. */
  readonly "contradictory-fact": NoDetails;
  /** The same id or code stands earlier in the same list. */
  readonly "duplicate-id": { readonly id: string };
  /** The same month stands earlier in the trade record. */
  readonly "duplicate-month": { readonly month: string };
  /** A month outside the span that the trade record says it covers. */
  readonly "outside-span": { readonly month: string; readonly from: string; readonly to: string };
  /** Refers to something that this record doesn't hold. */
  readonly "unknown-reference": { readonly id: string };
  /** Refers to itself, directly or through others. */
  readonly "circular-reference": { readonly id: string };
  /** Two times in the wrong order: this one, `later`, lies before `earlier`. */
  readonly "out-of-order": { readonly earlier: string; readonly later: string };
  /**
   * A check of the host's own schema failed, or anything else for which that schema has a message; `rule` is the check's
   * `params.rule`, if it has one.
   */
  readonly "host-rule": { readonly message: string; readonly rule?: string };
}

/** A fault of a record: code, path and details. */
export type ModelIssue = IssueOf<ModelIssueDetails & JsonIssueDetails>;
/** A code of {@link ModelIssue}. */
export type ModelIssueCode = ModelIssue["code"];
