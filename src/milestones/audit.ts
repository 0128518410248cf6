import { readJson } from "../ground/json.js";
import { ofShape } from "../ground/of-shape.js";
import { own } from "../portfolio/own.js";
import { hashEvent, rootOf } from "./append-events.js";
import { auditEvent, type Processes, type Reading, same } from "./audit-event.js";
import type { Process, ProcessIds } from "./definition/process.js";
import { resolved } from "./definition/registry.js";
import { INITIAL } from "./fold/initial.js";
import type { ProcessRecord } from "./record.js";
import type { RefusalCode } from "./refusal.js";

/** What can be wrong with a stored log. */
export const AUDIT_FAULTS = [
  "not-a-record",
  "not-an-event",
  "chain-broken",
  "not-allowed",
  "content-differs",
  "head-differs",
  "process-differs",
  "process-unknown",
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
  /** Whether everything was checked, and nothing is wrong. */
  readonly isClean: boolean;
  readonly fault: AuditFault | null;
  /** Events up to which everything was checked and follows. */
  readonly sound: number;
  /** Events that only the chain was checked of, as their process wasn't given; the first of them is the fault `process-unknown` unless another was found. */
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
 * of the state before it; likewise `importHistory` and `migrate`. So an event that was dropped, swapped, changed, inserted or re-dated behind the library's back shows. An event whose process isn't
 * among those given is the fault `process-unknown`: nobody can say whether it was allowed.
 *
 * A chain of hashes proves that nothing was changed unless somebody computed all later hashes anew; who can write the whole record can do that. Keep `head` where they can't write, and give it as an option.
 * Anything may be passed as the record: what is none, or holds more than a million JSON values (some 40,000 events), is the fault `not-a-record`.
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
  const { processes, head } = ofShape({ options }, () => ({
    processes: Array.from(options.processes, (process) => resolved(process)),
    head: options.head,
  }));
  const { json, issues } = readJson(record);
  const read = json as unknown as ProcessRecord;
  if (issues.length > 0 || !isRecord(read))
    return result({ sound: 0, head: null }, 0, { code: "not-a-record", index: null, id: null, reasons: [] });
  return auditRecord(read, new Map(processes.map((known) => [known.name.hash, known])), head);
}

function isRecord(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { v, id, head, process, events } = value as { readonly [K in keyof ProcessRecord]?: unknown };
  const isNamed = typeof id === "string" && typeof head === "string" && typeof process === "object" && process !== null;
  return v === 1 && isNamed && Array.isArray(events);
}

function result({ sound, head }: Pick<Audit, "sound" | "head">, unchecked: number, fault: AuditFault | null): Audit {
  return { v: 1, isClean: fault === null, fault, sound, unchecked, head };
}

function auditRecord(record: ProcessRecord, processes: Processes, expected: string | undefined): Audit {
  let reading: Reading = { state: INITIAL, head: rootOf(record.id), ids: [], known: new Set() };
  let sound: Pick<Audit, "sound" | "head"> | undefined;
  let unchecked = 0;
  for (const [index, event] of record.events.entries()) {
    const { head } = reading;
    const step = auditEvent(reading, event, processes);
    if ("code" in step) return result({ sound: index, head, ...sound }, unchecked, { ...step, index, id: idOf(event) });
    if (!step.isChecked) {
      sound ??= { sound: index, head };
      unchecked += 1;
    }
    reading = { ...reading, state: step.state, head: hashEvent(event) };
  }
  const fault = faultAtEnd(record, reading, expected) ?? (sound === undefined ? null : unknown(record, sound.sound));
  return result({ sound: record.events.length, head: reading.head, ...sound }, unchecked, fault);
}

/** Nobody can say whether an event was allowed whose process isn't there. */
function unknown({ events }: ProcessRecord, index: number): AuditFault {
  return { code: "process-unknown", index, id: idOf(events[index]), reasons: [] };
}

/** The id of what should be an event, as far as it has one. */
function idOf(event: unknown): string | null {
  const id: unknown = typeof event === "object" && event !== null ? own(event, "id") : undefined;
  return typeof id === "string" ? id : null;
}

/** What the record says of itself, held against its events. */
function faultAtEnd(
  { head, process }: ProcessRecord,
  { head: found, state }: Reading,
  expected: string | undefined,
): AuditFault | null {
  const fault = (code: AuditFaultCode): AuditFault => ({ code, index: null, id: null, reasons: [] });
  if (head !== found || (expected !== undefined && expected !== found)) return fault("head-differs");
  return state.process === null || same(state.process, process) ? null : fault("process-differs");
}
