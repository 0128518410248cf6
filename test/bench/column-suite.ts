import { evaluate, scoreColumns } from "keyaccount";
import type { Work } from "./clock.js";
import { byHand, type ColumnAnswer } from "./columns/by-hand.js";
import { byHandWithPoints } from "./columns/by-hand-points.js";
import { factsAt, sampleColumns } from "./columns/sample.js";
import type { Comparison, Piece } from "./comparison.js";
import { decimalAnswer } from "./contenders/decimal-js.js";
import { last } from "./kept.js";
import { card } from "./subject.js";
import { type Agreement, runSuite } from "./suite.js";

const ROWS = 1_000_000;
/** As many as who is slow gets through in a round. */
const FEW = 20_000;
/** Every so many rows are compared. */
const STEP = 97;
const GRADES = ["A", "B", "C", "D"];

const columns = sampleColumns(ROWS);

/** Judges all rows; a count of rows says how often. */
const whole = (judge: () => unknown): Piece => ({
  work: (count) => {
    for (let rows = 0; rows < count; rows += ROWS) {
      last.result = undefined;
      last.result = judge();
    }
  },
  count: ROWS,
});

/** Judges one row after the other into columns. */
const rowByRow =
  (judge: (row: number) => { readonly score: number | null; readonly grade: string | null }): Work =>
  (count) => {
    const scores = new Float64Array(count);
    const grades = new Uint8Array(count);
    for (let row = 0; row < count; row += 1) {
      const { score, grade } = judge(row);
      scores[row] = score ?? NaN;
      grades[row] = GRADES.indexOf(grade ?? "");
    }
    last.result = { scores, grades };
  };

const hand = whole(() => byHand(columns));
const ours = whole(() => scoreColumns(card, columns));
const explained = whole(() => scoreColumns(card, columns, { explain: true }));
const handWithPoints = whole(() => byHandWithPoints(columns));

const comparisons: readonly Comparison[] = [
  { name: "`scoreColumns` ÷ by hand", one: ours, other: hand, budget: { most: 1.4 } },
  {
    name: "`scoreColumns`, points of every indicator ÷ by hand with points",
    one: explained,
    other: handWithPoints,
    budget: { most: 1.7 },
  },
  { name: "`scoreColumns`, points of every indicator ÷ by hand without points", one: explained, other: hand },
  {
    name: "`evaluate`, row by row ÷ `scoreColumns`",
    one: { work: rowByRow((row) => evaluate(card, factsAt(columns, row))), count: 10 * FEW },
    other: ours,
  },
  {
    name: "decimal.js, row by row ÷ `scoreColumns`",
    one: { work: rowByRow((row) => decimalAnswer(factsAt(columns, row))), count: FEW },
    other: ours,
  },
];

/** How many of the compared rows have another score or grade than `evaluate` gives, scores being in ten-thousandths. */
function agreement(
  name: string,
  { scores, grades }: Pick<ColumnAnswer, "scores" | "grades">,
  slack: number,
): Agreement {
  let [compared, differing, otherGrades] = [0, 0, 0];
  for (let row = 0; row < ROWS; row += STEP) {
    const { score, grade } = evaluate(card, factsAt(columns, row));
    compared += 1;
    if (!(Math.abs((scores[row] ?? NaN) / 1e4 - (score ?? NaN)) <= slack)) differing += 1;
    if (GRADES[grades[row] ?? NaN] !== grade) otherGrades += 1;
  }
  const allowed = slack === 0 ? "nothing" : "rounding";
  const text =
    `${name}: ${String(differing)} of ${String(compared)} scores differ by more than ${allowed}, ` +
    `${String(otherGrades)} other grades`;
  return { text, ok: differing === 0 && (slack > 0 || otherGrades === 0) };
}

// `scoreColumns` against a loop by hand and whoever else judges many clients.
await runSuite({
  title: "A million clients in columns",
  comparisons,
  agreements: async () => [
    agreement("`scoreColumns`", scoreColumns(card, columns), 0),
    agreement("by hand, columns", byHand(columns), 0.000_301),
  ],
});
