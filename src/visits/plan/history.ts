import { VISIT_FOCUSES, type VisitFocus } from "../../ground/vocabulary.js";
import type { Fields } from "../fields.js";
import { type ReadVisit, readVisits } from "../record/read-visits.js";
import type { PlanReason } from "./plan.js";

/** What earlier visits say of the next one; `null` where they aren't known. */
export interface History {
  readonly number: number;
  readonly focus: VisitFocus;
  /** Whether a superior was there already. */
  readonly hadSuperior: boolean;
  readonly reasons: readonly PlanReason[];
}

/** The next visit to a client by those so far: which one it is, and its focus by the four-step method (A8.4). Phone calls and letters are no visits. */
export function historyOf(records: readonly Fields[] | null, clientId: string, asOf: string): History | null {
  if (records === null) return null;
  const visits = readVisits(records, asOf).filter((one) => one.clientId === clientId && one.way === "visit");
  const next = nextFocus(visits);
  return {
    number: visits.length + 1,
    focus: next ?? "negotiation",
    hadSuperior: visits.some(({ manner }) => manner?.startsWith("multi-level") === true),
    reasons: [next === null ? { code: "focus-all-done" } : { code: "focus-next", focus: next }, ...unrecorded(visits)],
  };
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
