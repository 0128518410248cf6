import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import {
  type Compared,
  compareClients,
  LAST_QUARTER,
  migrationOf,
  moverLines,
  report,
  THIS_QUARTER,
} from "../../examples/change-report.js";
import { accountsOf } from "../../examples/northwind/clients.js";
import { readBooks } from "../../examples/northwind/data.js";
import { rank } from "../../examples/northwind/ranking.js";
import { rows, sum } from "./books.js";

const compared = compareClients();
const one = (id: string): Compared => compared.find((client) => client.id === id) ?? expect.fail(`no client ${id}`);

describe("C3.2 Northwind's clients, last quarter against this one", () => {
  test("C3.2 Godos Cocina Típica: a C with 48.31 became an A with 90.49", () => {
    const ordersIn = (from: string, to: string): number =>
      rows.Orders.filter(({ CustomerId, OrderDate }) => CustomerId === "GODOS" && OrderDate >= from && OrderDate < to)
        .length;
    const { before, after, change, parts, method } = one("GODOS").comparison;
    expect([before.score, before.grade, after.score, after.grade, change]).toEqual([48.31, "C", 90.49, "A", 42.18]);
    // Growth became known, so 80 points of weight counted instead of 70: a point is worth 100 ÷ 70 or 100 ÷ 80, 1.3392857 in the mean.
    // Orders: from 2 to 9 of a standard of 8, so from 15 × 2 ÷ 8 = 3.75 to 15: 11.25 × 1.3392857 = 15.07.
    expect([ordersIn("2013-02", "2014-02"), ordersIn("2013-05", "2014-05")]).toEqual([2, 9]);
    // Growth: 10 of 10 points; beside a mean of 48.105 others (58.105 ÷ 80 − 48.105 ÷ 70) × 100 = 3.91.
    expect(method).toBe("shapley");
    expect(parts.map(({ indicator, code, points }) => [indicator, code, points])).toEqual([
      ["orderFrequency", "fact-changed", 15.07],
      ["productRange", "fact-changed", 10.04],
      ["annualSales", "fact-changed", 7.07],
      ["tradeRegularity", "fact-changed", 6.7],
      ["volumeGrowth", "became-known", 3.91],
      ["averageDiscount", "fact-changed", -0.61],
    ]);
  });

  test("C3.2 every client's parts add up to its change, in cents of a point", () => {
    for (const { comparison } of compared) {
      const cents = comparison.parts.map(({ points }) => Math.round((points ?? 0) * 100));
      expect(sum(cents)).toBe(Math.round((comparison.change ?? 0) * 100));
    }
  });

  test("C3.2 the matrix counts all 91 clients: its margins are the grades of two rankings", () => {
    const matrix = migrationOf(compared);
    const accounts = accountsOf(readBooks());
    const gradesOn = (day: string): number[] => {
      const grades = rank(accounts, day).map(({ evaluation }) => evaluation.grade);
      return ["A", "B", "C", "D", null].map((grade) => grades.filter((each) => each === grade).length);
    };
    expect(matrix.map(sum)).toEqual(gradesOn(LAST_QUARTER));
    expect(matrix.map((_, place) => sum(matrix.map((row) => row[place] ?? NaN)))).toEqual(gradesOn(THIS_QUARTER));
    expect(sum(matrix.map(sum))).toBe(91);
    const stayed = sum(matrix.map((row, place) => row[place] ?? NaN));
    expect(moverLines(compared)).toHaveLength(91 - stayed);
  });

  test("C3.2 the report tells who moved, why, and the two largest changes in full, wherever it runs", {
    timeout: 60_000,
  }, async () => {
    const script = fileURLToPath(new URL("../../examples/change-report.ts", import.meta.url));
    const root = fileURLToPath(new URL("../../", import.meta.url));
    const env = { ...process.env, TZ: "America/New_York" };
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script], { env, cwd: root });
    expect(stdout).toBe(`${report()}\n`);
    expect(stdout).toContain("C → A    +42.18   Godos Cocina Típica                  Orders in a year +15.07\n");
    expect(stdout).toContain("\n   C   4  12  14   3   0\n");
    expect(stdout).toContain("Score     48.31 → 90.49 (+42.18)\n");
    expect(stdout).toContain("+15.07  年订单数");
  });
});
