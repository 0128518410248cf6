import type { Computation } from "./computation.js";
import type { FieldType } from "./field.js";

/**
 * What refuses a field whose computation can't be: one that reads a column, or depends on a field, that there isn't, or yields what the field doesn't take.
 * What is known as a text only is checked as the form is made. `F` and `R` are the form's fields and columns; of those of a base only ids are known.
 */
export type ReadsOnly<D, F, R> = D extends { readonly computed: infer C extends Computation }
  ? { readonly computed: Source<C, R> & Condition<C, "where", R> & Condition<C, "given", F> & Sought<C> } & Target<C, R>
  : unknown;

/** One of some ids; any text where ids are known as texts only. */
type Among<X, K> = string extends X | K ? unknown : X extends K ? unknown : K & string;

/** Kinds that read a column of certain types; the others read any. */
interface Reads {
  readonly sum: "integer" | "decimal";
  readonly least: "integer" | "decimal" | "day" | "clock" | "code";
  readonly greatest: "integer" | "decimal" | "day" | "clock" | "code";
  readonly any: "code" | "flag" | "text";
}

/** The columns that a kind can read. */
type Readable<By, R> = By extends keyof Reads
  ? { [K in keyof R]: R[K] extends { readonly type: infer T } ? (T extends Reads[By] ? K : never) : K }[keyof R]
  : keyof R;

type Source<C extends Computation, R> = C extends { readonly field: infer X extends string }
  ? { readonly field: Among<X, string extends keyof R ? string : Readable<C["by"], R>> }
  : "count" extends C["by"]
    ? unknown
    : { readonly field: Among<never, keyof R> };

type Condition<C, Key extends string, K> = C extends { readonly [P in Key]: { readonly field: infer X extends string } }
  ? { readonly [P in Key]: { readonly field: Among<X, keyof K> } }
  : unknown;

/** `any` looks for something. */
type Sought<C extends Computation> = [C["by"]] extends ["any"] ? { readonly is: string | boolean } : unknown;

type Single<T> = { readonly type: T; readonly many?: undefined };

/** The type that a field needs to take what its computation yields. */
type Target<C extends Computation, R> = [C["by"]] extends ["count" | "unknown" | "distinct"]
  ? Single<"integer">
  : [C["by"]] extends ["any"]
    ? Single<"flag">
    : [C["by"]] extends ["sum" | "least" | "greatest"]
      ? Single<SourceType<C, R>>
      : [C["by"]] extends ["union" | "ranked"]
        ? { readonly type: SourceType<C, R>; readonly many: true }
        : unknown;

type SourceType<C, R> = C extends { readonly field: infer X extends keyof R }
  ? R[X] extends { readonly type: infer T }
    ? T
    : FieldType
  : FieldType;
