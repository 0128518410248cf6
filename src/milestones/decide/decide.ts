import type { Instant } from "../../ground/dates.js";
import { KeyAccountError } from "../../ground/error.js";
import { isMoment } from "../../ground/moment.js";
import { show } from "../../ground/show.js";
import type { CommandType, ProcessCommand } from "../command.js";
import type { Process, ProcessIds } from "../definition/process.js";
import { type Resolved, resolved } from "../definition/registry.js";
import type { ProcessEvent } from "../event.js";
import { fieldsOf } from "../fields.js";
import type { Decision } from "../refusal.js";
import type { ProcessState } from "../state.js";
import { giveApproval, refuseApproval, requestApproval } from "./approvals.js";
import { type Decider, readAsk, unknownValue } from "./ask.js";
import { recordEffort } from "./effort.js";
import { advance, goBack, lose, override, pause, reopen, resume, start, win } from "./moves.js";
import { outcomeOf, refused, refusedAs } from "./outcome.js";
import { attachForm, completeTask, meet, withdraw } from "./work.js";

/** Options of `decide`. */
export interface DecideOptions<I extends ProcessIds = ProcessIds> {
  /** Nothing can have happened later: the host's own now. A command that says so is `in-the-future`. Unless told, any `at` is taken, and one that is far ahead keeps all later commands out. */
  readonly notAfter?: Instant | null | undefined;
  /** The events so far: another command under a known id is refused (`already-done`) rather than taken for the one that was sent before. The state has ids alone, so that without them nobody can tell. */
  readonly events?: readonly ProcessEvent<I>[] | null | undefined;
}

/** What becomes of each command. */
const DECIDERS: { readonly [T in CommandType]: Decider } = {
  start,
  meet,
  withdraw,
  "complete-task": completeTask,
  "attach-form": attachForm,
  "request-approval": requestApproval,
  "give-approval": giveApproval,
  "refuse-approval": refuseApproval,
  advance,
  override,
  "go-back": goBack,
  pause,
  resume,
  lose,
  win,
  reopen,
  "record-effort": recordEffort,
};

/**
 * Decides on a command (E9.9): the event that it leads to, or everything that stands in its way with the JSON Schema of the fields that would cure it. Nothing is
 * changed and nothing stored: that is for `appendEvents` and the host. One command makes one event, so a move is stored whole or not at all.
 *
 * A gate opens only when all its work standards, tasks, forms and approvals hold; what is missing may come in the same command, `with`. An approval
 * needs the role that the process names and somebody other than who asked. A command whose id the state has seen makes no event: sent twice, it is one
 * move; with `events`, another command under its id is refused. With `expectedRevision`, whoever was slower is refused; with `notAfter`, whoever says that something happened later than now.
 *
 * @example
 * ```ts
 * import { decide, replay } from "keyaccount";
 * import { keyAccountProcess } from "keyaccount/handbook";
 *
 * const head = { by: "li", at: "2026-11-02T08:00:00Z" };
 * const started = decide(keyAccountProcess, replay(keyAccountProcess, []), { id: "1", type: "start", ...head });
 * const state = replay(keyAccountProcess, started.ok ? started.value : []);
 * const result = decide(keyAccountProcess, state, { id: "2", type: "advance", ...head });
 * result.ok ? [] : result.issues.map(({ code }) => code); // => ["standard-unmet", "standard-unmet", "form-missing"]
 * ```
 */
export function decide<I extends ProcessIds>(
  process: Process<I>,
  state: ProcessState<NoInfer<I>>,
  command: ProcessCommand<NoInfer<I>>,
  options: DecideOptions<NoInfer<I>> = {},
): Decision<I> {
  const known = resolved(process);
  const read = optionsOf(options);
  return decided(known, state, command, notAfterOf(read), read.events) as Decision<I>;
}

/** Each option read once. */
function optionsOf(options: object): DecideOptions {
  try {
    return { ...options };
  } catch {
    throw new KeyAccountError([{ code: "unreadable", path: ["options"], details: {} }]);
  }
}

function notAfterOf({ notAfter }: DecideOptions): string | undefined {
  if (notAfter === undefined || notAfter === null || isMoment(notAfter)) return notAfter ?? undefined;
  throw new KeyAccountError([{ code: "not-a-date", path: ["notAfter"], details: { received: show(notAfter) } }]);
}

/** The same with the process looked up. */
export function decided(
  known: Resolved,
  state: ProcessState,
  command: unknown,
  notAfter?: string,
  events?: readonly ProcessEvent[] | null,
): Decision {
  try {
    if (typeof command !== "object" || command === null)
      return refusedAs("wrong-type", { expected: "object", received: show(command) });
    const fields = fieldsOf(command);
    const { type } = fields;
    if (state.ids.includes(fields["id"] as string)) {
      const isSame = events === undefined || events === null || known.isRepeat(known, events, fields);
      return isSame ? { ok: true, value: [] } : refusedAs("already-done", {}, ["id"]);
    }
    const ask = readAsk(known, state, fields, notAfter);
    if (typeof type === "string" && Object.hasOwn(DECIDERS, type)) {
      known.checkKeys(type as CommandType, fields, ask.issues);
      return outcomeOf(ask, DECIDERS[type as CommandType](ask));
    }
    unknownValue(ask.issues, ["type"], type, Object.keys(DECIDERS));
    return refused(ask);
  } catch {
    return refusedAs("unreadable", {});
  }
}
