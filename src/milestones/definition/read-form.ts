import type { Path } from "../../ground/issue.js";
import type { Json } from "../../ground/json.js";
import { byId } from "../by-id.js";
import { LONGEST_TEXT, mistyped, refuse, textOf } from "../decide/ask.js";
import { fieldsOf } from "../fields.js";
import type { Refusal } from "../refusal.js";
import type { ProcessField, ProcessForm } from "./process.js";
import { readField } from "./read-field.js";
import type { ReadForm, Resolved } from "./registry.js";

const LONGEST_KEY = 64;
/** So many unknown keys are told. */
const MOST_NOTED = 100;

/** A filled form as it is kept: every field that the process asks for, and no other. */
export const readForm: ReadForm = (form, content, path, issues) => {
  const fields = readFields(form, content["fields"] ?? {}, [...path, "fields"], issues);
  const kept: { fields?: Readonly<Record<string, Json>>; reference?: string } = {};
  if (fields !== undefined) kept.fields = fields;
  const reference = content["reference"] ?? undefined;
  if (reference !== undefined) kept.reference = textOf(reference, LONGEST_TEXT, [...path, "reference"], issues) ?? "";
  else if (form.reference === true) refuse(issues, "required", [...path, "reference"], {});
  return kept;
};

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
  const unknown = Object.keys(given).filter((key) => !Object.hasOwn(fields, key));
  for (const key of unknown.slice(0, MOST_NOTED)) {
    const name = key.slice(0, LONGEST_KEY);
    refuse(issues, "unknown-key", [...path, name], { key: name, allowed: Object.keys(fields) });
  }
  let filled: Record<string, Json> | undefined;
  for (const id of Object.keys(fields)) {
    const read = readField(fields[id] as ProcessField, given[id], [...path, id], issues);
    if (read !== undefined) (filled ??= {})[id] = read;
  }
  return filled;
}

/** Whether a form is attached with all that must be filled and, where another process was followed before, would still be taken: this one may ask for more. What it asks for no more may stay. */
export const isWhole: Resolved["isWhole"] = ({ forms }, id, state) => {
  const attached = byId(state.forms, id);
  if (attached === undefined) return false;
  const form = forms.get(id) as ProcessForm;
  const content = fieldsOf(attached.content);
  if (state.migrations.length === 0) return hasNeeded(form, content["fields"]);
  const issues: Refusal[] = [];
  readForm(form, content, [], issues);
  return issues.every(({ code }) => code === "unknown-key");
};

function hasNeeded({ fields }: ProcessForm, filled: unknown): boolean {
  return Object.keys(fields).every(
    (id) =>
      fields[id]?.optional === true || (typeof filled === "object" && filled !== null && Object.hasOwn(filled, id)),
  );
}
