import { isAfter } from "../../ground/dates.js";
import { isHostCode } from "../../ground/host-code.js";
import type { Path } from "../../ground/issue.js";
import type { Json, JsonObject } from "../../ground/json.js";
import { print } from "../../ground/print.js";
import {
  demand,
  isLater,
  type Reader,
  readDay,
  readInput,
  readInteger,
  readList,
  readRow,
  readText,
  refuse,
} from "../../ground/reader.js";
import { visitMinutes } from "../../ground/visit-length.js";
import { ACTIVITY_KINDS, ACTIVITY_PURPOSES, type ActivityKind, type ActivityPurpose } from "../../ground/vocabulary.js";

/** An activity, read; `null` is unknown. */
export interface Activity {
  readonly id: string;
  readonly kind: ActivityKind | null;
  readonly purposes: readonly ActivityPurpose[] | null;
  readonly minutes: number | null;
}

const MOST_MINUTES = 527_040;

/** Reads activities; one without an id, with one that stands earlier, or after `asOf`, is left out, another faulty field counts as unknown. */
export function readActivities(
  activities: unknown,
  asOf: string | null,
): { readonly reader: Reader; readonly activities: readonly Activity[] } {
  const reader = readInput({ activities });
  const list = demand(reader, readList(reader, reader.record["activities"], ["activities"]), ["activities"]) ?? [];
  const read = new Map<string, Activity>();
  list.forEach((row, index) => {
    const activity = readActivity(reader, row, ["activities", index], asOf);
    if (activity === null) return;
    if (read.has(activity.id))
      refuse(reader, { code: "duplicate-id", path: ["activities", index, "id"], details: { id: activity.id } });
    else read.set(activity.id, activity);
  });
  return { reader, activities: [...read.values()] };
}

function readActivity(reader: Reader, row: Json, path: Path, asOf: string | null): Activity | null {
  const fields = readRow(reader, row, path);
  if (fields === null) return null;
  const id = demand(reader, readText(reader, fields["id"], [...path, "id"]) || null, [...path, "id"]);
  const startedAt = readDay(reader, fields["startedAt"], [...path, "startedAt"]);
  if (id === null || isLater(reader, startedAt, [...path, "startedAt"], asOf)) return null;
  return {
    id,
    kind: readOpenCode(reader, fields["activity"], [...path, "activity"], ACTIVITY_KINDS) as ActivityKind | null,
    purposes: readPurposes(reader, fields["purposes"], [...path, "purposes"]),
    minutes: readMinutes(reader, fields, startedAt, path),
  };
}

/** A code of a list that hosts may add to. */
function readOpenCode(reader: Reader, value: Json | undefined, path: Path, codes: readonly string[]): string | null {
  const text = readText(reader, value, path);
  if (text === null || codes.includes(text) || isHostCode(text)) return text;
  return refuse(reader, {
    code: "unknown-value",
    path,
    details: { received: print(text), allowed: [...codes] },
  });
}

/** A faulty purpose makes them unknown: what is left may be empty without being nothing. */
function readPurposes(reader: Reader, value: Json | undefined, path: Path): readonly ActivityPurpose[] | null {
  const list = readList(reader, value, path);
  if (list === null) return null;
  const codes = list.map((code, index) =>
    demand(reader, readOpenCode(reader, code, [...path, index], ACTIVITY_PURPOSES), [...path, index]),
  );
  return codes.includes(null) ? null : ([...new Set(codes)] as ActivityPurpose[]);
}

function readMinutes(reader: Reader, fields: JsonObject, startedAt: string | null, path: Path): number | null {
  const range = { least: 0, most: MOST_MINUTES };
  const minutes = readInteger(reader, fields["minutes"], [...path, "minutes"], range);
  const endedAt = readDay(reader, fields["endedAt"], [...path, "endedAt"]);
  if (startedAt === null || endedAt === null) return minutes;
  if (isAfter(startedAt, endedAt)) {
    refuse(reader, {
      code: "out-of-order",
      path: [...path, "endedAt"],
      details: { earlier: startedAt, later: endedAt },
    });
    return minutes;
  }
  return visitMinutes(startedAt, endedAt, minutes);
}
