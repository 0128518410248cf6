import type { PointColumn } from "./column-scores.js";
import { typedArrayName } from "./typed-array.js";

/** The earlier array, zeroed, if it is of the fresh one's kind and has so many rows; otherwise a fresh one. */
export function reused<A extends PointColumn | Uint8Array>(
  earlier: unknown,
  rows: number,
  make: new (length: number) => A,
): A {
  const fits = typedArrayName(earlier) === make.name && (earlier as A).length === rows;
  return fits ? ((earlier as A).fill(0) as A) : new make(rows);
}
