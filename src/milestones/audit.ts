import { readJson, same } from "../ground/json.js";
import { ofShape } from "../ground/of-shape.js";
import { hashEvent, rootOf } from "./append-events.js";
import { brokenLink, type Chain, type SoundPart, soundBefore, soundUpTo } from "./audit-chain.js";
import { auditEvent, type Processes, type Reading } from "./audit-event.js";
import { type AuditFault, type AuditFaultCode, idOf } from "./audit-fault.js";
import type { Process, ProcessIds } from "./definition/process.js";
import { resolved } from "./definition/registry.js";
import { INITIAL } from "./fold/initial.js";
import type { ProcessRecord } from "./record.js";

/** What an audit found. */
export interface Audit {
  /** The version of this shape. */
  readonly v: 1;
  /** Whether everything was checked, and nothing is wrong. */
  readonly isClean: boolean;
  readonly fault: AuditFault | null;
  /** Events up to which everything was checked, follows, and is vouched for by a later link or the head: an event that may be the one that was changed isn't counted. */
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
 * Replays a stored log and names the first event that was changed or doesn't follow: each must be chained to the one before, and `decide` must have made exactly this event out
 * of the state before it; likewise `importHistory` and `migrate`. Where a link is broken, it says whether the event before was changed, this one, or either. So an event that was dropped, swapped, changed, inserted or re-dated behind the library's back shows. An event whose process isn't
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
  const heads = [rootOf(record.id)];
  const chain: Chain = { record, heads };
  let reading: Reading = { state: INITIAL, head: rootOf(record.id), ids: [], known: new Set() };
  let checked: SoundPart | undefined;
  let unchecked = 0;
  for (const [index, event] of record.events.entries()) {
    const { head } = reading;
    const step = auditEvent(reading, event, processes);
    if ("code" in step) {
      const isLink = step.code === "chain-broken";
      const fault = isLink ? brokenLink(chain, index, hashEvent(event)) : { ...step, index, id: idOf(event) };
      return result(checked ?? soundBefore(chain, index), unchecked, fault);
    }
    if (!step.isChecked) {
      checked ??= { sound: index, head };
      unchecked += 1;
    }
    reading = { ...reading, state: step.state, head: hashEvent(event) };
    heads.push(reading.head);
  }
  const whole = { sound: record.events.length, head: reading.head };
  const atEnd = faultAtEnd(chain, reading, expected) ?? { fault: null, ...whole };
  const fault = atEnd.fault ?? (checked === undefined ? null : unknown(record, checked.sound));
  return result(checked !== undefined && checked.sound < atEnd.sound ? checked : atEnd, unchecked, fault);
}

/** Nobody can say whether an event was allowed whose process isn't there. */
function unknown({ events }: ProcessRecord, index: number): AuditFault {
  return { code: "process-unknown", index, id: idOf(events[index]), reasons: [] };
}

/** What the record says of itself, held against its events, and how much of it is vouched for then. */
function faultAtEnd(
  chain: Chain,
  { head: found, state }: Reading,
  expected: string | undefined,
): (SoundPart & { readonly fault: AuditFault }) | null {
  const { head, process, events } = chain.record;
  const fault = (code: AuditFaultCode): AuditFault => ({ code, index: null, id: null, reasons: [] });
  const differs = fault("head-differs");
  if (expected !== undefined && expected !== found) return { fault: differs, ...soundUpTo(chain, expected) };
  if (head !== found && expected === undefined) return { fault: differs, ...soundBefore(chain, events.length) };
  if (head !== found) return { fault: differs, ...soundUpTo(chain, found) };
  const isNamed = state.process === null || same(state.process, process);
  return isNamed ? null : { fault: fault("process-differs"), ...soundUpTo(chain, found) };
}
