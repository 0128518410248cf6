import type {
  ArgumentIssueDetails,
  ExperienceModelIssueDetails,
  FactIssueDetails,
  IssueOf,
  JsonIssueDetails,
  ScorecardIssueDetails,
} from "../../ground/issue.js";

/** What can be wrong with observations of a client's experience, and why a state can't be carried on. */
export interface ExperienceIssueDetails {
  /** No day, no levels, or another field that must be there. */
  readonly required: ScorecardIssueDetails["required"];
  /** Another type than is needed here. */
  readonly "wrong-type": ScorecardIssueDetails["wrong-type"];
  /** Neither a day (`2026-11-21`) nor a moment (`2026-11-21T08:00:00Z`). */
  readonly "not-a-date": FactIssueDetails["not-a-date"];
  /** Observed after `asOf`: not yet known then. */
  readonly "observed-after-as-of": FactIssueDetails["observed-after-as-of"];
  /** Observed before the 12,000 periods that a history may have. */
  readonly "too-long-ago": { readonly at: string; readonly earliest: string };
  /** A signal that the model doesn't have; the observation's other signals count. */
  readonly "unknown-signal": ExperienceModelIssueDetails["unknown-signal"];
  /** Not one of the signal's levels; the observation's other signals count. */
  readonly "unknown-value": ScorecardIssueDetails["unknown-value"];
  /** More observations than can be read at once; with the path `issues`: more issues than are listed. */
  readonly "too-many": ArgumentIssueDetails["too-many"];
  /** A labelled history of this client and product line stands earlier in the list. */
  readonly "duplicate-id": ArgumentIssueDetails["duplicate-id"];
  /** Looking at the observation, or at the result to carry on, threw. */
  readonly unreadable: JsonIssueDetails["unreadable"];
  /** The observation lies in a period before the last one: classify the whole history again. */
  readonly "out-of-order": ArgumentIssueDetails["out-of-order"];
  /** The result to carry on was made by another model: classify the whole history again. */
  readonly "model-mismatch": { readonly expected: string; readonly received: string };
  /** The result to carry on is of a version that this release doesn't know. */
  readonly "unsupported-version": ScorecardIssueDetails["unsupported-version"];
  /** As of another day, observations were left out that count now, or the reverse: classify the whole history again. */
  readonly "as-of-mismatch": { readonly expected: string; readonly received: string };
}

/** A fault of an observation, with its path; or why a state can't be carried on. */
export type ExperienceIssue = IssueOf<ExperienceIssueDetails>;
