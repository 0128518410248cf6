import type { Job } from "./job.js";
import type { Ticks } from "./kernels/run.js";
import type { Part } from "./plan.js";

/** Adds the points of a part's members, row by row, to `sums` from `start`. */
export function addPart({ members }: Part, job: Job, sums: Float64Array, start: number): void {
  const { points, run } = job;
  const of = (turn: number): Ticks => points[members[turn] as number] as Ticks;
  let turn = 0;
  for (; turn + 4 <= members.length; turn += 4)
    addFour(sums, start, run.count, run.to, of(turn), of(turn + 1), of(turn + 2), of(turn + 3));
  for (; turn < members.length; turn += 1) addOne(sums, start, run.count, run.to, of(turn));
}

function addFour(
  sums: Float64Array,
  start: number,
  count: number,
  from: number,
  one: Ticks,
  two: Ticks,
  three: Ticks,
  four: Ticks,
): void {
  for (let index = 0; index < count; index += 1) {
    const at = from + index;
    sums[start + index] =
      (sums[start + index] as number) +
      (one[at] as number) +
      (two[at] as number) +
      (three[at] as number) +
      (four[at] as number);
  }
}

function addOne(sums: Float64Array, start: number, count: number, from: number, one: Ticks): void {
  for (let index = 0; index < count; index += 1)
    sums[start + index] = (sums[start + index] as number) + (one[from + index] as number);
}

/** Adds the sums of a part, each held to the part's cap. */
export function addHeld(sums: Float64Array, start: number, count: number, part: Float64Array, cap: number): void {
  const most = Number(cap);
  for (let index = 0; index < count; index += 1)
    sums[start + index] = (sums[start + index] as number) + Math.min(part[index] as number, most);
}
