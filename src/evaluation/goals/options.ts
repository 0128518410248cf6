import { decimalsOf, type DecimalString, exactly, exactQuantity, type Quantity } from "../../ground/numeral.js";
import { type Rational, tenTo } from "../../ground/rational.js";
import { isFlatPrice, type Item } from "./item.js";
import { distance, type Move, MOST_MOVES, records, topOf } from "./moves.js";
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
  return items.reduce((most, item) => Math.max(most, decimalsOfCost(item, costOf(goal, item.standing.indicator.id))), 0);
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

/** What an indicator could become; more than `useful` points are no use. */
export function optionsOf(item: Item, goal: Goal, useful: number, decimals: number): Options {
  const cost = costOf(goal, item.standing.indicator.id);
  if (item.moves !== null && !isFlatPrice(item, goal)) return movedOptions(item, cost, useful, decimals);
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

function movedOptions(item: Item, cost: Cost, useful: number, decimals: number): Options {
  const moves = item.moves as NonNullable<Item["moves"]>;
  const isComparable = item.standing.status === "known" && item.stay !== null;
  const atLeast = isComparable ? item.standing.points : -Infinity;
  if (atLeast >= useful && isComparable) return { list: [], isWhole: true };
  let [stride, found] = [1n, records(moves, atLeast, useful, 1n)];
  for (; found.length > MOST_MOVES; found = records(moves, atLeast, useful, stride)) stride *= 16n;
  return { list: found.map((move) => pricedMove(item, move, cost, decimals)), isWhole: stride === 1n };
}

function pricedMove({ moves }: Item, { place, points }: Move, { change, unit }: Cost, decimals: number): Option {
  return { points, cost: moveCost(moves as NonNullable<Item["moves"]>, place, { change, unit }, decimals), answer: null };
}

/** What moving a number to a grid value costs. */
export function moveCost(
  moves: NonNullable<Item["moves"]>,
  place: bigint,
  { change, unit }: Pick<Cost, "change" | "unit">,
  decimals: number,
): bigint {
  const [way, perUnit] = [distance(moves, place), exactly(unit)];
  return (
    scaled(exactly(change), decimals) + scaled({ n: way.n * perUnit.n, d: way.d * perUnit.d }, decimals)
  );
}
