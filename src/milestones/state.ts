import type { Instant, PlainDate } from "../ground/dates.js";
import type { DecimalString } from "../ground/numeral.js";
import type { ProcessIds, ProcessName } from "./definition/process.js";
import type { Evidence, FormContent, Unmet, WonAt } from "./event.js";

/** How a deal stands. */
export const PROCESS_STATUSES = ["new", "open", "paused", "lost", "won"] as const;
/** How a deal stands: not started, open, paused, or closed as lost or won. */
export type ProcessStatus = (typeof PROCESS_STATUSES)[number];

/** How a stay in a milestone ended. */
export const STAY_EXITS = ["passed", "overridden", "not-proven", "back", "lost"] as const;
/** How a stay in a milestone ended: gate passed, gate overridden, passed in an imported history (nothing proves it), gone back, or lost. */
export type StayExit = (typeof STAY_EXITS)[number];

/** How a stay in a milestone began. */
export const STAY_ENTRIES = ["started", "advanced", "back", "reopened", "imported"] as const;
/** How a stay in a milestone began: the deal started there, came on, went back, was opened again, or was imported. */
export type StayEntry = (typeof STAY_ENTRIES)[number];

/** Who did something, and when. */
export interface Stamp {
  readonly at: Instant;
  readonly by: string;
}

/** One stay in a milestone, from entering to leaving. A milestone that is entered again has another stay. */
export interface Stay<M extends string = string> {
  readonly milestone: M;
  /** `null`: unknown, in an imported history only. A day where the history knows only the day. */
  readonly entered: PlainDate | Instant | null;
  /** `null`: still there where `exit` is `null`, else unknown. */
  readonly left: PlainDate | Instant | null;
  readonly entry: StayEntry;
  /** `null`: still there. */
  readonly exit: StayExit | null;
}

/** One pause. */
export interface Pause<M extends string = string> {
  readonly milestone: M;
  readonly from: Instant;
  /** `null`: still paused. */
  readonly to: Instant | null;
  readonly reason: string;
  /** Until when it was meant to last. */
  readonly until: PlainDate | null;
}

/** A gate that was passed though it didn't hold. It stays in the state for ever. */
export interface Override<I extends ProcessIds = ProcessIds> extends Stamp {
  readonly milestone: I["milestone"];
  readonly role: I["role"];
  readonly reason: string;
  readonly unmet: Unmet<I>;
}

/** One closing; a deal that is reopened may have several. */
export interface Closing<I extends ProcessIds = ProcessIds> {
  readonly as: "won" | "lost";
  readonly milestone: I["milestone"];
  /** `null`: unknown, in an imported history only. */
  readonly at: PlainDate | Instant | null;
  /** Who closed it, or imported its history. */
  readonly by: string;
  /** Why it was lost; `null` where it was won, or where an imported history doesn't know. */
  readonly cause: I["cause"] | null;
  /** When and why it was opened again. */
  readonly reopened: (Stamp & { readonly reason: string }) | null;
}

/** Who did something last, and who before. */
export interface WorkStamp extends Stamp {
  /** Others who met, withdrew, completed or attached it before, each once; absent where there is nobody else. */
  readonly earlier?: readonly string[];
}

/** A work standard that was met, and perhaps withdrawn since. One that never was met isn't in the state. */
export interface StandardState<S extends string = string> extends WorkStamp {
  readonly id: S;
  readonly status: "met" | "withdrawn";
  readonly evidence: readonly Evidence[];
}

/** A task that was completed. */
export interface TaskState<T extends string = string> extends WorkStamp {
  readonly id: T;
}

/** A form that was attached. */
export interface FormState<F extends string = string> extends WorkStamp {
  readonly id: F;
  readonly content: FormContent;
}

/** An approval that was asked for in this stay. */
export interface ApprovalState<A extends string = string, F extends string = string> {
  readonly id: A;
  /** The form that it approves; attached anew, it ends the approval. */
  readonly form: F | null;
  readonly requested: Stamp;
  /** By whom, each in the role that the process asked for at that time. */
  readonly given: readonly (Stamp & { readonly role: string })[];
  /** `null` unless it was refused and not asked for again since. */
  readonly refused: (Stamp & { readonly reason: string }) | null;
}

/** What was put into a milestone. */
export interface EffortState {
  readonly contacts: number;
  /** Of the entries whose time is known. */
  readonly minutes: number;
  /** Sums by currency, of the entries whose cost is known. */
  readonly costs: { readonly [currency: string]: DecimalString };
  /** Entries that came before the process allows them. */
  readonly early: number;
}

/**
 * How a deal stands after its events: their fold. States share their unchanged parts with the states before them, so nobody may
 * change one.
 */
export interface ProcessState<I extends ProcessIds = ProcessIds> {
  /** The version of this shape. */
  readonly v: 1;
  /** The process that the deal follows; `null` before it is started. */
  readonly process: ProcessName | null;
  /** How many events it is the fold of. */
  readonly revision: number;
  readonly status: ProcessStatus;
  /** Where the deal stands, or stood when it was closed; `null` before it is started. */
  readonly milestone: I["milestone"] | null;
  /** When the latest event happened. */
  readonly at: Instant | null;
  /** When the order was won: a gate that wins was passed, or the deal was closed as won. It stays while work goes on. */
  readonly won: WonAt<I["milestone"]> | null;
  /** What was met, completed and attached, in the order in which that happened first. */
  readonly standards: readonly StandardState<I["standard"]>[];
  readonly tasks: readonly TaskState<I["task"]>[];
  readonly forms: readonly FormState<I["form"]>[];
  /** Of the stay that lasts; they end with it. */
  readonly approvals: readonly ApprovalState<I["approval"], I["form"]>[];
  /** In order; the last is the one that lasts, unless the deal is closed. */
  readonly stays: readonly Stay<I["milestone"]>[];
  readonly pauses: readonly Pause<I["milestone"]>[];
  readonly overrides: readonly Override<I>[];
  readonly closings: readonly Closing<I>[];
  readonly efforts: { readonly [K in I["milestone"]]?: EffortState };
  /** Processes that the deal has left, in order. */
  readonly migrations: readonly ProcessName[];
  /** Ids of all events: the same one again is no move. */
  readonly ids: readonly string[];
}
