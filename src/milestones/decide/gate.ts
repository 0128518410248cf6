import { byId } from "../by-id.js";
import type { ProcessApproval, ProcessStandard } from "../definition/process.js";
import type { Placed, Resolved, ResolvedMilestone } from "../definition/registry.js";
import type { Cures, EventHead, Unmet } from "../event.js";
import { fieldsOf } from "../fields.js";
import type { Refusal, RefusalDetails } from "../refusal.js";
import type { ApprovalState, ProcessState } from "../state.js";
import { refuse } from "./ask.js";
import { checkEvidence } from "./evidence.js";

/** Whether a record has a part of its own: what every object inherits is none. */
export const has = (parts: object | undefined, id: string): boolean => parts !== undefined && Object.hasOwn(parts, id);

/** Of what is asked, as much as a gate looks at. */
export interface Asked {
  readonly known: Resolved;
  readonly state: ProcessState;
  /** Who brings the work that comes along. */
  readonly head?: EventHead;
}

/** Notes everything that keeps a milestone's gate shut, in the order of its definition: standards, tasks, forms, approvals. */
export function checkGate(asked: Asked, gate: ResolvedMilestone, given: Cures | undefined, issues: Refusal[]): void {
  const { known, state } = asked;
  const { id: milestone } = gate;
  const cures: Cures = fieldsOf(given ?? {});
  for (const id of gate.standards) {
    if (!has(cures.standards, id)) checkStandard(known, milestone, id, state, issues);
  }
  for (const id of gate.tasks) {
    if (byId(state.tasks, id) !== undefined || cures.tasks?.includes(id) === true) continue;
    const role = known.tasks.get(id)?.role ?? null;
    refuse(issues, "task-open", ["with", "tasks"], { milestone, task: id, role });
  }
  for (const id of gate.forms) {
    if (!has(cures.forms, id) && !known.isWhole(known, id, state)) {
      refuse(issues, "form-missing", ["with", "forms", id], { milestone, form: id });
    }
  }
  for (const approval of gate.approvals) checkApproval(approval, asked, cures, issues);
}

function checkStandard(known: Resolved, milestone: string, id: string, state: ProcessState, issues: Refusal[]): void {
  const standard = byId(state.standards, id);
  if (standard?.status !== "met") {
    refuse(issues, "standard-unmet", ["with", "standards", id], { milestone, standard: id });
  } else {
    const path = ["with", "standards", id, "evidence"];
    checkEvidence(known.standards.get(id) as Placed<ProcessStandard>, standard.evidence, path, issues);
  }
}

/** An approval as it was asked for, if what it approves is the form that the process names: after a migration it may be another. */
export function askedFor(
  { id, form }: Placed<ProcessApproval>,
  approvals: ProcessState["approvals"],
): ApprovalState | undefined {
  const asked = byId(approvals, id);
  return asked?.form === (form ?? null) ? asked : undefined;
}

/** What still counts of an approval: a form that is attached anew in the same command ends what was approved of it. */
function checkApproval(approval: Placed<ProcessApproval>, asked: Asked, cures: Cures, issues: Refusal[]): void {
  const { id, milestone, role, count, form } = approval;
  const isVoid = form !== undefined && has(cures.forms, form);
  const lacking = count - (isVoid ? 0 : approvers(approval, asked, cures));
  if (lacking > 0) refuse(issues, "approval-missing", [], { milestone, approval: id, role, lacking });
}

/** How many have approved in the role that the process asks for; where it says so, without those who worked on the milestone since. */
export function approvers(approval: Placed<ProcessApproval>, { known, state, head }: Asked, cures: Cures): number {
  const { role, milestone, separation } = approval;
  let count = 0;
  for (const given of askedFor(approval, state.approvals)?.given ?? []) {
    const isApart =
      separation !== "contributors" || !known.workedOn(known, { state, cures, head }, milestone, given.by);
    if (given.role === role && isApart) count += 1;
  }
  return count;
}

/** What doesn't hold, as an override keeps it. */
export function unmetOf(issues: readonly Refusal[]): Unmet {
  const unmet = { standards: [] as string[], tasks: [] as string[], forms: [] as string[], approvals: [] as string[] };
  for (const { code, details } of issues) {
    if (code === "standard-unmet" || code === "evidence-missing" || code === "proof-missing")
      unmet.standards.push(details.standard);
    else if (code === "task-open") unmet.tasks.push(details.task);
    else if (code === "form-missing") unmet.forms.push(details.form);
    else unmet.approvals.push((details as RefusalDetails["approval-missing"]).approval);
  }
  return unmet;
}
