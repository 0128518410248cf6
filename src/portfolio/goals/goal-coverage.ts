import { dayOf } from "../../ground/dates.js";
import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import { printDecimal, sum } from "../../ground/numeral.js";
import { compare, minus, ONE, over, type Rational, ZERO } from "../../ground/rational.js";
import { checkKeys, checkRecord, show } from "../arguments.js";
import { ratio } from "../money.js";
import { byId } from "../order.js";
import { findingsOf } from "./findings.js";
import {
  type CoveredGoal,
  GOAL_PERIODS,
  type GoalCoverage,
  type GoalCoverageOptions,
  type SalesGoal,
} from "./goals.js";
import { type ReadGoal, type ReadItem, readGoals } from "./read-goals.js";

/**
 * How far goals are covered (E1.1): the ideal value, what is feasible as things stand, the gap between, and what of it the plan's items cover, each with its
 * time and person; what has been achieved; and whether the goals of shorter periods add up to the longer one that they lie within (year → month → week → day).
 *
 * `coverage` is what the items bring that count ÷ the gap: those done within the goal's period, and those still to be done in it that aren't late. An item that was missed, or falls outside of the period, counts again when it is
 * given a day in it or is done. One without a day counts, and is found. What isn't said of a goal is unknown, never zero: without `feasible` there is no gap. Findings name what a plan
 * lacks: an item without person, time or worth, an item that is due outside of the goal's period or late, an uncovered gap, parts that don't add up
 * or aren't counted in the same unit. Amounts are exact; those of different units are never added.
 *
 * An item is due by the end of its day; a moment as `asOf` counts by its day in UTC.
 *
 * Faulty goals (also one within a goal that there isn't, or whose period isn't longer) are in `issues` and left out. Faulty options throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { goalCoverage } from "keyaccount";
 *
 * const year = { id: "2026", period: "year", from: "2026-01-01", to: "2026-12-31", unit: "CNY", ideal: "1000000", feasible: "800000" } as const;
 * const items = [{ id: "fair", worth: "150000", owner: "li", due: "2026-05-31" }, { id: "rebate", worth: "20000", due: "2026-06-30" }];
 * const { goals } = goalCoverage([{ ...year, items }], { asOf: "2026-06-01" });
 * [goals[0]?.gap, goals[0]?.planned, goals[0]?.counted, goals[0]?.coverage]; // => ["200000", "170000", "20000", 0.1]
 * goals[0]?.findings.map(({ code }) => code); // => ["gap-uncovered", "item-late", "item-without-owner"]
 * ```
 */
export function goalCoverage(goals: readonly SalesGoal[], options: GoalCoverageOptions): GoalCoverage {
  const asOf = readAsOf(options);
  const { goals: read, issues } = readGoals(goals);
  const ordered = [...read].sort(inOrder);
  return { v: 1, goals: ordered.map((goal) => covered(goal, partsOf(goal, ordered), asOf)), issues };
}

function readAsOf(options: unknown): string {
  const issues: ArgumentIssue[] = [];
  const given = checkRecord(options, [], issues);
  checkKeys(given, ["asOf"], [], issues);
  const { asOf } = given;
  if (dayOf(asOf) === null) issues.push({ code: "not-a-date", path: ["asOf"], details: { received: show(asOf) } });
  throwIssues(issues);
  return asOf as string;
}

function inOrder(one: ReadGoal, other: ReadGoal): number {
  const longer = GOAL_PERIODS.indexOf(one.period) - GOAL_PERIODS.indexOf(other.period);
  if (longer !== 0) return longer;
  return one.from === other.from ? byId(one, other) : one.from < other.from ? -1 : 1;
}

/** In the order of all goals: their periods may differ. */
function partsOf({ id }: ReadGoal, goals: readonly ReadGoal[]): ReadGoal[] {
  return goals.filter(({ within }) => within === id);
}

function covered(goal: ReadGoal, parts: readonly ReadGoal[], asOf: string): CoveredGoal {
  const { ideal, feasible, achieved, items } = goal;
  const gap = feasible === null ? null : atLeastZero(minus(ideal, feasible));
  const isLate = (due: string): boolean => asOf.slice(0, 10) > due;
  const planned = sum(items.flatMap(({ worth }) => worth ?? []));
  const counted = sum(items.filter((item) => isCounted(item, goal, isLate)).flatMap(({ worth }) => worth ?? []));
  const inUnit = parts.filter(({ unit }) => unit === goal.unit);
  const partsIdeal = inUnit.length === 0 ? null : sum(inUnit.map((part) => part.ideal));
  return {
    id: goal.id,
    period: goal.period,
    from: goal.from,
    to: goal.to,
    unit: goal.unit,
    ideal: printDecimal(ideal),
    feasible: print(feasible),
    gap: print(gap),
    planned: printDecimal(planned),
    counted: printDecimal(counted),
    coverage: gap === null ? null : share(counted, gap),
    achieved: print(achieved),
    attained: achieved === null ? null : share(achieved, ideal),
    parts: parts.map(({ id }) => id),
    partsIdeal: print(partsIdeal),
    findings: findingsOf(goal, { gap, counted, parts, partsIdeal, isLate }),
  };
}

/** Whether what an item brings counts: it was done in the goal's period, or is still to be done in it and isn't late. One without a day is taken to be meant for the period that it was planned for. */
function isCounted({ due, done }: ReadItem, { from, to }: ReadGoal, isLate: (due: string) => boolean): boolean {
  if (done === null && due !== null && isLate(due)) return false;
  const day = done?.slice(0, 10) ?? due;
  return day === null || (day >= from && day <= to);
}

function print(value: Rational | null): string | null {
  return value === null ? null : printDecimal(value);
}

function atLeastZero(value: Rational): Rational {
  return compare(value, ZERO) < 0 ? ZERO : value;
}

/** Of nothing, all. */
function share(part: Rational, whole: Rational): number | null {
  return ratio(whole.n === 0n ? ONE : over(part, whole));
}
