import { evaluate } from "keyaccount";
import { dealerScorecard, distributorScorecard, keyAccountScorecard, opportunityScorecard } from "keyaccount/handbook";
import { type Random, seededRandom } from "../../support/random.js";
import { analyses } from "./analyses.js";
import { experiences } from "./experiences.js";
import { portfolios } from "./portfolios.js";

/** A fact of the indicator's kind, at times unknown, with a day of observation near the end of a month or year. */
function factFor(
  random: Random,
  indicator: { readonly kind: string; readonly options?: Readonly<Record<string, string>> },
): unknown {
  const values: Readonly<Record<string, unknown>> = {
    flag: random.chance(),
    choice: random.pick(Object.keys(indicator.options ?? { none: "" }) as [string, ...string[]]),
    rating: random.int(10, 50) / 10,
    share: random.next(),
  };
  const value = values[indicator.kind] ?? random.next() * random.pick([0.1, 1, 100]);
  const observedAt = random.pick([
    "2025-12-31",
    "2026-03-29",
    "2026-10-25T01:30:00Z",
    "2026-11-20T23:59:59.9Z",
    "2024-02-29",
  ]);
  return random.chance(0.2) ? null : { value, observedAt, source: "seed", verified: random.chance() };
}

/** A hundred seeded clients judged by the handbook's scorecards, and what follows from such judgements, a line of JSON each. Needs nothing of its runtime but the language. */
export function judgements(): string {
  const random = seededRandom(42);
  const lines: string[] = [];
  for (const card of [dealerScorecard, distributorScorecard, keyAccountScorecard, opportunityScorecard]) {
    for (let client = 0; client < 25; client += 1) {
      const facts = Object.fromEntries(
        Object.entries(card.indicators).map(([id, indicator]) => [id, factFor(random, indicator)]),
      );
      lines.push(JSON.stringify(evaluate(card as never, facts as never, { asOf: "2026-11-21" })));
    }
  }
  lines.push(...analyses(random), ...portfolios(random), ...experiences(random));
  return `${lines.join("\n")}\n`;
}
