import { ofShape } from "../../ground/of-shape.js";
import type { Result } from "../../ground/result.js";
import { appendEvents } from "../append-events.js";
import type { CommandHead } from "../command.js";
import type { Process, ProcessIds } from "../definition/process.js";
import { type Resolved, resolved } from "../definition/registry.js";
import type { ProcessEvent } from "../event.js";
import { foldAll, folded } from "../fold/evolve.js";
import { INITIAL } from "../fold/initial.js";
import type { ProcessRecord } from "../record.js";
import type { Refusal } from "../refusal.js";
import type { ProcessState } from "../state.js";
import { decideMigration } from "./migration.js";

/** How a record comes under another process. */
export interface MigrateOptions<F extends ProcessIds, T extends ProcessIds> extends CommandHead {
  /** The process that it follows. */
  readonly from: Process<F>;
  /** The process that it is to follow. */
  readonly to: Process<T>;
  /** For **every** milestone of the old process the one of the new: a missing one doesn't compile. Several may become one. */
  readonly milestones: { readonly [K in F["milestone"]]: NoInfer<T>["milestone"] };
  /** New ids of standards, tasks, forms; ids that aren't named stay. No two may become one, and none may leave an id that the new process has too. */
  readonly standards?: { readonly [K in F["standard"]]?: NoInfer<T>["standard"] } | undefined;
  readonly tasks?: { readonly [K in F["task"]]?: NoInfer<T>["task"] } | undefined;
  readonly forms?: { readonly [K in F["form"]]?: NoInfer<T>["form"] } | undefined;
  /** Why; it stays in the state. */
  readonly reason: string;
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

/**
 * Brings a record under another process, or another version of its own: an event like any other. Nothing is lost: all events stay, and what the new process doesn't know stays in the state under its old id.
 * Where the map leads a deal ahead of what it has passed, the gates that nothing proves stand in `state.migrations` as `unproven`, for ever, like an override.
 *
 * The same `id` once more, from and to the same processes, is no move: the record comes back as it is, with the event that it has and the state as it stands now.
 *
 * Refused without a reason, where one of the processes names roles for it (`migration`) and `roles` has none of them, where `to` is `from`, where the record follows another process or the time runs backwards; a map that isn't total, leads to unknown ids, makes one of two or renames
 * what the new process has under its old id throws a `KeyAccountError`.
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
 * const result = migrate(record, { from: first, to: second, milestones: { talk: "visit", order: "order" }, id: "2", reason: "version 2", ...head });
 * result.ok && result.value.state.milestone; // => "visit"
 * ```
 */
export function migrate<F extends ProcessIds, T extends ProcessIds>(
  record: ProcessRecord<NoInfer<F>>,
  options: MigrateOptions<F, T>,
): Result<MigrationResult<T>, Refusal> {
  const given: unknown = record;
  const run = (): unknown => migrated(given as ProcessRecord, options);
  return ofShape({ record, options }, run) as Result<MigrationResult<T>, Refusal>;
}

function migrated(
  record: ProcessRecord,
  options: MigrateOptions<ProcessIds, ProcessIds>,
): Result<MigrationResult, Refusal> {
  const [from, to] = [resolved(options.from), resolved(options.to)];
  const state = foldAll(INITIAL, record.events);
  const done = doneBefore(record, options);
  if (done !== undefined) return { ok: true, value: { record, event: done, state, orphans: orphansOf(state, to) } };
  const decision = decideMigration(from, to, state, options);
  if (!decision.ok) return { ok: false, issues: decision.issues };
  const event = decision.value[0] as ProcessEvent<ProcessIds, "migrated">;
  const after = folded(state, event, []);
  const stored = options.dryRun === true ? record : appendEvents(record, [event]);
  return { ok: true, value: { record: stored, event, state: after, orphans: orphansOf(after, to) } };
}

/** The same migration, if it was carried out before: once more, it is no move. */
function doneBefore(
  { events }: ProcessRecord,
  { id, from, to }: MigrateOptions<ProcessIds, ProcessIds>,
): ProcessEvent<ProcessIds, "migrated"> | undefined {
  const before = events.find((event) => event.id === id);
  if (before?.type !== "migrated") return undefined;
  const { previous: _, ...event } = before;
  const [left, reached] = [resolved(from).name.hash, resolved(to).name.hash];
  return event.data.from.hash === left && event.data.to.hash === reached ? event : undefined;
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
