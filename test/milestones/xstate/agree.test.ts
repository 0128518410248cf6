import { decide, defineProcess, evolve, type Process, type ProcessCommand, replay } from "keyaccount";
import { keyAccountProcess, projectProcess } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { initialTransition, transition } from "xstate";
import { seededRandom } from "../../support/random.js";
import { asProcess, randomCommand } from "../random-deal.js";
import { twoWays } from "../two-ways.js";
import { machineOf } from "./machine.js";

const strict = defineProcess({
  id: "strict",
  version: "1",
  milestones: {
    a: {
      standards: { s1: {}, s2: { evidence: true } },
      tasks: { t1: { role: "boss" }, t2: {} },
      next: ["b", "c"],
      wins: true,
    },
    b: {
      forms: { f: { fields: { x: { kind: "text" }, y: { kind: "flag", optional: true } } } },
      approvals: { p: { role: "boss", count: 2, form: "f", separation: "contributors" } },
      next: ["c"],
      back: ["a"],
    },
    c: { standards: { s3: {} }, back: ["a", "b"], end: true },
  },
  roles: { boss: {}, seller: {} },
  causes: ["none-of-ours"],
  override: { roles: ["boss"] },
  effort: { after: "a", counts: "cost-and-time" },
});

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

type Machine = ReturnType<typeof machineOf>;
interface Counts {
  accepted: number;
  refused: number;
}

/** One walk: every command by both, and what became of it. */
function walk(process: Process, machine: Machine, seed: number, length: number): Counts {
  const random = seededRandom(seed);
  let [snapshot] = initialTransition(machine);
  let state = replay(process, []);
  const counts = { accepted: 0, refused: 0 };
  for (let count = 0; count < length; count += 1) {
    const command = randomCommand(random, process, state, count);
    const decision = decide(process, state, command as ProcessCommand);
    const [next] = transition(machine, snapshot, command as never);
    const isAccepted = snapshot.can(command);
    expect({ command, accepted: decision.ok, why: decision.ok ? [] : decision.issues }).toMatchObject({
      accepted: isAccepted,
    });
    for (const event of decision.ok ? decision.value : []) state = evolve(state, event);
    snapshot = next;
    const place = state.status === "open" ? { open: state.milestone } : state.status;
    expect(snapshot.value).toEqual(place);
    counts[decision.ok ? "accepted" : "refused"] += 1;
  }
  return counts;
}

describe("E9.9 XState on the exported configuration accepts and refuses what decide does", () => {
  test.each([
    ["key account", asProcess(keyAccountProcess)],
    ["project", asProcess(projectProcess)],
    ["strict", asProcess(strict)],
    ["forked", asProcess(forked)],
    ["two-way", twoWays("1")],
  ])("E9.9 the %s process: 1,000 walks of 15 commands and 30 of 150, every command compared", (_, process) => {
    const machine = machineOf(process);
    let [accepted, refused] = [0, 0];
    for (let seed = 1; seed <= 1030; seed += 1) {
      const counts = walk(process, machine, seed, seed <= 30 ? 150 : 15);
      accepted += counts.accepted;
      refused += counts.refused;
    }
    expect(accepted).toBeGreaterThan(2000);
    expect(refused).toBeGreaterThan(2000);
  });
});
