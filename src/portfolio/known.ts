import type { Path } from "../ground/issue.js";
import type { Json, JsonObject } from "../ground/json.js";
import { type Reader, readAnswer, readRecord, refuse } from "../ground/reader.js";

/** Something known with its provenance (E3), read. */
export interface ReadKnown {
  /** `null` where nothing is known. */
  readonly value: Json;
  /** Whether it is known that the question doesn't arise. */
  readonly isNotApplicable: boolean;
  /** All fields, those of the provenance as well. */
  readonly record: JsonObject;
}

/** Reads something known; `null` where nothing is said, or at once a value and that none applies. */
export function readKnown(reader: Reader, given: Json | undefined, path: Path): ReadKnown | null {
  const record = readRecord(reader, given, path);
  if (record === null) return null;
  const value = record["value"] ?? null;
  const isNotApplicable = readAnswer(reader, record["notApplicable"], [...path, "notApplicable"]) === true;
  if (!isNotApplicable || value === null) return { value, isNotApplicable, record };
  return refuse(reader, { code: "contradictory-fact", path, details: {} });
}
