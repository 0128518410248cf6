import type { Json, JsonObject } from "../ground/json.js";
import type { Process, ProcessIds } from "../milestones/definition/process.js";
import { type Resolved, type ResolvedMilestone, resolved } from "../milestones/definition/registry.js";

/** A guard or an action by name, with what it needs to know. */
export interface XStateStep {
  readonly type: string;
  readonly params: JsonObject;
}

/** One transition: where it leads, what it asks, what it keeps. */
export interface XStateTransition {
  readonly target?: string;
  readonly guard?: XStateStep;
  readonly actions?: readonly XStateStep[];
}

/** A state with its transitions and its inner states. */
export interface XStateNode {
  readonly on?: { readonly [event: string]: readonly XStateTransition[] };
  readonly initial?: string;
  readonly states?: { readonly [id: string]: XStateNode };
  readonly type?: "history";
}

/** A configuration for XState 5's `setup({ guards, actions }).createMachine(…)`: plain JSON. */
export interface XStateConfig extends XStateNode {
  readonly id: string;
  readonly initial: "new";
  readonly context: JsonObject;
  readonly states: { readonly [id: string]: XStateNode };
}

/** The history of `open`; no milestone can be called so. */
const HISTORY = "~";

type Transitions = readonly XStateTransition[];

/**
 * The configuration of a process for XState 5: states for where a deal stands (`new`, `open` with a state for each milestone, `paused`, `lost`,
 * `won`), transitions for the commands, and named guards and actions with all that the process says of them as parameters. It is plain JSON, so it can be drawn by XState's tools and stored; the
 * functions behind the names are the host's (docs/milestones.md has them). For `import-history` there is no transition.
 *
 * @example
 * ```ts
 * import { toXStateConfig } from "keyaccount/charts";
 * import { keyAccountProcess } from "keyaccount/handbook";
 *
 * const { states } = toXStateConfig(keyAccountProcess);
 * Object.keys(states); // => ["new", "open", "paused", "lost", "won"]
 * ```
 */
export function toXStateConfig<I extends ProcessIds>(process: Process<I>): XStateConfig {
  const known = resolved(process);
  const { id } = known.process;
  const lose = [step(`#${id}.lost`, "names-cause", { causes: [...known.causes.keys()] }, "leave", {})];
  const effort = effortOf(known);
  const reopen = reopenOf(known);
  const milestones = Array.from(known.milestones.values(), (one) => [one.id, milestoneNode(one, known)] as const);
  return {
    id,
    initial: "new",
    context: contextOf(known),
    states: {
      new: { on: { start: startOf(known) } },
      open: {
        initial: String(milestones[0]?.[0]),
        states: { ...Object.fromEntries(milestones), [HISTORY]: { type: "history" } },
        on: { ...WORK, ...effort, pause: [step(`#${id}.paused`, "gives-reason", {})], lose },
      },
      paused: { on: { ...effort, resume: [{ target: `#${id}.open.${HISTORY}` }], lose } },
      lost: { on: { reopen } },
      won: { on: { reopen } },
    },
  };
}

function step(
  target: string | undefined,
  guard: string,
  params: JsonObject,
  action?: string,
  kept: JsonObject = params,
): XStateTransition {
  return {
    ...(target === undefined ? {} : { target }),
    guard: { type: guard, params },
    ...(action === undefined ? {} : { actions: [{ type: action, params: kept }] }),
  };
}

function startOf({ process: { id, start } }: Resolved): Transitions {
  return start.map((milestone, index) =>
    step(`#${id}.open.${milestone}`, "starts", { milestone, isDefault: index === 0 }, "enter", { milestone }),
  );
}

function reopenOf(known: Resolved): Transitions {
  return Array.from(known.milestones.keys(), (to) =>
    step(`#${known.process.id}.open.${to}`, "reopens", { to, ahead: aheadOf(known, to) }, "return", {
      to,
      ahead: aheadOf(known, to),
    }),
  );
}

const aheadOf = (known: Resolved, id: string): Json => Array.from(known.ahead.get(id) as ReadonlySet<string>);
const table = <T>(parts: Iterable<readonly [string, T]>): JsonObject =>
  Object.fromEntries(parts) as unknown as JsonObject;

