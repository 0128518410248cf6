import fc from "fast-check";
import { assignLevels, type LevelClient, type LevelOptions } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const levelOf = (salesRank: number | null, profitRank: number | null, options?: LevelOptions): string => {
  const [client] = assignLevels([{ id: "a", salesRank, profitRank }], options).clients;
  return `${client?.level ?? "?"}${client?.certain === true ? "" : "?"}`;
};

describe("E4.7 E4.8 assignLevels", () => {
  test("by hand: A and B inside the top 50 are visited, C and D outside are followed by phone", () => {
    const { clients, levels } = assignLevels(
      deepFreeze([
        { id: "d", salesRank: 201, profitRank: 5 },
        { id: "b", salesRank: 50, profitRank: 11 },
        { id: "a", salesRank: 1, profitRank: 10 },
        { id: "c", salesRank: 51, profitRank: 51 },
        { id: "u" },
      ]),
    );
    expect(
      clients.map(({ id, level, place, rank, reasons: [reason], care }) => [
        id,
        level,
        place,
        rank,
        reason,
        care?.manner,
        care?.way,
      ]),
    ).toEqual([
      ["a", "A", 1, 10, "profit-rank", "on-site", "visited-by-developer"],
      ["b", "B", 2, 50, "sales-rank", "close", "visited-by-developer"],
      ["c", "C", 3, 51, "sales-rank", "by-the-books", "by-phone"],
      ["d", "D", 4, 201, "sales-rank", "by-the-books", "by-phone"],
      ["u", null, null, null, "rank-unknown", undefined, undefined],
    ]);
    const quarter = { clients: 1, clientShare: 0.25 };
    expect(levels).toEqual({ A: quarter, B: quarter, C: quarter, D: quarter });
  });

  test.each<[string, number | null, number | null, LevelOptions, string]>([
    ["the worse", 5, 60, {}, "C"],
    ["the better", 5, 60, { by: "better" }, "A"],
    ["the better, by profit", 60, 5, { by: "better" }, "A"],
    ["sales only", 5, 60, { by: "sales" }, "A"],
    ["profit only", 5, 60, { by: "profit" }, "C"],
    ["other cuts", 5, 60, { cuts: { A: 5, B: 6, C: 60 } }, "C"],
    ["one cut", 5, 12, { cuts: { A: 12 } }, "A"],
    ["one known rank: the other could be worse", 5, null, {}, "A?"],
    ["one known rank, by profit", null, 60, {}, "C?"],
    ["one known rank: nothing is worse than D", null, 300, {}, "D"],
    ["one known rank: the other could be better", null, 60, { by: "better" }, "C?"],
    ["one known rank: nothing is better than A", 4, null, { by: "better" }, "A"],
    ["only the one that counts", null, 4, { by: "profit" }, "A"],
    ["not the one that counts", null, 4, { by: "sales" }, "??"],
    ["not the one that counts, either", 4, null, { by: "profit" }, "??"],
  ])("by %s", (_, sales, profit, options, expected) => {
    expect(levelOf(sales, profit, options)).toBe(expected);
  });
});

describe("E4.9 phases", () => {
  test.each<[boolean | null, boolean | null, string | null]>([
    [true, null, "producing"],
    [true, true, "producing"],
    [false, true, "incubating"],
    [false, false, "potential"],
    [false, null, null],
    [null, true, null],
    [null, null, null],
  ])("buys %s, in development %s: %s", (buys, inDevelopment, expected) => {
    const { clients, phases } = assignLevels([{ id: "a", buys, inDevelopment }]);
    expect(clients[0]?.phase).toBe(expected);
    expect(Object.values(phases).reduce((sum, one) => sum + one.clients, 0)).toBe(expected === null ? 0 : 1);
    const shares = Object.entries(phases).map(([phase, { clientShare }]) => [phase, clientShare]);
    const share = (phase: string): number | null => (expected === null ? null : Number(phase === expected));
    expect(shares).toEqual(["producing", "incubating", "potential"].map((phase) => [phase, share(phase)]));
  });
});

describe("E4.7 faults and laws", () => {
  test("faulty rows are listed, faulty options throw, all at once", () => {
    const rows = [
      { id: "a", salesRank: 0, profitRank: "5", buys: 1 },
      { id: "b", salesRank: 1.5 },
      { id: "c", salesRank: 2e9 },
    ];
    expect(assignLevels(rows as never).issues.map(({ code, path }) => [code, ...path])).toEqual([
      ["out-of-range", 0, "salesRank"],
      ["wrong-type", 0, "profitRank"],
      ["wrong-type", 0, "buys"],
      ["out-of-range", 1, "salesRank"],
      ["out-of-range", 2, "salesRank"],
    ]);
    expect(() => assignLevels([], { by: "size", cuts: { A: 60, C: -1 } } as never)).toThrow(
      /unknown-value at by.*out-of-range at cuts.B.*out-of-range at cuts.C/,
    );
    expect(() => assignLevels([], { cut: {}, cuts: { a: 5 } } as never)).toThrow(
      /unknown-key at cut,? .*unknown-key at cuts.a/,
    );
  });

  test("law: a better rank never gives a worse level; the order of rows doesn't count", () => {
    const ranks = fc.option(fc.integer({ min: 1, max: 300 }));
    const client = fc.record({ salesRank: ranks, profitRank: ranks });
    fc.assert(
      fc.property(
        fc.array(client, { maxLength: 15 }),
        fc.constantFrom("worse", "better", "sales", "profit"),
        (list, by) => {
          const rows: LevelClient[] = list.map((one, index) => ({ id: `c${String(index)}`, ...one }));
          const options = { by } as LevelOptions;
          const result = assignLevels(rows, options);
          expect(assignLevels(rows.toReversed(), options)).toEqual(result);
          for (const row of rows) {
            if (typeof row.salesRank !== "number" || typeof row.profitRank !== "number") continue;
            expect(levelOf(1, 1, options) <= levelOf(row.salesRank, row.profitRank, options)).toBe(true);
            expect(
              levelOf(row.salesRank, row.profitRank, options) <=
                levelOf(row.salesRank + 50, row.profitRank + 50, options),
            ).toBe(true);
          }
        },
      ),
    );
  });
});
