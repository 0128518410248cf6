import type { MissingPolicy } from "../definition/kinds.js";
import { readAsOf } from "../evaluate.js";
import type { FactStatus } from "../evaluation.js";
import { newReading, readFact } from "../read-fact.js";
import type { ResolvedIndicator } from "../resolved/indicator.js";
import { newScore, scoreFact } from "../score-fact.js";
import type { ReadEvaluation, ReadRow } from "./read-evaluation.js";

/** What a fact is worth to an indicator other than the one that read it. */
export interface Rescored {
  readonly status: FactStatus;
  /** In ticks of the indicator's scale; `null` where the fact isn't known. */
  readonly points: number | null;
}

/** Issues after which the row still shows the fact's value, so that another indicator can read it. */
const SHOWN: readonly string[] = ["no-ratio", "points-too-large"];

/** Reads the fact of an evaluation's row once more, by another indicator. What can't be read from the row stays invalid. */
export function rescore(evaluation: ReadEvaluation, id: string, row: ReadRow, indicator: ResolvedIndicator): Rescored {
  if (!isShown(evaluation, id, row)) return { status: row.status, points: null };
  const { actual: value, observedAt } = row;
  const reading = newReading();
  const score = newScore();
  readFact(reading, indicator, { [id]: { value, observedAt } }, readAsOf(evaluation.asOf), []);
  scoreFact(score, indicator, reading, []);
  return { status: reading.status, points: reading.status === "known" ? score.points : null };
}

function isShown({ issues }: ReadEvaluation, id: string, { status, actual }: ReadRow): boolean {
  if (status === "known" || status === "stale") return true;
  return (
    status === "invalid" && actual !== null && issues.every(({ code, path }) => path[0] !== id || SHOWN.includes(code))
  );
}

/** What counts: a known fact's points, or what stands in for one that isn't; `null` where nothing does. */
export function countedPoints(
  { status, points }: Rescored,
  indicator: ResolvedIndicator,
  missing: MissingPolicy,
): number | null {
  if (status === "known" || status === "not-applicable") return points;
  if (missing === "worst") return indicator.worst;
  return missing === "neutral" ? indicator.neutral : null;
}
