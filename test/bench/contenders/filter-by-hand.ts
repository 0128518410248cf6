import type { ExperienceObservation } from "keyaccount";
import { experienceModel } from "keyaccount/handbook";

const STAGES = ["generalist", "in-transition", "specialist"] as const;
const SIGNALS = Object.entries(experienceModel.signals).map(([id, { levels, likelihoods }]) => ({
  id,
  levels,
  rows: levels.map((level) => STAGES.map((stage) => Number((likelihoods[stage] as Record<string, string>)[level]))),
}));
const STEPS = STAGES.map((from) => STAGES.map((to) => Number(experienceModel.transitions[from][to])));

/** What a good engineer would write for just this model: observations in order, month by month, floats, the probabilities alone. */
export function filterByHand(observations: readonly ExperienceObservation[]): number[] {
  const months = new Map<number, number[][]>();
  for (const { at, levels } of observations) {
    const month = Number(at.slice(0, 4)) * 12 + Number(at.slice(5, 7));
    let seen = months.get(month);
    if (seen === undefined) months.set(month, (seen = SIGNALS.map(() => [])));
    SIGNALS.forEach(({ id, levels: all }, place) => {
      const level = (levels as Record<string, string | undefined>)[id];
      if (level !== undefined) seen[place]?.push(all.indexOf(level as never));
    });
  }
  let chances = STAGES.map((stage) => Number(experienceModel.prior[stage]));
  let last: number | undefined;
  for (const [month, seen] of months) {
    for (; last !== undefined && last < month; last += 1)
      chances = STAGES.map((_, to) => chances.reduce((sum, one, from) => sum + one * (STEPS[from]?.[to] ?? 0), 0));
    last = month;
    seen.forEach((places, signal) => {
      if (places.length === 0) return;
      places.sort((a, b) => a - b);
      const row = SIGNALS[signal]?.rows[places[(places.length - 1) >> 1] ?? 0] ?? [];
      chances = chances.map((one, stage) => one * (row[stage] ?? 0));
    });
    const total = chances.reduce((sum, one) => sum + one, 0);
    chances = chances.map((one) => one / total);
  }
  return chances;
}
