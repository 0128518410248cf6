import { decide, defineProcess, replay } from "keyaccount";
import { describe, expect, test } from "vitest";
import { minute } from "./random-deal.js";

const process = defineProcess({
  id: "p",
  version: "1",
  milestones: { a: { tasks: { own: {}, theirs: { role: "boss" } }, next: ["b"] }, b: { end: true } },
  roles: { boss: {} },
});
const head = { by: "li", roles: [] } as const;
const started = decide(process, replay(process, []), { ...head, id: "1", type: "start", at: minute(0) });
const open = replay(process, started.ok ? started.value : []);

/** The faults of an advance that brings tasks along, each as code and place. */
function faultsOf(tasks: readonly ("own" | "theirs")[], roles: readonly "boss"[] = [], state = open): string[] {
  const command = { ...head, id: "2", type: "advance", at: minute(1), roles, with: { tasks } } as const;
  const result = decide(process, state, command);
  return result.ok ? [] : result.issues.map(({ code, path }) => [code, ...path].join(" "));
}

describe("E9.9 tasks that come with a move", () => {
  test("E9.9 open the gate when all are there", () => {
    expect(faultsOf(["own", "theirs"], ["boss"])).toEqual([]);
  });

  test("E9.9 leave the gate shut for each that isn't", () => {
    expect(faultsOf(["own"])).toEqual(["task-open with tasks"]);
    expect(faultsOf([], ["boss"])).toEqual(["task-open with tasks", "task-open with tasks"]);
  });

  test("E9.9 ask for their role, and are done once", () => {
    expect(faultsOf(["own", "theirs"])).toEqual(["role-missing with tasks 1"]);
    const done = decide(process, open, { ...head, id: "3", type: "complete-task", task: "own", at: minute(1) });
    const half = replay(process, [...(started.ok ? started.value : []), ...(done.ok ? done.value : [])]);
    expect(faultsOf(["own", "theirs"], ["boss"], half)).toEqual(["already-done with tasks 0"]);
    expect(faultsOf(["theirs"], ["boss"], half)).toEqual([]);
  });
});
