import type { KeyAccountError } from "../ground/error.js";
import { canonicalJson, type Json, readJson } from "../ground/json.js";
import { own } from "../portfolio/own.js";
import { hashEvent, rootOf } from "./append-events.js";
import { decided } from "./decide/decide.js";
import type { Process, ProcessIds } from "./definition/process.js";
import { type Resolved, resolved } from "./definition/registry.js";
import type { Migration } from "./event.js";
import { folded } from "./fold/evolve.js";
import { INITIAL } from "./fold/initial.js";
import { type CommandedEvent, commandOf } from "./history/command-of.js";
import { importHistory } from "./history/import-history.js";
import type { ProcessRecord, StoredEvent } from "./record.js";
import type { Decision, RefusalCode } from "./refusal.js";
import type { ProcessState } from "./state.js";

/** What can be wrong with a stored log. */
export const AUDIT_FAULTS = [
  "not-a-record",
  "not-an-event",
  "chain-broken",
  "not-allowed",
  "content-differs",
  "head-differs",
  "process-differs",
] as const;
/** What can be wrong with a stored log. */
export type AuditFaultCode = (typeof AUDIT_FAULTS)[number];

/** The first thing that is wrong with a stored log. */
export interface AuditFault {
  readonly code: AuditFaultCode;
  /** Index of the event that doesn't follow; `null` where it is the record as a whole. */
  readonly index: number | null;
  /** The id of that event, as far as it has one. */
  readonly id: string | null;
  /** Why the move wasn't allowed, or how the event can't be read. */
  readonly reasons: readonly (RefusalCode | "out-of-range" | "unsupported-version" | "undefined-process")[];
}

/** What an audit found. */
export interface Audit {
  /** The version of this shape. */
  readonly v: 1;
  readonly isClean: boolean;
  readonly fault: AuditFault | null;
  /** Events up to which everything follows. */
  readonly sound: number;
  /** Events that only the chain was checked of, as their process wasn't given. */
  readonly unchecked: number;
  /** SHA-256 of the last sound event: keep it elsewhere, and give it as `head` next time. */
  readonly head: string | null;
}

/** How to audit. */
export interface AuditOptions {
  /** All processes that the record has followed; each in the version that it had. */
  readonly processes: readonly Process[];
  /** The head as it is known from elsewhere: shows a log that was rewritten or cut off whole. */
  readonly head?: string | undefined;
}

/**
 * Replays a stored log and names the first event that doesn't follow: each must be chained to the one before, and `decide` must have made exactly this event out
 * of the state before it. So an event that was dropped, swapped, changed, inserted or re-dated behind the library's back shows.
 *
 * A chain of hashes proves that nothing was changed unless somebody computed all later hashes anew; who can write the whole record can do that. Keep `head` where they can't write, and give it as an option.
 * Anything may be passed as the record: what is none is the fault `not-a-record`.
 *
 * @example
 * ```ts
 * import { appendEvents, audit, decide, openRecord, replay } from "keyaccount";
 * import { keyAccountProcess } from "keyaccount/handbook";
 *
 * const started = decide(keyAccountProcess, replay(keyAccountProcess, []), { id: "1", type: "start", at: "2026-11-02T08:00:00Z", by: "li" });
 * const record = appendEvents(openRecord(keyAccountProcess, "deal-4711"), started.ok ? started.value : []);
 * audit(record, { processes: [keyAccountProcess] }).isClean; // => true
 * const dated = { ...record, events: record.events.map((event) => ({ ...event, at: "2026-10-01T08:00:00Z" })) };
 * audit(dated, { processes: [keyAccountProcess] }).fault?.code; // => "head-differs"
 * ```
 */
export function audit<I extends ProcessIds>(record: ProcessRecord<I>, options: AuditOptions): Audit {
  const processes = options.processes.map(resolved);
  const { json, issues } = readJson(record);
  const read = json as unknown as ProcessRecord;
  if (issues.length > 0 || !isRecord(read))
    return result(0, 0, null, { code: "not-a-record", index: null, id: null, reasons: [] });
  return auditRecord(read, new Map(processes.map((known) => [known.name.hash, known])), options.head);
}

