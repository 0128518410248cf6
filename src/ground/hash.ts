import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";
import { canonicalJson, type Json } from "./json.js";

/** SHA-256 (FIPS 180-4) over the canonical JSON (RFC 8785) of a value: 64 lower-case hexadecimal digits. */
export function hashJson(value: Json): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}
