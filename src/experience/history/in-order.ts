import { sortable } from "../../ground/dates.js";
import type { CountedObservation } from "../filter/state.js";

/** In order of time, then of all else that counts in them: whatever their order was, the same one comes out. Those alike in all stay in theirs. */
export function inOrder<O extends Omit<CountedObservation, "verified">>(observations: readonly O[]): O[] {
  return observations
    .map((observation) => ({ observation, key: keyOf(observation) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ observation }) => observation);
}

function keyOf({ at, source, ref, verified, levels }: Partial<CountedObservation> & { readonly at: string }): string {
  return `${sortable(at)}\0${at}\0${JSON.stringify([source, ref, verified, levels])}`;
}
