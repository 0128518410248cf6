import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import { checkKeys } from "../../ground/keys.js";
import { checkRecord } from "../../ground/record.js";
import { show } from "../../ground/show.js";
import { integerIn } from "../../portfolio/arguments.js";
import { readDegrees } from "./coordinates.js";
import type { SweepOptions, SweepPlace } from "./sweep.js";

/** The options, read. */
export interface ReadOptions {
  readonly start: SweepPlace;
  readonly perDay: number;
  readonly distance: NonNullable<SweepOptions["distance"]> | null;
}

const MOST_PER_DAY = 1_000_000;

/** Reads the options of `planSweepRoute`, or throws all that is wrong with them. */
export function readSweepOptions(options: unknown): ReadOptions {
  const issues: ArgumentIssue[] = [];
  const { start, perDay, distance, ...rest } = checkRecord(options, ["options"], issues);
  checkKeys(rest, ["start", "perDay", "distance"], [], issues);
  if (distance !== undefined && typeof distance !== "function") {
    issues.push({
      code: "wrong-type",
      path: ["distance"],
      details: { expected: "function", received: show(distance) },
    });
  }
  const read = {
    start: readStart(start, distance !== undefined, issues),
    perDay: integerIn(perDay, 1, MOST_PER_DAY, ["perDay"], issues),
    distance: (distance ?? null) as ReadOptions["distance"],
  };
  throwIssues(issues);
  return read;
}

/** Coordinates may be missing where the host measures. */
function readStart(given: unknown, isPlaced: boolean, issues: ArgumentIssue[]): SweepPlace {
  const { latitude, longitude } = checkRecord(given, ["start"], issues);
  const found: ArgumentIssue[] = [];
  const start = {
    id: null,
    latitude: readDegrees(latitude, "latitude", ["start", "latitude"], found),
    longitude: readDegrees(longitude, "longitude", ["start", "longitude"], found),
  };
  issues.push(...(isPlaced ? found.filter(({ code }) => code !== "required") : found));
  return start;
}
