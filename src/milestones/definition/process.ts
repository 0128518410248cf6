import type { DecimalString } from "../../ground/numeral.js";
import type { DecisionFactCode } from "../../people/map/decision-facts.js";
import type { DecisionNeeds } from "../../people/map/map-options.js";

/** The ids of a process, each kind as a union of texts. Types of commands, events and states are spelt with them. */
export interface ProcessIds {
  readonly milestone: string;
  readonly standard: string;
  readonly task: string;
  readonly form: string;
  /** Of the fields of all forms together. */
  readonly field: string;
  readonly approval: string;
  readonly role: string;
  readonly cause: string;
}

/** What a form's field can hold. */
export const FIELD_KINDS = ["text", "decimal", "integer", "flag", "day", "choice"] as const;
/** What a form's field holds: a text, a decimal as text, a whole number, yes or no, a day, one of some codes. */
export type FieldKind = (typeof FIELD_KINDS)[number];

/** From whom an approver must be apart. */
export const SEPARATIONS = ["requester", "contributors"] as const;
/**
 * From whom an approver must be apart: from who asks, and who attached the form that is approved, ever; or as well from all who ever met, withdrew, completed or attached something of the milestone, before
 * the approval or after it: what they approved doesn't count.
 */
export type Separation = (typeof SEPARATIONS)[number];

/** What becomes of effort that comes too early. */
export const EARLY_EFFORTS = ["refuse", "flag"] as const;
/** What becomes of effort that comes too early: it is refused, or kept and flagged. */
export type EarlyEffort = (typeof EARLY_EFFORTS)[number];

/** What of an effort must wait. */
export const EFFORT_MEASURES = ["cost", "cost-and-time"] as const;
/** What of an effort must wait: money alone, or people's time as well. */
export type EffortMeasure = (typeof EFFORT_MEASURES)[number];

/** Evidence that a standard needs: none (`false`), any (`true`), a decision map's. */
export type EvidenceNeed = boolean | "decision-map";

/** A work standard 工作标准: must hold before the milestone is passed. */
export interface ProcessStandard {
  /** The host's own words for it. */
  readonly text?: string;
  /** Which evidence it needs to be met: none unless told, that of a decision map where a fact is asked for. */
  readonly evidence: EvidenceNeed;
  /** What a decision map must show for it (E9.4); `askDecisionMap` answers. */
  readonly fact?: DecisionFactCode;
}

/** Something to do in a milestone. */
export interface ProcessTask<R extends string = string> {
  /** The host's own words for it. */
  readonly text?: string;
  /** Who may complete it; anybody unless told. */
  readonly role?: R;
  /** Optional tasks don't hold the gate. */
  readonly optional: boolean;
  /** Working days from entering the milestone to the task's due day. */
  readonly workingDays?: number;
}

/** A field of a form. */
export interface ProcessField {
  /** The host's own words for it. */
  readonly text?: string;
  readonly kind: FieldKind;
  /** The codes of a choice; only a choice has them. */
  readonly options?: readonly string[];
  /** Optional fields may be left empty. */
  readonly optional: boolean;
}

/** A form of a milestone. */
export interface ProcessForm {
  /** The host's own words for it. */
  readonly text?: string;
  /** Optional forms don't hold the gate. */
  readonly optional: boolean;
  /** Whether it isn't filled in without a reference to where it is found; not unless told. */
  readonly reference?: boolean;
  /** What is filled in, by id; a form without fields is attached as a whole. */
  readonly fields: { readonly [id: string]: ProcessField };
}

/** Who must approve before a milestone is passed. An approval holds for the stay in which it was given. */
export interface ProcessApproval<R extends string = string, F extends string = string> {
  /** The host's own words for it. */
  readonly text?: string;
  readonly role: R;
  /** How many persons of the role, 1 … 20. */
  readonly count: number;
  /** The form that is approved: it must be attached first, and attaching it anew voids what was approved. */
  readonly form?: F;
  readonly separation: Separation;
  /** Whether who asked for or gave another approval of the same stay may give this one; not unless told. */
  readonly byItself?: boolean;
}

