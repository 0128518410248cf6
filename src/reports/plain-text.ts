import { canonicalJson, type Json } from "../ground/json.js";

/** A text as it is, and anything else as JSON. */
export function plainText(value: Json): string {
  return typeof value === "string" ? value : canonicalJson(value);
}
