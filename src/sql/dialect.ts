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
  /** A number of any type times 10^scale, by the decimal that it prints; where numbers are unbounded, the number itself. */
  readonly readAny: (value: string, scale: number) => string;
  /** The same of an exact type with at most `scale` decimals and `digits` digits in all. */
  readonly readExact: (value: string, scale: number, digits: number) => string;
  /** What keeps digits from being lost; `null` where numbers are unbounded. */
  readonly checks: Checks | null;
}

/** Checks of values that are read. */
interface Checks {
  /** How many decimals a number of any type prints. */
  readonly decimals: (value: string) => string;
  /** Whether a number of an exact type has more decimals than that; `digits` as many digits as it has with that many. */
  readonly isFiner: (value: string, scale: number, digits: number) => string;
  /** Stops the query. */
  readonly fail: (message: string) => string;
}

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
