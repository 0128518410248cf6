import { type Decision, decide, defineProcess, evolve, type Process, replay } from "keyaccount";
import { keyAccountProcess, projectProcess } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { initialTransition, transition } from "xstate";
import { seededRandom } from "../../support/random.js";
import { ApprovalPasses } from "../approval-passes.js";
import { walker } from "../random-command.js";
import { asProcess } from "../random-deal.js";
import { strict } from "../strict-process.js";
import { twoWays } from "../two-ways.js";
import { machineOf } from "./machine.js";

/** Deals may end here, or go on. */
const forked = defineProcess({
  id: "forked",
  version: "1",
  milestones: {
    a: { standards: { s1: {} }, tasks: { t1: {} }, next: ["b"], end: true },
    b: { standards: { s2: {} }, next: ["c", "d"], back: ["a"], end: true },
    c: { forms: { f: {} }, back: ["a", "b"], end: true },
    d: { standards: { s3: {} }, next: ["c"], back: ["a"] },
  },
  roles: { boss: {} },
  causes: ["price"],
  override: { roles: ["boss"] },
});

/** Milestones that lead round, and back into the round. */
const round = defineProcess({
  id: "round",
  version: "1",
  milestones: {
    a: { next: ["b"] },
    b: { standards: { s1: {} }, next: ["c"], back: ["a", "c"] },
    c: { tasks: { t1: {} }, next: ["b", "d"], back: ["b"] },
    d: { standards: { s2: {} }, end: true, back: ["c", "b", "a"] },
  },
  roles: { boss: {} },
  causes: ["price"],
  override: { roles: ["boss"] },
});

type Machine = ReturnType<typeof machineOf>;
/** What became of all commands. */
class Tally {
  readonly accepted = new Map<string, number>();
  readonly refused = new Map<string, number>();
  readonly passes = new ApprovalPasses();

  read(process: Process, decision: Decision): void {
    if (!decision.ok) for (const { code } of decision.issues) add(this.refused, code);
    for (const event of decision.ok ? decision.value : []) {
      add(this.accepted, event.type);
      this.passes.read(process, event);
    }
  }
}

const add = (counts: Map<string, number>, key: string): unknown => counts.set(key, (counts.get(key) ?? 0) + 1);
const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((one, other) => one + other, 0);

/** One walk: every command by both, and what became of it. So many commands, after those that pass the first gates in half of the walks. */
function walk(process: Process, machine: Machine, seed: number, length: number, tally: Tally): void {
  const next = walker(seededRandom(seed));
  let [snapshot] = initialTransition(machine);
  let state = replay(process, []);
  for (let count = 0, rest = length; rest > 0; count += 1) {
    const { command, isPrepared } = next(process, state, count);
    if (!isPrepared) rest -= 1;
    const decision = decide(process, state, command);
    const [after] = transition(machine, snapshot, command as never);
    const isAccepted = snapshot.can(command);
    expect({ command, accepted: decision.ok, why: decision.ok ? [] : decision.issues }).toMatchObject({
      accepted: isAccepted,
    });
    for (const event of decision.ok ? decision.value : []) state = evolve(state, event);
    snapshot = after;
    const place = state.status === "open" ? { open: state.milestone } : state.status;
    expect(snapshot.value).toEqual(place);
    tally.read(process, decision);
  }
}

describe("E9.9 XState on the exported configuration accepts and refuses what decide does", () => {
  test.each([
    ["key account", asProcess(keyAccountProcess)],
    ["project", asProcess(projectProcess)],
    ["strict", strict],
    ["forked", asProcess(forked)],
    ["two-way", twoWays("1")],
    ["round", asProcess(round)],
  ])("E9.9 the %s process: 1,000 walks of 15 commands and 30 of 150, every command compared", (_, process) => {
    const machine = machineOf(process);
    const tally = new Tally();
    for (let seed = 1; seed <= 1030; seed += 1) walk(process, machine, seed, seed <= 30 ? 150 : 15, tally);
    expect(sum(tally.accepted)).toBeGreaterThan(2000);
    expect(sum(tally.refused)).toBeGreaterThan(2000);
    expect(tally.passes.below(10, process)).toEqual([]);
    const isApproved = Object.values(process.milestones).some(({ approvals }) => Object.keys(approvals).length > 0);
    if (isApproved) expect(tally.refused.get("same-person")).toBeGreaterThan(50);
  });
});
