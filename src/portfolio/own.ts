/** A record's own field; never one that its prototype has, be it polluted. */
export function own(record: object, key: string): unknown {
  return Object.hasOwn(record, key) ? (record as Readonly<Record<string, unknown>>)[key] : undefined;
}
