import { exactly, printDecimal } from "../../ground/numeral.js";
import { plus } from "../../ground/rational.js";
import type { Cures, Evidence, FormContent } from "../event.js";
import type { ApprovalState, EffortState, Stamp } from "../state.js";
import type { Draft, EventOf } from "./draft.js";

const copies = (evidence: readonly Evidence[]): Evidence[] => evidence.map(({ kind, text }) => ({ kind, text }));

export function standardMet(draft: Draft, id: string, evidence: readonly Evidence[], { at, by }: Stamp): void {
  draft.standards = { ...draft.standards, [id]: { status: "met", at, by, evidence: copies(evidence) } };
}

export function standardWithdrawn(draft: Draft, { standard, at, by }: EventOf<"standard-withdrawn">): void {
  const evidence = draft.standards[standard]?.evidence ?? [];
  draft.standards = { ...draft.standards, [standard]: { status: "withdrawn", at, by, evidence } };
}

export function taskCompleted(draft: Draft, id: string, { at, by }: Stamp): void {
  draft.tasks = { ...draft.tasks, [id]: { at, by } };
}

/** A form that is attached anew ends what was approved of it. */
export function formAttached(draft: Draft, id: string, { fields, reference }: FormContent, { at, by }: Stamp): void {
  const content = {
    ...(fields === undefined ? {} : { fields: { ...fields } }),
    ...(reference === undefined ? {} : { reference }),
  };
  draft.forms = { ...draft.forms, [id]: { at, by, ...content } };
  const kept = Object.entries(draft.approvals).filter(([, approval]) => approval?.form !== id);
  if (kept.length < Object.keys(draft.approvals).length) draft.approvals = Object.fromEntries(kept);
}

/** Does the work that came with a move. */
export function cured(draft: Draft, cures: Cures | undefined, stamp: Stamp): void {
  if (cures === undefined) return;
  for (const [id, standard] of Object.entries(cures.standards ?? {})) {
    standardMet(draft, id, standard?.evidence ?? [], stamp);
  }
  for (const id of cures.tasks ?? []) taskCompleted(draft, id, stamp);
  for (const [id, content] of Object.entries(cures.forms ?? {})) formAttached(draft, id, content ?? {}, stamp);
}

export function approvalSet(draft: Draft, id: string, approval: ApprovalState): void {
  draft.approvals = { ...draft.approvals, [id]: approval };
}

const NO_EFFORT: EffortState = { contacts: 0, minutes: 0, costs: {}, early: 0 };

export function effortRecorded(draft: Draft, event: EventOf<"effort-recorded">): void {
  const { milestone, contact, minutes, cost, early } = event;
  const entry: EffortState = {
    contacts: contact ? 1 : 0,
    minutes: minutes ?? 0,
    costs: cost === null ? {} : { [cost.currency]: cost.amount },
    early: early ? 1 : 0,
  };
  draft.efforts = { ...draft.efforts, [milestone]: efforts(draft.efforts[milestone], entry) };
}

/** Two efforts together. */
export function efforts(one: EffortState = NO_EFFORT, other: EffortState): EffortState {
  const costs = { ...one.costs };
  for (const [currency, amount] of Object.entries(other.costs)) {
    const before = Object.hasOwn(costs, currency) ? costs[currency] : undefined;
    costs[currency] = printDecimal(plus(exactly(before ?? "0"), exactly(amount)));
  }
  return {
    contacts: one.contacts + other.contacts,
    minutes: one.minutes + other.minutes,
    costs,
    early: one.early + other.early,
  };
}
