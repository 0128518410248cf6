import type { Resolved } from "../resolved/resolve.js";
import { type Attainable, othersInGroup } from "./attainable.js";
import { hull, meets, plusSet, type Run, sumsWithout, type TicksSet, within } from "./ticks-set.js";

/**
 * The indicators whose points never change the grade of the score, whatever the others are: no grade starts between the score with the
 * indicator's least and with its most points. Complete facts; unbounded indicators are left alone.
 */
export function neverMatter(resolved: Resolved, attained: Attainable): boolean[] {
  const { indicators, caps } = resolved;
  const inGroup = othersInGroup(attained, resolved);
  const elsewhere = sumsWithout(attained.groups, attained.work);
  return indicators.map(({ place }, index) => {
    const range = hull(attained.points[index] as TicksSet);
    const others = inGroup[index] as TicksSet;
    const rest = elsewhere[place] as TicksSet;
    const cap = caps[place] as number;
    if (!range.every(Number.isFinite)) return false;
    return (
      !canCross(resolved, free(others, rest, range, cap, attained), range) &&
      !canCrossHeld(resolved, others, rest, range, cap)
    );
  });
}

/** What all others earn where the group's cap leaves the indicator its whole range. */
function free(others: TicksSet, rest: TicksSet, [, most]: Run, cap: number, { work }: Attainable): TicksSet {
  const below = within(others, -Infinity, cap - most);
  return below.length === 0 ? [] : plusSet(below, rest, work);
}

function canCross({ grades }: Resolved, others: TicksSet, [least, most]: Run): boolean {
  return grades.some(({ from }) => Number.isFinite(from) && meets(others, from - most, from - least - 1));
}

/** Where the cap cuts the indicator's range off, the least that the group's others earn leaves it the most room. */
function canCrossHeld(
  { grades }: Resolved,
  others: TicksSet,
  rest: TicksSet,
  [least, most]: Run,
  cap: number,
): boolean {
  const [first] = within(others, cap - most + 1, cap - least - 1);
  if (first === undefined) return false;
  return grades.some(({ from }) => Number.isFinite(from) && meets(rest, from - cap, from - first[0] - least - 1));
}
