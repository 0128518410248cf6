// The five days: Chen walks the route, Wu goes back from the second day on to those whose grade isn't settled, and every evening all forms are judged anew and the day's visits written up.
import { type CoverageResult, planSweepRoute, type SweepRoute, sweepCoverage } from "keyaccount";
import type { Visit } from "keyaccount/models";
import { DAYS, evening } from "./calendar.js";
import { DEALERS, OFFICE } from "./dealers.js";
import { type Judged, judge } from "./judge.js";
import { firstVisit, laterVisit, PER_DAY, phoneCall } from "./visits.js";
import { inEnglish, type SweepWords } from "./words.js";
import { writtenUp } from "./write-up.js";

/** Its door is shut when Chen comes. */
const SHUT = "d-17";

/** What is known of every dealer in an evening. */
export interface Evening {
  readonly day: string;
  readonly dealers: readonly Judged[];
}

/** A sweep as it went. */
export interface Sweep {
  readonly route: SweepRoute;
  readonly visits: readonly Visit[];
  readonly evenings: readonly Evening[];
  readonly coverage: CoverageResult;
}

/** Plans the route, makes the visits, and says who was left out; main points and next steps are written in the words given. */
export function sweepTheTown(words: SweepWords = inEnglish): Sweep {
  const route = planSweepRoute(DEALERS, { start: OFFICE, perDay: PER_DAY });
  const visits: Visit[] = [];
  const evenings: Evening[] = [];
  DAYS.forEach((day, index) => {
    const goBackTo = worthGoingBack(evenings.at(-1)?.dealers ?? []);
    const made = [
      ...walk(day, route.days[index]?.clients ?? []),
      ...goBackTo.map((one, place) => laterVisit({ day, place, clientId: one.id, by: "wu" }, one.ask)),
    ];
    const dealers = judgeAll([...visits, ...made], evening(day));
    const tomorrow = DAYS[index + 1];
    const back = tomorrow === undefined ? null : { day: tomorrow, dealers: worthGoingBack(dealers) };
    visits.push(...made.map((visit) => writtenUp(visit, dealers, back, words)));
    evenings.push({ day, dealers });
  });
  const coverage = sweepCoverage(DEALERS, visits, { from: DAYS[0], to: DAYS[4] });
  return { route, visits, evenings, coverage };
}

function walk(day: string, clients: readonly string[]): Visit[] {
  return clients.map((clientId, place) => {
    const call = { day, place, clientId, by: "chen" } as const;
    return clientId === SHUT ? phoneCall(call) : firstVisit(call);
  });
}

/** The grade isn't settled and there is something to ask; the highest score first, as core dealers are worth most of our time. */
function worthGoingBack(dealers: readonly Judged[]): Judged[] {
  const open = dealers.filter(
    ({ evaluation: { score, gradeCertain }, ask }) => score !== null && !gradeCertain && ask.length > 0,
  );
  return open.sort(byScore).slice(0, PER_DAY);
}

function byScore(one: Judged, other: Judged): number {
  const [a, b] = [one.evaluation.score ?? 0, other.evaluation.score ?? 0];
  return b - a || (one.id < other.id ? -1 : 1);
}

function judgeAll(visits: readonly Visit[], asOf: string): Judged[] {
  return DEALERS.map(({ id }) => judge(id, visits, asOf));
}
