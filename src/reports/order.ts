import { canonicalJson, isRecord, type Json, type JsonObject } from "../ground/json.js";
import { exactQuantity } from "../ground/numeral.js";
import { compare } from "../ground/rational.js";
import type { FormField } from "./field.js";

type Fields = Readonly<Record<string, FormField>>;

/** Compares two records by some fields first, then by all from left to right; what is unknown comes last. No two different ones are equal. */
export function comparator(fields: Fields, first: readonly string[] = []): (a: JsonObject, b: JsonObject) => number {
  const ids = [...first, ...Object.keys(fields)];
  return (a, b) => {
    for (const id of ids) {
      const order = compareValues(fields[id], a[id] ?? null, b[id] ?? null);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function compareValues(field: FormField | undefined, a: Json, b: Json): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (isPlain(a) && isPlain(b)) {
    if (field?.type === "integer" || field?.type === "decimal") return compare(exactQuantity(a), exactQuantity(b));
    if (field?.type === "code")
      return placeOf(field.codes, a) - placeOf(field.codes, b) || byText(String(a), String(b));
    return byText(String(a), String(b));
  }
  return byText(textOf(a), textOf(b));
}

function isPlain(value: Json): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

/** Codes in the order of their list; a host's own behind them. */
function placeOf(codes: readonly string[], code: string | number): number {
  const at = codes.indexOf(String(code));
  return at < 0 ? codes.length : at;
}

/** A list, an amount or an answer as a text to compare. Objects, such as "doesn't apply", come behind. */
function textOf(value: Json): string {
  return `${isRecord(value) ? "1" : "0"}${canonicalJson(value)}`;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
