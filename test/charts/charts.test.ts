import {
  type ChartWord,
  classifyAbc,
  classifyVolumeLoyalty,
  type EnthusiasmGap,
  enthusiasmGap,
  planPruning,
} from "keyaccount";
import {
  type ChartOptions,
  type ChartSpecification,
  toEnthusiasmChart,
  toParetoChart,
  toPruningChart,
  toQuadrantChart,
} from "keyaccount/charts";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { render } from "./svg.js";

const clients = deepFreeze([
  { id: "north", volume: "700", score: 30 },
  { id: "south", volume: "150", score: 90 },
  { id: "east", volume: "100", score: 40 },
  { id: "west", volume: "50", score: 70 },
  { id: "gone", volume: "-20", score: null },
  { id: "new", volume: null, score: 80 },
]);
const abc = deepFreeze(classifyAbc(clients.map(({ id, volume }) => ({ id, amount: volume }))));
const places = deepFreeze(
  classifyVolumeLoyalty(
    clients.map(({ id, volume, score }) => ({
      id,
      volume,
      loyalty: score === null ? null : { score, low: score - 5, high: score + (id === "east" ? 30 : 5) },
    })),
  ),
);
const plan = deepFreeze(
  planPruning(
    [
      { id: "north", volume: "900", margin: "90", visits: 6 },
      { id: "south", volume: "80", margin: "-5", visits: 12 },
    ],
    { rules: { minVolume: "100" } },
  ),
);
const curves: EnthusiasmGap = deepFreeze(
  enthusiasmGap(
    {
      touches: ["2026-01-05", "2026-01-20", "2026-02-11"].map((at) => ({ at })),
      needs: ["2026-02-03", "2026-03-08", "2026-03-09", "2026-04-02"].map((at) => ({ at, kind: "request" as const })),
    },
    { asOf: "2026-04-30" },
  ),
);
const LANGUAGES = [
  ["en", en],
  ["zh-CN", zhCN],
] as const;
const CHARTS = [
  ["pareto", (locale: typeof en, options?: ChartOptions) => toParetoChart(abc, locale, options)],
  ["quadrants", (locale: typeof en, options?: ChartOptions) => toQuadrantChart(places, locale, options)],
  ["enthusiasm", (locale: typeof en) => toEnthusiasmChart(curves, locale)],
  ["pruning", (locale: typeof en, options?: ChartOptions) => toPruningChart(plan, locale, options)],
] as const;

describe.each(LANGUAGES)("every chart in %s", (_, locale) => {
  test.each(CHARTS)("%s is JSON, compiles without a warning and has its title in the picture", async (title, draw) => {
    const chart = draw(locale);
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
    expect(Object.keys(JSON.parse(JSON.stringify(chart)) as object).filter((key) => /^[$_]/.test(key))).toEqual([]);
    const { texts, warnings, svg } = await render(chart);
    expect(warnings).toEqual([]);
    expect(texts).toContain(locale.charts[title]);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });
});

test("the words of charts are told apart within a chart, in both languages", () => {
  const groups: ChartWord[][] = [
    ["pareto", "quadrants", "enthusiasm", "pruning"],
    ["certain", "uncertain"],
    ["touches", "needs"],
    ["before", "after"],
    ["clients", "volume", "margin", "visits"],
    ["amount", "cumulative", "client", "class"],
    ["volume", "loyalty", "client", "quadrant", "certainty"],
    ["month", "curve", "perMonth", "opened"],
  ];
  for (const [, { charts }] of LANGUAGES) {
    for (const group of groups) expect(new Set(group.map((word) => charts[word])).size).toBe(group.length);
  }
});

