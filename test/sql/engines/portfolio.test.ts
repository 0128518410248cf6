import type { Scorecard } from "keyaccount";
import { dealerScorecard, distributorScorecard, keyAccountScorecard, opportunityScorecard } from "keyaccount/handbook";
import { beforeAll, expect, test } from "vitest";
import { card as benchCard } from "../../bench/subject.js";
import { seededRandom } from "../../support/random.js";
import { rowsFor, type Storage } from "./clients.js";
import { differences } from "./compare.js";
import { type Engine, openEngines } from "./engine.js";

let engines: readonly Engine[] = [];
beforeAll(async () => {
  engines = await openEngines();
});

const DECIMALS: Storage = { type: "decimal", digits: 18, decimals: 4 };
const DOUBLES: Storage = { type: "double", digits: 0, decimals: 12 };
const CASES: readonly (readonly [string, Scorecard, number, Storage, boolean])[] = [
  ["A7 twelve indicators, 100,000 clients, DECIMAL", benchCard, 100_000, DECIMALS, true],
  ["A7 twelve indicators, 4,000 clients, DECIMAL of unknown scale", benchCard, 4_000, DECIMALS, false],
  ["A7 twelve indicators, 4,000 clients, DOUBLE", benchCard, 4_000, DOUBLES, false],
  ["A7 dealers", dealerScorecard, 3_000, DECIMALS, true],
  ["C3 distributors", distributorScorecard, 3_000, DECIMALS, false],
  ["D1 E2 key accounts", keyAccountScorecard, 3_000, DECIMALS, true],
  ["E7.2 opportunities", opportunityScorecard, 3_000, DECIMALS, false],
];

test.each(CASES)("%s: every row as evaluate judges it", async (_, card, count, storage, isDeclared) => {
  const rows = rowsFor(card, count, seededRandom(11), storage);
  for (const engine of engines) {
    const wrong = await differences(engine, card, rows, storage, isDeclared);
    expect(wrong.slice(0, 3)).toEqual([]);
  }
});
