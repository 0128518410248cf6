import type { Cures, Process, ProcessCommand, ProcessState } from "keyaccount";
import type { Random } from "../support/random.js";
import { honestStep, involved, PEOPLE } from "./honest-step.js";
import { ODD_IDS, someEvidence, someForm, someNote, someText } from "./random-work.js";
import { stampOf } from "./stamp.js";

type Any = ProcessCommand & { readonly roles: readonly string[] };

const parts = (process: Process, kind: "standards" | "tasks" | "forms" | "approvals", milestone?: string): string[] =>
  Object.entries(process.milestones).flatMap(([id, own]) =>
    milestone === undefined || id === milestone ? Object.keys(own[kind]) : [],
  );

const one = <T>(random: Random, list: readonly T[]): T | undefined => list[random.int(0, list.length - 1)];

const formOf = ({ milestones }: Process, id: string) =>
  Object.values(milestones).find(({ forms }) => id in forms)?.forms[id];

/** Some of what a milestone asks for; now and then what another one does as well. */
function cures(random: Random, process: Process, milestone: string): Cures {
  const where = random.chance(0.95) ? milestone : undefined;
  const some = (kind: "standards" | "tasks" | "forms", probability: number): string[] =>
    parts(process, kind, where).filter(() => random.chance(probability));
  const tasks = some("tasks", 0.3);
  return {
    standards: Object.fromEntries(
      some("standards", 0.8).map((id) => [id, random.chance(0.9) ? { evidence: someEvidence(random) } : {}]),
    ),
    ...(tasks.length === 0 ? {} : { tasks: random.chance(0.95) ? tasks : [...tasks, ...tasks] }),
    forms: Object.fromEntries(some("forms", 0.5).map((id) => [id, someForm(random, formOf(process, id))])),
  };
}

type Judgement = { readonly approval: string } & Partial<Pick<Any, "by" | "roles">>;

/** An approval, mostly one that waits, and somebody to judge it: mostly apart from it, now and then not, mostly in its role. */
function judgement(random: Random, process: Process, state: ProcessState, here: string | undefined): Judgement {
  const waiting = state.approvals.flatMap(({ id, refused }) => (refused === null ? id : []));
  const any = parts(process, "approvals", here);
  const approval = one(random, waiting.length > 0 && random.chance(0.85) ? waiting : any) ?? "none";
  const near = involved(process, state, approval);
  const isApart = random.chance(0.7);
  const by = one(
    random,
    PEOPLE.filter((person) => near.has(person) !== isApart),
  );
  const role = process.milestones[state.milestone ?? ""]?.approvals[approval]?.role;
  const inRole = role !== undefined && random.chance(0.8) ? { roles: [role, random.pick([...ODD_IDS])] } : {};
  return { approval, ...inRole, ...(by === undefined ? {} : { by }) };
}

/** Some command, more often than not one that makes sense as the deal stands. */
export function randomCommand(random: Random, process: Process, state: ProcessState, count: number): Any {
  const here = random.chance(0.85) ? (state.milestone ?? undefined) : undefined;
  const roles = random.chance(0.7) ? Object.keys(process.roles) : [one(random, Object.keys(process.roles)) ?? "nobody"];
  const stamp = stampOf(count);
  const head = { ...stamp, by: one(random, random.chance(0.6) ? PEOPLE.slice(0, 3) : PEOPLE) ?? "li", roles };
  const reason = random.chance(0.9) ? someText(random, "because") : " ";
  const milestone = one(random, Object.keys(process.milestones)) ?? "";
  const to = random.chance(0.5)
    ? {}
    : { to: one(random, [...(process.milestones[state.milestone ?? ""]?.next ?? []), milestone]) ?? "" };
  const form = one(random, parts(process, "forms", here)) ?? "none";
  const standard = one(random, parts(process, "standards", here)) ?? "none";
  const work = random.chance(0.6) ? { with: cures(random, process, state.milestone ?? milestone) } : {};
  const evidence = random.chance(0.85) ? { evidence: someEvidence(random) } : {};
  const start = random.chance() ? {} : { milestone: one(random, [...process.start, milestone]) ?? "" };
  if (state.status === "new" && random.chance(0.7)) return { ...head, type: "start", ...start };
  if (state.status === "open" && random.chance(0.15)) return { ...stamp, ...honestStep(random, process, state) } as Any;
  if (state.status === "paused" && random.chance(0.2)) return { ...head, type: "resume", ...someNote(random) };
  if ((state.status === "lost" || state.status === "won") && random.chance(0.2))
    return { ...head, type: "reopen", reason };
  switch (random.int(0, 23)) {
    case 0:
      return { ...head, type: "withdraw", standard, reason };
    case 1:
    case 2:
      return { ...head, type: "complete-task", task: one(random, parts(process, "tasks", here)) ?? "none" };
    case 3:
    case 4:
      return { ...head, type: "attach-form", form, ...someForm(random, formOf(process, form)) };
    case 5:
    case 6:
      return {
        ...head,
        type: "request-approval",
        approval: one(random, parts(process, "approvals", here)) ?? "none",
        ...work,
      };
    case 7:
    case 8:
    case 9:
      return { ...head, type: "give-approval", ...judgement(random, process, state, here), ...someNote(random) };
    case 10:
      return { ...head, type: "refuse-approval", ...judgement(random, process, state, here), reason };
    case 11:
    case 12:
    case 13:
      return { ...head, type: "advance", ...to, ...work };
    case 14:
      return {
        ...head,
        type: "override",
        ...(random.chance(0.2) ? { to: null } : to),
        ...(random.chance(0.3) ? work : {}),
        reason,
      };
    case 15:
      return {
        ...head,
        type: "go-back",
        to: one(random, process.milestones[state.milestone ?? ""]?.back ?? []) ?? milestone,
        reason,
      };
    case 16:
      return random.chance(0.3) ? { ...head, type: "pause", reason } : { ...head, type: "resume", ...someNote(random) };
    case 17:
      return random.chance(0.2)
        ? { ...head, type: "lose", cause: one(random, [...process.causes, "none"]) ?? "", ...someNote(random) }
        : { ...head, type: "win", ...work };
    case 18:
      return { ...head, type: "reopen", reason, ...(random.chance(0.5) ? {} : { to: milestone }) };
    case 19:
      return {
        ...head,
        type: "record-effort",
        contact: random.chance(),
        minutes: random.chance() ? 30 : null,
        cost: random.chance(0.3) ? { amount: random.pick(["0", "12.50"]), currency: "CNY" } : null,
      };
    case 20:
      return { ...head, type: "start", ...start };
    default:
      return { ...head, type: "meet", standard, ...evidence };
  }
}

interface Next {
  readonly command: ProcessCommand;
  /** Whether it is one of those that pass the first gates. */
  readonly isPrepared: boolean;
}

/** The commands of one walk: in half of all walks some gates are passed first, as they should be. */
export function walker(random: Random): (process: Process, state: ProcessState, count: number) => Next {
  const part = random.chance() ? random.next() : 0;
  let isPassing = true;
  return (process, state, count) => {
    const gates = Math.ceil(part * Object.keys(process.milestones).length);
    const passed = state.stays.filter(({ exit }) => exit === "passed").length;
    isPassing &&= passed < gates && state.status !== "won" && count < 60;
    if (!isPassing) return { command: randomCommand(random, process, state, count), isPrepared: false };
    const step = state.status === "new" ? { type: "start", by: "li" } : honestStep(random, process, state);
    return { command: { ...stampOf(count), ...step } as ProcessCommand, isPrepared: true };
  };
}
