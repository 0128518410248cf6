import type { Quantity } from "../../ground/numeral.js";
import type { FactTypes } from "../definition/scorecard.js";

/** Numbers, NaN for unknown ones. Each means the decimal that it prints; a `Float32Array`'s are widened first, so 0.1 becomes 0.10000000149011612. Other arrays than `Float64Array` are copied. */
export type NumberColumn =
  | Float64Array
  | Float32Array
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | readonly (number | null | undefined)[];

/** Codes: 0, 1 … in a `Uint8Array` (255: unknown), a `Uint16Array` (65535: unknown), or a signed array (−1: unknown), which is copied. */
export type CodeColumn = Uint8Array | Uint16Array | Int8Array | Int16Array | Int32Array;

/** A flag's answers: codes 0 for no and 1 for yes, or a list of booleans. */
export type FlagColumn = CodeColumn | readonly (boolean | null | undefined)[];

/** A choice's options: codes that count them in the order of the definition from 0, or a list of options. */
export type ChoiceColumn<V extends string = string> = CodeColumn | readonly (V | null | undefined)[];

/** The array that holds facts of type `V`. */
export type ColumnOf<V> = [V] extends [boolean]
  ? FlagColumn
  : Quantity extends V
    ? boolean extends V
      ? NumberColumn | FlagColumn | ChoiceColumn
      : NumberColumn
    : ChoiceColumn<V & string>;

/** A column with masks, each as long as the column; 1 marks a row. What `values` holds in a marked row doesn't matter. */
export interface MaskedColumn<C> {
  readonly values: C;
  /** 1: unknown. */
  readonly nulls?: Uint8Array | null | undefined;
  /** 1: the question doesn't arise; counts before `nulls`. */
  readonly notApplicable?: Uint8Array | null | undefined;
}

/** A column for each indicator, all of one length. One that is absent is unknown in every row. */
export type Columns<I = FactTypes> = {
  readonly [K in keyof I]?: ColumnOf<I[K]> | MaskedColumn<ColumnOf<I[K]>> | null | undefined;
};
