/** What an indicator brings into a mixture of the two evaluations, in ticks of the finer scale. */
export interface Cell {
  /** The place of its group, −1 for none. */
  readonly place: number;
  /** Both zero where it doesn't count. */
  readonly points: bigint;
  readonly weight: bigint;
  /** Whether it lets the mixture have no score. */
  readonly isRefused: boolean;
}

/** An indicator. */
export interface Item {
  readonly id: string;
  /** Whether its fact changed, so that the fact is a cause of its own. */
  readonly isChanged: boolean;
  /**
   * What it brings into each mixture, by a number of bits: bit 0 whether the fact is the later one, bit 1 … whether the first, second … of the
   * scorecard's causes is.
   */
  readonly cells: readonly Cell[];
}

/** What doesn't belong to an indicator, by the scorecard's causes alone: one setting for each of their sets. */
export interface Setting {
  readonly total: bigint;
  /** `null`: no cap. */
  readonly caps: readonly (bigint | null)[];
}

/** A change of score as a cooperative game: causes are players, the score of a mixture is what a coalition earns. */
export interface Game {
  readonly items: readonly Item[];
  /** How many causes the scorecard has. */
  readonly cards: number;
  /** Which of them moves the settings; −1 for none. */
  readonly mover: number;
  readonly settings: readonly Setting[];
}

/** Each cause's part of the change, in 2^-72 of a tick. */
export interface Parts {
  /** By item; 0 where the fact didn't change. */
  readonly items: readonly bigint[];
  /** By the scorecard's causes. */
  readonly cards: readonly bigint[];
}

/** The bits of a fraction of a tick in {@link Parts}. */
export const PART_BITS = 72n;
/** The bits after the point in what is divided on the way there: enough for equal parts to stay equal once they are cut. */
export const WORK_BITS = 192n;

/** The sum of points by group, of those without one, and the weight that counts. */
export interface Sums {
  readonly groups: bigint[];
  free: bigint;
  weight: bigint;
}

/** Sums of nothing yet. */
export function newSums({ settings }: Game): Sums {
  return { groups: (settings[0] as Setting).caps.map(() => 0n), free: 0n, weight: 0n };
}

/** Adds what an indicator brings. */
export function addCell(sums: Sums, { place, points, weight }: Cell): void {
  sums.weight += weight;
  if (place < 0) sums.free += points;
  else sums.groups[place] = (sums.groups[place] as bigint) + points;
}

/** All points, each group held to its cap. */
export function heldSum({ groups, free }: Sums, { caps }: Setting): bigint {
  return groups.reduce((all, points, place) => all + held(points, caps[place] as bigint | null), free);
}

/** Points held to a cap. */
function held(points: bigint, cap: bigint | null): bigint {
  return cap !== null && points > cap ? cap : points;
}

/** The sums of one side: every cause as it was, or as it is. */
export function sideSums(game: Game, isAfter: boolean): Sums {
  const sums = newSums(game);
  for (const { cells } of game.items) addCell(sums, cells[isAfter ? cells.length - 1 : 0] as Cell);
  return sums;
}

/** How many bits are set. */
export function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}

/** 0! … n! */
export function factorials(n: number): bigint[] {
  const list = [1n];
  for (let k = 1; k <= n; k += 1) list.push((list[k - 1] as bigint) * BigInt(k));
  return list;
}
