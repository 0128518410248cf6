import type { Scaled } from "../../ground/scaled.js";
import type { ProcessStatus, StayEntry, StayExit } from "../state.js";

/** What is needed of a deal's state, read. */
export interface Deal {
  readonly status: ProcessStatus;
  /** Where it stands; −1 before it is started. Milestones are their places in the process. */
  readonly milestone: number;
  readonly at: string | null;
  readonly won: { readonly at: string | null } | null;
  /** The closing that holds: the latest, unless it was opened again. */
  readonly closing: { readonly as: "won" | "lost"; readonly at: string | null; readonly cause: string | null } | null;
  readonly stays: readonly DealStay[];
  readonly pauses: readonly { readonly from: string; readonly to: string | null }[];
  readonly efforts: readonly DealEffort[];
  /** When tasks were completed. */
  readonly completed: ReadonlyMap<string, string>;
}

/** A stay in a milestone. */
export interface DealStay {
  readonly milestone: number;
  readonly entered: string | null;
  readonly left: string | null;
  readonly exit: StayExit | null;
  readonly entry: StayEntry;
}

/** What was put into a milestone. */
export interface DealEffort {
  readonly milestone: number;
  readonly contacts: number;
  readonly minutes: number;
  readonly costs: readonly { readonly currency: string; readonly amount: Scaled }[];
}
