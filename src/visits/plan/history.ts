import { noFields } from "../../ground/reader.js";
import { VISIT_FOCUSES, type VisitFocus } from "../../ground/vocabulary.js";
import type { Fields } from "../fields.js";
import { type ReadVisit, readVisits } from "../record/read-visits.js";
import { isElsewhere, VISIT_KEYS } from "./beside.js";
import type { Attendant } from "./lead.js";
import type { PlanReason } from "./plan.js";

/** What earlier visits say of the next one; `null` where they aren't known. */
export interface History {
  readonly number: number;
  readonly focus: VisitFocus;
  /** Whether a visit on several levels is recorded. */
  readonly wasMultiLevel: boolean;
  /** Who of ours was at the visits whose manner isn't recorded. */
  readonly attendants: readonly Attendant[];
  readonly reasons: readonly PlanReason[];
}

/** The next visit to a client by those so far: which one it is, and its focus by the four-step method (A8.4). Phone calls and letters are no visits. */
export function historyOf(records: readonly Fields[] | null, clientId: string, asOf: string): History | null {
  if (records === null) return null;
  const own = records.filter(({ record }) => !isElsewhere(record, clientId)).map(whatIsRead);
  const visits = readVisits(own, { asOf, calendar: null, names: null }).filter(({ way }) => way === "visit");
  const next = nextFocus(visits);
  return {
    number: visits.length + 1,
    focus: next ?? "negotiation",
    wasMultiLevel: visits.some(({ manner }) => manner?.startsWith("multi-level") === true),
    attendants: visits.flatMap(({ manner, ours }) => (manner === null ? (ours ?? []) : [])),
    reasons: [next === null ? { code: "focus-all-done" } : { code: "focus-next", focus: next }, ...unrecorded(visits)],
  };
}

/** A fault in any other field is none of the plan's business. */
function whatIsRead(visit: Fields): Fields {
  const record = Object.fromEntries(Object.entries(visit.record).filter(([key]) => VISIT_KEYS.includes(key)));
  return { ...visit, record: Object.assign(noFields(), record) };
}

/** The first step that no visit has done; a visit without result did none. */
function nextFocus(visits: readonly ReadVisit[]): VisitFocus | null {
  const done = new Set(visits.flatMap(({ focus, outcome }) => (outcome === "no-result" ? [] : focus)));
  return VISIT_FOCUSES.find((focus) => !done.has(focus)) ?? null;
}

function unrecorded(visits: readonly ReadVisit[]): PlanReason[] {
  const count = visits.filter(({ focus }) => focus === null).length;
  return count === 0 ? [] : [{ code: "focus-unrecorded", visits: count }];
}
