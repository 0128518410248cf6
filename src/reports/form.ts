import type { FieldFor, FieldValueOf, FormField, FormValue } from "./field.js";

/** Fields by id with the type of their values: the `F` and `R` of `Form<F, R>` and `FormSheet<F, R>`. */
export type FormValues = Readonly<Record<string, FormValue>>;
/** No fields. */
export type NoFields = Readonly<Record<never, never>>;
/** Fields by id, in the order in which they are shown. */
export type FormFields = Readonly<Record<string, FormField>>;

/**
 * A form, as plain JSON: its fields in their order, and the columns of its rows. Labels stand in the locale, by the fields' ids. Only
 * `defineForm` and `extendForm` make one, so whoever holds one holds a sound one.
 *
 * `F` are the fields that a filled form has once, `R` those that each of its rows has.
 */
export interface Form<F = FormValues, R = FormValues> {
  /** The version of this stored shape. */
  readonly v: 1;
  readonly id: string;
  /** The version of the form itself. */
  readonly version: string;
  readonly fields: { readonly [K in keyof F]: FieldFor<F[K]> };
  readonly rows: { readonly [K in keyof R]: FieldFor<R[K]> };
  /** The columns that rows are sorted by; the others follow from left to right. */
  readonly sort: readonly (keyof R & string)[];
}

/** A form's definition, as a host writes it or a database holds it. No id may stand in both `fields` and `rows`. */
export interface FormDefinition<F = FormFields, R = FormFields> {
  readonly v?: 1 | undefined;
  readonly id: string;
  readonly version: string;
  readonly fields?: F | undefined;
  readonly rows?: R | undefined;
  /** From left to right unless told. */
  readonly sort?: readonly (keyof R & string)[] | undefined;
}

/** The types of the values that fields defined so can hold. */
export type ValuesOf<D> = { readonly [K in keyof D]: FieldValueOf<D[K]> };

/** What some fields hold: `null` is unknown. */
export type Filled<F> = { readonly [K in keyof F]: F[K] | null };

/** A cell of a column that the form doesn't have, kept as it was written. */
export interface ExtraCell {
  readonly column: string;
  readonly text: string;
}

/** A filled form, as plain JSON. Every field has its key; `null` is unknown. */
export interface FormSheet<F = FormValues, R = FormValues> {
  /** The version of this stored shape. */
  readonly v: 1;
  /** Id and version of the form. */
  readonly form: string;
  readonly version: string;
  readonly fields: Filled<F>;
  readonly rows: readonly Filled<R>[];
  /** Cells of other columns, for each row; of a form without rows for the form itself. Absent where there are none. */
  readonly extra?: readonly (readonly ExtraCell[])[] | undefined;
}
