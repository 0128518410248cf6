/** The engines that `toSql` writes for. */
export const SQL_DIALECTS = ["duckdb", "postgres", "spark"] as const;
/** An engine that `toSql` writes for. */
export type SqlDialect = (typeof SQL_DIALECTS)[number];

/** What differs between the engines. Everything else is written in the SQL that all of them share. */
export interface Dialect {
  readonly name: SqlDialect;
  /** The type of whole numbers beyond 64 bits. */
  readonly wide: string;
  /** Whether numbers stay decimals of any length, so that they needn't be scaled to whole ones. */
  readonly isUnbounded: boolean;
  /** Keeps the engine from copying a stage's expressions into every place of the next stage that names them. */
  readonly fence: string;
  /** How numbers print that are none. */
  readonly notFinite: readonly string[];
  readonly quote: (name: string) => string;
  /** The text of a value, as the engine prints it. */
  readonly print: (value: string) => string;
  /** The text of a value, compared byte by byte whatever its column's collation. */
  readonly bytes: (value: string) => string;
  /** n ÷ d without its remainder; both 0 or more, whole or, where numbers are unbounded, decimal. */
  readonly quotient: (n: string, d: string, isWide: boolean) => string;
  /** A number of any type times 10^scale, by the decimal that it prints. */
  readonly readAny: Read;
  /** A number of an exact type, with at most `scale` decimals, times 10^scale. */
  readonly readExact: Read;
}

/**
 * A number times 10^scale; where numbers are unbounded, the number itself. The query fails with the message where the number
 * has more decimals. `digits`: as many as it has before and behind the point.
 */
export type Read = (value: string, scale: number, digits: number, message: string) => string;

/** A text literal; texts hold only characters that need no escape in any dialect: ids, codes, days, our own words. */
export function literal(text: string): string {
  return `'${text}'`;
}

/** A cast. */
export function cast(value: string, type: string): string {
  return `CAST(${value} AS ${type})`;
}

/** A whole number, in parentheses where it is negative. */
export function whole(value: bigint): string {
  return value < 0n ? `(${String(value)})` : String(value);
}
