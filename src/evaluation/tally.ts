import { mulDivRound } from "./exact/ticks.js";
import type { ResolvedIndicator } from "./resolved/indicator.js";
import type { Resolved } from "./resolved/resolve.js";

/** Running sums of one group, or of the indicators without one, in ticks. */
export interface GroupTally {
  earned: number;
  low: number;
  high: number;
  weight: number;
  known: number;
}

/** Running sums of one evaluation. */
export interface Tally {
  /** The groups in the order of the definition; last, the indicators without one. */
  readonly groups: readonly GroupTally[];
  /** The weight that counted, the weight of known facts, and the weight that applies. */
  counted: number;
  known: number;
  applicable: number;
  /** A fact is unknown whose policy refuses a score. */
  isRefused: boolean;
}

/** Sums of nothing yet. */
export function newTally(groups: number): Tally {
  const list: GroupTally[] = [];
  for (let place = 0; place <= groups; place += 1) list.push({ earned: 0, low: 0, high: 0, weight: 0, known: 0 });
  return { groups: list, counted: 0, known: 0, applicable: 0, isRefused: false };
}

/** Counts a known fact's points. */
export function addKnown(tally: Tally, { place, full }: ResolvedIndicator, ticks: number): void {
  const group = tally.groups[place] as GroupTally;
  group.earned += ticks;
  group.low += ticks;
  group.high += ticks;
  group.weight += full;
  group.known += full;
  tally.counted += full;
  tally.known += full;
  tally.applicable += full;
}

/** Counts an unknown fact by its policy; returns the points that stand in for it, `null` for none. */
export function addUnknown(tally: Tally, indicator: ResolvedIndicator): number | null {
  const { place, full, missing } = indicator;
  const group = tally.groups[place] as GroupTally;
  group.low += indicator.least.points;
  group.high += indicator.most.points;
  group.weight += full;
  tally.applicable += full;
  if (missing === "refuse") tally.isRefused = true;
  if (missing !== "worst" && missing !== "neutral") return null;
  const ticks = missing === "worst" ? indicator.worst : indicator.neutral;
  group.earned += ticks;
  tally.counted += full;
  return ticks;
}

/** The sum over groups, each held to its cap. */
export function capped({ groups }: Tally, caps: Resolved["caps"], of: "earned" | "low" | "high"): number {
  let total = 0;
  for (let place = 0; place < groups.length; place += 1) {
    total += Math.min((groups[place] as GroupTally)[of], caps[place] as number);
  }
  return total;
}

/** Points on part of the weight, rescaled to the total: exact, half away from zero; infinite sums stay so. */
export function rescale(ticks: number, weight: number, totalWeight: number): number {
  return weight === totalWeight || !Number.isFinite(ticks) ? ticks : mulDivRound(ticks, totalWeight, weight);
}
