import type { Instant, PlainDate } from "../ground/dates.js";
import type { Json, JsonObject } from "../ground/json.js";
import type { DecimalString } from "../ground/numeral.js";
import type { ProcessIds, ProcessName } from "./definition/process.js";

/** What proves that a standard is met. */
export const EVIDENCE_KINDS = ["file", "form", "link", "contact", "note", "decision-map"] as const;
/** What proves that a standard is met: a file, a form, an address, a contact, a note, a decision map (what `askDecisionMap` makes). */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** One piece of evidence. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** The note itself, or where the thing is found. */
  readonly text: string;
}

/** Work that a command does besides its move: what was missing for it. All of it happens, or nothing. */
export interface Cures<I extends ProcessIds = ProcessIds> {
  /** Standards that are met, with their evidence. */
  readonly standards?: { readonly [K in I["standard"]]?: { readonly evidence?: readonly Evidence[] } };
  /** Tasks that are completed. */
  readonly tasks?: readonly I["task"][];
  /** Forms that are attached, with their fields. */
  readonly forms?: { readonly [K in I["form"]]?: FormContent<I["field"]> };
}

/** The filled fields of a form by their ids; none where no form has any. */
export type FormFields<D extends string = string> = string extends D
  ? JsonObject
  : [D] extends [never]
    ? { readonly [id: string]: never }
    : { readonly [K in D]?: Json };

/** What is filled in a form, by field id, or where the filled form is found. */
export interface FormContent<D extends string = string> {
  readonly fields?: FormFields<D>;
  readonly reference?: string;
}

/** An amount of money. */
export interface Cost {
  readonly amount: DecimalString;
  /** ISO 4217. */
  readonly currency: string;
}

/** One stay of a history that comes from elsewhere. `null`: unknown. */
export interface ImportedStay<M extends string = string> {
  readonly milestone: M;
  readonly entered: PlainDate | Instant | null;
  readonly left: PlainDate | Instant | null;
}

/** Every event that a process knows, with what it carries. */
export interface ProcessEventData<I extends ProcessIds = ProcessIds> {
  readonly started: { readonly process: ProcessName; readonly milestone: I["milestone"] };
  readonly "history-imported": {
    readonly process: ProcessName;
    /** In order; the last is where the deal stands, or stood when it was closed. */
    readonly stays: readonly ImportedStay<I["milestone"]>[];
    /** Whether, and when, it was won or lost. */
    readonly closed: {
      readonly as: "won" | "lost";
      readonly at: PlainDate | Instant | null;
      readonly cause: I["cause"] | null;
    } | null;
    /** When, if ever, a gate was passed that wins the order. */
    readonly won: WonAt<I["milestone"]> | null;
    /** Where it comes from, such as the name of a file. */
    readonly source: string;
  };
  readonly "standard-met": { readonly standard: I["standard"]; readonly evidence: readonly Evidence[] };
  readonly "standard-withdrawn": { readonly standard: I["standard"]; readonly reason: string };
  readonly "task-completed": { readonly task: I["task"] };
  readonly "form-attached": { readonly form: I["form"]; readonly content: FormContent<I["field"]> };
  readonly "approval-requested": {
    readonly approval: I["approval"];
    /** The form that is to be approved. */
    readonly form: I["form"] | null;
    readonly with?: Cures<I>;
  };
  readonly "approval-given": { readonly approval: I["approval"]; readonly role: I["role"]; readonly note?: string };
  readonly "approval-refused": { readonly approval: I["approval"]; readonly reason: string };
  readonly advanced: Passage<I>;
  readonly overridden: Passage<I> & {
    readonly reason: string;
    readonly role: I["role"];
    /** What didn't hold. */
    readonly unmet: Unmet<I>;
  };
  readonly "went-back": Return<I> & { readonly from: I["milestone"] };
  readonly paused: { readonly reason: string; readonly until: PlainDate | null };
  readonly resumed: { readonly note?: string };
  readonly lost: { readonly cause: I["cause"]; readonly note?: string };
  readonly won: { readonly from: I["milestone"]; readonly with?: Cures<I> };
  readonly reopened: Return<I>;
  readonly "effort-recorded": {
    /** Where the effort counts. */
    readonly milestone: I["milestone"];
    readonly contact: boolean;
    /** `null`: unknown. */
    readonly minutes: number | null;
    readonly cost: Cost | null;
    /** Whether it came before the process allows it. */
    readonly early: boolean;
    readonly note?: string;
  };
  readonly migrated: Migration;
}

/** When an order was won, and by passing which gate. */
export interface WonAt<M extends string = string> {
  /** `null`: unknown, in an imported history only. */
  readonly at: PlainDate | Instant | null;
  readonly milestone: M;
}

/** To where the deal was before. */
export interface Return<I extends ProcessIds = ProcessIds> {
  readonly to: I["milestone"];
  readonly reason: string;
  /** Whether the gate that won the order lies ahead again. */
  readonly undoesWin: boolean;
}

/** From one milestone to the next. */
export interface Passage<I extends ProcessIds = ProcessIds> {
  readonly from: I["milestone"];
  /** `null`: an override of the last gate closes the deal as won. */
  readonly to: I["milestone"] | null;
  /** Whether passing this gate wins the order. */
  readonly wins: boolean;
  readonly with?: Cures<I>;
}

/** What of a gate didn't hold. */
export interface Unmet<I extends ProcessIds = ProcessIds> {
  readonly standards: readonly I["standard"][];
  readonly tasks: readonly I["task"][];
  readonly forms: readonly I["form"][];
  readonly approvals: readonly I["approval"][];
}

/** How a record came under another process. Ids that aren't in a map stay as they are. */
export interface Migration {
  readonly from: ProcessName;
  readonly to: ProcessName;
  /** Each old milestone's new one. */
  readonly milestones: { readonly [old: string]: string };
  readonly standards: { readonly [old: string]: string };
  readonly tasks: { readonly [old: string]: string };
  readonly forms: { readonly [old: string]: string };
  /** Why. */
  readonly reason?: string;
  /** Gates of the new process that lie behind where the deal stands now though it never passed them: nothing proves them. Absent, as the reason, in events of early releases only. */
  readonly unproven?: readonly string[];
}

/** The type of an event. */
export type ProcessEventType = keyof ProcessEventData & string;

/** What every event carries. */
export interface EventHead {
  /** The version of this stored shape. */
  readonly v: 1;
  /** The id of the command that it came from; unique in its record. */
  readonly id: string;
  /** 1 for the first event of a record, then one more each. */
  readonly revision: number;
  readonly at: Instant;
  /** Who did it. */
  readonly by: string;
  /** The roles in which they did it, as the host said. */
  readonly roles: readonly string[];
}

/** Something that happened: one for each command that was accepted. */
export type ProcessEvent<I extends ProcessIds = ProcessIds, T extends ProcessEventType = ProcessEventType> = {
  readonly [K in T]: EventHead & { readonly type: K; readonly data: ProcessEventData<I>[K] };
}[T];
