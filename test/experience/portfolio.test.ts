import { classifyExperience, type ExperienceClient, type ExperiencePosition, portfolioExperience } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const at = (
  stage: ExperiencePosition["stage"],
  direction: ExperiencePosition["direction"],
  change = 0,
  period: ExperiencePosition["model"]["period"] = { unit: "month", every: 1 },
): ExperiencePosition => ({ stage, direction, movement: { periods: 6, change }, speed: null, model: { period } });

const rows: ExperienceClient[] = [
  {
    client: "b",
    productLine: "x",
    productMaturity: "growth",
    revenue: "0.1",
    experience: at("generalist", "forward", 0.1),
  },
  { client: "a", productLine: "y", productMaturity: "growth", revenue: 0.2, experience: at("in-transition", "steady") },
  {
    client: "a",
    productLine: "x",
    productMaturity: "maturity",
    revenue: "0.7",
    experience: at("specialist", "forward", 0.05),
  },
  { client: "c", productLine: "x", experience: at("undetermined", null) },
  {
    client: "d",
    productLine: "x",
    productMaturity: "maturity",
    experience: at("generalist", "forward", 0.1, { unit: "month", every: 3 }),
  },
];

describe("B2.10 portfolioExperience", () => {
  const portfolio = portfolioExperience(deepFreeze(rows));

  test("B2.10 market maturity × stage, revenue exactly", () => {
    const none = { lines: 0, revenue: "0", revenueUnknown: 0 };
    expect(portfolio.matrix.map(({ productMaturity }) => productMaturity)).toEqual([
      "introduction",
      "growth",
      "maturity",
      "decline",
      null,
    ]);
    expect(portfolio.matrix[1]?.stages).toEqual({
      generalist: { lines: 1, revenue: "0.1", revenueUnknown: 0 },
      "in-transition": { lines: 1, revenue: "0.2", revenueUnknown: 0 },
      specialist: none,
      undetermined: none,
    });
    expect(portfolio.matrix[4]?.stages.undetermined).toEqual({ lines: 1, revenue: "0", revenueUnknown: 1 });
    expect(portfolio.total).toEqual({ lines: 5, revenue: "1", revenueUnknown: 2 });
    expect(JSON.parse(JSON.stringify(portfolio))).toEqual(portfolio);
  });

  test("B2.9 movers by what they go in a year, whatever the model's period", () => {
    // 0.1 × 12 ÷ 6 = 0.2; 0.05 × 12 ÷ 6 = 0.1; 0.1 × 12 ÷ 18 = 0.0667
    expect(portfolio.movers.map(({ client, perYear }) => [client, perYear])).toEqual([
      ["b", 0.2],
      ["a", 0.1],
      ["d", 0.0667],
    ]);
    const daily = portfolioExperience([
      { client: "a", productLine: "x", experience: at("generalist", "forward", 0.1, { unit: "day", every: 30 }) },
    ]);
    // 0.1 × 365.25 ÷ 180
    expect(daily.movers[0]?.perYear).toBe(0.2029);
  });

  test("B2 revenue at risk: in transition, or moving forward without being a specialist", () => {
    expect(portfolio.atRisk).toEqual({ lines: 3, revenue: "0.3", revenueUnknown: 1, share: 0.3 });
    expect(portfolioExperience([]).atRisk.share).toBeNull();
  });

  test("B2.11 one client at different stages for different product lines", () => {
    expect(portfolio.mixed).toEqual([
      {
        client: "a",
        stages: [
          { productLine: "x", stage: "specialist" },
          { productLine: "y", stage: "in-transition" },
        ],
      },
    ]);
  });

  test("law: the order of rows doesn't matter; a classification will do as it is", () => {
    expect(portfolioExperience([...rows].reverse())).toEqual(portfolio);
    const experience = classifyExperience({ observations: [] }, { asOf: "2026-01-31" });
    const { lines, issues } = portfolioExperience([{ client: "a", productLine: "x", experience }]);
    expect([lines.length, issues]).toEqual([1, []]);
  });

  test("movers of equal or unknown pace go by name, unknown last", () => {
    const slow = { ...at("generalist", "forward"), movement: { periods: 0, change: 0 } };
    const all = ["c", "a", "b", "d"].map((client, index) => ({
      client,
      productLine: "x",
      experience: index % 2 === 1 ? slow : at("generalist", "forward", 0.1),
    }));
    expect(portfolioExperience(all).movers.map(({ client }) => client)).toEqual(["b", "c", "a", "d"]);
  });

  test("faulty rows are left out with issues", () => {
    const [good] = rows;
    const bad = [
      good,
      good,
      null,
      1,
      { ...good, client: "n", revenue: "-1" },
      { ...good, client: "m", experience: { ...at("generalist", null), movement: { periods: 1, change: Number.NaN } } },
      Object.defineProperty({}, "client", {
        get: () => {
          throw new Error("no");
        },
      }),
      { ...good, client: "r", revenue: "1,5" },
    ];
    const { lines, issues } = portfolioExperience(bad as never);
    expect(lines).toHaveLength(1);
    expect(issues.map(({ code, path }) => [path[0], code])).toEqual([
      [1, "duplicate-id"],
      [2, "wrong-type"],
      [3, "wrong-type"],
      [4, "out-of-range"],
      [5, "out-of-range"],
      [6, "unreadable"],
      [7, "not-a-decimal"],
    ]);
    for (const hostile of [null, 1, {}]) expect(() => portfolioExperience(hostile as never)).toThrow("wrong-type");
  });
});
