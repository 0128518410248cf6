import { printDecimal } from "../../ground/numeral.js";
import { rational, tenTo } from "../../ground/rational.js";
import type { FactValue } from "../definition/scorecard.js";
import { ticksToNumber } from "../exact/ticks.js";
import { gradeName } from "../grade.js";
import { limitedBy, outcomeOf, type Standing, standingWith } from "../standing.js";
import type { Context, Search } from "./context.js";
import type { GoalChange, GoalPlan } from "./goals.js";
import { gridText } from "./grid.js";
import { type Count, countOf, type Item } from "./item.js";
import { leastMove, type Move } from "./moves.js";
import { moveCost, type Option } from "./options.js";
import { costOf } from "./read-goal.js";
import { lackingPoints } from "./target.js";

/** A change that was decided on. */
interface Decided {
  readonly value: FactValue;
  readonly points: number;
  readonly cost: bigint;
}

/** The plan of a solution: each change cut down to the least that suffices, the last of the definition first. */
export function planOf(context: Context, search: Search, picked: ReadonlyMap<number, number>): GoalPlan {
  const { items, options, decimals } = search;
  const chosen = items.map((_, at) => options[at]?.[picked.get(at) ?? -1] ?? null);
  const counts = items.map((item, at): Count => countOfChoice(item, chosen[at] ?? null));
  const weight = counts.reduce((sum, count) => sum + count.weight, 0);
  const decided = new Map<number, Decided>();
  for (const at of [...picked.keys()].sort((a, b) => b - a)) {
    const needed = lackingPoints(context.resolved, items, counts, search.target, weight, at);
    const cut = cutDown(context, search, at, chosen[at] as Option, needed);
    decided.set(at, cut);
    counts[at] = { points: cut.points, weight: (counts[at] as Count).weight };
  }
  return written(context, decided, decimals);
}

function countOfChoice({ stay, standing }: Item, option: Option | null): Count {
  return option === null ? (stay as Count) : { points: option.points, weight: standing.indicator.full };
}

function cutDown({ goal }: Context, search: Search, at: number, option: Option, needed: number): Decided {
  const { moves } = search.items[at] as Item;
  if (moves !== null) {
    const { place, points } = leastMove(moves, needed) as Move;
    const cost = moveCost(moves, place, costOf(goal, moves.track.indicator.id), search.decimals);
    return { value: gridText(moves.track.grid, place), points, cost };
  }
  const rivals = (search.options[at] as readonly Option[]).filter(
    ({ points, cost }) => cost === option.cost && points >= needed,
  );
  const least = rivals.reduce((best, rival) => (rival.points < best.points ? rival : best), option);
  const { answer, points, cost } = least;
  return { value: answer as FactValue, points, cost };
}

function written(context: Context, decided: ReadonlyMap<number, Decided>, decimals: number): GoalPlan {
  const { resolved, standings } = context;
  const after = standings.map((standing, at) => {
    const change = decided.get(at);
    return change === undefined ? standing : standingWith(standing.indicator, change.value);
  });
  const outcome = outcomeOf(resolved, after, limitedBy(resolved, after));
  const changes = standings.flatMap((standing, at) => {
    const change = decided.get(at);
    return change === undefined ? [] : [changeOf(context, standing, change, decimals)];
  });
  const cost = [...decided.values()].reduce((sum, change) => sum + change.cost, 0n);
  return {
    changes,
    count: changes.length,
    cost: printCost(cost, decimals),
    score: ticksToNumber(outcome.ticks as number, resolved.unit),
    grade: gradeName(resolved, outcome.grade) as string,
  };
}

function changeOf(
  { resolved }: Context,
  standing: Standing,
  { value, points, cost }: Decided,
  decimals: number,
): GoalChange {
  const before = countOf(standing, resolved.groups.length);
  const { indicator, actual } = standing;
  return {
    indicator: indicator.id,
    from: actual,
    to: value,
    pointsBefore: before === null || before.weight === 0 ? null : ticksToNumber(before.points, resolved.unit),
    pointsAfter: ticksToNumber(points, resolved.unit),
    cost: printCost(cost, decimals),
  };
}

function printCost(cost: bigint, decimals: number): string {
  return printDecimal(rational(cost, tenTo(decimals)));
}
