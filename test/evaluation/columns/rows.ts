import {
  type ColumnScores,
  type Columns,
  evaluate,
  type Facts,
  pointsAt,
  type Scorecard,
  scoreColumns,
} from "keyaccount";
import { expect } from "vitest";

/** What `scoreColumns` says of one row, in the numbers of an `Evaluation`. */
interface Row {
  readonly score: number | null;
  readonly grade: string | null;
  readonly coverage: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly worstGrade: string | null;
  readonly bestGrade: string | null;
  readonly gradeCertain: boolean;
  readonly points: Readonly<Record<string, number | null>>;
}

type Whole = ColumnScores<Record<string, never>, string, { readonly explain: true; readonly interval: true }>;

function rowAt(all: Whole, row: number): Row {
  const unit = 10 ** all.scale;
  const shown = (ticks: number | undefined): number | null =>
    ticks === undefined || Number.isNaN(ticks) ? null : ticks / unit;
  const grade = (place: number | undefined): string | null => all.gradeNames[place ?? 255] ?? null;
  const points = Object.keys(all.points).map((id) => [id, pointsAt(all, id as never, row)]);
  return {
    score: shown(all.scores[row]),
    grade: grade(all.grades[row]),
    coverage: (all.coverage[row] ?? NaN) / all.coverageUnit,
    low: shown(all.interval.low[row]),
    high: shown(all.interval.high[row]),
    worstGrade: grade(all.interval.worstGrades[row]),
    bestGrade: grade(all.interval.bestGrades[row]),
    gradeCertain: all.interval.gradeCertain[row] === 1,
    points: Object.fromEntries(points) as Row["points"],
  };
}

function judgedRow(card: Scorecard, facts: Facts): Row {
  const { score, grade, coverage, low, high, worstGrade, bestGrade, gradeCertain, indicators } = evaluate(card, facts);
  const points = Object.fromEntries(Object.entries(indicators).map(([id, row]) => [id, row.points]));
  return { score, grade, coverage, low, high, worstGrade, bestGrade, gradeCertain, points };
}

/** The answer of `scoreColumns` with everything that it can return. */
export function scoreAll(card: Scorecard, columns: Columns): Whole {
  return scoreColumns(card, columns as never, { explain: true, interval: true }) as unknown as Whole;
}

/** Expects of every row just what `evaluate` says of its facts, and of the plain call the same scores. */
export function expectEvaluated(card: Scorecard, columns: Columns, rows: readonly Facts[]): void {
  const all = scoreAll(card, columns);
  rows.forEach((facts, row) => {
    const [found, expected] = [rowAt(all, row), judgedRow(card, facts)];
    // Texts compare ten times faster; where they differ, say how.
    if (JSON.stringify(found) === JSON.stringify(expected)) return;
    expect({ card, row, facts, ...found }).toStrictEqual({ card, row, facts, ...expected });
    throw new Error("the texts differ");
  });
  const plain = scoreColumns(card, columns);
  expect(plain.scores).toEqual(all.scores);
  expect(plain.grades).toEqual(all.grades);
  expect(plain.coverage).toEqual(all.coverage);
  expect([plain.points, plain.interval]).toEqual([null, null]);
}
