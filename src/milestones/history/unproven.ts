import { same } from "../../ground/json.js";
import { checkGate, unmetOf } from "../decide/gate.js";
import { gatesBehind, pathOf } from "../decide/ways-back.js";
import type { ProcessForm } from "../definition/process.js";
import type { Placed, Resolved, ResolvedMilestone } from "../definition/registry.js";
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
 * all ways there, the one with the fewest, in order; before them those that it passed beside that way and that ask for more now, as it may go back to where they lead, and the next process may ask for no more than this one.
 */
export function unprovenGates(passage: Passage): readonly string[] {
  const { from, before, to, after } = passage;
  const path = pathOf(from, before).slice(0, -1);
  const way = fewestUnproven(passage, provenGates(passage, path));
  const passed = [...new Set([...path, ...passedGates(passage)])];
  const proven = provenGates(passage, passed);
  const ahead = to.ahead.get(after.milestone as string);
  const beside = passed
    .map((id) => renamed(passage.names.milestones, id))
    .filter((gate) => !proven.has(gate) && !way.includes(gate) && ahead?.has(gate) !== true);
  return [...new Set([...beside, ...way])];
}

/** The gates that lie behind because they were passed, not because an import says so. */
function passedGates({ from, before }: Passage): readonly string[] {
  const behind = gatesBehind(from, before);
  return before.stays.flatMap(({ milestone, exit }) =>
    behind.includes(milestone) && (exit === "passed" || exit === "overridden") ? milestone : [],
  );
}

/** From a start; where no way leads from there, from any milestone before which there is no gate. */
function fewestUnproven({ to, after }: Passage, proven: ReadonlySet<string>): readonly string[] {
  const at = after.milestone as string;
  return waysFrom(to.process.start, to, proven).get(at) ?? waysFrom(to.entries, to, proven).get(at) ?? [];
}

/** To each milestone, of the way with the fewest gates that aren't proven those gates. */
function waysFrom(
  starts: Iterable<string>,
  { milestones }: Resolved,
  proven: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const best = new Map<string, readonly string[]>();
  const queue = Array.from(starts, (id): { readonly id: string; readonly way: readonly string[] } => ({ id, way: [] }));
  for (const { id, way } of queue) {
    if ((best.get(id)?.length ?? Number.POSITIVE_INFINITY) <= way.length) continue;
    best.set(id, way);
    const onwards = proven.has(id) ? way : [...way, id];
    for (const next of (milestones.get(id) as ResolvedMilestone).own.next) queue.push({ id: next, way: onwards });
  }
  return best;
}

/** Of gates that were passed those that are proven still, under their new names. */
function provenGates(passage: Passage, passed: readonly string[]): ReadonlySet<string> {
  return new Set(
    passed.flatMap((id) => {
      const gate = renamed(passage.names.milestones, id);
      return isProven(passage, id, gate) ? gate : [];
    }),
  );
}

/** Whether everything that a gate asks for holds now, or was asked in the same way where it was passed. */
function isProven(passage: Passage, passed: string, gate: string): boolean {
  const { from, to, names, after } = passage;
  const old = from.milestones.get(passed) as ResolvedMilestone;
  const now = to.milestones.get(gate) as ResolvedMilestone;
  const issues: Refusal[] = [];
  checkGate({ known: to, state: after }, now, undefined, issues);
  const unmet = unmetOf(issues);
  const wasAsked = (kind: "standards" | "tasks" | "forms", id: string): boolean =>
    old[kind].some((one) => renamed(names[kind], one) === id && same(old.own[kind][one], now.own[kind][id]));
  return (
    (["standards", "tasks", "forms"] as const).every((kind) => unmet[kind].every((id) => wasAsked(kind, id))) &&
    now.approvals.every(({ id, form }) => {
      const isSame = same(old.own.approvals[id], now.own.approvals[id]);
      return !unmet.approvals.includes(id) || (isSame && (form === undefined || isSameForm(passage, form)));
    })
  );
}

/** An approval of one form doesn't hold for another. */
function isSameForm({ from, to }: Passage, id: string): boolean {
  const [{ milestone: _, ...old }, { milestone: __, ...now }] = [formOf(from, id), formOf(to, id)];
  return same(old, now);
}

const formOf = ({ forms }: Resolved, id: string): Placed<ProcessForm> => forms.get(id) as Placed<ProcessForm>;
