import type { Path } from "../../ground/issue.js";
import type { Json, JsonObject } from "../../ground/json.js";
import { demand, type Reader, readCode, readDay, readList, readRow, readText, refuse } from "../../ground/reader.js";
import { SWOT_SIDES, type SwotSide } from "./account-plan.js";

/** An entry, read. */
export interface ReadEntry {
  readonly id: string;
  readonly side: SwotSide;
  readonly against: string | null;
}

/** A stage goal, read. */
export interface ReadStage {
  readonly id: string;
  readonly owner: string | null;
  readonly due: string | null;
  readonly done: string | null;
  readonly reviewed: string | null;
}

/** A measure, read. */
export interface ReadMeasure {
  readonly id: string;
  readonly answers: readonly string[];
  readonly goals: readonly ReadStage[];
}

/** The entries; what can't be read is an issue. */
export function readEntries(reader: Reader): ReadEntry[] {
  return rows(reader, reader.record["entries"], ["entries"], (row, path, id) => {
    const place = [...path, "side"];
    const side = demand(reader, readCode(reader, row["side"], place, SWOT_SIDES), place);
    return side === null ? [] : [{ id, side, against: text(reader, row, "against", path) }];
  });
}

/** The measures; what can't be read is an issue. */
export function readMeasures(reader: Reader): ReadMeasure[] {
  return rows(reader, reader.record["measures"], ["measures"], (row, path, id) => [
    { id, answers: readAnswers(reader, row["answers"], [...path, "answers"]), goals: readStages(reader, row, path) },
  ]);
}

function readAnswers(reader: Reader, value: Json | undefined, path: Path): string[] {
  const list = demand(reader, readList(reader, value, path), path) ?? [];
  return list.flatMap((one, index) => {
    const answer = demand(reader, readText(reader, one, [...path, index]), [...path, index]);
    return answer === null ? [] : [answer];
  });
}

function readStages(reader: Reader, measure: JsonObject, path: Path): ReadStage[] {
  return rows(reader, measure["goals"], [...path, "goals"], (row, place, id) => {
    const time = (key: string): string | null => readDay(reader, row[key], [...place, key]);
    return [
      {
        id,
        owner: text(reader, row, "owner", place),
        due: time("due"),
        done: time("done"),
        reviewed: time("reviewed"),
      },
    ];
  });
}

/** The records of a list that have an id of their own. */
function rows<T>(
  reader: Reader,
  value: Json | undefined,
  path: Path,
  read: (row: JsonObject, path: Path, id: string) => readonly T[],
): T[] {
  const seen = new Set<string>();
  return (demand(reader, readList(reader, value, path), path) ?? []).flatMap((given, index) => {
    const place = [...path, index];
    const row = readRow(reader, given, place);
    if (row === null) return [];
    const id = demand(reader, text(reader, row, "id", place), [...place, "id"]);
    if (id === null) return [];
    if (seen.size < seen.add(id).size) return [...read(row, place, id)];
    refuse(reader, { code: "duplicate-id", path: [...place, "id"], details: { id } });
    return [];
  });
}

/** A text that isn't blank. */
function text(reader: Reader, row: JsonObject, key: string, path: Path): string | null {
  const value = readText(reader, row[key], [...path, key]);
  return value?.trim() === "" ? null : value;
}
