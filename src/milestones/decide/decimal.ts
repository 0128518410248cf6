import type { Path } from "../../ground/issue.js";
import { canonicalDecimal, isNumeral } from "../../ground/numeral.js";
import { show } from "../../ground/show.js";
import type { Refusal } from "../refusal.js";
import { refuse } from "./ask.js";

/** A decimal in canonical form that can be read again. */
export function decimalOf(value: unknown, path: Path, issues: Refusal[]): string | undefined {
  if (typeof value === "string" || typeof value === "number") {
    const text = String(value);
    const read = isNumeral(text) ? canonicalDecimal(text) : "";
    if (isNumeral(read)) return read;
  }
  return refuse(issues, "not-a-decimal", path, { received: show(value) });
}
