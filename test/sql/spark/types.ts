// Spark's rules for types: https://spark.apache.org/docs/latest/sql-ref-ansi-compliance.html and the decimal rules in its source,
// DecimalType.adjustPrecisionScale and BinaryArithmetic.resultDecimalType.

/** A type of Spark's. */
export type Type =
  | { readonly is: "null" | "int" | "bigint" | "double" | "string" | "boolean" | "date" }
  | { readonly is: "decimal"; readonly digits: number; readonly scale: number };

/** A value; numbers of exact types hold their unscaled whole number. */
export type Value = bigint | number | string | boolean | null;

/** A decimal type of so many digits. */
export const decimal = (digits: number, scale: number): Type => ({ is: "decimal", digits, scale });

const MOST = 38;

/** A type with more than 38 digits gives up decimals, or, without any, becomes 38: digits that are given up end the test. */
function adjusted(digits: number, scale: number): Type {
  if (digits <= MOST) return decimal(digits, scale);
  if (scale > 0) throw new Error(`Spark would give up decimals of DECIMAL(${String(digits)}, ${String(scale)})`);
  return decimal(MOST, 0);
}

/** A whole number's type as a decimal. */
export function asDecimal(type: Type): { readonly digits: number; readonly scale: number } {
  if (type.is === "decimal") return type;
  if (type.is === "int") return { digits: 10, scale: 0 };
  if (type.is === "bigint") return { digits: 20, scale: 0 };
  throw new Error(`Spark would turn ${type.is} into a number`);
}

const isExact = ({ is }: Type): boolean => is === "int" || is === "bigint" || is === "decimal";

/** The type that holds the values of both: of CASE, coalesce, greatest, and of comparisons. */
export function common(a: Type, b: Type): Type {
  if (a.is === "null") return b;
  if (b.is === "null") return a;
  if (isExact(a) && isExact(b)) {
    if (a.is !== "decimal" && b.is !== "decimal") return a.is === "bigint" ? a : b;
    const [one, other] = [asDecimal(a), asDecimal(b)];
    const scale = Math.max(one.scale, other.scale);
    return adjusted(Math.max(one.digits - one.scale, other.digits - other.scale) + scale, scale);
  }
  if (a.is === b.is) return a;
  throw new Error(`Spark would turn ${a.is} and ${b.is} into one type`);
}

/** The type of a sum, difference or product. */
export function arithmetic(name: string, a: Type, b: Type): Type {
  if (a.is !== "decimal" && b.is !== "decimal") return common(a, b);
  const [one, other] = [asDecimal(a), asDecimal(b)];
  if (name === "*") return adjusted(one.digits + other.digits + 1, one.scale + other.scale);
  const scale = Math.max(one.scale, other.scale);
  return adjusted(Math.max(one.digits - one.scale, other.digits - other.scale) + scale + 1, scale);
}

/** Checks that a type holds a number: what would be NULL, an error or another number in Spark ends the test. */
export function held(value: bigint, type: Type): bigint {
  const most = type.is === "int" ? 2n ** 31n : type.is === "bigint" ? 2n ** 63n : 10n ** BigInt(asDecimal(type).digits);
  if (value >= most || value <= -most) throw new Error(`${String(value)} overflows ${type.is}`);
  return value;
}

const ten = (power: number): bigint => 10n ** BigInt(power);

/** An unscaled number at another scale, half away from zero. */
export function rescaled(value: bigint, from: number, to: number): bigint {
  if (to >= from) return value * ten(to - from);
  const d = ten(from - to);
  const size = ((value < 0n ? -value : value) * 2n + d) / (2n * d);
  return value < 0n ? -size : size;
}

/** What a text of digits, point and exponent means to java.math.BigDecimal, at a scale, half away from zero. */
export function readDecimal(text: string, scale: number): bigint {
  const [, sign = "", whole = "", , fraction = "", exponent = "0"] =
    /^(-?)(\d+)(\.(\d+))?(?:E([+-]?\d+))?$/.exec(text) ?? [];
  if (whole === "") throw new Error(`Spark reads no decimal from ${text}`);
  const shift = Number(exponent) - fraction.length + scale;
  const digits = BigInt(sign + whole + fraction);
  return shift >= 0 ? digits * ten(shift) : rescaled(digits, -shift, 0);
}

/** java.math.BigDecimal.toString: with an exponent where the first digit stands more than six places behind the point. */
export function printDecimal(value: bigint, scale: number): string {
  const sign = value < 0n ? "-" : "";
  const digits = String(value < 0n ? -value : value);
  const power = digits.length - 1 - scale;
  if (scale === 0) return sign + digits;
  if (power < -6) return `${sign}${digits[0] ?? ""}${digits.length > 1 ? `.${digits.slice(1)}` : ""}E${String(power)}`;
  const padded = digits.padStart(scale + 1, "0");
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

/** java.lang.Double.toString since JDK 19: the shortest digits, with an exponent below 10^-3 and from 10^7. */
export function printDouble(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const size = Math.abs(value);
  if (size === 0) return `${sign}0.0`;
  const [mantissa = "", exponent = "0"] = size.toExponential().split("e");
  if (size < 1e-3 || size >= 1e7)
    return `${sign}${mantissa.includes(".") ? mantissa : `${mantissa}.0`}E${String(Number(exponent))}`;
  return `${sign}${Number.isInteger(size) ? `${String(size)}.0` : String(size)}`;
}
