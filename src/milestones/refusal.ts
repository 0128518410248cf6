import type { IssueOf, JsonIssueDetails, NoDetails, ScorecardIssueDetails } from "../ground/issue.js";
import type { JsonObject } from "../ground/json.js";
import type { Failed, Ok } from "../ground/result.js";
import type { ProcessIds, ProcessName } from "./definition/process.js";
import type { ProcessEvent } from "./event.js";

/** What keeps somebody from giving an approval. */
export const INVOLVEMENTS = ["requested", "approved", "attached-form", "did-work"] as const;
/** What keeps somebody from giving an approval: they asked for one or gave one of this stay, attached the form, or did work of the milestone. */
export type Involvement = (typeof INVOLVEMENTS)[number];

/** Why a command is refused, by code. The path leads to the part of the command that would mend it. */
export interface RefusalDetails extends JsonIssueDetails {
  readonly required: NoDetails;
  readonly "wrong-type": ScorecardIssueDetails["wrong-type"];
  /** A text where something else is expected, such as `"12"` for a whole number. */
  readonly "unexpected-text": ScorecardIssueDetails["wrong-type"];
  /** An id or code that the process doesn't have. */
  readonly "unknown-value": ScorecardIssueDetails["unknown-value"];
  /** An id of a command, person or role that begins or ends with what can't be seen. */
  readonly "not-an-id": { readonly received: string };
  readonly "unknown-key": ScorecardIssueDetails["unknown-key"];
  readonly "out-of-range": ScorecardIssueDetails["out-of-range"];
  readonly "not-a-decimal": ScorecardIssueDetails["not-a-decimal"];
  /** Where only a day or only a moment is taken, `expected` says so. */
  readonly "not-a-date": { readonly received: string; readonly expected?: "day" | "moment" };
  readonly "not-a-currency": { readonly received: string };
  readonly "too-many": { readonly most: number; readonly received: number };
  /** Earlier than what happened before. */
  readonly "out-of-order": { readonly earlier: string; readonly later: string };
  /** Later than the host's now (`notAfter`). */
  readonly "in-the-future": { readonly at: string; readonly notAfter: string };
  /** Somebody else was quicker: the record is at another revision. */
  readonly "revision-conflict": { readonly expected: number; readonly received: number };
  /** The deal follows another process, or another version of it. */
  readonly "process-mismatch": {
    /** The hash of the process that the deal follows. */
    readonly expected: string;
    /** The hash of the one that was given. */
    readonly received: string;
    /** The process that the deal follows. */
    readonly follows: ProcessName;
    /** The one that was given. */
    readonly given: ProcessName;
  };
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
  /** Was done before: this task was completed, this approval asked for or given; else the path says what. */
  readonly "already-done": { readonly task?: string; readonly approval?: string };
  /** Needs evidence. */
  readonly "evidence-missing": { readonly standard: string };
  /** What is asked for is a fact, which only a decision map proves: `askDecisionMap` makes the evidence. */
  readonly "proof-missing": { readonly standard: string; readonly fact: string };
  /** Needs one of these roles. */
  readonly "role-missing": { readonly allowed: readonly string[] };
  /** Must be somebody else. */
  readonly "same-person": { readonly by: string; readonly because: Involvement };
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
   * nothing. Records are merged, a list takes the place of the one that was sent. What needs another person or another time stays in `issues`.
   */
  readonly cure: JsonObject | null;
}

/** The events of a command, none where it was carried out before; or why it is refused. */
export type Decision<I extends ProcessIds = ProcessIds> = Ok<readonly ProcessEvent<I>[]> | Refused;
