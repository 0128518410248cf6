import { dayOf, isAfter } from "../../ground/dates.js";
import type { Path } from "../../ground/issue.js";
import type { JsonObject } from "../../ground/json.js";
import {
  demand,
  isLater,
  type Reader,
  readAnswer,
  readCode,
  readDay,
  readInput,
  readInteger,
  readList,
  readNested,
  readOptions,
  readRecord,
  refuse,
} from "../../ground/reader.js";
import { ANSWER_DAYS, NEED_KINDS, type NeedKind, type NeedStatus, TOUCH_SIDES, type TouchSide } from "./enthusiasm.js";
import { MOST_PERIODS } from "./options.js";

/** The options, read. */
export interface EnthusiasmSettings {
  readonly asOf: string;
  readonly months: number;
  readonly answerDays: Readonly<Record<NeedKind, number>>;
  readonly persistence: number;
}

/** A touch, read. */
export interface ReadTouch {
  readonly at: string;
  readonly by: TouchSide;
}

/** A need, read and judged. */
export interface ReadNeed {
  readonly at: string;
  readonly kind: NeedKind;
  readonly status: NeedStatus;
  /** Days until it was answered; `null` if it wasn't, or if nobody knows. */
  readonly days: number | null;
}

/** What is known of a client, read; a list is `null` where it is unknown. */
export interface EnthusiasmReading {
  readonly reader: Reader;
  readonly touches: readonly ReadTouch[] | null;
  readonly needs: readonly ReadNeed[] | null;
  readonly signedOn: string | null;
  readonly deliveredOn: string | null;
}

const OPTIONS = ["asOf", "months", "answerDays", "persistence"];
const MONTHS = 60;
const PERSISTENCE = 2;
const LONGEST_ANSWER = 3660;

/** Reads the options; throws their faults. */
export function readEnthusiasmOptions(options: unknown): EnthusiasmSettings {
  return readOptions(options, OPTIONS, (reader) => {
    const { asOf, months, persistence } = reader.record;
    return {
      asOf: demand(reader, readDay(reader, asOf, ["asOf"]), ["asOf"]) ?? "",
      months: readInteger(reader, months, ["months"], { least: 1, most: MOST_PERIODS }) ?? MONTHS,
      answerDays: readAnswerDays(reader),
      persistence: readInteger(reader, persistence, ["persistence"], { least: 1, most: MOST_PERIODS }) ?? PERSISTENCE,
    };
  });
}

function readAnswerDays(reader: Reader): EnthusiasmSettings["answerDays"] {
  const days = readNested(reader, "answerDays", NEED_KINDS);
  const read = (kind: NeedKind): number =>
    readInteger(reader, days[kind], ["answerDays", kind], { least: 0, most: LONGEST_ANSWER }) ?? ANSWER_DAYS[kind];
  return { request: read("request"), complaint: read("complaint") };
}

/** Reads touches, needs and the days of the sale; rows that can't be counted are issues. */
export function readEnthusiasmFacts(facts: unknown, settings: EnthusiasmSettings): EnthusiasmReading {
  const reader = readInput(facts);
  const { record } = reader;
  const signedOn = readDay(reader, record["signedOn"], ["signedOn"]);
  const deliveredOn = readDay(reader, record["deliveredOn"], ["deliveredOn"]);
  return {
    reader,
    touches: readRows(reader, "touches", (row, path, at) => readTouch(reader, row, path, at), settings),
    needs: readRows(reader, "needs", (row, path, at) => readNeed(reader, row, path, at, settings), settings),
    signedOn,
    deliveredOn: isInOrder(reader, signedOn, deliveredOn, ["deliveredOn"]) ? deliveredOn : null,
  };
}

function isInOrder(reader: Reader, earlier: string | null, later: string | null, path: Path): boolean {
  if (earlier === null || later === null || !isAfter(earlier, later)) return true;
  refuse(reader, { code: "out-of-order", path, details: { earlier, later } });
  return false;
}

function readRows<T>(
  reader: Reader,
  key: "touches" | "needs",
  read: (row: JsonObject, path: Path, at: string) => T | null,
  { asOf }: EnthusiasmSettings,
): T[] | null {
  const rows = demand(reader, readList(reader, reader.record[key], [key]), [key]);
  if (rows === null) return null;
  return rows.flatMap((entry, index) => {
    const path = [key, index];
    const row = demand(reader, readRecord(reader, entry, path), path);
    const at = row === null ? null : readMoment(reader, row, path, asOf);
    const value = row === null || at === null ? null : read(row, path, at);
    return value === null ? [] : [value];
  });
}

/** When a row happened; `null` where that isn't known, or lies after the day of the question. */
function readMoment(reader: Reader, row: JsonObject, path: Path, asOf: string): string | null {
  const place = [...path, "at"];
  const at = demand(reader, readDay(reader, row["at"], place), place);
  return isLater(reader, at, place, asOf) ? null : at;
}

function readTouch(reader: Reader, row: JsonObject, path: Path, at: string): ReadTouch | null {
  const by = readCode(reader, row["by"], [...path, "by"], TOUCH_SIDES);
  const isTold = row["by"] !== undefined && row["by"] !== null;
  return by === null && isTold ? null : { at, by: by ?? "us" };
}

function readNeed(
  reader: Reader,
  row: JsonObject,
  path: Path,
  at: string,
  settings: EnthusiasmSettings,
): ReadNeed | null {
  const place = [...path, "kind"];
  const kind = demand(reader, readCode(reader, row["kind"], place, NEED_KINDS), place);
  return kind === null ? null : { at, kind, ...readReply(reader, row, path, at, settings.answerDays[kind], settings) };
}

function readReply(
  reader: Reader,
  row: JsonObject,
  path: Path,
  at: string,
  most: number,
  { asOf }: EnthusiasmSettings,
): Pick<ReadNeed, "status" | "days"> {
  const place = [...path, "answeredAt"];
  const answeredAt = readDay(reader, row["answeredAt"], place);
  const isUnanswered = readAnswer(reader, row["unanswered"], [...path, "unanswered"]) === true;
  if (!isInOrder(reader, at, answeredAt, place)) return { status: "unknown", days: null };
  const isAnswered = answeredAt !== null && !isAfter(answeredAt, asOf);
  if (isAnswered && isUnanswered) {
    refuse(reader, { code: "contradictory-fact", path, details: {} });
    return { status: "unknown", days: null };
  }
  if (answeredAt === null && !isUnanswered) return { status: "unknown", days: null };
  const days = daysBetween(at, isAnswered ? answeredAt : asOf);
  if (isAnswered) return { status: days > most ? "answered-late" : "answered", days };
  return { status: days > most ? "overdue" : "not-yet-due", days: null };
}

/** Days from one day or moment to a later one; between a day and a moment, whose zones may differ, never below zero. */
function daysBetween(from: string, to: string): number {
  return Math.max(0, (dayOf(to) as number) - (dayOf(from) as number));
}
