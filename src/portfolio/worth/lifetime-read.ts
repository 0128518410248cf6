import type { Path } from "../../ground/issue.js";
import type { Json } from "../../ground/json.js";
import { exactQuantity, printDecimal } from "../../ground/numeral.js";
import { compare, minus, ONE, plus, type Rational } from "../../ground/rational.js";
import {
  type Range,
  type Reader,
  readCode,
  readCurrency,
  readDecimal,
  readInput,
  readInteger,
  readList,
  readOptions,
  refuse,
} from "../../ground/reader.js";
import { LIFETIME_TIMINGS, type LifetimeHorizon, type LifetimeTiming, RETENTION_CHANGES } from "./lifetime.js";
import { MOST_PERIODS, readScale } from "./options.js";

/** The same value in every period, or one per period. */
export type Values = Rational | readonly Rational[];

/** The options, read. */
export interface LifetimeSettings {
  readonly timing: LifetimeTiming;
  readonly scale: number;
  readonly changes: readonly Rational[];
}

/** What is known of a client, read; `null` is unknown or faulty. */
export interface LifetimeReading {
  readonly reader: Reader;
  readonly currency: string | null;
  readonly margin: Values | null;
  /** Whether the margin was told by period, soundly or not. */
  readonly isByPeriod: boolean;
  readonly retention: Values | null;
  /** 1 + discount rate. */
  readonly growth: Rational | null;
  readonly acquisitionCost: Rational | null;
  readonly periods: Horizon;
}

/** How many margins are counted; `null` if that is faulty. */
type Horizon = number | LifetimeHorizon | null;

/** Reads the options; throws their faults. */
export function readLifetimeOptions(options: unknown): LifetimeSettings {
  return readOptions(options, ["timing", "scale", "changes"], (reader) => {
    const { timing, changes } = reader.record;
    const list = readList(reader, changes, ["changes"]) ?? RETENTION_CHANGES;
    const read = list.map((change, index) => readDecimal(reader, change, ["changes", index], { least: -1, most: 1 }));
    return {
      timing: readCode(reader, timing, ["timing"], LIFETIME_TIMINGS) ?? "after-first-period",
      scale: readScale(reader),
      changes: read.filter((change) => change !== null),
    };
  });
}

/** A hundred million per cent: of no money, but of bounded length over a thousand periods. */
const MOST_RATE = 1_000_000;

/** Reads what is known of a client, and how many margins are to be counted. */
export function readLifetimeFacts(facts: unknown, timing: LifetimeTiming): LifetimeReading {
  const reader = readInput(facts);
  const { record } = reader;
  const margin = readValues(reader, record["margin"], ["margin"], {});
  const retention = readValues(reader, record["retention"], ["retention"], { least: 0, most: 1 });
  const rate = readDecimal(reader, record["discountRate"], ["discountRate"], {
    least: -1,
    exclusive: true,
    most: MOST_RATE,
  });
  const periods = horizonOf(reader, timing);
  const read = {
    reader,
    currency: readCurrency(reader),
    margin: typeof periods === "number" ? ofLength(reader, margin, ["margin"], periods, periods) : margin,
    isByPeriod: Array.isArray(record["margin"]),
    retention: typeof periods === "number" ? retentionOf(reader, retention, timing, periods) : retention,
    growth: rate === null ? null : plus(ONE, rate),
    acquisitionCost: readDecimal(reader, record["acquisitionCost"], ["acquisitionCost"], { least: 0 }),
    periods,
  };
  return periods === "for-ever" ? forEver(read) : read;
}

/** How many margins are counted: as told, or as a list has; `null` if that is faulty. */
function horizonOf(reader: Reader, timing: LifetimeTiming): Horizon {
  const { periods, margin, retention } = reader.record;
  const given = readInteger(reader, periods, ["periods"], { least: 1, most: MOST_PERIODS });
  if (given !== null) return given;
  if (reader.issues.some(({ path }) => path[0] === "periods")) return null;
  const listed = lengthOf(margin, 0) ?? lengthOf(retention, timing === "after-first-period" ? 0 : 1);
  if (listed === null) return "for-ever";
  return listed === 0 ? null : Math.min(listed, MOST_PERIODS);
}

/** The horizon that a list sets; a list of a length that can't be is an issue of its own. */
function lengthOf(values: Json | undefined, more: number): number | null {
  return Array.isArray(values) ? values.length + more : null;
}

function readValues(reader: Reader, value: Json | undefined, path: Path, range: Range): Values | null {
  if (!Array.isArray(value)) return readDecimal(reader, value, path, range);
  const list = ofLength(reader, value as readonly Json[], path, 1, MOST_PERIODS) ?? [];
  const read = list.map((entry, index) => readDecimal(reader, entry, [...path, index], range));
  const known = read.filter((entry) => entry !== null);
  return known.length > 0 && known.length === value.length ? known : null;
}

/** Whether there is one value per period. */
export function isList(values: Values | null): values is readonly Rational[] {
  return Array.isArray(values);
}

/** A list of another length than the horizon needs says nothing. */
function ofLength<T extends Values | readonly Json[] | null>(
  reader: Reader,
  values: T,
  path: Path,
  least: number,
  most: number,
): T | null {
  if (!Array.isArray(values)) return values;
  const { length } = values;
  if (length < least) return refuse(reader, { code: "too-few", path, details: { least, received: length } });
  if (length > most) return refuse(reader, { code: "too-many", path, details: { most, received: length } });
  return values;
}

/** Where the first margin is certain, one retention less is needed, and one more does no harm. */
function retentionOf(reader: Reader, retention: Values | null, timing: LifetimeTiming, periods: number): Values | null {
  const least = timing === "after-first-period" ? periods : periods - 1;
  return ofLength(reader, retention, ["retention"], least, periods);
}

/** For ever has a value only where the margins shrink: the discount rate is above r − 1. */
function forEver(read: LifetimeReading): LifetimeReading {
  const { growth, retention, reader } = read;
  if (growth === null || retention === null || isList(retention) || compare(growth, retention) > 0) return read;
  const least = Number(printDecimal(minus(retention, ONE)));
  const received = printDecimal(minus(growth, ONE));
  refuse(reader, { code: "out-of-range", path: ["discountRate"], details: { received, least, exclusive: true } });
  return { ...read, growth: null };
}

/** Whether a retention is a probability. */
export function isProbability(value: Rational): boolean {
  return compare(value, exactQuantity(0)) >= 0 && compare(value, ONE) <= 0;
}
