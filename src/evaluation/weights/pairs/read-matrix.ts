import type { ArgumentIssue } from "../../../ground/issue.js";
import type { Json } from "../../../ground/json.js";
import { decimalsOf, isNumeral } from "../../../ground/numeral.js";
import { print } from "../../../ground/print.js";
import { compare, ONE, over, type Rational, roundTo } from "../../../ground/rational.js";
import { listOf } from "../read-arguments.js";
import type { Compared, Comparisons } from "./judgement.js";
import { printRatio, readRatio } from "./ratio.js";

/** A cell as it is written and what it means. */
interface Cell {
  readonly written: Json | undefined;
  readonly value: Rational;
}

/**
 * Reads a full matrix of comparisons: 1 on the diagonal, and of each two mirrored cells one the reciprocal of the other, exactly or
 * rounded to the decimals that it is written with (0.33 beside 3); the other one then counts.
 */
export function readMatrix(matrix: readonly Json[], ids: readonly string[], issues: ArgumentIssue[]): Comparisons {
  const pairs: Compared[] = [];
  const cells = squareOf(matrix, ids.length, issues).map((row, a) =>
    row.map((written, b): Cell | null => {
      const value = readRatio(written, [a, b], issues);
      return value && { written, value };
    }),
  );
  ids.forEach((_, a) => {
    const diagonal = cells[a]?.[a] ?? null;
    if (diagonal !== null && compare(diagonal.value, ONE) !== 0) refuseMirror(diagonal, ONE, a, a, issues);
    for (let b = a + 1; b < ids.length; b += 1) {
      const [cell, mirror] = [cells[a]?.[b] ?? null, cells[b]?.[a] ?? null];
      const ratio = cell && mirror && agreed(cell, mirror);
      if (ratio !== null) pairs.push({ a, b, ratio });
      else if (cell !== null && mirror !== null) refuseMirror(mirror, over(ONE, cell.value), b, a, issues);
    }
  });
  return { ids, pairs };
}

/** The rows, if there are as many as ids and each has as many cells. */
function squareOf(matrix: readonly Json[], size: number, issues: ArgumentIssue[]): (readonly Json[])[] {
  const before = issues.length;
  const rows = matrix.map((row, index) => listOf(row, [index], issues));
  if (issues.length > before) return [];
  for (const [path, { length }] of [[[], rows] as const, ...rows.map((row, index) => [[index], row] as const)]) {
    const details = { received: String(length), least: size, most: size };
    if (length !== size) issues.push({ code: "out-of-range", path, details });
  }
  return issues.length > before ? [] : rows;
}

/** What two mirrored cells say of the first one; `null` where they contradict each other. */
function agreed(cell: Cell, mirror: Cell): Rational | null {
  const isFirst = compare(cell.value, ONE) >= 0;
  const [judged, other] = isFirst ? [cell, mirror] : [mirror, cell];
  const counts = isRounding(other, over(ONE, judged.value))
    ? judged.value
    : isRounding(judged, over(ONE, other.value))
      ? over(ONE, other.value)
      : null;
  return counts === null || isFirst ? counts : over(ONE, counts);
}

/** Whether a cell is this value, or this value rounded to the decimals that the cell is written with. */
function isRounding({ written, value }: Cell, exact: Rational): boolean {
  if (compare(value, exact) === 0) return true;
  return isNumeral(print(written)) && compare(value, roundTo(exact, decimalsOf(value))) === 0;
}

function refuseMirror({ written }: Cell, exact: Rational, row: number, column: number, issues: ArgumentIssue[]): void {
  const details = { received: print(written), expected: printRatio(exact) };
  issues.push({ code: "not-reciprocal", path: [row, column], details });
}
