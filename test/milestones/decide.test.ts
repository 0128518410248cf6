import { Ajv } from "ajv";
import {
  availableMoves,
  type Decision,
  decide,
  defineProcess,
  evolve,
  formatPathStep,
  formatRefusal,
  importHistory,
  type ProcessCommand,
  type ProcessState,
  pathTo,
  replay,
  whyNot,
} from "keyaccount";
import { keyAccountProcess } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";
import { asProcess, minute } from "./random-deal.js";

const process = asProcess(
  defineProcess({
    id: "small",
    version: "1",
    milestones: {
      talk: {
        standards: { clear: {}, proven: { evidence: true } },
        tasks: { call: { role: "seller" }, look: { optional: true } },
        forms: {
          paper: {
            fields: {
              sum: { kind: "decimal" },
              on: { kind: "day", optional: true },
              how: { kind: "choice", options: ["cash", "credit"], optional: true },
              many: { kind: "integer", optional: true },
              sure: { kind: "flag", optional: true },
              word: { kind: "text", optional: true },
            },
          },
        },
        next: ["judge"],
      },
      judge: {
        approvals: { ok: { role: "boss", count: 2, form: "paper", separation: "contributors" } },
        next: ["order", "drop"],
        back: ["talk"],
        wins: true,
      },
      order: { standards: { done: {} }, back: ["judge"], end: true },
      drop: { back: ["talk", "judge"], end: true },
    },
    roles: { boss: {}, seller: {} },
    causes: ["price"],
    override: { roles: ["boss"] },
    effort: { after: "judge", early: "refuse" },
  }),
);

let count = 0;
type Part = Omit<ProcessCommand, "id" | "at" | "by"> & { by?: string; at?: string; id?: string };
const command = (part: object): ProcessCommand =>
  ({
    id: `c${String((count += 1))}`,
    at: minute(count),
    by: "li",
    roles: ["seller"],
    ...(part as Part),
  }) as ProcessCommand;
const boss = { by: "wang", roles: ["boss"] };
const after = (state: ProcessState, ...parts: readonly object[]): ProcessState => {
  let now = state;
  for (const part of parts) {
    const decision = decide(process, now, command(part));
    if (!decision.ok) throw new Error(JSON.stringify(decision.issues));
    for (const event of decision.value) now = evolve(now, event);
  }
  return now;
};
const refusals = (decision: Decision): string[] =>
  decision.ok ? [] : decision.issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
const tried = (state: ProcessState, part: object): string[] => refusals(decide(process, state, command(part)));

const empty = replay(process, []);
const open = after(empty, { type: "start" });
const evidence = [{ kind: "note", text: "seen" }];
const work = {
  standards: { clear: {}, proven: { evidence } },
  tasks: ["call"],
  forms: { paper: { fields: { sum: "12.50", on: "2026-11-02", how: "cash", many: 3, sure: true, word: "x" } } },
};
const judged = after(open, { type: "advance", with: work });
const approved = after(
  judged,
  { type: "request-approval", approval: "ok" },
  { type: "give-approval", approval: "ok", ...boss, note: "fine" },
  { type: "give-approval", approval: "ok", by: "zhao", roles: ["boss"] },
);

