import type { Resolved } from "../definition/registry.js";
import type { ProcessState } from "../state.js";

/**
 * Where a closed deal may be opened again: where it was closed, or earlier on its way there, so that every gate since must be passed anew. Whoever goes back leaves
 * what came later; to where the deal hasn't been, everything.
 */
export function waysBack({ ahead }: Resolved, { stays, milestone: here }: ProcessState): readonly string[] {
  let path: string[] = [];
  for (const { milestone, entry } of stays) {
    if (entry === "back" || entry === "reopened") path = path.slice(0, Math.max(path.lastIndexOf(milestone), 0));
    path.push(milestone);
  }
  return [...new Set(path)].filter((id) => ahead.get(id)?.has(here as string));
}