/** What can be done wherever an open deal stands. */
const WORK: { readonly [event: string]: Transitions } = {
  meet: [{ guard: { type: "meets", params: {} }, actions: [{ type: "meet", params: {} }] }],
  withdraw: [{ guard: { type: "withdraws", params: {} }, actions: [{ type: "withdraw", params: {} }] }],
  "complete-task": [{ guard: { type: "completes", params: {} }, actions: [{ type: "complete", params: {} }] }],
  "attach-form": [{ guard: { type: "attaches", params: {} }, actions: [{ type: "attach", params: {} }] }],
};

/** What the machine remembers at first: the process' parts, and nothing done. */
function contextOf({ standards, tasks, forms }: Resolved): JsonObject {
  const process = { standards: table(standards), tasks: table(tasks), forms: table(forms) };
  return { process, standards: {}, tasks: {}, forms: {}, approvals: {}, path: [], passed: [] };
}

function effortOf({ process: { effort } }: Resolved): Record<string, Transitions> {
  return { "record-effort": [step(undefined, "spends", { rule: (effort ?? null) as unknown as Json }, "spend", {})] };
}

function milestoneNode(gate: ResolvedMilestone, known: Resolved): XStateNode {
  const { next, back, end } = gate.own;
  const { id, override } = known.process;
  const holds = gateParams(gate);
  const on: Record<string, Transitions> = {
    advance: next.map((to) =>
      step(to, "passes", { to, isOnly: next.length === 1, ...holds }, "pass", { from: gate.id, to }),
    ),
    override: [
      ...next.map((to) =>
        step(to, "overrides", { to, isOnly: next.length === 1, roles: override.roles, ...holds }, "pass", {
          from: gate.id,
          to,
        }),
      ),
      ...(end
        ? [
            step(
              `#${id}.won`,
              "overrides",
              { to: null, isOnly: next.length === 0, roles: override.roles, ...holds },
              "pass",
              {
                from: gate.id,
                to: null,
              },
            ),
          ]
        : []),
    ],
    "go-back": back.map((to) =>
      step(to, "returns", { to, isOnly: back.length === 1, before: gatesTo(known, to) }, "return", {
        to,
        ahead: aheadOf(known, to),
      }),
    ),
    win: end
      ? [step(`#${id}.won`, "passes", { to: null, isOnly: true, ...holds }, "pass", { from: gate.id, to: null })]
      : [],
    ...approvalsOf(gate),
  };
  return { on: Object.fromEntries(Object.entries(on).filter(([, transitions]) => transitions.length > 0)) };
}

/** The milestones whose gates lead to one; `null` where a deal may stand without having passed any. */
function gatesTo({ entries, milestones }: Resolved, to: string): Json {
  if (entries.has(to)) return null;
  return Array.from(milestones.values()).flatMap(({ id, own }) => (own.next.includes(to) ? id : []));
}

/** All that holds a gate. */
function gateParams({ own, standards, tasks, forms, approvals }: ResolvedMilestone): JsonObject {
  return {
    standards: table(standards.map((id) => [id, own.standards[id]])),
    tasks: table(tasks.map((id) => [id, own.tasks[id]])),
    forms: table(forms.map((id) => [id, own.forms[id]])),
    approvals: table(approvals.map((approval) => [approval.id, approval])),
    ...(approvals.length === 0 ? {} : { contributions: partsOf(own) }),
  };
}

/** All parts that somebody can work on. */
const partsOf = ({ standards, tasks, forms }: ResolvedMilestone["own"]): JsonObject => ({
  standards: Object.keys(standards),
  tasks: Object.keys(tasks),
  forms: Object.keys(forms),
});

function approvalsOf({ own, approvals }: ResolvedMilestone): Record<string, Transitions> {
  if (approvals.length === 0) return {};
  const params = {
    approvals: table(approvals.map((approval) => [approval.id, approval])),
    contributions: partsOf(own),
  };
  return {
    "request-approval": [step(undefined, "requests", params, "request")],
    "give-approval": [step(undefined, "approves", params, "approve", {})],
    "refuse-approval": [step(undefined, "refuses", params, "refuse", {})],
  };
}
