import { type ExperienceHistory, reviewExperience } from "keyaccount";
import { toExperienceChart } from "keyaccount/charts";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { render } from "./svg.js";

const history = {
  client: "em",
  productLine: "components",
  observations: [
    { at: "1982-03-15", levels: { decisionMakers: "senior-management", newApplications: "high" } },
    { at: "1983-01-20", levels: { newApplications: "moderate" } },
    { at: "1983-04-12", levels: { decisionMakers: "mixed" } },
    { at: "1983-07-05", levels: { decisionMakers: "mixed", newApplications: "falling" } },
    { at: "1984-01-16", levels: { buyingManner: "unbundled", decisionMakers: "purchasing-experts" } },
  ],
} as const satisfies ExperienceHistory;
const { experience, warnings } = deepFreeze(reviewExperience(history, { asOf: "1984-01-31" }));

describe("B2.9 toExperienceChart", () => {
  test("B2 a curve for each stage over all periods, and a line at each warning where it could be known", async () => {
    const chart = toExperienceChart(experience, en, { warnings, names: { em: "Electronics maker" } });
    expect(chart.title).toBe("Electronics maker × components: Customer experience");
    expect(chart.data.values).toHaveLength(3 * 23);
    // 0.5 × 0.75 × 0.75 : 0.3 × 0.3 × 0.3 : 0.2 × 0.05 × 0.05 = 1125 : 108 : 2.
    expect(chart.data.values.slice(0, 3).map(({ period, stage, probability }) => [period, stage, probability])).toEqual(
      [
        ["1982-03-01", en.experienceStages.generalist, 0.9109],
        ["1982-03-01", en.experienceStages["in-transition"], 0.0875],
        ["1982-03-01", en.experienceStages.specialist, 0.0016],
      ],
    );
    const { marks, texts, warnings: complaints } = await render(chart);
    expect(complaints).toEqual([]);
    expect([marks("line"), marks("symbol"), marks("rule")]).toEqual([3, 69, 3]);
    expect(texts).toEqual(
      expect.arrayContaining(warnings.map(({ code }) => en.experienceWarnings[code as "own-specifications"])),
    );
    expect(texts).toEqual(
      expect.arrayContaining([
        en.charts.probability,
        en.charts.period,
        ...Object.values(en.experienceStages).slice(0, 3),
      ]),
    );
    const marked = JSON.stringify(chart.layer);
    expect(marked.match(/"period":"1983-07-01"/g)).toHaveLength(6);
  });

  test("B2 in Chinese the same numbers; a host's own warning goes by its code, one before the first period isn't drawn", async () => {
    const own = [
      { code: "haggles", raisedAt: "1983-02-11T08:00:00Z", endedAt: "1983-03-01" },
      { code: "early", raisedAt: "1982-02-28" },
    ];
    const chart = toExperienceChart(experience, zhCN, { warnings: own });
    expect(chart.title).toBe("em × components：客户经验");
    expect(chart.data.values.map(({ probability }) => probability)).toEqual(
      toExperienceChart(experience, en).data.values.map(({ probability }) => probability),
    );
    const { texts, marks } = await render(chart);
    expect(texts).toContain("haggles");
    expect(texts).not.toContain("early");
    expect(marks("rule")).toBe(1);
  });

  test("B2.9 a whole review passes as the options: its warnings are drawn", () => {
    const review = { experience, warnings };
    expect(toExperienceChart(experience, en, review)).toEqual(toExperienceChart(experience, en, { warnings }));
    const names = { em: "Electronics maker" };
    expect(toExperienceChart(experience, en, { ...review, names })).toEqual(
      toExperienceChart(experience, en, { warnings, names }),
    );
  });

  test("only the last periods are drawn where not all are wanted", () => {
    const chart = toExperienceChart(experience, en, { most: 2, warnings });
    expect(chart.data.values.map(({ period }) => period)).toEqual(
      ["1983-12-01", "1984-01-01"].flatMap((day) => [day, day, day]),
    );
    expect(chart.layer).toHaveLength(1);
    for (const most of [0, 1.5, "2", NaN])
      expect(() => toExperienceChart(experience, en, { most: most as number })).toThrow(/out-of-range|wrong-type/);
  });

  test("without evidence, and of nobody, there are no curves, and nothing breaks", async () => {
    const none = reviewExperience({ observations: [] }, { asOf: "1984-01-31" });
    const chart = toExperienceChart(none.experience, en, { warnings: null, names: { "": "x" } });
    expect([chart.title, chart.data.values]).toEqual(["Customer experience", []]);
    const { marks } = await render(chart);
    expect([marks("line"), marks("rule")]).toEqual([0, 0]);
    const named = toExperienceChart({ ...experience, client: "toString" }, en, {});
    expect(named.title).toBe("toString × components: Customer experience");
    const unnamed = toExperienceChart(experience, en, { names: { em: undefined } as never });
    expect(unnamed.title).toBe("em × components: Customer experience");
  });

  test("B2.9 the argument at fault is named: a locale that is none, warnings that are none", () => {
    const draw = (locale: unknown, of: unknown) => () =>
      toExperienceChart(experience, locale as typeof en, { warnings: of as typeof warnings });
    expect(draw({}, [])).toThrow("unreadable at locale");
    expect(draw(en, [null])).toThrow("unreadable at options");
  });
});
