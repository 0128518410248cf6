import { isAfter, isInstant, isPlainDate } from "../../ground/dates.js";
import type { Path } from "../../ground/issue.js";
import { show } from "../../portfolio/arguments.js";
import { own } from "../../portfolio/own.js";
import type { ImportedStay, ProcessEventData, WonAt } from "../event.js";
import { type Ask, find, isIn, needed } from "./ask.js";
import type { Outcome } from "./work.js";

const MOST_STAYS = 1_000;
type Imported = ProcessEventData["history-imported"];

export function importHistory(ask: Ask): Outcome {
  isIn(ask, "new");
  const source = needed(ask, "source");
  const closed = readClosed(ask);
  const stays = readStays(ask, closed !== null);
  checkOrder(stays, closed, ask);
  return { type: "history-imported", process: ask.known.name, stays, closed, won: wonAt(stays, closed, ask), source };
}

function readStays(ask: Ask, isClosed: boolean): readonly ImportedStay[] {
  const value = own(ask.command, "stays");
  if (!Array.isArray(value)) {
    ask.issues.push({ code: "wrong-type", path: ["stays"], details: { expected: "array", received: show(value) } });
    return [];
  }
  const { length } = value;
  if (length === 0 || length > MOST_STAYS) {
    const details = { received: String(length), least: 1, most: MOST_STAYS };
    ask.issues.push({ code: "out-of-range", path: ["stays"], details });
    return [];
  }
  return Array.from(value as readonly unknown[], (stay, index) =>
    readStay(stay, index === length - 1 && !isClosed, index, ask),
  );
}

function readStay(stay: unknown, isLast: boolean, index: number, ask: Ask): ImportedStay {
  const path = ["stays", index];
  if (typeof stay !== "object" || stay === null) {
    ask.issues.push({ code: "wrong-type", path, details: { expected: "object", received: show(stay) } });
    return { milestone: "", entered: null, left: null };
  }
  const milestone = find(own(stay, "milestone"), [...path, "milestone"], ask.known.milestones, ask.issues)?.id ?? "";
  const entered = dateOf(own(stay, "entered"), [...path, "entered"], ask);
  const left = dateOf(own(stay, "left"), [...path, "left"], ask);
  if (isLast && left !== null) {
    const details = { status: "open", allowed: ["won", "lost"] };
    ask.issues.push({ code: "wrong-status", path: [...path, "left"], details });
  }
  return { milestone, entered, left };
}

/** A day or a moment, `null` where it is unknown. */
function dateOf(value: unknown, path: Path, { issues }: Ask): string | null {
  if (value === undefined || value === null) return null;
  if (isPlainDate(value) || isInstant(value)) return value;
  issues.push({ code: "not-a-date", path, details: { received: show(value) } });
  return null;
}

function readClosed(ask: Ask): Imported["closed"] {
  const value = own(ask.command, "closed") ?? null;
  if (value === null) return null;
  if (typeof value !== "object") {
    ask.issues.push({ code: "wrong-type", path: ["closed"], details: { expected: "object", received: show(value) } });
    return null;
  }
  const as = own(value, "as");
  if (as !== "won" && as !== "lost") {
    const details = { received: show(as), allowed: ["won", "lost"] };
    ask.issues.push({ code: "unknown-value", path: ["closed", "as"], details });
  }
  const given = own(value, "cause") ?? null;
  const cause = given === null ? null : (find(given, ["closed", "cause"], ask.known.causes, ask.issues) ?? null);
  return { as: as as "won" | "lost", at: dateOf(own(value, "at"), ["closed", "at"], ask), cause };
}

/** Known dates never fall, and none lies after the import. */
function checkOrder(stays: readonly ImportedStay[], closed: Imported["closed"], { at, issues }: Ask): void {
  const dates = stays.flatMap(({ entered, left }, index) => [
    { date: entered, path: ["stays", index, "entered"] },
    { date: left, path: ["stays", index, "left"] },
  ]);
  const known = [...dates, { date: closed?.at ?? null, path: ["closed", "at"] }, { date: at, path: ["at"] }].filter(
    (one): one is { date: string; path: (string | number)[] } => one.date !== null && isDate(one.date),
  );
  known.forEach(({ date, path }, index) => {
    const earlier = known[index - 1]?.date;
    if (earlier !== undefined && isAfter(earlier, date)) {
      issues.push({ code: "out-of-order", path, details: { earlier, later: date } });
    }
  });
}

const isDate = (value: string): boolean => isPlainDate(value) || isInstant(value);

/** When the order was won: its gate lies behind, or the deal was closed as won. */
function wonAt(stays: readonly ImportedStay[], closed: Imported["closed"], { known }: Ask): WonAt | null {
  const gate = stays.find(
    ({ milestone }, index) => known.milestones.get(milestone)?.own.wins === true && index < stays.length - 1,
  );
  if (gate !== undefined) return { at: gate.left, milestone: gate.milestone };
  return closed?.as === "won" ? { at: closed.at, milestone: stays.at(-1)?.milestone ?? "" } : null;
}
