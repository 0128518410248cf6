import { type ZenDecision, ZenEngine } from "@gorules/zen-engine";
import type { BenchFacts } from "../subject.js";
import { type Answer, GROUPS, IDS, type Judge, UNGROUPED, WEIGHTS } from "./rival.js";

/** The shares of the card in ZEN's own expression language. */
const SHARES: Readonly<Record<keyof BenchFacts, string>> = {
  sellThrough: "min([max([sellThrough / 6, 0]), 1.5])",
  collectionDays: "min([max([45 / collectionDays, 0.5]), 1.5])",
  margin: "min([max([15 + (margin - 0.055) / ((0.158 - 0.055) / 7.5), 7.5]), 22.5]) / 15",
  debtRatio:
    "debtRatio <= 0.402 ? 1 : debtRatio <= 0.534 ? 1 - (debtRatio - 0.402) / 0.132 * 0.2 : " +
    "debtRatio <= 0.8 ? 0.8 - (debtRatio - 0.534) / 0.266 * 0.8 : 0",
  salesReps: "salesReps < 3 ? 0 : salesReps < 10 ? 0.5 : 1",
  reputation: "(reputation - 1) / 4",
  majorBrands: "majorBrands == 'exclusive' ? 1 : majorBrands == 'some' ? 0.6 : 0",
  ownEngineers: "ownEngineers ? 1 : 0",
  afterSales: "(afterSales - 1) / 4",
  coverage: "coverage",
  growth: "min([max([growth / 0.1, -1]), 2])",
  disputes: "disputes ? 0 : 1",
};

/** A key and an expression, as the decision editor writes them; later ones refer to earlier ones by `$`. */
interface Expression {
  readonly id: string;
  readonly key: string;
  readonly value: string;
}

const expression = (key: string, value: string): Expression => ({ id: key, key, value });
const sumOf = (ids: readonly string[]): string => ids.map((id) => `$.points.${id}`).join(" + ");
const SCORE = `min([${sumOf(GROUPS.finance)}, 40]) + ${sumOf([...GROUPS.market, ...GROUPS.service, ...UNGROUPED])}`;

const shortest = [
  ...IDS.map((id) => expression(`points.${id}`, `round(${String(WEIGHTS[id])} * (${SHARES[id]}), 4)`)),
  expression("score", SCORE),
  expression("collectionDays", "collectionDays"),
];

const row = (id: keyof BenchFacts): string =>
  `{ indicator: '${id}', points: $.points.${id}, lost: ${String(WEIGHTS[id])} - $.points.${id} }`;

const explained = [
  expression("relative.sellThrough", "round(sellThrough / 6, 4)"),
  expression("relative.collectionDays", "round(45 / collectionDays, 4)"),
  expression("relative.growth", "round(growth / 0.1, 4)"),
  ...IDS.map((id) => expression(`share.${id}`, SHARES[id])),
  ...IDS.map((id) => expression(`points.${id}`, `round(${String(WEIGHTS[id])} * $.share.${id}, 4)`)),
  ...Object.entries(GROUPS).map(([group, ids]) => expression(`groups.${group}`, sumOf(ids))),
  expression("score", SCORE),
  expression("rows", `[${IDS.map(row).join(", ")}]`),
  expression("reasons", "filter($.rows, #.lost > 0)"),
  expression("strengths", "filter($.rows, #.lost <= 0)"),
  expression("collectionDays", "collectionDays"),
];

/** First match wins: the limit on late payers, then the steps. */
const gradeTable = {
  hitPolicy: "first",
  passThrough: true,
  inputs: [
    { id: "score", name: "Score", field: "score" },
    { id: "days", name: "Collection days", field: "collectionDays" },
  ],
  outputs: [{ id: "grade", name: "Grade", field: "grade" }],
  rules: [
    { _id: "late", score: ">= 50", days: "> 120", grade: '"C"' },
    { _id: "a", score: ">= 85", days: "", grade: '"A"' },
    { _id: "b", score: ">= 70", days: "", grade: '"B"' },
    { _id: "c", score: ">= 50", days: "", grade: '"C"' },
    { _id: "d", score: "", days: "", grade: '"D"' },
  ],
};

const position = { x: 0, y: 0 };
const edge = (sourceId: string, targetId: string): object => ({
  id: `${sourceId}-${targetId}`,
  type: "edge",
  sourceId,
  targetId,
});

const documentOf = (expressions: readonly Expression[]): object => ({
  contentType: "application/vnd.gorules.decision",
  nodes: [
    { id: "in", type: "inputNode", name: "client", position },
    { id: "points", type: "expressionNode", name: "points", position, content: { expressions, passThrough: false } },
    { id: "grade", type: "decisionTableNode", name: "grade", position, content: gradeTable },
    { id: "out", type: "outputNode", name: "judgement", position },
  ],
  edges: [edge("in", "points"), edge("points", "grade"), edge("grade", "out")],
});

const judgeOf =
  (decision: ZenDecision): Judge =>
  async (facts) => {
    const response = await decision.evaluate(facts);
    return response.result as Answer;
  };

/** Loads the decision document once: an expression node for points and score, a decision table for the grade. */
export function zenShortest(): Judge {
  return judgeOf(new ZenEngine().createDecision(documentOf(shortest)));
}

/** The same with what `evaluate` explains: relative values, shares, lost points, groups, reasons and strengths (not ranked). */
export function zenExplained(): Judge {
  return judgeOf(new ZenEngine().createDecision(documentOf(explained)));
}
