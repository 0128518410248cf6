import type { Process, ProcessEvent } from "keyaccount";

type Gate = Process["milestones"][string];
type Approved = Map<string, { readonly by: string; readonly role: string }[]>;

/** Every milestone that `next` can lead to from one, itself included. */
function reachable(process: Process, from: string): Set<string> {
  const found = new Set([from]);
  for (const id of found) for (const next of process.milestones[id]?.next ?? []) found.add(next);
  return found;
}

/**
 * What a log proves of a deal's gates, read without the package: which gates lie behind, whether each was met when it was passed or is visibly excused, and
 * whether a way of such gates leads to where the deal stands.
 */
export class GateOracle {
  /** Everything that is wrong. */
  readonly faults: string[] = [];
  at: string | null = null;
  /** The gates that the log says were let pass: overridden, or unproven after a migration. */
  readonly excused: string[] = [];
  readonly #processes: readonly Process[];
  #process: Process;
  #behind = new Set<string>();
  /** Where an import says that the deal was, until it goes back: whatever leads there lies behind, under whatever name. */
  #imported: ReadonlySet<string> = new Set();
  #passed = new Set<string>();
  readonly #met = new Map<string, boolean>();
  readonly #tasks = new Set<string>();
  readonly #forms = new Set<string>();
  readonly #approved: Approved = new Map();

  constructor(processes: readonly Process[]) {
    this.#processes = processes;
    this.#process = processes[0] as Process;
  }

  /** Gates that were ever passed, under the names that they have now. */
  get passed(): ReadonlySet<string> {
    return this.#passed;
  }

  /** What lies ahead of a milestone, itself included. */
  ahead(id: string): ReadonlySet<string> {
    return reachable(this.#process, id);
  }

  read(event: ProcessEvent): void {
    const { type, data } = event;
    this.#work(event);
    if (type === "started") this.at = data.milestone;
    else if (type === "history-imported") this.#import(data.stays.map(({ milestone }) => milestone));
    else if (type === "advanced" || type === "won") this.#pass(data.from, type === "won" ? null : data.to, true);
    else if (type === "overridden") {
      this.excused.push(data.from);
      this.#pass(data.from, data.to, false);
    } else if (type === "went-back" || type === "reopened") this.#return(data.to);
    else if (type === "lost") this.#approved.clear();
    else if (type === "migrated") this.#migrate(data);
    this.#check(event);
  }

  #work({ type, data, by }: ProcessEvent): void {
    const cures = ("with" in data ? data.with : undefined) ?? {};
    for (const [id, one] of Object.entries(cures.standards ?? {})) this.#met.set(id, (one?.evidence ?? []).length > 0);
    for (const id of cures.tasks ?? []) this.#tasks.add(id);
    for (const id of Object.keys(cures.forms ?? {})) this.#attach(id);
    if (type === "standard-met") this.#met.set(data.standard, data.evidence.length > 0);
    if (type === "standard-withdrawn") this.#met.delete(data.standard);
    if (type === "task-completed") this.#tasks.add(data.task);
    if (type === "form-attached") this.#attach(data.form);
    if (type === "approval-requested") this.#approved.set(data.approval, []);
    if (type === "approval-refused") this.#approved.delete(data.approval);
    if (type === "approval-given") this.#approved.get(data.approval)?.push({ by, role: data.role });
  }

  #attach(form: string): void {
    this.#forms.add(form);
    for (const { approvals } of Object.values(this.#process.milestones))
      for (const [id, approval] of Object.entries(approvals)) if (approval?.form === form) this.#approved.delete(id);
  }

  /** Everything before where an import ends is "not proven", and its stays say so. */
  #import(stays: readonly string[]): void {
    this.at = stays.at(-1) ?? null;
    this.#imported = new Set(stays);
    this.#addBefore();
    for (const id of [...stays, ...this.#behind]) this.#passed.add(id);
  }

  #addBefore(): void {
    for (const id of Object.keys(this.#process.milestones))
      if ([...this.ahead(id)].some((one) => this.#imported.has(one))) this.#behind.add(id);
    for (const id of this.ahead(this.at ?? "")) this.#behind.delete(id);
  }

  #pass(from: string, to: string | null, mustHold: boolean): void {
    const gate = this.#process.milestones[from];
    if (from !== this.at) this.faults.push(`left ${from} from ${String(this.at)}`);
    if (to === null ? gate?.end !== true : gate?.next.includes(to) !== true)
      this.faults.push(`no way to ${String(to)}`);
    if (mustHold && gate !== undefined) this.faults.push(...this.#unmet(gate).map((id) => `${from} without ${id}`));
    this.#behind.add(from);
    this.#passed.add(from);
    this.#approved.clear();
    if (to !== null) this.at = to;
  }

  #unmet({ standards, tasks, forms, approvals }: Gate): string[] {
    const isMet = (id: string): boolean =>
      standards[id]?.evidence === true ? this.#met.get(id) === true : this.#met.has(id);
    const isApproved = (id: string): boolean => {
      const { role, count } = approvals[id] as { readonly role: string; readonly count: number };
      const given = this.#approved.get(id)?.filter((one) => one.role === role) ?? [];
      return new Set(given.map(({ by }) => by)).size >= count;
    };
    return [
      ...Object.keys(standards).filter((id) => !isMet(id)),
      ...Object.keys(tasks).filter((id) => tasks[id]?.optional !== true && !this.#tasks.has(id)),
      ...Object.keys(forms).filter((id) => forms[id]?.optional !== true && !this.#forms.has(id)),
      ...Object.keys(approvals).filter((id) => !isApproved(id)),
    ];
  }

  /** What comes after is ahead again. */
  #return(to: string): void {
    for (const id of this.ahead(to)) this.#behind.delete(id);
    this.#imported = new Set();
    this.#approved.clear();
    this.at = to;
  }

  #migrate({ to, milestones, unproven }: Extract<ProcessEvent, { type: "migrated" }>["data"]): void {
    this.#process = this.#processes.find(({ version }) => version === to.version) as Process;
    const image = (ids: Iterable<string>): Set<string> => new Set(Array.from(ids, (id) => milestones[id] ?? id));
    this.at = milestones[this.at ?? ""] ?? null;
    this.#behind = image(this.#behind);
    this.#passed = image(this.#passed);
    this.#imported = image(this.#imported);
    this.#addBefore();
    for (const id of unproven ?? []) {
      this.excused.push(id);
      this.#behind.add(id);
    }
  }

  /** A way leads from a start, or from where no gate leads at all, to where the deal stands, through gates that lie behind. */
  #check({ type, id }: ProcessEvent): void {
    const gates = Object.values(this.#process.milestones);
    const asides = Object.keys(this.#process.milestones).filter((one) => !gates.some(({ next }) => next.includes(one)));
    const found = new Set([...this.#process.start, ...asides]);
    for (const one of found)
      if (this.#behind.has(one)) for (const next of this.#process.milestones[one]?.next ?? []) found.add(next);
    if (!found.has(this.at ?? "")) this.faults.push(`${type} ${id}: stands in ${String(this.at)} past a gate`);
  }
}
