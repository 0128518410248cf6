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

test("B2.11 a row whose classification is another client's, or another line's, is left out and told", () => {
  const options = { asOf: "2026-11-21" };
  const of = (client: string | undefined, productLine: string | undefined) =>
    classifyExperience({ client, productLine, observations: [] }, options);
  const { lines, issues } = portfolioExperience([
    { client: "a", productLine: "x", experience: of("a", "x") },
    { client: "b", productLine: "x", experience: of("a", "y") },
    { client: "c", productLine: "x", experience: of(undefined, undefined) },
  ]);
  expect(lines.map(({ client }) => client)).toEqual(["a", "c"]);
  expect(issues).toEqual([
    { code: "conflicting-values", path: [1, "experience", "client"], details: { first: "b", second: "a" } },
    { code: "conflicting-values", path: [1, "experience", "productLine"], details: { first: "x", second: "y" } },
  ]);
});

test("B2.10 rows judged as of an earlier day than the latest are left out and told, in whatever order they come", () => {
  const of = (client: string, asOf: string) => ({
    client,
    productLine: "x",
    experience: classifyExperience({ observations: [] }, { asOf }),
  });
  const given = [of("a", "2026-10-31"), of("b", "2026-11-21T08:00:00Z"), of("c", "2026-11-21"), of("d", "2026-11-20")];
  const plain = { client: "e", productLine: "x", experience: at("generalist", "steady") };
  const seen = (all: readonly ExperienceClient[]) => {
    const { lines, issues } = portfolioExperience(all);
    return [
      lines.map(({ client }) => client),
      issues.map(({ code, details }) => JSON.stringify([code, details])).sort(),
    ];
  };
  const stale = (received: string) =>
    JSON.stringify(["judged-as-of-another-day", { expected: "2026-11-21", received }]);
  const expected = [
    ["b", "c", "e"],
    [stale("2026-10-31"), stale("2026-11-20")],
  ];
  expect(seen([...given, plain])).toEqual(expected);
  expect(seen([plain, ...given.toReversed()])).toEqual(expected);
});

test("B2.10 of a client that stands twice, judged as of two days, the one of today stays: neither is a duplicate of the other", () => {
  const of = (asOf: string) => ({
    client: "a",
    productLine: "x",
    experience: classifyExperience({ client: "a", observations: [] }, { asOf }),
  });
  const told = (...days: string[]) => {
    const { lines, issues } = portfolioExperience(days.map(of));
    return [lines.length, issues.map(({ code, path }) => `${code} ${path.join(".")}`)];
  };
  expect(told("2026-03-01", "2026-04-01")).toEqual([1, ["judged-as-of-another-day 0.experience.asOf"]]);
  expect(told("2026-04-01", "2026-03-01")).toEqual([1, ["judged-as-of-another-day 1.experience.asOf"]]);
  expect(told("2026-04-01", "2026-04-01")).toEqual([1, ["duplicate-id 1"]]);
});

test("B2.9 days of told warnings are read: no day, or an end before the beginning, is a fault", () => {
  const told = (warning: object) =>
    portfolioExperience([
      { client: "a", productLine: "x", experience: at("generalist", "steady"), warnings: [warning as never] },
    ]).issues.map(({ code, path }) => `${code} ${path.join(".")}`);
  const code = "orders-unbundled";
  expect(told({ code, raisedAt: "2026-02-30" })).toEqual(["not-a-date 0.warnings.0.raisedAt"]);
  expect(told({ code })).toEqual(["required 0.warnings.0.raisedAt"]);
  expect(told({ code, raisedAt: "2026-02-03", endedAt: "soon" })).toEqual(["not-a-date 0.warnings.0.endedAt"]);
  expect(told({ code, raisedAt: "2026-02-03", endedAt: "2026-02-02" })).toEqual(["out-of-order 0.warnings.0.endedAt"]);
  expect(told({ code, raisedAt: "2026-02-03", endedAt: "2026-02-03" })).toEqual([]);
});

test("B2.10 of thousands of faulty rows a thousand issues are listed, and how many there are", () => {
  const { issues } = portfolioExperience(new Array<never>(3_000));
  expect(issues.length).toBe(1_001);
  expect(issues.at(-1)).toMatchObject({ code: "too-many", details: { most: 1_000, received: 3_000 } });
});

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
    expect(portfolio.atRisk).toEqual({
      by: ["in-transition", "moving-forward", "early-warning"],
      warningsUnknown: 1,
      lines: 3,
      revenue: "0.3",
      revenueUnknown: 1,
      share: 0.3,
    });
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
      [2, "wrong-type"],
      [3, "wrong-type"],
      [4, "out-of-range"],
      [5, "out-of-range"],
      [6, "unreadable"],
      [7, "not-a-decimal"],
      [1, "duplicate-id"],
    ]);
    for (const hostile of [null, 1, {}]) expect(() => portfolioExperience(hostile as never)).toThrow("wrong-type");
  });
});