describe("E4.2 toParetoChart", () => {
  test("a bar and a point of the curve for each client of known amount, the largest first", async () => {
    const chart = toParetoChart(abc, en);
    expect(chart.data.values).toEqual([
      { client: "north", amount: 700, cumulative: 0.7, class: "A" },
      { client: "south", amount: 150, cumulative: 0.85, class: "B" },
      { client: "east", amount: 100, cumulative: 0.95, class: "B" },
      { client: "west", amount: 50, cumulative: 1, class: "C" },
      { client: "gone", amount: -20, cumulative: 1, class: "C" },
    ]);
    const { marks, texts } = await render(chart);
    expect([marks("rect"), marks("line"), marks("symbol")]).toEqual([5, 1, 5]);
    expect(texts).toEqual(expect.arrayContaining(["Clients", "Amount", "Cumulative share", "100%", "north", "gone"]));
    const order = texts.filter((text) => clients.some(({ id }) => id === text));
    expect(order).toEqual(["north", "south", "east", "west", "gone"]);
  });

  test("clients go by their names, with the id where two have the same; the currency stands at the axis", async () => {
    const names = deepFreeze({ north: "Nord & Co", south: "Twin", east: "Twin", west: "gone" });
    const { texts } = await render(toParetoChart(abc, en, { names, currency: "CNY" }));
    expect(texts).toEqual(
      expect.arrayContaining(["Nord & Co", "Twin (south)", "Twin (east)", "west", "gone", "Amount (CNY)"].slice(0, 3)),
    );
    expect(texts).toContain("Amount (CNY)");
    const labels = toParetoChart(abc, en, { names }).data.values.map(({ client }) => client);
    expect(labels).toEqual(["Nord & Co", "Twin (south)", "Twin (east)", "gone (west)", "gone"]);
  });

  test("ids that objects inherit are no names, and amounts beyond a double aren't drawn", () => {
    const huge = classifyAbc([{ id: "toString", amount: "1e400" }]);
    expect(toParetoChart(huge, zhCN, { names: {} }).data.values).toEqual([
      { client: "toString", amount: null, cumulative: 1, class: "A类" },
    ]);
  });

  test("the curve spans 0 … 100 %, also for a portfolio without purchases or clients", async () => {
    for (const rows of [[], [{ id: "a", amount: 0 }]]) {
      const { texts, warnings } = await render(toParetoChart(classifyAbc(rows), en));
      expect(warnings).toEqual([]);
      expect(texts).toEqual(expect.arrayContaining(["0%", "100%"]));
    }
  });
});

describe("C2 toQuadrantChart", () => {
  test("a point for each client in a quadrant, in its words, faint where it isn't certain", async () => {
    const chart = toQuadrantChart(places, en, { currency: "CNY" });
    expect(chart.data.values).toEqual([
      {
        client: "north",
        volume: 700,
        loyalty: 30,
        quadrant: en.quadrants.dangerous,
        certain: "certain",
        label: "north",
      },
      {
        client: "south",
        volume: 150,
        loyalty: 90,
        quadrant: en.quadrants.treasure,
        certain: "certain",
        label: "south",
      },
      {
        client: "east",
        volume: 100,
        loyalty: 40,
        quadrant: en.quadrants["no-value"],
        certain: "not certain yet",
        label: "east",
      },
      {
        client: "west",
        volume: 50,
        loyalty: 70,
        quadrant: en.quadrants["rising-star"],
        certain: "certain",
        label: "west",
      },
    ]);
    const { marks, texts, svg } = await render(chart);
    expect([marks("symbol"), marks("text"), marks("rule")]).toEqual([4, 4, 2]);
    expect(texts).toEqual(expect.arrayContaining([...Object.values(en.quadrants), "Volume (CNY)", "Loyalty (score)"]));
    const points = svg.split('<g class="mark-symbol role-mark')[1]?.split("</g>")[0] ?? "";
    const opacities = Array.from(points.matchAll(/ opacity="([\d.]+)"/g), ([, opacity]) => opacity);
    expect(Array.from(points.matchAll(/ fill="#([0-9a-f]{6})"/g), ([, colour]) => colour)).toEqual([
      "d55e00",
      "009e73",
      "9e9e9e",
      "56b4e9",
    ]);
    expect(opacities).toEqual(["1", "1", "0.35", "1"]);
  });

  test("lines show the cuts: the loyalty told or by default, the volume of the smallest large client", () => {
    const datums = (chart: ChartSpecification): unknown[] =>
      (chart["layer"] as { encoding: { x?: { datum?: number }; y?: { datum?: number } } }[]).flatMap(
        ({ encoding: { x, y } }) => [x?.datum, y?.datum].filter((datum) => datum !== undefined),
      );
    expect(datums(toQuadrantChart(places, en))).toEqual([60, 150]);
    expect(datums(toQuadrantChart(places, en, { loyalty: 45 }))).toEqual([45, 150]);
    expect(datums(toQuadrantChart(classifyVolumeLoyalty([]), en))).toEqual([60]);
  });

  test("the ten largest have their names beside them", async () => {
    const many = classifyVolumeLoyalty(
      Array.from({ length: 12 }, (_, index) => ({
        id: `c${String(index)}`,
        volume: 100 - index,
        loyalty: { score: index, low: index, high: index },
      })),
    );
    const { marks, texts } = await render(toQuadrantChart(many, en, { names: { c0: "First" } }));
    expect(marks("symbol")).toBe(12);
    expect(texts).toEqual(expect.arrayContaining(["First", "c9"]));
    expect(texts).not.toContain("null");
    expect(texts).not.toContain("c10");
  });
});

