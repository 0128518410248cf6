import { planPruning, portfolioRisk, type RiskResult } from "keyaccount";
import { toRiskChart } from "keyaccount/charts";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { bars, render } from "./svg.js";

const risk = deepFreeze(
  portfolioRisk([
    { id: "north", volume: "150", quadrant: "dangerous" },
    { id: "south", volume: "450", quadrant: "treasure" },
    { id: "west", volume: "400", quadrant: "rising-star" },
  ]),
);

describe("C2.5 toRiskChart", () => {
  test("a bar for each risk as long as its figure, in the colour of its level, on bands that end at its marks", async () => {
    const chart = toRiskChart(risk, en, { names: { north: "North", south: "South" } });
    expect(chart.data.values).toEqual([
      {
        risk: en.risks["dangerous-share"],
        value: 0.15,
        level: "moderate",
        figure: "0.15 (moderate)",
        moderate: 0.1,
        high: 0.25,
        behind: 1,
        largest: "North",
      },
      {
        risk: en.risks.concentration,
        value: 0.385,
        level: "high",
        figure: "0.385 (high)",
        moderate: 0.15,
        high: 0.25,
        behind: 1,
        largest: "South",
      },
      {
        risk: en.risks["top-share"],
        value: 1,
        level: "high",
        figure: "1 (high)",
        moderate: 0.5,
        high: 0.8,
        behind: 3,
        largest: "South",
      },
      {
        risk: en.risks.dependence,
        value: 0.45,
        level: "high",
        figure: "0.45 (high)",
        moderate: 0.1,
        high: 0.25,
        behind: 1,
        largest: "South",
      },
    ]);
    const { svg, texts } = await render(chart);
    const drawn = bars(svg);
    expect(drawn.filter(({ fill }) => fill === "#f8dfd0").map(({ width }) => width)).toEqual([640, 640, 640, 640]);
    expect(drawn.filter(({ fill }) => fill === "#fbedcd").map(({ width }) => width)).toEqual([160, 160, 512, 160]);
    expect(drawn.filter(({ fill }) => fill === "#d5eee6").map(({ width }) => width)).toEqual([64, 96, 320, 64]);
    const figures = drawn.slice(12).map(({ fill, width }) => [fill, Math.round(width * 10) / 10]);
    expect(figures).toEqual([
      ["#e69f00", 96],
      ["#d55e00", 246.4],
      ["#d55e00", 640],
      ["#d55e00", 288],
    ]);
    expect(texts).toEqual(expect.arrayContaining([...Object.values(en.risks), "0.385 (high)", "Figure (0–1)"]));
    expect(texts.filter((text) => text === "unknown" || text.startsWith("Clients of unknown"))).toEqual([]);
  });

  test("what isn't known has no bar and is called unknown, and who may hide a risk is counted", async () => {
    const none = portfolioRisk([{ id: "a" }, { id: "b", volume: null, quadrant: "dangerous" }]);
    const chart = toRiskChart(none, zhCN);
    expect(
      chart.data.values.map(({ value, level, figure, behind, largest }) => [value, level, figure, behind, largest]),
    ).toEqual(Array.from({ length: 4 }, () => [null, "未知", "未知", 0, null]));
    const { svg, texts, warnings } = await render(chart);
    expect(warnings).toEqual([]);
    expect(bars(svg)).toHaveLength(12);
    // One for each risk, and one in the legend.
    expect(texts.filter((text) => text === "未知")).toHaveLength(5);
    expect(texts).toContain("销售额或类型未知、可能隐藏风险的客户数：2");
  });

  test("one figure may be unknown alone, and a known one without a level says so", async () => {
    const [first, second, ...others] = risk.risks;
    const mixed = {
      ...risk,
      risks: [{ ...first, value: null, level: null }, { ...second, level: null }, ...others],
    } as RiskResult;
    const chart = toRiskChart(mixed, en);
    expect(chart.data.values.slice(0, 2).map(({ value, figure }) => [value, figure])).toEqual([
      [null, "unknown"],
      [0.385, "0.385 (unknown)"],
    ]);
    const { svg } = await render(chart);
    expect(
      bars(svg)
        .slice(12)
        .map(({ fill }) => fill),
    ).toEqual(["#9e9e9e", "#d55e00", "#d55e00"]);
  });

  test("the risks that a pruning would leave are drawn the same way", () => {
    const plan = planPruning(
      [
        { id: "north", volume: "150" },
        { id: "south", volume: "50" },
      ],
      { rules: { minVolume: "100" } },
    );
    const chart = toRiskChart({ ...risk, risks: plan.risks.after }, en);
    expect(chart.data.values[3]).toMatchObject({ value: 1, level: "high", largest: "north" });
  });
});
