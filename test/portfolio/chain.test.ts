import {
  classifyAbc,
  classifyCreditSelling,
  classifyVolumeLoyalty,
  evaluate,
  planPruning,
  portfolioRisk,
  salesByClient,
} from "keyaccount";
import { creditScorecard, loyaltyScorecard, sellingScorecard } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";

const { clients: sold } = salesByClient([
  { client: "north", quantity: 10, unitPrice: "80" },
  { client: "south", amount: "150" },
  { client: "west", amount: "50" },
]);

describe("C2 what one classifier returns is what the next one takes", () => {
  test("C2.5, C2.6 order book → A, B, C → risk and pruning: the amount is the volume", () => {
    const abc = classifyAbc(sold);
    expect(portfolioRisk(abc.clients).risks[3]).toMatchObject({ value: 0.8, clients: ["north"] });
    const plan = planPruning(abc.clients, { rules: { minVolume: "100" } });
    expect(plan.clients.map(({ id, verdict, volume }) => [id, verdict, volume])).toEqual([
      ["north", "keep", "800"],
      ["south", "keep", "150"],
      ["west", "drop", "50"],
    ]);
    expect([plan.before.volume, plan.lost.volume, plan.lostShare]).toEqual(["1000", "50", 0.05]);
    expect(classifyAbc(classifyVolumeLoyalty(sold).clients)).toEqual(abc);
    expect(classifyVolumeLoyalty(abc.clients)).toEqual(classifyVolumeLoyalty(sold));
  });

  test("C2.6 returns count in what is lost, not in its share: 20 of 120", () => {
    const { clients } = salesByClient([
      { client: "a", amount: 100 },
      { client: "b", amount: -50 },
      { client: "c", amount: 20 },
    ]);
    const plan = planPruning(clients, { rules: { minVolume: 50 } });
    expect([plan.before.volume, plan.lost.volume, plan.after.volume, plan.lostShare]).toEqual([
      "70",
      "-30",
      "100",
      0.1667,
    ]);
  });

  test("C2.5, C2.6 volume × loyalty → risk and pruning: what a score leaves open isn't lost on the way", () => {
    const facts = { north: { tradeRegularity: 0.1 }, south: { brandLoyalty: "loyal", purchaseShare: 0.9 } } as const;
    const placed = classifyVolumeLoyalty(
      sold.map(({ id, amount }) => ({
        id,
        volume: amount,
        loyalty: id === "west" ? null : evaluate(loyaltyScorecard, facts[id as "north" | "south"]),
      })),
    );
    const [north] = placed.clients;
    expect(north).toMatchObject({ id: "north", quadrant: "dangerous", certain: false });
    expect(Object.keys(north?.loyalty ?? {})).toEqual(["score", "low", "high"]);
    expect(portfolioRisk(placed.clients).risks[0]).toMatchObject({ value: 0.8, least: 0, certain: false });
    const plan = planPruning(placed.clients, { rules: { minLoyalty: 60 } });
    expect(plan.clients.map(({ id, verdict }) => [id, verdict])).toEqual([
      ["north", "find-out"],
      ["south", "keep"],
      ["west", "find-out"],
    ]);
    expect(plan.risks.before).toEqual(portfolioRisk(placed.clients).risks);
  });

  test("C2.6, C4 credit × selling → pruning by credit", () => {
    const { clients } = classifyCreditSelling([
      {
        id: "late",
        credit: evaluate(creditScorecard, { collectionToTerms: 2, latePayments: 1, disputedInvoices: 1 }),
        selling: evaluate(sellingScorecard, { sellThrough: 8, salesGrowth: 0.3 }),
      },
      { id: "prompt", credit: { score: 90, low: 90, high: 90 } },
      { id: "new" },
    ]);
    const plan = planPruning(clients, { rules: { minCredit: 50 } });
    expect(plan.clients.map(({ id, verdict }) => [id, verdict])).toEqual([
      ["late", "drop"],
      ["new", "find-out"],
      ["prompt", "keep"],
    ]);
  });
});
