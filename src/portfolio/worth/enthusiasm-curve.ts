import { dayNumber } from "../../ground/dates.js";
import type { EnthusiasmMonth } from "./enthusiasm.js";
import { countAnswers } from "./enthusiasm-answers.js";
import { type Phases, phaseOn } from "./enthusiasm-phase.js";
import type { ReadNeed, ReadTouch } from "./enthusiasm-read.js";
import { monthAt, monthNumber } from "./month.js";

/** Rows by month; those after the last, whose zone may differ, count in it. */
function byMonth<T extends { readonly at: string }>(rows: readonly T[], last: number): Map<number, T[]> {
  const months = new Map<number, T[]>();
  for (const row of rows) {
    const month = Math.min(monthNumber(row.at), last);
    const list = months.get(month);
    if (list === undefined) months.set(month, [row]);
    else list.push(row);
  }
  return months;
}

/** The first month of the curves: that of the first row, or the earliest that may be shown; after the last if there is none. */
export function firstMonth(rows: readonly { readonly at: string }[], last: number, most: number): number {
  const first = rows.reduce((least, { at }) => Math.min(least, monthNumber(at)), Infinity);
  return first === Infinity ? last + 1 : Math.max(Math.min(first, last), last - most + 1);
}

/** Both curves, month by month without holes. */
export function curves(
  touches: readonly ReadTouch[],
  needs: readonly ReadNeed[],
  first: number,
  last: number,
  phases: Phases,
): EnthusiasmMonth[] {
  const [touched, needed] = [byMonth(touches, last), byMonth(needs, last)];
  const months = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return months.map((month) => monthOf(month, touched.get(month) ?? [], needed.get(month) ?? [], phases));
}

function monthOf(
  number: number,
  touches: readonly ReadTouch[],
  needs: readonly ReadNeed[],
  phases: Phases,
): EnthusiasmMonth {
  const month = monthAt(number);
  const ours = touches.filter(({ by }) => by === "us").length;
  const requests = needs.filter(({ kind }) => kind === "request").length;
  return {
    month,
    phase: phaseOn(dayNumber(`${month}-01`) as number, phases),
    touches: ours,
    clientTouches: touches.length - ours,
    requests,
    complaints: needs.length - requests,
    needs: needs.length,
    gap: needs.length - ours,
    answers: countAnswers(needs),
  };
}

/**
 * Where the gap opened that is open at the end: the first month from which the needs added up so far exceed the touches added up so far in
 * every month to the end. −1 if there is none.
 */
export function opening(months: readonly EnthusiasmMonth[]): number {
  let opened = -1;
  let least = Infinity;
  for (let index = months.length - 1; index >= 0; index -= 1) {
    const { gap } = months[index] as EnthusiasmMonth;
    // The least of the sums that begin here: this month alone, or with what follows.
    least = gap + Math.min(0, least);
    if (least > 0) opened = index;
  }
  return opened;
}
