import type { ProcessCommand } from "keyaccount";
import { toXStateConfig } from "keyaccount/charts";
import { type AnyStateMachine, assign, setup } from "xstate";

/** What a host keeps in the machine's context; written without a look at how the package does it. */
interface Context {
  readonly process: { readonly standards: Parts; readonly tasks: Parts; readonly forms: Parts };
  readonly standards: Readonly<Record<string, { by: string; evidence: Evidence; met: boolean }>>;
  readonly tasks: Readonly<Record<string, string>>;
  readonly forms: Readonly<Record<string, { by: string; fields: Readonly<Record<string, unknown>> }>>;
  readonly approvals: Readonly<
    Record<string, { form: string | null; by: string; given: readonly string[]; refused: boolean }>
  >;
  /** Who ever worked on each part. */
  readonly hands?: Readonly<Record<string, readonly string[]>>;
  /** The milestones that led to where the deal stands. */
  readonly path: readonly string[];
  readonly passed: readonly string[];
}
type Evidence = readonly { readonly kind: string; readonly text: string }[];
type Parts = Readonly<Record<string, Part>>;
interface Part {
  readonly evidence?: boolean | string;
  readonly role?: string;
  readonly count?: number;
  readonly form?: string;
  readonly separation?: string;
  readonly byItself?: boolean;
  readonly reference?: boolean;
  readonly fields?: Readonly<Record<string, { readonly kind: string; readonly optional: boolean }>>;
}
type Command = ProcessCommand & { readonly roles: readonly string[] };
type Of<T extends Command["type"]> = Extract<Command, { type: T }>;
interface Gate {
  readonly to: string | null;
  readonly isOnly: boolean;
  readonly standards: Parts;
  readonly tasks: Parts;
  readonly forms: Parts;
  readonly approvals: Parts;
  readonly contributions?: Contributions;
  readonly roles: readonly string[];
}
type Contributions = Readonly<Record<"standards" | "tasks" | "forms", readonly string[]>>;

const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";
/** Whether a standard has the evidence that it needs: none, any, or one of a kind. */
const isProven = ({ evidence: need = false }: Part, evidence: Evidence): boolean =>
  need === false || evidence.some(({ kind }) => need === true || kind === need);
const isLegible = (evidence: Evidence): boolean => evidence.every(({ text }) => isText(text));
const mayMeet = (part: Part | undefined, evidence: Evidence = []): boolean =>
  part !== undefined && isLegible(evidence) && isProven(part, evidence);

interface Filled {
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
  readonly reference?: string | undefined;
}
const isFilled = (part: Part | undefined, { fields = {}, reference }: Filled = {}): boolean =>
  part !== undefined &&
  Object.entries(part.fields ?? {}).every(([id, { kind, optional }]) =>
    fields[id] === undefined ? optional : kind !== "text" || isText(fields[id]),
  ) &&
  Object.keys(fields).every((id) => part.fields?.[id] !== undefined) &&
  (reference === undefined ? part.reference !== true : isText(reference));

const goal = (event: Command, { to, isOnly }: Pick<Gate, "to" | "isOnly">): boolean => {
  const asked = "to" in event ? event.to : undefined;
  return asked === undefined ? isOnly : asked === to;
};

/** Whether all work that comes with a command may be done. */
function mayCure(context: Context, event: Command): boolean {
  const cures = "with" in event ? (event.with ?? {}) : {};
  const { standards, forms } = context.process;
  return (
    Object.entries(cures.standards ?? {}).every(([id, one]) => mayMeet(standards[id], one?.evidence)) &&
    (cures.tasks ?? []).every((id, index, all) => all.indexOf(id) === index && mayComplete(context, id, event)) &&
    Object.entries(cures.forms ?? {}).every(([id, one]) => isFilled(forms[id], one))
  );
}

function mayComplete({ process, tasks }: Context, id: string, { roles }: Command): boolean {
  const task = process.tasks[id];
  return task !== undefined && tasks[id] === undefined && (task.role === undefined || roles.includes(task.role));
}

/** The context once that work is done. */
function cured(context: Context, event: Command): Context {
  const cures = "with" in event ? (event.with ?? {}) : {};
  const { by } = event;
  const standards = Object.entries(cures.standards ?? {}).map(
    ([id, one]) => [id, { by, evidence: one?.evidence ?? [], met: true }] as const,
  );
  const tasks = (cures.tasks ?? []).map((id) => [id, by] as const);
  const forms = Object.entries(cures.forms ?? {}).map(([id, one]) => [id, { by, fields: one?.fields ?? {} }] as const);
  return {
    ...context,
    hands: handled(context, by, {
      standards: standards.map(([id]) => id),
      tasks: tasks.map(([id]) => id),
      forms: forms.map(([id]) => id),
    }),
    ...(standards.length === 0 ? {} : { standards: { ...context.standards, ...Object.fromEntries(standards) } }),
    ...(tasks.length === 0 ? {} : { tasks: { ...context.tasks, ...Object.fromEntries(tasks) } }),
    ...(forms.length === 0 ? {} : attached(context, Object.fromEntries(forms))),
  };
}

