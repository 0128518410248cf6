import { gradeName } from "../grade.js";
import type { Resolved } from "../resolved/resolve.js";
import { limitedBy, type Outcome, outcomeOf, type Standing } from "../standing.js";
import type { AnswerRange } from "./answers.js";

/** A client with one fact that could be learnt. */
export interface Asked {
  readonly resolved: Resolved;
  readonly standings: readonly Standing[];
  /** The place of the fact. */
  readonly at: number;
}

/** What facts come to once one of them is known to earn so many points. */
export type Foresight = (points: number) => Outcome;

/** What a range of answers comes to: they trip the same limits, so only points make a difference. */
export function foresee({ resolved, standings, at }: Asked, { value }: AnswerRange): Foresight {
  const standingWith = (points: number): Standing[] =>
    standings.map((standing, place) =>
      place === at ? { ...standing, status: "known", actual: value, points } : standing,
    );
  const limited = limitedBy(resolved, standingWith(0));
  return (points) => outcomeOf(resolved, standingWith(points), limited);
}

/** The different judgements of a range of answers: more points never give a worse grade, so what is alike at both ends is so between. */
export function judgements(foresight: Foresight, { first, last, pointsAt }: AnswerRange): Outcome[] {
  const found: Outcome[] = [];
  const open: [number, Outcome, number, Outcome][] = [
    [first, foresight(pointsAt(first)), last, foresight(pointsAt(last))],
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [low, atLow, high, atHigh] = next;
    if (isAlike(atLow, atHigh)) found.push(atLow);
    else if (high - low <= 1) found.push(atLow, atHigh);
    else {
      const middle = Math.floor((low + high) / 2);
      const between = foresight(pointsAt(middle));
      open.push([middle, between, high, atHigh], [low, atLow, middle, between]);
    }
  }
  return found;
}

function isAlike(a: Outcome, b: Outcome): boolean {
  return a.grade === b.grade && a.worst === b.worst && a.best === b.best;
}

/** The grades that judgements leave possible, from the best to the worst. */
export function gradesOf(resolved: Resolved, judged: readonly Outcome[]): string[] {
  return resolved.grades.flatMap((_, place) => {
    const isLeft = judged.some(({ best, worst }) => best !== null && worst !== null && best <= place && place <= worst);
    return isLeft ? [gradeName(resolved, place) as string] : [];
  });
}
