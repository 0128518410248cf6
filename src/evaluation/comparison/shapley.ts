import { roundHalfAway } from "../../ground/rational.js";
import {
  addCell,
  type Cell,
  countBits,
  factorials,
  type Game,
  heldSum,
  type Item,
  newSums,
  PART_BITS,
  type Parts,
  type Setting,
  WORK_BITS,
} from "./game.js";

/** The most causes whose coalitions are enumerated. */
const MOST_PLAYERS = 10;

/** A game prepared for enumeration. */
interface Split {
  readonly game: Game;
  /** The places of the items whose facts interact with other causes. */
  readonly players: readonly number[];
  /** Of the items whose facts don't: what they add to the points of a mixture while all are early, and by being late, for each set of the scorecard's causes. */
  readonly early: readonly bigint[];
  readonly late: readonly bigint[];
  readonly factorials: readonly bigint[];
}

/** Sums over coalitions, to be divided by (m + 1)! in the end. */
interface Totals {
  readonly players: bigint[];
  /** For each set of the scorecard's causes: the factor total ÷ weight that a fact which doesn't interact can expect. */
  readonly factors: bigint[];
}

/**
 * The Shapley value of the unrounded score over all causes: each cause's mean contribution over all orders in which the causes may
 * come (Shapley 1953, A Value for n-Person Games). Only causes that interact are enumerated; a fact that changes neither the weight
 * that counts nor the points of a group that may be held to its cap adds to the points alone, so the mean of what it meets has a closed
 * form: given s of m causes before another, each such fact has come with probability (s + 1) ÷ (m + 1). `null` where too many
 * causes interact, or some mixture has no score.
 */
export function shapley(game: Game): Parts | null {
  const isOpen = openGroups(game);
  const players = game.items.flatMap((item, index) => (interacts(item, isOpen) ? [index] : []));
  const count = game.cards + players.length;
  if (count > MOST_PLAYERS) return null;
  const split = { game, players, factorials: factorials(count + 1), ...additive(game, players) };
  const totals = enumerate(split, count);
  return totals && partsOf(split, totals, count);
}

/** For each group whether no mixture can reach its cap. */
function openGroups({ items, settings }: Game): boolean[] {
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

function pairOf(cells: readonly Cell[], flags: number): [early: Cell, late: Cell] {
  return [cells[flags * 2] as Cell, cells[flags * 2 + 1] as Cell];
}

function interacts({ isChanged, cells }: Item, isOpen: readonly boolean[]): boolean {
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

function additive({ items, settings }: Game, players: readonly number[]): Pick<Split, "early" | "late"> {
  const early = settings.map(() => 0n);
  const late = settings.map(() => 0n);
  const isPlayer = new Set(players);
  items.forEach(({ isChanged, cells }, index) => {
    if (!isChanged || isPlayer.has(index)) return;
    for (let flags = 0; flags < settings.length; flags += 1) {
      const [a, b] = pairOf(cells, flags);
      early[flags] = (early[flags] as bigint) + a.points;
      late[flags] = (late[flags] as bigint) + b.points - a.points;
    }
  });
  return { early, late };
}

function enumerate(split: Split, count: number): Totals | null {
  const { game, players } = split;
  const totals: Totals = { players: Array.from({ length: count }, () => 0n), factors: game.settings.map(() => 0n) };
  for (let flags = 0; flags < game.settings.length; flags += 1) {
    const fixed = fixedSums(split, flags);
    if (fixed === null) return null;
    for (let mask = 0; mask < 1 << players.length; mask += 1) {
      if (!addCoalition(split, totals, fixed, flags, mask)) return null;
    }
  }
  return totals;
}

type Fixed = ReturnType<typeof newSums>;

/** What is the same in all mixtures with these of the scorecard's causes; `null` where it allows no score. */
function fixedSums({ game, players, early }: Split, flags: number): Fixed | null {
  const sums = newSums(game);
  const isPlayer = new Set(players);
  for (const [index, { isChanged, cells }] of game.items.entries()) {
    if (isPlayer.has(index)) continue;
    const [cell] = pairOf(cells, flags);
    if (cell.isRefused) return null;
    if (isChanged) sums.weight += cell.weight;
    else addCell(sums, cell);
  }
  sums.free += early[flags] as bigint;
  return sums;
}

function addCoalition(split: Split, totals: Totals, fixed: Fixed, flags: number, mask: number): boolean {
  const { game, players, late, factorials: fact } = split;
  const setting = game.settings[flags] as Setting;
  const sums = { groups: [...fixed.groups], free: fixed.free, weight: fixed.weight };
  for (const [bit, index] of players.entries()) {
    const cell = pairOf((game.items[index] as Item).cells, flags)[has(mask, bit) ? 1 : 0];
    if (cell.isRefused) return false;
    addCell(sums, cell);
  }
  if (sums.weight <= 0n) return false;
  const factor = (setting.total << WORK_BITS) / sums.weight;
  const all = totals.players.length;
  const size = countBits(flags) + countBits(mask);
  const [fewer, more] = [fact[size] as bigint, fact[all - size] as bigint];
  totals.factors[flags] = (totals.factors[flags] as bigint) + fewer * more * factor;
  const whole = BigInt(all + 1) * factor * heldSum(sums, setting);
  const step = factor * (late[flags] as bigint);
  const came = size === 0 ? 0n : (fact[size - 1] as bigint) * more * (whole + BigInt(size) * step);
  const comes = size === all ? 0n : fewer * (fact[all - 1 - size] as bigint) * (whole + BigInt(size + 1) * step);
  for (let player = 0; player < all; player += 1) {
    const isIn = player < game.cards ? has(flags, player) : has(mask, player - game.cards);
    totals.players[player] = (totals.players[player] as bigint) + (isIn ? came : -comes);
  }
  return true;
}

function has(mask: number, bit: number): boolean {
  return Math.floor(mask / (1 << bit)) % 2 === 1;
}

function partsOf({ game, players, factorials: fact }: Split, totals: Totals, count: number): Parts {
  const divisor = (fact[count + 1] as bigint) << (WORK_BITS - PART_BITS);
  const share = (value: bigint): bigint => roundHalfAway(value, divisor);
  const items = game.items.map(({ isChanged, cells }, index) => {
    const player = players.indexOf(index);
    if (player >= 0) return share(totals.players[game.cards + player] as bigint);
    return isChanged ? share(expected(cells, totals.factors)) : 0n;
  });
  return { items, cards: totals.players.slice(0, game.cards).map(share) };
}

/** What a fact that doesn't interact adds, by the factors that it can expect. */
function expected(cells: readonly Cell[], factors: readonly bigint[]): bigint {
  return factors.reduce((sum, factor, flags) => {
    const [early, late] = pairOf(cells, flags);
    return sum + (late.points - early.points) * factor;
  }, 0n);
}
