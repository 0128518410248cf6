import { evaluate } from "keyaccount";
import { answersAgree, type Precision, shapesAgree } from "./agree.js";
import type { Work } from "./clock.js";
import type { Comparison, Piece } from "./comparison.js";
import { byHand } from "./contenders/by-hand.js";
import { decimalAnswer } from "./contenders/decimal-js.js";
import { feelExplained, feelParsed, feelShortest } from "./contenders/feelin.js";
import { bandsExplained, bandsWithinOnePoint, rulesWith, TEN_BANDS } from "./contenders/json-rules-bands.js";
import { rulesExplained, rulesShortest } from "./contenders/json-rules-host.js";
import { nodeRulesChained, nodeRulesExplained, nodeRulesShortest } from "./contenders/node-rules.js";
import type { Answer, Judge } from "./contenders/rival.js";
import { zenExplained, zenShortest } from "./contenders/zen.js";
import { last } from "./kept.js";
import { sampleClients, sampleLongClients } from "./sample.js";
import { type BenchFacts, card } from "./subject.js";
import { runSuite } from "./suite.js";

/** About a tenth of a second of `evaluate`. */
const OURS = 40_000;
const AT_ONCE = 100;
const FINE_BANDS = bandsWithinOnePoint();

const clients = sampleClients(2000);
const longClients = sampleLongClients(2000);
const clientAt = (place: number, sample: readonly BenchFacts[] = clients): BenchFacts =>
  sample[place % sample.length] as BenchFacts;

const synchronous =
  (judge: (facts: BenchFacts) => unknown, sample = clients): Work =>
  (count) => {
    for (let place = 0; place < count; place += 1) last.result = judge(clientAt(place, sample));
  };

const oneByOne =
  (judge: Judge): Work =>
  async (count) => {
    for (let place = 0; place < count; place += 1) last.result = await judge(clientAt(place));
  };

const inFlight =
  (judge: Judge): Work =>
  async (count) => {
    for (let start = 0; start < count; start += AT_ONCE) {
      last.result = await Promise.all(Array.from({ length: AT_ONCE }, (_, place) => judge(clientAt(start + place))));
    }
  };

const exactly = (facts: BenchFacts): unknown => evaluate(card, facts);
const exact: Piece = { work: synchronous(exactly), count: OURS };

const zen = { explained: zenExplained(), shortest: zenShortest() };
const jsonRules = {
  fine: bandsExplained(FINE_BANDS),
  bands: bandsExplained(TEN_BANDS),
  explained: rulesExplained(),
  shortest: rulesShortest(),
};
const nodeRules = { explained: nodeRulesExplained(), shortest: nodeRulesShortest(), chained: nodeRulesChained() };
const feel = { explained: feelExplained(), shortest: feelShortest(), parsed: feelParsed() };

/** A rival's cost by ours. */
const rival = (name: string, work: Work, count: number, least?: number): Comparison => ({
  name: `${name} ÷ \`evaluate\``,
  one: { work, count },
  other: exact,
  ...(least === undefined ? {} : { budget: { least } }),
});

const comparisons: readonly Comparison[] = [
  {
    name: "`evaluate` ÷ by hand",
    one: exact,
    other: { work: synchronous(byHand), count: OURS },
    budget: { most: 2 },
  },
  rival("zen-engine, explained", oneByOne(zen.explained), 1200, 100),
  rival("json-rules-engine, rules within one point", oneByOne(jsonRules.fine), 200, 500),
  rival("json-rules-engine, rules of ten bands", oneByOne(jsonRules.bands), 600),
  rival("json-rules-engine, host scores, explained", oneByOne(jsonRules.explained), 1500),
  rival("json-rules-engine, host scores, score and grade", oneByOne(jsonRules.shortest), 3000),
  rival("zen-engine, explained, 100 in flight", inFlight(zen.explained), 1200),
  rival("zen-engine, score and grade", oneByOne(zen.shortest), 1200),
  rival("zen-engine, score and grade, 100 in flight", inFlight(zen.shortest), 2400),
  rival("node-rules, host scores, forward chaining, explained", oneByOne(nodeRules.chained), 300),
  rival("node-rules, host scores, one pass, explained", oneByOne(nodeRules.explained), 2000),
  rival("node-rules, host scores, one pass, score and grade", oneByOne(nodeRules.shortest), 2000),
  rival("feelin, parsed for every client, explained", synchronous(feel.parsed), 12),
  rival("feelin, parsed once, explained", synchronous(feel.explained), 400),
  rival("feelin, parsed once, score and grade", synchronous(feel.shortest), 1000),
  rival("decimal.js, score and grade", synchronous(decimalAnswer), 4000),
  rival("`evaluate`, facts of 15 to 17 digits", synchronous(exactly, longClients), OURS),
];

type Contender = readonly [
  name: string,
  judge: (facts: BenchFacts) => Answer | Promise<Answer>,
  precision?: Precision,
  sample?: number,
];

const bandsOf = (judge: Judge, bands: number): Contender => [
  `json-rules-engine, ${String(rulesWith(bands).length)} rules`,
  judge,
  { bands },
];

const contenders: readonly Contender[] = [
  ["zen-engine, explained", zen.explained],
  ["zen-engine, score and grade", zen.shortest],
  bandsOf(jsonRules.fine, FINE_BANDS),
  bandsOf(jsonRules.bands, TEN_BANDS),
  ["json-rules-engine, host scores, explained", jsonRules.explained],
  ["json-rules-engine, host scores, score and grade", jsonRules.shortest],
  ["node-rules, forward chaining, explained", nodeRules.chained],
  ["node-rules, one pass, explained", nodeRules.explained],
  ["node-rules, one pass, score and grade", nodeRules.shortest],
  ["feelin, parsed for every client", feel.parsed, "exact", 100],
  ["feelin, parsed once, explained", feel.explained],
  ["feelin, parsed once, score and grade", feel.shortest],
  ["decimal.js", decimalAnswer],
];

// `evaluate`, one client at a time, against a function by hand and whoever else answers for one client.
await runSuite({
  title: "One client at a time",
  comparisons,
  agreements: async () => {
    const agreements = [shapesAgree(sampleClients(20_000))];
    for (const [name, judge, precision = "exact", count = clients.length] of contenders) {
      agreements.push(await answersAgree(name, judge, clients.slice(0, count), precision));
    }
    return agreements;
  },
});
