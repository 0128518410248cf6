import { quotientIn } from "../../ground/root.js";
import { sixDecimals } from "../weights/weigh.js";
import { type Axis, DISTANCE_UNIT, distanceTo } from "./axis.js";
import type { TopsisPlace } from "./ranking.js";

/** Digits in which equal closeness counts as tied: well above what rounding can disturb. */
const TIE_UNIT = 1_000_000_000_000_000_000_000_000_000_000n;
const SIX_DECIMALS = 1_000_000n;

interface Measured {
  readonly id: string;
  readonly closeness: bigint | null;
  readonly toIdeal: bigint;
  readonly toAntiIdeal: bigint;
}

/** Those measured along the axes, from the closest to the farthest, equals in the order given. */
export function placesOf(ids: readonly string[], axes: readonly Axis[]): TopsisPlace[] {
  const measured = ids.map((id, row) => measure(id, row, axes));
  const sorted = measured.toSorted((a, b) => compareTo(b, a));
  let rank = 0;
  return sorted.map((one, index) => {
    const isLikeBefore = isTied(one, sorted[index - 1]);
    if (!isLikeBefore) rank = index + 1;
    return placeOf(one, rank, isLikeBefore || isTied(one, sorted[index + 1]));
  });
}

function measure(id: string, row: number, axes: readonly Axis[]): Measured {
  const [toIdeal, toAntiIdeal] = [distanceTo("best", axes, row), distanceTo("worst", axes, row)];
  const way = toIdeal + toAntiIdeal;
  return { id, toIdeal, toAntiIdeal, closeness: way === 0n ? null : (toAntiIdeal * TIE_UNIT * 2n + way) / (way * 2n) };
}

function compareTo({ closeness: a }: Measured, { closeness: b }: Measured): number {
  return a === null || b === null || a === b ? 0 : a < b ? -1 : 1;
}

function isTied({ closeness }: Measured, other: Measured | undefined): boolean {
  return other !== undefined && other.closeness === closeness;
}

function placeOf({ id, closeness, toIdeal, toAntiIdeal }: Measured, rank: number, tied: boolean): TopsisPlace {
  return {
    id,
    rank,
    tied,
    closeness: closeness === null ? null : sixDecimals(quotientIn(closeness, TIE_UNIT, SIX_DECIMALS)),
    toIdeal: sixDecimals(quotientIn(toIdeal, DISTANCE_UNIT, SIX_DECIMALS)),
    toAntiIdeal: sixDecimals(quotientIn(toAntiIdeal, DISTANCE_UNIT, SIX_DECIMALS)),
  };
}
