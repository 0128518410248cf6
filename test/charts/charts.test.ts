import {
  type AbcOptions,
  type AbcResult,
  type ChartWord,
  classifyAbc,
  classifyVolumeLoyalty,
  type EnthusiasmGap,
  enthusiasmGap,
  isKeyAccountError,
  lifetimeValue,
  planPruning,
  portfolioRisk,
} from "keyaccount";
import {
  type ChartOptions,
  type ChartSpecification,
  type LayeredChart,
  toEnthusiasmChart,
  toParetoChart,
  toPruningChart,
  toQuadrantChart,
  toRiskChart,
  toWorthChart,
} from "keyaccount/charts";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { bars, render, symbols } from "./svg.js";

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
const risk = deepFreeze(portfolioRisk([...places.clients, { id: "odd", volume: "1" }]));
const worths = deepFreeze(
  ["300", "-300", null, "3000"].map((margin, index) => ({
    id: `w${String(index)}`,
    worth: lifetimeValue({ currency: "CNY", margin, retention: "0.8", discountRate: "0.1" }),
  })),
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
  ["risk", (locale: typeof en, options?: ChartOptions) => toRiskChart(risk, locale, options)],
  ["worth", (locale: typeof en, options?: ChartOptions) => toWorthChart(worths, locale, options)],
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
    ["pareto", "quadrants", "enthusiasm", "pruning", "risk", "worth"],
    ["riskName", "figure", "level", "moderateFrom", "highFrom", "behind", "largest"],
    ["lifetimeValue", "onePoint"],
    ["measure", "figure", "unknownOf"],
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
    expect(texts).toEqual(
      expect.arrayContaining(["5 of 6 clients", "Amount", "Cumulative share", "100%", "north", "gone"]),
    );
    const order = texts.filter((text) => clients.some(({ id }) => id === text));
    expect(order).toEqual(["north", "south", "east", "west", "gone"]);
  });

  test("clients go by their names, with the id where two have the same; the currency stands at the axis", async () => {
    const names = deepFreeze({ north: "Nord & Co", south: "Twin", east: "Twin", west: "gone" });
    const { texts } = await render(toParetoChart(abc, en, { names, currency: "CNY" }));
    expect(texts).toEqual(expect.arrayContaining(["Nord & Co", "Twin (south)", "Twin (east)", "gone"]));
    expect(texts).toContain("Amount (CNY)");
    const labels = toParetoChart(abc, en, { names }).data.values.map(({ client }) => client);
    expect(labels).toEqual(["Nord & Co", "Twin (south)", "Twin (east)", "gone (west)", "gone"]);
  });

  test("ids that objects inherit are no names, and amounts beyond a double aren't drawn", () => {
    const abc = classifyAbc([{ id: "toString", amount: "1" }]);
    const huge = { ...abc, clients: abc.clients.map((one) => ({ ...one, amount: `1${"0".repeat(400)}` })) };
    expect(toParetoChart(huge, zhCN, { names: {} }).data.values).toEqual([
      { client: "toString", amount: null, cumulative: 1, class: "A类" },
    ]);
    const [row] = toParetoChart(abc, zhCN, { names: { toString: undefined } as never }).data.values;
    expect(row).toEqual({ client: "toString", amount: 1, cumulative: 1, class: "A类" });
  });

  test("the curve spans 0 … 100 %, also for a portfolio without purchases or clients", async () => {
    for (const rows of [[], [{ id: "a", amount: 0 }]]) {
      const { texts, warnings } = await render(toParetoChart(classifyAbc(rows), en));
      expect(warnings).toEqual([]);
      expect(texts).toEqual(expect.arrayContaining(["0%", "100%"]));
    }
  });
});

