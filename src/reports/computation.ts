/** The ways in which a field is computed from a form's rows. */
export const COMPUTATIONS = [
  "count",
  "unknown",
  "sum",
  "distinct",
  "union",
  "ranked",
  "least",
  "greatest",
  "any",
] as const;
/**
 * How a field is computed from the rows, or from those that `where` chooses:
 * - `count`: how many rows there are; `unknown`: in how many of them the field isn't known.
 * - `sum`: the exact sum of what is known; unknown where there are rows, and none of them knows it; 0 for no rows.
 * - `distinct`, `union`: how many different values there are, and which, in code-unit order; lists count member by member.
 * - `ranked`: the different values by the number of rows that have them, most first; equal numbers in the order of the
 *   field's codes, then in code-unit order. These three, too, are unknown where there are rows and none of them knows.
 * - `least`, `greatest`: the first and last of the known values; codes in the order of the field's list, others left out.
 * - `any`: yes if a row is as `is` says, no if none can be, unknown if one may be.
 */
export type ComputationKind = (typeof COMPUTATIONS)[number];

/** A field of a row with the value that it has to have. */
export interface FieldTest {
  readonly field: string;
  readonly is: string | boolean;
}

/** A field with the value that it must not have. */
export interface FieldExclusion {
  readonly field: string;
  readonly isNot: string | boolean;
}

/** How a field is computed, as plain data. */
export interface Computation {
  readonly by: ComputationKind;
  /** The field of the rows that is read; `count` has none. */
  readonly field?: string | undefined;
  /** For `any`: the value to look for. */
  readonly is?: string | boolean | undefined;
  /**
   * Only the rows whose field has this value; a list has it if one of its members is it. Rows that don't know the field may have it: what would be
   * a sum of 0, an empty list or a no without them is unknown; `count`, `unknown`, `least` and `greatest` are of the rows that are known to have it.
   */
  readonly where?: FieldTest | undefined;
  /**
   * Only if a field that stands earlier has this value: otherwise this one doesn't apply, and is unknown where that one
   * is. With `isNot`: unless it is known to have this value.
   */
  readonly given?: FieldTest | FieldExclusion | undefined;
}
