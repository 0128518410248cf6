import type { FactIssue } from "../../ground/issue.js";
import { newReading, readFact } from "../read-fact.js";
import type { ResolvedIndicator } from "../resolved/indicator.js";
import { newScore, scoreFact } from "../score-fact.js";
import { addFault, addNotApplicable, addUnknown } from "./gap.js";
import { settleOnGrid, settleOnTwoGrids } from "./grid.js";
import type { Job } from "./job.js";
import { type IndicatorPlan, KERNEL } from "./plan.js";

/** Decides the first `found` cells that a kernel left undecided. */
export function settle(job: Job, place: number, found: number): void {
  const plan = job.plan.indicators[place] as IndicatorPlan;
  if (plan.answers.length > 0) settleCodes(job, place, plan, found);
  else settleNumbers(job, place, plan, found);
}

function settleCodes(job: Job, place: number, { indicator }: IndicatorPlan, found: number): void {
  const { cells, at, undecided } = job.run;
  const none = cells.BYTES_PER_ELEMENT === 1 ? 255 : 65_535;
  const code = indicator.kind === "flag" ? "wrong-type" : "unknown-option";
  for (let turn = 0; turn < found; turn += 1) {
    const index = undecided[turn] as number;
    if (cells[at + index] === none) addGap(job, place, index);
    else addFault(job, place, index, code);
  }
}

function settleNumbers(job: Job, place: number, plan: IndicatorPlan, found: number): void {
  const { run } = job;
  const { kernel } = plan;
  const left = kernel === KERNEL.relative ? settleOnTwoGrids(plan, run, found) : settleOnGrid(plan, run, found);
  for (let turn = 0; turn < left; turn += 1) {
    const index = run.undecided[turn] as number;
    const a = run.cells[run.at + index] as number;
    if (a === a) settleExactly(job, place, index, a);
    else addGap(job, place, index);
  }
}

function addGap(job: Job, place: number, index: number): void {
  if (job.columns[place]?.notApplicable?.[job.start + index] === 1) addNotApplicable(job, place, index);
  else addUnknown(job, place, index);
}

/** Asks the code behind `evaluate` about one cell. */
function settleExactly(job: Job, place: number, index: number, a: number): void {
  const { indicator } = job.plan.indicators[place] as { readonly indicator: ResolvedIndicator };
  const issues: FactIssue[] = [];
  const [reading, score] = [newReading(), newScore()];
  readFact(reading, indicator, { [indicator.id]: a }, null, issues);
  scoreFact(score, indicator, reading, issues);
  const [issue] = issues;
  if (issue === undefined) job.run.ticks[index] = score.points + 0;
  else addFault(job, place, index, issue.code);
}
