/** What some code makes while `Object.prototype` has fields that nobody gave. They are gone afterwards. */
export function whilePolluted<T>(fields: Readonly<Record<string, unknown>>, make: () => T): T {
  for (const [key, value] of Object.entries(fields))
    Reflect.defineProperty(Object.prototype, key, { configurable: true, value, writable: true });
  try {
    return make();
  } finally {
    for (const key of Object.keys(fields)) Reflect.deleteProperty(Object.prototype, key);
  }
}

/** Values that a polluted field may have: one for each type that fields are read as. */
export const POLLUTION: readonly unknown[] = ["2026-11-01", "visit", true, 3, ["x"], { id: "x", value: "none" }];
