import type { Path } from "../../ground/issue.js";
import { byId } from "../by-id.js";
import type { ProcessStandard, ProcessTask } from "../definition/process.js";
import type { Placed } from "../definition/registry.js";
import type { Cures, Evidence } from "../event.js";
import { type Ask, refuse, roleOf } from "./ask.js";
import { checkEvidence, readEvidence } from "./evidence.js";

/** Reads the work that comes with a move; `undefined` where there is none. */
export function readCures(ask: Ask): Cures | undefined {
  const value = ask.command["with"] ?? undefined;
  return value === undefined ? undefined : ask.known.readCures(value, ask);
}

/** The evidence of a standard that is met, with an issue where some is needed and none is given. */
export function evidenceFor(
  standard: Placed<ProcessStandard> | undefined,
  value: unknown,
  path: Path,
  { issues }: Ask,
): readonly Evidence[] {
  const evidence = readEvidence(value, path, issues);
  if (standard !== undefined) checkEvidence(standard, evidence, path, issues);
  return evidence;
}

/** A task is completed once, by who has its role. */
export function checkTask({ id, role }: Placed<ProcessTask>, path: Path, ask: Ask): void {
  if (byId(ask.state.tasks, id) !== undefined) refuse(ask.issues, "already-done", path, { task: id });
  if (role !== undefined && roleOf(ask, [role]) === undefined) {
    refuse(ask.issues, "role-missing", path, { allowed: [role] });
  }
}
