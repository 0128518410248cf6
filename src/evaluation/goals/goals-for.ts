import { isSound } from "../definition/check.js";
import { soundScorecard } from "../definition/define.js";
import type { Scorecard } from "../definition/scorecard.js";
import { asRecord, readAsOf } from "../evaluate.js";
import type { Facts } from "../facts.js";
import { gradeName } from "../grade.js";
import { resolve } from "../resolved/resolve.js";
import { readStandings } from "../standing.js";
import { type Context, caseFor, cheapestOf, fewestOf, searchOf } from "./context.js";
import type { GoalOptions, Goals } from "./goals.js";
import { isBlocked } from "./item.js";
import { unreachable } from "./obstacles.js";
import { planOf } from "./plan.js";
import { readGoal } from "./read-goal.js";

/**
 * Goals to set for a client (C3.2): the cheapest and the fewest changes that bring it to a grade or better, or why none do. Both plans are
 * minimal, and proven to be: the cheapest has the least cost and, of equally cheap ones, the fewest changes; the fewest the least number and,
 * of equally many, the least cost. What is still equal goes by the points to spare, then by the order of the search, which is always the
 * same. Each number is then brought no further than it must, the last indicator of the definition first.
 *
 * A fact that isn't known can be learnt and reached (`from: null`), a stale one renewed, also with the value it has; one that isn't
 * applicable can't be changed. Changed facts count as observed at `asOf`. Numbers move on a grid: the multiples of `step`, unless told of the coarsest power of ten, 1 at most (0.01 for a
 * share), of which the definition's own numbers, `least`, `most` and the value as it is (up to nine decimals) are multiples. A change costs 1 unless
 * told. If the grade is reached already, both plans are empty.
 *
 * `proven` is false only where a definition is so fine-grained that the search gave up: then the plans reach the grade, but better ones may exist.
 *
 * Throws a `KeyAccountError` with all that is wrong with the options: a grade, indicator or option that isn't there, a cost below 0
 * (`out-of-range`), `most` below `least` (`empty-range`), a `step` that isn't above 0, a bad `asOf`.
 *
 * @example
 * ```ts
 * import { defineScorecard, goalsFor } from "keyaccount";
 *
 * const card = defineScorecard({
 *   id: "payer", version: "1", scale: 2,
 *   indicators: {
 *     days: { kind: "ratio", weight: "60", standard: "45", better: "lower", cap: "1", floor: "0" },
 *     disputes: { kind: "flag", weight: "40", expect: false },
 *   },
 *   limits: [{ when: { indicator: "days", above: "90" }, grade: "C" }],
 *   grades: [{ grade: "A", from: "80" }, { grade: "B", from: "50" }, { grade: "C", from: null }],
 * });
 *
 * const goals = goalsFor(card, { days: 100, disputes: true }, { grade: "B", costs: { days: { unit: "2" }, disputes: "30" } });
 * if (!goals.reachable) throw new Error("out of reach");
 * goals.cheapest.changes.map(({ indicator, from, to, cost }) => [indicator, from, to, cost]); // => [["days", 100, "90", "20"], ["disputes", true, false, "30"]]
 * goals.fewest.changes.map(({ indicator, to }) => [indicator, to]); // => [["days", "54"]]
 * [goals.cheapest.cost, goals.fewest.cost, goals.proven]; // => ["50", "92", true]
 *
 * const stuck = goalsFor(card, { days: 100, disputes: true }, { grade: "B", actionable: ["disputes"] });
 * stuck.reachable ? [] : stuck.obstacles.map(({ code }) => code); // => ["limit"]
 * ```
 */
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
