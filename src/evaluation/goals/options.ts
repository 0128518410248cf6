import { type DecimalString, decimalsOf, exactly, exactQuantity, type Quantity } from "../../ground/numeral.js";
import { type Rational, tenTo } from "../../ground/rational.js";
import { type Item, isFlatPrice } from "./item.js";
import { distance, type Move, type Moves, mostRecords, records, topOf } from "./moves.js";
import { type Cost, costOf, type Goal } from "./read-goal.js";

/** One thing that an indicator could become. */
export interface Option {
  readonly points: number;
  /** In units of the last decimal that costs have together. */
  readonly cost: bigint;
  /** An answer; `null` for the least move that earns the points. */
  readonly answer: string | boolean | null;
}

/** All that an indicator could become that may be worth it. */
export interface Options {
  readonly list: readonly Option[];
  /** Whether nothing was left out for being too fine. */
  readonly isWhole: boolean;
}

/** The decimals that write all costs out. */
export function costDecimals(items: readonly Item[], goal: Goal): number {
  return items.reduce(
    (most, item) => Math.max(most, decimalsOfCost(item, costOf(goal, item.standing.indicator.id))),
    0,
  );
}

function decimalsOfCost({ moves, standing }: Item, { change, unit, options }: Cost): number {
  const fixed = [change, ...Object.values(options)].map((price) => decimalsOf(exactly(price)));
  if (moves === null) return Math.max(...fixed);
  const old = standing.actual === null ? 0 : decimalsOf(exactQuantity(standing.actual as Quantity));
  return Math.max(...fixed, decimalsOf(exactly(unit)) + Math.max(moves.track.grid.decimals, old));
}

function scaled({ n, d }: Rational, decimals: number): bigint {
  return (n * tenTo(decimals)) / d;
}

/** What limits the options that are listed. */
export interface Scope {
  /** The points beyond which none is of use. */
  readonly useful: number;
  /** How many are looked for. */
  readonly most: number;
  readonly decimals: number;
}

/** How many options all indicators together may have. */
const MOST_OPTIONS = 120_000;

/** How many options each indicator may have: those with few all of them, the others equal parts of what is left. */
export function allowances(items: readonly Item[], goal: Goal): number[] {
  const wishes = items.map((item, at) => ({
    at,
    wish: isFlatPrice(item, goal) ? 0 : mostRecords(item.moves as Moves),
  }));
  let left = MOST_OPTIONS;
  const allowed = items.map(() => 0);
  [...wishes]
    .sort((a, b) => a.wish - b.wish)
    .forEach(({ at, wish }, index) => {
      allowed[at] = Math.min(wish, Math.floor(left / (items.length - index)));
      left -= allowed[at];
    });
  return allowed;
}

/** What an indicator could become. */
export function optionsOf(item: Item, goal: Goal, scope: Scope): Options {
  const cost = costOf(goal, item.standing.indicator.id);
  const { decimals } = scope;
  if (item.moves !== null && !isFlatPrice(item, goal)) return movedOptions(item, item.moves, cost, scope);
  const priced = (price: DecimalString): bigint => scaled(exactly(price), decimals);
  const answers = item.answers.map(({ value, points }) => ({
    points,
    cost: priced(cost.options[String(value)] ?? cost.change),
    answer: value,
  }));
  const top = item.moves === null ? -Infinity : topOf(item.moves);
  const moved = top === -Infinity ? [] : [{ points: top, cost: priced(cost.change), answer: null }];
  return { list: [...answers, ...moved], isWhole: true };
}

function movedOptions(item: Item, moves: Moves, cost: Cost, { useful, most, decimals }: Scope): Options {
  const isComparable = item.standing.status === "known" && item.stay !== null;
  const atLeast = isComparable ? item.standing.points : -Infinity;
  if (atLeast >= useful && isComparable) return { list: [], isWhole: true };
  let [stride, found] = [1n, records(moves, { atLeast, useful, most, stride: 1n })];
  const coarse = BigInt(Math.ceil(mostRecords(moves) / Math.max(most, 1)));
  for (; found.length > most; found = records(moves, { atLeast, useful, most, stride })) stride *= coarse + 1n;
  return { list: found.map((move) => pricedMove(moves, move, cost, decimals)), isWhole: stride === 1n };
}

function pricedMove(moves: Moves, { place, points }: Move, cost: Cost, decimals: number): Option {
  return { points, cost: moveCost(moves, place, cost, decimals), answer: null };
}

/** What moving a number to a grid value costs. */
export function moveCost(moves: Moves, place: bigint, { change, unit }: Cost, decimals: number): bigint {
  const [way, perUnit] = [distance(moves, place), exactly(unit)];
  return scaled(exactly(change), decimals) + scaled({ n: way.n * perUnit.n, d: way.d * perUnit.d }, decimals);
}
