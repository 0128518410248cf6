import { dayOf, dayText } from "../../ground/dates.js";
import { print } from "../../ground/print.js";
import { compareScaled, type Scaled } from "../../ground/scaled.js";
import { isRead } from "../field.js";
import { type FieldReader, quantity } from "../rows.js";

const REQUIRED = { fault: { code: "required", details: {} } } as const;

/** Whether a field says nothing. */
export function isAbsent(raw: unknown): boolean {
  return raw === undefined || raw === null;
}

/** A client's id as it stands; `null` where the line is nobody's. */
export const client: FieldReader<string | null> = (raw) => {
  if (isAbsent(raw)) return { value: null };
  if (typeof raw === "string") return { value: raw.trim() === "" ? null : raw };
  if (typeof raw === "number" && Number.isSafeInteger(raw)) return { value: String(raw) };
  return { fault: { code: "wrong-type", details: { expected: "string", received: print(raw) } } };
};

/** A decimal that must be there. */
export const demanded: FieldReader<Scaled | null> = (raw) => (isAbsent(raw) ? REQUIRED : quantity(raw));

const NONE = { n: 0, places: 0 };
const ALL = { n: 1, places: 0 };

/** A share from 0 to 1. */
export const discount: FieldReader<Scaled> = (raw) => {
  const read = quantity(raw);
  if (!isRead(read)) return read;
  const value = read.value ?? NONE;
  if (compareScaled(value, NONE) >= 0 && compareScaled(value, ALL) <= 0) return { value };
  return { fault: { code: "out-of-range", details: { received: print(raw), least: 0, most: 1 } } };
};

const MOST_DAYS = 20_000;

/** A reader of days that remembers what it has read: an order book has many lines a day. */
export function dayReader(isDemanded: boolean): FieldReader<string | null> {
  const read = new Map<string, string>();
  return (raw) => {
    if (isAbsent(raw)) return isDemanded ? REQUIRED : { value: null };
    const known = read.get(raw as string);
    if (known !== undefined) return { value: known };
    const number = dayOf(raw);
    if (number === null) return { fault: { code: "not-a-date", details: { received: print(raw) } } };
    const day = dayText(number) as string;
    if (read.size < MOST_DAYS) read.set(raw as string, day);
    return { value: day };
  };
}
