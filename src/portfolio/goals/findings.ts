import { printDecimal } from "../../ground/numeral.js";
import { compare, minus, type Rational } from "../../ground/rational.js";
import type { GoalFinding } from "./goals.js";
import type { ReadGoal, ReadItem } from "./read-goals.js";

/** What findings about a goal rest on. */
export interface GoalStanding {
  readonly gap: Rational | null;
  readonly counted: Rational;
  readonly parts: readonly ReadGoal[];
  readonly partsIdeal: Rational | null;
  readonly isLate: (due: string) => boolean;
}

/** What is found in a goal, in its plan's items and in its parts. */
export function findingsOf(goal: ReadGoal, standing: GoalStanding): GoalFinding[] {
  return [
    ...gapFindings(standing),
    ...goal.items.flatMap((item) => itemFindings(item, goal, standing)),
    ...partFindings(goal, standing),
  ];
}

function gapFindings({ gap, counted }: GoalStanding): GoalFinding[] {
  if (gap === null) return [{ code: "feasible-unknown" }];
  if (compare(counted, gap) >= 0) return [];
  return [{ code: "gap-uncovered", amount: printDecimal(minus(gap, counted)) }];
}

function itemFindings(
  { id: item, worth, owner, due, done }: ReadItem,
  goal: ReadGoal,
  standing: GoalStanding,
): GoalFinding[] {
  const findings: GoalFinding[] = [];
  if (worth === null) findings.push({ code: "item-without-worth", item });
  if (owner === null) findings.push({ code: "item-without-owner", item });
  if (due === null) findings.push({ code: "item-without-due", item });
  else if (due < goal.from || due > goal.to) findings.push({ code: "item-outside-period", item, due });
  if (due !== null && done === null && standing.isLate(due)) findings.push({ code: "item-late", item, due });
  return findings;
}

function partFindings(goal: ReadGoal, { parts, partsIdeal }: GoalStanding): GoalFinding[] {
  const differ = partsIdeal !== null && compare(partsIdeal, goal.ideal) !== 0;
  return [
    ...(differ
      ? [{ code: "parts-differ", ideal: printDecimal(goal.ideal), parts: printDecimal(partsIdeal) } as const]
      : []),
    ...parts.flatMap(({ id: part, from, to, unit }): GoalFinding[] => [
      ...(from < goal.from || to > goal.to ? [{ code: "part-outside-period", part } as const] : []),
      ...(unit === goal.unit ? [] : [{ code: "part-in-other-unit", part } as const]),
    ]),
  ];
}
