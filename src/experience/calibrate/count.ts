import { byPeriod } from "../filter/walk.js";
import { weighPeriod } from "../filter/weigh-period.js";
import { EXPERIENCE_STAGES, type ExperienceStage } from "../model/model.js";
import { firstDayOf, periodOf } from "../model/period.js";
import type { ResolvedModel } from "../model/resolve-model.js";
import type { ReadLabelled } from "./read-labelled.js";
import type { ReadLabel } from "./read-labels.js";

/** Counts by stage (first index) and by level or stage (second), both in the model's order. */
export type Table = number[][];

/** What was counted. */
export interface Counts {
  readonly signals: ReadonlyMap<string, Table>;
  readonly transitions: Table;
  readonly prior: number[];
}

/** Counts levels by signal and labelled stage, steps from stage to stage, and first stages. */
export function countAll(labelled: readonly ReadLabelled[], resolved: ResolvedModel): Counts {
  const rows = (width: number): Table => EXPERIENCE_STAGES.map(() => Array.from({ length: width }, () => 0));
  const signals = new Map(resolved.signals.map(({ id, levels }) => [id, rows(levels.length)]));
  const counts: Counts = { signals, transitions: rows(EXPERIENCE_STAGES.length), prior: [0, 0, 0] };
  for (const one of labelled) {
    add(counts.prior, placeOf(one.labels[0].stage), 1);
    countSteps(one, resolved, counts.transitions);
    countLevels(one, resolved, counts.signals);
  }
  return counts;
}

function add(row: number[], place: number, more: number): void {
  row[place] = (row[place] as number) + more;
}

function placeOf(stage: ExperienceStage): number {
  return EXPERIENCE_STAGES.indexOf(stage);
}

/** The label in force in a period: the last one of those that don't begin later. */
export function labelAt(labels: readonly ReadLabel[], period: number): ReadLabel | undefined {
  return labels.findLast((label) => label.period <= period);
}

/** One step for each period after the first: most stay, some change. */
function countSteps({ labels, until }: ReadLabelled, { model }: ResolvedModel, table: Table): void {
  const inForce = labels.filter(({ period }, index) => labels[index + 1]?.period !== period);
  inForce.forEach(({ period, stage }, index) => {
    const next = inForce[index + 1];
    const row = table[placeOf(stage)] as number[];
    if (next === undefined) add(row, placeOf(stage), periodOf(until, model.period) - period);
    else {
      add(row, placeOf(stage), next.period - period - 1);
      add(row, placeOf(next.stage), 1);
    }
  });
}

/** A signal counts once in a period, with the level with which the filter would count it. */
function countLevels({ labels, observations }: ReadLabelled, resolved: ResolvedModel, tables: Counts["signals"]): void {
  const { model, prior, signals } = resolved;
  for (const [period, observed] of byPeriod(observations, resolved)) {
    const label = labelAt(labels, period);
    if (label === undefined) continue;
    const levels = weighPeriod(prior, observed, firstDayOf(period, model.period), resolved).seen;
    for (const { id, places } of signals) {
      const seen = levels.get(id);
      const row = (tables.get(id) as Table)[placeOf(label.stage)] as number[];
      if (seen !== undefined) add(row, places.get(seen.level) as number, 1);
    }
  }
}