describe("E9.9 gates", () => {
  test("E9.9 a refusal names everything that is missing, and its schema what would cure it", () => {
    const decision = decide(process, open, command({ type: "advance" }));
    expect(refusals(decision)).toEqual([
      "standard-unmet at with.standards.clear",
      "standard-unmet at with.standards.proven",
      "task-open at with.tasks",
      "form-missing at with.forms.paper",
    ]);
    const cure = decision.ok ? null : decision.cure;
    const valid = new Ajv({ strict: false, formats: { date: true } }).compile(cure ?? {});
    expect(valid({ with: work })).toBe(true);
    expect(valid({ with: { ...work, standards: { clear: {}, proven: {} } } })).toBe(false);
    expect(valid({ with: { ...work, tasks: [] } })).toBe(false);
    expect(valid({ with: { ...work, forms: { paper: { fields: { sum: 5 } } } } })).toBe(false);
    expect(judged).toMatchObject({ milestone: "judge", revision: 2 });
    expect(judged.forms[0]?.content.fields).toEqual({
      sum: "12.5",
      on: "2026-11-02",
      how: "cash",
      many: 3,
      sure: true,
      word: "x",
    });
  });

  test("E9.9 one thing that is wrong with what comes along refuses all of it", () => {
    expect(tried(open, { type: "advance", with: { ...work, standards: { clear: {}, proven: {} } } })).toEqual([
      "evidence-missing at with.standards.proven.evidence",
    ]);
    expect(tried(open, { type: "advance", with: { ...work, tasks: ["call", "call", "gone"] } })).toEqual([
      "too-many at with.tasks",
      "task-open at with.tasks",
    ]);
    expect(tried(open, { type: "advance", with: { ...work, tasks: ["call", "call"] } })).toEqual([
      "already-done at with.tasks.1",
    ]);
    expect(
      tried(open, { type: "advance", with: { ...work, standards: { clear: 5, none: {}, proven: { evidence } } } }),
    ).toEqual(["wrong-type at with.standards.clear", "unknown-value at with.standards.none"]);
    expect(tried(open, { type: "advance", with: { ...work, tasks: "call" } })).toEqual([
      "wrong-type at with.tasks",
      "task-open at with.tasks",
    ]);
    expect(tried(open, { type: "advance", with: 5 })).toContain("wrong-type at with");
    expect(
      tried(open, {
        type: "advance",
        with: {
          ...work,
          forms: {
            paper: {
              fields: { sum: "x", on: "2026-02-30", how: "barter", many: 1.5, sure: "yes", word: " ", more: 1 },
            },
          },
        },
      }),
    ).toEqual([
      "unknown-key at with.forms.paper.fields.more",
      "not-a-decimal at with.forms.paper.fields.sum",
      "not-a-date at with.forms.paper.fields.on",
      "unknown-value at with.forms.paper.fields.how",
      "wrong-type at with.forms.paper.fields.many",
      "unexpected-text at with.forms.paper.fields.sure",
      "required at with.forms.paper.fields.word",
    ]);
    expect(tried(open, { type: "advance", with: { ...work, forms: { paper: { fields: [] }, none: {} } } })).toEqual([
      "wrong-type at with.forms.paper.fields",
      "unknown-value at with.forms.none",
    ]);
    expect(tried(open, { type: "advance", with: { ...work, forms: { paper: { reference: 5 } } } })).toEqual([
      "required at with.forms.paper.fields.sum",
      "wrong-type at with.forms.paper.reference",
    ]);
  });

  test("E9.9 a jump is refused, and so is a choice that nobody made", () => {
    expect(tried(open, { type: "advance", to: "order", with: work })).toEqual(["not-reachable at to"]);
    expect(tried(open, { type: "advance", to: "mars", with: work })).toEqual(["unknown-value at to"]);
    expect(tried(approved, { type: "advance" })).toEqual(["required at to"]);
    const decision = decide(process, approved, command({ type: "advance" }));
    expect(decision.ok ? null : decision.cure).toEqual({
      type: "object",
      properties: { to: { enum: ["order", "drop"] } },
      required: ["to"],
    });
    const order = after(approved, { type: "advance", to: "order" });
    expect(tried(order, { type: "advance", with: { standards: { done: {} } } })).toEqual(["not-reachable at to"]);
    expect(tried(approved, { type: "win" })).toEqual(["not-reachable at type"]);
    expect(tried(open, { type: "go-back", to: "order", reason: "x" })).toEqual(["not-reachable at to"]);
  });

  test("E9.9 what was withdrawn holds no more; a passed gate stays passed", () => {
    const met = after(
      open,
      { type: "meet", standard: "clear" },
      { type: "withdraw", standard: "clear", reason: "it wasn't" },
    );
    expect(met.standards).toMatchObject([{ id: "clear", status: "withdrawn" }]);
    expect(tried(met, { type: "advance", with: { ...work, standards: { proven: { evidence } } } })).toEqual([
      "standard-unmet at with.standards.clear",
    ]);
    expect(tried(open, { type: "withdraw", standard: "clear", reason: "x" })).toEqual(["standard-unmet at standard"]);
    expect(tried(open, { type: "withdraw", standard: "none" })).toEqual([
      "unknown-value at standard",
      "required at reason",
    ]);
    expect(tried(open, { type: "meet", standard: "proven" })).toEqual(["evidence-missing at evidence"]);
    expect(tried(open, { type: "meet", standard: "proven", evidence: [5, { kind: "x", text: "" }] })).toEqual([
      "wrong-type at evidence.0",
      "unknown-value at evidence.1.kind",
      "required at evidence.1.text",
    ]);
    expect(tried(open, { type: "meet", standard: "clear", evidence: "x" })).toEqual(["wrong-type at evidence"]);
    expect(tried(open, { type: "meet", standard: "clear", evidence: new Array(51).fill(evidence[0]) })).toEqual([
      "too-many at evidence",
    ]);
  });

  test("E9.9 a task is its role's, and done once", () => {
    expect(tried(open, { type: "complete-task", task: "call", roles: [] })).toEqual(["role-missing at task"]);
    expect(
      tried(after(open, { type: "complete-task", task: "call" }), { type: "complete-task", task: "call" }),
    ).toEqual(["already-done at task"]);
    const decision = decide(
      process,
      open,
      command({ type: "advance", roles: [], with: { ...work, tasks: undefined } }),
    );
    expect([refusals(decision), decision.ok ? 0 : decision.cure]).toEqual([["task-open at with.tasks"], null]);
  });
});

