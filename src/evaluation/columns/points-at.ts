import { tenTo } from "../../ground/rational.js";
import { ticksToNumber } from "../exact/ticks.js";
import type { ColumnScores, PointColumns } from "./column-scores.js";
import { uncounted } from "./ticks-array.js";

/**
 * The points of one indicator in one row, as `evaluate` gives them; `null` where it doesn't count, and beyond the last row. The result
 * must come from {@link scoreColumns} with `explain`.
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
 * [0, 1, 2].map((row) => pointsAt(result, "reputation", row)); // => [87.5, null, null]
 * ```
 */
export function pointsAt<I>(
  result: Pick<ColumnScores<I>, "scale"> & { readonly points: PointColumns<I> },
  indicator: keyof I,
  row: number,
): number | null {
  const column = result.points[indicator];
  const ticks = column[row];
  return ticks === undefined || Number.isNaN(ticks) || ticks === uncounted(column)
    ? null
    : ticksToNumber(ticks, Number(tenTo(result.scale)));
}
