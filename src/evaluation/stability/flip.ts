import { ticksToNumber } from "../exact/ticks.js";
import type { Resolved, ResolvedGrade } from "../resolved/resolve.js";
import { scoreBounds, scoresWithin } from "./bounds.js";
import type { Question } from "./moves.js";
import { type Profile, scoreAt } from "./profile.js";
import type { GradeFlip } from "./result.js";

/** Today's grade and the limits that bit, as places in the list of grades; `limit` is 0 for none. */
export interface Standing {
  readonly place: number;
  readonly limit: number;
}

/** Asks when the grade is another than today's. */
export function flipQuestion(resolved: Resolved, profile: Profile, { place, limit }: Standing): Question<GradeFlip> {
  const { grades, unit } = resolved;
  const from = (at: number): number => (grades[at] as ResolvedGrade).from;
  const better = place > limit ? from(place - 1) : Infinity;
  return {
    clients: 1,
    isPossible: (lever, path) => {
      const bounds = scoreBounds(profile, lever, path);
      return (first, last) => {
        const { low, high } = scoresWithin(bounds, path, first, last);
        return low < from(place) || high >= better;
      };
    },
    answer: (weights) => {
      const score = scoreAt(profile, weights);
      if (score === null) return null;
      const ticks = Number(score);
      if (ticks >= from(place) && ticks < better) return null;
      const now = Math.max(
        limit,
        grades.findIndex((grade) => ticks >= grade.from),
      );
      return { grade: (grades[now] as ResolvedGrade).grade, score: ticksToNumber(ticks, unit) };
    },
  };
}
