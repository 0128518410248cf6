/**
 * What a function that reads data gives back: the value, or *every* issue it found. Data errors are values; only
 * programming errors throw.
 */
export type Result<T, E> = Ok<T> | Failed<E>;

/** The good half of a {@link Result}. */
export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

/** The bad half of a {@link Result}: at least one issue, in the order of the input. */
export interface Failed<E> {
  readonly ok: false;
  readonly issues: readonly [E, ...E[]];
}

/** Ends a reader: the issues if there are any, otherwise the value. */
export function resultOf<T, E>(issues: readonly E[], value: () => T): Result<T, E> {
  const [first, ...rest] = issues;
  return first === undefined ? { ok: true, value: value() } : { ok: false, issues: [first, ...rest] };
}
