// Runs bundled, in plain node: see run.ts. Ends with status 1 if a budget is missed or the answers disagree.
import { evaluate } from "keyaccount";
import { answersAgree, shapesAgree } from "./agree.js";
import { bandsExplained, bandsWithinOnePoint, rulesWith, TEN_BANDS } from "./bands.js";
import { byHand } from "./by-hand.js";
import { cpuPerPiece, type Spread, spreadOf, untilIdle, type Work } from "./clock.js";
import { decimalAnswer } from "./decimal-js.js";
import type { Judge } from "./rival.js";
import { rulesExplained, rulesShortest } from "./rules.js";
import { sampleClients, sampleLongClients } from "./sample.js";
import { type BenchFacts, card } from "./subject.js";
import { zenExplained, zenShortest } from "./zen.js";

const ROUNDS = 11;
/** About a tenth of a second of `evaluate`. */
const OURS = 40_000;

const clients = sampleClients(2000);
const longClients = sampleLongClients(2000);
const clientAt = (place: number, sample: readonly BenchFacts[] = clients): BenchFacts =>
  sample[place % sample.length] as BenchFacts;

/** Keeps the last result alive, so that no compiler leaves the work out. */
let kept: unknown;

const synchronous =
  (judge: (facts: BenchFacts) => unknown, sample = clients): Work =>
  (count) => {
    for (let place = 0; place < count; place += 1) kept = judge(clientAt(place, sample));
  };

const oneByOne =
  (judge: Judge): Work =>
  async (count) => {
    for (let place = 0; place < count; place += 1) kept = await judge(clientAt(place));
  };

const inFlight =
  (judge: Judge, width: number): Work =>
  async (count) => {
    for (let start = 0; start < count; start += width) {
      kept = await Promise.all(Array.from({ length: width }, (_, place) => judge(clientAt(start + place))));
    }
  };

const zen = { explained: zenExplained(), shortest: zenShortest() };
const FINE_BANDS = bandsWithinOnePoint();
const rules = {
  fine: bandsExplained(FINE_BANDS),
  bands: bandsExplained(TEN_BANDS),
  explained: rulesExplained(),
  shortest: rulesShortest(),
};
const exactly = (facts: BenchFacts): unknown => evaluate(card, facts);
const exact = synchronous(exactly);

/** A row of the report: the ratio of one work to `evaluate`, and what it has to be. */
interface Comparison {
  readonly name: string;
  readonly work: Work;
  /** How often a round does it. */
  readonly count: number;
  /** `evaluate ÷ work` rather than `work ÷ evaluate`. */
  readonly isInverse?: boolean;
  readonly budget?: { readonly most: number } | { readonly least: number };
}

const AT_ONCE = 100;
const WIDTH = 62;
const COMPARISONS: readonly Comparison[] = [
  { name: "evaluate ÷ by hand", work: synchronous(byHand), count: OURS, isInverse: true, budget: { most: 2 } },
  { name: "zen-engine, explained ÷ evaluate", work: oneByOne(zen.explained), count: 1200, budget: { least: 100 } },
  {
    name: "json-rules-engine, rules within one point ÷ evaluate",
    work: oneByOne(rules.fine),
    count: 200,
    budget: { least: 500 },
  },
  { name: "json-rules-engine, rules of ten bands ÷ evaluate", work: oneByOne(rules.bands), count: 600 },
  { name: "zen-engine, explained, 100 in flight ÷ evaluate", work: inFlight(zen.explained, AT_ONCE), count: 1200 },
  { name: "zen-engine, score and grade ÷ evaluate", work: oneByOne(zen.shortest), count: 1200 },
  { name: "zen-engine, score and grade, 100 in flight ÷ evaluate", work: inFlight(zen.shortest, AT_ONCE), count: 2400 },
  { name: "json-rules-engine, host scores, explained ÷ evaluate", work: oneByOne(rules.explained), count: 1500 },
  { name: "json-rules-engine, host scores, score and grade ÷ evaluate", work: oneByOne(rules.shortest), count: 3000 },
  { name: "decimal.js, score and grade ÷ evaluate", work: synchronous(decimalAnswer), count: 4000 },
  { name: "evaluate, facts of 17 digits ÷ evaluate", work: synchronous(exactly, longClients), count: OURS },
];

/** A round's first third isn't counted: collecting the garbage throws away optimised code, and slow engines feel it longest. */
async function timed(work: Work, count: number): Promise<number> {
  await untilIdle();
  await work(Math.ceil(count / 3));
  return cpuPerPiece(work, count);
}

async function ratioOf({ work, count, isInverse = false }: Comparison): Promise<Spread> {
  const ratios: number[] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const ours = await timed(exact, OURS);
    const theirs = await timed(work, count);
    if (round >= 0) ratios.push(isInverse ? ours / theirs : theirs / ours);
  }
  return spreadOf(ratios);
}

function holds(budget: Comparison["budget"], { median }: Spread): boolean {
  if (budget === undefined) return true;
  return "most" in budget ? median <= budget.most : median >= budget.least;
}

function print({ name, budget }: Comparison, { median, lower, upper }: Spread, ok: boolean): void {
  const digits = median < 10 ? 2 : 0;
  const bound = budget === undefined ? "" : "most" in budget ? `≤ ${String(budget.most)}` : `≥ ${String(budget.least)}`;
  const range = `${lower.toFixed(digits)} … ${upper.toFixed(digits)}`;
  const verdict = budget === undefined ? "" : ok ? "pass" : "MISSED";
  console.log(
    `${name.padEnd(WIDTH)}${median.toFixed(digits).padStart(7)}  ${range.padEnd(15)}${bound.padEnd(7)}${verdict}`.trimEnd(),
  );
}

console.log(
  `12 indicators; CPU time of the process, medians of ${String(ROUNDS)} ratios paired in one process, node ${process.version}\n`,
);
const rulesAgree = (judge: Judge, bands: number): Promise<boolean> =>
  answersAgree(`json-rules-engine, ${String(rulesWith(bands).length)} rules`, judge, clients, { bands });
const agreements = [
  shapesAgree(sampleClients(20_000)),
  await answersAgree("zen-engine, explained", zen.explained, clients),
  await answersAgree("zen-engine, score and grade", zen.shortest, clients),
  await rulesAgree(rules.fine, FINE_BANDS),
  await rulesAgree(rules.bands, TEN_BANDS),
  await answersAgree("json-rules-engine, host scores, explained", rules.explained, clients),
  await answersAgree("json-rules-engine, host scores, score and grade", rules.shortest, clients),
  await answersAgree("decimal.js", decimalAnswer, clients),
];
let failures = agreements.filter((ok) => !ok).length;
console.log(`\n${"".padEnd(WIDTH)}  ratio  half of them   budget`);
for (const comparison of COMPARISONS) {
  const spread = await ratioOf(comparison);
  const ok = holds(comparison.budget, spread);
  if (!ok) failures += 1;
  print(comparison, spread, ok);
}
console.log(
  "\nBoth engines answer through promises only, so awaiting is part of their ratios; 100 in flight share it.",
);
console.log("Host scores: the points come from functions of the host's, not from rules. See docs/benchmark.md.");
process.exitCode = failures === 0 && kept !== undefined ? 0 : 1;
