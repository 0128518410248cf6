import { between, type Days, type Exchange, joined, mayHave, partOf, stopAt } from "./days.js";

/**
 * Cuts two days, one beside a client and the other beside its neighbour, and joins the halves so that the two stand next to each other (2-opt*, Potvin & Rousseau 1995); `undefined`
 * where that doesn't help or a day would get too many.
 */
export function swapTails(all: Days, client: number, near: number): Exchange | undefined {
  let best: Exchange | undefined;
  for (const keeps of [true, false]) {
    for (const meets of [true, false]) {
      const exchange = joinHalves(all, client, near, keeps, meets);
      if (exchange !== undefined && exchange.gain > (best?.gain ?? 0)) best = exchange;
    }
  }
  return best;
}

interface Cut {
  readonly index: number;
  readonly day: Int32Array;
  /** How many clients stand before the cut. */
  readonly before: number;
  /** The client beside the cut, and who stood on its other side. */
  readonly inner: number;
  readonly outer: number;
}

/** A cut behind a client, or before it. */
function cutAt(all: Days, client: number, isBehind: boolean): Cut {
  const [index, position] = [all.dayOf[client] as number, all.at[client] as number];
  const day = all.days[index] as Int32Array;
  const outer = stopAt(all, day, position + (isBehind ? 1 : -1));
  return { index, day, before: isBehind ? position + 1 : position, inner: client, outer };
}

/** The client's half with the neighbour's, and what is left of both days. */
function joinHalves(
  all: Days,
  client: number,
  near: number,
  isBehind: boolean,
  isBehindNear: boolean,
): Exchange | undefined {
  const [one, other] = [cutAt(all, client, isBehind), cutAt(all, near, isBehindNear)];
  const [ours, theirs] = [halfLength(one, isBehind), halfLength(other, isBehindNear)];
  const rest = one.day.length + other.day.length - ours - theirs;
  if (!mayHave(all, ours + theirs) || !mayHave(all, rest)) return undefined;
  const removed = between(all, one.inner, one.outer) + between(all, other.inner, other.outer);
  const gain = removed - between(all, one.inner, other.inner) - between(all, one.outer, other.outer);
  if (gain <= 0) return undefined;
  // Halves with the client first, or the one beyond the cut.
  const turned = (cut: Cut, isFront: boolean): Int32Array =>
    isFront ? partOf(cut.day, 0, cut.before, true) : partOf(cut.day, cut.before, cut.day.length);
  const changed = [
    [one.index, joined(turned(one, isBehind).reverse(), turned(other, isBehindNear))],
    [other.index, joined(turned(one, !isBehind).reverse(), turned(other, !isBehindNear))],
  ] as const;
  return { gain, changed, touched: [one.inner, one.outer, other.inner, other.outer] };
}

function halfLength({ before, day }: Cut, isFront: boolean): number {
  return isFront ? before : day.length - before;
}
