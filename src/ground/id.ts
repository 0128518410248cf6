const SAFE = /^[A-Za-z0-9][A-Za-z0-9_+-]{0,63}$/;
const INTEGER = /^\d+$/;

/**
 * Whether an id can be a key in every common store and in a JavaScript object, in the order it was written: letters, digits,
 * `_`, `+` and `-`, at most 64 of them, starting with a letter or digit (MongoDB, Convex and DynamoDB refuse or reserve `$`, `.`
 * and a leading `_`); not digits only, which objects would move to the front; no name that every object has
 * (`constructor`, `toString` …).
 */
export function isSafeId(id: string): boolean {
  return SAFE.test(id) && !INTEGER.test(id) && !(id in Object.prototype);
}