/** Everybody who ever worked on each part, with one more person. */
function handled({ hands = {} }: Context, by: string, parts: Partial<Contributions>): NonNullable<Context["hands"]> {
  const keys = Object.entries(parts).flatMap(([kind, ids]) => ids.map((id) => `${kind}/${id}`));
  return { ...hands, ...Object.fromEntries(keys.map((key) => [key, [...(hands[key] ?? []), by]])) };
}

const helpersOf = ({ hands = {} }: Context, parts: Partial<Contributions> = {}): readonly string[] =>
  Object.entries(parts).flatMap(([kind, ids]) => ids.flatMap((id) => hands[`${kind}/${id}`] ?? []));

/** Those whose approval counts: with separate contributors nobody who worked on the milestone, before or since. */
function counting(context: Context, id: string, part: Part | undefined, parts?: Partial<Contributions>): number {
  const helpers = part?.separation === "contributors" ? helpersOf(context, parts) : [];
  return (context.approvals[id]?.given ?? []).filter((by) => !helpers.includes(by)).length;
}

function attached(context: Context, forms: Context["forms"]): Pick<Context, "forms" | "approvals"> {
  const kept = Object.entries(context.approvals).filter(([, { form }]) => form === null || forms[form] === undefined);
  return { forms: { ...context.forms, ...forms }, approvals: Object.fromEntries(kept) };
}

function isOpen(context: Context, { standards, tasks, forms, approvals, contributions }: Gate): boolean {
  return (
    Object.keys(standards).every(
      (id) => context.standards[id]?.met === true && isProven(standards[id] ?? {}, context.standards[id].evidence),
    ) &&
    Object.keys(tasks).every((id) => context.tasks[id] !== undefined) &&
    Object.keys(forms).every((id) => context.forms[id] !== undefined) &&
    Object.entries(approvals).every(([id, part]) => counting(context, id, part, contributions) >= (part.count ?? 1))
  );
}

const pending = (context: Context, id: string): boolean => context.approvals[id]?.refused === false;

/** Guards by their names in the configuration. */
const guards = {
  starts: ({ event }: Args<"start">, { milestone, isDefault }: { milestone: string; isDefault: boolean }) =>
    event.milestone === undefined ? isDefault : event.milestone === milestone,
  meets: ({ context, event }: Args<"meet">) => mayMeet(context.process.standards[event.standard], event.evidence),
  withdraws: ({ context, event }: Args<"withdraw">) =>
    context.standards[event.standard]?.met === true && isText(event.reason),
  completes: ({ context, event }: Args<"complete-task">) => mayComplete(context, event.task, event),
  attaches: ({ context, event }: Args<"attach-form">) => isFilled(context.process.forms[event.form], event),
  "gives-reason": ({ event }: Args<"pause">) => isText(event.reason),
  "names-cause": ({ event }: Args<"lose">, { causes }: { causes: readonly string[] }) =>
    causes.includes(event.cause ?? ""),
  passes: ({ context, event }: Args<"advance">, gate: Gate) =>
    goal(event, gate) && mayCure(context, event) && isOpen(cured(context, event), gate),
  overrides: ({ context, event }: Args<"override">, gate: Gate) =>
    goal(event, gate) &&
    mayCure(context, event) &&
    isText(event.reason) &&
    gate.roles.some((role) => event.roles.includes(role)) &&
    !isOpen(cured(context, event), gate),
  returns: ({ context: { passed }, event }: Args<"go-back">, way: Gate & { before: readonly string[] | null }) =>
    goal(event, way) && isText(event.reason) && (way.before === null || way.before.some((id) => passed.includes(id))),
  reopens: ({ context, event }: Args<"reopen">, { to, ahead }: { to: string; ahead: readonly string[] }) =>
    isText(event.reason) &&
    (event.to ?? context.path.at(-1)) === to &&
    context.path.includes(to) &&
    ahead.includes(context.path.at(-1) ?? ""),
  requests: ({ context, event }: Args<"request-approval">, { approvals }: { approvals: Parts }) => {
    const approval = approvals[event.approval];
    if (approval === undefined || !mayCure(context, event)) return false;
    const after = cured(context, event);
    return !pending(after, event.approval) && (approval.form === undefined || after.forms[approval.form] !== undefined);
  },
  approves: (
    { context, event }: Args<"give-approval">,
    { approvals, contributions }: { approvals: Parts; contributions: Contributions },
  ) => {
    const approval = approvals[event.approval];
    const asked = context.approvals[event.approval];
    if (approval === undefined || asked === undefined || asked.refused) return false;
    const near = approval.byItself === true ? [asked] : Object.values(context.approvals);
    const barred = [
      ...near.flatMap(({ by, given }) => [by, ...given]),
      ...(approval.form === undefined ? [] : helpersOf(context, { forms: [approval.form] })),
      ...(approval.separation === "contributors" ? helpersOf(context, contributions) : []),
    ];
    return (
      event.roles.includes(approval.role ?? "") &&
      !barred.includes(event.by) &&
      counting(context, event.approval, approval, contributions) < (approval.count ?? 1)
    );
  },
  refuses: ({ context, event }: Args<"refuse-approval">, { approvals }: { approvals: Parts }) => {
    const approval = approvals[event.approval];
    return (
      approval !== undefined &&
      pending(context, event.approval) &&
      event.roles.includes(approval.role ?? "") &&
      isText(event.reason)
    );
  },
  spends: (
    { context, event }: Args<"record-effort">,
    { rule }: { rule: { after: string; early: string; counts: string } | null },
  ) => {
    const costs = Number(event.cost?.amount ?? 0) > 0;
    const counts = costs || (rule?.counts === "cost-and-time" && (event.minutes ?? 0) > 0);
    const isSomething = event.contact === true || (event.minutes ?? null) !== null || (event.cost ?? null) !== null;
    return isSomething && (rule === null || rule.early === "flag" || !counts || context.passed.includes(rule.after));
  },
};
type Args<T extends Command["type"]> = { readonly context: Context; readonly event: Of<T> };

