import { same } from "../../ground/json.js";
import { checkGate } from "../decide/gate.js";
import { pathOf } from "../decide/ways-back.js";
import type { Resolved, ResolvedMilestone } from "../definition/registry.js";
import { type Names, renamed } from "../fold/migrated.js";
import type { Refusal } from "../refusal.js";
import type { ProcessState } from "../state.js";

/** A migration that is looked at: the deal before and after it. */
export interface Passage {
  readonly from: Resolved;
  readonly to: Resolved;
  readonly names: { readonly [P in "milestones" | "standards" | "tasks" | "forms"]: Names };
  readonly before: ProcessState;
  /** As it stands once the migration is folded. */
  readonly after: ProcessState;
}

/**
 * The gates of a new process that lie behind where a deal is to stand though nothing proves them: it never passed them under any name, or what they ask for now wasn't asked there and doesn't hold. Of
 * all ways there, the one with the fewest, in order.
 */
export function unprovenGates(passage: Passage): readonly string[] {
  const { to, after } = passage;
  const proven = provenGates(passage);
  const best = new Map<string, readonly string[]>();
  const queue: { readonly id: string; readonly way: readonly string[] }[] = to.process.start.map((id) => ({
    id,
    way: [],
  }));
  for (const { id, way } of queue) {
    if ((best.get(id)?.length ?? Number.POSITIVE_INFINITY) <= way.length) continue;
    best.set(id, way);
    const onwards = proven.has(id) ? way : [...way, id];
    for (const next of (to.milestones.get(id) as ResolvedMilestone).own.next) queue.push({ id: next, way: onwards });
  }
  return best.get(after.milestone as string) ?? [];
}

function provenGates(passage: Passage): ReadonlySet<string> {
  const { from, names, before } = passage;
  const passed = pathOf(from, before.stays).slice(0, -1);
  return new Set(
    passed.flatMap((id) => {
      const gate = renamed(names.milestones, id);
      return asksNoMore(passage, id, gate) || holdsNow(passage, gate) ? gate : [];
    }),
  );
}

/** Whether everything that a gate asks for was asked in the same way where it was passed. */
function asksNoMore({ from, to, names }: Passage, passed: string, gate: string): boolean {
  const old = from.milestones.get(passed) as ResolvedMilestone;
  const now = to.milestones.get(gate) as ResolvedMilestone;
  const isAsked = (kind: "standards" | "tasks" | "forms", id: string): boolean =>
    old[kind].some((one) => renamed(names[kind], one) === id && same(old.own[kind][one], now.own[kind][id]));
  return (
    (["standards", "tasks", "forms"] as const).every((kind) => now[kind].every((id) => isAsked(kind, id))) &&
    now.approvals.every(({ id }) => same(old.own.approvals[id], now.own.approvals[id]))
  );
}

function holdsNow({ to, after }: Passage, gate: string): boolean {
  const issues: Refusal[] = [];
  checkGate({ known: to, state: after }, to.milestones.get(gate) as ResolvedMilestone, undefined, issues);
  return issues.length === 0;
}
