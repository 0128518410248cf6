import {
  appendEvents,
  audit,
  decide,
  defineProcess,
  migrate,
  openRecord,
  type ProcessCommand,
  type ProcessRecord,
  replay,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { minute } from "./random-deal.js";

const old = defineProcess({
  id: "p",
  version: "1",
  milestones: {
    a: {
      standards: { s: {}, t: {} },
      tasks: { do: {} },
      forms: { f: {} },
      approvals: { ok: { role: "boss", form: "f" } },
      next: ["b"],
      wins: true,
    },
    b: { next: ["c"], back: ["a"] },
    c: { end: true },
  },
  roles: { boss: {} },
  causes: ["x"],
  override: { roles: ["boss"] },
});
const next = defineProcess({
  id: "p",
  version: "2",
  milestones: { one: { standards: { s2: {}, u: {} }, forms: { g: {} }, next: ["two"] }, two: { end: true } },
});
const maps = { milestones: { a: "one", b: "one", c: "two" }, standards: { s: "s2" }, forms: { f: "g" } } as const;

function dealOf(...parts: readonly object[]): ProcessRecord<never> {
  let record = openRecord(old, "deal");
  parts.forEach((part, index) => {
    const command = {
      id: `e${String(index)}`,
      at: minute(index),
      by: "li",
      roles: ["boss"],
      ...part,
    } as unknown as ProcessCommand<never>;
    const decision = decide(old, replay(old, record.events), command as never);
    if (!decision.ok) throw new Error(JSON.stringify(decision.issues));
    record = appendEvents(record, decision.value);
  });
  return record as never;
}
const head = { id: "m", at: minute(60), by: "admin", reason: "version 2" };
const deal = dealOf(
  { type: "start" },
  { type: "record-effort", minutes: 5 },
  { type: "meet", standard: "s" },
  { type: "complete-task", task: "do" },
  { type: "attach-form", form: "f" },
  { type: "request-approval", approval: "ok" },
  { type: "override", reason: "x" },
  { type: "record-effort", minutes: 7 },
  { type: "pause", reason: "y" },
  { type: "lose", cause: "x" },
);

describe("E9.9 a record under another process", () => {
  test("E9.9 has its milestones, standards, tasks and forms under the new ids; several milestones may become one", () => {
    const result = migrate(deal as never, { from: old, to: next, ...maps, ...head });
    if (!result.ok) throw new Error("refused");
    const { state, orphans, record, event } = result.value;
    expect(state.milestone).toBe("one");
    expect(state.won).toMatchObject({ milestone: "one" });
    expect(state.stays.map(({ milestone }) => milestone)).toEqual(["one", "one"]);
    expect(state.efforts).toEqual({ one: { contacts: 0, minutes: 12, costs: {}, early: 0 } });
    expect([state.standards[0]?.id, state.forms[0]?.id, state.tasks.map(({ id }) => String(id))]).toEqual([
      "s2",
      "g",
      ["do"],
    ]);
    expect([state.pauses[0]?.milestone, state.overrides[0]?.milestone, state.closings[0]?.milestone]).toEqual([
      "one",
      "one",
      "one",
    ]);
    expect(orphans).toEqual({ standards: [], tasks: ["do"], forms: [], approvals: [] });
    expect(record.process.version).toBe("2");
    expect(event.data.from.version).toBe("1");
    expect(audit(record, { processes: [old, next] as never })).toMatchObject({ isClean: true, unchecked: 0 });
    expect(audit(record, { processes: [next] as never })).toMatchObject({
      isClean: false,
      fault: { code: "process-unknown", index: 0, id: "e0" },
      sound: 0,
      unchecked: deal.events.length + 1,
      head: deal.events[0]?.previous,
    });
    const lied = (data: object): unknown =>
      audit(appendEvents(deal as never, [{ ...event, data: { ...event.data, ...data } }]), {
        processes: [old, next] as never,
      }).fault?.code;
    expect(lied({ from: next })).toBe("content-differs");
    expect(lied({ milestones: { a: "one" } })).toBe("not-allowed");
    expect(lied({ reason: " " })).toBe("not-allowed");
    expect(lied({ unproven: ["one"] })).toBe("content-differs");
    expect(lied({ more: 1 })).toBe("content-differs");
    expect(lied({ to: { ...event.data.to, version: "9" } })).toBe("content-differs");
  });

  test("E9.9 with approvals that wait: they go along, under the form's new id", () => {
    const waiting = dealOf(
      { type: "start" },
      { type: "attach-form", form: "f" },
      { type: "request-approval", approval: "ok" },
    );
    const result = migrate(waiting as never, { from: old, to: next, ...maps, ...head });
    expect(result.ok && result.value.state.approvals).toMatchObject([{ id: "ok", form: "g" }]);
    expect(result.ok && result.value.orphans.approvals).toEqual(["ok"]);
  });

  test("E9.9 is refused, or throws, where something would be lost or invented", () => {
    const faults = (options: object): string[] => {
      const result = migrate(deal as never, { from: old, to: next, ...maps, ...head, ...options });
      return result.ok ? [] : result.issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
    };
    expect(faults({ id: "e0", at: minute(0) })).toEqual(["out-of-order at at", "already-done at id"]);
    expect(faults({ from: next, milestones: { one: "one", two: "two" }, standards: {}, forms: {} })).toEqual([
      "process-mismatch at ",
      "already-done at to",
    ]);
    expect(migrate(openRecord(old, "x"), { from: old, to: next, ...maps, ...head }).ok).toBe(false);
    expect(() => faults({ standards: { s: "s2", t: "s2" } })).toThrow(
      /duplicate-id at standards.s.*duplicate-id at standards.t/,
    );
    expect(faults({ reason: " " })).toEqual(["required at reason"]);
    expect(faults({ reason: undefined })).toEqual(["required at reason"]);
    expect(() => faults({ milestones: { a: "one", b: "mars" }, standards: { s: "none" } })).toThrow(
      /unknown-reference at milestones.b.*required at milestones.c.*unknown-reference at standards.s/,
    );
    expect(() => faults({ milestones: null })).toThrow("required at milestones.a");
  });
});
