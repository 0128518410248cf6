import { defineScorecard, evaluate, type Fact, type IndicatorResult } from "keyaccount";
import { describe, expect, test } from "vitest";

const card = defineScorecard({
  id: "x",
  version: "1",
  indicators: {
    rating: { kind: "rating", weight: 60, min: 1, max: 5, maxAgeDays: 30 },
    flag: { kind: "flag", weight: 40 },
  },
  grades: [
    { grade: "A", from: 50 },
    { grade: "B", from: null },
  ],
});
const row = (rating: Fact<number | string>, asOf?: string | null): IndicatorResult =>
  evaluate(card, { rating, flag: true }, { asOf }).indicators.rating;
const codes = (rating: Fact<number>, asOf: string): string[] =>
  evaluate(card, { rating }, { asOf }).issues.map(({ code }) => code);

describe("E3 provenance", () => {
  test("source, day and check are echoed in the row", () => {
    const provenance = { source: "form 3", observedAt: "2026-11-01T08:30:00.5Z", verified: false };
    expect(row({ value: 4, ...provenance })).toMatchObject({
      ...provenance,
      ageDays: null,
      status: "known",
      points: 45,
    });
    expect(row({ value: null, ...provenance })).toMatchObject({ ...provenance, status: "unknown", points: null });
    expect(row(4)).toMatchObject({ source: null, observedAt: null, verified: null, ageDays: null });
  });

  test("an empty source is a source, and the host's further keys don't appear", () => {
    const result = row({ value: 4, source: "", colour: "red" } as Fact<number>);
    expect(result.source).toBe("");
    expect(JSON.stringify(result)).not.toContain("colour");
  });

  test("the provenance of a fact that doesn't apply is echoed too", () => {
    expect(row({ notApplicable: true, source: "visit 2" })).toMatchObject({
      status: "not-applicable",
      source: "visit 2",
      missing: null,
    });
  });
});

describe("E3 age: whole days from observedAt to asOf, by their days in UTC", () => {
  test.each([
    ["2026-11-21", "2026-11-21", 0],
    ["2026-11-20", "2026-11-21", 1],
    ["2026-10-22", "2026-11-21", 30],
    ["2024-02-28", "2024-03-01", 2],
    ["2023-02-28", "2023-03-01", 1],
    ["2026-11-20T23:59:59Z", "2026-11-21T00:00:00Z", 1],
    ["2026-11-21T00:00:00Z", "2026-11-21T23:59:59Z", 0],
    ["2026-11-20T00:00:00Z", "2026-11-21", 1],
    ["2026-11-20", "2026-11-21T12:00:00Z", 1],
    // The UTC day after may be the same time elsewhere: no age below zero.
    ["2026-11-22", "2026-11-21T23:00:00Z", 0],
    ["2026-11-22T20:00:00Z", "2026-11-21", 0],
  ])("from %s to %s: %d", (observedAt, asOf, age) => {
    expect(row({ value: 4, observedAt }, asOf)).toMatchObject({
      ageDays: age,
      observedAt,
      status: "known",
      points: 45,
    });
  });

  test("there is none without observedAt or asOf", () => {
    expect(row({ value: 4 }, "2026-11-21").ageDays).toBeNull();
    expect(row({ value: 4, observedAt: "2026-11-01" }).ageDays).toBeNull();
    expect(row({ value: 4, observedAt: "1999-01-01" }, null)).toMatchObject({ ageDays: null, status: "known" });
  });
});

describe("E3 staleness", () => {
  test("up to maxAgeDays a fact counts; a day later it is stale and as good as unknown", () => {
    expect(row({ value: 4, observedAt: "2026-10-22" }, "2026-11-21")).toMatchObject({
      ageDays: 30,
      status: "known",
      points: 45,
    });
    const stale = row({ value: 4, observedAt: "2026-10-21", source: "form" }, "2026-11-21");
    expect(stale).toMatchObject({
      ageDays: 31,
      status: "stale",
      points: null,
      actual: 4,
      missing: "exclude",
      source: "form",
    });
  });

  test("a moment as asOf: the day in UTC decides", () => {
    expect(row({ value: 4, observedAt: "2026-10-22T00:00:00Z" }, "2026-11-21T23:59:59.999Z").status).toBe("known");
    expect(row({ value: 4, observedAt: "2026-10-22T23:59:59Z" }, "2026-11-22T00:00:00Z").status).toBe("stale");
  });

  test("stale facts are no issues, lower the coverage and are listed as unknown", () => {
    const result = evaluate(
      card,
      { rating: { value: 5, observedAt: "2026-01-01" }, flag: { value: true, observedAt: "1990-01-01" } },
      { asOf: "2026-11-21" },
    );
    expect(result).toMatchObject({ issues: [], coverage: 0.4, unknown: ["rating"], score: 100, low: 40, high: 100 });
    expect(result.indicators.flag).toMatchObject({ status: "known", ageDays: 13_473 });
  });

  test("facts that are unknown, invalid or not applicable don't turn stale", () => {
    const old = { observedAt: "2020-01-01" };
    expect(row({ value: null, ...old }, "2026-11-21").status).toBe("unknown");
    expect(row({ value: 9, ...old }, "2026-11-21").status).toBe("invalid");
    expect(row({ notApplicable: true, ...old }, "2026-11-21").status).toBe("not-applicable");
  });
});

describe("E3 what was observed after asOf isn't known yet", () => {
  test.each([
    ["2026-11-23", "2026-11-21"],
    ["2026-11-21T08:00:01Z", "2026-11-21T08:00:00Z"],
    ["2026-11-21T08:00:00.000000001Z", "2026-11-21T08:00:00Z"],
    ["2026-11-23T00:00:00Z", "2026-11-21"],
    ["2027-01-01", "2026-11-21T08:00:00Z"],
  ])("%s at %s", (observedAt, asOf) => {
    const result = evaluate(card, { rating: { value: 4, observedAt } }, { asOf });
    expect(result.issues).toEqual([
      { code: "observed-after-as-of", path: ["rating", "observedAt"], details: { observedAt, asOf } },
    ]);
    expect(result.indicators.rating).toMatchObject({ status: "invalid", points: null, ageDays: null, observedAt });
  });

  test.each([
    ["2026-11-21T08:00:00.000Z", "2026-11-21T08:00:00Z"],
    ["2026-11-22", "2026-11-21T00:00:00Z"],
    ["2026-11-22T23:59:59Z", "2026-11-21"],
  ])("but %s at %s is", (observedAt, asOf) => {
    expect(codes({ value: 4, observedAt }, asOf)).toEqual([]);
  });

  test("asOf is echoed as it was given", () => {
    for (const asOf of ["2026-11-21", "2026-11-21T08:00:00.500Z"]) expect(evaluate(card, {}, { asOf }).asOf).toBe(asOf);
  });
});
