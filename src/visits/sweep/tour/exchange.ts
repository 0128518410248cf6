import type { Matrix } from "../matrix.js";
import { type Days, daysOf, type Exchange, putDay } from "./days.js";
import { improveTour } from "./improve.js";
import { type Neighbours, neighboursOf } from "./neighbours.js";
import type { DaySizes } from "./split.js";
import { swapTails } from "./swap-tails.js";
import { swapWays } from "./swap-ways.js";

/** Exchanges per client, so that the work is bounded; a few are made. */
const MOST_EXCHANGES = 20;
/** Rounds of exchanges between days and moves within them; some five are made. */
const MOST_ROUNDS = 20;

/**
 * Shortens days, each from the start and back, in turns: within each by 2-opt and Or-opt moves, between them by exchanges of neighbours, until neither helps. Sizes of days stay
 * within one of each other. It never gets longer, and depends on the days alone.
 */
export function improveDays(days: readonly Int32Array[], sizes: DaySizes, matrix: Matrix): Int32Array[] {
  const all = daysOf(
    days.map((day) => improveDay(day, matrix)),
    sizes,
    matrix,
  );
  if (days.length < 2) return all.days;
  const neighbours = neighboursOf(
    Int32Array.from({ length: matrix.size - 1 }, (_, client) => client),
    matrix,
  );
  for (let round = 0; round < MOST_ROUNDS && exchangeAll(all, neighbours); round += 1) {
    for (const [index, day] of all.days.entries()) putDay(all, index, improveDay(day, matrix));
  }
  return all.days;
}

/** Shortens a day's round trip. */
function improveDay(day: Int32Array, matrix: Matrix): Int32Array {
  const start = matrix.size - 1;
  const tour = improveTour(Int32Array.from([start, ...day]), matrix);
  const at = tour.indexOf(start);
  return Int32Array.from(day, (_, index) => tour[(at + 1 + index) % tour.length] as number);
}

/** Makes exchanges until none helps; whether one was made. */
function exchangeAll(all: Days, neighbours: Neighbours): boolean {
  const clients = all.dayOf.length;
  const queue = Array.from(all.dayOf.keys());
  const isQueued = new Uint8Array(clients + 1).fill(1);
  let made = 0;
  for (let next = 0; next < queue.length && made < MOST_EXCHANGES * clients; next += 1) {
    const client = queue[next] as number;
    isQueued[client] = 0;
    const exchange = bestAt(all, neighbours, client);
    if (exchange === undefined) continue;
    made += 1;
    for (const [index, day] of exchange.changed) putDay(all, index, day);
    for (const one of exchange.touched) {
      if (isQueued[one] === 0) queue.push(one);
      isQueued[one] = 1;
    }
  }
  return made > 0;
}

/** The exchange that helps most of those that bring a client next to a neighbour of another day. */
function bestAt(all: Days, { each, list }: Neighbours, client: number): Exchange | undefined {
  let best: Exchange | undefined;
  for (let rank = 0; rank < each; rank += 1) {
    const near = list[client * each + rank] as number;
    if (all.dayOf[near] === all.dayOf[client]) continue;
    for (const exchange of [swapWays(all, client, near), swapTails(all, client, near)]) {
      if (exchange !== undefined && exchange.gain > (best?.gain ?? 0)) best = exchange;
    }
  }
  return best;
}
