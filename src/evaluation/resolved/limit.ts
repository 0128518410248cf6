import type { DecimalString } from "../../ground/numeral.js";
import type { Condition, LimitOf, NumberCondition, Scorecard } from "../definition/scorecard.js";
import { compareTo, type Threshold, threshold } from "../exact/threshold.js";

/** A knock-out prepared for evaluation. */
export interface ResolvedLimit {
  readonly index: number;
  readonly when: Condition;
  readonly grade: string;
  /** The place of its grade. */
  readonly place: number;
  /** Whether it bites where the fact is unknown, and only there. */
  readonly isForUnknown: boolean;
  readonly is: string | boolean | null;
  readonly bounds: readonly Bound[];
}

interface Bound {
  readonly at: Threshold;
  readonly holds: (order: number) => boolean;
}

const HOLDS = {
  above: (order: number) => order > 0,
  atLeast: (order: number) => order >= 0,
  below: (order: number) => order < 0,
  atMost: (order: number) => order <= 0,
};

/** Prepares one knock-out of a sound scorecard. */
export function resolveLimit(card: Scorecard, { when, grade }: LimitOf<Condition>, index: number): ResolvedLimit {
  return {
    index,
    when,
    grade,
    place: card.grades.findIndex((step) => step.grade === grade),
    isForUnknown: "known" in when,
    is: "is" in when ? when.is : null,
    bounds: "is" in when || "known" in when ? [] : boundsOf(when),
  };
}

function boundsOf(when: NumberCondition<DecimalString>): Bound[] {
  return (Object.keys(HOLDS) as (keyof typeof HOLDS)[]).flatMap((key) => {
    const at = when[key];
    return at === undefined ? [] : [{ at: threshold(at), holds: HOLDS[key] }];
  });
}

/** Whether a known numeric fact lies within all the bounds. */
export function isWithin(bounds: readonly Bound[], a: number, text: string | null): boolean {
  return bounds.every(({ at, holds }) => holds(compareTo(at, a, text)));
}
