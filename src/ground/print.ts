/** A short print of a value that was refused: simple values as they are, at most 64 characters, of others only their type. */
export function print(value: unknown): string {
  if (Array.isArray(value)) return "array";
  return typeof value === "object" && value !== null ? "object" : String(value).slice(0, 64);
}
