import type { IndicatorResult, LimitHit } from "./evaluation.js";
import { isWithin, type ResolvedLimit } from "./resolved/limit.js";
import type { Resolved, ResolvedGrade } from "./resolved/resolve.js";

/** How far the limits hold the grade down, as places in the list of grades; 0 for not at all. */
export interface Limited {
  readonly hits: LimitHit[];
  /** The grade that is shown: by every limit that bites. */
  shown: number;
  /** The best grade that the unknown facts leave open: by limits that bite on known facts. */
  best: number;
  /** The worst: by those, and by limits that some value of an unknown fact could make bite. */
  worst: number;
}

/** What limits look at. */
type LimitedRow = Pick<IndicatorResult, "status" | "actual">;

/** Applies the limits to the rows. */
export function applyLimits({ limits }: Resolved, rows: Readonly<Record<string, LimitedRow>>): Limited {
  const limited: Limited = { hits: [], shown: 0, best: 0, worst: 0 };
  for (const limit of limits) {
    const { status, actual } = rows[limit.when.indicator] as LimitedRow;
    const isKnown = status === "known";
    if (status === "not-applicable" || (isKnown && !holds(limit, actual))) continue;
    if (!limit.isForUnknown) limited.worst = Math.max(limited.worst, limit.place);
    if (!isKnown && !limit.isForUnknown) continue;
    if (isKnown) limited.best = Math.max(limited.best, limit.place);
    limited.shown = Math.max(limited.shown, limit.place);
    limited.hits.push({ index: limit.index, when: limit.when, grade: limit.grade });
  }
  return limited;
}

/** Whether a limit's condition holds for a known value. */
export function holds({ isForUnknown, is, bounds }: ResolvedLimit, actual: IndicatorResult["actual"]): boolean {
  if (isForUnknown) return false;
  return is === null ? isWithin(bounds, Number(actual), typeof actual === "string" ? actual : null) : actual === is;
}

/** The grade of so many ticks, not better than `limit`, as a place in the list; `null` for no score. */
export function gradeAt({ grades }: Resolved, ticks: number | null, limit: number): number | null {
  return ticks === null
    ? null
    : Math.max(
        limit,
        grades.findIndex(({ from }) => ticks >= from),
      );
}

/** The grade at a place. */
export function gradeName({ grades }: Resolved, place: number | null): string | null {
  return place === null ? null : (grades[place] as ResolvedGrade).grade;
}
