import type { Rational } from "../../ground/rational.js";
import { bisect, pointsAt, type Stretch, type Track } from "./stretch.js";

/** A grid value that an indicator could be brought to. */
export interface Move {
  readonly place: bigint;
  readonly points: number;
}

/** The ways in which a number can move. */
export interface Moves {
  readonly track: Track;
  /** In rising order, without the value as it is. */
  readonly stretches: readonly Stretch[];
  /** The value as it is, also a stale one. */
  readonly old: Rational | null;
}

/** The most points within reach; −Infinity for none. */
export function topOf({ stretches }: Moves): number {
  return Math.max(-Infinity, ...stretches.map(({ atLo, atHi }) => Math.max(atLo, atHi)));
}

/** The points of the nearest value on each side. */
export function nearest({ track, stretches, old }: Moves): number[] {
  const above = stretches.find(({ lo }) => isAbove(track, lo, old));
  const below = stretches.findLast(({ lo }) => !isAbove(track, lo, old));
  return [...(below === undefined ? [] : [below.atHi]), ...(above === undefined ? [] : [above.atLo])];
}

function isAbove({ grid }: Track, place: bigint, old: Rational | null): boolean {
  return old === null || place * grid.step.n * old.d >= old.n * grid.step.d;
}

/** How far a grid value lies from the value as it is, as a fraction. */
export function distance({ track, old }: Moves, place: bigint): Rational {
  const { n, d } = track.grid.step;
  if (old === null) return { n: 0n, d: 1n };
  const difference = place * n * old.d - old.n * d;
  return { n: difference < 0n ? -difference : difference, d: d * old.d };
}

/**
 * The least change that earns so many points: the nearest value, of two as near the one with more points, then the lower. Where no
 * value is known, the one with the fewest points that suffice.
 */
export function leastMove(moves: Moves, needed: number): Move | null {
  const candidates = moves.stretches.flatMap((stretch) => candidateIn(moves, stretch, needed));
  const isBetter = moves.old === null ? hasFewerPoints : (a: Move, b: Move) => isNearer(moves, a, b);
  return candidates.reduce<Move | null>((best, move) => (best === null || isBetter(move, best) ? move : best), null);
}

function hasFewerPoints(a: Move, b: Move): boolean {
  return a.points < b.points;
}

function isNearer(moves: Moves, a: Move, b: Move): boolean {
  const [near, far] = [distance(moves, a.place).n, distance(moves, b.place).n];
  return near === far ? a.points > b.points : near < far;
}

function candidateIn(moves: Moves, stretch: Stretch, needed: number): Move[] {
  const { lo, hi, atLo, atHi } = stretch;
  const suffices = (place: bigint): boolean => pointsAt(moves.track, place) >= needed;
  if (atLo < needed && atHi < needed) return [];
  const from = atLo >= needed ? lo : bisect(hi, lo, suffices);
  const to = atHi >= needed ? hi : bisect(lo, hi, suffices);
  const place = isLowerBetter(moves, stretch, needed) ? from : to;
  return [{ place, points: pointsAt(moves.track, place) }];
}

/** Whether the lower one of two values that suffice is the less change. */
function isLowerBetter({ track, old }: Moves, stretch: Stretch, needed: number): boolean {
  const { lo, atLo, atHi, isOpenBelow, isOpenAbove } = stretch;
  if (old !== null) return isAbove(track, lo, old);
  const isFree = atLo >= needed && atHi >= needed && isOpenBelow !== isOpenAbove;
  return isFree ? isOpenAbove : atLo <= atHi;
}

/** At least as many as there are records. */
export function mostRecords({ stretches }: Moves): number {
  return stretches.reduce(
    (sum, { lo, hi, atLo, atHi }) => sum + Math.min(Number(hi - lo), Math.abs(atHi - atLo)) + 1,
    0,
  );
}

/** Which values count as records. */
export interface Bar {
  /** The points to beat. */
  readonly atLeast: number;
  /** The points beyond which none is of use. */
  readonly useful: number;
  /** Grid values from one record to the next, at least. */
  readonly stride: bigint;
  /** How many are looked for, each way. */
  readonly most: number;
}

/** Each value, on the way from the value as it is, that earns more than all nearer ones. */
export function records(moves: Moves, bar: Bar): Move[] {
  const { track, stretches, old } = moves;
  const up = stretches.filter(({ lo }) => isAbove(track, lo, old));
  const down = stretches.filter(({ lo }) => !isAbove(track, lo, old)).reverse();
  const mirrored = down.map(({ lo, hi, atLo, atHi }) => ({ near: hi, far: lo, atNear: atHi, atFar: atLo }));
  const straight = up.map(({ lo, hi, atLo, atHi }) => ({ near: lo, far: hi, atNear: atLo, atFar: atHi }));
  return [straight, mirrored].flatMap((way) => recordsOn(track, way, bar));
}

interface Leg {
  readonly near: bigint;
  readonly far: bigint;
  readonly atNear: number;
  readonly atFar: number;
}

function recordsOn(track: Track, legs: readonly Leg[], { atLeast, useful, stride, most }: Bar): Move[] {
  const found: Move[] = [];
  let best = atLeast;
  for (const { near, far, atNear, atFar } of legs) {
    let move: Move | null = atNear > best ? { place: near, points: atNear } : null;
    move ??= atFar > best ? nextRecord(track, near, far, best) : null;
    while (move !== null) {
      found.push(move);
      best = move.points;
      if (best >= useful || found.length > most) return found;
      move = atFar > best ? nextRecord(track, stepTo(move.place, far, stride), far, best) : null;
    }
  }
  return found;
}

/** One step short of `stride` further. */
function stepTo(place: bigint, far: bigint, stride: bigint): bigint {
  const room = far > place ? far - place : place - far;
  const taken = (stride < room ? stride : room) - 1n;
  return far > place ? place + taken : place - taken;
}

/** The nearest value beyond `from`, on the way to `far`, that earns more than `best`; `far` does. */
function nextRecord(track: Track, from: bigint, far: bigint, best: number): Move {
  const direction = far > from ? 1n : -1n;
  let [short, length] = [from, 1n];
  for (;;) {
    const next = short + length * direction;
    if (direction > 0n ? next >= far : next <= far) return between(track, short, far, best);
    const points = pointsAt(track, next);
    if (points > best && length === 1n) return { place: next, points };
    if (points > best) return between(track, short, next, best);
    [short, length] = [next, length * 2n];
  }
}

function between(track: Track, short: bigint, enough: bigint, best: number): Move {
  const place = bisect(enough, short, (at) => pointsAt(track, at) > best);
  return { place, points: pointsAt(track, place) };
}
