import type { PlainDate } from "../ground/dates.js";
import type { NamedStage, UndeterminedReason } from "./result.js";
import type { StageBoundary } from "./state.js";

/** A boundary before any evidence. */
export const UNCLEAR: StageBoundary = { passed: null, since: null, confirmed: null, run: 0, runSince: null };

/** Thresholds in ticks, and the dwell in periods. */
interface Rule {
  readonly enter: number;
  readonly leave: number;
  readonly dwell: number;
}

/**
 * A boundary one period with evidence later, by the probability, in ticks, of lying beyond it. The first clear evidence decides at once;
 * after that it takes `dwell` periods in a row to change sides. Between `leave` and `enter` nothing changes.
 */
export function moveBoundary(boundary: StageBoundary, ticks: number, period: PlainDate, rule: Rule): StageBoundary {
  const { passed, run } = boundary;
  const wants = ticks >= rule.enter ? true : ticks < rule.leave ? false : passed;
  if (wants === passed) return { ...boundary, run: 0, runSince: null };
  const runSince = boundary.runSince ?? period;
  if (passed !== null && run + 1 < rule.dwell) return { ...boundary, run: run + 1, runSince };
  return { passed: wants, since: runSince, confirmed: period, run: 0, runSince: null };
}

/** The stage between two boundaries, the first one into transition, the second one out of it. */
export function stageBetween([into, beyond]: readonly [StageBoundary, StageBoundary]): NamedStage {
  if (into.passed === null || beyond.passed === null) return "undetermined";
  if (beyond.passed) return "specialist";
  return into.passed ? "in-transition" : "generalist";
}

/** Why no stage can be named on so many signals that are known and recent enough. */
export function whyUndetermined(
  stage: NamedStage,
  known: number,
  least: number,
  ever: number,
): UndeterminedReason | null {
  if (ever === 0) return "no-evidence";
  if (known < least) return "thin-evidence";
  return stage === "undetermined" ? "between-stages" : null;
}
