import type { Path } from "../../ground/issue.js";
import type { Json } from "../../ground/json.js";
import { isDay } from "../../ground/moment.js";
import { show } from "../../ground/show.js";
import { LONGEST_TEXT, mistyped, refuse, textOf, unknownValue } from "../decide/ask.js";
import { decimalOf } from "../decide/decimal.js";
import type { Refusal } from "../refusal.js";
import type { ProcessField } from "./process.js";

/** Reads a field of a form by its kind; `undefined` where it is empty, or where an issue says why it can't be read. */
export function readField(field: ProcessField, value: unknown, path: Path, issues: Refusal[]): Json | undefined {
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
      return isDay(value) ? value : refuse(issues, "not-a-date", path, { received: show(value), expected: "day" });
    default:
      return field.options?.includes(value as string) === true
        ? (value as string)
        : unknownValue(issues, path, value, field.options as readonly string[]);
  }
}
