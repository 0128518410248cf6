import type { FactIssue } from "../ground/issue.js";
import type { FactValue } from "./definition/scorecard.js";
import type { FactStatus } from "./evaluation.js";
import { applyLimits, gradeAt, type Limited } from "./grade.js";
import { type AsOf, newReading, readFact } from "./read-fact.js";
import type { ResolvedIndicator } from "./resolved/indicator.js";
import type { Resolved } from "./resolved/resolve.js";
import { newScore, scoreFact } from "./score-fact.js";
import { addKnown, addUnknown, capped, newTally, rescale, type Tally } from "./tally.js";

/** How one indicator stands: its fact as it was read, and what it earned. */
export interface Standing {
  readonly indicator: ResolvedIndicator;
  readonly status: FactStatus;
  /** The value, also of a stale fact; `null` where there is none or it can't be read. */
  readonly actual: FactValue | null;
  /** Ticks of a known fact; NaN otherwise. */
  readonly points: number;
  readonly ageDays: number | null;
}

/** What facts that stand so come to, as `evaluate` has it: in ticks, and grades as places in the list. */
export interface Outcome {
  readonly ticks: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly grade: number | null;
  readonly worst: number | null;
  readonly best: number | null;
  readonly isCertain: boolean;
}

/** Reads every fact of a scorecard. */
export function readStandings({ indicators }: Resolved, facts: object, asOf: AsOf | null): Standing[] {
  const issues: FactIssue[] = [];
  return indicators.map((indicator) => readStanding(indicator, facts, asOf, issues));
}

function readStanding(indicator: ResolvedIndicator, facts: object, asOf: AsOf | null, issues: FactIssue[]): Standing {
  const [reading, score] = [newReading(), newScore()];
  readFact(reading, indicator, facts, asOf, issues);
  scoreFact(score, indicator, reading, issues);
  const { status, value, ageDays } = reading;
  return { indicator, status, actual: value, points: score.points, ageDays };
}

/** How an indicator stands with a value that is known. */
export function standingWith(indicator: ResolvedIndicator, value: FactValue): Standing {
  return readStanding(indicator, { [indicator.id]: value }, null, []);
}

/** Scores many values of one indicator, one after the other: ticks, NaN for what it can't take. */
export function scorerOf(indicator: ResolvedIndicator): (value: FactValue) => number {
  const [reading, score] = [newReading(), newScore()];
  const facts: Record<string, FactValue> = {};
  return (value) => {
    const issues: FactIssue[] = [];
    facts[indicator.id] = value;
    readFact(reading, indicator, facts, null, issues);
    scoreFact(score, indicator, reading, issues);
    return reading.status === "known" ? score.points : NaN;
  };
}

/** Whether a fact is neither known nor beside the question. */
export function isOpen({ status }: Standing): boolean {
  return status !== "known" && status !== "not-applicable";
}

/** What limits do to facts that stand so. */
export function limitedBy(resolved: Resolved, standings: readonly Standing[]): Limited {
  const rows = Object.fromEntries(standings.map(({ indicator, status, actual }) => [indicator.id, { status, actual }]));
  return applyLimits(resolved, rows);
}

/** What facts that stand so come to, held to limits that were applied before. */
export function outcomeOf(resolved: Resolved, standings: readonly Standing[], limited: Limited): Outcome {
  const { caps, totalTicks } = resolved;
  const tally = tallyOf(resolved, standings);
  const { counted, known, applicable } = tally;
  const ticks = counted > 0 && !tally.isRefused ? rescale(capped(tally, caps, "earned"), counted, totalTicks) : null;
  const bound = (of: "low" | "high"): number | null =>
    known < applicable ? rescale(capped(tally, caps, of), applicable, totalTicks) : ticks;
  const [low, high] = [bound("low"), bound("high")];
  const grade = gradeAt(resolved, ticks, limited.shown);
  const worst = gradeAt(resolved, low, limited.worst);
  const best = gradeAt(resolved, high, limited.best);
  return { ticks, low, high, grade, worst, best, isCertain: grade !== null && grade === worst && grade === best };
}

function tallyOf({ groups }: Resolved, standings: readonly Standing[]): Tally {
  const tally = newTally(groups.length);
  for (const { indicator, status, points } of standings) {
    if (status === "known") addKnown(tally, indicator, points);
    else if (status !== "not-applicable") addUnknown(tally, indicator);
  }
  return tally;
}
