import type { ProcessEventData, ProcessEventType } from "../event.js";
import type { ProcessState } from "../state.js";

/** A state while it is made: its parts may be exchanged, never changed. */
export type Draft = { -readonly [K in keyof ProcessState]: ProcessState[K] };

/** What an event of one type carries. */
export type DataOf<T extends ProcessEventType> = ProcessEventData[T];

/** A state to change, written out: that way every state has its fields in the same places, which engines copy many times faster. */
export function draftOf(state: ProcessState): Draft {
  return {
    v: 1,
    process: state.process,
    revision: state.revision,
    status: state.status,
    milestone: state.milestone,
    at: state.at,
    won: state.won,
    standards: state.standards,
    tasks: state.tasks,
    forms: state.forms,
    approvals: state.approvals,
    stays: state.stays,
    pauses: state.pauses,
    overrides: state.overrides,
    closings: state.closings,
    efforts: state.efforts,
    migrations: state.migrations,
    ids: state.ids,
  };
}
