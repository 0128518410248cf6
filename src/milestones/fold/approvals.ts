import { byId, withOne } from "../by-id.js";
import type { Stamp } from "../state.js";
import type { DataOf, Draft } from "./draft.js";
import { carried, told } from "./read-event.js";
import { cured } from "./work.js";

export function approvalRequested(
  draft: Draft,
  { approval, form, with: cures }: DataOf<"approval-requested">,
  stamp: Stamp,
): void {
  cured(draft, cures, stamp);
  const requested = { at: stamp.at, by: stamp.by };
  draft.approvals = withOne(draft.approvals, { id: carried(approval), form, requested, given: [], refused: null });
}

export function approvalGiven(draft: Draft, { approval, role }: DataOf<"approval-given">, { at, by }: Stamp): void {
  const before = byId(draft.approvals, carried(approval));
  if (before === undefined) return;
  const given = [...before.given, { at, by, role: carried(role) }];
  draft.approvals = withOne(draft.approvals, { ...before, given });
}

export function approvalRefused(
  draft: Draft,
  { approval, reason }: DataOf<"approval-refused">,
  { at, by }: Stamp,
): void {
  const before = byId(draft.approvals, carried(approval));
  if (before === undefined) return;
  draft.approvals = withOne(draft.approvals, { ...before, given: [], refused: { at, by, reason: told(reason) } });
}
