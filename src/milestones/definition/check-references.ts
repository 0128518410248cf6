import type { Path, ProcessIssue } from "../../ground/issue.js";
import type { Process, ProcessApproval, ProcessForm, ProcessMilestone } from "./process.js";

/** The kinds of parts whose ids are unique in a process. */
const KINDS = ["standards", "tasks", "forms", "approvals"] as const;

/** What references may mean, and where faults go. */
interface Known {
  readonly milestones: readonly string[];
  readonly forms: readonly string[];
  readonly roles: Process["roles"];
  readonly issues: ProcessIssue[];
}

/** Notes every reference to something that isn't there, every id that stands twice, and approvals that nobody may give. */
export function checkReferences(process: Process, issues: ProcessIssue[]): void {
  const milestones = Object.entries(process.milestones);
  const forms = milestones.flatMap(([, { forms: own }]) => Object.keys(own));
  const known = { milestones: Object.keys(process.milestones), forms, roles: process.roles, issues };
  checkTwice(process.causes, ["causes"], issues);
  checkAll(process.start, known.milestones, ["start"], issues);
  checkAll(process.override.roles, Object.keys(process.roles), ["override", "roles"], issues);
  checkAll(process.migration?.roles ?? [], Object.keys(process.roles), ["migration", "roles"], issues);
  if (process.effort !== undefined) checkOne(process.effort.after, known.milestones, ["effort", "after"], issues);
  for (const [id, milestone] of milestones) {
    checkMilestone(id, milestone, known);
    checkHolders(id, milestone, known);
  }
  for (const kind of KINDS) checkUnique(milestones, kind, issues);
}

function checkMilestone(id: string, { next, back, tasks, forms, approvals }: ProcessMilestone, known: Known): void {
  const path = ["milestones", id];
  for (const [list, ids] of Object.entries({ next, back })) {
    checkAll(ids, known.milestones, [...path, list], known.issues);
    const self = ids.indexOf(id);
    if (self >= 0) known.issues.push({ code: "circular-reference", path: [...path, list, self], details: { id } });
  }
  for (const [key, task] of Object.entries(tasks)) {
    if (task?.role !== undefined) {
      checkOne(task.role, Object.keys(known.roles), [...path, "tasks", key, "role"], known.issues);
    }
  }
  for (const [key, form] of Object.entries(forms)) {
    for (const [field, { options = [] }] of Object.entries((form as ProcessForm).fields)) {
      checkTwice(options, [...path, "forms", key, "fields", field, "options"], known.issues);
    }
  }
  for (const [key, approval] of Object.entries(approvals)) {
    checkApproval(approval as ProcessApproval, [...path, "approvals", key], known);
  }
}

/** Whether a milestone's approvals, each by somebody else, and the work that its approvers may not do, find enough persons in each role. */
function checkHolders(milestone: string, { tasks, approvals }: ProcessMilestone, { roles, issues }: Known): void {
  const taken = new Map<string, number>();
  for (const [id, { role, count, separation, byItself }] of Object.entries(approvals) as [string, ProcessApproval][]) {
    const holders = Object.hasOwn(roles, role) ? roles[role]?.holders : undefined;
    const works = Object.values(tasks).some((task) => task?.role === role && !task.optional);
    const others = byItself === true ? 0 : (taken.get(role) ?? 0);
    const needed = others + count + (separation === "contributors" && works ? 1 : 0);
    if (holders !== undefined && needed > holders && count <= holders) {
      const path = ["milestones", milestone, "approvals", id];
      issues.push({ code: "approval-impossible", path, details: { role, count: needed, holders } });
    }
    if (byItself !== true) taken.set(role, others + count);
  }
}

function checkApproval({ role, count, form }: ProcessApproval, path: Path, { roles, forms, issues }: Known): void {
  const holders = Object.hasOwn(roles, role) ? (roles[role]?.holders ?? count) : 0;
  if (count > holders) issues.push({ code: "approval-impossible", path, details: { role, count, holders } });
  if (form !== undefined) checkOne(form, forms, [...path, "form"], issues);
}

function checkOne(id: string, known: readonly string[], path: Path, issues: ProcessIssue[]): void {
  if (!known.includes(id)) issues.push({ code: "unknown-reference", path, details: { id } });
}

function checkAll(ids: readonly string[], known: readonly string[], path: Path, issues: ProcessIssue[]): void {
  ids.forEach((id, index) => {
    checkOne(id, known, [...path, index], issues);
  });
  checkTwice(ids, path, issues);
}

function checkTwice(ids: readonly string[], path: Path, issues: ProcessIssue[]): void {
  ids.forEach((id, index) => {
    if (ids.indexOf(id) < index) issues.push({ code: "duplicate-id", path: [...path, index], details: { id } });
  });
}

function checkUnique(
  milestones: readonly (readonly [string, ProcessMilestone])[],
  kind: (typeof KINDS)[number],
  issues: ProcessIssue[],
): void {
  const seen = new Set<string>();
  for (const [milestone, { [kind]: parts }] of milestones) {
    for (const id of Object.keys(parts)) {
      if (seen.has(id))
        issues.push({ code: "duplicate-id", path: ["milestones", milestone, kind, id], details: { id } });
      seen.add(id);
    }
  }
}
