import { isPlainDate } from "../../ground/dates.js";
import type { Path } from "../../ground/issue.js";
import type { Json } from "../../ground/json.js";
import { canonicalDecimal, isNumeral } from "../../ground/numeral.js";
import { show } from "../../portfolio/arguments.js";
import { own } from "../../portfolio/own.js";
import type { ProcessField, ProcessForm } from "../definition/process.js";
import type { FormContent } from "../event.js";
import type { Refusal } from "../refusal.js";
import { LONGEST_TEXT, textOf } from "./ask.js";

/** A filled form as it is kept: every field that the process asks for, and no other. */
export function readForm(form: ProcessForm, content: object, path: Path, issues: Refusal[]): FormContent {
  const given = own(content, "fields") ?? {};
  const reference = own(content, "reference");
  const kept = reference === undefined ? undefined : textOf(reference, LONGEST_TEXT, [...path, "reference"], issues);
  const fields = readFields(form, given, [...path, "fields"], issues);
  return {
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
    ...(kept === undefined ? {} : { reference: kept }),
  };
}

function readFields({ fields }: ProcessForm, given: unknown, path: Path, issues: Refusal[]): Record<string, Json> {
  const filled: Record<string, Json> = {};
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    issues.push({ code: "wrong-type", path, details: { expected: "object", received: show(given) } });
    return filled;
  }
  for (const key of Object.keys(given)) {
    if (Object.hasOwn(fields, key)) continue;
    issues.push({
      code: "unknown-key",
      path: [...path, key.slice(0, 64)],
      details: { key: key.slice(0, 64), allowed: Object.keys(fields) },
    });
  }
  for (const [id, field] of Object.entries(fields)) {
    const value = readField(field, own(given, id), [...path, id], issues);
    if (value !== undefined) filled[id] = value;
  }
  return filled;
}

function readField(field: ProcessField, value: unknown, path: Path, issues: Refusal[]): Json | undefined {
  if (value === undefined || value === null || value === "") {
    if (!field.optional) issues.push({ code: "required", path, details: {} });
    return undefined;
  }
  switch (field.kind) {
    case "text":
      return textOf(value, LONGEST_TEXT, path, issues);
    case "decimal":
      return decimalOf(value, path, issues);
    case "integer":
      if (Number.isSafeInteger(value)) return (value as number) + 0;
      break;
    case "flag":
      if (typeof value === "boolean") return value;
      break;
    case "day":
      if (isPlainDate(value)) return value;
      issues.push({ code: "not-a-date", path, details: { received: show(value) } });
      return undefined;
    case "choice":
      if (field.options?.includes(value as string) === true) return value as string;
      issues.push({ code: "unknown-value", path, details: { received: show(value), allowed: field.options ?? [] } });
      return undefined;
  }
  const expected = field.kind === "flag" ? "boolean" : "integer";
  issues.push({ code: "wrong-type", path, details: { expected, received: show(value) } });
  return undefined;
}

/** A decimal in canonical form that can be read again. */
export function decimalOf(value: unknown, path: Path, issues: Refusal[]): string | undefined {
  const isDecimal = (typeof value === "string" || typeof value === "number") && isNumeral(String(value));
  const read = isDecimal && !/e.?\d{3}/i.test(String(value)) ? canonicalDecimal(value) : "";
  if (isNumeral(read)) return read;
  issues.push({ code: "not-a-decimal", path, details: { received: show(value) } });
  return undefined;
}
