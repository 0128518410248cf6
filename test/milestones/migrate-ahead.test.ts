import {
  appendEvents,
  audit,
  decide,
  defineProcess,
  importHistory,
  migrate,
  openRecord,
  type Process,
  type ProcessEvent,
  type ProcessRecord,
  replay,
} from "keyaccount";
import { keyAccountProcess } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { asProcess, minute } from "./random-deal.js";
import { recordOf } from "./record-of.js";

/** `more` stands for another version: another hash. */
const version = (id: string, milestones: object, more: object = {}): Process =>
  asProcess(defineProcess({ id: "p", version: id, milestones, roles: { boss: {} }, causes: ["x"], ...more } as never));
const line = {
  a: { standards: { s: {} }, next: ["b"] },
  b: { standards: { t: {} }, next: ["c"], back: ["a"] },
  c: { next: ["d"], back: ["b"] },
  d: { end: true },
};
const override = { override: { roles: ["boss"] } };
const first = version("1", line, override);
const second = version("2", line, override);
const total = (process: Process): Record<string, string> =>
  Object.fromEntries(Object.keys(process.milestones).map((id) => [id, id]));
const head = { id: "m", at: minute(60), by: "admin", reason: "a new version" };

/** The gates that nothing proves after a migration of a record. */
function unproven(record: ProcessRecord, to: Process, milestones: object, from = first): unknown {
  const result = migrate(record, { from, to, milestones: milestones as never, ...head });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const { event, state } = result.value;
  expect(state.migrations.at(-1)).toEqual({
    ...record.process,
    at: head.at,
    by: "admin",
    reason: "a new version",
    unproven: event.data.unproven,
  });
  expect(audit(result.value.record, { processes: [...new Set([first, from, to])] }).fault).toBeNull();
  const silent = { ...event, data: { ...event.data, unproven: [] } };
  const { reason: _, unproven: __, ...bare } = event.data;
  for (const forged of [silent, { ...event, data: bare }] as unknown as ProcessEvent[]) {
    const found = audit(appendEvents(record, [forged]), { processes: [...new Set([first, from, to])] }).fault;
    const isSame = event.data.unproven?.length === 0;
    expect(found?.code ?? null).toBe(isSame ? null : "content-differs");
  }
  return event.data.unproven;
}

describe("E9.9 a migration is no way past a gate", () => {
  const start = { type: "start" };
  const meet = (standard: string): object => ({ type: "meet", standard });
  const advance = { type: "advance" };

  test("E9.9 to the process that a record follows it is refused", () => {
    const handbook = asProcess(keyAccountProcess);
    const record = recordOf(handbook, start);
    const milestones = Object.fromEntries(Object.keys(handbook.milestones).map((id) => [id, "delivery"]));
    const result = migrate(record, { from: handbook, to: handbook, milestones, ...head });
    expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, path])).toEqual([["already-done", ["to"]]]);
  });

  test("E9.9 gates that it leaps over stay in the state as unproven, and audit asks for each", () => {
    const begun = recordOf(first, start);
    const along = recordOf(first, start, meet("s"), advance, meet("t"), advance);
    expect(unproven(begun, second, total(first))).toEqual([]);
    expect(unproven(begun, second, { ...total(first), a: "d" })).toEqual(["a", "b", "c"]);
    expect(unproven(along, second, total(first))).toEqual([]);
    expect(unproven(along, second, { ...total(first), c: "d" })).toEqual(["c"]);
    expect(unproven(along, second, { ...total(first), a: "b", b: "a", c: "c" })).toEqual([]);
    expect(unproven(along, second, { a: "a", b: "a", c: "c", d: "d" })).toEqual(["b"]);
    expect(unproven(along, second, { ...total(first), c: "a" })).toEqual([]);
  });

  test("E9.9 a gate that was overridden, or that an import says was passed, isn't told twice; one that was gone back from is", () => {
    expect(unproven(recordOf(first, start, { type: "override", reason: "x" }), second, total(first))).toEqual([]);
    const back = recordOf(first, start, meet("s"), advance, { type: "go-back", to: "a", reason: "x" });
    expect(unproven(back, second, { ...total(first), a: "b" })).toEqual(["a"]);
    const history = {
      id: "i",
      at: minute(1),
      by: "li",
      source: "crm",
      stays: [{ milestone: "b" }, { milestone: "c" }],
    };
    const imported = importHistory(first, history);
    const record = appendEvents(openRecord(first, "deal"), imported.ok ? imported.value : []);
    expect(unproven(record, second, total(first))).toEqual(["a"]);
  });

  test("E9.9 of several ways it is the one with the fewest", () => {
    const forked = version("3", {
      a: { next: ["x", "y"] },
      x: { next: ["z"] },
      y: { next: ["w"] },
      w: { next: ["z"] },
      z: { end: true },
    });
    const along = recordOf(first, start, meet("s"), advance, meet("t"), advance);
    expect(unproven(along, forked, { a: "y", b: "w", c: "z", d: "z" })).toEqual(["a"]);
    expect(unproven(along, forked, { a: "a", b: "w", c: "z", d: "z" })).toEqual(["x"]);
  });

  test("E9.9 a standard that was met can't become another one that the process has too", () => {
    const record = recordOf(first, start, meet("s"));
    const run = (): unknown =>
      migrate(record, { from: first, to: second, milestones: total(first), standards: { s: "t" }, ...head });
    expect(run).toThrow("duplicate-id at standards.s");
    const swap = (): unknown =>
      migrate(record, {
        from: first,
        to: second,
        milestones: total(first),
        standards: { s: "t", t: "s" },
        ...head,
      });
    expect(swap).toThrow('duplicate-id at standards.s, id "s"; duplicate-id at standards.t, id "t"');
  });

  test("E9.9 nor one that neither process knows any more: what was done under its id stays apart", () => {
    const fewer = version("2", { a: { standards: { s: {} }, end: true } });
    const again = version("3", { a: { standards: { t: {} }, end: true } });
    const record = recordOf(first, start, meet("s"), meet("t"));
    const all = { a: "a", b: "a", c: "a", d: "a" };
    const once = migrate(record, { from: first, to: fewer, milestones: all, ...head });
    if (!once.ok) throw new Error("refused");
    expect(once.value.orphans.standards).toEqual(["t"]);
    const options = { from: fewer, to: again, milestones: { a: "a" }, standards: { s: "t" }, ...head, id: "n" };
    const twice = migrate(once.value.record, options);
    expect(twice.ok ? [] : twice.issues.map(({ code, path }) => [code, path[0]])).toEqual([
      ["already-done", "standards"],
    ]);
  });

  test("E9.3 an approval of one form doesn't hold for another", () => {
    const asks = (form: string, id: string): Process =>
      version(id, {
        a: {
          forms: { f: {}, g: { optional: true } },
          approvals: { ok: { role: "boss", form } },
          end: true,
        },
      });
    const [one, other] = [asks("f", "1"), asks("g", "2")];
    const record = recordOf(
      one,
      start,
      { type: "attach-form", form: "f", reference: "F-1" },
      { type: "attach-form", form: "g", reference: "G-1" },
      { type: "request-approval", approval: "ok" },
      { type: "give-approval", approval: "ok", by: "wang" },
    );
    const result = migrate(record, { from: one, to: other, milestones: { a: "a" }, ...head });
    if (!result.ok) throw new Error("refused");
    const { state } = result.value;
    const tried = (command: object): readonly string[] => {
      const decision = decide(other, state, {
        id: "n",
        at: minute(61),
        by: "zhao",
        roles: ["boss"],
        ...command,
      } as never);
      return decision.ok ? [] : decision.issues.map(({ code }) => code);
    };
    expect(tried({ type: "win" })).toEqual(["approval-missing"]);
    expect(tried({ type: "give-approval", approval: "ok" })).toEqual(["not-requested"]);
    expect(tried({ type: "request-approval", approval: "ok" })).toEqual([]);
  });
});

