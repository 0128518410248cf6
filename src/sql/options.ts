import type { Instant, PlainDate } from "../ground/dates.js";
import type { SqlDialect } from "./dialect.js";

/** Where an indicator's facts stand. */
export interface SqlColumn {
  /** The column's name. */
  readonly column: string;
  /**
   * Says that the column's type is exact (DECIMAL, NUMERIC, an integer) with at most so many decimals, 0 … 18: the arithmetic then is
   * quicker. A value with more decimals stops the query. Without it the column may have any numeric type and is read by the decimal that
   * each value prints. For numeric indicators only.
   */
  readonly scale?: number | undefined;
  /** A DATE column: the day at which the fact was true. It counts only with `asOf`. */
  readonly observedAt?: string | undefined;
  /** A BOOLEAN column: true where the question doesn't arise. */
  readonly notApplicable?: string | undefined;
}

/** What `toSql` is told. `K` are the indicators' ids. */
export interface SqlOptions<K extends string = string> {
  readonly dialect: SqlDialect;
  /** A table or view: its name, or its parts from the outermost one (`["crm", "clients"]`). Quoted as it is. */
  readonly table: string | readonly string[];
  /** The column of each indicator; an indicator that isn't listed stands in the column of its own id, `null` is unknown in every row. */
  readonly columns?: { readonly [I in K]?: string | SqlColumn | null | undefined } | undefined;
  /** Columns of the table to hand on in front, such as the client's id. */
  readonly keep?: readonly string[] | undefined;
  /** The day or moment of the judgement, as for `evaluate`. */
  readonly asOf?: PlainDate | Instant | null | undefined;
  /** Adds each indicator's points. */
  readonly explain?: boolean | undefined;
  /** Stands before the name of every computed column. */
  readonly prefix?: string | undefined;
}
