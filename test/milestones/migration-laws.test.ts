import {
  appendEvents,
  audit,
  defineProcess,
  migrate,
  openRecord,
  type Process,
  type ProcessRecord,
  type ProcessState,
} from "keyaccount";
import { keyAccountProcess } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { type Random, seededRandom } from "../support/random.js";
import { asProcess, minute, randomDeal } from "./random-deal.js";

type Names = Readonly<Record<string, string>>;
type Maps = Readonly<Record<"milestones" | "standards" | "tasks" | "forms", Names>>;

/** With tasks and approvals, which the handbook's process has few of. */
const tasked = asProcess(
  defineProcess({
    id: "tasked",
    version: "1",
    milestones: {
      a: { standards: { s1: {}, s2: {} }, tasks: { t1: {}, t2: {} }, next: ["b"] },
      b: {
        forms: { f1: {}, f2: {} },
        tasks: { t3: {} },
        approvals: { ok: { role: "boss", form: "f1" } },
        next: ["c"],
        back: ["a"],
        wins: true,
      },
      c: { standards: { s3: {} }, tasks: { t4: {} }, next: ["d"], back: ["a", "b"] },
      d: { standards: { s4: {} }, back: ["b"], end: true },
    },
    roles: { boss: {} },
    causes: ["price"],
    override: { roles: ["boss"] },
  }),
);

const PARTS = ["standards", "tasks", "forms"] as const;
const name = (names: Names, id: string): string => (Object.hasOwn(names, id) ? (names[id] as string) : id);

/** Milestones that stand side by side become one now and then; parts are renamed, or dropped. */
function randomTarget(random: Random, from: Process): { readonly to: Process; readonly maps: Maps } {
  const maps = { milestones: {}, standards: {}, tasks: {}, forms: {} } as Record<keyof Maps, Record<string, string>>;
  const groups: string[] = [];
  const parts: Record<string, Record<(typeof PARTS)[number], Record<string, object>>> = {};
  for (const [id, milestone] of Object.entries(from.milestones)) {
    if (groups.length === 0 || random.chance(0.7)) groups.push(random.chance() ? id : `new-${id}`);
    const group = groups.at(-1) as string;
    maps.milestones[id] = group;
    const own = (parts[group] ??= { standards: {}, tasks: {}, forms: {} });
    for (const part of PARTS) {
      for (const key of Object.keys(milestone[part])) {
        if (random.chance(0.2)) continue;
        const renamed = random.chance() ? key : `new-${key}`;
        if (renamed !== key) maps[part][key] = renamed;
        own[part][renamed] = {};
      }
    }
  }
  const milestones = groups.map((id, index) => {
    const next = groups[index + 1];
    return [id, { ...parts[id], ...(next === undefined ? { end: true } : { next: [next] }) }] as const;
  });
  const definition = { id: "target", version: "1", milestones: Object.fromEntries(milestones) };
  return { to: asProcess(defineProcess(definition as never)), maps };
}

const cents = (amount: string): number => Math.round(Number(amount) * 100);

/** Sums of efforts by milestone, with money in cents. */
function efforts(state: ProcessState, names: Names): Record<string, Record<string, number>> {
  const sums: Record<string, Record<string, number>> = {};
  for (const [id, effort] of Object.entries(state.efforts)) {
    const sum = (sums[name(names, id)] ??= {});
    const { contacts = 0, minutes = 0, early = 0, costs = {} } = effort ?? {};
    const money = Object.entries(costs).map(([currency, amount]) => [currency, cents(amount)] as const);
    for (const [key, value] of [["contacts", contacts], ["minutes", minutes], ["early", early], ...money] as const)
      sum[key] = (sum[key] ?? 0) + value;
  }
  return sums;
}

/** What a state should be under its new names, but for efforts, which are summed. */
function underNewNames(state: ProcessState, { milestones, standards, tasks, forms }: Maps): object {
  const placed = <T extends { readonly milestone: string }>(one: T): T => ({
    ...one,
    milestone: name(milestones, one.milestone),
  });
  const keyed = <T extends { readonly id: string }>(names: Names, list: readonly T[]): readonly T[] =>
    list.map((one) => ({ ...one, id: name(names, one.id) }));
  return {
    status: state.status,
    milestone: state.milestone === null ? null : name(milestones, state.milestone),
    won: state.won === null ? null : placed(state.won),
    stays: state.stays.map(placed),
    pauses: state.pauses.map(placed),
    overrides: state.overrides.map(placed),
    closings: state.closings.map(placed),
    standards: keyed(standards, state.standards),
    tasks: keyed(tasks, state.tasks),
    forms: keyed(forms, state.forms),
    approvals: state.approvals.map((one) => ({ ...one, form: one.form === null ? null : name(forms, one.form) })),
  };
}

/** What the new process doesn't know. */
function orphansOf(state: ProcessState, maps: Maps, to: Process): Record<string, readonly string[]> {
  const known = (part: (typeof PARTS)[number]): Set<string> =>
    new Set(Object.values(to.milestones).flatMap((milestone) => Object.keys(milestone[part])));
  const lost = (part: (typeof PARTS)[number]): readonly string[] =>
    state[part].map(({ id }) => name(maps[part], id)).filter((id) => !known(part).has(id));
  return {
    standards: lost("standards"),
    tasks: lost("tasks"),
    forms: lost("forms"),
    approvals: state.approvals.map(({ id }) => id),
  };
}

describe("E9.9 a migration to a process with other names, fewer milestones and fewer parts", () => {
  test("E9.9 loses nothing of 1,000 random records", () => {
    const seen = { merged: 0, renamed: 0, orphans: 0, approvals: 0, costs: 0 };
    for (let seed = 1; seed <= 1000; seed += 1) {
      const from = seed % 2 === 0 ? asProcess(keyAccountProcess) : tasked;
      const { events, state } = randomDeal(seed, 30, from);
      const record: ProcessRecord = appendEvents(openRecord(from, "deal"), events);
      const { to, maps } = randomTarget(seededRandom(seed), from);
      const result = migrate(record, {
        from,
        to,
        ...maps,
        id: "m",
        by: "admin",
        at: minute(9000),
        reason: "x",
      });
      if (!result.ok) throw new Error(JSON.stringify(result.issues));
      const { record: after, state: moved, orphans } = result.value;
      expect(after.events.slice(0, -1)).toEqual(record.events);
      expect(moved).toMatchObject(underNewNames(state, maps));
      expect(efforts(moved, {})).toEqual(efforts(state, maps.milestones));
      expect(orphans).toEqual(orphansOf(state, maps, to));
      expect(moved.ids).toEqual([...state.ids, "m"]);
      if (seed % 50 < 2) expect(audit(after, { processes: [from, to] }).fault).toBeNull();
      seen.merged += Number(new Set(Object.values(maps.milestones)).size < Object.keys(from.milestones).length);
      seen.renamed += Number(Object.keys(maps.standards).length > 0 && state.standards.length > 0);
      seen.orphans += Number(orphans.standards.length + orphans.tasks.length + orphans.forms.length > 0);
      seen.approvals += Number(state.approvals.length > 0);
      seen.costs += Number(Object.values(state.efforts).some((effort) => Object.keys(effort?.costs ?? {}).length > 0));
    }
    for (const [what, count] of Object.entries(seen)) expect([what, count > 50]).toEqual([what, true]);
  });
});
