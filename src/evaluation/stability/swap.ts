import { ticksToNumber } from "../exact/ticks.js";
import type { Resolved } from "../resolved/resolve.js";
import { gapBounds, gapsOf, gapsWithin, type Path, scoreBounds, scoresWithin } from "./bounds.js";
import type { Question } from "./moves.js";
import { type Profile, scoreAt } from "./profile.js";
import type { OrderSwap } from "./result.js";
import type { Lever } from "./shift.js";

/** −1, 0 or 1 as the client scores below, like or above the other one. */
export type Order = -1 | 0 | 1;

/** Asks when two clients' order is turned round or, where they are equal today, when they no longer are. */
export function swapQuestion({ unit }: Resolved, one: Profile, other: Profile, today: Order): Question<OrderSwap> {
  const gaps = gapsOf(one, other);
  return {
    clients: 2,
    isPossible: (lever, path) => {
      const isSeparate = separately(one, other, today, lever, path);
      const isTogether = together(gaps, one, today, lever, path);
      return (from, to) => isTogether(from, to) && isSeparate(from, to);
    },
    answer: (weights) => {
      const [a, b] = [scoreAt(one, weights), scoreAt(other, weights)];
      if (a === null || b === null || !isSwapped(today, Number(a - b))) return null;
      return { score: ticksToNumber(Number(a), unit), against: ticksToNumber(Number(b), unit) };
    },
  };
}

function isSwapped(today: Order, gap: number): boolean {
  return today === 0 ? gap !== 0 : today > 0 ? gap < 0 : gap > 0;
}

type Within = (from: number, to: number) => boolean;

function separately(one: Profile, other: Profile, today: Order, lever: Lever, path: Path): Within {
  if (today === 0) return () => true;
  const [first, second] = [scoreBounds(one, lever, path), scoreBounds(other, lever, path)];
  return (from, to) => {
    const [a, b] = [scoresWithin(first, path, from, to), scoresWithin(second, path, from, to)];
    return isSwapped(today, today > 0 ? a.low - b.high : a.high - b.low);
  };
}

/** Points are whole ticks, and no score is above another whose points aren't, so a gap of less than one tick is none. */
function together(gaps: ReturnType<typeof gapsOf>, one: Profile, today: Order, lever: Lever, path: Path): Within {
  if (gaps === null) return () => true;
  const groups = gapBounds(gaps, one, lever, path);
  return (from, to) => {
    const { low, high } = gapsWithin(groups, one, path, from, to);
    return (today >= 0 && low <= -0.5) || (today <= 0 && high >= 0.5);
  };
}
