import { hasBlankEdge, isBlank } from "../ground/blank.js";
import { KeyAccountError, throwIssues } from "../ground/error.js";
import { hashJson } from "../ground/hash.js";
import { type Json, readJson, same } from "../ground/json.js";
import { ofShape } from "../ground/of-shape.js";
import { show } from "../ground/show.js";
import type { Process, ProcessIds } from "./definition/process.js";
import { resolved } from "./definition/registry.js";
import { eachOf } from "./each-of.js";
import type { ProcessEvent } from "./event.js";
import type { ProcessRecord, StoredEvent } from "./record.js";

/** What the first event of a record is chained to. */
export function rootOf(id: string): string {
  return hashJson({ v: 1, id });
}

/** SHA-256 over the canonical JSON of a stored event. */
export function hashEvent(event: StoredEvent): string {
  return hashJson(event as unknown as Json);
}

/**
 * A new record without events, to be stored: which deal, by which process.
 *
 * @example
 * ```ts
 * import { openRecord } from "keyaccount";
 * import { keyAccountProcess } from "keyaccount/handbook";
 *
 * openRecord(keyAccountProcess, "deal-4711").events; // => []
 * ```
 */
export function openRecord<I extends ProcessIds>(process: Process<I>, id: string): ProcessRecord<I> {
  const { name } = resolved(process);
  if (typeof id !== "string" || isBlank(id)) throwIssues([{ code: "required", path: ["id"], details: {} }]);
  if (hasBlankEdge(id)) throwIssues([{ code: "not-an-id", path: ["id"], details: { received: id } }]);
  return { v: 1, id, process: { ...name }, events: [], head: rootOf(id) };
}

/**
 * The record with more events, each chained to the one before: what `decide` returned goes through here before it is stored. An event whose id the record has is left out, so storing twice
 * is storing once. Throws a `KeyAccountError` for an event whose revision isn't the next one: somebody else was quicker (`revision-conflict`, as `decide` says with `expectedRevision`; `expected` is the record's revision, `received` the one that was decided on); and for another event whose id the record has: it would be lost.
 *
 * @example
 * ```ts
 * import { appendEvents, decide, openRecord, replay } from "keyaccount";
 * import { keyAccountProcess } from "keyaccount/handbook";
 *
 * const record = openRecord(keyAccountProcess, "deal-4711");
 * const started = decide(keyAccountProcess, replay(keyAccountProcess, []), { id: "1", type: "start", at: "2026-11-02T08:00:00Z", by: "li" });
 * const stored = appendEvents(record, started.ok ? started.value : []);
 * stored.events[0]?.previous === record.head; // => true
 * ```
 */
export function appendEvents<I extends ProcessIds>(
  record: ProcessRecord<I>,
  events: readonly ProcessEvent<NoInfer<I>>[],
): ProcessRecord<I> {
  return ofShape({ record, events }, () => appended(record, events as unknown as readonly ProcessEvent[]));
}

function appended<I extends ProcessIds>(record: ProcessRecord<I>, events: readonly ProcessEvent[]): ProcessRecord<I> {
  const stored: StoredEvent[] = [];
  eachOf(record.events as readonly StoredEvent[], ["record", "events"], (event) => {
    stored.push(event);
  });
  const known = new Map<string, object>(stored.map((event) => [event.id, event]));
  let { head, process } = record;
  eachOf(events, ["events"], (one, index) => {
    const event = readEvent(one, index);
    const before = known.get(event.id);
    if (before !== undefined) return checkSame(before, event, index);
    checkRevision(event.revision, stored.length + 1, index);
    const next = { ...event, previous: head };
    stored.push(next);
    known.set(event.id, next);
    head = hashEvent(next);
    if (event.type === "migrated") process = event.data.to;
  });
  return { v: 1, id: record.id, process, events: stored as unknown as readonly StoredEvent<I>[], head };
}

function checkRevision(revision: number, next: number, index: number): void {
  if (revision === next) return;
  const path = ["events", index, "revision"];
  // Of a record at another revision than the writer saw; a number that is none can't have been seen.
  const details = { expected: next - 1, received: revision - 1 };
  if (Number.isSafeInteger(revision)) throw new KeyAccountError([{ code: "revision-conflict", path, details }]);
  throwIssues([{ code: "out-of-range", path, details: { received: show(revision), least: next, most: next } }]);
}

/** An event as plain JSON: what a store can't carry would make a hash that nobody could check. */
function readEvent(event: unknown, index: number): ProcessEvent {
  const { json, issues } = readJson(event);
  throwIssues(issues.map((issue) => ({ ...issue, path: ["events", index, ...issue.path] })));
  const { id, type } = (json ?? {}) as { readonly id?: unknown; readonly type?: unknown };
  if (typeof id === "string" && typeof type === "string") return json as unknown as ProcessEvent;
  throw new KeyAccountError([{ code: "unreadable", path: ["events", index], details: {} }]);
}

/** The same id is the same event; another with its id would be lost in silence. */
function checkSame(stored: object, event: ProcessEvent, index: number): void {
  const { previous: _, ...before } = stored as StoredEvent;
  if (same(before, event)) return;
  throwIssues([{ code: "duplicate-id", path: ["events", index, "id"], details: { id: event.id } }]);
}
