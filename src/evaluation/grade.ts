import type { IndicatorResult, LimitHit } from "./evaluation.js";
import { isWithin, type ResolvedLimit } from "./resolved/limit.js";
import type { Resolved } from "./resolved/resolve.js";

/** How far the limits hold the grade down, as places in the list of grades; 0 for not at all. */
export interface Limited {
  readonly hits: LimitHit[];
  /** By limits that bite. */
  certain: number;
  /** By limits that bite, or that some value of an unknown fact would make bite. */
  possible: number;
}

/** Applies the limits to the rows. */
export function applyLimits({ limits, grades }: Resolved, rows: Readonly<Record<string, IndicatorResult>>): Limited {
  const limited: Limited = { hits: [], certain: 0, possible: 0 };
  for (const limit of limits) {
    const row = rows[limit.when.indicator];
    if (row === undefined || row.status === "not-applicable") continue;
    const bites = row.status === "known" && holds(limit, row.actual);
    if (bites || (row.status !== "known" && limit.canBite)) limited.possible = Math.max(limited.possible, limit.grade);
    if (!bites) continue;
    limited.certain = Math.max(limited.certain, limit.grade);
    limited.hits.push({ index: limit.index, when: limit.when, grade: grades[limit.grade]?.grade ?? "" });
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
  return place === null ? null : (grades[place]?.grade ?? null);
}
