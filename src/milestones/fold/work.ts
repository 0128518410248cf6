import type { JsonObject } from "../../ground/json.js";
import { exactly, printDecimal } from "../../ground/numeral.js";
import { plus } from "../../ground/rational.js";
import { byId, withOne } from "../by-id.js";
import type { Cures, Evidence, FormContent } from "../event.js";
import { fieldsOf } from "../fields.js";
import type { EffortState, Stamp, WorkStamp } from "../state.js";
import type { DataOf, Draft } from "./draft.js";
import { carried } from "./read-event.js";

const copies = (evidence: readonly Evidence[]): Evidence[] => evidence.map(({ kind, text }) => ({ kind, text }));

/** Puts what was worked on in its place, and keeps who worked on it before. */
function worked<T extends WorkStamp & { readonly id: string }>(list: readonly T[], thing: T): readonly T[] {
  const before = byId(list, thing.id);
  if (before === undefined) return [...list, thing];
  const earlier = [...new Set([...(before.earlier ?? []), before.by])].filter((by) => by !== thing.by);
  return withOne(list, earlier.length === 0 ? thing : { ...thing, earlier });
}

export function standardMet(draft: Draft, id: string, evidence: readonly Evidence[], { at, by }: Stamp): void {
  const met = { id: carried(id), status: "met", at, by, evidence: copies(evidence) } as const;
  draft.standards = worked(draft.standards, met);
}

export function standardWithdrawn(draft: Draft, { standard: id }: DataOf<"standard-withdrawn">, stamp: Stamp): void {
  const evidence = byId(draft.standards, id)?.evidence ?? [];
  const { at, by } = stamp;
  draft.standards = worked(draft.standards, { id: carried(id), status: "withdrawn", at, by, evidence });
}

export function taskCompleted(draft: Draft, id: string, { at, by }: Stamp): void {
  draft.tasks = withOne(draft.tasks, { id: carried(id), at, by });
}

/** A form that is attached anew ends what was approved of it. */
export function formAttached(draft: Draft, id: string, { fields, reference }: FormContent, { at, by }: Stamp): void {
  const content: { fields?: JsonObject; reference?: string } = {};
  if (fields !== undefined) content.fields = { ...fields };
  if (reference !== undefined) content.reference = reference;
  draft.forms = worked(draft.forms, { id: carried(id), at, by, content });
  draft.approvals = draft.approvals.filter(({ form }) => form !== id);
}

/** Does the work that came with a move. */
export function cured(draft: Draft, given: Cures | undefined, stamp: Stamp): void {
  if (given === undefined) return;
  const cures: Cures = fieldsOf(given);
  for (const [id, standard] of Object.entries(cures.standards ?? {})) {
    standardMet(draft, id, standard?.evidence ?? [], stamp);
  }
  for (const id of cures.tasks ?? []) taskCompleted(draft, id, stamp);
  for (const [id, content] of Object.entries(cures.forms ?? {})) formAttached(draft, id, content ?? {}, stamp);
}

const NO_EFFORT: EffortState = { contacts: 0, minutes: 0, costs: {}, early: 0 };

export function effortRecorded(draft: Draft, data: DataOf<"effort-recorded">): void {
  const { milestone, contact, minutes, cost, early } = data;
  const entry: EffortState = {
    contacts: contact ? 1 : 0,
    minutes: minutes ?? 0,
    costs: cost === null ? {} : { [cost.currency]: cost.amount },
    early: early ? 1 : 0,
  };
  draft.efforts = { ...draft.efforts, [carried(milestone)]: efforts(draft.efforts[milestone], entry) };
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
