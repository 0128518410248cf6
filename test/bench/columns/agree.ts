import { evaluate } from "keyaccount";
import { card } from "../subject.js";
import type { ColumnContender } from "./contenders.js";
import { type BenchColumns, factsAt } from "./sample.js";

const NOISE = 2;

/**
 * Compares a contender's answers with `evaluate` on every `step`th row, and says how many scores differ. An exact one may differ nowhere; floats may
 * be two ticks beside.
 */
export function columnsAgree(
  { name, rows, work }: ColumnContender,
  columns: BenchColumns,
  isExact: boolean,
  step = 50,
): boolean {
  const { scores, grades, points } = work();
  let [compared, differing, wrong] = [0, 0, 0];
  for (let row = 0; row < rows; row += step) {
    const judged = evaluate(card, factsAt(columns, row));
    const gaps = [
      (scores[row] ?? NaN) - Math.round((judged.score ?? NaN) * 1e4),
      ...Object.entries(points ?? {}).map(
        ([id, ticks]) =>
          (ticks[row] ?? NaN) - Math.round((judged.indicators[id as keyof BenchColumns].points ?? NaN) * 1e4),
      ),
    ];
    const isSame = gaps.every((gap) => gap === 0) && card.grades[grades[row] ?? 255]?.grade === judged.grade;
    compared += 1;
    if (!isSame) differing += 1;
    if (isExact ? !isSame : !gaps.every((gap) => Math.abs(gap) <= NOISE)) wrong += 1;
  }
  console.log(`${name}: ${String(differing)} of ${String(compared)} rows differ from evaluate`);
  return wrong === 0;
}
