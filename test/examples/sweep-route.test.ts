import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";
import { leftOutLines, openLines, routeLines } from "../../examples/sweep-route.js";
import { DEALERS } from "../../examples/sweep-week/dealers.js";

describe("A4.1 the sweep of the made-up town", () => {
  test("forty dealers, each in the route once or named as unrouted", () => {
    const lines = routeLines(en);
    const named = lines.flatMap((line) => line.match(/d-\d\d/g) ?? []);
    expect(DEALERS).toHaveLength(40);
    expect([...named].sort()).toEqual(DEALERS.map(({ id }) => id));
    expect(lines.filter((line) => /^\d\. /.test(line))).toHaveLength(5);
    expect(lines.at(-1)).toBe("d-40: nobody wrote down where it is");
  });

  test("A3.2 what isn't prepared, and A4.1 who was left out, in both languages", () => {
    expect(openLines(en)).toEqual(["□ Samples", "□ Things to carry"]);
    expect(openLines(zhCN)).toEqual(["□ 样品", "□ 随身物品"]);
    expect(leftOutLines(en)).toEqual([
      "d-01 was left out of the sweep: contacted, but not visited.",
      "d-40 was left out of the sweep: no contact at all.",
    ]);
    expect(leftOutLines(zhCN)[1]).toBe("扫街遗漏了客户d-40：从未联系。");
  });
});
