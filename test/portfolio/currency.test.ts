import {
  type AbcOptions,
  classifyAbc,
  classifyVolumeLoyalty,
  type PortfolioIssue,
  planPruning,
  portfolioRisk,
  salesByClient,
  selectKeyAccounts,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

interface Judged {
  readonly currency: string | null;
  readonly clients?: readonly { readonly id: string }[];
  readonly issues: readonly PortfolioIssue[];
}
type Rows = readonly { readonly id: string; readonly amount?: number; readonly currency?: string | null }[];
const functions: readonly (readonly [string, (rows: Rows, options: Pick<AbcOptions, "currency">) => Judged])[] = [
  ["E4.2 classifyAbc", classifyAbc],
  ["C2 classifyVolumeLoyalty", classifyVolumeLoyalty],
  ["C2.5 portfolioRisk", portfolioRisk],
  [
    "E2.3 selectKeyAccounts",
    (rows, options) =>
      selectKeyAccounts(
        rows.map(({ amount, ...rest }) => ({ ...rest, value: amount })),
        options,
      ),
  ],
  ["C2.6 planPruning", (rows, options) => planPruning(rows, { ...options, rules: { minVolume: 1 } })],
];
const row = (id: string, currency?: string | null): Rows[number] => ({
  id,
  amount: 5,
  ...(currency === undefined ? {} : { currency }),
});
const mixed = deepFreeze([
  row("a", "USD"),
  row("b", "CNY"),
  row("c"),
  row("d", " CNY "),
  row("e", null),
  row("f", " "),
]);

describe.each(functions)("%s: amounts are in one currency", (_, judge) => {
  test("none is named: nobody says which", () => {
    expect(judge([row("a"), row("b", null), row("c", "")], {})).toMatchObject({ currency: null, issues: [] });
    expect(judge([], {})).toMatchObject({ currency: null, issues: [] });
  });

  test("as told, but for spaces around it, which rows' own may have as well", () => {
    expect(judge([row("a")], { currency: "CNY" }).currency).toBe("CNY");
    expect(judge([row("a", "CNY "), row("b")], { currency: " CNY" })).toMatchObject({ currency: "CNY", issues: [] });
    expect(judge([row("a")], { currency: null }).currency).toBe(null);
    for (const currency of [5, "", " ", []]) {
      expect(() => judge([], { currency: currency as never })).toThrow("wrong-type at currency");
    }
  });

  test("as most rows name it, ties by code; a row that names another is an issue, and in no sum", () => {
    const result = judge(mixed, {});
    expect(result.currency).toBe("CNY");
    expect(result.issues).toEqual([
      { code: "unknown-value", path: [0, "currency"], details: { received: "USD", allowed: ["CNY"] } },
    ]);
    expect(JSON.stringify(result)).not.toContain('"a"');
    expect(judge([row("a", "USD"), row("b", "CNY")], {}).currency).toBe("CNY");
    expect(judge([row("b", "CNY"), row("a", "USD")], {}).currency).toBe("CNY");
  });

  test("the option goes before the rows", () => {
    const { currency, issues } = judge(mixed, { currency: "USD" });
    expect([currency, issues.map(({ path }) => path[0])]).toEqual(["USD", [1, 3]]);
  });

  test("one that is no text is an issue of its row", () => {
    const { issues } = judge([{ id: "a", currency: 7 as never }], {});
    expect(issues).toEqual([
      { code: "wrong-type", path: [0, "currency"], details: { expected: "string", received: "7" } },
    ]);
  });
});

test("E4.2 what an order book is in, its classes are in", () => {
  const { clients, currency } = salesByClient([{ client: "a", amount: 1, currency: "EUR" }]);
  expect(classifyAbc(clients, { currency }).currency).toBe("EUR");
  const unnamed = salesByClient([{ client: "a", amount: 1 }]);
  expect(classifyAbc(unnamed.clients, { currency: unnamed.currency }).currency).toBe(null);
});

test("E2.3 E4.2 C2 the sums of a mixed portfolio are those of its one currency", () => {
  expect(classifyAbc(mixed).total).toBe("25");
  expect(classifyVolumeLoyalty(mixed).total).toBe("25");
  expect(portfolioRisk(mixed).total).toBe("25");
  const valued = mixed.map(({ id, amount, currency }) => ({ id, value: amount, currency: currency ?? null }));
  expect(selectKeyAccounts(valued, { tiers: ["1"] }).pyramid).toMatchObject([{ clients: 5, amount: "25" }]);
  expect(planPruning(mixed, { rules: { minVolume: 1 } }).before).toMatchObject({ clients: 5, volume: "25" });
});
