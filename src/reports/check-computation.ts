import type { ArgumentIssue, Path } from "../ground/issue.js";
import { isRecord, type Json, type JsonObject } from "../ground/json.js";
import { print } from "../ground/print.js";
import { COMPUTATIONS, type Computation, type ComputationKind } from "./computation.js";
import type { FieldType, FormField } from "./field.js";
import { checkKeys } from "./keys.js";

type Fields = Readonly<Record<string, FormField>>;

interface Context {
  readonly id: string;
  readonly rows: Fields;
  /** The fields that stand earlier. */
  readonly before: Fields;
}

const KEYS = ["by", "field", "is", "where", "given"];
/** Types that a computation can read; any other can read all. */
const READS: Partial<Readonly<Record<ComputationKind, readonly FieldType[]>>> = {
  sum: ["integer", "decimal"],
  least: ["integer", "decimal", "day", "clock", "code"],
  greatest: ["integer", "decimal", "day", "clock", "code"],
  any: ["code", "flag", "text"],
};
const COUNTS: readonly ComputationKind[] = ["count", "unknown", "distinct"];
const LISTS: readonly ComputationKind[] = ["union", "ranked"];

/** Checks how a field is computed: from fields that there are, and to its own type. */
export function checkComputation(field: FormField, { id, rows, before }: Context, issues: ArgumentIssue[]): void {
  const path: Path = ["fields", id, "computed"];
  const computation: unknown = field.computed;
  if (!isRecord(computation as Json)) {
    issues.push({ code: "wrong-type", path, details: { expected: "object", received: print(computation) } });
    return;
  }
  checkKeys(computation as JsonObject, KEYS, path, issues);
  const { by, where, given, is } = computation as Computation;
  if (!COMPUTATIONS.includes(by)) {
    issues.push({
      code: "unknown-value",
      path: [...path, "by"],
      details: { received: print(by), allowed: [...COMPUTATIONS] },
    });
    return;
  }
  checkSource(field, computation as Computation, rows, path, issues);
  if (by === "any") checkIs(is, [...path, "is"], issues);
  else if (is !== undefined)
    issues.push({ code: "unknown-key", path: [...path, "is"], details: { key: "is", allowed: KEYS } });
  if (where !== undefined) checkTest(where, "is", rows, [...path, "where"], issues);
  const test = isRecord(given as unknown as Json) && Object.hasOwn(given as object, "isNot") ? "isNot" : "is";
  if (given !== undefined) checkTest(given, test, before, [...path, "given"], issues);
}

function checkSource(
  target: FormField,
  { by, field }: Computation,
  rows: Fields,
  path: Path,
  issues: ArgumentIssue[],
): void {
  const source = by === "count" ? undefined : sourceOf(field, rows, [...path, "field"], issues);
  if (by !== "count" && source === undefined) return;
  if (source !== undefined && READS[by]?.includes(source.type) === false) {
    const details = { field: print(field), type: source.type };
    issues.push({ code: "field-mismatch", path: [...path, "field"], details });
  }
  if (!fits(target, by, source)) {
    issues.push({
      code: "field-mismatch",
      path: path.slice(0, 2),
      details: { field: String(path[1]), type: target.type },
    });
  }
}

function sourceOf(field: unknown, rows: Fields, path: Path, issues: ArgumentIssue[]): FormField | undefined {
  if (typeof field === "string" && Object.hasOwn(rows, field)) return rows[field];
  issues.push({ code: "unknown-field", path, details: { field: print(field) } });
  return undefined;
}

/** Whether a field can take what the computation yields. */
function fits(target: FormField, by: ComputationKind, source: FormField | undefined): boolean {
  if ((target.many === true) !== LISTS.includes(by)) return false;
  if (by === "any") return target.type === "flag";
  return target.type === (COUNTS.includes(by) ? "integer" : source?.type);
}

function checkTest(test: unknown, key: "is" | "isNot", fields: Fields, path: Path, issues: ArgumentIssue[]): void {
  if (!isRecord(test as Json)) {
    issues.push({ code: "wrong-type", path, details: { expected: "object", received: print(test) } });
    return;
  }
  const { field, [key]: value, ...others } = test as JsonObject;
  checkKeys(others, ["field", key], path, issues);
  sourceOf(field, fields, [...path, "field"], issues);
  checkIs(value, [...path, key], issues);
}

function checkIs(is: unknown, path: Path, issues: ArgumentIssue[]): void {
  if (typeof is === "string" || typeof is === "boolean") return;
  if (is === undefined) issues.push({ code: "required", path, details: {} });
  else issues.push({ code: "wrong-type", path, details: { expected: "string|boolean", received: print(is) } });
}
