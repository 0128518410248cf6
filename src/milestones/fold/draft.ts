import type { ProcessIds } from "../definition/process.js";
import type { ProcessEvent, ProcessEventType } from "../event.js";
import type { ProcessState } from "../state.js";

/** A state while it is made: its parts may be exchanged, never changed. */
export type Draft = { -readonly [K in keyof ProcessState]: ProcessState[K] };

/** An event of one type. */
export type EventOf<T extends ProcessEventType> = ProcessEvent<ProcessIds, T>;
