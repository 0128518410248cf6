import {
  classifyAbc,
  classifyVolumeLoyalty,
  enthusiasmGap,
  formatComparison,
  formatEvaluation,
  formatImpact,
  formatIssue,
  formatNote,
  formatReason,
  isKeyAccountError,
  type Locale,
  lifetimeValue,
  planPruning,
  portfolioRisk,
} from "keyaccount";
import {
  type ChartOptions,
  type ChartSpecification,
  toEnthusiasmChart,
  toExperienceChart,
  toParetoChart,
  toPruningChart,
  toQuadrantChart,
  toRiskChart,
  toWorthChart,
} from "keyaccount/charts";
import { en } from "keyaccount/locale/en";
import { describe, expect, test } from "vitest";
import { render } from "./svg.js";

const rows = [
  { id: "a", amount: 3, loyalty: { score: 70, low: 70, high: 70 } },
  { id: "b", amount: 1, loyalty: { score: 20, low: 20, high: 20 } },
];
const currency = "EUR";
const worth = lifetimeValue({ currency, margin: 1, retention: 0.5, discountRate: 0 });
const rules = { minVolume: 2 };
const charts: Readonly<Record<string, (options?: ChartOptions) => ChartSpecification>> = {
  "E4.2 toParetoChart": (options) => toParetoChart(classifyAbc(rows, { currency }), en, options),
  "C2 toQuadrantChart": (options) => toQuadrantChart(classifyVolumeLoyalty(rows, { currency }), en, options),
  "C2.5 toRiskChart": (options) => toRiskChart(portfolioRisk(rows, { currency }), en, options),
  "C2.6 toPruningChart": (options) => toPruningChart(planPruning(rows, { currency, rules }), en, options),
  "B1.1 toWorthChart": (options) => toWorthChart([{ id: "a", worth }], en, options),
};
const revoked = (): never => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy as never;
};
const errorOf = (call: () => unknown): unknown => {
  try {
    call();
  } catch (error) {
    return isKeyAccountError(error) ? error.issues.map(({ code, path }) => `${code} ${path.join(".")}`.trim()) : error;
  }
  return "none";
};

describe.each(Object.entries(charts))("%s: options", (name, draw) => {
  test.each<[string, unknown, readonly string[]]>([
    ["null", null, ["wrong-type"]],
    ["a revoked proxy", revoked(), ["unreadable"]],
    ["a list", [], ["wrong-type"]],
    ["names of null count as none, a revoked proxy does not", { names: revoked() }, ["unreadable names"]],
    [
      "all faults at once",
      { name: {}, names: { a: 5, b: "B", c: undefined }, currency: 5, most: 0 },
      ["unknown-key name", "wrong-type names.a", "wrong-type currency", "out-of-range most"],
    ],
  ])("%s: a KeyAccountError", (_, options, issues) => {
    expect(errorOf(() => draw(options as never))).toEqual(issues);
  });

  test("what is absent or null is not told", () => {
    const unsaid = { names: null, currency: null, most: null } as never;
    expect([draw(unsaid), draw({ names: undefined })]).toEqual([draw(), draw()]);
  });

  test("amounts are in the result's currency unless told", () => {
    const hasAmounts = name !== "C2.5 toRiskChart";
    expect(JSON.stringify(draw()).includes("(EUR)")).toBe(hasAmounts);
    if (hasAmounts && name !== "B1.1 toWorthChart") {
      expect(JSON.stringify(draw({ currency: "thousand EUR" }))).toContain("(thousand EUR)");
    }
  });
});

test("B1.1 toWorthChart: values in another currency than the one that is asked for aren't drawn in it", () => {
  expect(errorOf(() => toWorthChart([{ id: "a", worth }], en, { currency: "USD" }))).toEqual([
    "unknown-value clients.0.worth.currency",
  ]);
});

type Shaped = (value: never, locale: Locale) => unknown;
const shaped: Readonly<Record<string, Shaped>> = {
  toParetoChart,
  toQuadrantChart,
  toRiskChart,
  toPruningChart,
  toWorthChart,
  toEnthusiasmChart,
  toExperienceChart,
  formatEvaluation,
  formatComparison,
  formatImpact,
  formatIssue,
  formatReason,
  formatNote,
};

