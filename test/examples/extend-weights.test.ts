import { isKeyAccountError, reweigh } from "keyaccount";
import { describe, expect, test } from "vitest";
import { bothViews, cards, difference, report, segmentOf } from "../../examples/extend-weights.js";
import { readAccounts } from "../../examples/northwind/ranking.js";
import { scorecard } from "../../examples/northwind/scorecard.js";
import { figuresOf, rows, sum } from "./books.js";

const { accounts, asOf } = readAccounts();
const all = accounts.map((account) => bothViews(account, asOf));

describe("C3.1 weights by segment", () => {
  test("C3.1 owner-run are those whose contact is the owner", () => {
    const owners = rows.Customers.filter(({ ContactTitle }) => ContactTitle.slice(0, 5) === "Owner").map(
      ({ Id }) => Id,
    );
    expect(owners).toHaveLength(18);
    expect(accounts.filter(({ client }) => segmentOf(client) === "owner-run").map(({ client }) => client.id)).toEqual(
      owners,
    );
  });

  test("C3.1 both segments ask the same questions with other weights that sum to 100", () => {
    for (const card of Object.values(cards)) {
      expect(Object.keys(card.indicators)).toEqual(Object.keys(scorecard.indicators));
      expect(sum(Object.values(card.indicators).map(({ weight }) => Number(weight)))).toBe(100);
    }
    const ids = all.map(({ views }) => [views["owner-run"].scorecard.id, views.managed.scorecard.id].join());
    expect(new Set(ids)).toEqual(new Set(["northwind-owner-run,northwind-managed"]));
    expect(all[0]?.views["owner-run"].scorecard.hash).not.toBe(all[0]?.views.managed.scorecard.hash);
  });

  test("C3.1 weights that don't sum to the total are refused", () => {
    let code = "";
    try {
      reweigh(scorecard, { annualSales: 16 });
    } catch (error) {
      if (isKeyAccountError(error)) code = error.code;
    }
    expect(code).toBe("weights-not-total");
  });

  test("C3.1 the same client is an A as owner-run and a B as managed, re-added by hand", () => {
    const two = all.find(({ client }) => client.id === "WILMK") ?? expect.fail("no WILMK");
    // 7 orders of a standard of 8, in 5 months or more of 6, 11 … 16 products; sales between the quartiles; growth unknown.
    const { orders, growth, late } = figuresOf("WILMK");
    expect([orders, growth, late]).toEqual([7, null, 0]);
    const { "owner-run": owner, managed } = two.views;
    expect([owner.grade, managed.grade]).toEqual(["A", "B"]);
    expect(owner.indicators.orderFrequency.points).toBe(17.5);
    expect(managed.indicators.orderFrequency.points).toBe(4.38);
    expect([owner.weight, managed.weight]).toEqual([70, 70]);
    expect(difference(two).map(({ indicator }) => indicator)).toEqual([
      "annualSales",
      "orderFrequency",
      "tradeRegularity",
      "productRange",
    ]);
  });

  test("C3.1 what the indicators bring explains the whole difference", () => {
    for (const two of all) {
      const { "owner-run": owner, managed } = two.views;
      const change = sum(difference(two).map((row) => row.managed - row.ownerRun));
      expect(change).toBeCloseTo((managed.score ?? 0) - (owner.score ?? 0), 1);
      expect(Math.abs(change - ((managed.score ?? 0) - (owner.score ?? 0)))).toBeLessThan(0.011);
    }
  });

  test("C3.1 the report counts who moves and explains one of them", () => {
    const moved = all.filter(({ views }) => views["owner-run"].grade !== views.managed.grade);
    const text = report();
    expect(text).toContain(
      `18 of 91 clients are owner-run; ${String(moved.length)} would get another grade in the other segment:`,
    );
    for (const { client } of moved) expect(text).toContain(`  ${client.name} `);
    expect(text).toContain("Why Wilman Kala is A as owner-run and B as managed");
  });
});
