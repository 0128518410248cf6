import type { Cures, Process, ProcessCommand, ProcessState } from "keyaccount";
import type { Random } from "../support/random.js";
import { filled, ODD_IDS, proofOf } from "./random-work.js";

type Gate = Process["milestones"][string];
type Parts = "standards" | "tasks" | "forms";
/** A command without its id and time. */
type Step = Readonly<Record<string, unknown>> & Pick<ProcessCommand, "type" | "by">;

const SELLERS = ["li", "wang"] as const;
export const PEOPLE = [...SELLERS, "zhao", "chen", "hu", "wu", "__proto__", "constructor"] as const;

/** Who ever worked on some of the parts. */
function hands(state: ProcessState, kind: Parts, ids: readonly string[]): readonly string[] {
  return state[kind].flatMap(({ id, by, earlier = [] }) => (ids.includes(id) ? [by, ...earlier] : []));
}

/** Who worked on what a gate asks for, and on the rest of its milestone. */
function contributors(state: ProcessState, gate: Gate): readonly string[] {
  const kinds = ["standards", "tasks", "forms"] as const;
  return kinds.flatMap((kind) => hands(state, kind, Object.keys(gate[kind])));
}

/** Who may not give an approval where a deal stands, worked out from the state alone. */
export function involved({ milestones }: Process, state: ProcessState, id: string): ReadonlySet<string> {
  const gate = milestones[state.milestone ?? ""];
  const { byItself, form = "", separation } = gate?.approvals[id] ?? {};
  const near = state.approvals.filter((one) => one.id === id || byItself !== true);
  return new Set([
    ...near.flatMap(({ requested, given }) => [requested.by, ...given.map(({ by }) => by)]),
    ...hands(state, "forms", [form]),
    ...(gate !== undefined && separation === "contributors" ? contributors(state, gate) : []),
  ]);
}

/** All the work that a gate still asks for. */
function missing(random: Random, { standards, tasks, forms }: Gate, state: ProcessState): Cures {
  const open = (parts: Gate[Parts], list: readonly { readonly id: string }[]): string[] =>
    Object.entries(parts).flatMap(([id, part]) =>
      (part as { readonly optional?: boolean }).optional === true || list.some((one) => one.id === id) ? [] : id,
    );
  const met = state.standards.filter(({ id, status, evidence }) => {
    const need = standards[id]?.evidence;
    return status === "met" && (need !== true || evidence.length > 0) && need !== "decision-map";
  });
  const unmet = open(standards, met).map((id) => [id, { evidence: proofOf(random, standards[id] as never) }]);
  const unfilled = open(forms, state.forms).map((id) => [
    id,
    filled(forms[id], () => random.pick(["x", "y", ...ODD_IDS])),
  ]);
  return {
    ...(unmet.length === 0 ? {} : { standards: Object.fromEntries(unmet) as object }),
    ...(open(tasks, state.tasks).length === 0 ? {} : { tasks: open(tasks, state.tasks) }),
    ...(unfilled.length === 0 ? {} : { forms: Object.fromEntries(unfilled) as object }),
  };
}

/** What an honest team does next to pass the gate where a deal stands: all the work along with the first request or the move, every approval asked for by a seller and given by somebody apart. */
export function honestStep(random: Random, process: Process, state: ProcessState): Step {
  const head = { by: random.pick([...SELLERS]), roles: Object.keys(process.roles) };
  const gate = process.milestones[state.milestone ?? ""];
  if (state.status !== "open" || gate === undefined) return { ...head, type: "resume" };
  const work = missing(random, gate, state);
  const along = Object.keys(work).length === 0 ? {} : { with: work };
  for (const [id, approval] of Object.entries(gate.approvals)) {
    const asked = state.approvals.find((one) => one.id === id && one.refused === null);
    if (asked === undefined) return { ...head, type: "request-approval", approval: id, ...along };
    const { role = "", count = 1, separation } = approval ?? {};
    const helpers = separation === "contributors" ? contributors(state, gate) : [];
    if (asked.given.filter(({ by }) => !helpers.includes(by)).length >= count) continue;
    const near = involved(process, state, id);
    const [apart = "nobody"] = random.shuffle(PEOPLE.filter((one) => !near.has(one)));
    return { type: "give-approval", approval: id, by: apart, roles: [role] };
  }
  const [to] = random.shuffle(gate.next);
  return to === undefined ? { ...head, type: "win", ...along } : { ...head, type: "advance", to, ...along };
}
