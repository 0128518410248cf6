import type { Path } from "../../ground/issue.js";
import type { Json } from "../../ground/json.js";
import { isDay } from "../../ground/moment.js";
import { canonicalDecimal, isNumeral } from "../../ground/numeral.js";
import { show } from "../../portfolio/arguments.js";
import type { ProcessField, ProcessForm } from "../definition/process.js";
import type { FormContent } from "../event.js";
import { type Fields, fieldsOf } from "../fields.js";
import type { Refusal } from "../refusal.js";
import { LONGEST_TEXT, mistyped, refuse, textOf, unknownValue } from "./ask.js";

const LONGEST_KEY = 64;

/** A filled form as it is kept: every field that the process asks for, and no other. */
export function readForm(form: ProcessForm, content: Fields, path: Path, issues: Refusal[]): FormContent {
  const fields = readFields(form, content["fields"] ?? {}, [...path, "fields"], issues);
  const kept: { fields?: Readonly<Record<string, Json>>; reference?: string } = {};
  if (fields !== undefined) kept.fields = fields;
  const reference = content["reference"] ?? undefined;
  if (reference !== undefined) kept.reference = textOf(reference, LONGEST_TEXT, [...path, "reference"], issues) ?? "";
  return kept;
}

/** The fields that are filled; `undefined` where none is. */
function readFields(
  { fields }: ProcessForm,
  value: unknown,
  path: Path,
  issues: Refusal[],
): Readonly<Record<string, Json>> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return mistyped(issues, "object", path, value);
  }
  const given = fieldsOf(value);
  for (const key of Object.keys(given)) {
    const name = key.slice(0, LONGEST_KEY);
    if (!Object.hasOwn(fields, key)) {
      refuse(issues, "unknown-key", [...path, name], { key: name, allowed: Object.keys(fields) });
    }
  }
  let filled: Record<string, Json> | undefined;
  for (const id of Object.keys(fields)) {
    const read = readField(fields[id] as ProcessField, given[id], [...path, id], issues);
    if (read !== undefined) (filled ??= {})[id] = read;
  }
  return filled;
}

function readField(field: ProcessField, value: unknown, path: Path, issues: Refusal[]): Json | undefined {
  if (value === undefined || value === null || value === "") {
    return field.optional ? undefined : refuse(issues, "required", path, {});
  }
  switch (field.kind) {
    case "text":
      return textOf(value, LONGEST_TEXT, path, issues);
    case "decimal":
      return decimalOf(value, path, issues);
    case "integer":
      return Number.isSafeInteger(value) ? (value as number) + 0 : mistyped(issues, "integer", path, value);
    case "flag":
      return typeof value === "boolean" ? value : mistyped(issues, "boolean", path, value);
    case "day":
      return isDay(value) ? value : refuse(issues, "not-a-date", path, { received: show(value) });
    default:
      return field.options?.includes(value as string) === true
        ? (value as string)
        : unknownValue(issues, path, value, field.options ?? []);
  }
}

/** Beyond it a decimal can't be written out in the characters that a decimal may have. */
const LONG_EXPONENT = /e.?\d{3}/i;

/** A decimal in canonical form that can be read again. */
export function decimalOf(value: unknown, path: Path, issues: Refusal[]): string | undefined {
  if (typeof value === "string" || typeof value === "number") {
    const text = String(value);
    const read = isNumeral(text) && !LONG_EXPONENT.test(text) ? canonicalDecimal(text) : "";
    if (isNumeral(read)) return read;
  }
  return refuse(issues, "not-a-decimal", path, { received: show(value) });
}
