/** The fields of a record that aren't `null`: what is unknown is left out of a stored record. */
export function present<T extends object>(record: T): { readonly [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null)) as {
    readonly [K in keyof T]?: NonNullable<T[K]>;
  };
}
