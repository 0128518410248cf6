import {
  assignLevels,
  classifyAbc,
  classifyCreditSelling,
  classifyVolumeLoyalty,
  developmentWorth,
  effortLedger,
  enthusiasmGap,
  evaluate,
  lifetimeValue,
  planPruning,
  portfolioRisk,
  recommendCare,
  selectKeyAccounts,
} from "keyaccount";
import { toEnthusiasmChart, toParetoChart, toPruningChart, toQuadrantChart } from "keyaccount/charts";
import { creditScorecard, keyAccountScorecard, loyaltyScorecard, sellingScorecard } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import type { Random } from "../../support/random.js";

const CLIENTS = 40;
const AS_OF = "2026-11-21";

/** What follows from a seeded portfolio, a line of JSON each: classes, risks, plans, worth and charts. */
export function portfolios(random: Random): string[] {
  const clients = Array.from({ length: CLIENTS }, (_, index) => clientOf(random, index));
  const abc = classifyAbc(clients);
  const placed = classifyVolumeLoyalty(clients);
  const gap = enthusiasmGap(courseOf(random), { asOf: AS_OF });
  const plan = planPruning(
    placed.clients.map(({ id, volume, quadrant }) => ({ id, volume, quadrant, visits: random.int(0, 12) })),
    { rules: { minVolume: "300", quadrants: ["treasure", "rising-star"] } },
  );
  const results: unknown[] = [
    abc,
    placed,
    classifyCreditSelling(clients),
    assignLevels(clients),
    selectKeyAccounts(clients),
    portfolioRisk(placed.clients),
    plan,
    gap,
    ...clients.slice(0, 10).flatMap(({ amount }) => worthOf(random, amount)),
    recommendCare({ lastTaken: { "ask-opinion": "2026-08-01", "executive-visit": "2026-10-25" } }, { asOf: AS_OF }),
    ...[en, zhCN].flatMap((locale) => [
      toParetoChart(abc, locale),
      toQuadrantChart(placed, locale),
      toEnthusiasmChart(gap, locale),
      toPruningChart(plan, locale),
    ]),
  ];
  return results.map((result) => JSON.stringify(result));
}

function clientOf(random: Random, index: number) {
  const amount = random.int(-50_000, 1_000_000) / 100;
  return {
    id: `c${String(index)}`,
    amount,
    volume: amount,
    loyalty: evaluate(loyaltyScorecard, {
      purchaseShare: random.next(),
      tradeRegularity: random.next(),
      brandLoyalty: random.pick(["loyal", "switcher", "none"] as const),
    }),
    credit: evaluate(creditScorecard, { collectionToTerms: random.next() * 2, latePayments: random.next() }),
    selling: evaluate(sellingScorecard, { sellThrough: random.next() * 6, salesGrowth: random.next() - 0.5 }),
    salesRank: random.int(1, 250),
    profitRank: random.int(1, 250),
    buys: random.chance(),
    evaluation: evaluate(keyAccountScorecard, { annualVolume: random.next() * 20, orderFrequency: random.int(0, 30) }),
    goesOn: random.chance(0.8),
    value: amount,
  };
}

function worthOf(random: Random, margin: number): unknown[] {
  const retention = random.int(0, 99) / 100;
  const contacts = Array.from({ length: 6 }, (_, index) => ({
    id: String(index),
    at: `2026-${String(random.int(10, 11))}-${String(random.int(10, 20))}`,
    stage: random.pick(["visit", "approval", "deep-contact"] as const),
    minutes: random.int(5, 300),
    cost: random.int(0, 9000) / 100,
  }));
  return [
    lifetimeValue({ currency: "CNY", margin, retention, discountRate: 0.07 }),
    lifetimeValue({ currency: "CNY", margin, retention, discountRate: "0.1", periods: 7 }, { timing: "at-once" }),
    developmentWorth({
      currency: "CNY",
      periods: 12,
      sales: margin,
      marginRate: 0.21,
      people: 30.5,
      probability: 0.35,
    }),
    effortLedger({ currency: "CNY", marginIfWon: 5000, contacts }, { hourlyCost: "333.33", asOf: AS_OF }),
  ];
}

/** Touches and needs on the last days of months, where zones differ. */
function courseOf(random: Random) {
  const moments = ["2026-01-31T23:30:00Z", "2026-03-29T01:30:00Z", "2026-04-30", "2026-06-30T22:00:00Z", "2026-10-25"];
  return {
    signedOn: "2026-03-31",
    deliveredOn: "2026-05-31",
    touches: moments.map((at) => ({ at })),
    needs: Array.from({ length: 9 }, (_, index) => ({
      at: `2026-0${String(index + 1)}-28T23:59:59Z`,
      kind: random.pick(["request", "complaint"] as const),
      ...(random.chance() ? { answeredAt: "2026-11-01" } : {}),
    })),
  };
}
