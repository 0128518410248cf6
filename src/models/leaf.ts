import * as z from "zod/v4";

/**
 * The small texts and numbers that every model is made of. Each one's pattern is exact (leap years included), so that the
 * JSON Schema says the same as the schema. An issue's message begins with our code, by which `parse…` knows it.
 */

const LINE = 200;
const PROSE = 20_000;

/** An existing day of the years 0001 … 9999: the long months, April … November, February, the 29th of leap years. */
const DAY =
  "(?:(?!0000)\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|" +
  "(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29)";
const TIME = "T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?Z";

function patterned(code: string, expected: string, pattern: RegExp): z.ZodString {
  const message = `${code}: expected ${expected}`;
  // Only for the type: zod would give it to each check as well that a host adds without a message of its own.
  const error = (issue: { readonly code?: string | undefined }) =>
    issue.code === "invalid_type" ? message : undefined;
  return z.string({ error }).regex(pattern, { error: message, abort: true });
}

/** Any id of a host's record: 1 to 128 characters, none of them white space or a control character. */
export const RecordIdSchema = /* @__PURE__ */ (() =>
  z
    .string()
    .min(1)
    .max(128)
    .regex(/^[^\s\p{Cc}]*$/u, "not-an-id: expected an id without white space"))();

/**
 * An id that is a key as well: letters, digits, `_`, `+` and `-`, at most 64 of them, starting with a letter or digit, not
 * digits only, and no name that every object has. The pattern says what `isSafeId` says.
 */
export const SafeIdSchema = /* @__PURE__ */ (() =>
  z
    .string()
    .regex(
      /^(?!\d+$)(?!(?:constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf)$)[A-Za-z0-9][A-Za-z0-9_+-]{0,63}$/,
      "unsafe-id: expected letters, digits, _, + and -, at most 64, not digits only",
    ))();

/** A name or another short text: 1 to 200 characters. */
export const LineSchema = /* @__PURE__ */ (() => z.string().min(1).max(LINE))();

/** A text of up to 20,000 characters; may be empty. */
export const ProseSchema = /* @__PURE__ */ (() => z.string().max(PROSE))();

/** A decimal as text: `"12.50"`. A JSON number here is an issue, because 0.1 + 0.2 isn't what it seems. */
export const DecimalStringSchema = /* @__PURE__ */ (() =>
  patterned(
    "not-a-decimal",
    'a decimal as text, such as "12.50"',
    /^(?=.{1,128}$)-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/,
  ))();

/** A decimal of zero or more, as text. */
export const AmountSchema = /* @__PURE__ */ (() =>
  DecimalStringSchema.regex(/^[^-]/, "negative: expected zero or more"))();

/** A share from 0 to 1 as a decimal text without exponent: `"0.35"`. */
export const ShareSchema = /* @__PURE__ */ (() =>
  DecimalStringSchema.regex(/^(?:0(?:\.\d+)?|1(?:\.0+)?)$/, "not-a-share: expected a share from 0 to 1"))();

/** An existing day, `2026-11-21`, of the years 0001 … 9999. */
export const PlainDateSchema = /* @__PURE__ */ (() =>
  patterned("not-a-date", "a day, such as 2026-11-21", new RegExp(`^${DAY}$`)))();

/** A moment in UTC, RFC 3339 with `Z`: `2026-11-21T08:30:00Z`. */
export const InstantSchema = /* @__PURE__ */ (() =>
  patterned("not-a-date", "a moment in UTC, such as 2026-11-21T08:30:00Z", new RegExp(`^${DAY}${TIME}$`)))();

/** A day or a moment in UTC. */
export const DayOrMomentSchema = /* @__PURE__ */ (() =>
  patterned("not-a-date", "a day or a moment in UTC", new RegExp(`^${DAY}(?:${TIME})?$`)))();

/** A month: `2026-11`. */
export const PlainMonthSchema = /* @__PURE__ */ (() =>
  patterned("not-a-month", "a month, such as 2026-11", /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])$/))();

/** A currency by its ISO 4217 code: three capital letters. */
export const CurrencySchema = /* @__PURE__ */ (() =>
  patterned("not-a-currency", "three capital letters, such as CNY", /^[A-Z]{3}$/))();

/** A judgement from 1 (worst) to 5 (best); halves and other decimals are allowed. */
export const RatingSchema = /* @__PURE__ */ (() => z.number().min(1).max(5))();

/** A whole number from 0 to a million. */
export const CountSchema = /* @__PURE__ */ (() => z.int().min(0).max(1_000_000))();

/** The version of a stored shape. */
export const VersionSchema = /* @__PURE__ */ (() => z.literal(1, "unsupported-version: expected 1"))();

/** A host's own code: `x-trade-fair`. */
const HostCodeSchema = /* @__PURE__ */ (() =>
  z.templateLiteral(["x-", z.string().regex(/^[a-z0-9][a-z0-9-]{0,61}$/)]))();

/** One of a list of codes, or a host's own code that begins with `x-`. */
// The precise type is inferred, so that hosts keep it.
export function openCodes<const C extends readonly string[]>(codes: C) {
  return z.union([z.enum(codes), HostCodeSchema]);
}

/**
 * An object that keeps the keys that it doesn't know. Its type has no index signature all the same: a misspelt key doesn't
 * compile, and a host's `.extend` types the host's own keys.
 */
export function open<S extends z.ZodRawShape>(shape: S): z.ZodObject<S> {
  return z.looseObject(shape);
}
