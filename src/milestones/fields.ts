/** The fields of a record that a host gave. */
export type Fields = Readonly<Record<string, unknown>>;

/** Has no field of its own; what it shows all the same, somebody has put on every object. */
const NOTHING: object = {};

function isPolluted(): boolean {
  for (const key in NOTHING) return key !== "";
  return false;
}

/**
 * The own fields of a record. A plain one is read as it is, which is quick; where it inherits anything, from a class or a polluted prototype, its own fields are
 * copied.
 */
export function fieldsOf(record: object): Fields {
  const prototype: unknown = Object.getPrototypeOf(record);
  if ((prototype === Object.prototype || prototype === null) && !isPolluted()) return record as Fields;
  return Object.assign(Object.create(null) as Record<string, unknown>, record);
}
