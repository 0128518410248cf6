import { isAfter, isInstant } from "./dates.js";

const ZERO = 48;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** `2026-11-21T08:30:00Z` */
const PLAIN_LENGTH = 20;

/** The number that two digits of a text are; NaN where they are none. */
function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - ZERO, text.charCodeAt(at + 1) - ZERO];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

function isPlainMoment(text: string): boolean {
  const century = twoDigits(text, 0);
  const year = century * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
  const day = twoDigits(text, 8);
  return (
    year > 0 &&
    day >= 1 &&
    day <= days &&
    twoDigits(text, 11) < 24 &&
    twoDigits(text, 14) < 60 &&
    twoDigits(text, 17) < 60 &&
    text[4] === "-" &&
    text[7] === "-" &&
    text[10] === "T" &&
    text[13] === ":" &&
    text[16] === ":" &&
    text[19] === "Z"
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
