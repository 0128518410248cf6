import type { ProcessEventType } from "../event.js";
import type { Draft, EventOf } from "./draft.js";
import { migrated } from "./migrated.js";
import { enter, imported, lost, overridden, passed, paused, reopened, resumed, wentBack } from "./moves.js";
import {
  approvalSet,
  cured,
  effortRecorded,
  formAttached,
  standardMet,
  standardWithdrawn,
  taskCompleted,
} from "./work.js";

type Fold<T extends ProcessEventType> = (draft: Draft, event: EventOf<T>) => void;

/** What each event makes of a state. */
export const FOLDS: { readonly [T in ProcessEventType]: Fold<T> } = {
  started: (draft, { process: { id, version, hash }, milestone, at }) => {
    draft.process = { id, version, hash };
    draft.status = "open";
    enter(draft, milestone, at, "started");
  },
  "history-imported": imported,
  "standard-met": (draft, event) => {
    standardMet(draft, event.standard, event.evidence, event);
  },
  "standard-withdrawn": standardWithdrawn,
  "task-completed": (draft, event) => {
    taskCompleted(draft, event.task, event);
  },
  "form-attached": (draft, event) => {
    formAttached(draft, event.form, event, event);
  },
  "approval-requested": (draft, { approval, form, with: cures, at, by }) => {
    cured(draft, cures, { at, by });
    approvalSet(draft, approval, { form, requested: { at, by }, given: [], refused: null });
  },
  "approval-given": (draft, { approval, role, at, by }) => {
    const before = draft.approvals[approval];
    if (before !== undefined) approvalSet(draft, approval, { ...before, given: [...before.given, { at, by, role }] });
  },
  "approval-refused": (draft, { approval, reason, at, by }) => {
    const before = draft.approvals[approval];
    if (before !== undefined) approvalSet(draft, approval, { ...before, given: [], refused: { at, by, reason } });
  },
  advanced: (draft, event) => {
    passed(draft, event, "passed");
  },
  overridden,
  "went-back": wentBack,
  paused,
  resumed: (draft, { at }) => {
    resumed(draft, at);
  },
  lost,
  won: (draft, { from, with: cures, at, by }) => {
    passed(draft, { from, to: null, wins: true, at, by, ...(cures === undefined ? {} : { with: cures }) }, "passed");
  },
  reopened,
  "effort-recorded": effortRecorded,
  migrated,
};
