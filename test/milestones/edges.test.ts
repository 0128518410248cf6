import {
  appendEvents,
  audit,
  availableMoves,
  decide,
  defineProcess,
  evolve,
  formatPathStep,
  formatRefusal,
  importHistory,
  openRecord,
  type ProcessCommand,
  type ProcessEvent,
  pathTo,
  replay,
  whyNot,
} from "keyaccount";
import { toMermaid, toXStateConfig } from "keyaccount/charts";
import { projectProcess } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { describe, expect, test } from "vitest";
import { isDay, isLaterMoment, isMoment } from "../../src/ground/moment.js";
import { asProcess, minute } from "./random-deal.js";

const process = asProcess(
  defineProcess({
    id: "p",
    version: "1",
    start: ["a", "b"],
    milestones: {
      a: {
        name: "First",
        definition: "the first",
        rules: ["mind the gap"],
        standards: { s: { evidence: true, text: "seen" } },
        approvals: { ok: { role: "boss" } },
        next: ["b"],
      },
      b: {
        forms: {
          f: { fields: { x: { kind: "text", optional: true }, y: { kind: "choice", options: ["k"] } } },
          o: { optional: true },
        },
        end: true,
        next: ["c"],
      },
      c: { end: true },
    },
    roles: { boss: { holders: 3, text: "the boss" } },
  }),
);
const event = (type: string, data: object, revision = 2): ProcessEvent =>
  ({ v: 1, id: `x${String(revision)}`, revision, at: minute(1), by: "li", roles: [], type, data }) as never;
const started = decide(process, replay(process, []), {
  id: "e1",
  type: "start",
  milestone: "a",
  at: minute(0),
  by: "li",
});
const open = replay(process, started.ok ? started.value : []);
const codes = (command: object, state = open): string[] => {
  const decision = decide(process, state, {
    id: "n",
    at: minute(5),
    by: "li",
    roles: [],
    ...command,
  } as object as ProcessCommand);
  return decision.ok ? [] : decision.issues.map(({ code }) => code);
};

