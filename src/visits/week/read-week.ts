import { minuteOf } from "../../ground/calendar/clock.js";
import { type Resolved, WEEK_DAYS } from "../../ground/calendar/resolved.js";
import { dayNumber, dayText, type Instant } from "../../ground/dates.js";
import { print } from "../../ground/print.js";
import { demand, type Reader, readDecimal, readInput, readOptions, refuse } from "../../ground/reader.js";
import { FOLLOW_WAYS, type FollowWay } from "../../portfolio/levels/levels.js";
import { CADENCE_STATES, type CadenceState } from "../cadence/cadence.js";
import { calendarOf } from "../calendar-days.js";
import {
  codeOf,
  demandId,
  distinctById,
  type Fields,
  fieldOf,
  idsOf,
  integerOf,
  lineOf,
  listOf,
  recordsOf,
  refuseField,
  rootFields,
  timeOf,
} from "../fields.js";
import { readTravel, type Way } from "../travel.js";
import { VISIT_MINUTES } from "./week.js";
import { type WorkDay, workDays } from "./work-days.js";

const HOUR_MINUTES = 60n;
const MOST_HOURS = 168;
const MOST_MINUTES = 1440;

/** A client that may be due. */
export interface ReadDue {
  readonly id: string;
  readonly state: CadenceState;
  readonly dueOn: string | null;
  readonly way: FollowWay | null;
}

/** Where a client is and who sees it. */
interface ReadWeekClient {
  readonly id: string;
  readonly visitor: string | null;
  readonly place: string | null;
  readonly minutes: number | null;
}

/** One of ours. */
export interface ReadPerson {
  readonly id: string;
  readonly capacity: number;
  readonly base: string | null;
  readonly daysOff: ReadonlySet<number>;
}

/** What was planned before. */
export interface ReadPlanned {
  readonly id: string;
  readonly visitor: string;
  /** As it was told. */
  readonly startsAt: Instant;
  /** In minutes of UTC. */
  readonly start: number;
}

/** What a week is planned from, read. */
export interface ReadSituation {
  readonly due: readonly ReadDue[];
  readonly clients: ReadonlyMap<string, ReadWeekClient>;
  /** By id. */
  readonly people: ReadonlyMap<string, ReadPerson>;
  /** By client. */
  readonly planned: ReadonlyMap<string, ReadPlanned>;
  readonly reader: Reader;
}

/** Reads people, clients and who is due; what has no id is left out. */
export function readSituation(situation: unknown): ReadSituation {
  const reader = readInput(situation);
  const root = rootFields(reader);
  const rows = (key: string): readonly Fields[] => demand(reader, recordsOf(root, key), [key]) ?? [];
  const people = distinctById(rows("people"), readPerson);
  return {
    due: distinctById(rows("due"), readDue),
    clients: new Map(distinctById(rows("clients"), readClient).map((one) => [one.id, one])),
    people: new Map(people.sort((a, b) => (a.id < b.id ? -1 : 1)).map((one) => [one.id, one])),
    planned: new Map(
      distinctById(recordsOf(root, "planned") ?? [], readPlanned, "clientId").map((one) => [one.id, one]),
    ),
    reader,
  };
}

function readPlanned(fields: Fields): ReadPlanned | null {
  const [id, visitor] = [demandId(fields, "clientId"), demandId(fields, "personId")];
  const time = demand(fields.reader, timeOf(fields, "startsAt"), [...fields.path, "startsAt"]);
  if (id === null || visitor === null || time === null) return null;
  const start = minuteOf(time);
  return start === null
    ? refuseField(fields, "startsAt", { code: "not-a-date", details: { received: time, expected: "moment" } })
    : { id, visitor, startsAt: time, start };
}

function readDue(fields: Fields): ReadDue | null {
  const id = demandId(fields, "id");
  if (id === null) return null;
  const state = codeOf(fields, "state", CADENCE_STATES) ?? "unknown";
  return { id, state, dueOn: timeOf(fields, "dueOn"), way: codeOf(fields, "way", FOLLOW_WAYS) };
}

function readClient(fields: Fields): ReadWeekClient | null {
  const id = demandId(fields, "id");
  if (id === null) return null;
  return {
    id,
    visitor: idsOf(fields, "managedBy")?.[0] ?? null,
    place: lineOf(fields, "place") ?? lineOf(fields, "address"),
    minutes: integerOf(fields, "visitMinutes", { least: 1, most: MOST_MINUTES }),
  };
}

/** Someone whose hours can't be read has none. */
function readPerson(fields: Fields): ReadPerson | null {
  const { reader, path } = fields;
  const id = demandId(fields, "id");
  const at = [...path, "hours"];
  const hours = demand(reader, readDecimal(reader, fieldOf(fields, "hours"), at, { least: 0, most: MOST_HOURS }), at);
  if (id === null) return null;
  const capacity = hours === null ? 0 : Number((hours.n * HOUR_MINUTES) / hours.d);
  return { id, capacity, base: lineOf(fields, "base"), daysOff: readDaysOff(fields) };
}

function readDaysOff(fields: Fields): ReadonlySet<number> {
  const days = (listOf(fields, "daysOff") ?? []).flatMap((day, index) => {
    const number = typeof day === "string" ? dayNumber(day) : null;
    if (number !== null) return [number];
    const path = [...fields.path, "daysOff", index];
    refuse(fields.reader, { code: "not-a-date", path, details: { received: print(day), expected: "day" } });
    return [];
  });
  return new Set(days);
}

/** Options that were read. */
export interface WeekSettings {
  readonly firstDay: number;
  readonly calendar: Resolved;
  /** The days of the week on which there is working time. */
  readonly days: readonly WorkDay[];
  readonly way: Way;
  readonly minutes: number;
}

/** Reads the options and throws all their faults. */
export function readWeekOptions(options: unknown): WeekSettings {
  return readOptions(options, ["week", "calendar", "travel", "visitMinutes"], (reader) => {
    const root = rootFields(reader);
    const week = demand(reader, timeOf(root, "week"), ["week"]);
    const firstDay = week === null ? null : dayNumber(week);
    if (week !== null && (firstDay === null || !isWritable(firstDay)))
      refuse(reader, { code: "not-a-date", path: ["week"], details: { received: week, expected: "day" } });
    for (const key of ["travel", "calendar"]) demand(reader, fieldOf(root, key) ?? null, [key]);
    const calendar = calendarOf(root);
    return {
      firstDay: firstDay as number,
      calendar: calendar as Resolved,
      days: calendar === null || firstDay === null ? [] : workDays(calendar, firstDay),
      way: readTravel(root),
      minutes: integerOf(root, "visitMinutes", { least: 1, most: MOST_MINUTES }) ?? VISIT_MINUTES,
    };
  });
}

/** Whether the week and the days beside it can be written in any zone. */
function isWritable(firstDay: number): boolean {
  return dayText(firstDay - 1) !== null && dayText(firstDay + WEEK_DAYS) !== null;
}
