import { canonicalJson, type Json, type JsonObject } from "../ground/json.js";
import { exactQuantity, printDecimal, sum } from "../ground/numeral.js";
import { compare } from "../ground/rational.js";
import { noFields } from "../ground/reader.js";
import type { Computation, ComputationKind, FieldTest } from "./computation.js";
import type { FormField } from "./field.js";
import { plainText } from "./plain-text.js";
import { isNotApplicable } from "./read-value.js";

type Fields = Readonly<Record<string, FormField>>;

/** Computes a form's computed fields, in their order, from its rows. */
export function computeFields(fields: Fields, rowFields: Fields, rows: readonly JsonObject[]): Record<string, Json> {
  const computed: Record<string, Json> = noFields();
  for (const [id, { computed: computation }] of Object.entries(fields)) {
    if (computation !== undefined) computed[id] = computeField(computation, computed, rowFields, rows);
  }
  return computed;
}

function computeField(
  computation: Computation,
  before: JsonObject,
  rowFields: Fields,
  rows: readonly JsonObject[],
): Json {
  const { given, where } = computation;
  if (given !== undefined) {
    const value = before[given.field] ?? null;
    if ("isNot" in given ? value === given.isNot : value !== null && value !== given.is) return { notApplicable: true };
    if (value === null && "is" in given) return null;
  }
  if (where === undefined) return compute(computation, rowFields, rows, []);
  const chosen = rows.filter((row) => passes(row, where));
  const open = rows.filter((row) => (row[where.field] ?? null) === null);
  return compute(computation, rowFields, chosen, open);
}

/** What is unknown where there are rows that count, or may count, and none that counts knows. */
const NEED_ONE: readonly ComputationKind[] = ["sum", "distinct", "union", "ranked"];

/** Computes from the rows that count; of `open` ones it isn't known whether they do. */
function compute(
  computation: Computation,
  rowFields: Fields,
  rows: readonly JsonObject[],
  open: readonly JsonObject[],
): Json {
  const { by, field = "" } = computation;
  const valuesOf = (some: readonly JsonObject[]): Json[] => some.map((row) => known(row[field] ?? null));
  const values = valuesOf(rows);
  const isOpen = values.length + open.length > 0 && values.every((value) => value === null);
  if (NEED_ONE.includes(by) && isOpen) return null;
  switch (by) {
    case "count":
      return rows.length;
    case "unknown":
      return values.filter((value) => value === null).length;
    case "sum":
      return sumOf(values, rowFields[field]?.type === "integer");
    case "distinct":
      return countsOf(values).length;
    case "union":
      return countsOf(values).map(({ value }) => value);
    case "ranked":
      return ranked(countsOf(values), codesOf(rowFields[field]));
    case "least":
      return inOrder(values, rowFields[field])[0] ?? null;
    case "greatest":
      return inOrder(values, rowFields[field]).at(-1) ?? null;
    case "any":
      return anyOf(values, valuesOf(open), computation.is as string | boolean);
  }
}

/** What doesn't apply is no value to count, but isn't unknown either: an empty list. */
function known(value: Json): Json {
  return isNotApplicable(value) ? [] : value;
}

function passes(row: JsonObject, { field, is }: FieldTest): boolean {
  return membersOf(row[field] ?? null).includes(is);
}

function membersOf(value: Json): readonly Json[] {
  if (value === null) return [];
  return Array.isArray(value) ? (value as readonly Json[]) : [value];
}

function sumOf(values: readonly Json[], isInteger: boolean): Json {
  const members = values.flatMap(membersOf);
  const text = printDecimal(sum(members.map((member) => exactQuantity(member as string | number))));
  return isInteger ? Number(text) : text;
}

interface Counted {
  readonly value: Json;
  readonly key: string;
  count: number;
}

/** The different values in code-unit order of their JSON texts, with the number of rows that have each. */
function countsOf(values: readonly Json[]): Counted[] {
  const counts = new Map<string, Counted>();
  for (const value of values) {
    const members = new Map(membersOf(value).map((member) => [canonicalJson(member), member]));
    for (const [key, member] of members) {
      const counted = counts.get(key) ?? { value: member, key, count: 0 };
      counted.count += 1;
      counts.set(key, counted);
    }
  }
  return [...counts.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function ranked(counted: readonly Counted[], codes: readonly string[]): Json {
  const place = ({ value }: Counted): number => {
    const at = codes.indexOf(plainText(value));
    return at < 0 ? codes.length : at;
  };
  return [...counted].sort((a, b) => b.count - a.count || place(a) - place(b)).map(({ value }) => value);
}

function codesOf(field: FormField | undefined): readonly string[] {
  return field?.type === "code" ? field.codes : [];
}

/** The known values from the least to the greatest. */
function inOrder(values: readonly Json[], field: FormField | undefined): Json[] {
  const members = values.flatMap(membersOf);
  if (field?.type === "code") return field.codes.filter((code) => members.includes(code));
  if (field?.type === "integer" || field?.type === "decimal") {
    const exact = (member: Json): ReturnType<typeof exactQuantity> => exactQuantity(member as string | number);
    return members.sort((a, b) => compare(exact(a), exact(b)));
  }
  return members.map(String).sort();
}

function anyOf(values: readonly Json[], open: readonly Json[], is: string | boolean): boolean | null {
  const hasIt = (value: Json): boolean => membersOf(value).includes(is);
  if (values.some(hasIt)) return true;
  return values.includes(null) || open.some((value) => value === null || hasIt(value)) ? null : false;
}
