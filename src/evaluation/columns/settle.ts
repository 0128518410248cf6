import type { FactIssue } from "../../ground/issue.js";
import type { Line } from "../exact/line.js";
import { MOST_TICKS } from "../exact/ticks.js";
import { newReading, readFact } from "../read-fact.js";
import type { Piece } from "../resolved/curve.js";
import type { ResolvedIndicator } from "../resolved/indicator.js";
import { newScore, scoreFact } from "../score-fact.js";
import { addFault, addNotApplicable, addUnknown } from "./gap.js";
import { roundAt, unitOf } from "./grid.js";
import type { Job } from "./job.js";
import type { IndicatorPlan } from "./plan.js";

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
  const { cells, at, undecided, places, ticks } = job.run;
  let unit = 1;
  for (let turn = 0; turn < found; turn += 1) {
    const index = undecided[turn] as number;
    const a = cells[at + index] as number;
    if (a !== a) {
      addGap(job, place, index);
      continue;
    }
    unit = unitOf(a, unit) || unitOf(a, 1) || 1;
    const { points } = plan.pieces[places[index] as number] ?? (plan.pieces[0] as Piece);
    const quick = onGrid(plan, plan.pieces.length > 1 ? points : plan.line, a, unit);
    if (quick === quick) ticks[index] = quick;
    else settleExactly(job, place, index, a);
  }
}

function addGap(job: Job, place: number, index: number): void {
  if (job.columns[place]?.notApplicable?.[job.start + index] === 1) addNotApplicable(job, place, index);
  else addUnknown(job, place, index);
}

/** Points by whole doubles; NaN for what takes a closer look. */
function onGrid(plan: IndicatorPlan, points: Line, a: number, unit: number): number {
  const { least, most, highest } = plan.indicator;
  const whole = Math.round(a * unit);
  const isUsual = whole / unit === a && a >= plan.from && a < plan.to && (a > 0 || !plan.isReciprocal);
  if (!isUsual) return NaN;
  const ticks = plan.indicator.numeric?.relative == null ? roundAt(points, whole, unit) : onTwoGrids(plan, whole, unit);
  const held = Math.min(Math.max(ticks, least.points), most.points);
  return Math.abs(held) <= highest ? held : NaN;
}

function onTwoGrids({ relative, relativeUnit, line }: IndicatorPlan, whole: number, unit: number): number {
  const ratio = roundAt(relative, whole, unit);
  return Math.abs(ratio) < MOST_TICKS ? roundAt(line, ratio, relativeUnit) : NaN;
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
