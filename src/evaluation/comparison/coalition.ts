import { addCell, countBits, type Game, heldSum, type Item, type Setting, type Sums, WORK_BITS } from "./game.js";
import { pairOf } from "./interaction.js";

/** A game prepared for enumeration. */
export interface Split {
  readonly game: Game;
  /** The places of the items whose facts interact with other causes. */
  readonly players: readonly number[];
  /** Of the items whose facts don't: what they add to the points of a mixture while all are early, and by being late, for each set of the scorecard's causes. */
  readonly early: readonly bigint[];
  readonly late: readonly bigint[];
  readonly factorials: readonly bigint[];
}

/** Sums over coalitions, to be divided by (m + 1)! in the end. */
export interface Totals {
  readonly players: bigint[];
  /** For each set of the scorecard's causes: the factor total ÷ weight that a fact which doesn't interact can expect. */
  readonly factors: bigint[];
}

/** Adds what a coalition earns to the totals of all players; `false` where it has no score. */
export function addCoalition(split: Split, totals: Totals, fixed: Sums, flags: number, mask: number): boolean {
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
