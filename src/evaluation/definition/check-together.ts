import type { Path, ScorecardIssue } from "../../ground/issue.js";
import { type DecimalString, decimalsOf, exactly, printDecimal, sum } from "../../ground/numeral.js";
import {
  compare,
  least,
  over,
  plus,
  type Rational,
  rational,
  roundTo,
  tenTo,
  times,
  ZERO,
} from "../../ground/rational.js";
import { MOST_TICKS } from "../exact/ticks.js";
import { isBelow } from "./check-indicator.js";
import type { Indicator } from "./kinds.js";
import { shareRange } from "./range.js";
import type { Condition, Scorecard } from "./scorecard.js";

/** Checks what only the whole scorecard shows: weights against the total, references, exactness, reachable grades. */
export function checkTogether(card: Scorecard, issues: ScorecardIssue[]): void {
  checkWeights(card, issues);
  checkIndicators(card, issues);
  checkGrades(card, issues);
  card.limits.forEach(({ when, grade }, index) => {
    checkCondition(card, when, index, issues);
    if (card.grades.some((step) => step.grade === grade)) return;
    issues.push({ code: "unknown-grade", path: ["limits", index, "grade"], details: { grade } });
  });
}

function checkWeights({ indicators, groups, total, scale }: Scorecard, issues: ScorecardIssue[]): void {
  const weights = Object.values(indicators).map(({ weight }) => exactly(weight));
  const added = sum(weights);
  if (compare(added, exactly(total)) !== 0) {
    issues.push({ code: "weights-not-total", path: ["indicators"], details: { sum: printDecimal(added), total } });
  }
  if (compare(exactly(total), rational(BigInt(MOST_TICKS), tenTo(scale))) > 0) {
    issues.push({ code: "too-precise", path: ["total"], details: { received: total } });
  }
  for (const [id, { weight }] of Object.entries(indicators))
    checkScale(weight, scale, ["indicators", id, "weight"], issues);
  for (const [id, { max = "0" }] of Object.entries(groups)) checkScale(max, scale, ["groups", id, "max"], issues);
}

function checkScale(points: DecimalString, scale: number, path: Path, issues: ScorecardIssue[]): void {
  if (decimalsOf(exactly(points)) > scale) issues.push({ code: "too-precise", path, details: { received: points } });
}

/** The largest share, up or down, with which every sum of points stays within what doubles print exactly. */
export function mostShare({ total, scale }: Scorecard): Rational {
  return over(rational(BigInt(MOST_TICKS), tenTo(scale)), exactly(total));
}

function checkIndicators(card: Scorecard, issues: ScorecardIssue[]): void {
  const most = mostShare(card);
  for (const [id, indicator] of Object.entries(card.indicators)) {
    const { group } = indicator;
    if (group !== undefined && !Object.hasOwn(card.groups, group)) {
      issues.push({ code: "unknown-group", path: ["indicators", id, "group"], details: { group } });
    }
    const range = shareRange(indicator);
    for (const share of [range.least ?? range.worst, range.most ?? range.neutral]) {
      if (compare(times(share, share), times(most, most)) <= 0) continue;
      const points = printDecimal(times(share, exactly(indicator.weight)));
      issues.push({ code: "points-too-large", path: ["indicators", id], details: { received: points } });
    }
  }
}

function checkGrades(card: Scorecard, issues: ScorecardIssue[]): void {
  const highest = highestScore(card);
  const { grades } = card;
  grades.forEach(({ grade, from }, index) => {
    const path = ["grades", index, "from"];
    const before = grades[index - 1]?.from;
    if (grades.findIndex((step) => step.grade === grade) < index) {
      issues.push({ code: "duplicate-grade", path: ["grades", index, "grade"], details: { grade } });
    }
    if (before === null || (before !== undefined && from !== null && !isBelow(from, before))) {
      issues.push({ code: "grades-unordered", path, details: { grade } });
    }
    if (from === null) return;
    if (index === grades.length - 1) issues.push({ code: "grades-gap", path, details: { grade } });
    if (highest !== null && compare(exactly(from), highest) > 0) {
      issues.push({ code: "unreachable-grade", path, details: { grade, from, highest: printDecimal(highest) } });
    }
  });
}

/**
 * The highest score that complete facts can earn: every indicator's most points, rounded as points are, summed, groups held to
 * their `max`; `null` where a ratio has no cap.
 */
function highestScore({ indicators, groups, scale }: Scorecard): Rational | null {
  const most = (indicator: Indicator): Rational | null => {
    const share = shareRange(indicator).most;
    return share && roundTo(times(share, exactly(indicator.weight)), scale);
  };
  let highest: Rational | null = ZERO;
  for (const group of new Set(Object.values(indicators).map((indicator) => indicator.group))) {
    const members = Object.values(indicators).filter((indicator) => indicator.group === group);
    const points = members
      .map(most)
      .reduce((total, part) => total && part && plus(total, part), ZERO as Rational | null);
    const max = group && groups[group]?.max;
    const held = max ? least(exactly(max), points ?? exactly(max)) : points;
    highest = highest && held && plus(highest, held);
  }
  return highest;
}

function checkCondition({ indicators }: Scorecard, when: Condition, index: number, issues: ScorecardIssue[]): void {
  const { indicator: id, ...asked } = when;
  const path = ["limits", index, "when"];
  const indicator = Object.hasOwn(indicators, id) ? indicators[id] : undefined;
  if (indicator === undefined) {
    issues.push({ code: "unknown-indicator", path: [...path, "indicator"], details: { indicator: id } });
    return;
  }
  const { kind } = indicator;
  const is = "is" in asked ? asked.is : undefined;
  const count = Object.keys(asked).length;
  const isSuited =
    kind === "flag"
      ? typeof is === "boolean"
      : kind === "choice"
        ? typeof is === "string" && Object.hasOwn(indicator.options, is)
        : is === undefined;
  if ("known" in asked ? count === 1 : isSuited && (is === undefined ? count > 0 : count === 1)) return;
  issues.push({ code: "condition-mismatch", path, details: { indicator: id, kind } });
}
