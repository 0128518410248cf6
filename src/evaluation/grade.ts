import type { IndicatorResult, LimitHit } from "./evaluation.js";
import { isWithin, type ResolvedLimit } from "./resolved/limit.js";
import type { Resolved, ResolvedGrade } from "./resolved/resolve.js";

/** How far the limits hold the grade down, as places in the list of grades; 0 for not at all. */
export interface Limited {
  readonly hits: LimitHit[];
  /** By limits that bite. */
  certain: number;
  /** By limits that bite, or whose fact is unknown. */
  possible: number;
}

/** Applies the limits to the rows. */
export function applyLimits({ limits }: Resolved, rows: Readonly<Record<string, IndicatorResult>>): Limited {
  const limited: Limited = { hits: [], certain: 0, possible: 0 };
  for (const limit of limits) {
    const { status, actual } = rows[limit.when.indicator] as IndicatorResult;
    if (status === "not-applicable" || (status === "known" && !holds(limit, actual))) continue;
    limited.possible = Math.max(limited.possible, limit.place);
    if (status !== "known") continue;
    limited.certain = Math.max(limited.certain, limit.place);
    limited.hits.push({ index: limit.index, when: limit.when, grade: limit.grade });
  }
  return limited;
}

function holds({ is, bounds }: ResolvedLimit, actual: IndicatorResult["actual"]): boolean {
  return is === null ? isWithin(bounds, Number(actual), typeof actual === "string" ? actual : null) : actual === is;
}

/** The grade of so many ticks, not better than `limit`, as a place in the list; `null` for no score. */
export function gradeAt({ grades }: Resolved, ticks: number | null, limit: number): number | null {
  return ticks === null ? null : Math.max(limit, grades.findIndex(({ from }) => ticks >= from));
}

/** The grade at a place. */
export function gradeName({ grades }: Resolved, place: number | null): string | null {
  return place === null ? null : (grades[place] as ResolvedGrade).grade;
}
