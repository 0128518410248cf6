import { roundHalfAway } from "../../ground/rational.js";
import { addCoalition, type Split, type Totals } from "./coalition.js";
import {
  addCell,
  type Cell,
  factorials,
  type Game,
  newSums,
  PART_BITS,
  type Parts,
  type Sums,
  WORK_BITS,
} from "./game.js";
import { interacts, openGroups, pairOf } from "./interaction.js";

/** The most causes whose coalitions are enumerated. */
const MOST_PLAYERS = 10;

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

/** What is the same in all mixtures with these of the scorecard's causes; `null` where it allows no score. */
function fixedSums({ game, players, early }: Split, flags: number): Sums | null {
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
