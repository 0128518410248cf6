import {
  appendEvents,
  audit,
  availableMoves,
  decide,
  defineProcess,
  evolve,
  importHistory,
  isKeyAccountError,
  migrate,
  openRecord,
  type Process,
  type ProcessCommand,
  type ProcessState,
  replay,
  whyNot,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { asProcess } from "./random-deal.js";
import { twoWays } from "./two-ways.js";

const process = asProcess(
  defineProcess({
    id: "p",
    version: "1",
    milestones: { a: { standards: { s: {} }, next: ["b"] }, b: { standards: { t: {} }, end: true } },
    roles: { boss: {} },
    override: { roles: ["boss"] },
    causes: ["price"],
  } as never),
);
const head = { at: "2026-11-02T08:00:00Z", by: "li", roles: ["boss"] };

function after(...commands: readonly object[]): ProcessState {
  return commands.reduce<ProcessState>(
    (state, command, index) => {
      const result = decide(process, state, { ...head, id: String(index), ...command } as unknown as ProcessCommand);
      if (!result.ok) throw new Error(JSON.stringify(result.issues));
      return result.value.reduce((before, event) => evolve(before, event), state);
    },
    replay(process, []),
  );
}

const issuesOf = (state: ProcessState, command: object): unknown => {
  const result = decide(process, state, { ...head, id: "x", ...command } as unknown as ProcessCommand);
  return result.ok ? [] : result.issues.map(({ code, path, details }) => [code, path, details]);
};

describe("E9.9 attacked once more", () => {
  test("E9.9 half a second later is later, though its text comes before", () => {
    const state = after({ type: "start", at: "2026-11-02T08:00:00Z" });
    expect(issuesOf(state, { type: "meet", standard: "s", at: "2026-11-02T08:00:00.5Z" })).toEqual([]);
    const half = after({ type: "start", at: "2026-11-02T08:00:00.5Z" });
    expect(issuesOf(half, { type: "meet", standard: "s", at: "2026-11-02T08:00:00Z" })).toEqual([
      ["out-of-order", ["at"], { earlier: "2026-11-02T08:00:00.5Z", later: "2026-11-02T08:00:00Z" }],
    ]);
  });

  test("E9.9 an override doesn't close a deal where it may not end", () => {
    const override = { type: "override", to: null, reason: "because" };
    expect(issuesOf(after({ type: "start" }), override)).toEqual([
      ["not-reachable", ["to"], { from: "a", to: "", allowed: ["b"] }],
    ]);
    expect(after({ type: "start" }, { type: "override", reason: "because" }, override).status).toBe("won");
  });

  test("E9.9 a form that was filled under another process holds only as this one asks for it", () => {
    const filed = (version: string, form: object): Process =>
      asProcess(defineProcess({ id: "f", version, milestones: { a: { forms: { f: form }, end: true } } }));
    const kind = (options: readonly string[]): object => ({ kind: { kind: "choice", options } });
    const first = filed("1", { fields: kind(["old", "new"]) });
    const missing = (form: object, fields: object): unknown => {
      let record = openRecord(first, "deal");
      for (const command of [{ type: "start" }, { type: "attach-form", form: "f", ...fields }]) {
        const made = { ...head, id: command.type, ...command } as unknown as ProcessCommand;
        const result = decide(first, replay(first, record.events), made);
        record = appendEvents(record, result.ok ? result.value : []);
      }
      expect(whyNot(first, replay(first, record.events), { type: "win" })).toBeNull();
      const to = filed("2", form);
      const result = migrate(record, { from: first, to, milestones: { a: "a" }, ...head, id: "m", reason: "because" });
      const state = result.ok ? result.value.state : null;
      return state && whyNot(to, state, { type: "win" })?.issues.map(({ code }) => code);
    };
    expect(missing({ fields: kind(["new", "old"]) }, { fields: { kind: "old" } })).toBeUndefined();
    expect(missing({ fields: {} }, { fields: { kind: "old" } })).toBeUndefined();
    expect(missing({ fields: kind(["new"]) }, { fields: { kind: "old" } })).toEqual(["form-missing"]);
    expect(missing({ fields: kind(["new"]) }, { fields: { kind: "new" } })).toBeUndefined();
    expect(missing({ fields: { kind: { kind: "integer" } } }, { fields: { kind: "new" } })).toEqual(["form-missing"]);
    expect(missing({ reference: true, fields: kind(["new"]) }, { fields: { kind: "new" } })).toEqual(["form-missing"]);
    const whole = { fields: { kind: "new" }, reference: "file 7" };
    expect(missing({ reference: true, fields: kind(["new"]) }, whole)).toBeUndefined();
  });

  test("E9.9 what an import tells of beside the way is no way back", () => {
    const stays = [{ milestone: "b" }, { milestone: "p" }];
    const history = { ...head, id: "1", source: "crm", stays, closed: { as: "lost" as const } };
    const result = importHistory(twoWays("1"), history);
    const moves = availableMoves(twoWays("1"), replay(twoWays("1"), result.ok ? result.value : []));
    expect(moves.map(({ type, to }) => [type, to])).toEqual([["reopen", "p"]]);
  });

  test("E9.9 options that can't be looked at, and events that are none, are typed errors at once", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const codes = (run: () => unknown): unknown => {
      try {
        return run();
      } catch (error) {
        return isKeyAccountError(error) ? error.issues.map(({ code, path }) => [code, path]) : error;
      }
    };
    const pause = { ...head, id: "1", type: "pause", reason: "because" } as const;
    expect(codes(() => decide(process, after({ type: "start" }), pause, proxy))).toEqual([["unreadable", ["options"]]]);
    expect(decide(process, after({ type: "start" }), pause, null as never).ok).toBe(true);
    const record = openRecord(process, "deal");
    expect(codes(() => appendEvents(record, "x".repeat(50_000_000) as never))).toEqual([["wrong-type", ["events"]]]);
    expect(codes(() => appendEvents(record, new Set() as never))).toEqual([["wrong-type", ["events"]]]);
    expect(codes(() => appendEvents(record, new Array(30_000_000)))).toEqual([["not-json", ["events", 0]]]);
  });

  test("E9.9 an audit names an event that carries nothing, whatever its type", () => {
    let record = openRecord(process, "deal");
    for (const command of [{ type: "start" }, { type: "pause", reason: "because" }, { type: "resume" }]) {
      const made = { ...head, id: command.type, ...command } as unknown as ProcessCommand;
      const result = decide(process, replay(process, record.events), made);
      record = appendEvents(record, result.ok ? result.value : []);
    }
    const processes = [process];
    expect(audit(record, { processes }).isClean).toBe(true);
    for (const data of [null, undefined, 5, "x", []]) {
      const events = record.events.map((event) => (event.type === "resumed" ? { ...event, data } : event)) as never;
      expect(audit({ ...record, events }, { processes }).fault).toMatchObject({ code: "content-differs", index: 2 });
    }
  });

  test("E9.9 an import reads its stays by their places, whatever they say of how to go through them", () => {
    const stays = Object.assign([{ milestone: "a" }], {
      *[Symbol.iterator](): Generator<{ milestone: "a" }> {
        for (;;) yield { milestone: "a" };
      },
    });
    const result = importHistory(process, { ...head, id: "1", source: "crm", stays });
    expect(replay(process, result.ok ? result.value : []).stays).toHaveLength(1);
  });
});