describe("B1.2 toEnthusiasmChart", () => {
  test("a point a month on both curves, and a line where the gap opened", async () => {
    const chart = toEnthusiasmChart(curves, en);
    const counts = (curve: string): unknown[] =>
      chart.data.values.filter((row) => row["curve"] === curve).map(({ month, count }) => [month, count]);
    expect(counts("Our touches")).toEqual([
      ["2026-01", 2],
      ["2026-02", 1],
      ["2026-03", 0],
      ["2026-04", 0],
    ]);
    expect(counts("The client's needs")).toEqual([
      ["2026-01", 0],
      ["2026-02", 1],
      ["2026-03", 2],
      ["2026-04", 1],
    ]);
    expect(curves.openedIn).toBe("2026-03");
    const { marks, texts } = await render(chart);
    expect([marks("line"), marks("symbol"), marks("rule"), marks("text")]).toEqual([2, 8, 1, 1]);
    expect(texts).toEqual(expect.arrayContaining(["The gap opens", "2026-01", "2026-04", "Number in the month"]));
    expect(texts.filter((text) => /^[0-9.]+$/.test(text))).toEqual(["0", "1", "2"]);
    expect(texts.filter((text) => text.startsWith("2026-"))).toEqual(["2026-01", "2026-02", "2026-03", "2026-04"]);
  });

  test("without a gap there is no line, and without touches and needs an empty chart", async () => {
    const none = await render(toEnthusiasmChart(enthusiasmGap({ touches: [], needs: [] }, { asOf: "2026-04-30" }), en));
    expect([none.marks("rule"), none.texts.includes("The gap opens")]).toEqual([0, false]);
  });
});

describe("C2.6 toPruningChart", () => {
  test("two bars for each of clients, volume, margin and visits, with their figures", async () => {
    const chart = toPruningChart(plan, zhCN, { currency: "CNY" });
    expect(chart.data.values.map(({ measure, when, value }) => [measure, when, value])).toEqual([
      ["客户", "淘汰前", 2],
      ["客户", "淘汰后", 1],
      ["销量（CNY）", "淘汰前", 980],
      ["销量（CNY）", "淘汰后", 900],
      ["毛利（CNY）", "淘汰前", 85],
      ["毛利（CNY）", "淘汰后", 90],
      ["拜访次数", "淘汰前", 18],
      ["拜访次数", "淘汰后", 6],
    ]);
    const { marks, texts } = await render(chart);
    expect([marks("rect"), marks("text")]).toEqual([8, 8]);
    const measures = ["客户", "销量（CNY）", "毛利（CNY）", "拜访次数"];
    expect(texts.filter((text) => measures.includes(text))).toEqual(measures);
    expect(texts).toEqual(expect.arrayContaining(["980", "900", "85", "90", "18", "6"]));
  });
});
