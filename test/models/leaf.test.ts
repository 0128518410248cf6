import fc from "fast-check";
import {
  AmountSchema,
  CurrencySchema,
  DayOrMomentSchema,
  DecimalStringSchema,
  InstantSchema,
  PlainDateSchema,
  PlainMonthSchema,
  RecordIdSchema,
  SafeIdSchema,
  ShareSchema,
} from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { dayOf, isInstant, isPlainDate } from "../../src/ground/dates.js";
import { isSafeId } from "../../src/ground/id.js";
import { isPlainMonth } from "../../src/ground/months.js";
import { isNumeral } from "../../src/ground/numeral.js";

type Leaf = { safeParse: (input: unknown) => { success: boolean } };
const takes = (leaf: Leaf, text: unknown): boolean => leaf.safeParse(text).success;

/** Texts near a grammar: a good one with some characters changed, cut or added. */
const near = (seeds: readonly string[], letters: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...seeds),
      fc.array(fc.tuple(fc.nat(40), fc.constantFrom(...letters.split(""), "")), { maxLength: 3 }),
    )
    .map(([seed, edits]) =>
      edits.reduce((text, [at, letter]) => text.slice(0, at) + letter + text.slice(at + 1), seed),
    );

describe("E3 the pattern says what the ground's function says", () => {
  const days = ["2026-11-21", "2024-02-29", "1900-02-28", "2000-02-29", "0400-02-29", "0001-01-01", "9999-12-31"];
  const moments = ["2026-11-21T08:30:00Z", "2024-02-29T23:59:59.123456789Z", "2026-02-28T00:00:00.1Z"];
  test.each([
    ["a day", PlainDateSchema, isPlainDate, near(days, "0123456789-T ")],
    ["a moment", InstantSchema, isInstant, near([...moments, ...days], "0123456789-T:.Z+ ")],
    [
      "a day or a moment",
      DayOrMomentSchema,
      (text: string) => dayOf(text) !== null,
      near([...moments, ...days], "0123456789-T:.Z "),
    ],
    ["a month", PlainMonthSchema, isPlainMonth, near(["2026-11", "0001-01", "9999-12"], "0123456789-")],
    [
      "a decimal",
      DecimalStringSchema,
      isNumeral,
      near(["12.50", "-0.03", "1e6", "0", "-1.5E-12"], "0123456789.eE+-, x"),
    ],
    [
      "a safe id",
      SafeIdSchema,
      isSafeId,
      near(["toString", "4711", "a-b_c+d", "constructor", "x".repeat(64)], "aZ0_+-$. "),
    ],
  ] as const)("%s", (_, leaf, isGood, texts) => {
    fc.assert(
      fc.property(texts, (text) => takes(leaf, text) === isGood(text)),
      { numRuns: 5000 },
    );
  });

  test("every day of common, leap and century years, and each that doesn't exist", () => {
    for (const year of ["0000", "0001", "0004", "0100", "0400", "1900", "2000", "2023", "2024", "2100", "9999"]) {
      for (let month = 0; month <= 13; month += 1) {
        for (let day = 0; day <= 32; day += 1) {
          const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
          expect(takes(PlainDateSchema, text), text).toBe(isPlainDate(text));
        }
      }
    }
  });

  test("names that every object has are no safe ids; digits of a decimal have their limit", () => {
    for (const name of Object.getOwnPropertyNames(Object.prototype))
      expect(takes(SafeIdSchema, name), name).toBe(false);
    expect(takes(DecimalStringSchema, "1".repeat(128))).toBe(true);
    expect(takes(DecimalStringSchema, "1".repeat(129))).toBe(false);
  });
});

describe("D1.6 amounts, shares, currencies and ids", () => {
  test.each([
    [AmountSchema, ["0", "12.50", "1e3"], ["-1", "-0", "", "1,5", 5, "+1"]],
    [ShareSchema, ["0", "1", "0.35", "1.00", "0.000"], ["1.01", "2", "-0.5", "5e-1", ".5", 0.5]],
    [CurrencySchema, ["CNY", "EUR"], ["cny", "EU", "EURO", "€", 156]],
    [
      RecordIdSchema,
      ["4711", "a/b.c", "客户-7", "$x", "550e8400-e29b-41d4-a716-446655440000", "x".repeat(128)],
      ["", " a", "a b", "a\n", "a\u0000", "x".repeat(129), 7],
    ],
  ] as const)("%#", (leaf, good, bad) => {
    for (const text of good) expect(takes(leaf, text), text).toBe(true);
    for (const text of bad) expect(takes(leaf, text), String(text)).toBe(false);
  });
});
