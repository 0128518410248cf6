import { dayOf } from "../../ground/dates.js";
import type { Path } from "../../ground/issue.js";
import type { Json } from "../../ground/json.js";
import { isLater, type Reader, readAnswer, readDay, readRecord } from "../../ground/reader.js";
import { readKnown } from "../known.js";
import type { ArchiveAge, ArchivePlace } from "./archive.js";
import type { ArchiveSettings } from "./options.js";

/** A field that is known. */
export interface KnownField extends ArchivePlace {
  readonly state: "known";
  readonly observedAt: string | null;
  /** `null` where it is undated. */
  readonly ageDays: number | null;
  readonly age: ArchiveAge;
  readonly isVerified: boolean;
}

/** A field, read. */
export type ReadField = KnownField | UnknownField;

interface UnknownField extends ArchivePlace {
  readonly state: "missing" | "not-applicable";
}

/** Reads the fields that are asked for, in their order. */
export function readFieldsOf(reader: Reader, settings: ArchiveSettings): ReadField[] {
  return Object.entries(settings.fields).flatMap(([section, fields]) => {
    const values = readRecord(reader, reader.record[section], [section]);
    return fields.map((field) => readField(reader, { section, field }, values?.[field], settings));
  });
}

/** One with any fault says nothing. */
function readField(reader: Reader, place: ArchivePlace, given: Json | undefined, settings: ArchiveSettings): ReadField {
  const missing = { ...place, state: "missing" } as const;
  const path: Path = [place.section, place.field];
  const before = reader.issues.length;
  const known = readKnown(reader, given, path);
  if (known === null) return missing;
  const at = readDay(reader, known.record["observedAt"], [...path, "observedAt"]);
  isLater(reader, at, [...path, "observedAt"], settings.asOf);
  const isVerified = readAnswer(reader, known.record["verified"], [...path, "verified"]) === true;
  if (reader.issues.length > before) return missing;
  if (known.isNotApplicable) return { ...place, state: "not-applicable" };
  if (known.value === null) return missing;
  const ageDays = daysSince(at, settings.asOf);
  return { ...place, state: "known", observedAt: at, ageDays, age: ageOf(ageDays, settings), isVerified };
}

/** Whole days, by their days in UTC, never below 0. */
export function daysSince(at: string | null, asOf: string): number | null {
  return at === null ? null : Math.max(0, (dayOf(asOf) as number) - (dayOf(at) as number));
}

/** How old a fact of so many days is. */
function ageOf(days: number | null, { bounds }: ArchiveSettings): ArchiveAge {
  if (days === null) return "undated";
  if (days <= bounds.current) return "current";
  if (days <= bounds.ageing) return "ageing";
  return days <= bounds.stale ? "stale" : "outdated";
}