describe("E9.3 approvals", () => {
  const asked = after(judged, { type: "request-approval", approval: "ok" });

  test("E9.3 need the role, and somebody who neither asked nor approved nor did the work", () => {
    expect(tried(judged, { type: "give-approval", approval: "ok", ...boss })).toEqual(["not-requested at approval"]);
    expect(tried(asked, { type: "give-approval", approval: "ok", by: "wang" })).toEqual(["role-missing at roles"]);
    expect(tried(asked, { type: "give-approval", approval: "ok", by: "li", roles: ["boss"] })).toEqual([
      "same-person at by",
    ]);
    const once = after(asked, { type: "give-approval", approval: "ok", ...boss });
    expect(tried(once, { type: "give-approval", approval: "ok", ...boss })).toEqual(["same-person at by"]);
    expect(tried(once, { type: "advance", to: "order" })).toEqual(["approval-missing at "]);
    expect(tried(approved, { type: "give-approval", approval: "ok", by: "sun", roles: ["boss"] })).toEqual([
      "already-done at approval",
    ]);
    expect(tried(approved, { type: "advance", to: "order" })).toEqual([]);
    expect(tried(open, { type: "request-approval", approval: "ok" })).toEqual(["not-here at approval"]);
    expect(tried(asked, { type: "request-approval", approval: "ok" })).toEqual(["already-done at approval"]);
    expect(tried(asked, { type: "request-approval", approval: "none" })).toEqual(["unknown-value at approval"]);
  });

  test("E9.3 who did the milestone's work approves nothing, where the process says so", () => {
    const strict = asProcess(
      defineProcess({
        id: "s",
        version: "1",
        milestones: {
          a: {
            standards: { s: {} },
            tasks: { t: {} },
            forms: { f: {} },
            approvals: { ok: { role: "boss", separation: "contributors" } },
            end: true,
          },
        },
        roles: { boss: {} },
      }),
    );
    let state = replay(strict, []);
    const run = (part: object): string[] => {
      const decision = decide(strict, state, command({ roles: ["boss"], ...part }));
      for (const event of decision.ok ? decision.value : []) state = evolve(state, event);
      return refusals(decision);
    };
    run({ type: "start" });
    run({ type: "meet", standard: "s", by: "one" });
    run({ type: "complete-task", task: "t", by: "two" });
    run({ type: "attach-form", form: "f", by: "three" });
    run({ type: "request-approval", approval: "ok", by: "four" });
    for (const by of ["one", "two", "three", "four"])
      expect(run({ type: "give-approval", approval: "ok", by })).toEqual(["same-person at by"]);
    expect(run({ type: "give-approval", approval: "ok", by: "five" })).toEqual([]);
    expect(run({ type: "win" })).toEqual([]);
  });

  test("E9.3 a refusal, a new filling of the form, and leaving the milestone end an approval", () => {
    const no = after(asked, { type: "refuse-approval", approval: "ok", reason: "too dear", ...boss });
    expect(no.approvals).toMatchObject([{ id: "ok", given: [], refused: { by: "wang", reason: "too dear" } }]);
    expect(tried(no, { type: "give-approval", approval: "ok", ...boss })).toEqual(["not-requested at approval"]);
    expect(tried(no, { type: "request-approval", approval: "ok" })).toEqual([]);
    expect(tried(asked, { type: "refuse-approval", approval: "ok", ...boss })).toEqual(["required at reason"]);
    expect(after(approved, { type: "attach-form", form: "paper", fields: { sum: "9" } }).approvals).toEqual([]);
    expect(
      tried(approved, { type: "advance", to: "order", with: { forms: { paper: { fields: { sum: "9" } } } } }),
    ).toEqual(["approval-missing at "]);
    expect(after(approved, { type: "go-back", to: "talk", reason: "x" }).approvals).toEqual([]);
    expect(
      tried(asked, { type: "request-approval", approval: "ok", with: { forms: { paper: { fields: { sum: "9" } } } } }),
    ).toEqual([]);
    const bare = after(open, { type: "override", reason: "x", ...boss });
    expect(tried(bare, { type: "request-approval", approval: "ok" })).toEqual(["form-missing at with.forms.paper"]);
  });
});

