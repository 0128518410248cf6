/** What stood in the place of what was expected, in short: a text or number as it is, anything else by its type. */
export function received(value: unknown): string {
  const isShown = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isShown ? String(value).slice(0, 64) : typeName(value);
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value;
}
