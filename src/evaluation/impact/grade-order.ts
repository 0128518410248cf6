import type { Resolved } from "../resolved/resolve.js";
import type { GradeMoveCode } from "./impact.js";

/** A move from one grade to another and its size. */
export interface Move {
  readonly code: GradeMoveCode;
  readonly steps: number;
}

/** The grades' names from the best to the worst. */
export function gradeNames({ grades }: Resolved): string[] {
  return grades.map(({ grade }) => grade);
}

/** Where a client goes that had one grade and gets another: by the order of the scorecards that have both. */
export function moveOf(
  from: string | null,
  to: string | null,
  before: readonly string[],
  after: readonly string[],
): Move {
  if (from === null) return { code: "gained", steps: after.length };
  if (to === null) return { code: "lost", steps: before.length };
  const [first, ...others] = [after, before].flatMap((names) => stepsIn(names, from, to));
  if (first === undefined || others.some((other) => other > 0 !== first > 0)) return { code: "renamed", steps: 0 };
  return { code: first > 0 ? "up" : "down", steps: Math.abs(first) };
}

/** How many grades up; none where a scorecard hasn't both. */
function stepsIn(names: readonly string[], from: string, to: string): number[] {
  const [start, end] = [names.indexOf(from), names.indexOf(to)];
  return start < 0 || end < 0 ? [] : [start - end];
}