describe("E9.9 other moves", () => {
  test("E9.9 an override needs a role and a reason, says what didn't hold, and stays", () => {
    expect(tried(open, { type: "override" })).toEqual(["required at reason", "role-missing at roles"]);
    expect(tried(approved, { type: "override", to: "order", reason: "x", ...boss })).toEqual(["gate-holds at type"]);
    const passed = after(open, {
      type: "override",
      reason: "the client insists",
      ...boss,
      with: { standards: { clear: {} } },
    });
    expect(passed.overrides).toEqual([
      {
        at: passed.at,
        by: "wang",
        milestone: "talk",
        role: "boss",
        reason: "the client insists",
        unmet: { standards: ["proven"], tasks: ["call"], forms: ["paper"], approvals: [] },
      },
    ]);
    expect(passed.stays.map(({ exit }) => exit)).toEqual(["overridden", null]);
    const last = after(approved, { type: "advance", to: "order" }, { type: "override", reason: "x", ...boss });
    expect([last.status, last.closings.length, last.won?.milestone]).toEqual(["won", 1, "judge"]);
    expect(tried(empty, { type: "override", reason: "x", ...boss })).toEqual(["wrong-status at "]);
  });

  test("E9.9 going back, pausing, losing, winning and opening again are kept with who, when and why", () => {
    const back = after(judged, { type: "go-back", to: "talk", reason: "not clear" });
    expect(back.stays.map(({ milestone, entry, exit }) => [milestone, entry, exit])).toEqual([
      ["talk", "started", "passed"],
      ["judge", "advanced", "back"],
      ["talk", "back", null],
    ]);
    const paused = after(open, { type: "pause", reason: "holiday", until: "2026-12-01" });
    expect(tried(paused, { type: "meet", standard: "clear" })).toEqual(["wrong-status at "]);
    expect(tried(paused, { type: "advance" })[0]).toBe("wrong-status at ");
    expect(tried(open, { type: "pause", until: "soon" })).toEqual(["required at reason", "not-a-date at until"]);
    expect(tried(open, { type: "resume" })).toEqual(["wrong-status at "]);
    const lost = after(paused, { type: "lose", cause: "price", note: "for now" });
    expect(lost.pauses).toMatchObject([{ reason: "holiday", until: "2026-12-01", to: lost.at }]);
    expect(lost).toMatchObject({
      status: "lost",
      milestone: "talk",
      closings: [{ as: "lost", cause: "price", reopened: null }],
    });
    expect(tried(open, { type: "lose" })).toEqual(["required at cause"]);
    expect(tried(lost, { type: "reopen", to: "order", reason: "x" })).toEqual(["not-reachable at to"]);
    expect(tried(lost, { type: "reopen", to: "mars", reason: "x" })).toEqual(["unknown-value at to"]);
    expect(tried(open, { type: "reopen" })).toEqual(["wrong-status at ", "required at reason"]);
    const again = after(lost, { type: "reopen", reason: "they called" });
    expect(again).toMatchObject({
      status: "open",
      milestone: "talk",
      closings: [{ reopened: { reason: "they called" } }],
    });
  });

  test("E9.7 an order is won where the process says so, and no more once that gate lies ahead again", () => {
    const order = after(approved, { type: "advance", to: "order" });
    expect(order.won).toEqual({ at: order.at, milestone: "judge" });
    expect(after(order, { type: "go-back", to: "judge", reason: "x" }).won).toBeNull();
    const closed = after(order, { type: "win", with: { standards: { done: {} } } });
    expect([closed.status, closed.won]).toEqual(["won", order.won]);
    expect(after(closed, { type: "reopen", reason: "a complaint" }).won).toEqual(order.won);
    expect(after(closed, { type: "reopen", to: "talk", reason: "all anew" }).won).toBeNull();
  });

  test("E9.3 E7.3 no cost before approval; contacts and time always", () => {
    const cost = { amount: "12.50", currency: "CNY" };
    expect(tried(open, { type: "record-effort", cost })).toEqual(["effort-too-early at cost"]);
    expect(
      tried(open, { type: "record-effort", contact: true, minutes: 30, cost: { amount: "0", currency: "CNY" } }),
    ).toEqual([]);
    expect(tried(open, { type: "record-effort" })).toEqual(["nothing-recorded at "]);
    expect(
      tried(open, { type: "record-effort", contact: 1, minutes: -1, cost: { amount: "-1", currency: "yuan" } }),
    ).toEqual([
      "wrong-type at contact",
      "out-of-range at minutes",
      "not-a-currency at cost.currency",
      "out-of-range at cost.amount",
    ]);
    expect(tried(open, { type: "record-effort", cost: 5 })).toEqual(["wrong-type at cost"]);
    expect(tried(open, { type: "record-effort", minutes: "12" })).toEqual(["unexpected-text at minutes"]);
    const order = after(approved, { type: "advance", to: "order" });
    const spent = after(
      order,
      { type: "record-effort", contact: true, minutes: 30, cost },
      { type: "record-effort", cost: { amount: 0.5, currency: "CNY" }, note: "tea" },
    );
    expect(spent.efforts).toEqual({ order: { contacts: 1, minutes: 30, costs: { CNY: "13" }, early: 0 } });
    expect(tried(after(order, { type: "go-back", to: "judge", reason: "x" }), { type: "record-effort", cost })).toEqual(
      ["effort-too-early at cost"],
    );
    const flagging = asProcess(
      defineProcess({
        id: "f",
        version: "1",
        milestones: { a: { next: ["b"] }, b: { end: true } },
        effort: { after: "a", early: "flag", counts: "cost-and-time" },
      }),
    );
    const started = decide(flagging, replay(flagging, []), command({ type: "start" }));
    const state = replay(flagging, started.ok ? started.value : []);
    const early = decide(flagging, state, command({ type: "record-effort", minutes: 5 }));
    expect(early.ok && evolve(state, early.value[0] as never).efforts["a"]).toEqual({
      contacts: 0,
      minutes: 5,
      costs: {},
      early: 1,
    });
    const strict = asProcess(
      defineProcess({
        id: "g",
        version: "1",
        milestones: { a: { next: ["b"] }, b: { end: true } },
        effort: { after: "a", counts: "cost-and-time" },
      }),
    );
    const begun = decide(strict, replay(strict, []), command({ type: "start" }));
    expect(
      refusals(
        decide(strict, replay(strict, begun.ok ? begun.value : []), command({ type: "record-effort", minutes: 5 })),
      ),
    ).toEqual(["effort-too-early at minutes"]);
  });

  test("E9.9 who, when, in which order, by which process", () => {
    expect(tried(empty, { type: "start", id: " ", by: 5, at: "today", roles: "boss" })).toEqual([
      "required at id",
      "wrong-type at by",
      "not-a-date at at",
      "wrong-type at roles",
    ]);
    expect(tried(empty, { type: "start", roles: new Array(101).fill("x") })).toEqual(["too-many at roles"]);
    expect(tried(empty, { type: "start", roles: [""] })).toEqual(["required at roles.0"]);
    expect(tried(empty, { type: "start", by: "x".repeat(129) })).toEqual(["too-long at by"]);
    expect(tried(open, { type: "meet", standard: "clear", at: "2026-11-01T00:00:00Z" })).toEqual([
      "out-of-order at at",
    ]);
    expect(tried(open, { type: "meet", standard: "clear", expectedRevision: 0 })).toEqual([
      "revision-conflict at expectedRevision",
    ]);
    expect(tried(open, { type: "meet", standard: "clear", expectedRevision: "1" })).toEqual([
      "unexpected-text at expectedRevision",
    ]);
    expect(tried(open, { type: "meet", standard: "clear", expectedRevision: 1 })).toEqual([]);
    expect(tried(empty, { type: "start", milestone: "order" })).toEqual(["not-reachable at milestone"]);
    expect(tried(open, { type: "start" })).toEqual(["wrong-status at "]);
    expect(tried(open, { type: "fly" })).toEqual(["unknown-value at type"]);
    expect(refusals(decide(asProcess(keyAccountProcess), open, command({ type: "resume" })))).toEqual([
      "process-mismatch at ",
      "wrong-status at ",
    ]);
  });
});

