import type { Instant, PlainDate } from "../ground/dates.js";
import type { Quantity } from "../ground/numeral.js";
import type { ProcessIds } from "./definition/process.js";
import type { Cures, Evidence, FormContent } from "./event.js";

/** What can be done to a deal. */
export const COMMAND_TYPES = [
  "start",
  "meet",
  "withdraw",
  "complete-task",
  "attach-form",
  "request-approval",
  "give-approval",
  "refuse-approval",
  "advance",
  "override",
  "go-back",
  "pause",
  "resume",
  "lose",
  "win",
  "reopen",
  "record-effort",
] as const;
/** What can be done to a deal. */
export type CommandType = (typeof COMMAND_TYPES)[number];

/** What each command says besides its head. What may be absent may be needed all the same: a refusal says so, and its schema how. */
export interface CommandData<I extends ProcessIds = ProcessIds> {
  /** Begins, at the process' first start unless told. */
  readonly start: { readonly milestone?: I["milestone"] | undefined };
  /** Says that a work standard holds, of whatever milestone. Met once more, it has the new evidence. */
  readonly meet: { readonly standard: I["standard"]; readonly evidence?: readonly Evidence[] | undefined };
  /** Says that it doesn't hold after all. */
  readonly withdraw: { readonly standard: I["standard"]; readonly reason?: string | undefined };
  readonly "complete-task": { readonly task: I["task"] };
  /** Attaches a filled form; attached once more, it voids what was approved of it. */
  readonly "attach-form": FormContent<I["field"]> & { readonly form: I["form"] };
  /** Asks for an approval of the milestone where the deal stands. */
  readonly "request-approval": { readonly approval: I["approval"]; readonly with?: Cures<I> | undefined };
  readonly "give-approval": { readonly approval: I["approval"]; readonly note?: string | undefined };
  readonly "refuse-approval": { readonly approval: I["approval"]; readonly reason?: string | undefined };
  /** Passes the gate: `to` the only next one unless told. */
  readonly advance: { readonly to?: I["milestone"] | undefined; readonly with?: Cures<I> | undefined };
  /** Passes a gate that doesn't hold. Where the deal may end, `to: null` closes it as won; so does no `to` where no milestone follows. */
  readonly override: {
    readonly to?: I["milestone"] | null | undefined;
    readonly reason?: string | undefined;
    readonly with?: Cures<I> | undefined;
  };
  readonly "go-back": { readonly to: I["milestone"]; readonly reason?: string | undefined };
  readonly pause: { readonly reason?: string | undefined; readonly until?: PlainDate | undefined };
  readonly resume: { readonly note?: string | undefined };
  readonly lose: { readonly cause?: I["cause"] | undefined; readonly note?: string | undefined };
  /** Passes the last gate and closes the deal. */
  readonly win: { readonly with?: Cures<I> | undefined };
  /** Opens a lost or won deal again: where it was closed unless told, or at a milestone before that on its way, from which every gate is passed anew. */
  readonly reopen: { readonly to?: I["milestone"] | undefined; readonly reason?: string | undefined };
  /** Notes a contact, time and money. Absent or `null` is unknown. Less than 0 corrects what was recorded in this milestone, down to 0; it takes a note. */
  readonly "record-effort": {
    /** Whether it was a contact with the client (E4.7); not unless told. */
    readonly contact?: boolean | undefined;
    /** Whole minutes, up to a year; less than 0 in a correction. */
    readonly minutes?: number | null | undefined;
    readonly cost?: { readonly amount: Quantity; readonly currency: string } | null | undefined;
    readonly note?: string | undefined;
  };
}

/** Who does what when. */
export interface CommandHead {
  /** The event has it too: the same id once more is no move. */
  readonly id: string;
  /** Not before the latest event. */
  readonly at: Instant;
  readonly by: string;
  /** The roles that the host's own records give to `by`; none unless told. */
  readonly roles?: readonly string[] | null | undefined;
  /** The revision that the writer saw: where another was quicker, the command is refused. */
  readonly expectedRevision?: number | null | undefined;
}

/** What is to be done, without who and when. */
export type ProcessMove<I extends ProcessIds = ProcessIds, T extends CommandType = CommandType> = {
  readonly [K in T]: { readonly type: K } & CommandData<I>[K];
}[T];

/** What somebody wants to do. */
export type ProcessCommand<I extends ProcessIds = ProcessIds, T extends CommandType = CommandType> = {
  readonly [K in T]: CommandHead & { readonly type: K } & CommandData<I>[K];
}[T];
