import type { ProcessApproval } from "../definition/process.js";
import type { Placed, Resolved, ResolvedMilestone } from "../definition/sound.js";
import type { Cures, Unmet } from "../event.js";
import type { Refusal } from "../refusal.js";
import type { ApprovalState, ProcessState } from "../state.js";

/** Everything that keeps a milestone's gate shut, in the order of its definition: standards, tasks, forms, approvals. */
export function gateIssues(
  known: Resolved,
  gate: ResolvedMilestone,
  state: ProcessState,
  cures: Cures | undefined,
): Refusal[] {
  const issues: Refusal[] = [];
  for (const id of gate.standards) {
    if (cures?.standards?.[id] === undefined) checkStandard(known, gate.id, id, state, issues);
  }
  for (const id of gate.tasks) {
    if (state.tasks[id] !== undefined || cures?.tasks?.includes(id) === true) continue;
    const role = known.tasks.get(id)?.role ?? null;
    issues.push({ code: "task-open", path: ["with", "tasks"], details: { milestone: gate.id, task: id, role } });
  }
  for (const id of gate.forms) {
    if (cures?.forms?.[id] === undefined) checkForm(known, gate.id, id, state, issues);
  }
  for (const approval of gate.approvals) checkApproval(approval, state, cures, issues);
  return issues;
}

function checkStandard(known: Resolved, milestone: string, id: string, state: ProcessState, issues: Refusal[]): void {
  const standard = state.standards[id];
  const path = ["with", "standards", id];
  if (standard?.status !== "met") {
    issues.push({ code: "standard-unmet", path, details: { milestone, standard: id } });
  } else if (standard.evidence.length === 0 && known.standards.get(id)?.evidence === true) {
    issues.push({ code: "evidence-missing", path: [...path, "evidence"], details: { standard: id } });
  }
}

/** A form counts while it has every field that the process asks for now: a process may have come to ask for more. */
function checkForm(known: Resolved, milestone: string, id: string, state: ProcessState, issues: Refusal[]): void {
  const form = state.forms[id];
  const needed = known.neededFields.get(id) ?? [];
  const isWhole = form !== undefined && needed.every((field) => form.fields?.[field] !== undefined);
  if (!isWhole) issues.push({ code: "form-missing", path: ["with", "forms", id], details: { milestone, form: id } });
}

/** What still counts of an approval: a form that is attached anew in the same command ends what was approved of it. */
function checkApproval(
  approval: Placed<ProcessApproval>,
  { approvals }: ProcessState,
  cures: Cures | undefined,
  issues: Refusal[],
): void {
  const { id, milestone, role, count, form } = approval;
  const isVoid = form !== undefined && cures?.forms?.[form] !== undefined;
  const lacking = count - (isVoid ? 0 : approvers(approvals[id], role));
  if (lacking <= 0) return;
  issues.push({ code: "approval-missing", path: [], details: { milestone, approval: id, role, lacking } });
}

/** How many have approved in the role that the process asks for. */
export function approvers(approval: ApprovalState | undefined, role: string): number {
  let count = 0;
  for (const given of approval?.given ?? []) if (given.role === role) count += 1;
  return count;
}

/** What doesn't hold, as an override keeps it. */
export function unmetOf(issues: readonly Refusal[]): Unmet {
  const unmet = { standards: [] as string[], tasks: [] as string[], forms: [] as string[], approvals: [] as string[] };
  for (const { code, details } of issues) {
    if (code === "standard-unmet" || code === "evidence-missing") unmet.standards.push(details.standard);
    else if (code === "task-open") unmet.tasks.push(details.task);
    else if (code === "form-missing") unmet.forms.push(details.form);
    else if (code === "approval-missing") unmet.approvals.push(details.approval);
  }
  return unmet;
}
