import { defineScorecard, evaluate, goalsFor } from "keyaccount";
import { expect, test } from "vitest";

const card = defineScorecard({
  id: "fine",
  version: "1",
  scale: 2,
  groups: { finance: { max: "40" } },
  indicators: {
    sales: { kind: "ratio", group: "finance", weight: "20", standard: "6", cap: "1.5", floor: "0" },
    days: { kind: "ratio", group: "finance", weight: "15", standard: "45", better: "lower" },
    debt: {
      kind: "interpolate",
      group: "finance",
      weight: "10",
      beyond: "extend",
      knots: [
        { at: "0.4", share: "1" },
        { at: "0.7", share: "0.3" },
      ],
    },
    reputation: { kind: "rating", weight: "20", min: 1, max: 5 },
    volume: { kind: "ratio", weight: "20", standard: "1500" },
    engineers: { kind: "flag", weight: "15" },
  },
  grades: [
    { grade: "A", from: "85" },
    { grade: "B", from: null },
  ],
});
const facts = { sales: "3.25", days: 80, debt: "0.61", reputation: 3, volume: 812, engineers: false };
const units = { sales: "10.1", days: "0.51", debt: "311", reputation: "12.3", volume: "0.071" };
const costs = {
  ...Object.fromEntries(Object.entries(units).map(([id, unit]) => [id, { unit, change: "1.5" }])),
  engineers: "13",
};

test("C3.2 fine grids are proven, and one step less of a change that costs by the unit doesn't do", () => {
  const goals = goalsFor(card, facts, { grade: "A", costs });
  if (!goals.reachable) throw new Error("out of reach");
  expect(goals.proven).toBe(true);
  const after: Record<string, unknown> = { ...facts };
  for (const { indicator, to } of goals.cheapest.changes) after[indicator] = to;
  expect(evaluate(card, after as typeof facts)).toMatchObject({ grade: "A", score: goals.cheapest.score });
  const steps: Record<string, number> = { sales: 0.01, days: 1, debt: 0.01, reputation: 1, volume: 1 };
  for (const { indicator, from, to } of goals.cheapest.changes) {
    const back =
      typeof to === "boolean" ? from : Number(to) + (Number(from) > Number(to) ? 1 : -1) * (steps[indicator] ?? 0);
    expect(evaluate(card, { ...after, [indicator]: back }).grade).toBe("B");
  }
  for (const { indicator, from } of goals.fewest.changes) {
    const kept = Object.fromEntries(goals.fewest.changes.map((change) => [change.indicator, change.to]));
    expect(evaluate(card, { ...facts, ...kept, [indicator]: from }).grade).toBe("B");
  }
});

test("C3.2 a grid finer than the search goes is said to be not proven, and the plan reaches the grade all the same", () => {
  const limits = Object.fromEntries(["sales", "days", "debt", "volume"].map((id) => [id, { step: "0.00001" }]));
  const wide = defineScorecard({ ...card, scale: 6 });
  const goals = goalsFor(wide, facts, { grade: "A", costs, limits, actionable: ["sales", "days", "debt", "volume"] });
  if (!goals.reachable) throw new Error("out of reach");
  expect(goals.proven).toBe(false);
  const changes = Object.fromEntries(goals.cheapest.changes.map(({ indicator, to }) => [indicator, to]));
  expect(evaluate(wide, { ...facts, ...changes }).grade).toBe("A");
});

test("C3.2 what has no bound can be reached as far as scores can be carried", () => {
  const goals = goalsFor(card, { ...facts, volume: null, days: null }, { grade: "A", actionable: ["volume", "days"] });
  expect(goals).toMatchObject({ reachable: true, fewest: { count: 1 } });
  const bands = defineScorecard({
    id: "bands",
    version: "1",
    indicators: {
      late: {
        kind: "bands",
        weight: "100",
        bands: [
          { from: null, share: "1" },
          { from: "0.05", share: "0" },
        ],
      },
    },
    grades: [
      { grade: "A", from: "80" },
      { grade: "B", from: null },
    ],
  });
  const { cheapest } = goalsFor(bands, { late: null }, { grade: "A" }) as Extract<
    ReturnType<typeof goalsFor>,
    { reachable: true }
  >;
  expect(cheapest.changes).toMatchObject([{ from: null, to: "-0.01" }]);
});
