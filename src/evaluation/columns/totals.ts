import type { Job } from "./job.js";
import type { Ticks } from "./kernels/run.js";
import type { Part } from "./plan.js";

/** Adds the points of a part's members, row by row, to `sums` from `start`. */
export function addPart({ members }: Part, job: Job, sums: Float64Array, start: number): void {
  const { ticks, run } = job;
  const of = (turn: number): Ticks => ticks[members[turn] as number] as Ticks;
  let turn = 0;
  for (; turn + 4 <= members.length; turn += 4)
    addFour(sums, start, run.count, of(turn), of(turn + 1), of(turn + 2), of(turn + 3));
  for (; turn < members.length; turn += 1) addOne(sums, start, run.count, of(turn));
}

function addFour(
  sums: Float64Array,
  start: number,
  count: number,
  one: Ticks,
  two: Ticks,
  three: Ticks,
  four: Ticks,
): void {
  for (let index = 0; index < count; index += 1) {
    sums[start + index] =
      (sums[start + index] as number) +
      (one[index] as number) +
      (two[index] as number) +
      (three[index] as number) +
      (four[index] as number);
  }
}

function addOne(sums: Float64Array, start: number, count: number, one: Ticks): void {
  for (let index = 0; index < count; index += 1)
    sums[start + index] = (sums[start + index] as number) + (one[index] as number);
}

/** Adds the sums of a part, each held to the part's cap. */
export function addHeld(sums: Float64Array, start: number, count: number, part: Float64Array, cap: number): void {
  const most = Number(cap);
  for (let index = 0; index < count; index += 1)
    sums[start + index] = (sums[start + index] as number) + Math.min(part[index] as number, most);
}
