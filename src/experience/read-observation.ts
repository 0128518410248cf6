import { dayOf, isAfter, sortable } from "../ground/dates.js";
import type { Path } from "../ground/issue.js";
import { print } from "../ground/print.js";
import type { ExperienceIssue } from "./issue.js";
import type { SignalLevels } from "./model.js";
import { firstDayOf, MOST_PERIODS, periodOf } from "./period.js";
import type { ResolvedModel, ResolvedSignal } from "./resolve-model.js";
import type { CountedObservation } from "./state.js";

/** What observations are read by, and what was found on the way. */
export interface Reading {
  readonly resolved: ResolvedModel;
  readonly asOf: string;
  /** All products of the line have tightly interwoven parts. */
  readonly interwoven: boolean;
  /** Signals that were seen but say nothing. */
  readonly silent: Set<string>;
  readonly issues: ExperienceIssue[];
}

const DAY_LENGTH = 10;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads an observation into what the filter takes; `undefined` where it is left out, with an issue, or says nothing. A
 * faulty level or provenance is left out alone. Nothing that it holds can make this throw.
 */
export function readObservation(raw: unknown, path: Path, reading: Reading): CountedObservation | undefined {
  const { issues } = reading;
  const before = issues.length;
  const read = tryFields(raw, reading);
  for (let place = before; place < issues.length; place += 1) {
    const issue = issues[place] as ExperienceIssue;
    issues[place] = { ...issue, path: [...path, ...issue.path] };
  }
  return read;
}

function tryFields(raw: unknown, reading: Reading): CountedObservation | undefined {
  try {
    return isFields(raw) ? readFields(raw, reading) : wrongType("object", raw, [], reading);
  } catch {
    return refuse(reading, { code: "unreadable", path: [], details: {} });
  }
}

function readFields(raw: Fields, reading: Reading): CountedObservation | undefined {
  const at = readAt(raw["at"], reading);
  const interwoven = readAnswer(raw["interwoven"], ["interwoven"], reading);
  const { levels: given } = raw;
  if (!isFields(given)) return wrongType("object", given, ["levels"], reading);
  const levels = readLevels(given, reading, interwoven === true || reading.interwoven);
  const { source, ref, verified } = readProvenance(raw["provenance"], reading);
  if (at === undefined || interwoven === undefined || Object.keys(levels).length === 0) return undefined;
  return { at, levels, source, ref, verified };
}

function readAt(at: unknown, reading: Reading): string | undefined {
  const path = ["at"];
  if (at === undefined || at === null) return refuse(reading, { code: "required", path, details: {} });
  if (typeof at !== "string" || dayOf(at) === null)
    return refuse(reading, { code: "not-a-date", path, details: { received: print(at) } });
  const { asOf, resolved } = reading;
  if (at.slice(0, DAY_LENGTH) >= asOf.slice(0, DAY_LENGTH) && isAfter(at, asOf))
    return refuse(reading, { code: "observed-after-as-of", path, details: { observedAt: at, asOf } });
  const { period } = resolved.model;
  const least = periodOf(asOf, period) - MOST_PERIODS;
  if (periodOf(at, period) > least) return at;
  return refuse(reading, { code: "too-long-ago", path, details: { at, earliest: firstDayOf(least + 1, period) } });
}

/** Yes or no, no where it isn't told; `undefined` where it is neither. */
export function readAnswer(value: unknown, path: Path, reading: Reading): boolean | undefined {
  if (value === undefined || value === null) return false;
  return typeof value === "boolean" ? value : wrongType("boolean", value, path, reading);
}

/** The levels that say something, in the model's order. */
function readLevels(given: Fields, reading: Reading, interwoven: boolean): SignalLevels {
  const { signals, places } = reading.resolved;
  const levels: Record<string, string> = {};
  for (const signal of signals) {
    const level = Object.hasOwn(given, signal.id) ? given[signal.id] : undefined;
    if (level === undefined || level === null) continue;
    if (!signal.places.has(level as string)) refuseLevel(level, signal, reading);
    else if (signal.isSilent && interwoven) reading.silent.add(signal.id);
    else levels[signal.id] = level as string;
  }
  for (const id of Object.keys(given)) {
    if (places.has(id) || given[id] === undefined || given[id] === null) continue;
    refuse(reading, { code: "unknown-signal", path: ["levels", id], details: { signal: id } });
  }
  return levels;
}

function refuseLevel(level: unknown, { id, places }: ResolvedSignal, reading: Reading): void {
  const details = { received: print(level), allowed: [...places.keys()] };
  refuse(reading, { code: "unknown-value", path: ["levels", id], details });
}

type Provenance = Omit<CountedObservation, "at" | "levels">;

const NOWHERE: Provenance = { source: null, ref: null, verified: null };

function readProvenance(given: unknown, reading: Reading): Provenance {
  if (given === undefined || given === null) return NOWHERE;
  if (!isFields(given)) return insteadOf(NOWHERE, "object", given, ["provenance"], reading);
  const { source, ref, verified } = given;
  const isAnswer = typeof verified === "boolean";
  if (!isAnswer && verified !== undefined && verified !== null)
    wrongType("boolean", verified, ["provenance", "verified"], reading);
  return {
    source: readText(source, ["provenance", "source"], reading),
    ref: readText(ref, ["provenance", "ref"], reading),
    verified: isAnswer ? verified : null,
  };
}

/** A text, or `null` where there is none. */
export function readText(value: unknown, path: Path, reading: Reading): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : insteadOf(null, "string", value, path, reading);
}

/** Whether a value is a record. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Notes that a value is absent or of another type, and gives what stands in its place. */
export function insteadOf<T>(fallback: T, expected: Expected, value: unknown, path: Path, reading: Reading): T {
  wrongType(expected, value, path, reading);
  return fallback;
}

type Expected = "object" | "string" | "boolean" | "array";

function wrongType(expected: Expected, value: unknown, path: Path, reading: Reading): undefined {
  if (value === undefined) return refuse(reading, { code: "required", path, details: {} });
  return refuse(reading, { code: "wrong-type", path, details: { expected, received: print(value) } });
}

function refuse(reading: Reading, issue: ExperienceIssue): undefined {
  reading.issues.push(issue);
}

/** In order of time, then of all else that they hold: whatever their order was, the same one comes out. */
export function inOrder(observations: readonly CountedObservation[]): CountedObservation[] {
  return observations
    .map((observation) => ({ observation, key: keyOf(observation) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ observation }) => observation);
}

function keyOf({ at, source, ref, verified, levels }: CountedObservation): string {
  return `${sortable(at)}\0${at}\0${JSON.stringify([source, ref, verified, levels])}`;
}
