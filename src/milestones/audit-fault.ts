import { own } from "../portfolio/own.js";
import type { RefusalCode } from "./refusal.js";

/** What can be wrong with a stored log. */
export const AUDIT_FAULTS = [
  "not-a-record",
  "not-an-event",
  "revision-gap",
  "event-changed",
  "either-changed",
  "chain-broken",
  "id-differs",
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
  /** Index of the event that was changed, of the first of the two that it may be (`either-changed`), or that doesn't follow; `null` where it is the record as a whole. */
  readonly index: number | null;
  /** The id of that event, as far as it has one. */
  readonly id: string | null;
  /** Why the move wasn't allowed, or how the event can't be read. */
  readonly reasons: readonly (RefusalCode | "out-of-range" | "unsupported-version" | "undefined-process")[];
}

/** The id of what should be an event, as far as it has one. */
export function idOf(event: unknown): string | null {
  const id: unknown = typeof event === "object" && event !== null ? own(event, "id") : undefined;
  return typeof id === "string" ? id : null;
}
