import { decimalsOf, exactly, isNumeral, type Quantity } from "./numeral.js";
import { tenTo } from "./rational.js";

/** A whole number: a safe integer where it is one, else a bigint. */
export type Whole = number | bigint;

/** A decimal as a whole number of its last place, `n × 10^-places`: what rows by the hundred thousand are read as. */
export interface Scaled {
  readonly n: Whole;
  readonly places: number;
}

const SAFE_LENGTH = 15;
const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/** The exact value of a decimal; `null` for a number or text that is none. */
export function readScaled(quantity: Quantity): Scaled | null {
  // −0 + 0 is 0, here and below.
  if (typeof quantity === "number" && Number.isSafeInteger(quantity)) return { n: quantity + 0, places: 0 };
  const text = String(quantity);
  if (!isNumeral(text)) return null;
  if (/[eE]/.test(text)) return withExponent(text);
  const point = text.indexOf(".");
  const digits = point < 0 ? text : text.slice(0, point) + text.slice(point + 1);
  const places = point < 0 ? 0 : text.length - point - 1;
  return { n: text.length <= SAFE_LENGTH ? Number(digits) + 0 : narrow(BigInt(digits)), places };
}

function withExponent(text: string): Scaled {
  const value = exactly(text);
  const places = decimalsOf(value);
  return { n: narrow((value.n * tenTo(places)) / value.d), places };
}

/** A bigint as a safe integer, if it is one. */
function narrow(whole: bigint): Whole {
  const number = Number(whole);
  return Number.isSafeInteger(number) ? number : whole;
}

/** −1, 0 or 1 as a is below, equal to or above b. */
export function compareScaled(a: Scaled, b: Scaled): -1 | 0 | 1 {
  const places = Math.max(a.places, b.places);
  const [one, other] = [wholeAt(a, places), wholeAt(b, places)];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The whole number of a last place at or below its own. */
function wholeAt({ n, places: own }: Scaled, places: number): Whole {
  if (n === 0 || own === places) return n;
  const whole = typeof n === "number" ? n * (POWERS[places - own] ?? Infinity) : Infinity;
  return Number.isSafeInteger(whole) ? whole : narrow(BigInt(n) * tenTo(places - own));
}

/** a + b */
export function plusScaled(a: Scaled, b: Scaled): Scaled {
  const places = Math.max(a.places, b.places);
  return { n: plusWhole(wholeAt(a, places), wholeAt(b, places)), places };
}

/** a − b */
export function minusScaled(a: Scaled, b: Scaled): Scaled {
  return plusScaled(a, { n: b.n === 0 ? 0 : -b.n, places: b.places });
}

/** a × b */
export function timesScaled(a: Scaled, b: Scaled): Scaled {
  const places = a.places + b.places;
  const n = typeof a.n === "number" && typeof b.n === "number" ? a.n * b.n + 0 : Infinity;
  return { n: Number.isSafeInteger(n) ? n : narrow(BigInt(a.n) * BigInt(b.n)), places };
}

function plusWhole(a: Whole, b: Whole): Whole {
  const sum = typeof a === "number" && typeof b === "number" ? a + b : Infinity;
  return Number.isSafeInteger(sum) ? sum : narrow(BigInt(a) + BigInt(b));
}

/** How to write decimals in whole units of a last place that they have in common. */
export interface Scale {
  /** Nothing, of the kind that all units are: safe integers where each and the sum of all their sizes fit, else bigints. */
  readonly zero: Whole;
  readonly of: (value: Scaled) => Whole;
  /** Units as a decimal without superfluous zeros. */
  readonly print: (whole: Whole) => string;
}

/** The fewest decimals in which all the values can be written as they stand. */
export function commonScale(values: readonly Scaled[]): Scale {
  let places = 0;
  for (const value of values) if (value.places > places) places = value.places;
  let size = 0;
  for (const value of values) size += Math.abs(Number(value.n)) * (POWERS[places - value.places] ?? Infinity);
  const print = (whole: Whole): string => printWhole(whole, places);
  if (size <= Number.MAX_SAFE_INTEGER) {
    return { zero: 0, of: (value) => Number(value.n) * (POWERS[places - value.places] as number), print };
  }
  const factors = new Map(values.map((value) => [value.places, 0n]));
  for (const own of factors.keys()) factors.set(own, tenTo(places - own));
  return { zero: 0n, of: (value) => BigInt(value.n) * (factors.get(value.places) as bigint), print };
}

/** a + b, both of one kind; a sum of safe integers must be safe. */
export function addUnits(a: Whole, b: Whole): Whole {
  return (a as number) + (b as number);
}

/** a − b, both of one kind; a difference of safe integers must be safe. */
export function subtractUnits(a: Whole, b: Whole): Whole {
  return (a as number) - (b as number);
}

const SHORT = 1e15;
const SHORT_PLACES = 6;

/** `whole × 10^-places` without exponent and superfluous zeros. */
export function printWhole(whole: Whole, places: number): string {
  // A double is the nearest to a decimal of 15 digits, and prints it (shortest form that reads back; no exponent from 1e-6 up).
  if (typeof whole === "number" && places <= SHORT_PLACES && whole < SHORT && whole > -SHORT) {
    return String(whole / (POWERS[places] as number));
  }
  const digits = String(whole < 0 ? -whole : whole).padStart(places + 1, "0");
  const sign = whole < 0 ? "-" : "";
  const point = digits.length - places;
  let end = digits.length;
  while (end > point && digits[end - 1] === "0") end -= 1;
  const number = sign + digits.slice(0, point);
  return end === point ? number : `${number}.${digits.slice(point, end)}`;
}
