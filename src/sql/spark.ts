import { tenTo } from "../ground/rational.js";
import { cast, type Dialect, literal } from "./dialect.js";
import { quoted, signed } from "./quote.js";

/** A double prints as 1.5E-7: what stands before the E, and what behind it. */
const mantissa = (text: string): string => `substring_index(${text}, 'E', 1)`;
const exponent = (text: string): string =>
  `CASE WHEN ${text} LIKE '%E%' THEN ${cast(`substring_index(${text}, 'E', -1)`, "INT")} ELSE 0 END`;

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
  readAny: (value, scale) => {
    const text = cast(value, "STRING");
    const shifted = cast(`${exponent(text)} + ${String(scale)}`, "STRING");
    return signed(cast(`concat(${mantissa(text)}, 'E', ${shifted})`, spark.wide), value, spark.wide);
  },
  readExact: (value, scale, digits) =>
    isProductExact(scale, digits)
      ? `${decimal(value, scale, digits)} * ${String(tenTo(scale))}`
      : spark.readAny(value, scale),
  checks: {
    decimals,
    isFiner: (value, scale, digits) =>
      isProductExact(scale, digits)
        ? `${decimal(value, scale, digits)} <> ${value}`
        : `${decimals(value)} > ${String(scale)}`,
    fail: (message) => `raise_error(${literal(message)})`,
  },
};

function decimals(value: string): string {
  const text = cast(value, "STRING");
  const fraction = `length(trim(TRAILING '0' FROM substring_index(${mantissa(text)}, '.', -1)))`;
  return `CASE WHEN ${text} LIKE '%.%' THEN ${fraction} ELSE 0 END - ${exponent(text)}`;
}

/** The product with 10^scale has digits + scale + 2 digits; beyond 38 Spark would give up decimals. */
function isProductExact(scale: number, digits: number): boolean {
  return digits + scale + 2 <= 38;
}

function decimal(value: string, scale: number, digits: number): string {
  return cast(value, `DECIMAL(${String(digits)}, ${String(scale)})`);
}
