import { type Instant, isAfter, isInstant, isPlainDate, type PlainDate } from "../../ground/dates.js";
import type { Path } from "../../ground/issue.js";
import { show } from "../../ground/show.js";
import type { CommandHead } from "../command.js";
import { type Ask, find, mistyped, needed, type Outcome, readAsk, refuse, unknownValue } from "../decide/ask.js";
import { outcomeOf, refusedAs } from "../decide/outcome.js";
import { COMMAND_KEYS, HEAD_KEYS, noteUnknownKeys } from "../definition/command-keys.js";
import type { Process, ProcessIds } from "../definition/process.js";
import { resolved } from "../definition/registry.js";
import type { ImportedStay, ProcessEventData, WonAt } from "../event.js";
import { fieldsOf } from "../fields.js";
import { INITIAL } from "../fold/initial.js";
import type { Decision } from "../refusal.js";

const MOST_STAYS = 1_000;
const CLOSED_AS = ["won", "lost"] as const;
const STAY_KEYS = ["milestone", "entered", "left"];
const CLOSED_KEYS = ["as", "at", "cause"];
type Closed = ProcessEventData["history-imported"]["closed"];

/** What is known of a deal that was kept elsewhere. */
export interface DealHistory<I extends ProcessIds = ProcessIds> extends CommandHead {
  /** In order; the last is where the deal stands, or stood when it was closed. */
  readonly stays: readonly {
    readonly milestone: I["milestone"];
    /** Absent or `null`: unknown. */
    readonly entered?: PlainDate | Instant | null | undefined;
    readonly left?: PlainDate | Instant | null | undefined;
  }[];
  /** Whether it was won or lost, and when; open unless told. */
  readonly closed?:
    | {
        readonly as: "won" | "lost";
        readonly at?: PlainDate | Instant | null | undefined;
        readonly cause?: I["cause"] | null | undefined;
      }
    | null
    | undefined;
  /** Where it comes from, such as the name of a file. */
  readonly source: string;
}

/**
 * Begins a deal with its history from elsewhere, as one event: nothing in it counts as proven. Gates that it says were passed are `not-proven`, dates that it
 * doesn't know stay unknown (`null`), and standards, forms and approvals have to be met here if they are to count. Refused like any command, all faults at once: unknown milestones or causes,
 * dates that fall or lie after the import.
 *
 * `at` is when the import took place, truly: it is no date of the deal. `pipeline` and `milestoneTimes` judge a deal that was imported and has had no event since by its history's own dates, so an old export can be reported as of the day of
 * the export.
 *
 * @example
 * ```ts
 * import { importHistory, replay } from "keyaccount";
 * import { keyAccountProcess } from "keyaccount/handbook";
 *
 * const result = importHistory(keyAccountProcess, {
 *   id: "import-1", at: "2026-11-02T08:00:00Z", by: "li", source: "crm.csv",
 *   stays: [{ milestone: "visit" }, { milestone: "approval", entered: "2026-10-12" }],
 * });
 * const { milestone, stays } = replay(keyAccountProcess, result.ok ? result.value : []);
 * milestone; // => "approval"
 * stays.map(({ entered, exit }) => [entered, exit]); // => [[null, "not-proven"], ["2026-10-12", null]]
 * ```
 */
export function importHistory<I extends ProcessIds>(
  process: Process<I>,
  history: DealHistory<NoInfer<I>>,
): Decision<I> {
  const known = resolved(process);
  try {
    const given: unknown = history;
    if (typeof given !== "object" || given === null) {
      return refusedAs("wrong-type", { expected: "object", received: show(given) });
    }
    const ask = readAsk(known, INITIAL, fieldsOf(given));
    noteUnknownKeys(given, [], ask.issues, COMMAND_KEYS["history-imported"], HEAD_KEYS);
    return outcomeOf(ask, imported(ask)) as unknown as Decision<I>;
  } catch {
    return refusedAs("unreadable", {});
  }
}

/** The event of a history. */
function imported(ask: Ask): Outcome {
  const source = needed(ask, "source");
  const closed = readClosed(ask);
  const stays = readStays(ask, closed !== null);
  checkOrder(stays, closed, ask);
  const { name } = ask.known;
  return { type: "history-imported", data: { process: name, stays, closed, won: wonAt(stays, closed, ask), source } };
}

