import type { Process, ProcessEvent } from "keyaccount";
import { type Gate, WorkOracle } from "./work-oracle.js";

/** Every milestone that `next` can lead to from one, itself included. */
function reachable(process: Process, from: string): Set<string> {
  const found = new Set([from]);
  for (const id of found) for (const next of process.milestones[id]?.next ?? []) found.add(next);
  return found;
}

const KINDS = ["standards", "tasks", "forms", "approvals"] as const;

/** Whether a part of a gate was asked in the same way where it was passed; an approval, of the same form. */
function wasAsked(passed: Gate | undefined, gate: Gate | undefined, kind: (typeof KINDS)[number], id: string): boolean {
  const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  const form = kind === "approvals" ? gate?.approvals[id]?.form : undefined;
  const isSameForm = form === undefined || isSame(passed?.forms[form], gate?.forms[form]);
  return isSame(passed?.[kind][id], gate?.[kind][id]) && isSameForm;
}

/**
 * What a log proves of a deal's gates, read without the package: which gates lie behind, whether each was met when it was passed or is visibly excused, and
 * whether a way of such gates leads to where the deal stands.
 */
export class GateOracle {
  at: string | null = null;
  /** The gates that the log says were let pass: overridden, or unproven after a migration. */
  readonly excused: string[] = [];
  readonly #processes: readonly Process[];
  #process: Process;
  #behind = new Set<string>();
  /** Where an import says that the deal was: whatever leads there lies behind, under whatever name, but for what lies ahead of where it went back to since. */
  #imported: ReadonlySet<string> = new Set();
  #returns: ReadonlySet<string> = new Set();
  #passed = new Set<string>();
  readonly #work = new WorkOracle();
  readonly #faults: string[] = [];

  constructor(processes: readonly Process[]) {
    this.#processes = processes;
    this.#process = processes[0] as Process;
  }

  /** Everything that is wrong. */
  get faults(): readonly string[] {
    return [...this.#faults, ...this.#work.faults];
  }

  /** The process that the deal follows. */
  get process(): Process {
    return this.#process;
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
    this.#work.read(event, this.#process);
    if (type === "started") this.at = data.milestone;
    else if (type === "history-imported") this.#import(data.stays.map(({ milestone }) => milestone));
    else if (type === "advanced" || type === "won") this.#pass(data.from, type === "won" ? null : data.to, true);
    else if (type === "overridden") {
      this.excused.push(data.from);
      this.#pass(data.from, data.to, false);
    } else if (type === "went-back" || type === "reopened") this.#return(data.to);
    else if (type === "lost") this.#work.endStay();
    else if (type === "migrated") this.#migrate(event);
    this.#check(event);
  }

  /** Everything before where an import ends is "not proven", and its stays say so. */
  #import(stays: readonly string[]): void {
    this.at = stays.at(-1) ?? null;
    this.#imported = new Set(stays);
    this.#addBefore();
    for (const id of [...stays, ...this.#behind]) this.#passed.add(id);
  }

  #addBefore(): void {
    const again = new Set(Array.from(this.#returns, (id) => [...this.ahead(id)]).flat());
    for (const id of Object.keys(this.#process.milestones))
      if (!again.has(id) && [...this.ahead(id)].some((one) => this.#imported.has(one))) this.#behind.add(id);
    for (const id of this.ahead(this.at ?? "")) this.#behind.delete(id);
  }

  #pass(from: string, to: string | null, mustHold: boolean): void {
    const gate = this.#process.milestones[from];
    if (from !== this.at) this.#faults.push(`left ${from} from ${String(this.at)}`);
    if (to === null ? gate?.end !== true : gate?.next.includes(to) !== true)
      this.#faults.push(`no way to ${String(to)}`);
    const unmet = mustHold ? Object.values(this.#work.unmet(from, this.#process)).flat() : [];
    this.#faults.push(...unmet.map((id) => `${from} without ${id}`));
    this.#behind.add(from);
    this.#passed.add(from);
    this.#work.endStay();
    if (to !== null) this.at = to;
  }

  /** What comes after is ahead again. */
  #return(to: string): void {
    for (const id of this.ahead(to)) this.#behind.delete(id);
    this.#returns = new Set([...this.#returns, to]);
    this.#work.endStay();
    this.at = to;
  }

  /** A gate lies behind still where what it asks for now was asked there, or holds now; what doesn't is visibly let pass. Of an import, whatever leads there, once that is said. */
  #migrate(event: Extract<ProcessEvent, { type: "migrated" }>): void {
    const { to, milestones, unproven } = event.data;
    const [from, process] = [this.#process, this.#processes.find(({ version }) => version === to.version) as Process];
    const image = (ids: Iterable<string>): Set<string> => new Set(Array.from(ids, (id) => milestones[id] ?? id));
    const isProven = (id: string): boolean => {
      const gate = milestones[id] ?? id;
      const [old, now] = [from.milestones[id], process.milestones[gate]];
      const unmet = this.#work.unmet(gate, process);
      return KINDS.every((kind) => unmet[kind].every((part) => wasAsked(old, now, kind, part)));
    };
    this.#process = process;
    this.at = milestones[this.at ?? ""] ?? null;
    this.#behind = image([...this.#behind].filter(isProven));
    this.#passed = image(this.#passed);
    this.#imported = image(this.#imported);
    this.#returns = image(this.#returns);
    for (const id of this.ahead(this.at ?? "")) this.#behind.delete(id);
    for (const id of unproven ?? []) {
      this.excused.push(id);
      this.#behind.add(id);
    }
    this.#check(event);
    this.#addBefore();
    for (const id of unproven ?? []) this.#behind.add(id);
  }

  /** A way leads from a start, or from where no gate leads at all, to where the deal stands, through gates that lie behind. */
  #check({ type, id }: ProcessEvent): void {
    const gates = Object.values(this.#process.milestones);
    const asides = Object.keys(this.#process.milestones).filter((one) => !gates.some(({ next }) => next.includes(one)));
    const found = new Set([...this.#process.start, ...asides]);
    for (const one of found)
      if (this.#behind.has(one)) for (const next of this.#process.milestones[one]?.next ?? []) found.add(next);
    if (!found.has(this.at ?? "")) this.#faults.push(`${type} ${id}: stands in ${String(this.at)} past a gate`);
  }
}
