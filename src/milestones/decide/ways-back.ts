import type { Resolved } from "../definition/registry.js";
import type { ProcessState, Stay } from "../state.js";

/**
 * The milestones that led to where a deal stands, which is the last. Whoever goes back leaves what came later; who goes to where the deal hasn't been, everything. What lies ahead of a
 * later stay is no way to it either: an import or a migration may have led back.
 */
export function pathOf({ ahead }: Resolved, stays: readonly Stay[]): readonly string[] {
  let path: string[] = [];
  for (const { milestone, entry } of stays) {
    if (entry === "back") path = path.slice(0, Math.max(path.lastIndexOf(milestone), 0));
    path = [...path.filter((id) => ahead.get(milestone)?.has(id) !== true), milestone];
  }
  return path;
}

/** Where a closed deal may be opened again: where it was closed, or earlier on its way there, so that every gate since must be passed anew. */
export function waysBack(known: Resolved, { stays, milestone }: ProcessState): readonly string[] {
  return pathOf(known, stays).filter((id) => known.ahead.get(id)?.has(milestone as string));
}

/**
 * Where `go-back` may lead from here: to where a deal may begin, or to where a gate leads that lies behind. Anywhere else it would stand past a gate that it never passed. Whatever leads
 * to where an import says that the deal was lies behind, though nothing proves it; so do the gates that a migration left unproven.
 */
export const returnsOf: Resolved["returnsOf"] = ({ milestones, ahead, entries }, { stays, milestone, migrations }) => {
  const back = milestones.get(milestone as string)?.own.back ?? [];
  const behind = new Set<string>();
  for (const { milestone: id, exit, entry } of stays) {
    if (entry === "imported") for (const [one, later] of ahead) if (later.has(id)) behind.add(one);
    for (const later of ahead.get(id) ?? []) behind.delete(later);
    if (exit === "passed" || exit === "overridden") behind.add(id);
  }
  for (const { unproven } of migrations) for (const id of unproven ?? []) behind.add(id);
  const known = Array.from(behind, (id) => milestones.get(id)?.own.next ?? []).flat();
  return back.filter((to) => entries.has(to) || known.includes(to));
};
