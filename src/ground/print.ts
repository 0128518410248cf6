/** A short print of a value that was refused: simple values as they are, at most 64 characters, of others only
 * their type. */
export function print(value: unknown): string {
  if (Array.isArray(value)) return "array";
  if (value instanceof Date) return "Date";
  if (typeof value === "function" || (typeof value === "object" && value !== null)) return typeof value;
  return String(value).slice(0, 64);
}
