import type { Cures } from "../event.js";
import type { ProcessState, WorkStamp } from "../state.js";
import type { Resolved, WorkedOn } from "./registry.js";

const isBy = ({ by, earlier }: WorkStamp, person: string): boolean =>
  by === person || earlier?.includes(person) === true;

/** Whether somebody ever worked on any part of a milestone, or does so now. */
export const workedOn: WorkedOn = (known, { state, cures, head }, milestone, person) => {
  const isOf = (kind: "standards" | "tasks" | "forms", id: string): boolean =>
    known[kind].get(id)?.milestone === milestone;
  const before = (["standards", "tasks", "forms"] as const).some((kind) =>
    state[kind].some((one) => isBy(one, person) && isOf(kind, one.id)),
  );
  return before || (person === head?.by && curesOf(cures).some(([kind, id]) => isOf(kind, id)));
};

function curesOf({ standards = {}, tasks = [], forms = {} }: Cures): ["standards" | "tasks" | "forms", string][] {
  return [
    ...Object.keys(standards).map((id): ["standards", string] => ["standards", id]),
    ...tasks.map((id): ["tasks", string] => ["tasks", id]),
    ...Object.keys(forms).map((id): ["forms", string] => ["forms", id]),
  ];
}

/** Whether somebody attached a form, now or before. */
function attached({ forms }: ProcessState, form: string | undefined, person: string): boolean {
  return forms.some((one) => one.id === form && isBy(one, person));
}

/** Who can't approve: who asked for or gave an approval of this stay, who attached its form, and where the process says so who worked on the milestone. */
export const involvementOf: Resolved["involvementOf"] = (known, state, approval, by) => {
  const { id, milestone, form, separation, byItself } = approval;
  const others = state.approvals.filter((one) => one.id === id || byItself !== true);
  if (others.some(({ requested }) => requested.by === by)) return "requested";
  if (others.some(({ given }) => given.some((one) => one.by === by))) return "approved";
  if (attached(state, form, by)) return "attached-form";
  const works = separation === "contributors" && workedOn(known, { state, cures: {} }, milestone, by);
  return works ? "did-work" : undefined;
};
