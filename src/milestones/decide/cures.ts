import type { Path } from "../../ground/issue.js";
import { show } from "../../portfolio/arguments.js";
import { own } from "../../portfolio/own.js";
import type { ProcessStandard, ProcessTask } from "../definition/process.js";
import type { Placed } from "../definition/sound.js";
import type { Cures, Evidence, FormContent } from "../event.js";
import { type Ask, find, hasRole } from "./ask.js";
import { readEvidence } from "./evidence.js";
import { readForm } from "./form.js";

/** Reads the work that comes with a move; `undefined` where there is none. */
export function readCures(ask: Ask): Cures | undefined {
  const value = own(ask.command, "with");
  if (value === undefined || value === null) return undefined;
  const given = recordAt(value, ["with"], ask);
  const standards = readStandards(own(given, "standards"), ask);
  const tasks = readTasks(own(given, "tasks"), ask);
  const forms = readForms(own(given, "forms"), ask);
  return {
    ...(standards === undefined ? {} : { standards }),
    ...(tasks === undefined ? {} : { tasks }),
    ...(forms === undefined ? {} : { forms }),
  };
}

function recordAt(value: unknown, path: Path, { issues }: Ask): object {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  issues.push({ code: "wrong-type", path, details: { expected: "object", received: show(value) } });
  return {};
}

function readStandards(value: unknown, ask: Ask): Cures["standards"] {
  if (value === undefined) return undefined;
  const kept: Record<string, { readonly evidence?: readonly Evidence[] }> = {};
  const given = recordAt(value, ["with", "standards"], ask);
  for (const id of Object.keys(given)) {
    const path = ["with", "standards", id];
    const standard = find(id, path, ask.known.standards, ask.issues);
    const evidence = evidenceFor(
      standard,
      own(recordAt(own(given, id), path, ask), "evidence"),
      [...path, "evidence"],
      ask,
    );
    if (standard !== undefined) kept[id] = evidence.length === 0 ? {} : { evidence };
  }
  return kept;
}

/** The evidence of a standard that is met, with an issue where some is needed and none is given. */
export function evidenceFor(
  standard: Placed<ProcessStandard> | undefined,
  value: unknown,
  path: Path,
  { issues }: Ask,
): readonly Evidence[] {
  const evidence = readEvidence(value, path, issues);
  if (standard?.evidence === true && evidence.length === 0) {
    issues.push({ code: "evidence-missing", path, details: { standard: standard.id } });
  }
  return evidence;
}

function readTasks(value: unknown, ask: Ask): readonly string[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || value.length > ask.known.tasks.size) {
    recordAt(Array.isArray(value) ? "array" : value, ["with", "tasks"], ask);
    return undefined;
  }
  const ids = Array.from(value as readonly unknown[], (id, index) => {
    const path = ["with", "tasks", index];
    const task = find(id, path, ask.known.tasks, ask.issues);
    if (task !== undefined) checkTask(task, path, ask);
    return task?.id ?? "";
  });
  return ids;
}

/** A task is completed once, by who has its role. */
export function checkTask({ id, role }: Placed<ProcessTask>, path: Path, ask: Ask): void {
  if (ask.state.tasks[id] !== undefined) ask.issues.push({ code: "already-done", path, details: {} });
  if (role !== undefined && hasRole(ask, [role]) === undefined) {
    ask.issues.push({ code: "role-missing", path, details: { allowed: [role] } });
  }
}

function readForms(value: unknown, ask: Ask): Cures["forms"] {
  if (value === undefined) return undefined;
  const kept: Record<string, FormContent> = {};
  const given = recordAt(value, ["with", "forms"], ask);
  for (const id of Object.keys(given)) {
    const path = ["with", "forms", id];
    const form = find(id, path, ask.known.forms, ask.issues);
    const content = recordAt(own(given, id), path, ask);
    if (form !== undefined) kept[id] = readForm(form, content, path, ask.issues);
  }
  return kept;
}
