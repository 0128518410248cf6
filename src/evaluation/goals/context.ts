import type { Scorecard } from "../definition/scorecard.js";
import type { Resolved } from "../resolved/resolve.js";
import type { Standing } from "../standing.js";
import { floorOf, type Item, itemsOf } from "./item.js";
import { topOf } from "./moves.js";
import { allowances, costDecimals, type Option, optionsOf } from "./options.js";
import { costFirst, feeOf, problemOf } from "./problem.js";
import type { Goal } from "./read-goal.js";
import { highest } from "./search/block.js";
import type { Rules } from "./search/label.js";
import { type Solution, solve, solveByCount } from "./search/solve.js";
import { restOf, type Target, targetOf, ticksOf, usefulPoints } from "./target.js";

/** What `goalsFor` was asked, read. */
export interface Context {
  readonly card: Scorecard;
  readonly resolved: Resolved;
  readonly standings: readonly Standing[];
  readonly goal: Goal;
}

/** What can be done towards one grade. */
export interface Case {
  readonly items: readonly Item[];
  readonly target: Target;
}

/** What can be done towards the grade at a place. */
export function caseFor({ card, resolved, standings, goal }: Context, place: number): Case {
  const bars = resolved.limits.filter((limit) => limit.place > place);
  return {
    items: itemsOf(card, resolved, standings, goal, bars),
    target: targetOf(resolved, ticksOf(resolved, place)),
  };
}

/** A case with its options listed. */
export interface Search extends Case {
  readonly options: readonly (readonly Option[])[];
  /** The decimals of the options' costs. */
  readonly decimals: number;
  readonly isWhole: boolean;
}

/** Lists the options of a case. */
export function searchOf({ resolved, goal }: Context, { items, target }: Case): Search {
  const decimals = costDecimals(items, goal);
  const rest = restOf(
    items,
    items.map((item) => floorOf(item, goal)),
  );
  const allowed = allowances(items, goal);
  const options = items.map((item, at) => {
    const useful = usefulPoints(resolved, items, target, rest, at);
    return optionsOf(item, goal, { useful, most: allowed[at] as number, decimals });
  });
  return {
    items,
    target,
    decimals,
    options: options.map(({ list }) => list),
    isWhole: options.every(({ isWhole }) => isWhole),
  };
}

/** The cheapest solution, of equally cheap ones that of the fewest changes. */
export function cheapestOf({ resolved }: Context, { items, options, target }: Search): Solution {
  return solve(problemOf(resolved, items, options, target, costFirst(options)));
}

/** The solution of the fewest changes, of equally few the cheapest. */
export function fewestOf({ resolved }: Context, { items, options, target }: Search): Solution {
  const fee = feeOf(options);
  return solveByCount(
    problemOf(resolved, items, options, target, ({ cost }) => fee + cost),
    fee,
  );
}

/** Whether items that aren't blocked reach a target; false also where the budget doesn't last to tell. */
export function isReachable({ resolved }: Context, { items, target }: Case, budget: Rules["budget"]): boolean {
  const label = highest(
    problemOf(resolved, items, items.map(topOptions), target, () => 1n),
    budget,
  );
  return label !== null && label.gain >= target.needed;
}

function topOptions({ answers, moves }: Item): Option[] {
  const top = moves === null ? -Infinity : topOf(moves);
  const points = answers.map((answer) => answer.points);
  return [...points, ...(top === -Infinity ? [] : [top])].map((most) => ({ points: most, cost: 0n, answer: null }));
}