function isRecord(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { v, id, head, process, events } = value as { readonly [K in keyof ProcessRecord]?: unknown };
  const isNamed = typeof id === "string" && typeof head === "string" && typeof process === "object" && process !== null;
  return v === 1 && isNamed && Array.isArray(events);
}

function result(sound: number, unchecked: number, head: string | null, fault: AuditFault | null): Audit {
  return { v: 1, isClean: fault === null, fault, sound, unchecked, head };
}

type Processes = ReadonlyMap<string, Resolved>;

function auditRecord(record: ProcessRecord, processes: Processes, expected: string | undefined): Audit {
  let state = INITIAL;
  let head = rootOf(record.id);
  let unchecked = 0;
  for (const [index, event] of record.events.entries()) {
    const step = auditEvent(state, event, head, processes);
    if ("code" in step) return result(index, unchecked, head, { ...step, index, id: idOf(event) });
    unchecked += step.isChecked ? 0 : 1;
    state = step.state;
    head = hashEvent(event);
  }
  const code = codeAtEnd(record, state, head, expected);
  const fault = code === null ? null : { code, index: null, id: null, reasons: [] };
  return result(record.events.length, unchecked, head, fault);
}

/** The id of what should be an event, as far as it has one. */
function idOf(event: unknown): string | null {
  const id: unknown = typeof event === "object" && event !== null ? own(event, "id") : undefined;
  return typeof id === "string" ? id : null;
}

/** What the record says of itself, held against its events. */
function codeAtEnd(
  { head, process }: ProcessRecord,
  state: ProcessState,
  found: string,
  expected: string | undefined,
): AuditFaultCode | null {
  if (head !== found || (expected !== undefined && expected !== found)) return "head-differs";
  return state.process === null || same(state.process, process) ? null : "process-differs";
}

const same = (one: unknown, other: unknown): boolean => canonicalJson(one as Json) === canonicalJson(other as Json);

type Step = { readonly state: ProcessState; readonly isChecked: boolean } | Pick<AuditFault, "code" | "reasons">;

function auditEvent(state: ProcessState, event: StoredEvent, head: string, processes: Processes): Step {
  const after = foldOne(state, event);
  if ("code" in after) return after;
  if (event.previous !== head) return { code: "chain-broken", reasons: [] };
  if (event.type === "migrated") return migratedStep(state, after, event.data, processes);
  const { previous: _, ...bare } = event;
  const known = processes.get(String(after.process?.hash));
  if (known === undefined) return { state: after, isChecked: false };
  const decision = redecided(known, state, bare);
  if (!decision.ok) return { code: "not-allowed", reasons: decision.issues.map(({ code }) => code) };
  return same(decision.value[0], bare) ? { state: after, isChecked: true } : { code: "content-differs", reasons: [] };
}

/** A migration leads from the process that the record followed, and every old milestone to one that the new process has. */
function migratedStep(
  before: ProcessState,
  after: ProcessState,
  { from, to, milestones }: Migration,
  processes: Processes,
): Step {
  const [old, next] = [processes.get(from.hash), processes.get(to.hash)];
  if (!same(before.process, from)) return { code: "content-differs", reasons: [] };
  if (old === undefined || next === undefined) return { state: after, isChecked: false };
  const isTotal = Array.from(old.milestones.keys()).every((id) => next.milestones.has(milestones[id] ?? ""));
  return isTotal && same(next.name, to) ? { state: after, isChecked: true } : { code: "content-differs", reasons: [] };
}

function foldOne(state: ProcessState, event: StoredEvent): ProcessState | Pick<AuditFault, "code" | "reasons"> {
  try {
    const after = folded(state, event, []);
    return after === state ? { code: "not-an-event", reasons: ["already-done"] } : after;
  } catch (error) {
    const reasons = (error as KeyAccountError).issues.map(({ code }) => code as RefusalCode);
    return { code: "not-an-event", reasons };
  }
}

/** Decides once more what led to an event. */
function redecided(known: Resolved, state: ProcessState, event: CommandedEvent): Decision {
  const command = commandOf(event);
  return event.type === "history-imported" && state.revision === 0
    ? importHistory(known.process, command as never)
    : decided(known, state, command);
}