describe("E9.9 a detour through a process that asks for less", () => {
  const loose = version("loose", { a: { next: ["b"] }, b: { next: ["c"] }, c: { next: ["d"] }, d: { end: true } });
  const over = (record: ProcessRecord, from: Process, to: Process, id: string): ProcessRecord => {
    const options = { from, to, milestones: total(first) as never, ...head, id, at: minute(50) };
    const result = migrate(record, options);
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    return result.value.record;
  };
  const along = (record: ProcessRecord, process: Process, ...ids: readonly string[]): ProcessRecord =>
    ids.reduce((before, id) => {
      const command = { id, at: minute(51), by: "li", roles: [], type: "advance" } as never;
      const decision = decide(process, replay(process, before.events), command);
      if (!decision.ok) throw new Error(JSON.stringify(decision.issues));
      return appendEvents(before, decision.value);
    }, record);

  test("E9.9 leaves the gates unproven that it led past; one whose standard is met since isn't", () => {
    const away = along(over(recordOf(first, { type: "start" }), first, loose, "out"), loose, "x", "y");
    expect(unproven(away, second, total(first), loose)).toEqual(["a", "b"]);
    const met = decide(loose, replay(loose, away.events), {
      id: "s",
      type: "meet",
      standard: "s",
      at: minute(52),
      by: "li",
    } as never);
    expect(met.ok).toBe(false);
    const before = recordOf(first, { type: "start" }, { type: "meet", standard: "s" });
    const late = along(over(before, first, loose, "out"), loose, "x", "y");
    expect(unproven(late, second, total(first), loose)).toEqual(["b"]);
  });

  test("E9.9 a version that asks for more at a gate that was passed leaves it unproven", () => {
    const more = version("more", { ...line, a: { standards: { s: {}, u: {} }, next: ["b"] } });
    const passed = recordOf(first, { type: "start" }, { type: "meet", standard: "s" }, { type: "advance" });
    expect(unproven(passed, more, total(first))).toEqual(["a"]);
    const asked = version("asked", { ...line, a: { ...line.a, approvals: { ok: { role: "boss" } } } });
    expect(unproven(passed, asked, total(first))).toEqual(["a"]);
    expect(unproven(passed, second, total(first))).toEqual([]);
  });
});

test("E9.9 a reason may be any text: what was accepted can be read back", () => {
  const reason = "__proto__";
  const record = recordOf(first, { type: "start" }, { type: "override", reason }, { type: "pause", reason });
  const state = replay(first, record.events);
  expect([state.overrides.map((one) => one.reason), state.pauses.map((one) => one.reason)]).toEqual([
    [reason],
    [reason],
  ]);
  expect(audit(record, { processes: [first] }).fault).toBeNull();
  const moved = migrate(record, { from: first, to: second, milestones: total(first), ...head, reason });
  expect(moved.ok && moved.value.state.migrations.map((one) => one.reason)).toEqual([reason]);
});
