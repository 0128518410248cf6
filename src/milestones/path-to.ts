import { ofShape } from "../ground/of-shape.js";
import { checkGate } from "./decide/gate.js";
import type { Process, ProcessIds } from "./definition/process.js";
import { type Resolved, type ResolvedMilestone, resolved } from "./definition/registry.js";
import type { Refusal } from "./refusal.js";
import type { ProcessState } from "./state.js";

/** One gate on the way to a later milestone. */
export interface PathStep<I extends ProcessIds = ProcessIds> {
  readonly milestone: I["milestone"];
  /** What is left to be done there. */
  readonly missing: readonly Refusal[];
}

/**
 * All work that is left to a later milestone: the gates on the shortest way there (of several, the first in the order of the definition), each with what doesn't hold yet. Empty where
 * the deal stands there; `null` where no way leads there, or the deal isn't started.
 *
 * @example
 * ```ts
 * import { decide, pathTo, replay } from "keyaccount";
 * import { keyAccountProcess } from "keyaccount/handbook";
 *
 * const started = decide(keyAccountProcess, replay(keyAccountProcess, []), { id: "1", type: "start", at: "2026-11-02T08:00:00Z", by: "li" });
 * const state = replay(keyAccountProcess, started.ok ? started.value : []);
 * pathTo(keyAccountProcess, state, "approval")?.map(({ milestone, missing }) => [milestone, missing.length]); // => [["planning", 3], ["visit", 4]]
 * ```
 */
export function pathTo<I extends ProcessIds>(
  process: Process<I>,
  state: ProcessState<NoInfer<I>>,
  milestone: NoInfer<I>["milestone"],
): readonly PathStep<I>[] | null {
  const known = resolved(process);
  return ofShape({ state }, () => {
    const way = shortestWay(known, state.milestone, milestone);
    return way && way.map((id) => stepAt(known, state as unknown as ProcessState, id));
  }) as readonly PathStep<I>[] | null;
}

function stepAt(known: Resolved, state: ProcessState, id: string): PathStep {
  const missing: Refusal[] = [];
  const gate = known.milestones.get(id) as ResolvedMilestone;
  // Approvals belong to one stay, so those of a later milestone are all still to come.
  const now = id === state.milestone ? state : { ...state, approvals: [] };
  checkGate({ known, state: now }, gate, undefined, missing);
  return { milestone: id, missing };
}

/** The milestones to pass, without the goal. */
function shortestWay({ milestones }: Resolved, from: string | null, goal: string): readonly string[] | null {
  if (from === null) return null;
  const ways = new Map<string, readonly string[]>([[from, []]]);
  for (const [id, way] of ways) {
    if (id === goal) return way;
    for (const next of milestones.get(id)?.own.next ?? []) if (!ways.has(next)) ways.set(next, [...way, id]);
  }
  return null;
}
