import { MOST_TICKS, ticksToNumber } from "../exact/ticks.js";
import { gradeName, holds } from "../grade.js";
import type { ResolvedLimit } from "../resolved/limit.js";
import { type Context, caseFor, isReachable } from "./context.js";
import type { GoalObstacle, UnreachableGoals } from "./goals.js";
import { gridText } from "./grid.js";
import { type Answer, type Item, isBlocked } from "./item.js";
import { leastMove, type Move, topOf } from "./moves.js";
import type { Rules } from "./search/label.js";
import { targetOf, ticksOf } from "./target.js";

type Budget = Rules["budget"];

/** How many pairs of labels it may take to find out. */
const MOST_PAIRS = 1_500_000;

/** Why the grade at a place can't be reached. */
export function unreachable(context: Context, place: number, proven: boolean): UnreachableGoals {
  const { resolved } = context;
  const { items } = caseFor(context, place);
  const free = caseFor(context, resolved.grades.length - 1).items;
  const budget = { left: MOST_PAIRS };
  const highest = highestTicks(context, free, budget);
  const best = highest === null ? null : bestGrade(context, place, budget);
  const obstacles = [...blocks(items, free), ...shortfall(context, items, free, place, budget)];
  return {
    v: 1,
    reachable: false,
    wanted: gradeName(resolved, place) as string,
    bestScore: highest === null ? null : ticksToNumber(highest, resolved.unit),
    bestGrade: best,
    obstacles,
    proven: proven && budget.left >= 0,
  };
}

/** The highest score that items can reach, in ticks; `null` for none. */
function highestTicks(context: Context, items: readonly Item[], budget: Budget): number | null {
  if (items.some(isBlocked)) return null;
  const reaches = (ticks: bigint | null): boolean =>
    isReachable(context, { items, target: targetOf(context.resolved, ticks) }, budget);
  if (!reaches(null)) return null;
  let [good, bad] = [-MOST_TICKS, MOST_TICKS + 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (reaches(BigInt(middle))) good = middle;
    else bad = middle;
  }
  return good;
}

/** The best grade below the one wanted; the worst one takes any score. */
function bestGrade(context: Context, wanted: number, budget: Budget): string | null {
  const { resolved } = context;
  const worst = resolved.grades.length - 1;
  for (let place = wanted + 1; place < worst; place += 1) {
    const other = caseFor(context, place);
    if (!other.items.some(isBlocked) && isReachable(context, other, budget)) return gradeName(resolved, place);
  }
  return gradeName(resolved, worst);
}

function limitObstacle(code: "limit" | "limit-at-best", { index, when, grade }: ResolvedLimit): GoalObstacle {
  return { code, indicator: when.indicator, index, when, grade };
}

/** What keeps indicators where they may not stay. */
function blocks(items: readonly Item[], free: readonly Item[]): GoalObstacle[] {
  return items.flatMap((item, at): GoalObstacle[] => {
    if (!isBlocked(item)) return [];
    const isRefused = isBlocked(free[at] as Item);
    const limits = item.bites.length > 0 || isRefused ? item.bites : item.bars;
    const { id } = item.standing.indicator;
    const refused: GoalObstacle[] = isRefused ? [{ code: "unknown-refused", indicator: id }] : [];
    return [...limits.map((limit) => limitObstacle("limit", limit)), ...refused];
  });
}

/** What keeps the score low. */
function shortfall(
  context: Context,
  items: readonly Item[],
  free: readonly Item[],
  place: number,
  budget: Budget,
): GoalObstacle[] {
  const { resolved } = context;
  const held = items.map((item, at) => (isBlocked(item) ? (free[at] as Item) : item));
  if (held.some(isBlocked)) return [];
  const highest = highestTicks(context, held, budget);
  if (highest === null) return [{ code: "nothing-counts" }];
  const needed = ticksOf(resolved, place);
  if (needed === null || BigInt(highest) >= needed) return [];
  const { unit } = resolved;
  const low: GoalObstacle = {
    code: "score-too-low",
    highest: ticksToNumber(highest, unit),
    needed: ticksToNumber(Number(needed), unit),
  };
  const isHeldDown = isReachable(context, { items: free, target: targetOf(resolved, needed) }, budget);
  return isHeldDown ? [low, ...atBest(held, free)] : [low];
}

/** The limits that the best values trip. */
function atBest(items: readonly Item[], free: readonly Item[]): GoalObstacle[] {
  return items.flatMap((item, at) => {
    const value = bestValue(free[at] as Item);
    const tripped = value === null ? [] : item.bars.filter((limit) => holds(limit, value));
    return tripped.map((limit) => limitObstacle("limit-at-best", limit));
  });
}

function bestValue({ moves, answers, stay, standing }: Item): string | boolean | null {
  const top = moves === null ? Math.max(-Infinity, ...answers.map(({ points }) => points)) : topOf(moves);
  if (top === -Infinity || (stay !== null && standing.status === "known" && stay.points >= top)) return null;
  if (moves !== null) return gridText(moves.track.grid, (leastMove(moves, top) as Move).place);
  return (answers.find(({ points }) => points === top) as Answer).value;
}
