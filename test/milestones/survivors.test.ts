import {
  audit,
  defineProcess,
  evolve,
  importHistory,
  isKeyAccountError,
  migrate,
  type Process,
  pathTo,
  replay,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { asProcess, minute } from "./random-deal.js";
import { recordOf } from "./record-of.js";

const define = (version: string, milestones: object): Process =>
  asProcess(defineProcess({ id: "p", version, milestones, roles: { boss: {} } } as never));
const plain = define("1", { a: { next: ["b"], wins: true }, b: { end: true } });

const start = { type: "start" };
const visit = { type: "record-effort", contact: true };

describe("E9.9 an id that was seen", () => {
  test("E9.9 at another revision is another event, which doesn't follow", () => {
    const { events } = recordOf(plain, start, visit, visit);
    const state = replay(plain, events);
    const [first] = events;
    expect(evolve(state, first as never)).toBe(state);
    for (const revision of [0, 2, 3, 5, 9]) {
      let codes: unknown = null;
      try {
        evolve(state, { ...first, revision } as never);
      } catch (error) {
        codes = isKeyAccountError(error) ? error.issues.map(({ code, path }) => [code, path]) : error;
      }
      expect(codes).toEqual([["out-of-range", ["revision"]]]);
    }
  });

  test("E9.9 is no other event's in an audit, though its revision is the next", () => {
    const record = recordOf(plain, start, visit, visit);
    const events = record.events.map((event, index) => (index === 2 ? { ...event, id: "1" } : event));
    expect(audit({ ...record, events }, { processes: [plain] }).fault).toEqual({
      code: "not-an-event",
      index: 2,
      id: "1",
      reasons: ["already-done"],
    });
  });
});

describe("E9.7 an import", () => {
  test.each([
    [["a"], null],
    [["a", "b"], { at: null, milestone: "a" }],
  ])("E9.7 that ends in %j has won by %j: the gate where a deal stands isn't passed", (ids, won) => {
    const stays = ids.map((milestone) => ({ milestone }));
    const result = importHistory(plain, { id: "1", at: minute(0), by: "li", source: "crm", stays });
    expect(replay(plain, result.ok ? result.value : []).won).toEqual(won);
  });
});

describe("E9.9 pathTo", () => {
  test("E9.9 counts no approval for a later milestone, though a migration made it one of that milestone", () => {
    const ok = { approvals: { ok: { role: "boss" } } };
    const first = define("2", { a: { ...ok, next: ["b"] }, b: { next: ["c"] }, c: { end: true } });
    const second = define("3", { a: { next: ["b"] }, b: { ...ok, next: ["c"] }, c: { end: true } });
    const give = { type: "give-approval", approval: "ok", by: "hu", roles: ["boss"] };
    const record = recordOf(first, start, { type: "request-approval", approval: "ok" }, give);
    const milestones = { a: "a", b: "b", c: "c" };
    const head = { id: "m", at: minute(9), by: "li", reason: "because" };
    const moved = migrate(record, { from: first, to: second, milestones, ...head });
    const path = pathTo(second, moved.ok ? moved.value.state : replay(second, []), "c");
    expect(path?.map(({ milestone, missing }) => [milestone, missing.map(({ code }) => code)])).toEqual([
      ["a", []],
      ["b", ["approval-missing"]],
    ]);
  });
});
