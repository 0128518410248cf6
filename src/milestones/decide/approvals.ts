import { byId } from "../by-id.js";
import type { ProcessApproval } from "../definition/process.js";
import type { Placed } from "../definition/registry.js";
import { fieldsOf } from "../fields.js";
import type { ApprovalState } from "../state.js";
import { type Ask, isIn, named, needed, note, type Outcome, refuse, roleOf } from "./ask.js";
import { readCures } from "./cures.js";
import { approvers, askedFor, has } from "./gate.js";

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
  const isAnew = form !== null && has(fieldsOf(cures ?? {})["forms"] as object | undefined, form);
  if (approval !== undefined && !isAnew && isPending(askedFor(approval, ask.state.approvals))) {
    refuse(ask.issues, "already-done", ["approval"], { approval: approval.id });
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
  if (approval !== undefined && approvers(approval, ask, {}) >= approval.count) {
    refuse(ask.issues, "already-done", ["approval"], { approval: approval.id });
  }
  const { by } = ask.head;
  const because = approval && ask.known.involvementOf(ask.known, ask.state, approval, by);
  if (because !== undefined) refuse(ask.issues, "same-person", ["by"], { by, because });
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
