import type { IssueOf, JsonIssueDetails, NoDetails, ScorecardIssueDetails } from "../ground/issue.js";
import type { JsonObject } from "../ground/json.js";
import type { Failed, Ok } from "../ground/result.js";
import type { ProcessIds } from "./definition/process.js";
import type { ProcessEvent } from "./event.js";

/** Why a command is refused, by code. The path leads to the part of the command that would mend it. */
export interface RefusalDetails extends JsonIssueDetails {
  readonly required: NoDetails;
  readonly "wrong-type": ScorecardIssueDetails["wrong-type"];
  /** An id or code that the process doesn't have. */
  readonly "unknown-value": ScorecardIssueDetails["unknown-value"];
  /** An id of a command, person or role that begins or ends with what can't be seen. */
  readonly "not-an-id": { readonly received: string };
  readonly "unknown-key": ScorecardIssueDetails["unknown-key"];
  readonly "out-of-range": ScorecardIssueDetails["out-of-range"];
  readonly "not-a-decimal": ScorecardIssueDetails["not-a-decimal"];
  readonly "not-a-date": { readonly received: string };
  readonly "not-a-currency": { readonly received: string };
  readonly "too-many": { readonly most: number; readonly received: number };
  /** Earlier than what happened before. */
  readonly "out-of-order": { readonly earlier: string; readonly later: string };
  /** Somebody else was quicker: the record is at another revision. */
  readonly "revision-conflict": { readonly expected: number; readonly received: number };
  /** The deal follows another process, or another version of it. */
  readonly "process-mismatch": { readonly expected: string; readonly received: string };
  /** Not possible as the deal stands. */
  readonly "wrong-status": { readonly status: string; readonly allowed: readonly string[] };
  /** No move leads from here to there. */
  readonly "not-reachable": { readonly from: string; readonly to: string; readonly allowed: readonly string[] };
  /** A work standard of the gate isn't met. */
  readonly "standard-unmet": { readonly milestone: string; readonly standard: string };
  /** A task of the gate isn't completed. */
  readonly "task-open": { readonly milestone: string; readonly task: string; readonly role: string | null };
  /** A form of the gate isn't attached. */
  readonly "form-missing": { readonly milestone: string; readonly form: string };
  /** So many persons of the role have yet to approve. */
  readonly "approval-missing": {
    readonly milestone: string;
    readonly approval: string;
    readonly role: string;
    readonly lacking: number;
  };
  /** Nobody has asked for this approval, or it was refused since. */
  readonly "not-requested": { readonly approval: string };
  /** It belongs to another milestone than the one where the deal stands. */
  readonly "not-here": { readonly milestone: string; readonly at: string };
  /** Was done before. */
  readonly "already-done": NoDetails;
  /** Needs evidence. */
  readonly "evidence-missing": { readonly standard: string };
  /** Needs one of these roles. */
  readonly "role-missing": { readonly allowed: readonly string[] };
  /** Must be somebody else: who asked, who approved before, or who did the work. */
  readonly "same-person": { readonly by: string };
  /** Nothing needs an override: the gate holds. */
  readonly "gate-holds": { readonly milestone: string };
  /** Effort that may only arise once this milestone is passed. */
  readonly "effort-too-early": { readonly after: string };
  /** Neither a contact, nor time, nor cost. */
  readonly "nothing-recorded": NoDetails;
}

/** One reason why a command is refused. */
export type Refusal = IssueOf<RefusalDetails>;
/** A code of {@link Refusal}. */
export type RefusalCode = Refusal["code"];

/** A command that is refused: everything that stands in its way, and what would help. */
export interface Refused extends Failed<Refusal> {
  /**
   * JSON Schema (2020-12) of the fields that, written into the same command, mend what fields can mend; `null` where they mend
   * nothing. What needs another person or another time stays in `issues`.
   */
  readonly cure: JsonObject | null;
}

/** The events of a command, none where it was carried out before; or why it is refused. */
export type Decision<I extends ProcessIds = ProcessIds> = Ok<readonly ProcessEvent<I>[]> | Refused;
