import type { ProcessIssue } from "../../ground/issue.js";
import type { Process, ProcessMilestone } from "./process.js";

type Links = (milestone: string) => readonly string[];

/** All milestones that can be reached from some, themselves included. */
export function reachedFrom(starts: readonly string[], links: Links): ReadonlySet<string> {
  const reached = new Set(starts);
  for (const milestone of reached) for (const next of links(milestone)) reached.add(next);
  return reached;
}

/** Notes milestones where no way leads, those that lead nowhere, those that lead only round and round, and ways back that lead on. All references must be known. */
export function checkGraph({ milestones, start }: Process, issues: ProcessIssue[]): void {
  const ids = Object.keys(milestones);
  const next: Links = (id) => (milestones[id] as ProcessMilestone).next;
  const reached = reachedFrom(start, (id) => [...next(id), ...(milestones[id] as ProcessMilestone).back]);
  const isEnd = (id: string): boolean => milestones[id]?.end === true;
  for (const id of ids) {
    const path = ["milestones", id];
    if (!reached.has(id)) issues.push({ code: "unreachable-milestone", path, details: { milestone: id } });
    if (next(id).length === 0 && !isEnd(id)) {
      issues.push({ code: "dead-end-milestone", path, details: { milestone: id } });
    }
  }
  for (const id of ids) checkBack(id, milestones[id] as ProcessMilestone, next, issues);
  const closed = ids.filter(
    (id) => !Array.from(reachedFrom([id], next)).some((one) => isEnd(one) || next(one).length === 0),
  );
  if (closed.length > 0) issues.push({ code: "no-way-out", path: ["milestones"], details: { milestones: closed } });
}

/** Whoever goes back has to come here again: what leads on instead would be a way past this gate. */
function checkBack(from: string, { back }: ProcessMilestone, next: Links, issues: ProcessIssue[]): void {
  back.forEach((milestone, index) => {
    if (reachedFrom([milestone], next).has(from)) return;
    issues.push({ code: "no-way-back", path: ["milestones", from, "back", index], details: { milestone, from } });
  });
}

/** Notes a rule on effort that can never be kept: where no gate must be passed to end, or there is a way to an end that avoids it, effort would be refused for ever. */
export function checkEffort({ milestones, start, effort }: Process, issues: ProcessIssue[]): void {
  if (effort === undefined || effort.early === "flag") return;
  const { after } = effort;
  const next: Links = (id) => (id === after ? [] : (milestones[id] as ProcessMilestone).next);
  const reached = reachedFrom(start, next);
  const without = [...reached].filter((id) => milestones[id]?.next.length === 0);
  if (without.length === 0) return;
  issues.push({ code: "effort-impossible", path: ["effort", "after"], details: { after, milestones: without } });
}
