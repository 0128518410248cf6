import {
  appendEvents,
  audit,
  decide,
  defineProcess,
  evolve,
  importHistory,
  migrate,
  openRecord,
  type Process,
  type ProcessEvent,
  type ProcessRecord,
  type ProcessState,
  replay,
} from "keyaccount";
import { keyAccountProcess, projectProcess } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { type Random, seededRandom } from "../support/random.js";
import { ApprovalPasses } from "./approval-passes.js";
import { GateOracle } from "./gate-oracle.js";
import { lesser } from "./lesser-process.js";
import { walker } from "./random-command.js";
import { asProcess, minute } from "./random-deal.js";
import { randomProcess } from "./random-process.js";
import { strict } from "./strict-process.js";
import { twoWays } from "./two-ways.js";

/** Ways that fork and join, and a way back to each before. */
const forked = asProcess(
  defineProcess({
    id: "forked",
    version: "1",
    milestones: {
      a: { standards: { s1: {} }, tasks: { t1: {} }, next: ["b", "x"], end: true },
      b: { standards: { s2: { evidence: true } }, next: ["c"], back: ["a"], wins: true },
      x: { next: ["b", "c"], back: ["a"] },
      c: { forms: { f: {} }, approvals: { ok: { role: "boss", form: "f" } }, next: ["d"], back: ["a", "b", "x"] },
      d: { standards: { s3: {} }, back: ["a", "c"], end: true },
    },
    roles: { boss: {} },
    causes: ["price"],
    override: { roles: ["boss"] },
  }),
);

interface Walk {
  readonly processes: readonly Process[];
  readonly next: ReturnType<typeof walker>;
  record: ProcessRecord;
  state: ProcessState;
}

const idsOf = (process: Process): [string, ...string[]] => Object.keys(process.milestones) as [string, ...string[]];

/** A start, or an import of whatever stays. */
function begin(random: Random, processes: readonly Process[]): Walk {
  const process = processes[0] as Process;
  const stays = Array.from({ length: random.int(1, 4) }, () => ({ milestone: random.pick(idsOf(process)) }));
  const closed = random.chance(0.2) ? ({ as: random.chance() ? "won" : "lost" } as const) : null;
  const head = { id: "begin", at: minute(0), by: "li" };
  const decision = random.chance(0.3)
    ? importHistory(process, { ...head, stays, closed, source: "crm" })
    : decide(process, replay(process, []), { ...head, type: "start" });
  if (!decision.ok) throw new Error("refused");
  const record = appendEvents(openRecord(process, "deal"), decision.value);
  return { processes, next: walker(random), record, state: replay(process, record.events) };
}

/** To the other version, each milestone to itself or, now and then, to any. */
function moveOver(random: Random, walk: Walk, count: number): void {
  const from = walk.processes.find(({ version }) => version === walk.record.process.version) as Process;
  const to = walk.processes.find(({ version }) => version !== walk.record.process.version) as Process;
  const strays = random.chance() ? 0 : 0.3;
  const goal = (id: string): string => (random.chance(strays) ? random.pick(idsOf(to)) : id);
  const milestones = Object.fromEntries(idsOf(from).map((id) => [id, goal(id)]));
  const head = { id: `m${String(count)}`, at: minute(count), by: "admin", reason: "x" };
  const result = migrate(walk.record, { from, to, milestones, ...head });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  ({ record: walk.record, state: walk.state } = result.value);
}

function step(random: Random, walk: Walk, count: number): void {
  if (random.chance(0.04)) {
    moveOver(random, walk, count);
    return;
  }
  const process = walk.processes.find(({ version }) => version === walk.record.process.version) as Process;
  const decision = decide(process, walk.state, walk.next(process, walk.state, count).command);
  if (!decision.ok) return;
  walk.record = appendEvents(walk.record, decision.value);
  walk.state = decision.value.reduce((before, event) => evolve(before, event), walk.state);
}

/** Holds the state against what the oracle makes of the log. */
function compare({ state, record }: Walk, oracle: GateOracle): void {
  expect(oracle.faults).toEqual([]);
  expect(state.milestone).toBe(oracle.at);
  const visible = [
    ...state.overrides.map(({ milestone }) => milestone),
    ...state.migrations.flatMap(({ unproven }) => unproven ?? []),
  ];
  expect(visible).toHaveLength(oracle.excused.length);
  const last = record.events.at(-1);
  if (state.won !== null) expect(oracle.passed).toContain(state.won.milestone);
  if (state.won !== null && (last?.type === "went-back" || last?.type === "reopened"))
    expect(oracle.ahead(last.data.to)).not.toContain(state.won.milestone);
}

/** What happened in some deals. */
class Seen {
  readonly events = new Map<string, number>();
  readonly passes = new ApprovalPasses();

  read(process: Process, event: ProcessEvent): void {
    this.#add(event.type);
    this.passes.read(process, event);
    if (event.type === "migrated" && event.data.unproven?.length !== 0) this.#add("left-unproven");
  }

  #add(key: string): void {
    this.events.set(key, (this.events.get(key) ?? 0) + 1);
  }
}

/** One deal, every event of it held against the oracle. */
function play(seed: number, processes: readonly Process[], seen: Seen): void {
  const random = seededRandom(seed);
  const walk = begin(random, processes);
  const oracle = new GateOracle(processes);
  let read = 0;
  for (let count = 1; count <= 90; count += 1) {
    for (const event of walk.record.events.slice(read)) {
      seen.read(oracle.process, event);
      oracle.read(event);
      compare(walk, oracle);
    }
    read = walk.record.events.length;
    step(random, walk, count);
  }
  if (seed % 10 === 0) expect(audit(walk.record, { processes }).fault).toBeNull();
}

describe("E9.9 wherever a deal stands, every gate on the way was met when it was passed, or is visibly let pass", () => {
  test.each([
    ["key account", asProcess(keyAccountProcess)],
    ["project", asProcess(projectProcess)],
    ["forked", forked],
    ["strict", strict],
    ["two ways", twoWays("1")],
  ])("E9.9 %s: 150 deals, started or imported, migrated, lost and opened again", (_, process) => {
    const seen = new Seen();
    const processes = [process, lesser(seededRandom(7), process)];
    for (let seed = 1; seed <= 150; seed += 1) play(seed, processes, seen);
    const rare = ["advanced", "overridden", "went-back", "lost", "reopened", "migrated", "left-unproven"];
    for (const type of [...rare, "history-imported"])
      expect([type, (seen.events.get(type) ?? 0) >= 10]).toEqual([type, true]);
    expect(seen.passes.below(10, process)).toEqual([]);
  });

  test("E9.9 40 random processes, 10 deals each", () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const process = randomProcess(seededRandom(seed));
      const processes = [process, lesser(seededRandom(seed), process)];
      for (let deal = 1; deal <= 10; deal += 1) play(seed * 1000 + deal, processes, new Seen());
    }
  });
});
