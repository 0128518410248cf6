import { tenTo } from "../ground/rational.js";
import { cast, type Dialect, literal } from "./dialect.js";
import { quoted, signed } from "./quote.js";

/** A double prints as 1.5E-7: what stands before the E, and what behind it. */
const mantissa = (text: string): string => `substring_index(${text}, 'E', 1)`;
const exponent = (text: string): string =>
  `CASE WHEN ${text} LIKE '%E%' THEN ${cast(`substring_index(${text}, 'E', -1)`, "INT")} ELSE 0 END`;

/** More digits than a double has. */
const DIGITS_OF_DOUBLES = 17;

/** Spark SQL: DECIMAL(38, 0) is the wide type. Scale 0 in, scale 0 out: no rule of its decimals takes digits away. */
export const spark: Dialect = {
  name: "spark",
  wide: "DECIMAL(38, 0)",
  isUnbounded: false,
  fence: "",
  notFinite: ["NaN", "Infinity", "-Infinity"],
  quote: (name) => quoted(name, "`"),
  print: (value) => cast(value, "STRING"),
  bytes: (value) => cast(value, "STRING"),
  quotient: (n, d) => `${n} div ${d}`,
  readAny: (value, scale, _, message) => {
    const text = cast(value, "STRING");
    const shifted = cast(`${exponent(text)} + ${String(scale)}`, "STRING");
    const read = signed(cast(`concat(${mantissa(text)}, 'E', ${shifted})`, spark.wide), value, spark.wide);
    const decimals = `length(substring_index(${mantissa(text)}, '.', -1)) - (${exponent(text)})`;
    const isFiner = `${text} LIKE '%.%' AND ${decimals} > ${String(scale)}`;
    // A finer double lies nearer to 0 than any value that the scorecard tells from 0.
    const isLarge = `abs(${read}) >= ${String(tenTo(DIGITS_OF_DOUBLES))}`;
    return `CASE WHEN ${isFiner} AND ${isLarge} THEN raise_error(${literal(message)}) ELSE ${read} END`;
  },
  readExact: (value, scale, digits, message) => {
    // The product has digits + scale + 2 digits; beyond 38 Spark would give up decimals.
    if (digits + scale + 2 > 38) return spark.readAny(value, scale, digits, message);
    const decimals = cast(value, `DECIMAL(${String(digits)}, ${String(scale)})`);
    const read = `${decimals} * ${String(tenTo(scale))}`;
    return `CASE WHEN ${decimals} <> ${value} THEN raise_error(${literal(message)}) ELSE ${read} END`;
  },
};
