import { isBlank } from "../ground/blank.js";
import { isInstant, isPlainDate } from "../ground/dates.js";
import { isHostCode } from "../ground/host-code.js";
import type { FormIssueDetails, Path } from "../ground/issue.js";
import { isRecord, type Json, type JsonObject } from "../ground/json.js";
import { canonicalDecimal, exactQuantity, isNumeral, LONGEST_NUMERAL } from "../ground/numeral.js";
import { print } from "../ground/print.js";
import { compare } from "../ground/rational.js";
import type { CodeField, FormField, NumberField, TextField } from "./field.js";

/** Why a value can't be read, and where in it. */
export type Fault = {
  [C in keyof FormIssueDetails & string]: {
    readonly code: C;
    readonly details: FormIssueDetails[C];
    readonly at?: Path;
  };
}[keyof FormIssueDetails & string];

/** What reading makes of a value: the value in its canonical form, or what is wrong with it. */
export type Reading = { readonly value: Json } | { readonly faults: readonly Fault[] };

/** UTF-16 units that a text may have unless its field says otherwise. */
export const LONGEST_TEXT = 20_000;
/** As many as a form has rows: what is computed from them must have room. */
const MOST_MEMBERS = 100_000;
/** NUL, and halves of characters. */
const UNPRINTABLE = /[\u0000\ud800-\udfff]/u;
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const CURRENCY = /^[A-Z]{3}$/;

/** Whether a value says that none applies. */
export function isNotApplicable(value: Json): boolean {
  return isRecord(value) && Object.keys(value).length === 1 && value["notApplicable"] === true;
}

/** Reads a field's value; `null` is unknown. */
export function readValue(field: FormField, value: Json): Reading {
  if (value === null || isBlankText(field, value))
    return field.required === true ? refuse({ code: "required", details: {} }) : { value };
  if (field.mayNotApply === true && isNotApplicable(value)) return { value: { notApplicable: true } };
  return field.many === true ? readMany(field, value) : readSingle(field, value);
}

/** Whether a text of which nothing can be seen stands where one is required: it says as little as none. */
function isBlankText({ type, required, many }: FormField, value: Json): boolean {
  if (type !== "text" || required !== true || many === true || typeof value !== "string") return false;
  return isBlank(value) && !UNPRINTABLE.test(value);
}

function readMany(field: FormField, value: Json): Reading {
  if (!Array.isArray(value)) return wrongType("array", value);
  const members = value as readonly Json[];
  if (members.length > MOST_MEMBERS) {
    return refuse({ code: "too-many", details: { most: MOST_MEMBERS, received: members.length } });
  }
  const read = members.map((member) => readMember(field, member));
  const faults = read.flatMap((one, index) =>
    "faults" in one ? one.faults.map((fault) => ({ ...fault, at: [index, ...(fault.at ?? [])] })) : [],
  );
  return faults.length > 0 ? { faults } : { value: read.map((one) => (one as { readonly value: Json }).value) };
}

/** A member of a list is known, and no empty text. */
function readMember(field: FormField, member: Json): Reading {
  return member === null || member === "" ? refuse({ code: "required", details: {} }) : readSingle(field, member);
}

function readSingle(field: FormField, value: Json): Reading {
  switch (field.type) {
    case "text":
      return readText(field, value);
    case "integer":
    case "decimal":
      return readNumber(field, value);
    case "money":
      return readMoney(value);
    case "flag":
      return typeof value === "boolean" ? { value } : wrongType("boolean", value);
    case "code":
      return readCode(field, value);
    default:
      return readTime(field.type, value);
  }
}

function readText({ longest = LONGEST_TEXT }: TextField, value: Json): Reading {
  if (typeof value !== "string") return wrongType("string", value);
  if (value.length > longest) return refuse({ code: "too-long", details: { max: longest, length: value.length } });
  const at = value.search(UNPRINTABLE);
  if (at < 0) return { value };
  const character = `\\u{${value.charCodeAt(at).toString(16)}}`;
  return refuse({ code: "unprintable-text", details: { at, character } });
}

