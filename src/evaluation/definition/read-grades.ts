import type { Json } from "../../ground/json.js";
import type { DecimalString } from "../../ground/numeral.js";
import {
  complete,
  type Field,
  field,
  type Reader,
  readBound,
  readDecimal,
  readId,
  readList,
  readOptional,
  readRecord,
  readText,
  received,
  withoutAbsent,
} from "./reader.js";
import type { Condition, GradeStepOf, LimitOf } from "./scorecard.js";

const NUMBER_CONDITIONS = ["above", "atLeast", "below", "atMost"] as const;

/** Reads the steps of grades, from the best to the worst. */
export function readGrades(reader: Reader, at: Field): readonly GradeStepOf<DecimalString>[] | undefined {
  return readMembers(reader, at, 1, (member) => readGrade(reader, member));
}

function readMembers<T>(reader: Reader, at: Field, least: number, read: (at: Field) => T | undefined): readonly T[] | undefined {
  return complete(readList(reader, at, least)?.map((value, index) => read({ value, path: [...at.path, index] })));
}

function readGrade(reader: Reader, at: Field): GradeStepOf<DecimalString> | undefined {
  const raw = readRecord(reader, at, ["grade", "from"]);
  if (raw === undefined) return undefined;
  const grade = readId(reader, field(raw, "grade", at.path));
  const from = readBound(reader, field(raw, "from", at.path));
  return grade === undefined || from === undefined ? undefined : { grade, from };
}

/** Reads the knock-outs. */
export function readLimits(reader: Reader, at: Field): readonly LimitOf<Condition>[] | undefined {
  return readMembers(reader, at, 0, (member) => readLimit(reader, member));
}

function readLimit(reader: Reader, at: Field): LimitOf<Condition> | undefined {
  const raw = readRecord(reader, at, ["when", "grade"]);
  if (raw === undefined) return undefined;
  const when = readCondition(reader, field(raw, "when", at.path));
  const grade = readText(reader, field(raw, "grade", at.path));
  return when === undefined || grade === undefined ? undefined : { when, grade };
}

function readCondition(reader: Reader, at: Field): Condition | undefined {
  const raw = readRecord(reader, at, ["indicator", "is", ...NUMBER_CONDITIONS]);
  if (raw === undefined) return undefined;
  const indicator = readText(reader, field(raw, "indicator", at.path));
  const is = readOptional(field(raw, "is", at.path), (answer) => readAnswer(reader, answer));
  const bounds = NUMBER_CONDITIONS.map((key) => [key, readOptional(field(raw, key, at.path), (bound) => readDecimal(reader, bound))]);
  return indicator === undefined ? undefined : (withoutAbsent({ indicator, ...Object.fromEntries(bounds), is }) as Condition);
}

function readAnswer(reader: Reader, at: Field): Json | undefined {
  if (typeof at.value === "boolean") return at.value;
  if (typeof at.value === "string") return readText(reader, at);
  reader.issues.push({ code: "wrong-type", path: at.path, details: { expected: "option code, true or false", received: received(at.value) } });
  return undefined;
}
