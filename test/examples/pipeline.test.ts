import { describe, expect, test } from "vitest";
import { flawsOf, readBooks } from "../../examples/pipeline/books.js";
import { readCsv } from "../../examples/pipeline/csv.js";
import { importDeals } from "../../examples/pipeline/deals.js";
import { reportOf, SAMPLE, textOf } from "../../examples/pipeline.js";

const books = readBooks(SAMPLE);
const report = reportOf(books);
const { figures } = report;

describe("E9 a pipeline from an export", () => {
  test("values with quotes, commas and line breaks are read as they are", () => {
    expect(readCsv('a,b\r\n"x, ""y""\nz",\n1,2\n\n')).toEqual([
      { a: 'x, "y"\nz', b: "" },
      { a: "1", b: "2" },
    ]);
    expect(readCsv("")).toEqual([]);
    expect(books.accounts.has("Norden, Sons & Co.")).toBe(true);
  });

  test("names that differ are reported, never mended; open deals of nobody are counted", () => {
    expect(report.flaws).toEqual({
      unknown: [
        { kind: "product", name: "GTXPro", meant: "GTX Pro", opportunities: 2 },
        { kind: "account", name: "Bergman Druck", meant: "Bergmann Druck", opportunities: 1 },
      ],
      withoutAccount: 3,
      idle: ["Eve Marsh"],
    });
    expect(report.imported.deals.find(({ id }) => id === "S0014")?.amount).toBe(null);
    const other = flawsOf({ ...books, opportunities: [{ ...books.opportunities[0], product: "Boat" } as never] });
    expect(other.unknown).toEqual([{ kind: "product", name: "Boat", meant: null, opportunities: 1 }]);
  });

  test("a day that there isn't keeps its opportunity out, and is said", () => {
    expect(report.imported.refused.map(({ id, issues }) => [id, issues[0]?.code])).toEqual([["S0024", "not-a-date"]]);
    expect(report.imported.deals).toHaveLength(23);
  });

  test("E9.9 gates of an imported history aren't proven, unknown dates stay unknown", () => {
    expect(figures.milestones.map(({ passed, notProven, overridden }) => [passed, notProven, overridden])).toEqual([
      [21, 21, 0],
      [10, 10, 0],
    ]);
    expect(figures.milestones[0]?.velocity).toMatchObject({ count: 0, unknown: 21, median: null });
    expect(figures.open.slice(-2).map(({ since, days }) => [since, days])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(figures.unknownAges).toBe(2);
  });

  test("by hand: 10 won, 5 lost; won are 46,890.50", () => {
    expect(figures.winRate).toBe(0.6667);
    expect(figures.outcomes[0]?.amounts).toEqual([{ currency: "USD", deals: 10, amount: "46890.5" }]);
    const values = books.opportunities.filter(({ stage }) => stage === "Won").map(({ value }) => Number(value));
    expect(values.reduce((sum, value) => sum + value, 0)).toBe(46_890.5);
    // 58,510 engaged at 60 %; the two in prospecting have no likelihood.
    expect(figures.forecast).toEqual([
      { currency: "USD", deals: 7, amount: "63930", weighted: "35106", unweighted: "5420" },
    ]);
    expect(figures.stuck).toEqual(["S0013"]);
    expect(importDeals(books).asOf).toBe("2026-08-31");
  });

  test("the offices' figures add up to all", () => {
    const offices = [...report.offices.values()];
    expect([...report.offices.keys()]).toEqual(["East", "West"]);
    expect(offices.reduce((sum, { deals }) => sum + deals, 0)).toBe(figures.deals);
  });

  test.each(["en", "zh"])("the report in %s has every table", (language) => {
    const text = textOf(report, language);
    expect(text).toContain("GTXPro");
    expect(text).toContain("46890.5");
    expect(text).toContain(language === "zh" ? "转化率" : "Conversion");
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    if (language === "zh") expect(text).toContain("S0024未导入");
  });

  test("without flaws there is nothing to say of them", () => {
    const clean = {
      ...books,
      opportunities: books.opportunities.slice(0, 2),
      offices: new Map([["Ana Lima", "West"]]),
    };
    expect(flawsOf(clean)).toEqual({ unknown: [], withoutAccount: 0, idle: [] });
    expect(textOf(reportOf(clean))).toContain("Records in error: 0");
  });
});
