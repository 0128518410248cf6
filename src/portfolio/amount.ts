import { isNumeral } from "../ground/numeral.js";
import { print } from "../ground/print.js";
import { tenTo } from "../ground/rational.js";
import { readScaled, type Scaled } from "../ground/scaled.js";
import type { Field } from "./field.js";

/** More than a product of three doubles prints, quantity × price × discount; few enough that sums of half a million rows stay quick. */
const MOST_DECIMALS = 100;
const MOST_DIGITS = 100;
const MOST = 1e100;
/** A numeral has at most 128 characters: with such an exponent it is out of bounds, or a zero that nobody writes so. */
const FAR = 200;

/** An amount as number or text: a decimal of at most 100 decimals, below 10^100 in size. */
export function readAmount(raw: string | number): Field<Scaled> {
  const value = typeof raw === "number" ? onGrid(raw) : null;
  return value === null ? readWritten(raw) : { value };
}

/** Of no two decimals of so many digits is one double the nearest, so that the number prints the one that is found. */
const GRID = 1e15;
const GRIDS = [
  { unit: 1, places: 0 },
  { unit: 100, places: 2 },
  { unit: 10_000, places: 4 },
] as const;

/** A number that is a decimal of few places, without looking at its print; `null` for any other. */
function onGrid(raw: number): Scaled | null {
  for (const { unit, places } of GRIDS) {
    const n = Math.round(raw * unit);
    // −0 + 0 is 0.
    if (n / unit === raw && n < GRID && n > -GRID) return { n: n + 0, places };
  }
  return null;
}

function readWritten(raw: string | number): Field<Scaled> {
  const exponent = exponentOf(raw);
  if (exponent > FAR) return tooLarge(raw);
  const value = exponent < -FAR ? { n: 1, places: -exponent } : readScaled(raw);
  if (value === null) return { fault: { code: "not-a-decimal", details: { received: print(raw) } } };
  if (value.places > MOST_DECIMALS) return { fault: { code: "too-precise", details: { received: print(raw) } } };
  return isLarge(value) ? tooLarge(raw) : { value };
}

function tooLarge(raw: string | number): Field<never> {
  return {
    fault: { code: "out-of-range", details: { received: print(raw), least: -MOST, most: MOST, exclusive: true } },
  };
}

/** 0 where none is written. */
function exponentOf(raw: string | number): number {
  if (Number.isSafeInteger(raw)) return 0;
  const text = String(raw);
  const at = Math.max(text.indexOf("e"), text.indexOf("E"));
  return at >= 0 && isNumeral(text) ? Number(text.slice(at + 1)) : 0;
}

/** A safe integer never is. */
function isLarge({ n, places }: Scaled): boolean {
  if (typeof n === "number") return false;
  const bound = tenTo(MOST_DIGITS + places);
  return n >= bound || n <= -bound;
}
