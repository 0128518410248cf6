import type { PortfolioIssue } from "../../ground/issue.js";
import { isRead } from "../../portfolio/field.js";
import { own } from "../../portfolio/own.js";
import { quantity } from "../../portfolio/rows.js";
import { PROCESS_STATUSES, STAY_ENTRIES, STAY_EXITS } from "../state.js";
import { checkOrder } from "./as-of.js";
import type { Deal, DealEffort, DealStay } from "./deal.js";
import {
  codeAt,
  countAt,
  demandCode,
  listAt,
  optionalAt,
  type Place,
  pathOf,
  recordAt,
  type Source,
  sourceOf,
  timeAt,
} from "./source.js";

/** The names that a state may have. */
export interface DealNames {
  readonly id: string;
  readonly version: string;
  readonly milestones: readonly string[];
  /** Tasks whose completion is asked for. */
  readonly tasks: readonly string[];
  readonly asOf: string;
}

/** Reads a state as of a time; `null`, and all its faults, where it has any. Nothing that it holds can make this throw. */
export function readDeal(value: unknown, names: DealNames, place: Place | null, issues: PortfolioIssue[]): Deal | null {
  const before = issues.length;
  try {
    const source = sourceOf(value, place, issues);
    const deal = source === null ? null : readState(source, names);
    if (source !== null && deal !== null && issues.length === before) checkOrder(source, deal, names.asOf);
    return issues.length === before ? deal : null;
  } catch {
    issues.push({ code: "unreadable", path: pathOf(place), details: {} });
    return null;
  }
}

function readState(source: Source, names: DealNames): Deal {
  checkProcess(source, names);
  const stays = listAt(source, "stays").map((stay) => readStay(stay, names));
  return {
    status: demandCode(source, "status", PROCESS_STATUSES) ?? "new",
    milestone: names.milestones.indexOf(codeAt(source, "milestone", names.milestones) ?? ""),
    at: happenedAt(source, stays),
    won: readWon(source),
    closing: readClosing(source),
    stays,
    pauses: listAt(source, "pauses").map((pause) => ({ from: demandTime(pause, "from"), to: timeAt(pause, "to") })),
    efforts: readEfforts(source, names),
    completed: readCompleted(source, names),
  };
}

/**
 * When the last thing happened to a deal. That its history was imported didn't happen to it: where nothing has happened since, only the history's own dates tell, and the deal can be judged
 * as of a day before the import.
 */
function happenedAt(source: Source, [first]: readonly DealStay[]): string | null {
  const at = timeAt(source, "at");
  const isImportAlone = own(source.record, "revision") === 1 && first?.entry === "imported";
  return isImportAlone ? null : at;
}

/** A deal that isn't started has no process yet. */
function checkProcess(source: Source, { id, version }: DealNames): void {
  const process = optionalAt(source, "process");
  if (process === null) return;
  demandCode(process, "id", [id]);
  demandCode(process, "version", [version]);
}

function readWon(source: Source): Deal["won"] {
  const won = optionalAt(source, "won");
  return won === null ? null : { at: timeAt(won, "at") };
}

function readClosing(source: Source): Deal["closing"] {
  const last = listAt(source, "closings").at(-1);
  if (last === undefined || optionalAt(last, "reopened") !== null) return null;
  const cause = own(last.record, "cause");
  return {
    as: demandCode(last, "as", ["won", "lost"]) ?? "lost",
    at: timeAt(last, "at"),
    cause: typeof cause === "string" ? cause : null,
  };
}

function readStay(source: Source, { milestones }: DealNames): DealStay {
  return {
    milestone: milestones.indexOf(demandCode(source, "milestone", milestones) ?? ""),
    entered: timeAt(source, "entered"),
    left: timeAt(source, "left"),
    exit: codeAt(source, "exit", STAY_EXITS),
    entry: demandCode(source, "entry", STAY_ENTRIES) ?? "imported",
  };
}

function readEfforts(source: Source, { milestones }: DealNames): DealEffort[] {
  const efforts = recordAt(source, "efforts");
  if (efforts === null) return [];
  return milestones.flatMap((id, milestone) => {
    const effort = optionalAt(efforts, id);
    if (effort === null) return [];
    const [contacts, minutes] = [countAt(effort, "contacts"), countAt(effort, "minutes")];
    return [{ milestone, contacts, minutes, costs: readCosts(effort) }];
  });
}

function readCosts(effort: Source): DealEffort["costs"] {
  const costs = recordAt(effort, "costs");
  if (costs === null) return [];
  return Object.keys(costs.record).flatMap((currency) => {
    const read = quantity(own(costs.record, currency));
    if (isRead(read)) return read.value === null ? [] : [{ currency, amount: read.value }];
    costs.issues.push({ ...read.fault, path: pathOf(costs.place, currency) });
    return [];
  });
}

function readCompleted(source: Source, { tasks }: DealNames): Deal["completed"] {
  const completed = new Map<string, string>();
  if (tasks.length === 0) return completed;
  for (const stamp of listAt(source, "tasks")) {
    const task = own(stamp.record, "id");
    const at = demandTime(stamp, "at");
    if (typeof task === "string") completed.set(task, at);
  }
  return completed;
}

/** A day or moment that must be there. */
function demandTime(source: Source, key: string): string {
  const time = timeAt(source, key);
  if (time === null && (own(source.record, key) ?? null) === null) {
    source.issues.push({ code: "required", path: pathOf(source.place, key), details: {} });
  }
  return time ?? "";
}
