import type { Quantity } from "../../ground/numeral.js";
import type { DecisionFactCode } from "../../people/map/decision-facts.js";
import type { DecisionNeeds } from "../../people/map/map-options.js";
import type { EarlyEffort, EffortMeasure, EvidenceNeed, FieldKind, Process, Separation } from "./process.js";
import { resolve } from "./sound.js";

/** A work standard as a definition gives it. */
export interface StandardDefinition {
  readonly text?: string | undefined;
  /**
   * Which evidence it needs to be met: none, any (`true`), or a decision map's (`"decision-map"`). None unless told; where a fact is asked for, a decision map's, and `true` takes anybody's word for it instead, as
   * processes do that an early build stored.
   */
  readonly evidence?: EvidenceNeed | undefined;
  /** What a decision map must show for it (E9.4); `askDecisionMap` answers. */
  readonly fact?: DecisionFactCode | undefined;
}

/** A task as a definition gives it. */
export interface TaskDefinition<R extends string = string> {
  readonly text?: string | undefined;
  /** Who may complete it; anybody unless told. */
  readonly role?: R | undefined;
  /** Optional tasks don't hold the gate; not optional unless told. */
  readonly optional?: boolean | undefined;
  /** Working days from entering the milestone to the task's due day, 0 … 2500. */
  readonly workingDays?: number | undefined;
}

/** A form's field as a definition gives it. */
export interface FieldDefinition {
  readonly text?: string | undefined;
  readonly kind: FieldKind;
  /** The codes of a choice. */
  readonly options?: readonly string[] | undefined;
  /** Optional fields may be left empty; not optional unless told. */
  readonly optional?: boolean | undefined;
}

/** A form as a definition gives it. */
export interface FormDefinition<D extends string = string> {
  readonly text?: string | undefined;
  /** Optional forms don't hold the gate; not optional unless told. */
  readonly optional?: boolean | undefined;
  /** Whether it isn't filled in without a reference to where it is found; not unless told: then a form without fields is attached by saying so. */
  readonly reference?: boolean | undefined;
  readonly fields?: { readonly [K in D]?: FieldDefinition } | undefined;
}

/** An approval as a definition gives it. */
export interface ApprovalDefinition<R extends string = string, F extends string = string> {
  readonly text?: string | undefined;
  readonly role: R;
  /** How many persons of the role, 1 … 20; 1 unless told. */
  readonly count?: number | undefined;
  /** The form that is approved. */
  readonly form?: F | undefined;
  /** From whom the approver must be apart; `"requester"` unless told. */
  readonly separation?: Separation | undefined;
  /** Whether who asked for or gave another approval of the same stay may give this one; not unless told. */
  readonly byItself?: boolean | undefined;
}

/** A milestone as a definition gives it: `S`, `T`, `F` and `A` are the ids of its parts, `D` those of its forms' fields. */
export interface MilestoneDefinition<
  M extends string,
  S extends string,
  T extends string,
  F extends string,
  A extends string,
  R extends string,
  D extends string = string,
> {
  readonly name?: string | undefined;
  readonly definition?: string | undefined;
  readonly standards?: { readonly [K in S]?: StandardDefinition } | undefined;
  readonly tasks?: { readonly [K in T]?: TaskDefinition<R> } | undefined;
  readonly forms?: { readonly [K in F]?: FormDefinition<D> } | undefined;
  readonly approvals?: { readonly [K in A]?: ApprovalDefinition<R, NoInfer<F>> } | undefined;
  /** Where `advance` may lead. */
  readonly next?: readonly M[] | undefined;
  /** Where `go-back` may lead. */
  readonly back?: readonly M[] | undefined;
  /** Whether `win` may close the deal here; not unless told. */
  readonly end?: boolean | undefined;
  /** Whether passing it wins the order; not unless told. */
  readonly wins?: boolean | undefined;
  /** Rules that people keep, as codes or in the host's own words. */
  readonly rules?: readonly string[] | undefined;
  /** Likelihood of winning once it is entered, 0 … 1. */
  readonly likelihood?: Quantity | undefined;
  /** Working days from entering it to its due day, 0 … 2500. */
  readonly workingDays?: number | undefined;
}

/** What `defineProcess` takes. */
export interface ProcessDefinition<
  M extends string,
  S extends string,
  T extends string,
  F extends string,
  A extends string,
  R extends string,
  C extends string,
  D extends string = string,
> {
  readonly v?: 1 | undefined;
  readonly id: string;
  readonly version: string;
  /** Where `start` may begin; the first milestone unless told. */
  readonly start?: readonly NoInfer<M>[] | undefined;
  readonly milestones: { readonly [K in M]: MilestoneDefinition<NoInfer<M>, S, T, F, A, NoInfer<R>, D> };
  readonly roles?: { readonly [K in R]: { readonly text?: string | undefined; readonly holders?: number | undefined } };
  /** Causes of loss. */
  readonly causes?: readonly C[] | undefined;
  readonly override?: { readonly roles?: readonly NoInfer<R>[] | undefined } | undefined;
  /** Who may bring a deal from this process to another, or to this one; whoever calls `migrate` unless told. */
  readonly migration?: { readonly roles: readonly NoInfer<R>[] } | undefined;
  /** From which milestone's passing on effort may arise: refused before unless told, money alone unless told. */
  readonly effort?:
    | {
        readonly after: NoInfer<M>;
        readonly early?: EarlyEffort | undefined;
        readonly counts?: EffortMeasure | undefined;
      }
    | undefined;
  /** How many contacts a deal is expected to take, 1 … 1000. */
  readonly expectedContacts?: number | undefined;
  /** What a decision map must show: parts that must be covered, and supporters inside, 0 … 100. */
  readonly people?: DecisionNeeds | undefined;
}

/**
 * Defines a milestone process (E9): checks it, brings it into canonical form and infers its ids. The result is plain frozen JSON; store it,
 * and pass what you load through `defineProcess` again.
 *
 * Throws a `KeyAccountError` that lists the faults with code and path, first those of the parts, then, once these are sound, those of
 * the whole: a milestone that can't be reached or leads nowhere, milestones that lead only round and round, a reference to what
 * isn't there, an approval that nobody may give, ids that stand twice or that a store would refuse.
 *
 * @example
 * ```ts
 * import { decide, defineProcess, replay } from "keyaccount";
 *
 * const process = defineProcess({
 *   id: "small-deal", version: "1",
 *   milestones: {
 *     talk: { standards: { "need-clear": {} }, next: ["order"] },
 *     order: { standards: { signed: { evidence: true } }, back: ["talk"], end: true },
 *   },
 *   causes: ["no-budget"],
 * });
 * const started = decide(process, replay(process, []), { id: "1", type: "start", at: "2026-11-02T08:00:00Z", by: "li" });
 * started.ok && started.value[0]?.type; // => "started"
 * ```
 */
export function defineProcess<
  const M extends string,
  const S extends string = never,
  const T extends string = never,
  const F extends string = never,
  const A extends string = never,
  const R extends string = never,
  const C extends string = never,
  const D extends string = never,
>(
  definition: ProcessDefinition<M, S, T, F, A, R, C, D>,
): Process<{
  readonly milestone: M;
  readonly standard: S;
  readonly task: T;
  readonly form: F;
  readonly field: D;
  readonly approval: A;
  readonly role: R;
  readonly cause: C;
}> {
  return resolve(definition).process as never;
}
