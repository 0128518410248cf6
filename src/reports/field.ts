import type { Instant, PlainDate } from "../ground/dates.js";
import type { DecimalString } from "../ground/numeral.js";
import type { Money } from "../models/record/money.js";
import type { Computation } from "./computation.js";

/** The types that a form's field can have. */
export const FIELD_TYPES = ["text", "integer", "decimal", "money", "flag", "day", "clock", "moment", "code"] as const;
/**
 * The type of a form's field: a text, a whole number, an exact decimal, money with its currency, yes or no, a day
 * (`2026-11-21`), a time of day (`09:30`), a day or a moment in UTC, or one of some codes.
 */
export type FieldType = (typeof FIELD_TYPES)[number];

/** The question doesn't arise: not the same as unknown (`null`), and not the same as no. */
export interface NotApplicable {
  readonly notApplicable: true;
}

/** One value of a field. */
export type SingleValue = string | number | boolean | Money;
/** What a field can hold where it is known. */
export type FormValue = SingleValue | readonly SingleValue[] | NotApplicable;

/** What every field can say about itself. */
export interface FieldCommon {
  /** It must be filled, a text with something that can be seen; otherwise `null`, unknown, is as good. */
  readonly required?: true | undefined;
  /** `{ notApplicable: true }` is possible as well. */
  readonly mayNotApply?: true | undefined;
  /** It takes a list; an empty one says that there are none. */
  readonly many?: true | undefined;
  /** It is a question of a survey: its label and its codes' words are those of the locale's `surveyQuestions` and `surveyOptions`, where those have any. */
  readonly asked?: true | undefined;
  /** It is computed from the rows and never typed. */
  readonly computed?: Computation | undefined;
}

/** A field that has what it says, and nothing from a polluted prototype. */
export function withoutPrototype(field: FormField): FormField {
  return Object.assign(Object.create(null) as object, field);
}

/** A field for text. */
export interface TextField extends FieldCommon {
  readonly type: "text";
  /** The most UTF-16 units that it takes; 20,000 unless told. */
  readonly longest?: number | undefined;
}

/** A field for numbers. */
export interface NumberField extends FieldCommon {
  readonly type: "integer" | "decimal";
  /** The least that is possible. */
  readonly least?: number | undefined;
  /** The most that is possible. */
  readonly most?: number | undefined;
}

/** A field for one of some codes. */
export interface CodeField extends FieldCommon {
  readonly type: "code";
  readonly codes: readonly string[];
  /** Codes that a host adds, `x-…`, are possible as well. */
  readonly open?: true | undefined;
  /** The table of the locale that has the codes' words, in `vocabulary` or `formCodes`; the field's id unless told. */
  readonly list?: string | undefined;
}

/** A field that needs nothing told but its type. */
export interface PlainField extends FieldCommon {
  readonly type: "money" | "flag" | "day" | "clock" | "moment";
}

/** A field of a form, as plain data. */
export type FormField = TextField | NumberField | CodeField | PlainField;

/** The value of one cell of a field that is defined so. */
export type SingleOf<D> = D extends { readonly type: "integer" }
  ? number
  : D extends { readonly type: "decimal" }
    ? DecimalString
    : D extends { readonly type: "money" }
      ? Money
      : D extends { readonly type: "flag" }
        ? boolean
        : D extends { readonly type: "day" }
          ? PlainDate
          : D extends { readonly type: "moment" }
            ? PlainDate | Instant
            : D extends { readonly type: "code"; readonly codes: readonly (infer C extends string)[] }
              ? C | (D extends { readonly open: true } ? `x-${string}` : never)
              : string;

/** What a field that is defined so can hold where it is known. */
export type FieldValueOf<D> =
  | (D extends { readonly many: true } ? readonly SingleOf<D>[] : SingleOf<D>)
  | (D extends { readonly mayNotApply: true } | { readonly computed: { readonly given: object } }
      ? NotApplicable
      : never);

/** A member of a value that is a list; any other value itself. */
export type ItemOf<V> = V extends readonly (infer T)[] ? T : V extends NotApplicable ? never : V;

/** The fields that can hold values of type `V`. */
export type FieldFor<V> = FormField & {
  readonly type: [ItemOf<V>] extends [boolean]
    ? "flag"
    : [ItemOf<V>] extends [number]
      ? "integer"
      : [ItemOf<V>] extends [Money]
        ? "money"
        : [ItemOf<V>] extends [string]
          ? Exclude<FieldType, "flag" | "integer" | "money">
          : FieldType;
};
