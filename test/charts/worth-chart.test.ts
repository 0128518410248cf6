import { isKeyAccountError, type LifetimeValue, lifetimeValue } from "keyaccount";
import { toWorthChart } from "keyaccount/charts";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { bars, render } from "./svg.js";

const worthOf = (margin: string | null, changes: readonly string[] = ["0.01"]): LifetimeValue =>
  lifetimeValue({ currency: "CNY", margin, retention: "0.8", discountRate: "0.1" }, { changes });
const worths = deepFreeze([
  { id: "small", worth: worthOf("300") },
  { id: "loss", worth: worthOf("-300") },
  { id: "new", worth: worthOf(null) },
  { id: "large", worth: worthOf("3000") },
  { id: "also", worth: worthOf("300", ["-0.01"]) },
]);

describe("B1.1 toWorthChart", () => {
  test("the greatest value first, ties by id, the unknown last and not as zero", () => {
    expect(toWorthChart(worths, en, { names: { large: "Large" } }).data.values).toEqual([
      { client: "Large", value: 8000, more: 8379.31, figure: "8,000 (+379.31)" },
      { client: "also", value: 800, more: null, figure: "800" },
      { client: "small", value: 800, more: 837.93, figure: "800 (+37.93)" },
      { client: "loss", value: -800, more: -837.93, figure: "−800 (−37.93)" },
      { client: "new", value: null, more: null, figure: "unknown" },
    ]);
  });

  test("bars as long as the values, and at their ends what a point more adds", async () => {
    const { svg, texts, warnings } = await render(toWorthChart(worths, zhCN));
    expect(warnings).toEqual([]);
    const [values, more] = ["#0072b2", "#e69f00"].map((colour) => bars(svg).filter(({ fill }) => fill === colour));
    // From −1,000 to 9,000 on 640 pixels.
    expect(values?.map(({ x, width }) => [x, width].map(Math.round))).toEqual([
      [64, 512],
      [64, 51],
      [64, 51],
      [13, 51],
    ]);
    expect(more?.map(({ x, width }) => [Math.round(x), Math.round(width * 10) / 10])).toEqual([
      [576, 24.3],
      [115, 2.4],
      [10, 2.4],
    ]);
    expect(texts).toEqual(
      expect.arrayContaining([
        "终生价值（CNY）",
        "保留率提高1个百分点所增加的价值",
        "8,000（+379.31）",
        "未知",
        "large",
      ]),
    );
    const order = texts.filter((text) => worths.some(({ id }) => id === text));
    expect(order).toEqual(["large", "also", "small", "loss", "new"]);
  });

  test("30 are drawn unless told, and the axis says of how many", async () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ id: `c${String(index)}`, worth: worthOf(String(index)) }));
    const { texts } = await render(toWorthChart(many, en));
    expect(texts).toEqual(expect.arrayContaining(["30 of 40 clients", "c39", "c10"]));
    expect(texts).not.toContain("c9");
    const few = toWorthChart(many, zhCN, { most: 2 });
    expect(few.data.values.map(({ client }) => client)).toEqual(["c39", "c38"]);
    expect((await render(few)).texts).toContain("40家客户中的2家");
    expect((await render(toWorthChart(many, en, { most: 40 }))).texts).toContain("Clients");
  });

  test("without clients, or with unknown ones alone, the chart is empty, not faulty", async () => {
    for (const clients of [[], worths.slice(2, 3)]) {
      const { warnings, svg } = await render(toWorthChart(clients, en));
      expect(warnings).toEqual([]);
      expect(bars(svg)).toEqual([]);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  test("currencies aren't mixed; one that is unknown doesn't count", () => {
    const dollars = lifetimeValue({ currency: "USD", margin: "1", retention: "0.8", discountRate: "0.1" });
    const nameless = lifetimeValue({ currency: 7 as never, margin: "1", retention: "0.8", discountRate: "0.1" });
    const x = (clients: Parameters<typeof toWorthChart>[0]): unknown =>
      (toWorthChart(clients, en)["layer"] as { encoding: { x: { title: unknown } } }[])[0]?.encoding.x.title;
    expect(x([{ id: "a", worth: nameless }])).toBe("Lifetime value");
    expect(x([{ id: "a", worth: nameless }, ...worths])).toBe("Lifetime value (CNY)");
    let error: unknown;
    try {
      toWorthChart([...worths, { id: "b", worth: dollars }], en);
    } catch (caught) {
      error = caught;
    }
    expect(isKeyAccountError(error, "unknown-value") && [error.path, error.details]).toEqual([
      ["clients", 5, "worth", "currency"],
      { received: "USD", allowed: ["CNY"] },
    ]);
  });
});
