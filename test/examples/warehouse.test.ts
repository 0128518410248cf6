import { beforeAll, describe, expect, test } from "vitest";
import { rank, readAccounts } from "../../examples/northwind/ranking.js";
import { disagreements, judgeInWarehouse, type Row, report } from "../../examples/warehouse.js";

const { accounts, asOf } = readAccounts();
const judged = rank(accounts, asOf);
let rows: Row[] = [];
beforeAll(async () => {
  rows = await judgeInWarehouse();
});

describe("C3.1 Northwind in the warehouse", () => {
  test("C3.1 everybody has the same score, grade, interval and coverage as in process, in the same order", () => {
    expect(rows).toHaveLength(91);
    expect(disagreements(rows, judged)).toEqual([]);
    expect(rows.map(({ client_id }) => client_id)).toEqual(judged.map(({ client }) => client.id));
  });

  test("C3.1 who has never ordered has no score and no grade, not the worst one", () => {
    const without = rows.filter(({ score }) => score === null);
    expect(without.map(({ client_id }) => client_id)).toEqual(["FISSA", "PARIS"]);
    expect(without.map(({ grade, coverage }) => [grade, coverage])).toEqual([
      [null, "0.0000"],
      [null, "0.0000"],
    ]);
  });

  test("C3.1 a changed score or grade would be named", () => {
    const [first, ...others] = rows as [Row, ...Row[]];
    expect(disagreements([{ ...first, score: "1.00" }, ...others], judged)).toEqual([first.client_id]);
    expect(disagreements([{ ...first, grade: "D" }, ...others], judged)).toEqual([first.client_id]);
    expect(disagreements(others, judged)).toEqual([first.client_id]);
  });

  test("C3.1 the report says that nobody differs", async () => {
    const [head = ""] = await report();
    expect(head).toContain("91 clients judged in DuckDB by one SELECT");
    expect(head).toContain("0 differ from evaluate");
  });
});
