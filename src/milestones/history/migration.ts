import { KeyAccountError, throwIssues } from "../../ground/error.js";
import type { ProcessIssue } from "../../ground/issue.js";
import { readJson } from "../../ground/json.js";
import { show } from "../../ground/show.js";
import { type Ask, needed, readAsk, refuse, roleOf } from "../decide/ask.js";
import { outcomeOf, refused } from "../decide/outcome.js";
import { HEAD_KEYS, noteUnknownKeys } from "../definition/command-keys.js";
import type { Resolved } from "../definition/registry.js";
import { type Fields, fieldsOf } from "../fields.js";
import { draftOf } from "../fold/draft.js";
import { migrated, type Names, renamed } from "../fold/migrated.js";
import type { Decision } from "../refusal.js";
import type { ProcessState } from "../state.js";
import { unprovenGates } from "./unproven.js";

const PARTS = ["standards", "tasks", "forms"] as const;
const OPTION_KEYS = ["from", "to", "milestones", "standards", "tasks", "forms", "reason", "dryRun"];
type Maps = { readonly [P in "milestones" | (typeof PARTS)[number]]: Names };

/** Decides on a migration; throws where the maps themselves are wrong. */
export function decideMigration(from: Resolved, to: Resolved, state: ProcessState, options: object): Decision {
  const fields = fieldsOf(options);
  const maps = readMaps(fields);
  checkMaps(fields, maps, from, to);
  const ask = readAsk(from, state, fields);
  if (state.ids.includes(ask.head.id)) refuse(ask.issues, "already-done", ["id"], {});
  if (from.name.hash === to.name.hash) refuse(ask.issues, "already-done", ["to"], {});
  if (state.revision === 0)
    refuse(ask.issues, "wrong-status", [], { status: "new", allowed: ["open", "paused", "lost", "won"] });
  checkUnique(maps, state, ask);
  for (const { process } of [from, to]) checkRole(process.migration?.roles, ask);
  const reason = needed(ask, "reason");
  const data = { from: from.name, to: to.name, ...maps, reason };
  if (ask.issues.length > 0) return refused(ask);
  const after = draftOf(state);
  migrated(after, { ...data, unproven: [] }, ask.head);
  const unproven = unprovenGates({ from, to, names: maps, before: state, after });
  return outcomeOf(ask, { type: "migrated", data: { ...data, unproven } });
}

/** Who leaves a process, or enters one, that says who may has one of its roles. */
function checkRole(allowed: readonly string[] | undefined, ask: Ask): void {
  if (allowed !== undefined && roleOf(ask, allowed) === undefined) {
    refuse(ask.issues, "role-missing", ["roles"], { allowed });
  }
}

/** A copy of the maps, so that nothing foreign is looked at twice. */
function readMaps({ milestones, standards, tasks, forms }: Fields): Maps {
  const { json, issues } = readJson({ milestones, standards, tasks, forms });
  throwIssues(issues);
  const maps = json as { readonly [part: string]: Names | undefined };
  const of = (part: string): Names => {
    const names = maps[part] ?? {};
    if (typeof names === "object" && !Array.isArray(names)) return names;
    throw new KeyAccountError([
      { code: "wrong-type", path: [part], details: { expected: "object", received: show(names) } },
    ]);
  };
  return { milestones: of("milestones"), standards: of("standards"), tasks: of("tasks"), forms: of("forms") };
}

/** Notes everything that is wrong with the maps themselves. */
function checkMaps(options: object, maps: Maps, from: Resolved, to: Resolved): void {
  const issues: ProcessIssue[] = [];
  noteUnknownKeys(options, [], issues, OPTION_KEYS, HEAD_KEYS);
  for (const id of from.milestones.keys()) {
    const goal = Object.hasOwn(maps.milestones, id) ? maps.milestones[id] : undefined;
    const path = ["milestones", id];
    if (goal === undefined) issues.push({ code: "required", path, details: {} });
    else if (!to.milestones.has(goal)) issues.push({ code: "unknown-reference", path, details: { id: goal } });
  }
  for (const part of PARTS) checkPart(part, maps[part], from, to, issues);
  throwIssues(issues);
}

/**
 * Every new id is there, no two old ones become one, and one that is there still keeps its name: what was done for the one would count for the
 * other.
 */
function checkPart(
  part: (typeof PARTS)[number],
  names: Names,
  from: Resolved,
  to: Resolved,
  issues: ProcessIssue[],
): void {
  const all = new Set([...from[part].keys(), ...Object.keys(names)]);
  const goals = Array.from(all, (id) => renamed(names, id));
  for (const [id, goal] of Object.entries(names)) {
    const path = [part, id];
    if (!to[part].has(goal)) issues.push({ code: "unknown-reference", path, details: { id: goal } });
    const isStill = goal !== id && to[part].has(id);
    if (isStill || goals.indexOf(goal) !== goals.lastIndexOf(goal)) {
      issues.push({ code: "duplicate-id", path, details: { id: isStill ? id : goal } });
    }
  }
}

/** What was done under ids that neither process knows any more isn't lost under another's either. */
function checkUnique(maps: Maps, state: ProcessState, { issues }: Ask): void {
  for (const part of PARTS) {
    const seen = new Set<string>();
    for (const { id } of state[part]) {
      const name = renamed(maps[part], id);
      if (seen.has(name)) refuse(issues, "already-done", [part, id], {});
      seen.add(name);
    }
  }
}