/** A milestone 里程碑 of a process (E9): what must hold before it is passed, and where the way leads. */
export interface ProcessMilestone<I extends ProcessIds = ProcessIds> {
  /** The host's own name of it; the handbook's stand in the locale. */
  readonly name?: string;
  /** The host's own definition of it, in words. */
  readonly definition?: string;
  readonly standards: { readonly [K in I["standard"]]?: ProcessStandard };
  readonly tasks: { readonly [K in I["task"]]?: ProcessTask<I["role"]> };
  readonly forms: { readonly [K in I["form"]]?: ProcessForm };
  readonly approvals: { readonly [K in I["approval"]]?: ProcessApproval<I["role"], I["form"]> };
  /** Where `advance` may lead. */
  readonly next: readonly I["milestone"][];
  /** Where `go-back` may lead. */
  readonly back: readonly I["milestone"][];
  /** Whether `win` may close the deal here, once the gate holds. */
  readonly end: boolean;
  /** Whether passing it wins the order (E9.7), though work may follow. */
  readonly wins: boolean;
  /** Rules that people keep, as codes or in the host's own words. */
  readonly rules: readonly string[];
  /** Likelihood of winning once it is entered, 0 … 1: `"0.25"` is 25 %. Absent: unknown. */
  readonly likelihood?: DecimalString;
  /** Working days from entering the milestone to its due day. Absent: no limit. */
  readonly workingDays?: number;
}

/** A role in a process. */
export interface ProcessRole {
  /** The host's own words for it. */
  readonly text?: string;
  /** How many persons have it, 1 … 1000000. Absent: unknown. */
  readonly holders?: number;
}

/** Who may let somebody pass a gate that doesn't hold. A reason is always needed. */
export interface OverrideRule<R extends string = string> {
  /** Any of these; none: nobody. */
  readonly roles: readonly R[];
}

/** Who may bring a deal from this process to another, or from another to this one. */
export interface MigrationRule<R extends string = string> {
  /** Any of these; none: nobody. */
  readonly roles: readonly R[];
}

/** From which milestone's passing on effort may arise (E9.3: no sales cost before approval). */
export interface EffortRule<M extends string = string> {
  readonly after: M;
  readonly early: EarlyEffort;
  readonly counts: EffortMeasure;
}

/**
 * A milestone process in canonical form: what `defineProcess` returns, plain frozen JSON. `I` are its ids. A process loaded from
 * a store passes `defineProcess` again.
 */
export interface Process<I extends ProcessIds = ProcessIds> {
  /** The version of this stored shape. */
  readonly v: 1;
  readonly id: string;
  readonly version: string;
  /** Where `start` may begin; the first where it isn't said. */
  readonly start: readonly I["milestone"][];
  readonly milestones: { readonly [K in I["milestone"]]: ProcessMilestone<I> };
  readonly roles: { readonly [K in I["role"]]: ProcessRole };
  /** Causes of loss. */
  readonly causes: readonly I["cause"][];
  readonly override: OverrideRule<I["role"]>;
  /** Absent: whoever calls `migrate`. */
  readonly migration?: MigrationRule<I["role"]>;
  readonly effort?: EffortRule<I["milestone"]>;
  /** How many contacts a deal is expected to take (E4.7: 4 or more). */
  readonly expectedContacts?: number;
  /** What a decision map must show: `mapDecisionMakers` reads it. */
  readonly people?: DecisionNeeds;
}

/** Names a process, and pins it by the SHA-256 of its canonical JSON. */
export interface ProcessName {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
}

/** The ids of a process: `ProcessIdsOf<typeof process>`. */
export type ProcessIdsOf<P> = P extends Process<infer I> ? I : never;