function readNumber({ type, least, most }: NumberField, value: Json): Reading {
  if (type === "integer" && (typeof value !== "number" || !Number.isSafeInteger(value)))
    return wrongType("integer", value);
  if ((typeof value !== "number" && typeof value !== "string") || !isNumeral(String(value))) {
    return refuse({ code: "not-a-decimal", details: { received: print(value) } });
  }
  if (isOutside(value, least, most)) {
    const bounds = { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
    return refuse({ code: "out-of-range", details: { received: print(value), ...bounds } });
  }
  if (type === "integer") return { value };
  const fault = lengthFault(value);
  return fault === null ? { value: canonicalDecimal(value) } : refuse(fault);
}

/** Without its exponent a decimal can be longer than a decimal may be: nobody could read it again. */
function lengthFault(value: number | string): Fault | null {
  const { length } = canonicalDecimal(value);
  return length > LONGEST_NUMERAL ? { code: "too-long", details: { max: LONGEST_NUMERAL, length } } : null;
}

function isOutside(value: number | string, least: number | undefined, most: number | undefined): boolean {
  const exact = exactQuantity(value);
  return (
    (least !== undefined && compare(exact, exactQuantity(least)) < 0) ||
    (most !== undefined && compare(exact, exactQuantity(most)) > 0)
  );
}

function readMoney(value: Json): Reading {
  if (typeof value === "string") return wrongFormat("CNY 1200.50", value);
  if (!isRecord(value)) return wrongType("object", value);
  const { amount = null, currency = null, ...others } = value;
  const faults: Fault[] = [...moneyFaults(amount, currency), ...otherKeys(others)];
  return faults.length > 0 ? { faults } : { value: { amount: canonicalDecimal(amount as string), currency } };
}

function moneyFaults(amount: Json, currency: Json): Fault[] {
  const faults: Fault[] = [];
  if ((typeof amount !== "string" && typeof amount !== "number") || !isNumeral(String(amount))) {
    faults.push({ code: "not-a-decimal", details: { received: print(amount) }, at: ["amount"] });
  } else {
    const fault = lengthFault(amount);
    if (fault !== null) faults.push({ ...fault, at: ["amount"] });
  }
  if (typeof currency !== "string" || !CURRENCY.test(currency)) {
    faults.push({ code: "not-a-currency", details: { received: print(currency) }, at: ["currency"] });
  }
  return faults;
}

function otherKeys(others: JsonObject): Fault[] {
  const allowed = ["amount", "currency"];
  return Object.keys(others).map((key) => ({ code: "unknown-key", details: { key, allowed }, at: [key] }));
}

function readCode({ codes, open }: CodeField, value: Json): Reading {
  if (typeof value === "string" && (codes.includes(value) || (open === true && isHostCode(value)))) return { value };
  const allowed = open === true ? [...codes, "x-…"] : [...codes];
  return refuse({ code: "unknown-value", details: { received: print(value), allowed } });
}

function readTime(type: "day" | "clock" | "moment", value: Json): Reading {
  if (typeof value !== "string") return wrongType("string", value);
  if (type === "clock") return CLOCK.test(value) ? { value } : wrongFormat("09:30", value);
  const isTime = isPlainDate(value) || (type === "moment" && isInstant(value));
  return isTime ? { value } : refuse({ code: "not-a-date", details: { received: print(value) } });
}

function wrongFormat(format: string, value: string): Reading {
  return refuse({ code: "wrong-format", details: { format, received: print(value) } });
}

function wrongType(expected: "array" | "string" | "integer" | "object" | "boolean", value: Json): Reading {
  return refuse({ code: "wrong-type", details: { expected, received: print(value) } });
}

function refuse(fault: Fault): Reading {
  return { faults: [fault] };
}
