import { isSafeId } from "../ground/id.js";
import type { ArgumentIssue, Path } from "../ground/issue.js";
import { isRecord, type Json, type JsonObject } from "../ground/json.js";
import { print } from "../ground/print.js";
import { checkComputation } from "./check-computation.js";
import { FIELD_TYPES, type FormField } from "./field.js";
import { checkKeys } from "./keys.js";
import { plainText } from "./plain-text.js";
import { LONGEST_TEXT } from "./read-value.js";

type Fields = Readonly<Record<string, FormField>>;

/** A form as it comes out of the check. */
export interface CheckedForm {
  readonly v: 1;
  readonly id: string;
  readonly version: string;
  readonly fields: Fields;
  readonly rows: Fields;
  readonly sort: readonly string[];
}

const FORM_KEYS = ["v", "id", "version", "fields", "rows", "sort"];
const COMMON = ["type", "required", "mayNotApply", "many", "asked"];
const OWN: Readonly<Record<string, readonly string[]>> = {
  text: ["longest"],
  integer: ["least", "most"],
  decimal: ["least", "most"],
  code: ["codes", "open", "list"],
};
const MOST_FIELDS = 500;
const MOST_CODES = 1000;
const LONGEST_ID = 64;

/** Checks a definition, and brings it to the one form in which it is stored. */
export function checkForm(definition: JsonObject, issues: ArgumentIssue[]): CheckedForm {
  checkKeys(definition, FORM_KEYS, [], issues);
  const { v = 1, id = null, version = null, fields = {}, rows = {}, sort = [] } = definition;
  if (v !== 1)
    issues.push({ code: "unsupported-version", path: ["v"], details: { received: print(v), supported: [1] } });
  const checked = {
    v: 1 as const,
    id: checkId(id, ["id"], issues),
    version: checkLine(version, ["version"], issues),
    fields: checkFields(fields, "fields", issues),
    rows: checkFields(rows, "rows", issues),
  };
  checkTogether(checked.fields, checked.rows, issues);
  return { ...checked, sort: checkSort(sort, checked.rows, issues) };
}

function checkTogether(fields: Fields, rows: Fields, issues: ArgumentIssue[]): void {
  const count = Object.keys(fields).length + Object.keys(rows).length;
  if (count === 0) issues.push({ code: "too-few", path: ["fields"], details: { least: 1, received: 0 } });
  if (count > MOST_FIELDS)
    issues.push({ code: "too-many", path: ["fields"], details: { most: MOST_FIELDS, received: count } });
  for (const id of Object.keys(rows)) {
    if (Object.hasOwn(fields, id)) issues.push({ code: "duplicate-id", path: ["rows", id], details: { id } });
  }
  for (const [index, [id, field]] of Object.entries(fields).entries()) {
    const before = Object.fromEntries(Object.entries(fields).slice(0, index));
    if (field.computed !== undefined) checkComputation(field, { id, rows, before }, issues);
  }
}

function checkFields(fields: Json, part: "fields" | "rows", issues: ArgumentIssue[]): Fields {
  if (!isRecord(fields)) {
    issues.push({ code: "wrong-type", path: [part], details: { expected: "object", received: print(fields) } });
    return {};
  }
  const entries = Object.entries(fields).map(([id, field]): [string, FormField] => {
    checkId(id, [part, id], issues);
    return [id, checkField(field, part, [part, id], issues)];
  });
  return Object.fromEntries(entries);
}

function checkField(field: Json, part: "fields" | "rows", path: Path, issues: ArgumentIssue[]): FormField {
  if (!isRecord(field)) {
    issues.push({ code: "wrong-type", path, details: { expected: "object", received: print(field) } });
    return { type: "text" };
  }
  const { type = null } = field;
  if (!FIELD_TYPES.includes(type as never)) {
    issues.push({
      code: "unknown-value",
      path: [...path, "type"],
      details: { received: print(type), allowed: [...FIELD_TYPES] },
    });
    return { type: "text" };
  }
  const own = OWN[plainText(type)] ?? [];
  checkKeys(field, [...COMMON, ...own, ...(part === "fields" ? ["computed"] : [])], path, issues);
  for (const key of ["required", "mayNotApply", "many", "asked", "open"]) checkTrue(field[key], [...path, key], issues);
  checkBounds(field, path, issues);
  if (type === "code") checkCodes(field, path, issues);
  return field as unknown as FormField;
}

/** A mark is `true` or absent. */
function checkTrue(mark: Json | undefined, path: Path, issues: ArgumentIssue[]): void {
  if (mark === undefined || mark === true) return;
  issues.push({ code: "unknown-value", path, details: { received: print(mark), allowed: ["true"] } });
}

function checkBounds(field: JsonObject, path: Path, issues: ArgumentIssue[]): void {
  for (const key of ["least", "most"]) {
    const bound = field[key];
    if (bound === undefined || typeof bound === "number") continue;
    issues.push({ code: "wrong-type", path: [...path, key], details: { expected: "number", received: print(bound) } });
  }
  const { least, most, longest } = field;
  if (typeof least === "number" && typeof most === "number" && least > most) {
    issues.push({ code: "empty-range", path, details: { min: String(least), max: String(most) } });
  }
  if (
    longest !== undefined &&
    !(Number.isInteger(longest) && Number(longest) >= 1 && Number(longest) <= LONGEST_TEXT)
  ) {
    const details = { received: print(longest), least: 1, most: LONGEST_TEXT };
    issues.push({ code: "out-of-range", path: [...path, "longest"], details });
  }
}

function checkCodes({ codes = null, list }: JsonObject, path: Path, issues: ArgumentIssue[]): void {
  if (list !== undefined) checkId(list, [...path, "list"], issues);
  if (!Array.isArray(codes)) {
    issues.push({
      code: "wrong-type",
      path: [...path, "codes"],
      details: { expected: "array", received: print(codes) },
    });
    return;
  }
  const all = codes as readonly Json[];
  if (all.length === 0) issues.push({ code: "too-few", path: [...path, "codes"], details: { least: 1, received: 0 } });
  if (all.length > MOST_CODES) {
    issues.push({ code: "too-many", path: [...path, "codes"], details: { most: MOST_CODES, received: all.length } });
  }
  all.forEach((code, index) => {
    const id = checkId(code, [...path, "codes", index], issues);
    if (all.indexOf(code) < index)
      issues.push({ code: "duplicate-id", path: [...path, "codes", index], details: { id } });
  });
}

function checkSort(sort: Json, rows: Fields, issues: ArgumentIssue[]): readonly string[] {
  const ids: readonly Json[] = Array.isArray(sort) ? sort : [sort];
  ids.forEach((id, index) => {
    if (typeof id === "string" && Object.hasOwn(rows, id)) return;
    issues.push({ code: "unknown-field", path: ["sort", index], details: { field: print(id) } });
  });
  return ids as readonly string[];
}

function checkId(id: Json, path: Path, issues: ArgumentIssue[]): string {
  if (typeof id === "string" && isSafeId(id)) return id;
  issues.push(
    id === null ? { code: "required", path, details: {} } : { code: "unsafe-id", path, details: { id: print(id) } },
  );
  return "";
}

function checkLine(text: Json, path: Path, issues: ArgumentIssue[]): string {
  if (typeof text === "string" && text.length >= 1 && text.length <= LONGEST_ID) return text;
  if (text === null) issues.push({ code: "required", path, details: {} });
  else issues.push({ code: "wrong-type", path, details: { expected: "string", received: print(text) } });
  return "";
}
