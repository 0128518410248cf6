import type { Cures, Process, ProcessCommand, ProcessEvent, ProcessState } from "keyaccount";
import { decide, evolve, replay } from "keyaccount";
import { keyAccountProcess } from "keyaccount/handbook";
import { type Random, seededRandom } from "../support/random.js";

type Any = ProcessCommand & { readonly roles: readonly string[] };

const PEOPLE = ["li", "wang", "zhao", "chen"] as const;
const VALUES = { text: "x", decimal: "12.5", integer: 3, flag: true, day: "2026-10-01", choice: "a" } as const;

/** A moment so many minutes after a morning in November. */
export const minute = (count: number): string => {
  const two = (value: number): string => String(value).padStart(2, "0");
  const [day, hour] = [2 + Math.floor(count / 1440), Math.floor(count / 60) % 24];
  return `2026-11-${two(day)}T${two(hour)}:${two(count % 60)}:00Z`;
};

const parts = (process: Process, kind: "standards" | "tasks" | "forms" | "approvals", milestone?: string): string[] =>
  Object.entries(process.milestones).flatMap(([id, own]) =>
    milestone === undefined || id === milestone ? Object.keys(own[kind]) : [],
  );

const one = <T>(random: Random, list: readonly T[]): T | undefined => list[random.int(0, list.length - 1)];

function filled(process: Process, form: string): Record<string, unknown> {
  const found = Object.values(process.milestones).find(({ forms }) => form in forms)?.forms[form];
  return Object.fromEntries(Object.entries(found?.fields ?? {}).map(([id, { kind }]) => [id, VALUES[kind]]));
}

const proof = [{ kind: "note" as const, text: "seen" }];

function cures(random: Random, process: Process, milestone: string): Cures {
  const standards = parts(process, "standards", milestone).filter(() => random.chance(0.8));
  const forms = parts(process, "forms", milestone).filter(() => random.chance(0.7));
  return {
    standards: Object.fromEntries(standards.map((id) => [id, random.chance(0.9) ? { evidence: proof } : {}])),
    forms: Object.fromEntries(forms.map((id) => [id, { fields: filled(process, id) as never }])),
  };
}

/** Some command, more often than not one that makes sense as the deal stands. */
export function randomCommand(random: Random, process: Process, state: ProcessState, count: number): Any {
  const here = random.chance(0.85) ? (state.milestone ?? undefined) : undefined;
  const roles = random.chance(0.7) ? Object.keys(process.roles) : [one(random, Object.keys(process.roles)) ?? "nobody"];
  const head = { id: `c${String(count)}`, at: minute(count), by: random.pick([...PEOPLE]), roles };
  const reason = random.chance(0.9) ? "because" : " ";
  const milestone = one(random, Object.keys(process.milestones)) ?? "";
  const to = random.chance(0.5)
    ? {}
    : { to: one(random, [...(process.milestones[state.milestone ?? ""]?.next ?? []), milestone]) ?? "" };
  const approval = one(random, parts(process, "approvals", here)) ?? "none";
  const form = one(random, parts(process, "forms", here)) ?? "none";
  const standard = one(random, parts(process, "standards", here)) ?? "none";
  const work = random.chance(0.6) ? { with: cures(random, process, state.milestone ?? milestone) } : {};
  const evidence = random.chance(0.85) ? { evidence: proof } : {};
  switch (random.int(0, 23)) {
    case 0:
      return { ...head, type: "withdraw", standard, reason };
    case 1:
    case 2:
      return { ...head, type: "complete-task", task: one(random, parts(process, "tasks", here)) ?? "none" };
    case 3:
    case 4:
      return { ...head, type: "attach-form", form, fields: (random.chance(0.9) ? filled(process, form) : {}) as never };
    case 5:
    case 6:
      return { ...head, type: "request-approval", approval, ...work };
    case 7:
    case 8:
    case 9:
      return { ...head, type: "give-approval", approval };
    case 10:
      return { ...head, type: "refuse-approval", approval, reason };
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
      return random.chance(0.3) ? { ...head, type: "pause", reason } : { ...head, type: "resume" };
    case 17:
      return random.chance(0.2)
        ? { ...head, type: "lose", cause: one(random, [...process.causes, "none"]) ?? "" }
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
      return { ...head, type: "start" };
    default:
      return { ...head, type: "meet", standard, ...evidence };
  }
}

/** A deal after so many random commands: its events, its state and the commands that were accepted. */
export function randomDeal(
  seed: number,
  length: number,
  process: Process = asProcess(keyAccountProcess),
): { events: ProcessEvent[]; state: ProcessState; commands: ProcessCommand[] } {
  const random = seededRandom(seed);
  const events: ProcessEvent[] = [];
  const commands: ProcessCommand[] = [];
  let state = replay(process, []);
  for (let count = 0; count < length; count += 1) {
    const command =
      state.status === "new"
        ? { id: `c${String(count)}`, at: minute(count), by: "li", roles: [], type: "start" as const }
        : randomCommand(random, process, state, count);
    const decision = decide(process, state, command as ProcessCommand);
    if (decision.ok) commands.push(command);
    for (const event of decision.ok ? decision.value : []) {
      events.push(event);
      state = evolve(state, event);
    }
  }
  return { events, state, commands };
}

/** A process whose ids are forgotten, for commands that are made up. */
export const asProcess = (process: unknown): Process => process as Process;
