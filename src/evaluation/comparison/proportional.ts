import { roundHalfAway } from "../../ground/rational.js";
import {
  type Cell,
  countBits,
  factorials,
  type Game,
  heldSum,
  PART_BITS,
  type Parts,
  type Setting,
  type Sums,
  sideSums,
  WORK_BITS,
} from "./game.js";

/** The closed form: each cause's part, and for each of the scorecard's causes how it spreads over the indicators. */
export interface Proportional extends Parts {
  readonly spread: readonly (readonly bigint[])[];
  /** What belongs to no indicator: the total's change and that of the groups' caps. */
  readonly rest: bigint;
}

/** What a point and a unit of weight are worth on the way from one side to the other. */
interface Prices {
  /** By group, then of those without one: numerators over 4 · 2^(2 · WORK_BITS). */
  readonly points: readonly bigint[];
  readonly weight: bigint;
  readonly rest: bigint;
}

/** All numerators are over this. */
const PRICE_BITS = 386n;
const ONE = 0x1_0000000000000000_0000000000000000_0000000000000000n;

/**
 * Splits the change in closed form, in time that grows with the indicators alone. With E the points, W the weight that counts, T the total
 * and k = T ÷ W, the change of E × k is ΔE × mean k + ΔT × mean (1 ÷ W) × mean E − ΔW × mean T ÷ (W₀ × W₁) × mean E, and each of
 * ΔE and ΔW is a sum over indicators. In a group that is held to its cap on some stretch of the straight way, points count by the portion of the
 * way below it (Aumann & Shapley 1974: a cost share by the path). Where an indicator's own causes mix, its values are shared by their
 * Shapley value. Both sides must have a score.
 */
export function proportional(game: Game): Proportional {
  const prices = pricesOf(game);
  const rows = game.items.map(({ cells, isChanged }) =>
    shareCells(
      cells.map((cell) => worth(cell, prices)),
      isChanged,
    ),
  );
  const spread = Array.from({ length: game.cards }, (_, card) => rows.map((shares) => shares[card + 1] as bigint));
  const rest = roundHalfAway(prices.rest, 1n << (PRICE_BITS - PART_BITS));
  return {
    items: rows.map(([fact]) => fact as bigint),
    cards: spread.map((shares, card) => shares.reduce((sum, share) => sum + share, card === game.mover ? rest : 0n)),
    spread,
    rest,
  };
}

function worth({ place, points, weight }: Cell, prices: Prices): bigint {
  return points * (prices.points.at(place) as bigint) - weight * prices.weight;
}

function pricesOf(game: Game): Prices {
  const [sums0, sums1] = [sideSums(game, false), sideSums(game, true)];
  const [setting0, setting1] = [game.settings[0], game.settings.at(-1)] as [Setting, Setting];
  const [w0, w1] = [sums0.weight, sums1.weight];
  const twiceFactor = (setting0.total << WORK_BITS) / w0 + (setting1.total << WORK_BITS) / w1;
  const twiceEarned = heldSum(sums0, setting0) + heldSum(sums1, setting1);
  const product = w0 * w1;
  const portions = setting0.caps.map((_, place) => portion(sums0, sums1, setting0, setting1, place));
  const capMoves = portions.reduce((sum, { below, capMove }) => sum + capMove * (ONE - below), 0n);
  const totalMove = (((setting1.total - setting0.total) * twiceEarned * (w0 + w1)) << WORK_BITS) / product;
  return {
    points: [...portions.map(({ below }) => 2n * below * twiceFactor), 2n * ONE * twiceFactor],
    weight: ((((setting0.total + setting1.total) * twiceEarned) << WORK_BITS) / product) << WORK_BITS,
    rest: 2n * capMoves * twiceFactor + (totalMove << WORK_BITS),
  };
}

/** The portion of the straight way on which a group lies below its cap (both may move), and how far the cap moves. */
function portion(sums0: Sums, sums1: Sums, setting0: Setting, setting1: Setting, place: number) {
  const [s0, s1] = [sums0.groups[place], sums1.groups[place]] as [bigint, bigint];
  const [cap0, cap1] = [setting0.caps[place], setting1.caps[place]] as [bigint | null, bigint | null];
  const top = [s0, s1, cap0 ?? s0, cap1 ?? s1].reduce((most, value) => (value > most ? value : most));
  const [c0, c1] = [cap0 ?? top, cap1 ?? top];
  return { below: portionBelow(s0 - c0, s1 - c1), capMove: c1 - c0 };
}

function portionBelow(u0: bigint, u1: bigint): bigint {
  if (u0 <= 0n && u1 <= 0n) return ONE;
  if (u0 >= 0n && u1 >= 0n) return 0n;
  const [low, high] = u0 < u1 ? [u0, u1] : [u1, u0];
  return (-low * ONE) / (high - low);
}

/** The Shapley value among the causes that touch one indicator: its fact, then the scorecard's. */
function shareCells(values: readonly bigint[], isChanged: boolean): bigint[] {
  const bits = countBits(values.length - 1);
  const first = isChanged ? 0 : 1;
  const count = bits - first;
  const fact = factorials(Math.max(count, 1));
  const shares = Array.from({ length: bits }, () => 0n);
  for (let mask = 0; mask < values.length; mask += 1 + first) {
    const size = countBits(mask);
    for (let bit = first; bit < bits; bit += 1) {
      if (Math.floor(mask / (1 << bit)) % 2 === 1) continue;
      const step = (values[mask + (1 << bit)] as bigint) - (values[mask] as bigint);
      shares[bit] = (shares[bit] as bigint) + (fact[size] as bigint) * (fact[count - 1 - size] as bigint) * step;
    }
  }
  return shares.map((share) => roundHalfAway(share, (fact[count] as bigint) << (PRICE_BITS - PART_BITS)));
}
