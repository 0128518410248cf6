import type { CardPair, Which } from "./card-pair.js";
import type { ChangeCode } from "./comparison.js";
import type { Cell } from "./game.js";
import type { Side, SideRow } from "./side.js";

/** What the building of a game needs throughout. */
export interface Plan {
  readonly sides: readonly [Side, Side];
  /** What a tick of each side is worth in ticks of the finer scale. */
  readonly units: readonly [bigint, bigint];
  /** The groups of both sides. */
  readonly places: ReadonlyMap<string, number>;
  /** The scorecard's causes. */
  readonly causes: readonly ChangeCode[];
  readonly pair: CardPair | null;
  /** Whether both sides judge the same facts, so that whatever differs is the scorecard's doing. */
  readonly isSameFacts: boolean;
}

/** An indicator that isn't there. */
export const NOTHING: Cell = { place: -1, points: 0n, weight: 0n, isRefused: false };

/** Which side a bit of a mixture's number asks for; the earlier, where there is no such cause. */
export function whichOf(mixture: number, bit: number): Which {
  return bit >= 0 && Math.floor(mixture / (1 << bit)) % 2 === 1 ? 1 : 0;
}

/** What an indicator brings by the row of one side. */
export function storedCell({ units, places }: Plan, side: Which, row: SideRow | undefined): Cell {
  if (row === undefined) return NOTHING;
  return {
    place: placeIn(places, row.row.group),
    points: row.points * units[side],
    weight: row.weight * units[side],
    isRefused: row.isRefused,
  };
}

/** The place of a group; −1 for none. */
export function placeIn(places: ReadonlyMap<string, number>, group: string | null): number {
  return group === null ? -1 : (places.get(group) ?? -1);
}