describe("E9.9 history from elsewhere", () => {
  const head = { id: "i", at: minute(0), by: "admin", source: "crm.csv" };

  test("E9.9 proves nothing, and unknown dates stay unknown", () => {
    const result = importHistory(process, {
      ...head,
      stays: [
        { milestone: "talk" },
        { milestone: "judge", entered: "2026-10-01", left: "2026-10-05T08:00:00Z" },
        { milestone: "order" },
      ],
    });
    const state = replay(process, result.ok ? result.value : []);
    expect(state.stays).toEqual([
      { milestone: "talk", entered: null, left: null, entry: "imported", exit: "not-proven" },
      {
        milestone: "judge",
        entered: "2026-10-01",
        left: "2026-10-05T08:00:00Z",
        entry: "imported",
        exit: "not-proven",
      },
      { milestone: "order", entered: null, left: null, entry: "imported", exit: null },
    ]);
    expect(state).toMatchObject({
      status: "open",
      milestone: "order",
      standards: [],
      won: { at: "2026-10-05T08:00:00Z", milestone: "judge" },
    });
    expect(tried(state, { type: "record-effort", cost: { amount: 1, currency: "CNY" } })).toEqual([]);
    expect(tried(state, { type: "win" })).toEqual(["standard-unmet at with.standards.done"]);
  });

  test("E9.9 may be closed", () => {
    const lost = importHistory(process, {
      ...head,
      stays: [{ milestone: "talk" }],
      closed: { as: "lost", cause: "price", at: "2026-10-01" },
    });
    expect(replay(process, lost.ok ? lost.value : [])).toMatchObject({
      status: "lost",
      stays: [{ exit: "lost" }],
      closings: [{ as: "lost", cause: "price", at: "2026-10-01" }],
    });
    const won = importHistory(process, { ...head, stays: [{ milestone: "talk" }], closed: { as: "won" } });
    expect(replay(process, won.ok ? won.value : [])).toMatchObject({
      status: "won",
      won: { at: null, milestone: "talk" },
      stays: [{ exit: "not-proven" }],
    });
  });

  test("E9.9 is refused with everything that is wrong", () => {
    const bad = (history: object): string[] => refusals(importHistory(process, { ...head, ...history } as never));
    expect(bad({})).toEqual(["wrong-type at stays"]);
    expect(bad({ stays: [], source: "" })).toEqual(["required at source", "out-of-range at stays"]);
    expect(bad({ stays: [5, { milestone: "mars", entered: "x" }, { milestone: "talk", left: "2026-10-01" }] })).toEqual(
      [
        "wrong-type at stays.0",
        "unknown-value at stays.1.milestone",
        "not-a-date at stays.1.entered",
        "wrong-status at stays.2.left",
      ],
    );
    expect(
      bad({
        stays: [
          { milestone: "talk", entered: "2026-10-05", left: "2026-10-01" },
          { milestone: "judge", entered: "2026-12-01" },
        ],
      }),
    ).toEqual(["out-of-order at stays.0.left", "out-of-order at at"]);
    expect(bad({ stays: [{ milestone: "talk" }], closed: { as: "gone", cause: "x", at: "y" } })).toEqual([
      "unknown-value at closed.as",
      "not-a-date at closed.at",
      "unknown-value at closed.cause",
    ]);
    expect(bad({ stays: [{ milestone: "talk" }], closed: 5 })).toEqual(["wrong-type at closed"]);
    expect(refusals(importHistory(process, null as never))).toEqual(["wrong-type at "]);
    expect(
      refusals(
        importHistory(process, {
          get id() {
            throw new Error("no");
          },
        } as never),
      ),
    ).toEqual(["unreadable at "]);
  });
});

