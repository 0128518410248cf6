import type { KeyAccountError } from "../ground/error.js";
import { same } from "../ground/json.js";
import { decided } from "./decide/decide.js";
import { refusedAs } from "./decide/outcome.js";
import type { Resolved } from "./definition/registry.js";
import type { Migration, ProcessEvent } from "./event.js";
import { folded } from "./fold/evolve.js";
import { type CommandedEvent, commandOf } from "./history/command-of.js";
import { importHistory } from "./history/import-history.js";
import { decideMigration } from "./history/migration.js";
import type { StoredEvent } from "./record.js";
import type { Decision, RefusalCode } from "./refusal.js";
import type { ProcessState } from "./state.js";

/** Processes by their hashes. */
export type Processes = ReadonlyMap<string, Resolved>;

/** How far a log has been read. */
export interface Reading {
  readonly state: ProcessState;
  /** SHA-256 of the last event. */
  readonly head: string;
  /** The ids of all events so far: `ids` as the state has them, and the same to look one up. */
  readonly ids: string[];
  readonly known: Set<string>;
}

/** Why an event doesn't follow. */
export interface EventFault {
  readonly code: "not-an-event" | "revision-gap" | "chain-broken" | "not-allowed" | "content-differs";
  readonly reasons: readonly RefusalCode[];
}

/** The state after an event that follows, and whether its process was there to decide on it. */
export interface Step {
  readonly state: ProcessState;
  readonly isChecked: boolean;
}

/** Folds a stored event, and decides once more on what led to it. */
export function auditEvent(reading: Reading, event: StoredEvent, processes: Processes): Step | EventFault {
  const { state, head, known } = reading;
  const after = foldOne(reading, event);
  if ("code" in after) return after;
  if (event.previous !== head) return { code: "chain-broken", reasons: [] };
  known.add(event.id);
  const { previous: _, ...bare } = event;
  // Its id is new, so that nobody has to look for it among all others once more.
  const decision = redecided({ ...state, ids: [] }, after, bare, processes);
  if (decision === undefined) return { state: after, isChecked: false };
  if (!decision.ok) return { code: "not-allowed", reasons: decision.issues.map(({ code }) => code) };
  return same(decision.value[0], bare) ? { state: after, isChecked: true } : { code: "content-differs", reasons: [] };
}

function foldOne({ state, ids, known }: Reading, event: StoredEvent): ProcessState | EventFault {
  try {
    const after = folded(state, event, [], ids);
    return after === state || known.has(event.id) ? { code: "not-an-event", reasons: ["already-done"] } : after;
  } catch (error) {
    const reasons = (error as KeyAccountError).issues.map(({ code }) => code as RefusalCode);
    return { code: reasons.includes("out-of-range") ? "revision-gap" : "not-an-event", reasons };
  }
}

/** What the process makes of the command that led to an event; `undefined` where the process isn't there. */
function redecided(
  before: ProcessState,
  after: ProcessState,
  event: ProcessEvent,
  processes: Processes,
): Decision | undefined {
  const begins = event.type === "started" || event.type === "history-imported";
  if (before.process === null && !begins) {
    return refusedAs("wrong-status", { status: before.status, allowed: ["open", "paused", "lost", "won"] });
  }
  if (event.type === "migrated") return migratedAgain(before, event, processes);
  const known = processes.get(String(after.process?.hash));
  return known && decidedAgain(known, before, event);
}

function decidedAgain(known: Resolved, state: ProcessState, event: CommandedEvent): Decision {
  const command = commandOf(event);
  return event.type === "history-imported" && state.revision === 0
    ? importHistory(known.process, command as never)
    : decided(known, state, command);
}

type MigratedEvent = Extract<ProcessEvent, { readonly type: "migrated" }>;

function migratedAgain(state: ProcessState, event: MigratedEvent, processes: Processes): Decision | undefined {
  const { id, at, by, roles, data } = event;
  const [from, to] = [processes.get(String(state.process?.hash)), processes.get(data.to.hash)];
  if (from === undefined || to === undefined) return undefined;
  const { milestones, standards, tasks, forms, reason } = data;
  const options = { id, at, by, roles, milestones, standards, tasks, forms, reason: isEarly(data) ? "-" : reason };
  try {
    const decision = decideMigration(from, to, state, options);
    return decision.ok && isEarly(data) ? withoutReason(decision) : decision;
  } catch (error) {
    return { ok: false, issues: (error as KeyAccountError).issues as never, cure: null };
  }
}

/** Early releases stored neither a reason nor what isn't proven. */
const isEarly = (data: Migration): boolean => !Object.hasOwn(data, "reason") && !Object.hasOwn(data, "unproven");

/** As an early release would have stored it; where something isn't proven, the event has to say so. */
function withoutReason(decision: Extract<Decision, { readonly ok: true }>): Decision {
  const [event] = decision.value as readonly MigratedEvent[];
  if (event === undefined || event.data.unproven?.length !== 0) return decision;
  const { reason: _, unproven: __, ...data } = event.data;
  return { ok: true, value: [{ ...event, data }] };
}
