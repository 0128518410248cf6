import type { PlainDate } from "../dates.js";
import { isMoment, monthLength } from "../moment.js";

// `dayNumber`, `dayText` and `dayOf` by arithmetic, for whoever reads them by the hundred thousand. The Gregorian calendar repeats itself every 400 years;
// years are counted from March, so that a leap day is the last of its year.
const ZERO = 48;
const CYCLE_YEARS = 400;
const CYCLE_DAYS = 146_097;
const YEAR_DAYS = 365;
/** From 0000-03-01 to 1970-01-01. */
const EPOCH = 719_468;
/** Five months from March on have 153 days: 31, 30, 31, 30, 31; so have the next five. */
const FIVE_MONTHS = 153;
const DAY_LENGTH = 10;
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

/** The number of a day, counted from 1970-01-01 as 0; `null` for a text that is no day. */
export function quickDayNumber(text: string): number | null {
  if (text.length !== DAY_LENGTH || text[4] !== "-" || text[7] !== "-") return null;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const [month, day] = [twoDigits(text, 5), twoDigits(text, 8)];
  const isDay = year > 0 && day > 0 && day <= monthLength(year, month);
  return isDay ? numberOf(month > 2 ? year : year - 1, (month + 9) % 12, day) : null;
}

/** NaN where they are none. */
function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - ZERO, text.charCodeAt(at + 1) - ZERO];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

/** Of a year and a month that are counted from March. */
function numberOf(year: number, month: number, day: number): number {
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / CYCLE_YEARS);
  return year * YEAR_DAYS + leaps + Math.floor((FIVE_MONTHS * month + 2) / 5) + day - 1 - EPOCH;
}

/** The day with a number, `null` before the year 0001 and after 9999. */
export function quickDayText(day: number): PlainDate | null {
  if (!(day >= FIRST_DAY && day <= LAST_DAY)) return null;
  const cycle = Math.floor((day + EPOCH) / CYCLE_DAYS);
  const inCycle = day + EPOCH - cycle * CYCLE_DAYS;
  const leaps = Math.floor(inCycle / 1460) - Math.floor(inCycle / 36_524) + Math.floor(inCycle / (CYCLE_DAYS - 1));
  const year = Math.floor((inCycle - leaps) / YEAR_DAYS);
  const inYear = inCycle - (YEAR_DAYS * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * inYear + 2) / FIVE_MONTHS);
  const inMonth = inYear - Math.floor((FIVE_MONTHS * month + 2) / 5) + 1;
  const isNext = month > 9;
  return `${padded(cycle * CYCLE_YEARS + year + (isNext ? 1 : 0), 4)}-${padded(isNext ? month - 9 : month + 3, 2)}-${padded(inMonth, 2)}`;
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}

/** The day number of a day or of a moment (its day in UTC); `null` for anything else. */
export function quickDayOf(text: unknown): number | null {
  if (typeof text !== "string") return null;
  if (text.length === DAY_LENGTH) return quickDayNumber(text);
  return isMoment(text) ? quickDayNumber(text.slice(0, DAY_LENGTH)) : null;
}