/** What led to a milestone that the deal goes back to. */
function before(path: readonly string[], to: string): readonly string[] {
  return path.slice(0, Math.max(path.lastIndexOf(to), 0));
}

/** Actions by their names in the configuration, as functions from context to context. */
const changes = {
  enter: ({ context }: Args<"start">, { milestone }: { milestone: string }) => ({
    approvals: {},
    path: [...context.path, milestone],
  }),
  pass: ({ context, event }: Args<"advance">, { from, to }: { from: string; to: string | null }) => ({
    ...cured(context, event),
    approvals: {},
    passed: [...context.passed, from],
    path: to === null ? context.path : [...context.path, to],
  }),
  return: ({ context }: Args<"go-back">, { to, ahead }: { to: string; ahead: readonly string[] }) => ({
    approvals: {},
    passed: context.passed.includes(to)
      ? before(context.passed, to)
      : context.passed.filter((id) => !ahead.includes(id)),
    path: [...before(context.path, to), to],
  }),
  leave: () => ({ approvals: {} }),
  meet: ({ context, event }: Args<"meet">) => ({
    hands: handled(context, event.by, { standards: [event.standard] }),
    standards: {
      ...context.standards,
      [event.standard]: { by: event.by, evidence: event.evidence ?? [], met: true },
    },
  }),
  withdraw: ({ context, event }: Args<"withdraw">) => ({
    hands: handled(context, event.by, { standards: [event.standard] }),
    standards: { ...context.standards, [event.standard]: { by: event.by, evidence: [], met: false } },
  }),
  complete: ({ context, event }: Args<"complete-task">) => ({
    hands: handled(context, event.by, { tasks: [event.task] }),
    tasks: { ...context.tasks, [event.task]: event.by },
  }),
  attach: ({ context, event }: Args<"attach-form">) => ({
    hands: handled(context, event.by, { forms: [event.form] }),
    ...attached(context, { [event.form]: { by: event.by, fields: event.fields ?? {} } }),
  }),
  request: ({ context, event }: Args<"request-approval">, { approvals }: { approvals: Parts }) => {
    const after = cured(context, event);
    const asked = { form: approvals[event.approval]?.form ?? null, by: event.by, given: [], refused: false };
    return { ...after, approvals: { ...after.approvals, [event.approval]: asked } };
  },
  approve: ({ context, event }: Args<"give-approval">) =>
    changed(context, event, (given) => [...given, event.by], false),
  refuse: ({ context, event }: Args<"refuse-approval">) => changed(context, event, () => [], true),
  spend: () => ({}),
};

function changed(
  context: Context,
  { approval }: { approval: string },
  give: (given: readonly string[]) => readonly string[],
  refused: boolean,
): Partial<Context> {
  const before = context.approvals[approval];
  if (before === undefined) return {};
  return { approvals: { ...context.approvals, [approval]: { ...before, given: give(before.given), refused } } };
}

/** XState's `setup` for functions whose types it can't work out from names in JSON. */
const setupLoosely = setup as unknown as (functions: object) => {
  readonly createMachine: (config: object) => AnyStateMachine;
};

/** The process as a machine of XState's. */
export function machineOf(process: Parameters<typeof toXStateConfig>[0]): AnyStateMachine {
  const actions = Object.fromEntries(Object.entries(changes).map(([name, change]) => [name, assign(change as never)]));
  return setupLoosely({ guards, actions }).createMachine(toXStateConfig(process));
}