describe("E9.9 questions", () => {
  test("E9.9 whyNot says what decide would refuse, availableMoves where one can go", () => {
    expect(whyNot(process, open, { type: "pause", reason: "x" })).toBeNull();
    expect(whyNot(process, open, { type: "override", reason: "x" }, { roles: ["boss"] })).toBeNull();
    expect(whyNot(process, open, null as never)?.issues[0].code).toBe("wrong-type");
    expect(whyNot(process, open, 5 as never)?.issues[0].code).toBe("wrong-type");
    const thrower = {
      get type() {
        throw new Error("no");
      },
    };
    expect(whyNot(process, open, thrower as never)?.issues[0].code).toBeDefined();
    const moves = (state: ProcessState, roles: string[] = []): string[] =>
      availableMoves(process, state, { roles }).map(
        ({ type, to, isOpen }) => `${type} ${to ?? ""}${isOpen ? "" : " !"}`,
      );
    expect(moves(empty)).toEqual(["start talk"]);
    expect(moves(open)).toEqual(["advance judge !", "pause ", "lose "]);
    expect(moves(open, ["boss"])).toEqual(["advance judge !", "override judge", "pause ", "lose "]);
    expect(moves(approved)).toEqual(["advance order", "advance drop", "go-back talk", "pause ", "lose "]);
    expect(moves(after(approved, { type: "advance", to: "order" }), ["boss"])).toEqual([
      "override ",
      "go-back judge",
      "pause ",
      "lose ",
      "win  !",
    ]);
    expect(moves(after(open, { type: "pause", reason: "x" }))).toEqual(["resume ", "lose "]);
    expect(moves(after(judged, { type: "lose", cause: "price" }))).toEqual(["reopen talk", "reopen judge"]);
  });

  test("E9.9 pathTo lists all work that is left, gate by gate", () => {
    expect(pathTo(process, open, "order")?.map(({ milestone, missing }) => [milestone, missing.length])).toEqual([
      ["talk", 4],
      ["judge", 1],
    ]);
    expect(pathTo(process, approved, "drop")).toEqual([{ milestone: "judge", missing: [] }]);
    expect(pathTo(process, open, "talk")).toEqual([]);
    expect(pathTo(process, judged, "talk")).toBeNull();
    expect(pathTo(process, empty, "talk")).toBeNull();
  });

  test("E9.9 refusals and steps in words", () => {
    const own = asProcess(keyAccountProcess);
    const started = decide(own, replay(own, []), command({ type: "start" }));
    const state = replay(own, started.ok ? started.value : []);
    expect(pathTo(own, state, "visit")?.map((step) => formatPathStep(step, en))).toEqual([
      "Work standard not met: The client meets the selection criteria (industry and client planning). Work standard not met: The client's situation is known (industry and client planning). Form missing: Lead summary (industry and client planning).",
    ]);
    const refused = whyNot(own, state, { type: "lose" });
    expect(refused?.issues.map((issue) => formatRefusal(issue, zhCN))).toHaveLength(1);
    const jump = whyNot(own, state, { type: "advance", to: "bid" });
    expect(jump?.issues[0] && formatRefusal(jump.issues[0], zhCN)).toBe(
      "从行业与客户规划到招投标没有路径；可选：电话预约与上门拜访。",
    );
    const task = { code: "task-open", path: [], details: { milestone: "bid", task: "write-bid", role: null } } as const;
    expect(formatRefusal(task, en)).toBe("Task not completed: Write the bid (bid).");
  });
});
