import { byId, withOne } from "../by-id.js";
import type { ProcessEventData, ProcessEventType } from "../event.js";
import type { Stamp } from "../state.js";
import type { Draft } from "./draft.js";
import { migrated } from "./migrated.js";
import { enter, imported, lost, overridden, passed, paused, reopened, resumed, wentBack } from "./moves.js";
import { cured, effortRecorded, formAttached, standardMet, standardWithdrawn, taskCompleted } from "./work.js";

type Fold<T extends ProcessEventType> = (draft: Draft, data: ProcessEventData[T], stamp: Stamp) => void;

/** What each event makes of a state. */
export const FOLDS: { readonly [T in ProcessEventType]: Fold<T> } = {
  started: (draft, { process: { id, version, hash }, milestone }, { at }) => {
    draft.process = { id, version, hash };
    draft.status = "open";
    enter(draft, milestone, at, "started");
  },
  "history-imported": imported,
  "standard-met": (draft, { standard, evidence }, stamp) => {
    standardMet(draft, standard, evidence, stamp);
  },
  "standard-withdrawn": standardWithdrawn,
  "task-completed": (draft, { task }, stamp) => {
    taskCompleted(draft, task, stamp);
  },
  "form-attached": (draft, { form, content }, stamp) => {
    formAttached(draft, form, content, stamp);
  },
  "approval-requested": (draft, { approval: id, form, with: cures }, stamp) => {
    cured(draft, cures, stamp);
    const requested = { at: stamp.at, by: stamp.by };
    draft.approvals = withOne(draft.approvals, { id, form, requested, given: [], refused: null });
  },
  "approval-given": (draft, { approval, role }, { at, by }) => {
    const before = byId(draft.approvals, approval);
    if (before === undefined) return;
    draft.approvals = withOne(draft.approvals, { ...before, given: [...before.given, { at, by, role }] });
  },
  "approval-refused": (draft, { approval, reason }, { at, by }) => {
    const before = byId(draft.approvals, approval);
    if (before === undefined) return;
    draft.approvals = withOne(draft.approvals, { ...before, given: [], refused: { at, by, reason } });
  },
  advanced: (draft, passage, stamp) => {
    passed(draft, passage, "passed", stamp);
  },
  overridden,
  "went-back": wentBack,
  paused,
  resumed: (draft, _, { at }) => {
    resumed(draft, at);
  },
  lost,
  won: (draft, { from, with: cures }, stamp) => {
    passed(draft, { from, to: null, wins: true, ...(cures === undefined ? {} : { with: cures }) }, "passed", stamp);
  },
  reopened,
  "effort-recorded": effortRecorded,
  migrated,
};
