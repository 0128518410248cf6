import type { Cell, Game, Item, Setting } from "./game.js";

/** For each group whether no mixture can reach its cap. */
export function openGroups({ items, settings }: Game): boolean[] {
  return (settings[0] as Setting).caps.map((_, place) =>
    settings.every(({ caps }, flags) => {
      const cap = caps[place] as bigint | null;
      return cap === null || items.reduce((sum, item) => sum + mostPoints(item, flags, place), 0n) <= cap;
    }),
  );
}

function mostPoints({ cells }: Item, flags: number, place: number): bigint {
  const [early, late] = pairOf(cells, flags);
  const [a, b] = [early, late].map((cell) => (cell.place === place ? cell.points : 0n)) as [bigint, bigint];
  return a > b ? a : b;
}

/** What an indicator brings with the fact as it was and as it is, for a set of the scorecard's causes. */
export function pairOf(cells: readonly Cell[], flags: number): [early: Cell, late: Cell] {
  return [cells[flags * 2] as Cell, cells[flags * 2 + 1] as Cell];
}

/** Whether what a fact that changed adds depends on which other causes have come. */
export function interacts({ isChanged, cells }: Item, isOpen: readonly boolean[]): boolean {
  if (!isChanged) return false;
  for (let flags = 0; flags * 2 < cells.length; flags += 1) {
    const [early, late] = pairOf(cells, flags);
    if (early.weight !== late.weight || early.isRefused !== late.isRefused) return true;
    if (!isFree(early, isOpen) || !isFree(late, isOpen)) return true;
  }
  return false;
}

function isFree({ place }: Cell, isOpen: readonly boolean[]): boolean {
  return place < 0 || isOpen[place] === true;
}
