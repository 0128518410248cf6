import type { Instant, PlainDate } from "../../ground/dates.js";
import type { Json, JsonObject } from "../../ground/json.js";
import type { Rational } from "../../ground/rational.js";
import {
  demand,
  type Reader,
  readDay,
  readDecimal,
  readInteger,
  readList,
  readNested,
  readOptions,
  readRecord,
  readText,
} from "../../ground/reader.js";
import { ARCHIVE_AGE_DAYS } from "./archive.js";
import { ARCHIVE_FIELDS, type ArchiveFieldList } from "./fields.js";

/** An indicator of an evaluation whose fact counted. */
export interface Footed {
  readonly id: string;
  readonly weight: Rational;
  readonly observedAt: PlainDate | Instant | null;
  readonly isVerified: boolean;
}

/** The options, read. */
export interface ArchiveSettings {
  readonly asOf: string;
  readonly fields: ArchiveFieldList;
  /** Days, each bound included. */
  readonly bounds: { readonly current: number; readonly ageing: number; readonly stale: number };
  readonly weights: ReadonlyMap<string, Rational>;
  readonly maxAges: ReadonlyMap<string, number>;
  readonly footed: readonly Footed[];
}

const OPTIONS = ["asOf", "evaluation", "scorecard", "fields", "ages"];
const MOST_DAYS = 36_525;
/** Any total of a scorecard is below. */
const WEIGHTS = { least: 0, most: 1_000_000_000_000_000 } as const;

/** Reads the options of `clientArchive`; throws all their faults. */
export function readArchiveOptions(options: unknown): ArchiveSettings {
  return readOptions(options, OPTIONS, (reader) => {
    const asOf = demand(reader, readDay(reader, reader.record["asOf"], ["asOf"]), ["asOf"]);
    const weights = new Map<string, Rational>();
    const maxAges = new Map<string, number>();
    const footed: Footed[] = [];
    for (const { id, path, record } of indicatorsOf(reader, "scorecard")) {
      const weight = readDecimal(reader, record["weight"], [...path, "weight"], WEIGHTS);
      if (weight !== null) weights.set(id, weight);
      const days = readInteger(reader, record["maxAgeDays"], [...path, "maxAgeDays"], { least: 0 });
      if (days !== null) maxAges.set(id, days);
    }
    for (const { id, path, record } of indicatorsOf(reader, "evaluation")) {
      const weight = demandDecimal(reader, record["weight"], [...path, "weight"]);
      if (weight === null) continue;
      weights.set(id, weight);
      if (record["status"] === "known" && record["points"] !== null) {
        const observedAt = readDay(reader, record["observedAt"], [...path, "observedAt"]);
        footed.push({ id, weight, observedAt, isVerified: record["verified"] === true });
      }
    }
    return { asOf: asOf as string, fields: readFields(reader), bounds: readBounds(reader), weights, maxAges, footed };
  });
}

function demandDecimal(reader: Reader, value: Json | undefined, path: readonly string[]): Rational | null {
  return demand(reader, readDecimal(reader, value, path, WEIGHTS), path);
}

interface ReadIndicator {
  readonly id: string;
  readonly path: readonly string[];
  readonly record: JsonObject;
}

function indicatorsOf(reader: Reader, name: "evaluation" | "scorecard"): ReadIndicator[] {
  const given = readRecord(reader, reader.record[name], [name]);
  if (given === null) return [];
  const place = [name, "indicators"];
  const indicators = demand(reader, readRecord(reader, given["indicators"], place), place);
  return Object.entries(indicators ?? {}).flatMap(([id, entry]) => {
    const path = [...place, id];
    const record = demand(reader, readRecord(reader, entry, path), path);
    return record === null ? [] : { id, path, record };
  });
}

function readFields(reader: Reader): ArchiveFieldList {
  const given = readRecord(reader, reader.record["fields"], ["fields"]);
  if (given === null) return ARCHIVE_FIELDS;
  const sections = Object.entries(given).map(([section, fields]) => {
    const path = ["fields", section];
    const list = demand(reader, readList(reader, fields, path), path) ?? [];
    const names = list.map((field, index) =>
      demand(reader, readText(reader, field, [...path, index]), [...path, index]),
    );
    return [section, [...new Set(names)]] as const;
  });
  return Object.fromEntries(sections) as ArchiveFieldList;
}

/** Each bound is at least the one before. */
function readBounds(reader: Reader): ArchiveSettings["bounds"] {
  const ages = readNested(reader, "ages", Object.keys(ARCHIVE_AGE_DAYS));
  const read = (name: keyof typeof ARCHIVE_AGE_DAYS, least: number): number =>
    readInteger(reader, ages[name], ["ages", name], { least, most: MOST_DAYS }) ??
    Math.max(least, ARCHIVE_AGE_DAYS[name]);
  const current = read("current", 0);
  const ageing = read("ageing", current);
  return { current, ageing, stale: read("stale", ageing) };
}
