import { pathOf } from "../decide/ways-back.js";
import type { Resolved, ResolvedMilestone } from "../definition/registry.js";
import { type Names, renamed } from "../fold/migrated.js";
import type { ProcessState } from "../state.js";

/**
 * The gates of a new process that lie behind where a deal is to stand though it never passed them under any name: of all ways there, the one with the fewest, in order.
 */
export function unprovenGates(
  { stays, milestone }: ProcessState,
  milestones: Names,
  from: Resolved,
  to: Resolved,
): readonly string[] {
  const passed = new Set(
    pathOf(from, stays)
      .slice(0, -1)
      .map((id) => renamed(milestones, id)),
  );
  const best = new Map<string, readonly string[]>();
  const queue: { readonly id: string; readonly way: readonly string[] }[] = to.process.start.map((id) => ({
    id,
    way: [],
  }));
  for (const { id, way } of queue) {
    if ((best.get(id)?.length ?? Number.POSITIVE_INFINITY) <= way.length) continue;
    best.set(id, way);
    const after = passed.has(id) ? way : [...way, id];
    for (const next of (to.milestones.get(id) as ResolvedMilestone).own.next) queue.push({ id: next, way: after });
  }
  return best.get(renamed(milestones, milestone ?? "")) ?? [];
}
