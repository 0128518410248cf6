import { type EarlierScores, scoreColumns } from "keyaccount";
import { decimalAnswer } from "../decimal-js.js";
import { card } from "../subject.js";
import { byHand, type ColumnAnswer } from "./by-hand.js";
import { byHandWithPoints } from "./by-hand-points.js";
import { type BenchColumns, factsAt, sampleColumns } from "./sample.js";

/** Somebody who scores so many rows of the sample. */
export interface ColumnContender {
  readonly name: string;
  readonly rows: number;
  readonly work: () => ColumnAnswer;
}

const GRADES = card.grades.map(({ grade }) => grade);

/** decimal.js, row by row, as one who wants exact points would write it. */
function byDecimals(columns: BenchColumns): ColumnAnswer {
  const rows = columns.sellThrough.length;
  const scores = new Float64Array(rows);
  const grades = new Uint8Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const { score, grade } = decimalAnswer(factsAt(columns, row));
    scores[row] = Math.round(score * 10_000);
    grades[row] = GRADES.indexOf(grade as (typeof GRADES)[number]);
  }
  return { scores, grades, points: null };
}

type ContenderName =
  | "scoreColumns"
  | "withPoints"
  | "byHand"
  | "byHandWithPoints"
  | "reusing"
  | "withPointsReusing"
  | "byHandReusing"
  | "decimals";

/** Every contender over the same columns; decimal.js over the first `fewer` rows of them. */
export function columnContenders(rows: number, fewer: number): Readonly<Record<ContenderName, ColumnContender>> {
  const columns = sampleColumns(rows);
  const few = Object.fromEntries(
    Object.entries(columns).map(([id, column]: [string, Float64Array | Uint8Array]) => [id, column.subarray(0, fewer)]),
  ) as unknown as BenchColumns;
  let plain: EarlierScores | null = null;
  let explained: EarlierScores | null = null;
  let hand: ColumnAnswer | null = null;
  return {
    scoreColumns: { name: "scoreColumns", rows, work: () => scoreColumns(card, columns) },
    withPoints: { name: "scoreColumns with points", rows, work: () => scoreColumns(card, columns, { explain: true }) },
    byHand: { name: "by hand", rows, work: () => byHand(columns) },
    byHandWithPoints: { name: "by hand with points", rows, work: () => byHandWithPoints(columns) },
    reusing: {
      name: "scoreColumns, arrays reused",
      rows,
      work: () => (plain = scoreColumns(card, columns, { reuse: plain })),
    },
    withPointsReusing: {
      name: "scoreColumns with points, arrays reused",
      rows,
      work: () => (explained = scoreColumns(card, columns, { explain: true, reuse: explained })),
    },
    byHandReusing: { name: "by hand, arrays reused", rows, work: () => (hand = byHand(columns, hand)) },
    decimals: { name: "decimal.js", rows: fewer, work: () => byDecimals(few) },
  };
}