describe("E4.2 the cuts and axes of toParetoChart", () => {
  const rules = (svg: string): number[] =>
    Array.from(
      svg.matchAll(/<line transform="translate\([\d.]+,([\d.]+)\)"[^>]*stroke-dasharray/g),
      ([, y]) => Math.round(Number(y) * 10) / 10,
    );

  test("lines at the cuts that made the result", async () => {
    const known = classifyAbc(clients.slice(0, 4).map(({ id, volume }) => ({ id, amount: volume })));
    const byDefault = await render(toParetoChart(known, en));
    expect(rules(byDefault.svg)).toEqual([72, 18]);
    expect(byDefault.texts.filter((text) => ["80%", "95%"].includes(text))).toEqual(["80%", "80%", "95%"]);
    const cutAt = (cuts: AbcOptions["cuts"]): AbcResult =>
      classifyAbc(
        clients.slice(0, 4).map(({ id, volume }) => ({ id, amount: volume })),
        { cuts },
      );
    const told = await render(toParetoChart(cutAt({ A: "0.5" }), en));
    expect(rules(told.svg)).toEqual([180, 18]);
    expect(told.texts).toContain("50%");
    expect(rules((await render(toParetoChart(cutAt({ B: "0.9" }), en))).svg)).toEqual([72, 36]);
  });

  test("zero is at one height on both axes, also where returns lead below it", async () => {
    const { svg } = await render(
      toParetoChart(
        classifyAbc([
          { id: "a", amount: 3 },
          { id: "b", amount: -1 },
        ]),
        en,
      ),
    );
    // From 3 to −1 on 360 pixels: zero is at 270.
    expect(bars(svg).map(({ y, height }) => [y, height])).toEqual([
      [0, 270],
      [270, 90],
    ]);
    expect(symbols(svg).map(({ y }) => y)).toEqual([0, 0]);
    expect(rules(svg)).toEqual([54, 13.5]);
    const returns = await render(toParetoChart(classifyAbc([{ id: "b", amount: -1 }]), en));
    expect(returns.warnings).toEqual([]);
    expect(bars(returns.svg).map(({ height }) => height)).toEqual([360]);
  });

  test("500 clients are drawn unless told, and a curve of many has no points", async () => {
    const many = classifyAbc(Array.from({ length: 501 }, (_, index) => ({ id: String(index), amount: 1000 - index })));
    const { marks, texts } = await render(toParetoChart(many, en));
    expect([marks("rect"), marks("line"), marks("symbol")]).toEqual([500, 1, 0]);
    expect(texts).toContain("500 of 501 clients");
    const few = toParetoChart(many, zhCN, { most: 60 });
    expect(few.data.values.map(({ client }) => client)).toEqual(many.clients.slice(0, 60).map(({ id }) => id));
    expect((await render(few)).marks("symbol")).toBe(60);
    expect((await render(toParetoChart(many, en, { most: 61 }))).marks("symbol")).toBe(0);
    const thousands = classifyAbc(Array.from({ length: 1200 }, (_, index) => ({ id: String(index), amount: 1 })));
    expect(JSON.stringify(toParetoChart(thousands, en))).toContain("500 of 1,200 clients");
    const codes = [0, 1.5, 1_000_001, "5"].map((most) => {
      try {
        return toParetoChart(many, en, { most: most as number });
      } catch (error) {
        return isKeyAccountError(error, "out-of-range") && error.path;
      }
    });
    expect(codes).toEqual([["most"], ["most"], ["most"], ["most"]]);
  });

  test("no two clients are called alike, whatever their names, and no name is markup", async () => {
    const names = deepFreeze({ a: "x", b: "x", c: "x (a)", d: "x (b)", e: "__proto__", f: '<b>"&' });
    const six = classifyAbc(["a", "b", "c", "d", "e", "f"].map((id) => ({ id, amount: 1 })));
    const labels = toParetoChart(six, en, { names }).data.values.map(({ client }) => client);
    expect(labels).toEqual(["x (a) (a)", "x (b) (b)", "x (a)", "x (b)", "__proto__", '<b>"&']);
    const { svg } = await render(toParetoChart(six, en, { names }));
    expect([svg.includes("<b>"), svg.includes("&lt;b&gt;")]).toEqual([false, true]);
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
        side: "right",
      },
      {
        client: "south",
        volume: 150,
        loyalty: 90,
        quadrant: en.quadrants.treasure,
        certain: "certain",
        label: "south",
        side: "right",
      },
      {
        client: "east",
        volume: 100,
        loyalty: 40,
        quadrant: en.quadrants["no-value"],
        certain: "not certain yet",
        label: "east",
        side: "right",
      },
      {
        client: "west",
        volume: 50,
        loyalty: 70,
        quadrant: en.quadrants["rising-star"],
        certain: "certain",
        label: "west",
        side: "right",
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

  test("lines show the cuts: the loyalty that the result was cut at, the volume of the smallest large client", () => {
    const datums = ({ layer }: LayeredChart): unknown[] =>
      (layer as { encoding: { x?: { datum?: number }; y?: { datum?: number } } }[]).flatMap(({ encoding: { x, y } }) =>
        [x?.datum, y?.datum].filter((datum) => datum !== undefined),
      );
    expect(datums(toQuadrantChart(places, en))).toEqual([60, 150]);
    expect(datums(toQuadrantChart({ ...places, cuts: { ...places.cuts, loyalty: 45 } }, en))).toEqual([45, 150]);
    expect(datums(toQuadrantChart(classifyVolumeLoyalty([]), en))).toEqual([60]);
  });

  test("the ten largest have their names beside them", async () => {
    const many = classifyVolumeLoyalty(
      Array.from({ length: 12 }, (_, index) => ({
        id: `c${String(index)}`,
        volume: 100 - index * 8,
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

describe("C2 the names in toQuadrantChart", () => {
  const placed = (points: readonly (readonly [id: string, volume: number, score: number])[]) =>
    classifyVolumeLoyalty(
      points.map(([id, volume, score]) => ({ id, volume, loyalty: { score, low: score, high: score } })),
    );
  const sides = (points: Parameters<typeof placed>[0], names?: Record<string, string>): unknown[] =>
    toQuadrantChart(placed(points), en, { names }).data.values.map(({ side, label }) => [side, label]);

  test("stand at the left where there is no room at the right, and nowhere where there is none at all", () => {
    expect(
      sides([
        ["a", 9, 50],
        ["b", 5, 99],
        ["c", 1, 1],
      ]),
    ).toEqual([
      ["right", "a"],
      ["left", "b"],
      ["right", "c"],
    ]);
    // 21 letters of 6.5 pixels need 136.5: with the gap of 8 they end at 640 from a loyalty of 77.4 on.
    const name = { a: "a".repeat(21) };
    expect(sides([["a", 9, 77]], name)).toEqual([["right", name.a]]);
    expect(sides([["a", 9, 78]], name)).toEqual([["left", name.a]]);
    // Chinese characters take 11: 13 of them 143.
    const chinese = { a: "客".repeat(13) };
    expect(sides([["a", 9, 76]], chinese)).toEqual([["right", chinese.a]]);
    expect(sides([["a", 9, 77]], chinese)).toEqual([["left", chinese.a]]);
    // Longer ones are cut off at 160.
    expect(sides([["a", 9, 73]], { a: "a".repeat(99) })).toEqual([["right", "a".repeat(99)]]);
  });

  test("have places also where nothing was bought", () => {
    const bought = placed([
      ["a", 0, 30],
      ["b", 0, 60],
      ["c", 0, 31],
    ]);
    const labels = toQuadrantChart(bought, en).data.values.map(({ client, label }) => [client, label]);
    expect(labels).toEqual([
      ["a", "a"],
      ["b", "b"],
      ["c", "c"],
    ]);
  });

  test("cover no other: the smaller client goes to the other side, then without", () => {
    expect(
      sides([
        ["a", 100, 50],
        ["b", 99, 50],
        ["c", 98, 50],
        ["d", 90, 50],
      ]),
    ).toEqual([
      ["right", "a"],
      ["left", "b"],
      [null, null],
      ["right", "d"],
    ]);
  });

  test("are as many in the picture, at their points", async () => {
    const chart = toQuadrantChart(
      placed([
        ["a", 100, 50],
        ["b", 99, 50],
        ["c", 98, 50],
      ]),
      en,
    );
    const { svg, marks } = await render(chart);
    expect(marks("text")).toBe(2);
    const at = (text: string): string | undefined =>
      new RegExp(`text-anchor="(\\w+)" transform="translate\\(([\\d.]+),[^>]*>${text}<`).exec(svg)?.slice(1).join(" ");
    expect([at("a"), at("b")]).toEqual(["start 328", "end 312"]);
  });

  test("500 are drawn unless told; the legend says of how many; scores beyond 100 have room", async () => {
    const many = placed(
      Array.from({ length: 501 }, (_, index) => [`c${String(index)}`, 1000 - index, index / 4] as const),
    );
    const { marks, texts } = await render(toQuadrantChart(many, en));
    expect(marks("symbol")).toBe(500);
    expect(texts).toEqual(expect.arrayContaining(["Kind of client", "500 of 501 clients", "120"]));
    expect(toQuadrantChart(many, en, { most: 3 }).data.values).toHaveLength(3);
    const { svg } = await render(
      toQuadrantChart(
        placed([
          ["a", 1, -100],
          ["b", 2, 100],
        ]),
        en,
      ),
    );
    expect(symbols(svg).map(({ x, y }) => [x, y])).toEqual([
      [640, 0],
      [0, 180],
    ]);
  });
});

describe("B1.2 toEnthusiasmChart", () => {
  test("the word at the line stands inside the picture", async () => {
    const opening = (from: string, asOf: string): EnthusiasmGap =>
      enthusiasmGap(
        { touches: [{ at: "2026-01-05" }], needs: [from, from].map((at) => ({ at, kind: "request" as const })) },
        { asOf },
      );
    const anchor = async (gap: EnthusiasmGap): Promise<string | undefined> =>
      /text-anchor="(\w+)"[^>]*>The gap opens</.exec((await render(toEnthusiasmChart(gap, en))).svg)?.[1];
    expect(await anchor(opening("2026-02-03", "2026-06-30"))).toBe("start");
    expect(await anchor(opening("2026-05-03", "2026-06-30"))).toBe("end");
  });

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
      ["销售额（CNY）", "淘汰前", 980],
      ["销售额（CNY）", "淘汰后", 900],
      ["毛利（CNY）", "淘汰前", 85],
      ["毛利（CNY）", "淘汰后", 90],
      ["拜访次数", "淘汰前", 18],
      ["拜访次数", "淘汰后", 6],
    ]);
    const { marks, texts } = await render(chart);
    expect([marks("rect"), marks("text")]).toEqual([8, 8]);
    const measures = ["客户", "销售额（CNY）", "毛利（CNY）", "拜访次数"];
    expect(texts.filter((text) => measures.includes(text))).toEqual(measures);
    expect(texts).toEqual(expect.arrayContaining(["980", "900", "85", "90", "18", "6"]));
  });

  test("what isn't known of any client is unknown, not zero; of none left it is zero; below zero bars lead down", async () => {
    const rows = [
      { id: "a", volume: "2000.5", margin: "-4" },
      { id: "b", volume: "1", margin: null },
    ];
    const values = (chart: ChartSpecification): unknown[] =>
      chart.data.values.map(({ value, figure, unknown }) => [value, figure, unknown]);
    const chart = toPruningChart(planPruning(rows, { rules: { minVolume: "100" } }), en);
    expect(values(chart)).toEqual([
      [2, "2", 0],
      [1, "1", 0],
      [2001.5, "2,002", 0],
      [2000.5, "2,001", 0],
      [-4, "−4", 1],
      [-4, "−4", 0],
      [null, "unknown", 2],
      [null, "unknown", 1],
    ]);
    const { svg, texts, warnings } = await render(chart);
    expect(warnings).toEqual([]);
    expect(bars(svg).map(({ y, height }) => [y, Math.round(height)])).toEqual([
      [16, 208],
      [120, 104],
      [expect.any(Number), expect.any(Number)],
      [expect.any(Number), expect.any(Number)],
      [16, 208],
      [16, 208],
    ]);
    expect(texts.filter((text) => text === "unknown")).toHaveLength(2);
    const gone = toPruningChart(planPruning(rows, { rules: { minVolume: "3000" } }), en);
    expect(values(gone).slice(-2)).toEqual([
      [null, "unknown", 2],
      [0, "0", 0],
    ]);
    expect(values(toPruningChart(planPruning([], { rules: { minVolume: "1" } }), en)).at(-1)).toEqual([0, "0", 0]);
  });

  test("figures have two decimals at most, none from a thousand on, and commas between thousands", () => {
    const figure = (volume: string): unknown =>
      toPruningChart(planPruning([{ id: "a", volume }], { rules: { minVolume: "0" } }), en).data.values[2]?.["figure"];
    expect(["0.004", "12.345", "999.994", "999.996", "-1234567.8", "123456", "1e21"].map(figure)).toEqual([
      "0",
      "12.35",
      "999.99",
      "1,000",
      "−1,234,568",
      "123,456",
      "1e+21",
    ]);
  });
});
