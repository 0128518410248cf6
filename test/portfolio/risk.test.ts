import fc from "fast-check";
import { classifyVolumeLoyalty, portfolioRisk, type Quadrant, type RiskClient, type RiskOptions } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const CLIENTS: readonly RiskClient[] = deepFreeze([
  { id: "d", volume: "100", quadrant: "no-value" },
  { id: "a", volume: "400", quadrant: "treasure" },
  { id: "b", volume: 300, quadrant: "dangerous" },
  { id: "c", volume: 200, quadrant: "dangerous" },
]);
const levels = (clients: Iterable<RiskClient>, options?: RiskOptions): (string | null)[] =>
  portfolioRisk(clients, options).risks.map(({ level }) => level);

describe("C2.5 portfolioRisk", () => {
  test("by hand: 500 of 1000 is dangerous, 0.4² + 0.3² + 0.2² + 0.1² = 0.3", () => {
    const result = portfolioRisk(CLIENTS);
    const known = { certain: true, reasons: [] };
    expect(result.risks).toEqual(
      [
        { risk: "dangerous-share", value: 0.5, level: "high", moderate: 0.1, high: 0.25, clients: ["b", "c"] },
        { risk: "concentration", value: 0.3, level: "high", moderate: 0.15, high: 0.25, clients: ["a"] },
        { risk: "top-share", value: 1, level: "high", moderate: 0.5, high: 0.8, clients: ["a", "b", "c", "d"] },
        { risk: "dependence", value: 0.4, level: "high", moderate: 0.1, high: 0.25, clients: ["a"] },
      ].map((figure) => ({ ...figure, least: figure.value, most: figure.value, ...known })),
    );
    expect(result.effectiveClients).toBe(3.33);
    expect(result.departure).toEqual({ id: "b", before: "1000", after: "700", lostShare: 0.3 });
    expect([result.coverage, result.unknown]).toEqual([1, []]);
  });

  test("levels begin exactly at their marks, and follow the exact figure, not the rounded one", () => {
    const pair = (dangerous: string, rest: string): RiskClient[] => [
      { id: "x", volume: dangerous, quadrant: "dangerous" },
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(
        (n): RiskClient => ({ id: `y${String(n)}`, volume: rest, quadrant: "treasure" }),
      ),
    ];
    expect(levels(pair("100", "100"))[0]).toBe("moderate");
    expect(levels(pair("99.9999", "100"))[0]).toBe("low");
    expect(portfolioRisk(pair("99.9999", "100")).risks[0]?.value).toBe(0.1);
    expect(levels(pair("300", "100"))[0]).toBe("high");
    expect(levels(pair("299.9", "100"))[0]).toBe("moderate");
  });

  test("marks and top are options", () => {
    expect(levels(CLIENTS, { top: 1, marks: { concentration: { moderate: "0.4", high: 0.5 } } })).toEqual([
      "high",
      "low",
      "low",
      "high",
    ]);
    expect(portfolioRisk(CLIENTS, { top: 2 }).risks[2]).toMatchObject({
      risk: "top-share",
      value: 0.7,
      level: "moderate",
      moderate: 0.5,
      high: 0.8,
      clients: ["a", "b"],
    });
  });

  test("what is unknown is named, returns are no buyers", () => {
    const result = portfolioRisk([
      { id: "n", quadrant: "dangerous" },
      { id: "m", volume: 30 },
      { id: "l", volume: 70, quadrant: "treasure" },
      { id: "k", volume: -50, quadrant: "dangerous" },
    ]);
    expect([result.unknown, result.coverage, result.departure]).toEqual([["m", "n"], 0.7, null]);
    expect(result.risks.map(({ value }) => value)).toEqual([0, 0.58, 1, 0.7]);
    expect(result.risks[0]).toMatchObject({ least: 0, most: 0.3, level: "low", certain: false });
    expect(result.risks.map(({ reasons }) => reasons)).toEqual([
      ["quadrants-open", "volumes-unknown"],
      ["volumes-unknown"],
      ["volumes-unknown"],
      ["volumes-unknown"],
    ]);
    expect(result.risks.map(({ certain }) => certain)).toEqual([false, false, false, false]);
  });

  test("where no buyer's quadrant is known, nobody knows the dangerous share: no value, no level, anything from 0 to 1", () => {
    const { risks, coverage, departure } = portfolioRisk([
      { id: "a", volume: 60 },
      { id: "b", volume: 40, quadrant: null },
      { id: "c", volume: 0, quadrant: "dangerous" },
    ]);
    expect(risks[0]).toEqual({
      risk: "dangerous-share",
      value: null,
      least: 0,
      most: 1,
      level: null,
      certain: false,
      reasons: ["no-quadrant-known"],
      moderate: 0.1,
      high: 0.25,
      clients: [],
    });
    expect(risks[1]).toMatchObject({ value: 0.52, level: "high", certain: true, reasons: [] });
    expect([coverage, departure]).toEqual([0, null]);
  });

  test("the share stands between the dangerous for certain and all that may be: unknown ones and treasures that may turn out disloyal", () => {
    const clients: RiskClient[] = [
      { id: "a", volume: 10, quadrant: "dangerous", certain: true },
      { id: "b", volume: 20, quadrant: "dangerous", certain: false },
      { id: "c", volume: 30, quadrant: "treasure", certain: false },
      { id: "d", volume: 5, quadrant: "treasure", certain: true },
      { id: "e", volume: 15, quadrant: "rising-star", certain: false },
      { id: "f", volume: 13, quadrant: "no-value", certain: false },
      { id: "g", volume: 7 },
    ];
    const [dangerous] = portfolioRisk(clients).risks;
    expect(dangerous).toMatchObject({ value: 0.3, least: 0.1, most: 0.67, level: "high", certain: false });
    expect(dangerous?.reasons).toEqual(["quadrants-open"]);
    // A level that holds at both ends is certain, whatever is unknown.
    const [sure] = portfolioRisk(clients, {
      marks: { "dangerous-share": { moderate: "0.05", high: "0.9" } },
    }).risks;
    expect(sure).toMatchObject({ level: "moderate", certain: true, reasons: ["quadrants-open"] });
  });

  test("of nobody, or of nothing bought, there are no figures", () => {
    for (const clients of [[], [{ id: "a", volume: 0 }]]) {
      const { risks, effectiveClients, departure, coverage, total } = portfolioRisk(clients);
      expect(risks.map(({ value, level, clients: behind }) => [value, level, behind])).toEqual(
        risks.map(() => [null, null, []]),
      );
      expect([effectiveClients, departure, coverage, total]).toEqual([null, null, null, "0"]);
    }
  });

  test("takes the places of classifyVolumeLoyalty as they are", () => {
    const { clients } = classifyVolumeLoyalty([
      { id: "a", volume: 9, loyalty: { score: 10, low: 10, high: 10 } },
      { id: "b", volume: 1, loyalty: { score: 90, low: 90, high: 90 } },
    ]);
    expect(portfolioRisk(clients).risks[0]).toMatchObject({ value: 0.9, level: "high", clients: ["a"] });
  });

  test("faulty rows are listed, faulty options throw, all at once", () => {
    expect(portfolioRisk([{ id: "a", volume: 1, quadrant: "large" }] as never).issues[0]).toMatchObject({
      code: "unknown-value",
      path: [0, "quadrant"],
    });
    const options = { top: 0, marks: { dependence: { moderate: 0.5, high: 0.4 }, size: {}, concentration: 5 } };
    expect(() => portfolioRisk([], options as never)).toThrow(
      /out-of-range at top.*unknown-key at marks.size.*wrong-type at marks.concentration.*out-of-range at marks.dependence.high/,
    );
    expect(() => portfolioRisk([], { marks: { dependence: { moderate: "x" } } } as never)).toThrow(
      /not-a-decimal at marks.dependence.moderate.*not-a-decimal at marks.dependence.high/,
    );
    expect(() => portfolioRisk("abc" as never)).toThrow("wrong-type at clients");
  });

  test("law: shares in floats agree, the order of rows doesn't count", () => {
    const client = fc.record({
      volume: fc.option(fc.integer({ min: -20, max: 1000 })),
      quadrant: fc.option(fc.constantFrom<Quadrant[]>("treasure", "dangerous", "rising-star", "no-value")),
    });
    fc.assert(
      fc.property(fc.array(client, { maxLength: 25 }), (list) => {
        const rows = list.map((one, index) => ({ id: `c${String(index)}`, ...one }));
        const result = portfolioRisk(rows);
        expect(portfolioRisk(rows.toReversed())).toEqual(result);
        const bought = rows.map(({ volume }) => Math.max(volume ?? 0, 0));
        const total = bought.reduce((sum, one) => sum + one, 0);
        const index = bought.reduce((sum, one) => sum + (one / total) ** 2, 0);
        if (total > 0) expect(result.risks[1]?.value).toBeCloseTo(index, 3);
        else expect(result.risks[1]?.value).toBe(null);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });
});
