import {
  appendEvents,
  availableMoves,
  decide,
  defineProcess,
  evolve,
  importHistory,
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
      const result = decide(process, state, { ...head, id: String(index), ...command } as ProcessCommand);
      if (!result.ok) throw new Error(JSON.stringify(result.issues));
      return result.value.reduce((before, event) => evolve(before, event), state);
    },
    replay(process, []),
  );
}

const issuesOf = (state: ProcessState, command: object): unknown => {
  const result = decide(process, state, { ...head, id: "x", ...command } as ProcessCommand);
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
      asProcess(defineProcess({ id: "f", version, milestones: { a: { forms: { f: form }, end: true } } } as never));
    const kind = (options: readonly string[]): object => ({ kind: { kind: "choice", options } });
    const first = filed("1", { fields: kind(["old", "new"]) });
    const missing = (form: object, fields: object): unknown => {
      let record = openRecord(first, "deal");
      for (const command of [{ type: "start" }, { type: "attach-form", form: "f", ...fields }]) {
        const made = { ...head, id: command.type, ...command } as ProcessCommand;
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
