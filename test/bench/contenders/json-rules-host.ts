import { type Almanac, Engine, type Event, type RuleProperties } from "json-rules-engine";
import type { BenchFacts } from "../subject.js";
import { type Answer, GROUPS, IDS, type Judge, type Loss, WEIGHTS } from "./rival.js";
import { round, SHARES } from "./shares.js";

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

/** The engine, loaded once: its rules, and a dynamic fact for each figure that has to be computed, by the host and not by rules. */
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
