import { isKeyAccountError, type Pipeline, pipeline } from "keyaccount";
import { toFunnelChart } from "keyaccount/charts";
import { keyAccountProcess } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import type { TopLevelSpec } from "vega-lite";
import { describe, expect, expectTypeOf, test } from "vitest";
import { dealAfter, type Selling, type Step, selling } from "../milestones/time/deals.js";
import { deepFreeze } from "../support/deep-freeze.js";
import { bars, render } from "./svg.js";

const on = (day: number): string => `2026-11-${String(day).padStart(2, "0")}T02:00:00Z`;
const start: Step = [on(2), { type: "start" }];
const advance = (day: number): Step => [on(day), { type: "advance" }];
const DEALS: readonly (readonly Step[])[] = [
  [start],
  [start, advance(3)],
  [start, advance(3), advance(4), [on(5), { type: "win" }]],
  [start, advance(3), [on(4), { type: "lose", cause: "price" }]],
  [start, [on(3), { type: "lose", cause: "no-budget" }]],
  [start, advance(3), [on(4), { type: "go-back", to: "visit", reason: "need unclear" }]],
];
const options = { process: selling, asOf: on(9) };
const figures: Pipeline<Selling> = deepFreeze(
  pipeline(
    DEALS.map((steps, index) => ({ id: `d${String(index)}`, state: dealAfter(...steps) })),
    options,
  ),
);

describe("E7.1 E9 toFunnelChart", () => {
  test("E7.1 a row for each milestone and what became of its deals, which add up to those that have been there", () => {
    const { values } = toFunnelChart(figures, en).data;
    // Six deals in the visit: three passed it last (one of them is in the offer, one won, one lost there), two stand there, one was lost there.
    expect(
      values.map(({ milestone, fate, deals, entered, conversion }) => [milestone, fate, deals, entered, conversion]),
    ).toEqual([
      ["appointment and visit", "Passed", 3, 6, 0.75],
      ["appointment and visit", "There now", 2, 6, 0.75],
      ["appointment and visit", "Went back", 0, 6, 0.75],
      ["appointment and visit", "Lost there", 1, 6, 0.75],
      ["offer", "Passed", 1, 4, 0.5],
      ["offer", "There now", 1, 4, 0.5],
      ["offer", "Went back", 1, 4, 0.5],
      ["offer", "Lost there", 1, 4, 0.5],
      ["delivery and payment", "Passed", 1, 1, 1],
      ["delivery and payment", "There now", 0, 1, 1],
      ["delivery and payment", "Went back", 0, 1, 1],
      ["delivery and payment", "Lost there", 0, 1, 1],
    ]);
  });

  test.each([
    [
      "en",
      en,
      ["The funnel of deals, milestone by milestone", "Deals", "Passed", "There now", "6 (75%)", "Quote", "1 (100%)"],
    ],
    ["zh-CN", zhCN, ["销售漏斗（按里程碑）", "商机数", "已通过", "在此丢单", "4（50%）", "Quote"]],
  ] as const)("E7.1 in %s: bars as long as the deals, their figures behind them", async (_, locale, words) => {
    const { svg, texts, warnings } = await render(toFunnelChart(figures, locale, { names: { offer: "Quote" } }));
    expect(warnings).toEqual([]);
    expect(texts).toEqual(expect.arrayContaining([...words]));
    const [passed, here, back, lost] = ["#009e73", "#56b4e9", "#c7c7c7", "#d55e00"].map((colour) =>
      bars(svg).flatMap(({ fill, x, width }) => (fill === colour && width > 0 ? [[x, width].map(Math.round)] : [])),
    );
    const [first = [0, 0]] = passed ?? [];
    const one = (first[1] ?? 0) / 3;
    expect(first[0]).toBe(0);
    expect(one).toBeGreaterThan(50);
    // Segments follow each other: passed, there now, went back, lost.
    const scaled = (list: number[][] | undefined): number[][] =>
      (list ?? []).map((numbers) => numbers.map((number) => Math.round(number / one)));
    expect([passed, here, back, lost].map(scaled)).toEqual([
      [
        [0, 3],
        [0, 1],
        [0, 1],
      ],
      [
        [3, 2],
        [1, 1],
      ],
      [[2, 1]],
      [
        [5, 1],
        [3, 1],
      ],
    ]);
  });

  test("E7.1 of no deals every milestone keeps its line, in the order of the process, with no conversion", async () => {
    const empty = pipeline([], { process: keyAccountProcess, asOf: on(9) });
    const { texts, warnings, svg } = await render(toFunnelChart(empty, en));
    expect(warnings).toEqual([]);
    const names = Object.keys(keyAccountProcess.milestones).map((id) => en.vocabulary.milestones[id as "visit"]);
    expect(texts.filter((text) => names.includes(text))).toEqual(names);
    expect(texts.filter((text) => text === "0").length).toBeGreaterThanOrEqual(names.length);
    expect(texts.some((text) => text.includes("%"))).toBe(false);
    expect(bars(svg).filter(({ fill, width }) => fill === "#009e73" && width > 0)).toEqual([]);
  });

  test("E7.1 two milestones of one name are told apart, and it is a specification by type", () => {
    const chart = toFunnelChart(figures, en, { names: { visit: "Talk", offer: "Talk" } });
    expect(new Set(chart.data.values.map(({ milestone }) => milestone))).toEqual(
      new Set(["Talk (visit)", "Talk (offer)", "delivery and payment"]),
    );
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
    expectTypeOf(chart).toExtend<TopLevelSpec>();
  });

  test("E7.1 what isn't a pipeline, and options that nobody knows, are errors of ours", () => {
    const error = (call: () => unknown): unknown => {
      try {
        return call();
      } catch (thrown) {
        return isKeyAccountError(thrown)
          ? thrown.issues.map(({ code, path }) => `${code} ${path.join(".")}`.trim())
          : thrown;
      }
    };
    expect(error(() => toFunnelChart({} as never, en))).toEqual(["unreadable pipeline"]);
    expect(error(() => toFunnelChart(null as never, en))).toEqual(expect.any(Array));
    expect(error(() => toFunnelChart(figures, en, { nam: {} } as never))).toEqual(["unknown-key nam"]);
    expect(error(() => toFunnelChart(figures, en, { names: { visit: 1 } } as never))).toEqual([
      "wrong-type names.visit",
    ]);
  });
});
