import type { Resolved, ResolvedGrade } from "../resolved/resolve.js";
import { finding, type LintFinding } from "./finding.js";
import type { LimitReview } from "./limits.js";
import { meets, type TicksSet } from "./ticks-set.js";

/** Grades that no complete facts lead to. */
export function gradeFindings(resolved: Resolved, scores: TicksSet, reviews: readonly LimitReview[]): LintFinding[] {
  const { grades } = resolved;
  const [only] = grades as [ResolvedGrade];
  if (grades.length === 1) return [finding("single-grade", ["grades"], { grade: only.grade })];
  const given = gradesOfLimits(resolved, reviews);
  return grades.flatMap(({ grade, from }, place) => {
    const barrier = reviews.find((review) => review.best > place);
    if (barrier !== undefined) {
      const { indicator } = barrier;
      return barrier.hasConstant ? [] : [finding("grade-always-limited", ["grades", place], { grade, indicator })];
    }
    const next = place === 0 ? Infinity : (grades[place - 1] as ResolvedGrade).from - 1;
    if (given.has(grade) || meets(scores, from, next)) return [];
    return [finding("grade-never-earned", ["grades", place], { grade })];
  });
}

function gradesOfLimits({ limits }: Resolved, reviews: readonly LimitReview[]): Set<string> {
  const idle = new Set(
    reviews.flatMap(({ faults }) =>
      [...faults]
        .filter(([, code]) => code !== "limit-always-bites" && code !== "limit-redundant")
        .map(([index]) => index),
    ),
  );
  return new Set(limits.filter(({ index }) => !idle.has(index)).map(({ grade }) => grade));
}
