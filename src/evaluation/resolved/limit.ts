import { exactly, type DecimalString } from "../../ground/numeral.js";
import { compare } from "../../ground/rational.js";
import type { Condition, LimitOf, NumberCondition, Scorecard } from "../definition/scorecard.js";
import { compareTo, type Threshold, threshold } from "../exact/threshold.js";

/** A knock-out prepared for evaluation. */
export interface ResolvedLimit {
  readonly index: number;
  readonly when: Condition;
  /** The place of its grade. */
  readonly grade: number;
  readonly is: string | boolean | null;
  readonly bounds: readonly Bound[];
  /** Whether any fact at all could make it bite. */
  readonly canBite: boolean;
}

interface Bound {
  readonly at: Threshold;
  readonly isLower: boolean;
  readonly isIncluded: boolean;
}

const BOUNDS = {
  above: { isLower: true, isIncluded: false },
  atLeast: { isLower: true, isIncluded: true },
  below: { isLower: false, isIncluded: false },
  atMost: { isLower: false, isIncluded: true },
} as const;

/** Prepares one knock-out of a sound scorecard. */
export function resolveLimit(card: Scorecard, { when, grade }: LimitOf<Condition>, index: number): ResolvedLimit {
  const bounds = "is" in when ? [] : boundsOf(when);
  return {
    index,
    when,
    grade: card.grades.findIndex((step) => step.grade === grade),
    is: "is" in when ? when.is : null,
    bounds,
    canBite: isPossible([...bounds, ...domainOf(card, when.indicator)]),
  };
}

function boundsOf(when: NumberCondition<DecimalString>): Bound[] {
  return (Object.keys(BOUNDS) as (keyof typeof BOUNDS)[]).flatMap((key) => {
    const at = when[key];
    return at === undefined ? [] : [{ at: threshold(at), ...BOUNDS[key] }];
  });
}

function domainOf(card: Scorecard, id: string): Bound[] {
  const indicator = card.indicators[id];
  const [min, max] = indicator?.kind === "rating" ? [indicator.min, indicator.max] : ["0", "1"];
  if (indicator?.kind !== "rating" && indicator?.kind !== "share") return [];
  return [
    { at: threshold(min), isLower: true, isIncluded: true },
    { at: threshold(max), isLower: false, isIncluded: true },
  ];
}

function isPossible(bounds: readonly Bound[]): boolean {
  const lower = bounds.filter(({ isLower }) => isLower);
  const upper = bounds.filter(({ isLower }) => !isLower);
  return lower.every((from) => upper.every((to) => leavesRoom(from, to)));
}

function leavesRoom(from: Bound, to: Bound): boolean {
  const order = compare(exactly(from.at.text), exactly(to.at.text));
  return order < 0 || (order === 0 && from.isIncluded && to.isIncluded);
}

/** Whether a known numeric fact lies within all the bounds. */
export function isWithin(bounds: readonly Bound[], a: number, text: string | null): boolean {
  return bounds.every(({ at, isLower, isIncluded }) => {
    const order = compareTo(at, a, text);
    return order === 0 ? isIncluded : order > 0 === isLower;
  });
}
