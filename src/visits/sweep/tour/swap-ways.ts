import { between, type Days, type Exchange, joined, mayHave, partOf, stopAt } from "./days.js";

/** Clients that change the day together. */
const LONGEST_WAY = 3;

/** A part of a day that is to move. */
interface Way {
  readonly index: number;
  readonly day: Int32Array;
  readonly from: number;
  readonly to: number;
}

/**
 * Takes a way of up to three clients that begins or ends at a client to its neighbour in another day, for a way of about as many there (CROSS exchange, Taillard et al. 1997): the
 * best that helps, `undefined` where none does.
 */
export function swapWays(all: Days, client: number, near: number): Exchange | undefined {
  let best: Exchange | undefined;
  for (let count = 1; count <= LONGEST_WAY; count += 1) {
    for (const isFirst of count === 1 ? [true] : [true, false]) {
      const way = wayAt(all, client, count, isFirst);
      for (const other of way === undefined ? [] : waysBeside(all, near, count)) {
        const exchange = exchanged(all, way as Way, other, other.isBehind === isFirst);
        if (exchange !== undefined && exchange.gain > (best?.gain ?? 0)) best = exchange;
      }
    }
  }
  return best;
}

/** The way of so many clients that begins at a client, or ends there. */
function wayAt({ days, dayOf, at }: Days, client: number, count: number, isFirst: boolean): Way | undefined {
  const [index, position] = [dayOf[client] as number, at[client] as number];
  const day = days[index] as Int32Array;
  const from = isFirst ? position : position - count + 1;
  return from < 0 || from + count > day.length ? undefined : { index, day, from, to: from + count };
}

/** Ways right behind a client and right before it, empty ones too, of one client more or less than some. */
function waysBeside(
  { days, dayOf, at }: Days,
  near: number,
  count: number,
): readonly (Way & { readonly isBehind: boolean })[] {
  const [index, position] = [dayOf[near] as number, at[near] as number];
  const day = days[index] as Int32Array;
  return [count - 1, count, count + 1].flatMap((length) => [
    ...(position + 1 + length > day.length
      ? []
      : [{ index, day, from: position + 1, to: position + 1 + length, isBehind: true }]),
    ...(position - length < 0 ? [] : [{ index, day, from: position - length, to: position, isBehind: false }]),
  ]);
}

/** Two ways exchanged, the first turned around unless it keeps its direction, the second however it is shorter. */
function exchanged(all: Days, one: Way, other: Way, keeps: boolean): Exchange | undefined {
  const [ours, theirs] = [one.to - one.from, other.to - other.from];
  if (!mayHave(all, one.day.length - ours + theirs) || !mayHave(all, other.day.length - theirs + ours))
    return undefined;
  const removed = legsOf(all, one, one, true) + legsOf(all, other, other, true);
  const [forth, back] = [legsOf(all, one, other, true), legsOf(all, one, other, false)];
  const gain = removed - legsOf(all, other, one, keeps) - Math.min(forth, back);
  if (gain <= 0) return undefined;
  const changed = [
    [one.index, withWay(one, other, forth <= back)],
    [other.index, withWay(other, one, keeps)],
  ] as const;
  return { gain, changed, touched: [...endsOf(all, one), ...endsOf(all, other)] };
}

/** The legs at both ends of a way's place if another way stands there. */
function legsOf(all: Days, place: Way, way: Way, keeps: boolean): number {
  const [before, behind] = [stopAt(all, place.day, place.from - 1), stopAt(all, place.day, place.to)];
  if (way.from === way.to) return between(all, before, behind);
  const [first, last] = [way.day[way.from] as number, way.day[way.to - 1] as number];
  const [head, tail] = keeps ? [first, last] : [last, first];
  return between(all, before, head) + between(all, tail, behind);
}

function withWay(place: Way, way: Way, keeps: boolean): Int32Array {
  const { day, from, to } = place;
  return joined(partOf(day, 0, from), partOf(way.day, way.from, way.to, !keeps), partOf(day, to, day.length));
}

function endsOf(all: Days, { day, from, to }: Way): readonly number[] {
  return [from - 1, from, to - 1, to].map((position) => stopAt(all, day, position));
}
