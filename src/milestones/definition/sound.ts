import { throwIssues } from "../../ground/error.js";
import { hashJson } from "../../ground/hash.js";
import type { ProcessIssue, ScorecardIssue } from "../../ground/issue.js";
import { freezeJson, type Json } from "../../ground/json.js";
import { isRepeat } from "../decide/is-repeat.js";
import { reachOf, returnsOf, waysBack } from "../decide/ways-back.js";
import { checkEffort, checkGraph, reachedFrom } from "./check-graph.js";
import { checkReferences } from "./check-references.js";
import { checkKeys } from "./command-keys.js";
import { cureOf } from "./cure/cure.js";
import type { Process, ProcessMilestone } from "./process.js";
import { readCures } from "./read-cures.js";
import { readEffort } from "./read-effort.js";
import { isWhole, readForm } from "./read-form.js";
import { type Placed, type Resolved, type ResolvedMilestone, register } from "./registry.js";
import { type Schemas, schemasOf } from "./schemas.js";
import { process as shape } from "./shapes.js";
import { involvementOf, workedOn } from "./worked-on.js";

/** Checks anything as a process and resolves it, or throws all that is wrong with it. */
export function resolve(input: unknown): Resolved {
  const process = freezeJson(checkedProcess(input));
  const name = { id: process.id, version: process.version, hash: hashJson(process as unknown as Json) };
  const result: Resolved = {
    process,
    name: Object.freeze(name),
    milestones: new Map(Object.entries(process.milestones).map(([id, own]) => [id, resolveMilestone(id, own)])),
    standards: placed(process, ({ standards }) => standards),
    tasks: placed(process, ({ tasks }) => tasks),
    forms: placed(process, (milestone) => milestone.forms),
    approvals: placed(process, ({ approvals }) => approvals),
    causes: new Map(process.causes.map((cause) => [cause, cause])),
    schemas: freezeSchemas(schemasOf(process)),
    cureOf,
    readForm,
    checkKeys,
    readCures,
    readEffort,
    isWhole,
    workedOn,
    involvementOf,
    isRepeat,
    returnsOf,
    waysBack,
    reachOf,
    entries: entriesOf(process),
    ahead: new Map(Object.keys(process.milestones).map((id) => [id, ahead(process, id)])),
  };
  register(result);
  return result;
}

function checkedProcess(input: unknown): Process {
  const issues: ProcessIssue[] = [];
  const process = readShape(input, issues);
  if (process !== undefined) checkReferences(process, issues);
  if (process !== undefined && issues.length === 0) checkWhole(process, issues);
  throwIssues(issues);
  return process as Process;
}

/** What can be said once all references are known. */
function checkWhole(process: Process, issues: ProcessIssue[]): void {
  checkGraph(process, issues);
  checkEffort(process, issues);
}

/** A process before its start is filled in. */
type Read = Omit<Process, "start"> & { readonly start?: Process["start"] };

function readShape(input: unknown, issues: ProcessIssue[]): Process | undefined {
  const faults: ScorecardIssue[] = [];
  try {
    const read = shape(input, [], faults) as Read;
    if (faults.length === 0) return { ...read, start: read.start ?? Object.keys(read.milestones).slice(0, 1) };
  } catch {
    faults.push({ code: "unreadable", path: [], details: {} });
  }
  issues.push(...faults);
  return undefined;
}

function requiredOf(parts: { readonly [id: string]: { readonly optional: boolean } | undefined }): string[] {
  return Object.keys(parts).filter((key) => parts[key]?.optional === false);
}

function entriesOf({ start, milestones }: Process): ReadonlySet<string> {
  const followed = new Set(Object.values<ProcessMilestone>(milestones).flatMap(({ next }) => next));
  return new Set([...start, ...Object.keys(milestones).filter((id) => !followed.has(id))]);
}

function ahead({ milestones }: Process, id: string): ReadonlySet<string> {
  return reachedFrom([id], (one) => (milestones[one] as ProcessMilestone).next);
}

function resolveMilestone(id: string, own: ProcessMilestone): ResolvedMilestone {
  return {
    id,
    own,
    standards: Object.keys(own.standards),
    tasks: requiredOf(own.tasks),
    forms: requiredOf(own.forms),
    approvals: placedOf(id, own.approvals),
  };
}

function placedOf<T>(milestone: string, parts: { readonly [id: string]: T | undefined }): Placed<T>[] {
  return Object.entries(parts).map(([id, part]) => ({ ...(part as T), id, milestone }));
}

function placed<T>(
  { milestones }: Process,
  partsOf: (milestone: ProcessMilestone) => { readonly [id: string]: T | undefined },
): Map<string, Placed<T>> {
  const parts = Object.entries(milestones).flatMap(([id, own]) => placedOf(id, partsOf(own)));
  return new Map(parts.map((part) => [part.id, part]));
}

/** Refusals hand schemas out, so nobody may change them. */
function freezeSchemas(schemas: Schemas): Schemas {
  for (const schema of schemas.values()) freezeJson(schema);
  return schemas;
}
