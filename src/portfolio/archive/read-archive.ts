import { dayOf } from "../../ground/dates.js";
import type { Path } from "../../ground/issue.js";
import type { Json, JsonObject } from "../../ground/json.js";
import { isLater, isRecord, type Reader, readDay, refuse, wrongType } from "../../ground/reader.js";
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
    const values = readSection(reader, section);
    return fields.map((field) => {
      const value = Object.hasOwn(values, field) ? values[field] : undefined;
      return readField(reader, { section, field }, value, settings);
    });
  });
}

function readSection(reader: Reader, section: string): JsonObject {
  const values = Object.hasOwn(reader.record, section) ? reader.record[section] : undefined;
  if (values === undefined || values === null) return {};
  if (isRecord(values)) return values;
  refuse(reader, wrongType("object", values, [section]));
  return {};
}

function readField(reader: Reader, place: ArchivePlace, known: Json | undefined, settings: ArchiveSettings): ReadField {
  const missing = { ...place, state: "missing" } as const;
  const path: Path = [place.section, place.field];
  if (known === undefined || known === null) return missing;
  if (!isRecord(known)) {
    refuse(reader, wrongType("object", known, path));
    return missing;
  }
  // Without the fields of a prototype, be it polluted.
  const {
    value = null,
    notApplicable,
    observedAt,
    verified,
  } = Object.assign(Object.create(null) as Record<string, Json>, known);
  if (notApplicable === true && value !== null) {
    refuse(reader, { code: "contradictory-fact", path, details: {} });
    return missing;
  }
  if (notApplicable === true) return { ...place, state: "not-applicable" };
  const before = reader.issues.length;
  const at = readDay(reader, observedAt, [...path, "observedAt"]);
  isLater(reader, at, [...path, "observedAt"], settings.asOf);
  if (value === null || reader.issues.length > before) return missing;
  const ageDays = daysSince(at, settings.asOf);
  return {
    ...place,
    state: "known",
    observedAt: at,
    ageDays,
    age: ageOf(ageDays, settings),
    isVerified: verified === true,
  };
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
