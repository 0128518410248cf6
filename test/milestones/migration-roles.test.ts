import {
  appendEvents,
  audit,
  decide,
  defineProcess,
  isKeyAccountError,
  migrate,
  openRecord,
  type Process,
  replay,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { asProcess } from "./random-deal.js";

const version = (id: string, more: object = {}): Process =>
  asProcess(
    defineProcess({
      id: "p",
      version: id,
      milestones: { a: { next: ["b"] }, b: { end: true } },
      roles: { boss: {}, seller: {} },
      ...more,
    }),
  );
const free = version("1");
const guarded = version("2", { migration: { roles: ["boss"] } });
const shut = version("3", { migration: { roles: [] } });
const head = { id: "m", at: "2026-11-02T08:00:00Z", by: "li", reason: "a new version" };
const milestones = { a: "a", b: "b" };

function recordOf(process: Process) {
  const started = decide(process, replay(process, []), { id: "1", type: "start", at: head.at, by: "li" });
  return appendEvents(openRecord(process, "deal"), started.ok ? started.value : []);
}

function refusals(from: Process, to: Process, roles?: readonly string[]): unknown[] {
  const result = migrate(recordOf(from), { from, to, milestones, ...head, roles });
  return result.ok ? [] : result.issues.map(({ code, path, details }) => [code, path, details]);
}

const MISSING = ["role-missing", ["roles"], { allowed: ["boss"] }];

describe("E9.9 who may migrate", () => {
  test("E9.9 whoever calls it, unless one of the processes says otherwise", () => {
    expect(refusals(free, version("4"))).toEqual([]);
  });

  test("E9.9 who leaves a process, or enters one, that names roles has one of them", () => {
    expect(refusals(guarded, free)).toEqual([MISSING]);
    expect(refusals(free, guarded)).toEqual([MISSING]);
    expect(refusals(free, guarded, ["seller"])).toEqual([MISSING]);
    expect(refusals(free, guarded, ["seller", "boss"])).toEqual([]);
    expect(refusals(guarded, free, ["boss"])).toEqual([]);
    expect(refusals(guarded, shut, ["boss"])).toEqual([["role-missing", ["roles"], { allowed: [] }]]);
    expect(refusals(shut, guarded)).toEqual([["role-missing", ["roles"], { allowed: [] }], MISSING]);
  });

  test("E9.9 a log where somebody else did it is named", () => {
    const record = recordOf(free);
    const result = migrate(record, { from: free, to: guarded, milestones, ...head, roles: ["boss"] });
    const event = result.ok ? { ...result.value.event, roles: ["seller"] } : null;
    const forged = appendEvents(record, event === null ? [] : [event as never]);
    expect(audit(forged, { processes: [free, guarded] }).fault).toMatchObject({ index: 1, reasons: ["role-missing"] });
    const honest = result.ok ? result.value.record : record;
    expect(audit(honest, { processes: [free, guarded] }).isClean).toBe(true);
  });

  test("E9 a role that the process doesn't have is refused", () => {
    try {
      version("5", { migration: { roles: ["king", "boss", "boss"] } });
      expect.unreachable();
    } catch (error) {
      expect(isKeyAccountError(error) && error.issues).toEqual([
        { code: "unknown-reference", path: ["migration", "roles", 0], details: { id: "king" } },
        { code: "duplicate-id", path: ["migration", "roles", 2], details: { id: "boss" } },
      ]);
    }
  });
});
