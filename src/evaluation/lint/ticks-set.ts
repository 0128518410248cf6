/** A run of whole ticks, both ends included; the ends may be infinite. */
export type Run = readonly [number, number];

/** A set of whole ticks as runs that rise and don't touch. Where it is too costly to be exact, a set holds more than it should, never less. */
export type TicksSet = readonly Run[];

/** What sums of sets may still cost, in pairs of runs. */
export interface Work {
  left: number;
}

/** The set of no points: where nothing is summed. */
export const NOTHING: TicksSet = [[0, 0]];

/** The set of these runs, in any order. */
export function setOf(runs: readonly Run[]): TicksSet {
  const sorted = [...runs].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
  const merged: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** The least and the most of a set. */
export function hull(set: TicksSet): Run {
  const [first, last] = [set[0], set.at(-1)] as [Run, Run];
  return [first[0], last[1]];
}

/** All sums of one of each; the hull of both where that would cost too much. */
export function plusSet(a: TicksSet, b: TicksSet, work: Work): TicksSet {
  const cost = a.length * b.length;
  if (cost > work.left) return [sumOf(hull(a), hull(b))];
  work.left -= cost;
  return setOf(a.flatMap((one) => b.map((other) => sumOf(one, other))));
}

function sumOf(a: Run, b: Run): Run {
  return [a[0] + b[0], a[1] + b[1]];
}

/** The set with everything above `cap` brought down to it. */
export function capSet(set: TicksSet, cap: number): TicksSet {
  return setOf(set.map(([from, to]) => [Math.min(from, cap), Math.min(to, cap)]));
}

/** The part of a set that lies between two ticks, both included. */
export function within(set: TicksSet, from: number, to: number): TicksSet {
  const cut = set.map(([first, last]): Run => [Math.max(first, from), Math.min(last, to)]);
  return cut.filter(([first, last]) => first <= last);
}

/** Whether some tick from `from` to `to` is in the set. */
export function meets(set: TicksSet, from: number, to: number): boolean {
  let [low, high] = [0, set.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((set[middle] as Run)[1] < from) low = middle + 1;
    else high = middle;
  }
  const run = set[low];
  return run !== undefined && run[0] <= to && from <= to;
}

/** For each place the sum of all sets but that one. */
export function sumsWithout(sets: readonly TicksSet[], work: Work): TicksSet[] {
  const before: TicksSet[] = [NOTHING];
  const after: TicksSet[] = [NOTHING];
  sets.forEach((set, place) => before.push(plusSet(before[place] as TicksSet, set, work)));
  sets.toReversed().forEach((set, place) => after.push(plusSet(after[place] as TicksSet, set, work)));
  return sets.map((_, place) => plusSet(before[place] as TicksSet, after[sets.length - 1 - place] as TicksSet, work));
}
