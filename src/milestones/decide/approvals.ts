import type { ProcessApproval } from "../definition/process.js";
import type { Placed } from "../definition/sound.js";
import type { ApprovalState } from "../state.js";
import { type Ask, hasRole, isIn, named, needed, note } from "./ask.js";
import { readCures } from "./cures.js";
import { approvers } from "./gate.js";
import type { Outcome } from "./work.js";

/** The approval that a command names, if it belongs to where the deal stands. */
function approvalOf(ask: Ask): Placed<ProcessApproval> | undefined {
  const approval = named(ask, "approval", ask.known.approvals);
  const at = ask.state.milestone;
  if (!isIn(ask, "open") || approval === undefined || at === null || approval.milestone === at) return approval;
  ask.issues.push({ code: "not-here", path: ["approval"], details: { milestone: approval.milestone, at } });
  return undefined;
}

const isPending = (state: ApprovalState | undefined): boolean => state?.refused === null;

export function requestApproval(ask: Ask): Outcome {
  const approval = approvalOf(ask);
  const cures = readCures(ask);
  const form = approval?.form ?? null;
  const isAnew = form !== null && cures?.forms?.[form] !== undefined;
  if (approval !== undefined && !isAnew && isPending(ask.state.approvals[approval.id])) {
    ask.issues.push({ code: "already-done", path: ["approval"], details: {} });
  }
  if (approval !== undefined && form !== null && !isAnew && ask.state.forms[form] === undefined) {
    const details = { milestone: approval.milestone, form };
    ask.issues.push({ code: "form-missing", path: ["with", "forms", form], details });
  }
  const id = approval?.id ?? "";
  return { type: "approval-requested", approval: id, form, ...(cures === undefined ? {} : { with: cures }) };
}

export function giveApproval(ask: Ask): Outcome {
  const approval = judgedBy(ask);
  const state = approval && ask.state.approvals[approval.id];
  if (approval !== undefined && approvers(state, approval.role) >= approval.count) {
    ask.issues.push({ code: "already-done", path: ["approval"], details: {} });
  }
  if (approval !== undefined && isInvolved(approval, state, ask)) {
    ask.issues.push({ code: "same-person", path: ["by"], details: { by: ask.by } });
  }
  return { type: "approval-given", approval: approval?.id ?? "", role: approval?.role ?? "", ...note(ask) };
}

export function refuseApproval(ask: Ask): Outcome {
  const approval = judgedBy(ask);
  return { type: "approval-refused", approval: approval?.id ?? "", reason: needed(ask, "reason") };
}

/** The approval that somebody judges: it was asked for, and they have its role. */
function judgedBy(ask: Ask): Placed<ProcessApproval> | undefined {
  const approval = approvalOf(ask);
  if (approval === undefined) return undefined;
  const { id, role } = approval;
  if (!isPending(ask.state.approvals[id])) {
    ask.issues.push({ code: "not-requested", path: ["approval"], details: { approval: id } });
  }
  if (hasRole(ask, [role]) === undefined) {
    ask.issues.push({ code: "role-missing", path: ["roles"], details: { allowed: [role] } });
  }
  return approval;
}

/** Who asked, who approved before and, where the process says so, who did any of the milestone's work approves nothing. */
function isInvolved(approval: Placed<ProcessApproval>, state: ApprovalState | undefined, { by, ...ask }: Ask): boolean {
  if (state?.requested.by === by || state?.given.some((given) => given.by === by) === true) return true;
  return approval.separation === "contributors" && contributors(approval.milestone, ask).includes(by);
}

function contributors(milestone: string, { known, state }: Pick<Ask, "known" | "state">): (string | undefined)[] {
  const own = known.milestones.get(milestone)?.own;
  return [
    ...Object.keys(own?.standards ?? {}).map((id) => state.standards[id]?.by),
    ...Object.keys(own?.tasks ?? {}).map((id) => state.tasks[id]?.by),
    ...Object.keys(own?.forms ?? {}).map((id) => state.forms[id]?.by),
  ];
}
