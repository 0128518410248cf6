import { print } from "../../ground/print.js";
import { cutIssues, restOf } from "../history/issue-cap.js";
import type { ExperienceRecordIssue } from "./derived.js";
import { date, fault, optional, type Place, type Reader, wrong } from "./fields.js";
import { type ListName, type Row, type Rows, rowReaders } from "./rows.js";

const MOST_ROWS = 1_000_000;

/** Rows that could be read, list by list. */
export type ReadLists = { readonly [K in ListName]: readonly Rows[K][] };

/** Records that could be read, and since when support is recorded, where the host says it. */
export interface ReadRecords {
  readonly lists: ReadLists;
  readonly supportSince: string | null;
}

type Given = Readonly<Record<string, unknown>>;

/** Faults of all lists; those that weren't listed are counted. */
interface Faults extends Place {
  dropped: number;
}

/** Reads all lists; what is faulty in them is left out, with its issues, a thousand at most. Nothing that they hold can make this throw. */
export function readRecords(records: unknown, issues: ExperienceRecordIssue[]): ReadRecords {
  const readers = rowReaders();
  const given = givenOf(records, [...Object.keys(readers), "supportSince"], { path: [], issues });
  const faults: Faults = { path: [], issues, dropped: 0 };
  const read = <K extends ListName>(key: K): readonly Rows[K][] =>
    readList<Rows[K]>(given[key], readers[key], key, faults);
  const all: ReadRecords = {
    lists: {
      decisions: read("decisions"),
      orders: read("orders"),
      quotations: read("quotations"),
      supportRequests: read("supportRequests"),
      visits: read("visits"),
      specifications: read("specifications"),
    },
    supportSince: optional(date)(given["supportSince"], { path: ["supportSince"], issues }) ?? null,
  };
  faults.dropped += cutIssues(issues);
  issues.push(...restOf(faults.dropped));
  return all;
}

/** The lists that were given; a key that there isn't is most often a misspelling. */
function givenOf(records: unknown, allowed: readonly string[], { issues }: Place): Given {
  const place = { path: [], issues };
  try {
    if (typeof records !== "object" || records === null || Array.isArray(records)) {
      wrong("object", records, place);
      return {};
    }
    const given: Given = { ...records };
    for (const key of Object.keys(given).filter((one) => !allowed.includes(one))) {
      fault({ path: [key], issues }, { code: "unknown-key", details: { key: print(key), allowed } });
    }
    return given;
  } catch {
    fault(place, { code: "unreadable", details: {} });
    return {};
  }
}

function readList<T extends Row>(list: unknown, reader: Reader<T>, name: ListName, faults: Faults): readonly T[] {
  if (list === undefined || list === null) return [];
  const { issues } = faults;
  const path = [name];
  const rows = copyOf(list, { path, issues });
  const seen = new Set<string>();
  return rows.flatMap((raw, index) => {
    faults.dropped += cutIssues(issues);
    const row = reader(raw, { path: [...path, index], issues });
    if (row === undefined) return [];
    if (seen.has(row.id)) {
      fault({ path: [...path, index, "id"], issues }, { code: "duplicate-id", details: { id: row.id } });
      return [];
    }
    seen.add(row.id);
    return [row];
  });
}

/** A plain copy, without holes. */
function copyOf(list: unknown, place: Place): readonly unknown[] {
  try {
    if (Array.isArray(list) && list.length <= MOST_ROWS) return Array.from<unknown>(list);
    if (!Array.isArray(list)) wrong("array", list, place);
    else fault(place, { code: "too-many", details: { most: MOST_ROWS, received: list.length } });
  } catch {
    fault(place, { code: "unreadable", details: {} });
  }
  return [];
}
