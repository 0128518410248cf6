import { isDay } from "../../ground/moment.js";
import { show } from "../../ground/show.js";
import type { ResolvedMilestone } from "../definition/registry.js";
import type { Cures } from "../event.js";
import type { Refusal } from "../refusal.js";
import { type Ask, find, isIn, named, needed, note, type Outcome, refuse, roleOf } from "./ask.js";
import { readCures } from "./cures.js";
import { checkGate, unmetOf } from "./gate.js";

export function start(ask: Ask): Outcome {
  isIn(ask, "new");
  const { process, milestones, name } = ask.known;
  const [first = ""] = process.start;
  const given = ask.command["milestone"] ?? first;
  const milestone = find(given, ["milestone"], milestones, ask.issues)?.id ?? first;
  if (!process.start.includes(milestone)) unreachable(ask, "", milestone, process.start, "milestone");
  return { type: "started", data: { process: name, milestone } };
}

function unreachable({ issues }: Ask, from: string, to: string, allowed: readonly string[], key = "to"): void {
  refuse(issues, "not-reachable", [key], { from, to, allowed });
}

/** Decides on a move from where the deal stands, if it is open. */
function fromHere(ask: Ask, decide: (gate: ResolvedMilestone) => Outcome): Outcome {
  const gate = isIn(ask, "open") ? ask.known.milestones.get(ask.state.milestone as string) : undefined;
  return gate === undefined ? { type: "resumed", data: {} } : decide(gate);
}

/** Where a command leads: what it says, or the only way that there is. */
function goal(ask: Ask, gate: ResolvedMilestone, allowed: readonly string[]): string {
  const given = ask.command["to"] ?? (allowed.length === 1 ? allowed[0] : undefined);
  if (given === undefined && allowed.length > 0) {
    refuse(ask.issues, "required", ["to"], {});
    return "";
  }
  const to = given === undefined ? "" : (find(given, ["to"], ask.known.milestones, ask.issues)?.id ?? "");
  if (!allowed.includes(to) && (to !== "" || given === undefined)) unreachable(ask, gate.id, to, allowed);
  return to;
}

const withCures = (cures: Cures | undefined): { readonly with?: Cures } => (cures === undefined ? {} : { with: cures });

export function advance(ask: Ask): Outcome {
  return fromHere(ask, (gate) => {
    const cures = readCures(ask);
    const to = goal(ask, gate, gate.own.next);
    checkGate(ask, gate, cures, ask.issues);
    return { type: "advanced", data: { from: gate.id, to, wins: gate.own.wins, ...withCures(cures) } };
  });
}

export function win(ask: Ask): Outcome {
  return fromHere(ask, (gate) => {
    const cures = readCures(ask);
    if (!gate.own.end) unreachable(ask, gate.id, "", gate.own.next, "type");
    checkGate(ask, gate, cures, ask.issues);
    return { type: "won", data: { from: gate.id, ...withCures(cures) } };
  });
}

export function override(ask: Ask): Outcome {
  return fromHere(ask, (gate) => {
    const { end, next, wins } = gate.own;
    const { roles } = ask.known.process.override;
    const cures = readCures(ask);
    const role = roleOf(ask, roles);
    const reason = needed(ask, "reason");
    if (role === undefined) refuse(ask.issues, "role-missing", ["roles"], { allowed: roles });
    const given = ask.command["to"];
    const closes = given === null || (end && next.length === 0 && given === undefined);
    if (closes && !end) unreachable(ask, gate.id, "", next);
    const to = closes ? null : goal(ask, gate, next);
    const found: Refusal[] = [];
    checkGate(ask, gate, cures, found);
    if (found.length === 0) refuse(ask.issues, "gate-holds", ["type"], { milestone: gate.id });
    const passage = { from: gate.id, to, wins, ...withCures(cures) };
    return { type: "overridden", data: { ...passage, reason, role: role ?? "", unmet: unmetOf(found) } };
  });
}

export function goBack(ask: Ask): Outcome {
  return fromHere(ask, (gate) => {
    const reason = needed(ask, "reason");
    const to = goal(ask, gate, gate.own.back);
    const allowed = ask.known.returnsOf(ask.known, ask.state);
    if (gate.own.back.includes(to) && !allowed.includes(to)) unreachable(ask, gate.id, to, allowed);
    return { type: "went-back", data: { from: gate.id, to, reason, undoesWin: undoesWin(ask, to) } };
  });
}

/** Whether the gate that won the order would have to be passed again. */
function undoesWin({ known, state }: Ask, to: string): boolean {
  return state.won !== null && known.ahead.get(to)?.has(state.won.milestone) === true;
}

export function pause(ask: Ask): Outcome {
  isIn(ask, "open");
  const reason = needed(ask, "reason");
  const until = ask.command["until"] ?? null;
  if (until !== null && !isDay(until)) {
    refuse(ask.issues, "not-a-date", ["until"], { received: show(until), expected: "day" });
  }
  return { type: "paused", data: { reason, until: until as string | null } };
}

export function resume(ask: Ask): Outcome {
  isIn(ask, "paused");
  return { type: "resumed", data: note(ask) };
}

export function lose(ask: Ask): Outcome {
  isIn(ask, "open", "paused");
  const { causes } = ask.known;
  return { type: "lost", data: { cause: named(ask, "cause", causes) ?? "", ...note(ask) } };
}

export function reopen(ask: Ask): Outcome {
  const isClosed = isIn(ask, "lost", "won");
  const reason = needed(ask, "reason");
  const { milestone } = ask.state;
  const to = find(ask.command["to"] ?? milestone, ["to"], ask.known.milestones, ask.issues)?.id ?? "";
  const allowed = isClosed ? ask.known.waysBack(ask.known, ask.state) : [to];
  if (to !== "" && !allowed.includes(to)) unreachable(ask, milestone as string, to, allowed);
  return { type: "reopened", data: { to, reason, undoesWin: undoesWin(ask, to) } };
}
