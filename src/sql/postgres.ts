import { cast, type Dialect } from "./dialect.js";
import { quoted } from "./quote.js";

/** PostgreSQL: NUMERIC holds any decimal, so nothing is scaled and nothing can overflow. */
export const postgres: Dialect = {
  name: "postgres",
  wide: "NUMERIC",
  isUnbounded: true,
  fence: "\n  OFFSET 0",
  notFinite: ["NaN", "Infinity", "-Infinity"],
  quote: (name) => quoted(name, '"'),
  print: (value) => cast(value, "TEXT"),
  bytes: (value) => `${cast(value, "TEXT")} COLLATE "C"`,
  quotient: (n, d, isWide) => (isWide ? `div(${n}, ${d})` : `${n} / ${d}`),
  readAny: (value) => cast(cast(value, "TEXT"), "NUMERIC"),
  readExact: (value) => `${value} + ${cast("0", "NUMERIC")}`,
  checks: null,
};
