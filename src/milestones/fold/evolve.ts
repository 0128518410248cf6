import { KeyAccountError } from "../../ground/error.js";
import type { ArgumentIssue, Path } from "../../ground/issue.js";
import type { Process, ProcessIds } from "../definition/process.js";
import { resolved } from "../definition/registry.js";
import { eachOf } from "../each-of.js";
import type { ProcessEvent } from "../event.js";
import type { ProcessState } from "../state.js";
import { draftOf } from "./draft.js";
import { fold } from "./fold.js";
import { INITIAL } from "./initial.js";
import { eventFault } from "./read-event.js";

/**
 * The state after one more event. An event whose id the state has seen is no move: the same state comes back. The fold knows no process: events
 * say all that it needs, so a log can be read whatever became of its process.
 *
 * States share their unchanged parts; treat them as immutable. Throws a `KeyAccountError` where the event doesn't follow: it is none, or its revision isn't the
 * next one.
 *
 * @example
 * ```ts
 * import { decide, evolve, replay } from "keyaccount";
 * import { keyAccountProcess } from "keyaccount/handbook";
 *
 * const empty = replay(keyAccountProcess, []);
 * const result = decide(keyAccountProcess, empty, { id: "1", type: "start", at: "2026-11-02T08:00:00Z", by: "li" });
 * const state = result.ok ? result.value.reduce(evolve, empty) : empty;
 * state.milestone; // => "planning"
 * ```
 */
export function evolve<I extends ProcessIds>(state: ProcessState<I>, event: ProcessEvent<NoInfer<I>>): ProcessState<I> {
  return folded(state, event, []) as unknown as ProcessState<I>;
}

/**
 * The state that a log of events leads to: their fold from nothing. Every beginning of a log is a log. Throws a `KeyAccountError` at the first event that
 * doesn't follow; whether the moves were allowed is for `audit` to say.
 *
 * @example
 * ```ts
 * import { replay } from "keyaccount";
 * import { keyAccountProcess } from "keyaccount/handbook";
 *
 * replay(keyAccountProcess, []).status; // => "new"
 * ```
 */
export function replay<I extends ProcessIds>(
  process: Process<I>,
  events: readonly ProcessEvent<NoInfer<I>>[],
): ProcessState<I> {
  resolved(process);
  return foldAll(INITIAL, events) as unknown as ProcessState<I>;
}

/** The state after more events. */
export function foldAll(state: ProcessState, events: readonly ProcessEvent[]): ProcessState {
  const ids = [...state.ids];
  let after = state;
  eachOf(events, ["events"], (event, index) => {
    after = folded(after, event, ["events", index], ids);
  });
  return after;
}

/** One step of the fold. Whoever folds many gives the list of ids to go on with, so that it isn't copied for each. */
export function folded(state: ProcessState, event: ProcessEvent, path: Path, ids?: string[]): ProcessState {
  const after = attempt(state, event, path, ids);
  if ("ids" in after) return after;
  throw new KeyAccountError([after]);
}

function attempt(state: ProcessState, event: ProcessEvent, path: Path, given?: string[]): ProcessState | ArgumentIssue {
  try {
    const fault = eventFault(event, state.revision + 1, path);
    if (fault !== undefined) return isSeen(state, event, fault) ? state : fault;
    const draft = draftOf(state);
    fold(draft, event);
    const ids = given ?? [...state.ids];
    draft.revision = event.revision;
    draft.at = event.at;
    ids.push(event.id);
    draft.ids = ids;
    return draft;
  } catch {
    return { code: "unreadable", path, details: {} };
  }
}

/** Whether an event that doesn't follow was folded before: then it is no move. */
function isSeen(state: ProcessState, event: ProcessEvent, { path }: ArgumentIssue): boolean {
  return path.at(-1) === "revision" && state.ids[event.revision - 1] === event.id;
}
