import { isSound } from "../definition/check.js";
import { soundScorecard } from "../definition/define.js";
import type { Scorecard } from "../definition/scorecard.js";
import { asRecord, readAsOf } from "../evaluate.js";
import type { Facts } from "../facts.js";
import { gradeName } from "../grade.js";
import { resolve } from "../resolved/resolve.js";
import { readStandings } from "../standing.js";
import { caseFor, cheapestOf, type Context, fewestOf, searchOf } from "./context.js";
import type { GoalOptions, Goals } from "./goals.js";
import { isBlocked } from "./item.js";
import { unreachable } from "./obstacles.js";
import { planOf } from "./plan.js";
import { readGoal } from "./read-goal.js";

export function goalsFor<I, G extends string, R extends string>(
  scorecard: Scorecard<I, G, R>,
  facts: NoInfer<Facts<I>>,
  options: NoInfer<GoalOptions<I, G>>,
): Goals<I, G> {
  const card = isSound(scorecard) ? scorecard : soundScorecard<I, G, R>(scorecard);
  const resolved = resolve(card);
  const goal = readGoal(card, options);
  const standings = readStandings(resolved, asRecord(facts, []), readAsOf(goal.asOf));
  const place = resolved.grades.findIndex(({ grade }) => grade === goal.grade);
  return reach({ card, resolved, standings, goal }, place) as unknown as Goals<I, G>;
}

function reach(context: Context, place: number): Goals {
  const wanted = caseFor(context, place);
  if (wanted.items.some(isBlocked)) return unreachable(context, place, true);
  const search = searchOf(context, wanted);
  const [cheapest, fewest] = [cheapestOf(context, search), fewestOf(context, search)];
  if (cheapest.picked === null || fewest.picked === null) return unreachable(context, place, cheapest.isProven);
  return {
    v: 1,
    reachable: true,
    wanted: gradeName(context.resolved, place) as string,
    already: fewest.picked.size === 0,
    cheapest: planOf(context, search, cheapest.picked),
    fewest: planOf(context, search, fewest.picked),
    proven: search.isWhole && cheapest.isProven && fewest.isProven,
  };
}
