/** The fields of a record that a host gave. */
export type Fields = Readonly<Record<string, unknown>>;

/** The own fields of a record, each read once, in a copy without prototype: nothing that all objects inherit fills one. */
export function fieldsOf(record: object): Fields {
  return { __proto__: null, ...record };
}
