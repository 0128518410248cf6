import { KeyAccountError, throwIssues } from "../../ground/error.js";
import type { ProcessIssue } from "../../ground/issue.js";
import { readJson } from "../../ground/json.js";
import type { Result } from "../../ground/result.js";
import { show } from "../../portfolio/arguments.js";
import { appendEvents } from "../append-events.js";
import type { CommandHead } from "../command.js";
import { type Ask, readAsk, refuse } from "../decide/ask.js";
import { HEAD_KEYS, noteUnknownKeys } from "../definition/command-keys.js";
import type { Process, ProcessIds } from "../definition/process.js";
import { type Resolved, resolved } from "../definition/registry.js";
import type { Migration, ProcessEvent } from "../event.js";
import { fieldsOf } from "../fields.js";
import { foldAll, folded } from "../fold/evolve.js";
import { INITIAL } from "../fold/initial.js";
import { renamed } from "../fold/migrated.js";
import type { ProcessRecord } from "../record.js";
import type { Refusal } from "../refusal.js";
import type { ProcessState } from "../state.js";

/** How a record comes under another process. */
export interface MigrateOptions<F extends ProcessIds, T extends ProcessIds> extends CommandHead {
  /** The process that it follows. */
  readonly from: Process<F>;
  /** The process that it is to follow. */
  readonly to: Process<T>;
  /** For **every** milestone of the old process the one of the new: a missing one doesn't compile. Several may become one. */
  readonly milestones: { readonly [K in F["milestone"]]: NoInfer<T>["milestone"] };
  /** New ids of standards, tasks, forms; ids that aren't named stay. No two may become one. */
  readonly standards?: { readonly [K in F["standard"]]?: NoInfer<T>["standard"] } | undefined;
  readonly tasks?: { readonly [K in F["task"]]?: NoInfer<T>["task"] } | undefined;
  readonly forms?: { readonly [K in F["form"]]?: NoInfer<T>["form"] } | undefined;
  /** Says what would happen, and leaves the record as it is. */
  readonly dryRun?: boolean | undefined;
}

/** What a migration does to a record. */
export interface MigrationResult<T extends ProcessIds = ProcessIds> {
  /** With the event of the migration; as it was in a dry run. */
  readonly record: ProcessRecord<T>;
  readonly event: ProcessEvent<T, "migrated">;
  /** How the deal stands afterwards. */
  readonly state: ProcessState<T>;
  /** What was done under ids that the new process doesn't know: it stays in the state, but counts for no gate. */
  readonly orphans: {
    readonly standards: readonly string[];
    readonly tasks: readonly string[];
    readonly forms: readonly string[];
    readonly approvals: readonly string[];
  };
}

const PARTS = ["standards", "tasks", "forms"] as const;
const OPTION_KEYS = ["from", "to", "milestones", "standards", "tasks", "forms", "dryRun"];

/**
 * Brings a record under another process, or another version of its own: an event like any other. Nothing is lost: all events stay, and what the new process doesn't know stays in the state under its old id.
 * Refused where the record follows another process than `from` or the time runs backwards; a map that isn't total, leads to unknown ids or makes one of two throws a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { appendEvents, decide, defineProcess, migrate, openRecord, replay } from "keyaccount";
 *
 * const first = defineProcess({ id: "small", version: "1", milestones: { talk: { next: ["order"] }, order: { end: true } } });
 * const second = defineProcess({ id: "small", version: "2", milestones: { visit: { next: ["order"] }, order: { end: true } } });
 * const head = { by: "li", at: "2026-11-02T08:00:00Z" };
 * const started = decide(first, replay(first, []), { id: "1", type: "start", ...head });
 * const record = appendEvents(openRecord(first, "deal"), started.ok ? started.value : []);
 * const result = migrate(record, { from: first, to: second, milestones: { talk: "visit", order: "order" }, id: "2", ...head });
 * result.ok && result.value.state.milestone; // => "visit"
 * ```
 */
export function migrate<F extends ProcessIds, T extends ProcessIds>(
  record: ProcessRecord<NoInfer<F>>,
  options: MigrateOptions<F, T>,
): Result<MigrationResult<T>, Refusal> {
  const [from, to] = [resolved(options.from), resolved(options.to)];
  const maps = readMaps(options);
  checkMaps(options, maps, from, to);
  const state = foldAll(INITIAL, record.events);
  const ask = readAsk(from, state, fieldsOf(options));
  if (state.ids.includes(ask.head.id)) refuse(ask.issues, "already-done", ["id"], {});
  if (state.revision === 0)
    refuse(ask.issues, "wrong-status", [], { status: "new", allowed: ["open", "paused", "lost", "won"] });
  checkUnique(maps, state, ask);
  const [first, ...rest] = ask.issues;
  if (first !== undefined) return { ok: false, issues: [first, ...rest] };
  const event = migratedEvent(ask, maps, to);
  const after = folded(state, event, []);
  const stored = options.dryRun === true ? record : appendEvents(record as unknown as ProcessRecord, [event]);
  const value = { record: stored, event, state: after, orphans: orphansOf(after, to) };
  return { ok: true, value: value as unknown as MigrationResult<T> };
}

type Names = { readonly [old: string]: string };
type Maps = { readonly [P in "milestones" | (typeof PARTS)[number]]: Names };

/** A copy of the maps, so that nothing foreign is looked at twice. */
function readMaps(options: object): Maps {
  const { milestones, standards, tasks, forms } = fieldsOf(options);
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

function migratedEvent({ head, known }: Ask, maps: Maps, to: Resolved): ProcessEvent<ProcessIds, "migrated"> {
  const { milestones, standards, tasks, forms } = maps;
  const data: Migration = {
    from: known.name,
    to: to.name,
    milestones: { ...milestones },
    standards: { ...standards },
    tasks: { ...tasks },
    forms: { ...forms },
  };
  return { ...head, type: "migrated", data };
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
  for (const part of PARTS) {
    for (const [id, goal] of Object.entries(maps[part])) {
      if (!to[part].has(goal)) issues.push({ code: "unknown-reference", path: [part, id], details: { id: goal } });
    }
  }
  throwIssues(issues);
}

/** Two things under one id would lose one of them. */
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

function orphansOf(state: ProcessState, to: Resolved): MigrationResult["orphans"] {
  const unknown = (list: readonly { readonly id: string }[], known: ReadonlyMap<string, unknown>): string[] =>
    list.flatMap(({ id }) => (known.has(id) ? [] : id));
  return {
    standards: unknown(state.standards, to.standards),
    tasks: unknown(state.tasks, to.tasks),
    forms: unknown(state.forms, to.forms),
    approvals: unknown(state.approvals, to.approvals),
  };
}
