import { mulDivRound } from "./exact/ticks.js";
import type { Resolved } from "./resolved/resolve.js";
import type { ResolvedIndicator } from "./resolved/indicator.js";

/** Running sums of one evaluation: points in ticks, weights in weight units; per group, the last place for no group. */
export interface Tally {
  readonly earned: number[];
  readonly low: number[];
  readonly high: number[];
  readonly weight: number[];
  readonly known: number[];
  /** The weight that counted. */
  counted: number;
  /** A fact is unknown whose policy refuses a score. */
  isRefused: boolean;
}

/** Sums of nothing yet. */
export function newTally(groups: number): Tally {
  const zeros = (): number[] => new Array<number>(groups + 1).fill(0);
  return { earned: zeros(), low: zeros(), high: zeros(), weight: zeros(), known: zeros(), counted: 0, isRefused: false };
}

function add(sums: number[], place: number, value: number): void {
  sums[place] = (sums[place] ?? 0) + value;
}

/** Counts a known fact's points. */
export function addKnown(tally: Tally, { group, weightUnits }: ResolvedIndicator, ticks: number): void {
  const place = group < 0 ? tally.weight.length - 1 : group;
  add(tally.earned, place, ticks);
  add(tally.low, place, ticks);
  add(tally.high, place, ticks);
  add(tally.weight, place, weightUnits);
  add(tally.known, place, weightUnits);
  tally.counted += weightUnits;
}

/** Counts an unknown fact by its policy; returns the points that stand in for it, `null` for none. */
export function addUnknown(tally: Tally, indicator: ResolvedIndicator): number | null {
  const { group, weightUnits, missing } = indicator;
  const place = group < 0 ? tally.weight.length - 1 : group;
  add(tally.low, place, indicator.least);
  add(tally.high, place, indicator.most);
  add(tally.weight, place, weightUnits);
  if (missing === "refuse") tally.isRefused = true;
  if (missing !== "worst" && missing !== "neutral") return null;
  const ticks = missing === "worst" ? indicator.worst : indicator.neutral;
  add(tally.earned, place, ticks);
  tally.counted += weightUnits;
  return ticks;
}

/** The sum over groups, each held to its cap. */
export function capped(sums: readonly number[], groups: Resolved["groups"]): number {
  return sums.reduce((total, ticks, place) => total + Math.min(ticks, groups[place]?.max ?? Number.POSITIVE_INFINITY), 0);
}

/** Points on part of the weight, rescaled to the total: exact, half away from zero; infinite sums stay so. */
export function rescale(ticks: number, weight: number, totalWeight: number): number {
  return weight === totalWeight || !Number.isFinite(ticks) ? ticks : mulDivRound(ticks, totalWeight, weight);
}
