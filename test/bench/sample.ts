import { type Random, seededRandom } from "../support/random.js";
import type { BenchFacts } from "./subject.js";

const decimal = (random: Random, least: number, most: number, decimals: number): number =>
  random.int(least * 10 ** decimals, most * 10 ** decimals) / 10 ** decimals;

const oneClient = (random: Random): BenchFacts => ({
  sellThrough: decimal(random, 0, 12, 2),
  collectionDays: random.int(10, 150),
  margin: decimal(random, -0.05, 0.2, 4),
  debtRatio: decimal(random, 0.2, 1, 3),
  salesReps: random.int(0, 20),
  reputation: random.int(1, 5),
  majorBrands: random.pick(["none", "some", "exclusive"]),
  ownEngineers: random.chance(),
  afterSales: decimal(random, 1, 5, 1),
  coverage: decimal(random, 0, 1, 2),
  growth: decimal(random, -0.3, 0.4, 3),
  disputes: random.chance(0.2),
});

/** Clients as a CRM holds them: decimals of one to four places, the same ones in every run. */
export function sampleClients(count: number): BenchFacts[] {
  const random = seededRandom(20_261_121);
  return Array.from({ length: count }, () => oneClient(random));
}

/** The same clients with figures that a host divided itself: fifteen to seventeen digits. */
export function sampleLongClients(count: number): BenchFacts[] {
  return sampleClients(count).map((client) => ({
    ...client,
    sellThrough: client.sellThrough / 1.1,
    margin: client.margin / 1.1,
    debtRatio: client.debtRatio / 1.1,
    growth: client.growth / 1.1,
  }));
}
