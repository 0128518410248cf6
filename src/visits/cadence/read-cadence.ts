import type { Resolved } from "../../ground/calendar/resolved.js";
import { isSafeId } from "../../ground/id.js";
import { demand, readOptions, refuse } from "../../ground/reader.js";
import { CARE_MANNERS, FOLLOW_WAYS } from "../../portfolio/levels/levels.js";
import { calendarOf, dayIn } from "../calendar-days.js";
import { codeOf, demandId, type Fields, fieldOf, flagOf, integerOf, recordOf, rootFields, timeOf } from "../fields.js";
import { isNotYet } from "../known-by.js";
import { CADENCE_TABLE, type CadenceRule } from "./cadence.js";
import type { LastSeen } from "./due.js";

const MOST_PER_YEAR = 366;
const MOST_GAP = 3660;
const AHEAD = 7;
const MOST_AHEAD = 366;
const MOST_CONTACTS = 1_000_000;

/** A table's rules in its order. */
export type Table = ReadonlyMap<string, CadenceRule>;

/** Options that were read. */
export interface CadenceSettings {
  readonly asOf: string;
  readonly today: number;
  readonly ahead: number;
  readonly table: Table;
  readonly calendar: Resolved | null;
}

/** A client that was read; `null` is unknown. */
export interface ReadClient extends LastSeen {
  readonly id: string;
  readonly class: string | null;
  readonly level: string | null;
  readonly contacts: number | null;
  readonly buys: boolean | null;
}

/** Reads the options and throws all their faults. */
export function readCadenceOptions(options: unknown): CadenceSettings {
  return readOptions(options, ["asOf", "table", "calendar", "aheadDays"], (reader) => {
    const root = rootFields(reader);
    const asOf = demand(reader, timeOf(root, "asOf"), ["asOf"]);
    const calendar = calendarOf(root);
    return {
      asOf: asOf as string,
      today: asOf === null ? 0 : dayIn(calendar, asOf),
      ahead: integerOf(root, "aheadDays", { least: 0, most: MOST_AHEAD }) ?? AHEAD,
      table: readTable(root),
      calendar,
    };
  });
}

function readTable(root: Fields): Table {
  const table = recordOf(root, "table");
  if (table === null) return new Map(Object.entries(CADENCE_TABLE));
  const names = Object.keys(table.record);
  if (names.length === 0) refuse(root.reader, { code: "too-few", path: ["table"], details: { least: 1, received: 0 } });
  return new Map(names.flatMap((name) => ruleIn(table, name)));
}

function ruleIn(table: Fields, name: string): [string, CadenceRule][] {
  const { reader, path } = table;
  const at = [...path, name];
  if (!isSafeId(name)) refuse(reader, { code: "not-an-id", path: at, details: { received: name.slice(0, 64) } });
  const fields = demand(reader, recordOf(table, name), at);
  if (fields === null) return [];
  const perYear = demand(reader, integerOf(fields, "perYear", { least: 1, most: MOST_PER_YEAR }), [...at, "perYear"]);
  const way = demand(reader, codeOf(fields, "way", FOLLOW_WAYS), [...at, "way"]);
  const manner = demand(reader, codeOf(fields, "manner", CARE_MANNERS), [...at, "manner"]);
  const longestGapDays = integerOf(fields, "longestGapDays", { least: 1, most: MOST_GAP });
  return perYear === null || way === null || manner === null ? [] : [[name, { perYear, way, manner, longestGapDays }]];
}

/** A client; `null` without an id. */
export function readClient(fields: Fields, settings: CadenceSettings): ReadClient | null {
  const id = demandId(fields, "id");
  if (id === null) return null;
  const names = [...settings.table.keys()];
  return {
    id,
    class: codeOf(fields, "class", names),
    level: codeOf(fields, "level", names),
    visit: readSeen(fields, "lastVisit", settings),
    contact: readSeen(fields, "lastContact", settings),
    contacts: integerOf(fields, "contacts", { least: 0, most: MOST_CONTACTS }),
    buys: flagOf(fields, "buys"),
  };
}

/** What comes after `asOf` isn't known yet. */
function readSeen(fields: Fields, key: string, settings: CadenceSettings): number | "never" | null {
  if (fieldOf(fields, key) === "never") return "never";
  const time = timeOf(fields, key);
  if (time === null || isNotYet(fields.reader, time, [...fields.path, key], settings)) return null;
  return dayIn(settings.calendar, time);
}
