import type { Evaluation } from "keyaccount";

/** Points by indicator, `null` where one doesn't count. */
export function pointsOf<I>(evaluation: Evaluation<I>): Record<string, number | null> {
  const rows = Object.entries<{ readonly points: number | null }>(evaluation.indicators);
  return Object.fromEntries(rows.map(([id, { points }]) => [id, points]));
}

/** Points by group. */
export function groupPointsOf<I, G extends string, R extends string>(
  evaluation: Evaluation<I, G, R>,
): Record<string, number> {
  const groups = Object.entries<{ readonly points: number }>(evaluation.groups);
  return Object.fromEntries(groups.map(([id, { points }]) => [id, points]));
}
