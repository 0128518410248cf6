import type { Cures, Process, ProcessEvent } from "keyaccount";

export type Gate = Process["milestones"][string];
type Kind = "standards" | "tasks" | "forms";
type Approval = NonNullable<Gate["approvals"][string]>;
type Evidence = readonly { readonly kind: string }[];
interface Asked {
  readonly form: string | undefined;
  readonly by: string;
  given: { readonly by: string; readonly role: string }[];
}

const KINDS = ["standards", "tasks", "forms"] as const;

/** What a log proves of the work that was done and of the approvals that stand, read without the package. */
export class WorkOracle {
  /** Approvals that were given by somebody who may not give them. */
  readonly faults: string[] = [];
  readonly #met = new Map<string, Evidence>();
  readonly #tasks = new Set<string>();
  readonly #forms = new Map<string, NonNullable<NonNullable<Cures["forms"]>[string]>>();
  /** Who ever worked on what. */
  readonly #hands = new Map<string, Set<string>>();
  readonly #asked = new Map<string, Asked>();

  read(event: ProcessEvent, process: Process): void {
    const { type, data, by } = event;
    const { standards = {}, tasks = [], forms = {} } = ("with" in data ? data.with : undefined) ?? {};
    for (const [id, one] of Object.entries(standards)) this.#meet(id, one?.evidence ?? [], by);
    for (const id of tasks) this.#complete(id, by);
    for (const [id, content] of Object.entries(forms)) this.#attach(id, content ?? {}, by);
    if (type === "standard-met") this.#meet(data.standard, data.evidence, by);
    if (type === "standard-withdrawn") this.#withdraw(data.standard, by);
    if (type === "task-completed") this.#complete(data.task, by);
    if (type === "form-attached") this.#attach(data.form, data.content, by);
    if (type === "approval-requested") this.#asked.set(data.approval, { form: data.form ?? undefined, by, given: [] });
    if (type === "approval-given") this.#give(data.approval, data.role, event, process);
    const refused = type === "approval-refused" ? this.#asked.get(data.approval) : undefined;
    if (refused !== undefined) refused.given = [];
  }

  /** Approvals hold for one stay. */
  endStay(): void {
    this.#asked.clear();
  }

  /** What a milestone's gate asks for and doesn't have. */
  unmet(milestone: string, process: Process): { readonly [K in Kind | "approvals"]: string[] } {
    const gate = process.milestones[milestone] as Gate;
    const { standards, tasks, forms, approvals } = gate;
    return {
      standards: Object.keys(standards).filter((id) => !this.#isMet(id, standards[id]?.evidence ?? false)),
      tasks: Object.keys(tasks).filter((id) => tasks[id]?.optional !== true && !this.#tasks.has(id)),
      forms: Object.keys(forms).filter((id) => forms[id]?.optional !== true && !this.#isWhole(id, forms[id])),
      approvals: Object.keys(approvals).filter((id) => !this.#isApproved(id, approvals[id] as Approval, gate)),
    };
  }

  #isMet(id: string, need: boolean | string): boolean {
    const evidence = this.#met.get(id);
    return evidence !== undefined && (need === false || evidence.some(({ kind }) => need === true || kind === need));
  }

  #isWhole(id: string, form: Gate["forms"][string]): boolean {
    const content = this.#forms.get(id);
    const has = (field: string): boolean => Object.hasOwn(content?.fields ?? {}, field);
    const needed = Object.entries(form?.fields ?? {}).filter(([, { optional }]) => !optional);
    const isFound = form?.reference !== true || content?.reference !== undefined;
    return content !== undefined && isFound && needed.every(([field]) => has(field));
  }

  /** So many persons in the role, none of whom asked for it, attached its form or, where they must be apart, worked on the milestone. */
  #isApproved(id: string, approval: Approval, gate: Gate): boolean {
    const asked = this.#asked.get(id);
    if (asked === undefined || asked.form !== approval.form) return false;
    const near = this.#near(approval, gate);
    const apart = asked.given.filter(({ by, role }) => role === approval.role && by !== asked.by && !near.has(by));
    return new Set(apart.map(({ by }) => by)).size >= approval.count;
  }

  /** Who is too near to what is approved. */
  #near({ form, separation }: Approval, gate: Gate): Set<string> {
    const near = new Set(form === undefined ? [] : this.#hands.get(`forms/${form}`));
    if (separation !== "contributors") return near;
    const works = KINDS.flatMap((kind) => Object.keys(gate[kind]).map((id) => this.#hands.get(`${kind}/${id}`) ?? []));
    return new Set([...near, ...works.flatMap((people) => [...people])]);
  }

  #give(id: string, role: string, { by, roles, revision }: ProcessEvent, { milestones }: Process): void {
    const gate = Object.values(milestones).find(({ approvals }) => Object.hasOwn(approvals, id));
    const [asked, approval] = [this.#asked.get(id), gate?.approvals[id]];
    const fault = (what: string): unknown => this.faults.push(`${String(revision)}: ${by} ${what} ${id}`);
    if (asked === undefined || gate === undefined || approval === undefined) return void fault("wasn't asked for");
    const others = [...this.#asked].filter(([other]) => other === id || approval.byItself !== true);
    if (role !== approval.role || !roles.includes(role)) fault("hasn't the role of");
    if (others.some(([, one]) => one.by === by)) fault("asked for");
    if (others.some(([, one]) => one.given.some((given) => given.by === by))) fault("gave before");
    if (this.#near(approval, gate).has(by)) fault("worked on");
    asked.given.push({ by, role });
  }

  #meet(id: string, evidence: Evidence, by: string): void {
    this.#met.set(id, evidence);
    this.#hand("standards", id, by);
  }

  #withdraw(id: string, by: string): void {
    this.#met.delete(id);
    this.#hand("standards", id, by);
  }

  #complete(id: string, by: string): void {
    this.#tasks.add(id);
    this.#hand("tasks", id, by);
  }

  /** A form that is attached anew ends what was approved of it. */
  #attach(id: string, content: NonNullable<NonNullable<Cures["forms"]>[string]>, by: string): void {
    this.#forms.set(id, content);
    this.#hand("forms", id, by);
    for (const [approval, { form }] of this.#asked) if (form === id) this.#asked.delete(approval);
  }

  #hand(kind: Kind, id: string, by: string): void {
    const people = this.#hands.get(`${kind}/${id}`) ?? new Set();
    this.#hands.set(`${kind}/${id}`, people.add(by));
  }
}
