import type { ProcessEvent } from "../event.js";
import { approvalGiven, approvalRefused, approvalRequested } from "./approvals.js";
import type { Draft } from "./draft.js";
import { migrated } from "./migrated.js";
import { imported, lost, overridden, passed, paused, reopened, resumed, started, wentBack } from "./moves.js";
import { effortRecorded, formAttached, standardMet, standardWithdrawn, taskCompleted } from "./work.js";

/** What an event makes of a state. Throws where it doesn't carry what its type says. */
export function fold(draft: Draft, { type, data, at, by }: ProcessEvent): void {
  const stamp = { at, by };
  switch (type) {
    case "started":
      return started(draft, data, stamp);
    case "history-imported":
      return imported(draft, data, stamp);
    case "standard-met":
      return standardMet(draft, data.standard, data.evidence, stamp);
    case "standard-withdrawn":
      return standardWithdrawn(draft, data, stamp);
    case "task-completed":
      return taskCompleted(draft, data.task, stamp);
    case "form-attached":
      return formAttached(draft, data.form, data.content, stamp);
    case "approval-requested":
      return approvalRequested(draft, data, stamp);
    case "approval-given":
      return approvalGiven(draft, data, stamp);
    case "approval-refused":
      return approvalRefused(draft, data, stamp);
    case "advanced":
      return passed(draft, data, "passed", stamp);
    case "overridden":
      return overridden(draft, data, stamp);
    case "went-back":
      return wentBack(draft, data, stamp);
    case "paused":
      return paused(draft, data, stamp);
    case "resumed":
      return resumed(draft, at);
    case "lost":
      return lost(draft, data, stamp);
    case "won":
      return passed(draft, { ...data, to: null, wins: true }, "passed", stamp);
    case "reopened":
      return reopened(draft, data, stamp);
    case "effort-recorded":
      return effortRecorded(draft, data);
    case "migrated":
      return migrated(draft, data, stamp);
    default:
      throw new TypeError("no event");
  }
}
