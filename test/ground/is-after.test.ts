import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAfter } from "../../src/ground/dates.js";

describe("two moments compare exactly", () => {
  test.each([
    ["2026-11-21T08:00:01Z", "2026-11-21T08:00:00Z", true],
    ["2026-11-21T08:00:00Z", "2026-11-21T08:00:00Z", false],
    ["2026-11-21T08:00:00Z", "2026-11-21T08:00:01Z", false],
    ["2026-11-21T08:00:00.000000001Z", "2026-11-21T08:00:00Z", true],
    ["2026-11-21T08:00:00Z", "2026-11-21T08:00:00.000000001Z", false],
    ["2026-11-21T08:00:00.1Z", "2026-11-21T08:00:00.09Z", true],
    ["2026-11-21T08:00:00.09Z", "2026-11-21T08:00:00.1Z", false],
    ["2026-11-21T08:00:01Z", "2026-11-21T08:00:00.999999999Z", true],
    ["2026-11-21T08:00:00.999Z", "2026-11-21T08:00:01Z", false],
    ["2026-11-22T00:00:00Z", "2026-11-21T23:59:59.9Z", true],
    ["2027-01-01T00:00:00Z", "2026-12-31T23:59:59Z", true],
  ])("%s after %s: %s", (text, other, after) => {
    expect(isAfter(text, other)).toBe(after);
  });

  test.each([
    ["2026-11-21T08:00:00.500Z", "2026-11-21T08:00:00.5Z"],
    ["2026-11-21T08:00:00.0Z", "2026-11-21T08:00:00Z"],
    ["2026-11-21T08:00:00.000000000Z", "2026-11-21T08:00:00Z"],
    ["2026-11-21T08:00:00.100200300Z", "2026-11-21T08:00:00.1002003Z"],
    ["2026-11-21T08:00:00.010Z", "2026-11-21T08:00:00.01Z"],
  ])("%s and %s are the same moment", (text, other) => {
    expect([isAfter(text, other), isAfter(other, text)]).toEqual([false, false]);
  });

  test("as BigInt nanoseconds do", () => {
    const nanos = fc.bigInt({ min: 0n, max: 10n ** 10n });
    const written = (nano: bigint, keepZeros: boolean): string => {
      const decimals = String(nano % 10n ** 9n).padStart(9, "0");
      const full = `2026-11-21T08:00:${String(nano / 10n ** 9n).padStart(2, "0")}.${decimals}`;
      return `${keepZeros ? full : full.replace(/\.?0*$/, "")}Z`;
    };
    const law = fc.property(nanos, nanos, fc.boolean(), fc.boolean(), (a, b, first, second) => {
      expect(isAfter(written(a, first), written(b, second))).toBe(a > b);
      expect(isAfter(written(a, first), written(a, second))).toBe(false);
    });
    fc.assert(law);
  });
});

describe("two days compare exactly; between a day and a moment the zone is unknown, so the next UTC day may be the same time", () => {
  test.each([
    // Written in UTC+14, 2026-11-22 has begun at 2026-11-21T10:00Z; in UTC−12, 2026-11-21 lasts until 2026-11-22T12:00Z.
    ["2026-11-21", "2026-11-21", false],
    ["2026-11-22", "2026-11-21", true],
    ["2026-11-20", "2026-11-21", false],
    ["2026-11-22", "2026-11-21T10:00:00Z", false],
    ["2026-11-22", "2026-11-21T00:00:00Z", false],
    ["2026-11-23", "2026-11-21T23:59:59Z", true],
    ["2026-11-22T12:00:00Z", "2026-11-21", false],
    ["2026-11-22T23:59:59.999Z", "2026-11-21", false],
    ["2026-11-23T00:00:00Z", "2026-11-21", true],
    ["2026-11-20T23:59:59Z", "2026-11-21", false],
    ["2027-01-01", "2026-12-31", true],
    ["2027-01-01", "2026-12-31T12:00:00Z", false],
    ["2027-01-02", "2026-12-31T12:00:00Z", true],
    ["2024-03-01", "2024-02-28", true],
    ["2026-03-01", "2026-02-28", true],
  ])("%s after %s: %s", (text, other, after) => {
    expect(isAfter(text, other)).toBe(after);
  });

  test("never both ways round", () => {
    const days = fc.integer({ min: 0, max: 40 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
    const moments = fc
      .integer({ min: 0, max: 40 * 24 })
      .map((hour) => `${new Date(hour * 3_600_000).toISOString().slice(0, 19)}Z`);
    const either = fc.oneof(days, moments);
    fc.assert(fc.property(either, either, (a, b) => !(isAfter(a, b) && isAfter(b, a))));
  });
});
