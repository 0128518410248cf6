import { tenTo } from "../ground/rational.js";
import { cast, type Dialect, literal } from "./dialect.js";
import { quoted, signed } from "./quote.js";

/** DuckDB: HUGEINT is the wide type; arithmetic that overflows stops the query. */
export const duckdb: Dialect = {
  name: "duckdb",
  wide: "HUGEINT",
  isUnbounded: false,
  fence: "",
  notFinite: ["nan", "-nan", "inf", "-inf"],
  quote: (name) => quoted(name, '"'),
  print: (value) => cast(value, "VARCHAR"),
  bytes: (value) => `${cast(value, "VARCHAR")} COLLATE C`,
  quotient: (n, d) => `${n} // ${d}`,
  readAny: (value, scale, _, message) => {
    const text = cast(value, "VARCHAR");
    const decimals = cast(text, `DECIMAL(38, ${String(scale)})`);
    const read = cast(`replace(${cast(decimals, "VARCHAR")}, '.', '')`, "HUGEINT");
    const isFiner = `NOT contains(${text}, 'e') AND length(split_part(${text}, '.', 2)) > ${String(scale)}`;
    return `CASE WHEN ${isFiner} THEN error(${literal(message)}) ELSE ${signed(read, value, "HUGEINT")} END`;
  },
  readExact: (value, scale, digits, message) => {
    const decimals = cast(value, `DECIMAL(${String(digits)}, ${String(scale)})`);
    const read = `${decimals} * ${String(tenTo(scale))}`;
    return `CASE WHEN ${decimals} <> ${value} THEN error(${literal(message)}) ELSE ${read} END`;
  },
};
