import { evaluate, isFunction } from "feelin";
import type { BenchFacts } from "../subject.js";
import { type Answer, GROUPS, IDS, UNGROUPED, WEIGHTS } from "./rival.js";

/** The shares of the card in FEEL. */
const SHARES: Readonly<Record<keyof BenchFacts, string>> = {
  sellThrough: "min(max(sellThrough / 6, 0), 1.5)",
  collectionDays: "min(max(45 / collectionDays, 0.5), 1.5)",
  margin: "min(max(15 + (margin - 0.055) / ((0.158 - 0.055) / 7.5), 7.5), 22.5) / 15",
  debtRatio:
    "if debtRatio <= 0.402 then 1 else if debtRatio <= 0.534 then 1 - (debtRatio - 0.402) / 0.132 * 0.2 " +
    "else if debtRatio <= 0.8 then 0.8 - (debtRatio - 0.534) / 0.266 * 0.8 else 0",
  salesReps: "if salesReps < 3 then 0 else if salesReps < 10 then 0.5 else 1",
  reputation: "(reputation - 1) / 4",
  majorBrands: 'if majorBrands = "exclusive" then 1 else if majorBrands = "some" then 0.6 else 0',
  ownEngineers: "if ownEngineers then 1 else 0",
  afterSales: "(afterSales - 1) / 4",
  coverage: "coverage",
  growth: "min(max(growth / 0.1, -1), 2)",
  disputes: "if disputes then 0 else 1",
};

const GRADE =
  'if score < 50 then "D" else if collectionDays > 120 or score < 70 then "C" else if score < 85 then "B" else "A"';
const sumOf = (ids: readonly string[]): string => ids.map((id) => `points.${id}`).join(" + ");
const context = (entries: Readonly<Record<string, string>>): string =>
  `{ ${Object.entries(entries)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ")} }`;
const contextOf = (value: (id: keyof BenchFacts) => string): string =>
  context(Object.fromEntries(IDS.map((id) => [id, value(id)])));

const SCORE = `min(${sumOf(GROUPS.finance)}, 40) + ${sumOf([...GROUPS.market, ...GROUPS.service, ...UNGROUPED])}`;
const row = (id: keyof BenchFacts): string =>
  context({ indicator: `"${id}"`, points: `points.${id}`, lost: `${String(WEIGHTS[id])} - points` });

/** A boxed context, DMN's form for such a decision: later entries refer to earlier ones. */
const shortest = context({
  points: contextOf((id) => `round half up(${String(WEIGHTS[id])} * (${SHARES[id]}), 4)`),
  score: SCORE,
  grade: GRADE,
});

const explained = context({
  relative: context({
    sellThrough: "round half up(sellThrough / 6, 4)",
    collectionDays: "round half up(45 / collectionDays, 4)",
    growth: "round half up(growth / 0.1, 4)",
  }),
  share: contextOf((id) => SHARES[id]),
  points: contextOf((id) => `round half up(${String(WEIGHTS[id])} * share.${id}, 4)`),
  groups: context(Object.fromEntries(Object.entries(GROUPS).map(([group, ids]) => [group, sumOf(ids)]))),
  score: SCORE,
  grade: GRADE,
  rows: `[${IDS.map(row).join(", ")}]`,
  reasons: "rows[lost > 0]",
  strengths: "rows[lost <= 0]",
});

/** FEEL reports faults as warnings, and answers null. */
function valueOf(expression: string, facts: Readonly<Record<string, unknown>> = {}): unknown {
  const { value, warnings } = evaluate(expression, facts);
  if (warnings.length > 0) throw new Error(warnings.map(({ message }) => message).join("; "));
  return value;
}

/** The decision as a FEEL function: parsed once, called for each client. */
function judgeOf(decision: string): (facts: BenchFacts) => Answer {
  const judge = valueOf(`function(${IDS.join(", ")}) ${decision}`);
  if (!isFunction(judge)) throw new Error("not a FEEL function");
  return (facts) => judge.invoke(facts) as Answer;
}

export const feelShortest = (): ((facts: BenchFacts) => Answer) => judgeOf(shortest);

/** With what `evaluate` explains: relative values, shares, lost points, groups, reasons and strengths (not ranked). */
export const feelExplained = (): ((facts: BenchFacts) => Answer) => judgeOf(explained);

/** As the documentation calls it: the expression with each client's facts, parsed every time. */
export const feelParsed = (): ((facts: BenchFacts) => Answer) => (facts) => valueOf(explained, { ...facts }) as Answer;
