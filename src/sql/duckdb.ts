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
  readAny: (value, scale) => {
    const decimals = cast(cast(value, "VARCHAR"), `DECIMAL(38, ${String(scale)})`);
    return signed(cast(`replace(${cast(decimals, "VARCHAR")}, '.', '')`, "HUGEINT"), value, "HUGEINT");
  },
  readExact: (value, scale, digits) => `${decimal(value, scale, digits)} * ${String(tenTo(scale))}`,
  checks: {
    decimals: (value) => {
      const text = cast(value, "VARCHAR");
      const fraction = `length(rtrim(split_part(split_part(${text}, 'e', 1), '.', 2), '0'))`;
      const exponent = `CASE WHEN contains(${text}, 'e') THEN ${cast(`split_part(${text}, 'e', 2)`, "INTEGER")} ELSE 0 END`;
      return `${fraction} - ${exponent}`;
    },
    isFiner: (value, scale, digits) => `${decimal(value, scale, digits)} <> ${value}`,
    fail: (message) => `error(${literal(message)})`,
  },
};

function decimal(value: string, scale: number, digits: number): string {
  return cast(value, `DECIMAL(${String(digits)}, ${String(scale)})`);
}
