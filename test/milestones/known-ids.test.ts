import { decide, defineProcess, importHistory, type ProcessCommand, type ProcessEvent, replay } from "keyaccount";
import { keyAccountProcess } from "keyaccount/handbook";
import { given } from "keyaccount/testing";
import { describe, expect, test } from "vitest";
import { asProcess, randomDeal } from "./random-deal.js";

const define = (version: string) =>
  asProcess(
    defineProcess({
      id: "small",
      version,
      milestones: {
        a: { standards: { s: {} }, forms: { f: { fields: { n: { kind: "decimal" } } } }, next: ["b"] },
        b: { back: ["a"], end: true },
      },
      causes: ["price", "time"],
    } as never),
  );
const process = define("1");
const head = { at: "2026-11-02T08:00:00Z", by: "li" };
const start = { ...head, id: "1", type: "start" } as const;
const lose = { ...head, id: "2", type: "lose", cause: "price" } as const;

function eventsOf(commands: readonly ProcessCommand[]): ProcessEvent[] {
  const events: ProcessEvent[] = [];
  for (const command of commands) {
    const result = decide(process, replay(process, events), command, { events });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    events.push(...result.value);
  }
  return events;
}

const events = eventsOf([start, lose]);
const state = replay(process, events);
const again = (command: object, log: readonly ProcessEvent[] | null | undefined = events): unknown => {
  const result = decide(process, state, command as ProcessCommand, { events: log });
  return result.ok ? result.value : result.issues;
};
const TAKEN = [{ code: "already-done", path: ["id"], details: {} }];

describe("E9.9 a command under an id that an event has", () => {
  test("E9.9 the same once more is no move, whenever, in whatever roles and after whatever revision it is sent", () => {
    expect(again(lose)).toEqual([]);
    expect(again({ ...lose, at: "2026-12-01T08:00:00Z", roles: ["boss"], expectedRevision: 0 })).toEqual([]);
    expect(again({ ...start, milestone: "a" })).toEqual([]);
  });

  test("E9.9 one that is written otherwise, but leads to the same, is the same", () => {
    const fields = { n: "1.50" };
    const attach = { ...head, id: "2", type: "attach-form", form: "f", fields } as const;
    const log = eventsOf([start, attach]);
    const known = replay(process, log);
    const other = { ...attach, fields: { n: 1.5 } } as unknown as ProcessCommand;
    expect(decide(process, known, other, { events: log })).toEqual({ ok: true, value: [] });
    const third = { ...attach, fields: { n: "1.51" } } as unknown as ProcessCommand;
    expect(decide(process, known, third, { events: log })).toMatchObject({ ok: false, issues: TAKEN });
  });

  test("E9.9 another type, another content, another person, or one that couldn't have been accepted is refused", () => {
    expect(again({ ...lose, cause: "time" })).toEqual(TAKEN);
    expect(again({ ...lose, by: "wang" })).toEqual(TAKEN);
    expect(again({ ...head, id: "2", type: "pause", reason: "because" })).toEqual(TAKEN);
    expect(again({ ...lose, cause: "none" })).toEqual(TAKEN);
    expect(again({ ...start, milestone: "b" })).toEqual(TAKEN);
  });

  test("E9.9 under the id of an import no command is a repetition", () => {
    const stays = [{ milestone: "a" }];
    const history = importHistory(process, { ...head, id: "1", source: "crm", stays });
    const log = history.ok ? history.value : [];
    const result = decide(process, replay(process, log), start, { events: log });
    expect(result).toEqual({ ok: false, issues: TAKEN, cure: null });
  });

  test("E9.9 where nobody can tell it is taken for the same: without events, without that event, under another process", () => {
    expect(again({ ...lose, cause: "time" }, null)).toEqual([]);
    expect(again({ ...lose, cause: "time" }, undefined)).toEqual(TAKEN);
    expect(again({ ...lose, cause: "time" }, events.slice(0, 1))).toEqual([]);
    expect(decide(define("2"), state as never, { ...lose, cause: "time" }, { events })).toMatchObject({
      ok: true,
    });
    expect(decide(process, state, { ...lose, cause: "time" }).ok).toBe(true);
  });

  test("E9.9 events that can't be read are refused, not thrown", () => {
    for (const log of [5, [null], [{ id: "2" }], [events[1]], {}]) {
      const result = decide(process, state, { ...lose, cause: "time" }, { events: log as never });
      expect(result).toMatchObject({
        ok: false,
        issues: [{ code: expect.stringMatching(/unreadable|already-done/) as string }],
      });
    }
  });

  test("E9.9 every command of 10 random deals is known again, whatever it said", () => {
    const keyAccount = asProcess(keyAccountProcess);
    let known = 0;
    for (let seed = 1; seed <= 10; seed += 1) {
      const { commands, events: log } = randomDeal(seed, 60);
      const last = replay(keyAccount, log);
      for (const command of commands) {
        expect(decide(keyAccount, last, command, { events: log })).toEqual({ ok: true, value: [] });
      }
      known += commands.length;
    }
    expect(known).toBeGreaterThan(80);
  });

  test("E9.9 tests of hosts see it", () => {
    const open = given(process).after(start);
    open.when(start).then();
    open.when({ ...lose, id: "1" }).thenRefused("already-done");
  });
});
