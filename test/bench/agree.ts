/** What differs between two results that should have one shape. */
export interface Differences {
  /** Paths whose keys, their order, or the type of the value differ. */
  readonly shape: string[];
  /** Paths of numbers, texts or truth values that differ. */
  readonly values: string[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
const typeOf = (value: unknown): string => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);

/** Compares two values key by key; adds to `found`. */
export function compare(one: unknown, other: unknown, path: string, found: Differences): void {
  if (typeOf(one) !== typeOf(other)) {
    found.shape.push(`${path}: ${typeOf(one)} and ${typeOf(other)}`);
  } else if (isObject(one) && isObject(other)) {
    const [keys, others] = [Object.keys(one).join(), Object.keys(other).join()];
    if (keys !== others) found.shape.push(`${path}: ${keys} and ${others}`);
    else for (const key of Object.keys(one)) compare(one[key], other[key], `${path}.${key}`, found);
  } else if (one !== other) {
    found.values.push(`${path}: ${String(one)} and ${String(other)}`);
  }
}

/** Whether two numbers are the same but for the noise of floats, scores having four decimals. */
export const isClose = (one: number, other: number): boolean => Math.abs(one - other) < 0.000_101;