describe("E9.9 at the edges", () => {
  test("E9.9 moments are read as `isInstant` reads them", () => {
    const good = ["2026-11-21T08:30:00Z", "2024-02-29T00:00:00Z", "2000-02-29T23:59:59.123456789Z"];
    const bad = [
      "2026-02-29T00:00:00Z",
      "1900-02-29T00:00:00Z",
      "2026-04-31T00:00:00Z",
      "2026-13-01T00:00:00Z",
      "2026-00-01T00:00:00Z",
      "2026-11-00T00:00:00Z",
      "0000-01-01T00:00:00Z",
      "2026-11-21T24:00:00Z",
      "2026-11-21T08:60:00Z",
      "2026-11-21",
      "",
      5,
      null,
    ];
    expect(good.map(isMoment)).toEqual([true, true, true]);
    expect(bad.map(isMoment)).toEqual(bad.map(() => false));
    expect([isDay("2026-11-21"), isDay("2026-02-30"), isDay(5)]).toEqual([true, false, false]);
    expect(isLaterMoment("2026-11-21T08:30:00.5Z", "2026-11-21T08:30:00Z")).toBe(true);
    expect(isLaterMoment("2026-11-21T08:30:00.50Z", "2026-11-21T08:30:00.5Z")).toBe(false);
    expect(isLaterMoment("2026-11-21T08:30:00Z", "2026-11-21T08:30:00.000Z")).toBe(false);
    expect(isLaterMoment("2026-11-21T08:30:01Z", "2026-11-21T08:30:00Z")).toBe(true);
  });

  test("E9.9 a log from elsewhere: what was never asked for is neither given nor refused, what was never met is withdrawn", () => {
    expect(evolve(open, event("approval-given", { approval: "ok", role: "boss" })).approvals).toEqual([]);
    expect(evolve(open, event("approval-refused", { approval: "ok", reason: "x" })).approvals).toEqual([]);
    expect(evolve(open, event("standard-withdrawn", { standard: "s", reason: "x" })).standards).toMatchObject([
      { status: "withdrawn", evidence: [] },
    ]);
    expect(
      evolve(
        open,
        event("approval-requested", {
          approval: "ok",
          form: null,
          with: { standards: { s: null }, forms: { f: null } },
        }),
      ).forms,
    ).toMatchObject([{ content: {} }]);
    const first = { ...event("paused", { reason: "x", until: null }, 1) };
    expect(evolve(replay(process, []), first).pauses).toMatchObject([{ milestone: "" }]);
    expect(
      evolve(replay(process, []), { ...event("reopened", { to: "a", reason: "x", undoesWin: false }, 1) }).closings,
    ).toEqual([]);
    expect(evolve(replay(process, []), { ...event("lost", { cause: "x" }, 1) }).closings).toMatchObject([
      { milestone: "" },
    ]);
    const name = { id: "p", version: "1", hash: "h" };
    const moved = evolve(replay(process, []), {
      ...event("migrated", { from: name, to: name, milestones: {}, standards: {}, tasks: {}, forms: {} }, 1),
    });
    expect([moved.milestone, moved.won]).toEqual([null, null]);
    expect(
      evolve(replay(process, []), {
        ...event("history-imported", { process: name, stays: [], closed: null, won: null, source: "x" }, 1),
      }).milestone,
    ).toBeNull();
    const request = { ...event("approval-requested", { approval: "ok", form: null }) };
    expect(
      evolve(evolve(open, request), {
        ...event("migrated", { from: name, to: name, milestones: {}, standards: {}, tasks: {}, forms: {} }, 3),
      }).approvals,
    ).toMatchObject([{ form: null }]);
    for (const bad of [{ id: 5 }, { at: 5 }, { by: 5 }, { v: 2 }, { type: "flown" }, { revision: 9 }])
      expect(() => evolve(open, { ...event("resumed", {}), ...bad } as never)).toThrow(
        expect.objectContaining({ name: "KeyAccountError" }) as Error,
      );
  });

  test("E9.9 a gate asks for the evidence and the fields that the process asks for now", () => {
    const bare = evolve(open, event("standard-met", { standard: "s", evidence: [] }));
    expect(codes({ type: "advance" }, bare)).toEqual(["evidence-missing", "approval-missing"]);
    const roles = { roles: ["boss"], type: "override", reason: "x" };
    expect(codes(roles, bare)).toEqual(["role-missing"]);
    const b = decide(process, replay(process, []), {
      id: "e1",
      type: "start",
      milestone: "b",
      at: minute(0),
      by: "li",
    });
    const atB = replay(process, b.ok ? b.value : []);
    const half = evolve(atB, event("form-attached", { form: "f", content: { fields: { x: "1" } } }));
    expect(codes({ type: "win" }, half)).toEqual(["form-missing"]);
    expect(codes({ type: "win", with: { forms: { f: { fields: { y: "k" } } } } }, half)).toEqual([]);
    expect(codes({ type: "attach-form", form: "f", fields: { y: "q" } }, half)).toEqual(["unknown-value"]);
    expect(codes({ type: "attach-form", form: "none" }, half)).toEqual(["unknown-value"]);
    expect(codes({ type: "attach-form", form: "o", reference: "r" }, half)).toEqual([]);
    expect(codes({ type: "start", milestone: "mars" }, replay(process, []))).toEqual(["unknown-value"]);
    expect(availableMoves(process, atB).map(({ type, to }) => [type, to])).toContainEqual(["win", null]);
  });

  test("E9.9 an audit of a log that can't be, and questions about ids that nobody has", () => {
    const record = appendEvents(openRecord(process, "deal"), started.ok ? started.value : []);
    expect(
      audit({ ...record, events: [...record.events, record.events[0] as never] }, { processes: [process] }).fault,
    ).toMatchObject({ code: "not-an-event", reasons: ["already-done"] });
    expect(audit({ ...record, events: [{ id: 5 } as never] }, { processes: [process] }).fault).toMatchObject({
      code: "not-an-event",
      id: null,
    });
    const flown = { ...record, events: [{ ...record.events[0], type: "flown" } as never] };
    expect(audit(flown, { processes: [process] }).fault?.code).toBe("not-an-event");
    expect(pathTo(process, open, "mars")).toBeNull();
    expect(whyNot(process, { ...open, ids: ["-", "--"] }, { type: "pause", reason: "x" })).toBeNull();
    expect(whyNot(process, replay(process, []), { type: "start" }, { by: "li" })).toBeNull();
    const history = importHistory(process, {
      id: "i",
      at: minute(0),
      by: "li",
      source: "s",
      stays: [{ milestone: "a" }],
      closed: { as: "won", cause: null },
    });
    expect(history.ok).toBe(true);
  });

  test("E9.9 charts and words of a host's own process", () => {
    expect(toMermaid(process, { locale: en })).toContain('m0["First"]');
    expect(toMermaid(process, { locale: en })).toContain('m1[["b"]]');
    expect(toMermaid(process, { state: { ...open, milestone: "gone" } })).not.toContain(" here\n");
    expect(toMermaid(process, open)).toBe(toMermaid(process, { state: open }));
    expect(toMermaid(process, open)).not.toBe(toMermaid(process));
    expect(JSON.parse(JSON.stringify(toXStateConfig(process)))).toEqual(toXStateConfig(process));
    expect(formatPathStep({ milestone: "own", missing: [] }, en)).toBe("Nothing is missing (own).");
    expect(formatRefusal({ code: "not-here", path: [], details: { milestone: "own", at: "bid" } }, en)).toBe(
      "That belongs to own; the deal is at bid.",
    );
  });

  test("E2.4 the way to a project's contract needs no bid", () => {
    const begun = decide(projectProcess, replay(projectProcess, []), {
      id: "e1",
      type: "start",
      at: minute(0),
      by: "li",
    });
    const way = pathTo(projectProcess, replay(projectProcess, begun.ok ? begun.value : []), "delivery");
    expect(way?.map(({ milestone }) => milestone)).toEqual(["visit", "approval", "solution", "contract"]);
  });

  test("E9.9 a state of another process, or of none, leads nowhere", () => {
    const gone = { ...open, milestone: "gone" };
    expect(availableMoves(process, gone as never).map(({ type }) => type)).toEqual(["pause"]);
    expect(pathTo(process, gone as never, "a")).toBeNull();
    expect(codes({ type: "advance" }, gone as never)).toEqual([]);
    expect(codes({ type: "go-back", to: "a", reason: "x", id: "" }, replay(process, []))).toEqual([
      "required",
      "wrong-status",
    ]);
    expect(codes({ type: "resume", note: 5 }, replay(process, []))).toEqual(["wrong-status", "wrong-type"]);
    const bad = importHistory(process, {
      id: "i",
      at: minute(0),
      by: "li",
      source: "s",
      stays: [],
      closed: { as: "won" },
    });
    expect(bad.ok).toBe(false);
    expect(formatRefusal({ code: "revision-conflict", path: [], details: { expected: 3, received: 2 } }, en)).toBe(
      "Somebody else was quicker: the deal is at revision 3, not 2.",
    );
  });

  test("E9.9 an approval given in another role than the process asks for now doesn't count; a task of nobody's holds the gate", () => {
    const asked = evolve(open, event("approval-requested", { approval: "ok", form: null }));
    const given = evolve(asked, event("approval-given", { approval: "ok", role: "clerk" }, 3));
    expect(codes({ type: "advance" }, given)).toEqual(["standard-unmet", "approval-missing"]);
    const small = asProcess(
      defineProcess({
        id: "t",
        version: "1",
        milestones: { a: { tasks: { t: {} }, end: true } },
        effort: { after: "a", counts: "cost-and-time", early: "flag" },
        roles: { boss: {} },
        override: { roles: ["boss"] },
      }),
    );
    const begun = decide(small, replay(small, []), { id: "e1", type: "start", at: minute(0), by: "li" });
    const record = appendEvents(openRecord(small, "d"), begun.ok ? begun.value : []);
    const state = replay(small, record.events);
    expect(whyNot(small, state, { type: "win" })?.cure).toMatchObject({
      properties: { with: { properties: { tasks: { minItems: 1 } } } },
    });
    expect(whyNot(small, state, { type: "record-effort", contact: true })).toBeNull();
    const over = decide(small, state, {
      id: "e2",
      type: "override",
      reason: "x",
      at: minute(1),
      by: "wang",
      roles: ["boss"],
    });
    const closed = appendEvents(record, over.ok ? over.value : []);
    expect(audit(closed, { processes: [small] })).toMatchObject({ isClean: true, sound: 2 });
  });

  test("E9.9 nothing lies behind by a migration that an earlier release stored, nor in another process", () => {
    const none = { milestones: {}, standards: {}, tasks: {}, forms: {} };
    const passed = evolve(open, event("advanced", { from: "a", to: "b", wins: false }));
    const name = passed.process;
    const moved = evolve(passed, event("migrated", { from: name, to: name, ...none }, 3));
    const back = { type: "go-back", to: "a", reason: "x" };
    expect(codes(back, moved)).toEqual(["not-reachable"]);
    const other = asProcess(
      defineProcess({ id: "o", version: "1", milestones: { y: { next: ["a"] }, a: { end: true } } }),
    );
    const begun = decide(other, replay(other, []), { id: "e1", type: "start", at: minute(0), by: "li" });
    const there = replay(other, begun.ok ? begun.value : []);
    const away = evolve(there, event("advanced", { from: "y", to: "a", wins: false }));
    expect(codes({ ...back, to: "b" }, away)).toEqual(["process-mismatch", "not-reachable"]);
  });
});
