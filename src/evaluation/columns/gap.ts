import type { FactIssue } from "../../ground/issue.js";
import type { ResolvedIndicator } from "../resolved/indicator.js";
import { CHUNK, type Job, STATUS } from "./job.js";

/** Counts a cell without a fact by its indicator's policy. `index` is the row in the chunk. */
export function addUnknown(job: Job, place: number, index: number): void {
  const { gaps, run, plan } = job;
  const { indicator } = plan.indicators[place] as { readonly indicator: ResolvedIndicator };
  const { full, missing, least, most } = indicator;
  const isCounted = missing === "worst" || missing === "neutral";
  const ticks = isCounted ? (missing === "worst" ? indicator.worst : indicator.neutral) : 0;
  gaps.any = true;
  gaps.unknown[index] = (gaps.unknown[index] as number) + full;
  if (!isCounted) gaps.excluded[index] = (gaps.excluded[index] as number) + full;
  if (missing === "refuse") gaps.refused[index] = 1;
  run.ticks[index] = ticks;
  if (!isCounted && job.points !== null) job.blanks.push(place * CHUNK + index);
  const status = gaps.statuses[place];
  if (status) status[index] = STATUS.unknown;
  const part = plan.partOf[place] as number;
  const [low, high] = [gaps.low[part], gaps.high[part]];
  if (low) low[index] = (low[index] as number) + least.points - ticks;
  if (high) high[index] = (high[index] as number) + most.points - ticks;
}

/** Takes a cell whose question doesn't arise out of its row's total. */
export function addNotApplicable(job: Job, place: number, index: number): void {
  const { gaps, run, plan } = job;
  const { indicator } = plan.indicators[place] as { readonly indicator: ResolvedIndicator };
  gaps.any = true;
  gaps.notApplicable[index] = (gaps.notApplicable[index] as number) + indicator.full;
  run.ticks[index] = 0;
  if (job.points !== null) job.blanks.push(place * CHUNK + index);
  const status = gaps.statuses[place];
  if (status) status[index] = STATUS.notApplicable;
}

/** Counts a cell that has an issue as unknown, and remembers the issue. */
export function addFault(job: Job, place: number, index: number, code: FactIssue["code"]): void {
  const faults = job.faults[place] as Map<FactIssue["code"], { count: number; readonly firstRow: number }>;
  const known = faults.get(code);
  if (known === undefined) faults.set(code, { count: 1, firstRow: job.start + index });
  else known.count += 1;
  addUnknown(job, place, index);
}