function readStays(ask: Ask, isClosed: boolean): readonly ImportedStay[] {
  const value = ask.command["stays"];
  if (!Array.isArray(value)) {
    mistyped(ask.issues, "array", ["stays"], value);
    return [];
  }
  const { length } = value;
  if (length === 0 || length > MOST_STAYS) {
    refuse(ask.issues, "out-of-range", ["stays"], { received: String(length), least: 1, most: MOST_STAYS });
    return [];
  }
  return Array.from({ length }, (_, index) =>
    readStay((value as readonly unknown[])[index], index, index === length - 1 && !isClosed, ask),
  );
}

function readStay(value: unknown, index: number, isCurrent: boolean, ask: Ask): ImportedStay {
  const path = ["stays", index];
  if (typeof value !== "object" || value === null) {
    mistyped(ask.issues, "object", path, value);
    return { milestone: "", entered: null, left: null };
  }
  const stay = fieldsOf(value);
  noteUnknownKeys(stay, path, ask.issues, STAY_KEYS);
  const milestone = find(stay["milestone"], [...path, "milestone"], ask.known.milestones, ask.issues)?.id ?? "";
  const entered = dateOf(stay["entered"], [...path, "entered"], ask);
  const left = dateOf(stay["left"], [...path, "left"], ask);
  if (isCurrent && left !== null) {
    refuse(ask.issues, "wrong-status", [...path, "left"], { status: "open", allowed: CLOSED_AS });
  }
  return { milestone, entered, left };
}

/** A day or a moment, `null` where it is unknown. */
function dateOf(value: unknown, path: Path, { issues }: Ask): string | null {
  if (value === undefined || value === null) return null;
  if (isDate(value)) return value;
  refuse(issues, "not-a-date", path, { received: show(value) });
  return null;
}

const isDate = (value: unknown): value is string => isPlainDate(value) || isInstant(value);

function readClosed(ask: Ask): Closed {
  const value = ask.command["closed"] ?? null;
  if (value === null) return null;
  if (typeof value !== "object") {
    mistyped(ask.issues, "object", ["closed"], value);
    return null;
  }
  const { as, at, cause } = fieldsOf(value);
  noteUnknownKeys(value, ["closed"], ask.issues, CLOSED_KEYS);
  if (as !== "won" && as !== "lost") unknownValue(ask.issues, ["closed", "as"], as, CLOSED_AS);
  const known = cause ?? null;
  return {
    as: as as "won" | "lost",
    at: dateOf(at, ["closed", "at"], ask),
    cause: known === null ? null : (find(known, ["closed", "cause"], ask.known.causes, ask.issues) ?? null),
  };
}

/** Known dates never fall, and none lies after the import. */
function checkOrder(stays: readonly ImportedStay[], closed: Closed, { head: { at }, issues }: Ask): void {
  const dates = [
    ...stays.flatMap(({ entered, left }, index) => [
      { date: entered, path: ["stays", index, "entered"] },
      { date: left, path: ["stays", index, "left"] },
    ]),
    { date: closed?.at ?? null, path: ["closed", "at"] },
    { date: at, path: ["at"] },
  ];
  let earlier: string | undefined;
  for (const { date, path } of dates) {
    if (!isDate(date)) continue;
    if (earlier !== undefined && isAfter(earlier, date)) refuse(issues, "out-of-order", path, { earlier, later: date });
    earlier = date;
  }
}

/** When the order was won: its gate lies behind, or the deal was closed as won. */
function wonAt(stays: readonly ImportedStay[], closed: Closed, { known }: Ask): WonAt | null {
  const wins = ({ milestone }: ImportedStay): boolean => known.milestones.get(milestone)?.own.wins === true;
  const gate = stays.slice(0, -1).find(wins);
  if (gate !== undefined) return { at: gate.left, milestone: gate.milestone };
  return closed?.as === "won" ? { at: closed.at, milestone: stays.at(-1)?.milestone ?? "" } : null;
}
