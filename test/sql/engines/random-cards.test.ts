import fc from "fast-check";
import type { Scorecard } from "keyaccount";
import { beforeAll, expect, test } from "vitest";
import { scorecards } from "../../evaluation/arbitrary.js";
import { seededRandom } from "../../support/random.js";
import { rowsFor, type Storage } from "./clients.js";
import { differences } from "./compare.js";
import { type Engine, openEngines } from "./engine.js";

let engines: readonly Engine[] = [];
beforeAll(async () => {
  engines = await openEngines();
});

const CARDS: readonly Scorecard[] = fc.sample(scorecards, { numRuns: 50, seed: 20_261_121 });
/** Figures of sixteen digits, which floats left in a definition, times a double's seventeen: more than DuckDB's 38 digits hold. */
const isPlain = (card: Scorecard): boolean => !/\d\.?\d{12}/.test(JSON.stringify(card));

const STORAGES: readonly (readonly [string, Storage, boolean])[] = [
  ["DECIMAL(18, 4), declared", { type: "decimal", digits: 18, decimals: 4 }, true],
  ["DECIMAL(18, 4), not declared", { type: "decimal", digits: 18, decimals: 4 }, false],
  ["DECIMAL(9, 0), declared", { type: "decimal", digits: 9, decimals: 0 }, true],
  ["DOUBLE", { type: "double", digits: 0, decimals: 12 }, false],
];

test.each(STORAGES)("A7.6 %s: any scorecard judges in SQL as evaluate does", async (_, storage, isDeclared) => {
  const random = seededRandom(7);
  const cards = storage.type === "double" ? CARDS.filter(isPlain) : CARDS;
  expect(cards.length).toBeGreaterThan(30);
  for (const card of cards) {
    const rows = rowsFor(card, 120, random, storage);
    for (const engine of engines) {
      expect(await differences(engine, card, rows, storage, isDeclared), JSON.stringify(card)).toEqual([]);
    }
  }
});
