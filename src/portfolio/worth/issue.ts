import type { FactIssueDetails, IssueOf, JsonIssueDetails, ScorecardIssueDetails } from "../../ground/issue.js";
import type { ModelIssueDetails } from "../../models/issue.js";

/** What can be wrong with what a function about a client's worth is given, by code. */
export interface WorthIssueDetails extends JsonIssueDetails {
  /** Another type than is needed here. */
  readonly "wrong-type": ScorecardIssueDetails["wrong-type"];
  /** Something without which the row says nothing is absent. */
  readonly required: ScorecardIssueDetails["required"];
  /** A key that no option has: most often a misspelling. Only options have this issue; other keys of data are left alone. */
  readonly "unknown-key": ScorecardIssueDetails["unknown-key"];
  /** Not one of the codes that are possible here. */
  readonly "unknown-value": ScorecardIssueDetails["unknown-value"];
  /** Neither a finite number nor a decimal text such as `"12.5"`. */
  readonly "not-a-decimal": ScorecardIssueDetails["not-a-decimal"];
  /** A number outside its range; its bounds are allowed unless `exclusive`. */
  readonly "out-of-range": ScorecardIssueDetails["out-of-range"];
  /** More than 30 decimals. */
  readonly "too-precise": ScorecardIssueDetails["too-precise"];
  /** Fewer entries than `least`. */
  readonly "too-few": ScorecardIssueDetails["too-few"];
  /** More entries than `most`. */
  readonly "too-many": ModelIssueDetails["too-many"];
  /** Neither an existing day (`2026-11-21`) nor a moment in UTC (`2026-11-21T08:30:00Z`). */
  readonly "not-a-date": FactIssueDetails["not-a-date"];
  /** Happened after `asOf`: not yet known then. */
  readonly "observed-after-as-of": FactIssueDetails["observed-after-as-of"];
  /** Says at once two things that exclude each other. */
  readonly "contradictory-fact": FactIssueDetails["contradictory-fact"];
  /** Two values in the wrong order: `later` lies before `earlier`. */
  readonly "out-of-order": ModelIssueDetails["out-of-order"];
  /** The same id stands earlier in the list. */
  readonly "duplicate-id": ModelIssueDetails["duplicate-id"];
}

/** A fault of what a function about a client's worth is given. What has one isn't counted, and is said so here. */
export type WorthIssue = IssueOf<WorthIssueDetails>;
/** A code of {@link WorthIssue}. */
export type WorthIssueCode = WorthIssue["code"];
