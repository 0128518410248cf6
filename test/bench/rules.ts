import { type Almanac, Engine, type Event, type RuleProperties } from "json-rules-engine";
import { type Answer, GROUPS, IDS, type Judge, type Loss, WEIGHTS } from "./rival.js";
import type { BenchFacts } from "./subject.js";

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

function interpolate(ratio: number): number {
  if (ratio <= 0.402) return 1;
  if (ratio <= 0.534) return 1 - ((ratio - 0.402) / 0.132) * 0.2;
  return ratio <= 0.8 ? 0.8 - ((ratio - 0.534) / 0.266) * 0.8 : 0;
}

/** json-rules-engine compares and doesn't compute: what is computed is a function of the host's, its dynamic facts. */
const SHARES: { readonly [K in keyof BenchFacts]: (value: BenchFacts[K]) => number } = {
  sellThrough: (value) => clamp(value / 6, 0, 1.5),
  collectionDays: (value) => clamp(45 / value, 0.5, 1.5),
  margin: (value) => clamp(15 + (value - 0.055) / ((0.158 - 0.055) / 7.5), 7.5, 22.5) / 15,
  debtRatio: interpolate,
  salesReps: (value) => (value < 3 ? 0 : value < 10 ? 0.5 : 1),
  reputation: (value) => (value - 1) / 4,
  majorBrands: (value) => ({ none: 0, some: 0.6, exclusive: 1 })[value],
  ownEngineers: (value) => (value ? 1 : 0),
  afterSales: (value) => (value - 1) / 4,
  coverage: (value) => value,
  growth: (value) => clamp(value / 0.1, -1, 2),
  disputes: (value) => (value ? 0 : 1),
};

async function pointsOf(almanac: Almanac): Promise<Record<string, number>> {
  const values = await Promise.all(IDS.map(async (id) => almanac.factValue<number>(`${id}Points`)));
  return Object.fromEntries(IDS.map((id, place) => [id, values[place] ?? NaN]));
}

async function scoreOf(almanac: Almanac): Promise<number> {
  let [finance, others] = [0, 0];
  for (const [id, points] of Object.entries(await pointsOf(almanac))) {
    if (GROUPS.finance.some((member) => member === id)) finance += points;
    else others += points;
  }
  return round(Math.min(finance, 40) + others);
}

interface Comparison {
  readonly fact: string;
  readonly operator: string;
  readonly value: number;
}

const is = (fact: string, operator: string, value: number): Comparison => ({ fact, operator, value });
const rule = (all: Comparison[], type: string, params: Record<string, unknown>): RuleProperties => ({
  conditions: { all },
  event: { type, params },
});

const onTime = is("collectionDays", "lessThanInclusive", 120);
const late = is("collectionDays", "greaterThan", 120);
const GRADES = [
  rule([is("score", "greaterThanInclusive", 85), onTime], "grade", { grade: "A" }),
  rule([is("score", "greaterThanInclusive", 70), is("score", "lessThan", 85), onTime], "grade", { grade: "B" }),
  rule([is("score", "greaterThanInclusive", 50), is("score", "lessThan", 70)], "grade", { grade: "C" }),
  rule([is("score", "greaterThanInclusive", 70), late], "grade", { grade: "C" }),
  rule([is("score", "lessThan", 50)], "grade", { grade: "D" }),
];

const figures = (id: string): Record<string, unknown> => ({
  indicator: id,
  points: { fact: `${id}Points` },
  lost: { fact: `${id}Lost` },
});
const REASONS = IDS.map((id) => rule([is(`${id}Points`, "lessThan", WEIGHTS[id])], "lost", figures(id)));
const STRENGTHS = IDS.map((id) =>
  rule([is(`${id}Points`, "greaterThanInclusive", WEIGHTS[id])], "earned", figures(id)),
);

/** The engine, loaded once: its rules, and a dynamic fact for each figure that has to be computed. */
function engineOf(rules: RuleProperties[]): Engine {
  const engine = new Engine(rules, { replaceFactsInEventParams: true });
  for (const id of IDS) {
    const share = SHARES[id] as (value: unknown) => number;
    const weight = WEIGHTS[id];
    engine.addFact(`${id}Points`, async (_, almanac) => round(weight * share(await almanac.factValue(id))));
    engine.addFact(`${id}Lost`, async (_, almanac) => round(weight - (await almanac.factValue<number>(`${id}Points`))));
  }
  engine.addFact("score", async (_, almanac) => scoreOf(almanac));
  return engine;
}

async function answerOf(engine: Engine, facts: BenchFacts): Promise<Answer & { events: Event[] }> {
  const { events, almanac } = await engine.run(facts);
  const grade = String(events.find(({ type }) => type === "grade")?.params?.["grade"]);
  return { points: await pointsOf(almanac), score: await almanac.factValue<number>("score"), grade, events };
}

/** A run with the rules of the grade alone; the rest are dynamic facts. */
export function rulesShortest(): Judge {
  const engine = engineOf(GRADES);
  return async (facts) => {
    const { points, score, grade } = await answerOf(engine, facts);
    return { points, score, grade };
  };
}

/** A run that explains as well: for each indicator a rule for points lost and one for points earned, whose events are ranked. */
export function rulesExplained(): Judge {
  const engine = engineOf([...REASONS, ...STRENGTHS, ...GRADES]);
  return async (facts) => {
    const { points, score, grade, events } = await answerOf(engine, facts);
    const reasons = events
      .filter(({ type }) => type === "lost")
      .map(({ params }) => params as Loss & Record<string, unknown>);
    return { points, score, grade, reasons: reasons.sort((a, b) => b.lost - a.lost) };
  };
}
