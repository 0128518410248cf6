import { byId } from "../by-id.js";
import type { ProcessApproval } from "../definition/process.js";
import type { Placed } from "../definition/registry.js";
import type { ApprovalState } from "../state.js";
import { type Ask, isIn, named, needed, note, type Outcome, refuse, roleOf } from "./ask.js";
import { readCures } from "./cures.js";
import { approvers, askedFor } from "./gate.js";

/** The approval that a command names, if it belongs to where the deal stands. */
function approvalOf(ask: Ask): Placed<ProcessApproval> | undefined {
  const approval = named(ask, "approval", ask.known.approvals);
  const at = ask.state.milestone;
  if (!isIn(ask, "open") || approval === undefined || at === null || approval.milestone === at) return approval;
  refuse(ask.issues, "not-here", ["approval"], { milestone: approval.milestone, at });
  return undefined;
}

const isPending = (state: ApprovalState | undefined): boolean => state?.refused === null;

export function requestApproval(ask: Ask): Outcome {
  const approval = approvalOf(ask);
  const cures = readCures(ask);
  const form = approval?.form ?? null;
  const isAnew = form !== null && cures?.forms?.[form] !== undefined;
  if (approval !== undefined && !isAnew && isPending(askedFor(approval, ask.state.approvals))) {
    refuse(ask.issues, "already-done", ["approval"], {});
  }
  if (approval !== undefined && form !== null && !isAnew && byId(ask.state.forms, form) === undefined) {
    const details = { milestone: approval.milestone, form };
    refuse(ask.issues, "form-missing", ["with", "forms", form], details);
  }
  const id = approval?.id ?? "";
  return { type: "approval-requested", data: { approval: id, form, ...(cures === undefined ? {} : { with: cures }) } };
}

export function giveApproval(ask: Ask): Outcome {
  const approval = judgedBy(ask);
  const state = approval && askedFor(approval, ask.state.approvals);
  if (approval !== undefined && approvers(state, approval.role) >= approval.count) {
    refuse(ask.issues, "already-done", ["approval"], {});
  }
  if (approval !== undefined && isInvolved(approval, state, ask)) {
    refuse(ask.issues, "same-person", ["by"], { by: ask.head.by });
  }
  return { type: "approval-given", data: { approval: approval?.id ?? "", role: approval?.role ?? "", ...note(ask) } };
}

export function refuseApproval(ask: Ask): Outcome {
  const approval = judgedBy(ask);
  return { type: "approval-refused", data: { approval: approval?.id ?? "", reason: needed(ask, "reason") } };
}

/** The approval that somebody judges: it was asked for, and they have its role. */
function judgedBy(ask: Ask): Placed<ProcessApproval> | undefined {
  const approval = approvalOf(ask);
  if (approval === undefined) return undefined;
  const { id, role } = approval;
  if (!isPending(askedFor(approval, ask.state.approvals))) {
    refuse(ask.issues, "not-requested", ["approval"], { approval: id });
  }
  if (roleOf(ask, [role]) === undefined) {
    refuse(ask.issues, "role-missing", ["roles"], { allowed: [role] });
  }
  return approval;
}

/** Who asked, who approved before and, where the process says so, who did any of the milestone's work approves nothing. */
function isInvolved(
  { milestone, separation }: Placed<ProcessApproval>,
  before: ApprovalState | undefined,
  { known, state, head: { by } }: Ask,
): boolean {
  if (before?.requested.by === by || before?.given.some((given) => given.by === by) === true) return true;
  const didWork = (kind: "standards" | "tasks" | "forms"): boolean =>
    state[kind].some((one) => one.by === by && known[kind].get(one.id)?.milestone === milestone);
  return separation === "contributors" && (didWork("standards") || didWork("tasks") || didWork("forms"));
}
