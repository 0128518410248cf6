// Shows where weights come from: judgements of two indicators at a time, what contradicts them, the one that was mended, the weights that
// come out, and what they would do to the portfolio before anybody publishes them. Run it: `npx tsx examples/weights-workshop.ts`.
import { fileURLToPath } from "node:url";
import {
  formatImpact,
  formatIssue,
  formatNote,
  isKeyAccountError,
  type PairJudgement,
  type PairsWeighting,
  previewImpact,
  reweigh,
  weightsFromPairs,
} from "keyaccount";
import { factsOf } from "./northwind/facts.js";
import { readAccounts } from "./northwind/ranking.js";
import { english, scorecard } from "./northwind/scorecard.js";

/** What the sales managers weigh against each other: the trade with us. The other indicators keep their weights. */
export type Trade = "annualSales" | "orderFrequency" | "tradeRegularity" | "volumeGrowth" | "productRange";

/** The points that the five have to share: what they have together in the scorecard. */
const TRADE_POINTS = 60;

/** As they were written down: "how many times as important is a as b?", from 1 equal to 9 extreme. */
export const judgements: readonly PairJudgement<Trade>[] = [
  { a: "annualSales", b: "orderFrequency", ratio: 2 },
  { a: "annualSales", b: "tradeRegularity", ratio: 3 },
  { a: "annualSales", b: "volumeGrowth", ratio: 2 },
  { a: "annualSales", b: "productRange", ratio: 4 },
  { a: "orderFrequency", b: "tradeRegularity", ratio: 2 },
  { a: "orderFrequency", b: "volumeGrowth", ratio: 1 },
  { a: "orderFrequency", b: "productRange", ratio: 3 },
  { a: "tradeRegularity", b: "volumeGrowth", ratio: 7 }, // the slip: all the rest says less than 1
  { a: "tradeRegularity", b: "productRange", ratio: 2 },
  { a: "volumeGrowth", b: "productRange", ratio: 2 },
];

const weigh = (list: readonly PairJudgement<Trade>[]): PairsWeighting<Trade> =>
  weightsFromPairs(list, { total: TRADE_POINTS });

/** The first round. */
export const first = weigh(judgements);

/** The managers were asked again about the worst pair only, were shown what fits, and said 1/2. */
export const mended: readonly PairJudgement<Trade>[] = judgements.map((one) =>
  one.a === first.worst?.a && one.b === first.worst.b ? { ...one, ratio: "1/2" } : one,
);

/** The second round, and the scorecard that it would make. */
export const second = weigh(mended);
export const proposed = reweigh(scorecard, second.weights, { id: "northwind-workshop" });

/** What the proposal would do to Northwind's clients. */
export function impact() {
  const { accounts, asOf } = readAccounts();
  const portfolio = accounts.map((account) => ({ id: account.client.id, facts: factsOf(account, asOf) }));
  return previewImpact(scorecard, proposed, portfolio, { asOf });
}

/** What a screen would say of a half-filled form: everything that is missing, in words. */
export function unfinished(): string[] {
  try {
    weigh(judgements.slice(2));
  } catch (error) {
    if (isKeyAccountError(error)) return error.issues.map((issue) => formatIssue(issue, english));
    throw error;
  }
  return [];
}

const names: Readonly<Record<string, string>> = english.indicators;
const name = (id: Trade): string => names[id] ?? id;
const ids = Object.keys(second.weights) as Trade[];

function round(title: string, { consistency, worst, notes }: PairsWeighting<Trade>): string[] {
  const { ratio, acceptable } = consistency;
  const head = `${title}: consistency ratio ${String(ratio)}, ${acceptable === true ? "acceptable" : "not acceptable"} (0.1 at most).`;
  if (worst === null) return [head];
  const pair = `  Fits least: ${name(worst.a)} against ${name(worst.b)}: ${worst.ratio} said, ${worst.fit.toFixed(2)} would fit; the ratio would be ${String(worst.consistencyThen)}.`;
  return [head, pair, ...notes.map((note) => `  Note: ${formatNote(note, english)}.`)];
}

/** The whole workshop as text. */
export function report(): string {
  const rows = ids.map(
    (id) =>
      `  ${name(id).padEnd(26)}${scorecard.indicators[id].weight.padStart(6)}${first.weights[id].padStart(9)}${second.weights[id].padStart(9)}`,
  );
  return [
    "If the form isn't complete:",
    ...unfinished().map((line) => `  ${line}`),
    "",
    ...round("First round", first),
    ...round("Second round, one judgement mended", second),
    "",
    `  ${"".padEnd(26)}${"today".padStart(6)}${"first".padStart(9)}${"second".padStart(9)}`,
    ...rows,
    "",
    formatImpact(impact(), english),
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(report());
