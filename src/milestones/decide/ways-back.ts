import type { Resolved } from "../definition/registry.js";
import type { ProcessState, Stay } from "../state.js";

/**
 * The milestones that led to where a deal stands, which is the last. Whoever goes back leaves what came later; who goes to where the deal hasn't been, everything. What lies ahead of a
 * later stay is no way to it either: an import or a migration may have led back.
 */
export function pathOf({ ahead }: Resolved, stays: readonly Stay[]): readonly string[] {
  let path: string[] = [];
  for (const { milestone, entry } of stays) {
    if (entry === "back" || entry === "reopened") path = path.slice(0, Math.max(path.lastIndexOf(milestone), 0));
    path = [...path.filter((id) => ahead.get(milestone)?.has(id) !== true), milestone];
  }
  return path;
}

/** Where a closed deal may be opened again: where it was closed, or earlier on its way there, so that every gate since must be passed anew. */
export function waysBack(known: Resolved, { stays, milestone }: ProcessState): readonly string[] {
  return pathOf(known, stays).filter((id) => known.ahead.get(id)?.has(milestone as string));
}
