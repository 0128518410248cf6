import type { EffortState, Stamp } from "../state.js";
import type { DataOf, Draft } from "./draft.js";
import { told } from "./read-event.js";
import { efforts } from "./work.js";

/** New names by old ones. */
export type Names = { readonly [old: string]: string };

/** The new name of an id; one that isn't in the map stays as it is. */
export function renamed(names: Names, id: string): string {
  return Object.hasOwn(names, id) ? (names[id] as string) : id;
}

function rekeyed<T extends { readonly id: string }>(list: readonly T[], names: Names): readonly T[] {
  return list.map((one) => ({ ...one, id: renamed(names, one.id) }));
}

/** Gives a state the ids of another process. Nothing goes: what the other process doesn't know stays under its old id. */
export function migrated(draft: Draft, data: DataOf<"migrated">, { at, by }: Stamp): void {
  const { milestones, standards, tasks, forms, from, to, reason, unproven } = data;
  const why = unproven === undefined ? {} : { at, by, reason: told(reason), unproven: [...unproven] };
  const place = <T extends { readonly milestone: string }>(one: T): T => ({
    ...one,
    milestone: renamed(milestones, one.milestone),
  });
  draft.migrations = [...draft.migrations, { id: from.id, version: from.version, hash: from.hash, ...why }];
  draft.process = { id: to.id, version: to.version, hash: to.hash };
  draft.milestone = draft.milestone === null ? null : renamed(milestones, draft.milestone);
  draft.won = draft.won === null ? null : place(draft.won);
  draft.stays = draft.stays.map(place);
  draft.pauses = draft.pauses.map(place);
  draft.overrides = draft.overrides.map(place);
  draft.closings = draft.closings.map(place);
  draft.standards = rekeyed(draft.standards, standards);
  draft.tasks = rekeyed(draft.tasks, tasks);
  draft.forms = rekeyed(draft.forms, forms);
  draft.approvals = draft.approvals.map((one) => ({
    ...one,
    form: one.form === null ? null : renamed(forms, one.form),
  }));
  draft.efforts = joined(draft.efforts, milestones);
}

/** Milestones that become one have their efforts together. */
function joined(before: Draft["efforts"], milestones: Names): Draft["efforts"] {
  const after: Record<string, EffortState> = {};
  for (const [id, effort] of Object.entries(before)) {
    const name = renamed(milestones, id);
    after[name] = efforts(Object.hasOwn(after, name) ? after[name] : undefined, effort as EffortState);
  }
  return after;
}
