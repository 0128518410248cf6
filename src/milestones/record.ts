import type { ProcessIds, ProcessName } from "./definition/process.js";
import type { ProcessEvent } from "./event.js";

/** An event as it is stored: chained to the one before. */
export type StoredEvent<I extends ProcessIds = ProcessIds> = ProcessEvent<I> & {
  /** SHA-256 over the canonical JSON of the event before, or of `{ id, v }` of the record for the first. */
  readonly previous: string;
};

/** A deal as it is stored: the log of its events. Its state is their fold. */
export interface ProcessRecord<I extends ProcessIds = ProcessIds> {
  /** The version of this stored shape. */
  readonly v: 1;
  readonly id: string;
  /** The process that it follows now. */
  readonly process: ProcessName;
  readonly events: readonly StoredEvent<I>[];
  /** SHA-256 over the canonical JSON of the last event, or of `{ id, v }` while there is none. Keep it elsewhere too to see a log that was rewritten whole. */
  readonly head: string;
}
