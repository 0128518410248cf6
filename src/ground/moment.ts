import { isAfter, isInstant } from "./dates.js";

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** `2026-11-21T08:30:00Z` */
const PLAIN_LENGTH = 20;
const ZERO = 48;
const DASH = 45;
const COLON = 58;
const T = 84;
const Z = 90;

/** The number that two digits of a text are; NaN where they are none. */
function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

function isPlainMoment(text: string): boolean {
  const isMarked =
    text.charCodeAt(4) === DASH &&
    text.charCodeAt(7) === DASH &&
    text.charCodeAt(10) === T &&
    text.charCodeAt(13) === COLON &&
    text.charCodeAt(16) === COLON &&
    text.charCodeAt(19) === Z;
  return isMarked && pair(text, 11) < 24 && pair(text, 14) < 60 && pair(text, 17) < 60 && isDay(text);
}

function isDay(text: string): boolean {
  const year = pair(text, 0) * 100 + pair(text, 2);
  const month = pair(text, 5);
  const day = pair(text, 8);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (
    year > 0 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= (month === 2 && isLeap ? 29 : (DAYS[month - 1] as number))
  );
}

/** `isInstant`, quick for moments without decimals: for whoever reads thousands. */
export function isMoment(value: unknown): value is string {
  return typeof value === "string" && value.length === PLAIN_LENGTH ? isPlainMoment(value) : isInstant(value);
}

/** `isAfter` of two moments, quick where both have no decimals. */
export function isLaterMoment(text: string, other: string): boolean {
  return text.length === PLAIN_LENGTH && other.length === PLAIN_LENGTH ? text > other : isAfter(text, other);
}
