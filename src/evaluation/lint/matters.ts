import type { Resolved } from "../resolved/resolve.js";
import { type Attainable, othersInGroup } from "./attainable.js";
import { belowOnly, hull, meets, plusSet, sumsWithout, type TicksSet } from "./ticks-set.js";

/**
 * The indicators whose points never change the grade of the score, whatever the others are: no grade starts between the score with the
 * indicator's least and with its most points. Complete facts; unbounded indicators are left alone.
 */
export function neverMatter(resolved: Resolved, attained: Attainable): boolean[] {
  const { indicators, caps } = resolved;
  const inGroup = othersInGroup(attained, resolved);
  const elsewhere = sumsWithout(attained.groups, attained.work);
  return indicators.map(({ place }, index) => {
    const [least, most] = hull(attained.points[index] as TicksSet);
    if (!Number.isFinite(least) || !Number.isFinite(most)) return false;
    const felt = belowOnly(inGroup[index] as TicksSet, (caps[place] as number) - least);
    if (felt.length === 0) return true;
    return !canCross(resolved, plusSet(felt, elsewhere[place] as TicksSet, attained.work), least, most);
  });
}

function canCross({ grades }: Resolved, others: TicksSet, least: number, most: number): boolean {
  return grades.some(({ from }) => Number.isFinite(from) && meets(others, from - most, from - least - 1));
}
