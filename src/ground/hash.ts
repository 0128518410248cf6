import { canonicalJson, type Json } from "./json.js";
import { sha256 } from "./sha256.js";

/** SHA-256 (FIPS 180-4) over the canonical JSON (RFC 8785) of a value: 64 lower-case hexadecimal digits. */
export function hashJson(value: Json): string {
  return sha256(canonicalJson(value));
}
