import type { Path } from "../../ground/issue.js";
import type { Json } from "../../ground/json.js";
import type { ProcessField, ProcessForm } from "../definition/process.js";
import type { ReadField } from "../definition/registry.js";
import type { FormContent } from "../event.js";
import { type Fields, fieldsOf } from "../fields.js";
import type { Refusal } from "../refusal.js";
import { LONGEST_TEXT, mistyped, refuse, textOf } from "./ask.js";

const LONGEST_KEY = 64;

/** A filled form as it is kept: every field that the process asks for, and no other. */
export function readForm(
  read: ReadField,
  form: ProcessForm,
  content: Fields,
  path: Path,
  issues: Refusal[],
): FormContent {
  const fields = readFields(read, form, content["fields"] ?? {}, [...path, "fields"], issues);
  const kept: { fields?: Readonly<Record<string, Json>>; reference?: string } = {};
  if (fields !== undefined) kept.fields = fields;
  const reference = content["reference"] ?? undefined;
  if (reference !== undefined) kept.reference = textOf(reference, LONGEST_TEXT, [...path, "reference"], issues) ?? "";
  return kept;
}

/** The fields that are filled; `undefined` where none is. */
function readFields(
  readField: ReadField,
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
