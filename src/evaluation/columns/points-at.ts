import { KeyAccountError } from "../../ground/error.js";
import { print } from "../../ground/print.js";
import { tenTo } from "../../ground/rational.js";
import { ticksToNumber } from "../exact/ticks.js";
import type { ColumnScores, PointColumn, PointColumns } from "./column-scores.js";
import { uncounted } from "./ticks-array.js";

/**
 * The points of one indicator in one row, as `evaluate` gives them; `null` where it doesn't count.
 *
 * Throws a `KeyAccountError` if the result has no points, because {@link scoreColumns} wasn't asked to `explain` (`required`), for an
 * indicator that it doesn't have (`unknown-indicator`), and for a row that is no whole number from 0 to the last row (`out-of-range`).
 *
 * @example
 * ```ts
 * import { defineScorecard, pointsAt, scoreColumns } from "keyaccount";
 *
 * const card = defineScorecard({
 *   id: "one", version: "1",
 *   indicators: { reputation: { kind: "rating", weight: "100", min: 1, max: 5 } },
 *   grades: [{ grade: "A", from: "80" }, { grade: "B", from: null }],
 * });
 *
 * const result = scoreColumns(card, { reputation: [4.5, null] }, { explain: true });
 * [0, 1].map((row) => pointsAt(result, "reputation", row)); // => [87.5, null]
 * ```
 */
export function pointsAt<I>(
  result: Pick<ColumnScores<I>, "scale"> & { readonly points: PointColumns<I> },
  indicator: keyof I,
  row: number,
): number | null {
  const column = columnOf(result.points, String(indicator));
  const ticks = ticksAt(column, row);
  return Number.isNaN(ticks) || ticks === uncounted(column) ? null : ticksToNumber(ticks, Number(tenTo(result.scale)));
}

/** The points of an indicator, which is an id of the result's own: not `toString`, say. */
function columnOf(points: Readonly<Record<string, PointColumn>> | null | undefined, id: string): PointColumn {
  if (points === null || points === undefined)
    throw new KeyAccountError([{ code: "required", path: ["points"], details: {} }]);
  const column = Object.hasOwn(points, id) ? points[id] : undefined;
  if (column === undefined)
    throw new KeyAccountError([{ code: "unknown-indicator", path: ["points", id], details: { indicator: id } }]);
  return column;
}

function ticksAt(column: PointColumn, row: number): number {
  const ticks = Number.isInteger(row) ? column[row] : undefined;
  if (ticks !== undefined) return ticks;
  const details = { received: print(row), least: 0, most: column.length - 1 };
  throw new KeyAccountError([{ code: "out-of-range", path: ["row"], details }]);
}
