import type { ScorecardIssue } from "../../ground/issue.js";
import { freezeJson, type Json, type JsonObject, readJson } from "../../ground/json.js";
import type { DecimalString } from "../../ground/numeral.js";
import { checkTogether } from "./check-together.js";
import { type Indicator, MISSING_POLICIES } from "./kinds.js";
import { isPositive, readIndicator } from "./read-indicator.js";
import { readGrades, readLimits } from "./read-grades.js";
import {
  complete,
  type Field,
  field,
  type Reader,
  readDecimal,
  readId,
  readInteger,
  readOptional,
  readRecord,
  readText,
  readWord,
  withoutAbsent,
} from "./reader.js";
import type { GroupOf, Scorecard } from "./scorecard.js";

const KEYS = ["v", "id", "version", "total", "scale", "groups", "indicators", "missing", "limits", "grades"];

/** What a check found: a sound scorecard, or what is wrong with it. */
export interface Checked {
  readonly scorecard: Scorecard | undefined;
  readonly issues: readonly ScorecardIssue[];
}

/**
 * Reads anything into a scorecard in canonical form, frozen, or lists all that is wrong with it. The one check behind
 * `defineScorecard`, `extendScorecard`, `reweigh` and `parseScorecard`.
 */
export function checkScorecard(input: unknown): Checked {
  const { json, issues } = readJson(input);
  if (issues.length > 0) return { scorecard: undefined, issues };
  const reader: Reader = { issues: [] };
  const draft = readScorecard(reader, json);
  if (draft !== undefined) checkTogether(reader, draft);
  if (reader.issues.length > 0 || draft === undefined) return { scorecard: undefined, issues: reader.issues };
  sound.add(freezeJson(draft));
  return { scorecard: draft, issues: [] };
}

const sound = new WeakSet<object>();

/** Whether this very object came out of {@link checkScorecard}. */
export function isSound(scorecard: Scorecard): boolean {
  return sound.has(scorecard);
}

function readScorecard(reader: Reader, json: Json): Scorecard | undefined {
  const raw = readRecord(reader, { value: json, path: [] }, KEYS);
  if (raw === undefined) return undefined;
  readVersion(reader, field(raw, "v", []));
  const id = readId(reader, field(raw, "id", []));
  const version = readText(reader, field(raw, "version", []));
  const total = readPositive(reader, withDefault(field(raw, "total", []), "100"));
  const scale = readInteger(reader, withDefault(field(raw, "scale", []), 4), 0, 9);
  const groups = readGroups(reader, withDefault(field(raw, "groups", []), {}));
  const indicators = readIndicators(reader, field(raw, "indicators", []));
  const missing = readWord(reader, field(raw, "missing", []), MISSING_POLICIES, "exclude");
  const limits = readLimits(reader, withDefault(field(raw, "limits", []), []));
  const grades = readGrades(reader, field(raw, "grades", []));
  const draft = { v: 1, id, version, total, scale, groups, indicators, missing, limits, grades };
  return Object.values(draft).includes(undefined) ? undefined : (draft as Scorecard);
}

function withDefault({ value, path }: Field, fallback: Json): Field {
  return { value: value === undefined ? fallback : value, path };
}

function readVersion(reader: Reader, { value, path }: Field): void {
  if (value === undefined || value === 1) return;
  const details = { received: JSON.stringify(value).slice(0, 64), supported: [1] };
  reader.issues.push({ code: "unsupported-version", path, details });
}

function readPositive(reader: Reader, at: Field): DecimalString | undefined {
  const decimal = readDecimal(reader, at);
  if (decimal === undefined || isPositive(decimal)) return decimal;
  reader.issues.push({ code: "not-positive", path: at.path, details: { received: decimal } });
  return undefined;
}

function readGroups(reader: Reader, at: Field): Record<string, GroupOf<DecimalString>> | undefined {
  const raw = readRecord(reader, at);
  return raw && readMembers(raw, at, (member) => readGroup(reader, member));
}

function readGroup(reader: Reader, at: Field): GroupOf<DecimalString> | undefined {
  const raw = readRecord(reader, at, ["max"]);
  return raw && withoutAbsent({ max: readOptional(field(raw, "max", at.path), (max) => readPositive(reader, max)) });
}

function readIndicators(reader: Reader, at: Field): Record<string, Indicator> | undefined {
  const raw = readRecord(reader, at);
  if (raw === undefined) return undefined;
  if (Object.keys(raw).length === 0) reader.issues.push({ code: "too-few", path: at.path, details: { least: 1, received: 0 } });
  return readMembers(raw, at, (member) => readIndicator(reader, member));
}

function readMembers<T>(raw: JsonObject, at: Field, read: (at: Field) => T | undefined): Record<string, T> | undefined {
  const keys = Object.keys(raw);
  const members = complete(keys.map((key) => read(field(raw, key, at.path))));
  return members && Object.fromEntries(members.map((member, index) => [keys[index], member]));
}
