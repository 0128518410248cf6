import { tenTo } from "../../ground/rational.js";
import { ticksToNumber } from "../exact/ticks.js";
import type { ChangeCode, ChangePart, ComparedRow, IndicatorShare } from "./comparison.js";
import type { Side, SideRow } from "./side.js";

/** A part that a fact has: its rows on both sides, which only a fact that both scorecards ask for has. */
export function factPart(
  code: ChangeCode,
  id: string,
  [before, after]: readonly [Side, Side],
  points: number | null,
): ChangePart {
  return {
    code,
    indicator: id,
    points,
    before: comparedRow(before.rows.get(id) as SideRow),
    after: comparedRow(after.rows.get(id) as SideRow),
    byIndicator: [],
  };
}

function comparedRow({ row: { status, actual, weight, points } }: SideRow): ComparedRow {
  return { status, actual, weight, points };
}

/** A part of the scorecard. */
export function cardPart(code: ChangeCode, points: number | null, byIndicator: readonly IndicatorShare[]): ChangePart {
  return { code, indicator: null, points, before: null, after: null, byIndicator };
}

/** Ticks of a scale as points. */
export function pointsIn(ticks: bigint, scale: number): number {
  return ticksToNumber(Number(ticks), Number(tenTo(scale)));
}