describe.each(Object.entries(shaped))("%s: what isn't a result, or a locale, ends in a KeyAccountError", (_, make) => {
  test.each<[string, unknown, string]>([
    ["nothing", undefined, "wrong-type"],
    ["null", null, "wrong-type"],
    ["a number", 5, "wrong-type"],
    ["a revoked proxy", revoked(), "unreadable"],
    ["an empty record", {}, "unreadable"],
  ])("%s", (_name, value, code) => {
    expect(errorOf(() => make(value as never, en))).toEqual([expect.stringMatching(`^${code} [a-z]+$`)]);
  });

  test("no locale", () => {
    expect(errorOf(() => make(worth as never, null as never))).toEqual(["wrong-type locale"]);
  });
});

const pareto = classifyAbc(rows);
const placed = classifyVolumeLoyalty(rows);
const risk = portfolioRisk(rows);
const cyclic: Record<string, unknown> = {};
cyclic["self"] = cyclic;
const inPareto = (fields: object): unknown =>
  toParetoChart({ ...pareto, clients: [{ ...pareto.clients[0], ...fields }] } as never, en);
const inRisk = (fields: object): unknown =>
  toRiskChart({ ...risk, risks: [{ ...risk.risks[0], ...fields }] } as never, en);

describe("a result with something in it that no chart could show isn't drawn", () => {
  test.each<[string, () => unknown, string]>([
    ["E4.2 no number", () => inPareto({ cumulative: Number.NaN }), "abc"],
    ["E4.2 nothing said", () => inPareto({ cumulative: undefined }), "abc"],
    ["E4.2 a bigint", () => inPareto({ id: 5n }), "abc"],
    ["E4.2 a record", () => inPareto({ cumulative: {} }), "abc"],
    ["E4.2 a cyclic one", () => inPareto({ cumulative: cyclic }), "abc"],
    ["E4.2 a revoked proxy", () => inPareto({ cumulative: revoked() }), "abc"],
    ["E4.2 a cut that isn't there", () => toParetoChart({ ...pareto, cuts: {} } as never, en), "abc"],
    [
      "C2 a loyalty without score",
      () => toQuadrantChart({ ...placed, clients: [{ ...placed.clients[0], loyalty: {} }] } as never, en),
      "result",
    ],
    ["C2.5 a mark that is no number", () => inRisk({ moderate: Number.POSITIVE_INFINITY }), "result"],
    ["C2.5 a risk without word", () => inRisk({ risk: "fire" }), "result"],
  ])("%s", (_, draw, name) => {
    expect(errorOf(draw)).toEqual([`unreadable ${name}`]);
  });

  test("E4.2 a word that a locale lacks", () => {
    const { A, ...abcClasses } = en.abcClasses;
    expect(A).toBeTypeOf("string");
    expect(errorOf(() => toParetoChart(pareto, { ...en, abcClasses } as never))).toEqual(["unreadable abc"]);
  });
});

describe("of nobody", () => {
  test.each([
    ["E4.2 a Pareto curve", toParetoChart(classifyAbc([]), en)],
    ["E4.2 a Pareto curve of unknown amounts", toParetoChart(classifyAbc([{ id: "a" }]), en)],
    ["C2 quadrants", toQuadrantChart(classifyVolumeLoyalty([]), en)],
    ["B1.2 curves", toEnthusiasmChart(enthusiasmGap({ touches: [], needs: [] }, { asOf: "2026-01-01" }), en)],
  ])("%s: axes that a picture can be drawn on", async (_, chart) => {
    const { svg, warnings } = await render(chart);
    expect(warnings).toEqual([]);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test("C2 the axis of volumes has a zero, so that it isn't empty", async () => {
    const { texts } = await render(toQuadrantChart(classifyVolumeLoyalty([]), en));
    expect(texts.filter((text) => text === "0.0")).toHaveLength(1);
    const { texts: amounts } = await render(toParetoChart(classifyAbc([]), en));
    expect(amounts).toContain("0.0");
  });

  test("C2 a cut that is no number is no line", () => {
    const { cuts, ...rest } = classifyVolumeLoyalty(rows);
    const lines = (loyalty: number): number =>
      (toQuadrantChart({ ...rest, cuts: { ...cuts, loyalty } }, en)["layer"] as unknown[]).length;
    expect(lines(Number.NaN)).toBe(lines(60) - 1);
  });
});
