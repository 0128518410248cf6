import { type AuditFault, idOf } from "./audit-fault.js";
import type { ProcessRecord } from "./record.js";

/** How much of a log can be vouched for, and the hash of the last event of it. */
export interface SoundPart {
  readonly sound: number;
  readonly head: string;
}

/** What the hashes of a log say: `heads[k]` is the hash of the event before event `k`, the record's root for the first. */
export interface Chain {
  readonly record: ProcessRecord;
  readonly heads: readonly string[];
}

/**
 * As much of a log as something vouches for when event `index` doesn't follow. A link vouches for the event before it: where none leads to the last one that was checked, that one isn't counted, since it may be the one that was changed.
 */
export function soundBefore({ record, heads }: Chain, index: number): SoundPart {
  const last = heads[index] as string;
  const isVouched = index === 0 || record.events.slice(index).some(({ previous }) => previous === last);
  const sound = isVouched ? index : index - 1;
  return { sound, head: heads[sound] as string };
}

/** As much of a log as the head vouches for that somebody kept: up to the event that it belongs to. */
export function soundUpTo({ heads }: Chain, head: string): SoundPart {
  const sound = Math.max(heads.indexOf(head), 0);
  return { sound, head: heads[sound] as string };
}

/**
 * Which event a broken link speaks of, that of event `index`. Where the event before is vouched for by another link, it is this one; where this one is vouched for by the next link (or the head), the one before was changed;
 * else it may be either.
 */
export function brokenLink(chain: Chain, index: number, hash: string): AuditFault {
  const { record } = chain;
  const isVouched = (record.events[index + 1]?.previous ?? record.head) === hash;
  const before = index - 1;
  if (index > 0 && soundBefore(chain, index).sound === index) return faultAt(record, "chain-broken", index);
  if (index > 0) return faultAt(record, isVouched ? "event-changed" : "either-changed", before);
  return isVouched ? { code: "id-differs", index: null, id: null, reasons: [] } : faultAt(record, "chain-broken", 0);
}

function faultAt({ events }: ProcessRecord, code: AuditFault["code"], index: number): AuditFault {
  return { code, index, id: idOf(events[index]), reasons: [] };
}
