/** Arrays of numbers that a column may come in. */
const NUMBER_ARRAYS = [
  "Float64Array",
  "Float32Array",
  "Int8Array",
  "Uint8Array",
  "Uint8ClampedArray",
  "Int16Array",
  "Uint16Array",
  "Int32Array",
  "Uint32Array",
];

/** An array of numbers over a buffer. */
export type TypedArray = ArrayLike<number> & Pick<Float64Array, "buffer" | "byteOffset" | "length">;

/**
 * The name of a typed array's class, whatever realm it comes from, or `null` for anything else: asked of the engine itself, so that no
 * property of the value can lie.
 */
export function typedArrayName(value: unknown): string | null {
  const base = Object.getPrototypeOf(Uint8Array.prototype) as object;
  const name = Object.getOwnPropertyDescriptor(base, Symbol.toStringTag)?.get?.call(value) as string | undefined;
  return name ?? null;
}

/** A value as an array of numbers; `null` if it isn't one. */
export function asNumbers(value: unknown): TypedArray | null {
  const name = typedArrayName(value);
  return name !== null && NUMBER_ARRAYS.includes(name) ? (value as TypedArray) : null;
}
