import {
  appendEvents,
  askDecisionMap,
  availableMoves,
  decide,
  defineProcess,
  evolve,
  importHistory,
  isKeyAccountError,
  mapDecisionMakers,
  openRecord,
  type ProcessState,
  pathTo,
  pendingApprovals,
  pipeline,
  qualifyOpportunity,
  replay,
  whyNot,
} from "keyaccount";
import { toMermaid } from "keyaccount/charts";
import { keyAccountProcess as process } from "keyaccount/handbook";
import { given } from "keyaccount/testing";
import { describe, expect, test } from "vitest";

const head = { at: "2026-11-02T08:00:00Z", by: "li" };
const empty = replay(process, []);
const started = decide(process, empty, { ...head, id: "1", type: "start" });
const events = started.ok ? started.value : [];
const open = replay(process, events);

/** The codes of what a call throws; none that isn't the package's own. */
function thrown(call: () => unknown): readonly string[] {
  try {
    call();
    return [];
  } catch (error) {
    if (!isKeyAccountError(error)) throw error;
    return error.issues.map(({ code, path }) => [code, ...path].join(" "));
  }
}

describe("a command says no later moment than the host's now", () => {
  const command = { ...head, id: "2", type: "pause", reason: "x" } as const;
  const options = { notAfter: "2026-11-02T09:00:00Z" };
  const late = { ...command, at: "2026-11-02T09:00:00.5Z" };

  test("later lies in the future, the same moment doesn't", () => {
    const refused = decide(process, open, late, options);
    expect(refused.ok ? [] : refused.issues).toEqual([
      { code: "in-the-future", path: ["at"], details: { at: late.at, notAfter: options.notAfter } },
    ]);
    expect(decide(process, open, { ...command, at: options.notAfter }, options).ok).toBe(true);
    expect(decide(process, open, late).ok && decide(process, open, late, { notAfter: null }).ok).toBe(true);
  });

  test("a bound that is no moment is a programming error", () => {
    expect(thrown(() => decide(process, open, command, { notAfter: "soon" }))).toEqual(["not-a-date notAfter"]);
  });
});

describe("E9.3 an effort that was mistyped is corrected", () => {
  const project = defineProcess({ id: "p", version: "1", milestones: { a: { end: true } } });
  const deal = given(project).after(
    { ...head, id: "1", type: "start" },
    { ...head, id: "2", type: "record-effort", minutes: 90, cost: { amount: "120.50", currency: "CNY" } },
  );
  const effort = (part: object) => deal.when({ ...head, id: "3", type: "record-effort", ...part } as never);

  test("down to nothing, with a note, and no further", () => {
    effort({ minutes: -90, note: "twice" }).then({ type: "effort-recorded", data: { minutes: -90 } });
    effort({ cost: { amount: "-120.5", currency: "CNY" }, note: "twice" }).then({ type: "effort-recorded" });
    effort({ minutes: -90 }).thenRefused("required");
    effort({ minutes: -91, contact: true, note: "x" }).thenRefused("out-of-range");
    effort({ cost: { amount: "-0.5", currency: "CNY" } }).thenRefused("required");
    effort({ cost: { amount: "-120.51", currency: "CNY" }, note: "x" }).thenRefused("out-of-range");
    effort({ cost: { amount: "-1", currency: "EUR" }, note: "x" }).thenRefused("out-of-range");
  });
});

describe("E9.3 a deal from elsewhere that stands past the approval", () => {
  const cost = { amount: "5", currency: "CNY" };
  const at = (...milestones: ("planning" | "visit" | "approval" | "delivery")[]) => {
    const stays = milestones.map((milestone) => ({ milestone, entered: null, left: null }));
    const result = importHistory(process, { ...head, id: "i", stays, source: "crm" });
    const spent = decide(process, replay(process, result.ok ? result.value : []), {
      ...head,
      id: "e",
      type: "record-effort",
      cost,
    });
    return spent.ok ? "taken" : spent.issues.map(({ code }) => code).join();
  };

  test("takes cost, though its history tells of no approval; one before it doesn't", () => {
    expect(at("delivery")).toBe("taken");
    expect(at("visit", "delivery")).toBe("taken");
    expect(at("visit")).toBe("effort-too-early");
    expect(at("approval")).toBe("effort-too-early");
  });
});

describe("E9.9 the same id is the same event", () => {
  const record = appendEvents(openRecord(process, "deal"), events);
  const other = decide(process, empty, { ...head, id: "1", type: "start", by: "wang" } as never);

  test("another event with a known id is named, the same one is left out", () => {
    expect(appendEvents(record, events)).toEqual(record);
    expect(thrown(() => appendEvents(record, other.ok ? other.value : []))).toEqual(["duplicate-id events 0 id"]);
  });

  test("what a store can't carry isn't taken", () => {
    const odd = { ...events[0], id: "2", revision: 2, data: { x: Number.NaN } };
    expect(thrown(() => appendEvents(record, [odd as never]))).toEqual(["not-json events 0 data x"]);
    expect(thrown(() => appendEvents(record, [{ id: "2" } as never]))).toEqual(["unreadable events 0"]);
    expect(thrown(() => appendEvents(record, [null as never]))).toEqual(["unreadable events 0"]);
  });
});

describe("what isn't of its shape ends in an error of the package", () => {
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  test.each<[string, () => unknown]>([
    ["whyNot, state", () => whyNot(process, null as never, { type: "win" })],
    ["whyNot, asker", () => whyNot(process, open, { type: "win" }, null as never)],
    ["availableMoves, state", () => availableMoves(process, null as never)],
    ["availableMoves, members", () => availableMoves(process, { ...open, status: "lost", stays: null } as never)],
    ["availableMoves, asker", () => availableMoves(process, open, null as never)],
    ["pathTo, state", () => pathTo(process, null as never, "visit")],
    ["pathTo, members", () => pathTo(process, { ...open, standards: null } as never, "visit")],
    ["appendEvents, record", () => appendEvents(null as never, [])],
    ["appendEvents, events", () => appendEvents(openRecord(process, "d"), null as never)],
    ["appendEvents, revoked", () => appendEvents(openRecord(process, "d"), [revoked.proxy as never])],
    ["toMermaid, options", () => toMermaid(process, null as never)],
    ["toMermaid, state", () => toMermaid(process, { state: {} as never })],
    ["qualifyOpportunity, card", () => qualifyOpportunity(revoked.proxy as never, {}, { asOf: "2026-11-21" })],
    ["given, events", () => given(process).having(null as never)],
  ])("%s", (_, call) => {
    expect(thrown(call)).toHaveLength(1);
  });
});

describe("E9 a form that asks for a reference", () => {
  const forms = { f: { reference: true }, g: {} };
  const small = defineProcess({ id: "p", version: "1", milestones: { a: { forms, end: true } } });
  const deal = given(small).after({ ...head, id: "1", type: "start" });

  test("isn't filled in without one; another is attached as it is", () => {
    const attached = { ...head, id: "2", type: "attach-form", form: "f" } as const;
    deal.when(attached).thenRefused("required");
    deal.when({ ...attached, reference: "crm/4711" }).then({ type: "form-attached" });
    deal.when({ ...attached, form: "g" }).then({ type: "form-attached" });
    const forms = { f: {}, g: {} };
    deal.when({ ...head, id: "2", type: "win", with: { forms } }).thenRefused("required");
    const refused = whyNot(small, replay(small, []), { type: "start" });
    expect(refused).toBeNull();
  });
});

describe("E9.3 approvals that wait", () => {
  const approvals = { ok: { role: "boss", count: 2 } } as const;
  const small = defineProcess({
    id: "p",
    version: "1",
    milestones: { a: { approvals, end: true } },
    roles: { boss: {} },
  });
  const state = (...commands: object[]) => {
    let now = replay(small, []);
    for (const [index, command] of [{ type: "start" }, ...commands].entries()) {
      const result = decide(small, now, { ...head, id: String(index), ...command } as never);
      for (const event of result.ok ? result.value : []) now = evolve(now, event);
    }
    return now;
  };
  const ask = { type: "request-approval", approval: "ok" };
  const give = (by: string) => ({ type: "give-approval", approval: "ok", by, roles: ["boss"] });

  test("name their role, who asked and how many are lacking; refused, given and unasked ones don't wait", () => {
    expect(pendingApprovals(small, state())).toEqual([]);
    expect(pendingApprovals(process, empty)).toEqual([]);
    const requested = { at: head.at, by: "li" };
    const waiting = { approval: "ok", milestone: "a", role: "boss", form: null, requested, givenBy: [], lacking: 2 };
    expect(pendingApprovals(small, state(ask))).toEqual([waiting]);
    expect(pendingApprovals(small, state(ask, give("hu")))).toEqual([{ ...waiting, givenBy: ["hu"], lacking: 1 }]);
    expect(pendingApprovals(small, state(ask, give("hu"), give("wu")))).toEqual([]);
    const no = { type: "refuse-approval", approval: "ok", reason: "x", by: "hu", roles: ["boss"] };
    expect(pendingApprovals(small, state(ask, no))).toEqual([]);
    expect(pendingApprovals(small, state(ask, { type: "pause", reason: "x" }))).toEqual([waiting]);
    expect(pendingApprovals(small, state(ask, { type: "lose" }))).toEqual([waiting]);
    expect(thrown(() => pendingApprovals(small, null as never))).toEqual(["wrong-type state"]);
  });

  test("who may give them is for the asker to say", () => {
    const asked = state(ask);
    expect(pendingApprovals(small, asked, { by: "li", roles: ["boss"] })).toEqual([]);
    expect(pendingApprovals(small, asked, { by: "hu", roles: [] })).toEqual([]);
    expect(pendingApprovals(small, asked, { by: "hu", roles: ["boss"] })).toHaveLength(1);
  });
});

describe("a process that contradicts itself is refused", () => {
  const faults = (definition: object) =>
    thrown(() => defineProcess({ id: "p", version: "1", ...definition } as never)).map((text) => text.split(" ")[0]);
  const boss = (count: number) => ({ roles: { boss: { holders: count } } });

  test("approvals for which too few have the role", () => {
    const contributors = { ok: { role: "boss", separation: "contributors" } };
    const both = { one: { role: "boss" }, two: { role: "boss" } };
    const work = { tasks: { t: { role: "boss" } }, approvals: contributors, end: true };
    expect(faults({ milestones: { a: work }, ...boss(1) })).toEqual(["approval-impossible"]);
    expect(faults({ milestones: { a: work }, ...boss(2) })).toEqual([]);
    const optional = { ...work, tasks: { t: { role: "boss", optional: true } } };
    expect(faults({ milestones: { a: optional }, ...boss(1) })).toEqual([]);
    expect(faults({ milestones: { a: { approvals: both, end: true } }, ...boss(1) })).toEqual(["approval-impossible"]);
    expect(faults({ milestones: { a: { approvals: both, end: true } }, ...boss(2) })).toEqual([]);
    const alone = { one: { role: "boss" }, two: { role: "boss", byItself: true } };
    expect(faults({ milestones: { a: { approvals: alone, end: true } }, ...boss(1) })).toEqual([]);
  });

  test("effort that would be refused for ever", () => {
    const way = { a: { next: ["b", "c"] }, b: { next: ["d"] }, c: { next: ["d"] }, d: { end: true } };
    const rule = (after: string, early = "refuse") => faults({ milestones: way, effort: { after, early } });
    expect([rule("a"), rule("b"), rule("d"), rule("b", "flag")]).toEqual([
      [],
      ["effort-impossible"],
      ["effort-impossible"],
      [],
    ]);
  });

  test("options that stand twice", () => {
    const fields = { x: { kind: "choice", options: ["m", "n", "m"] } };
    expect(faults({ milestones: { a: { forms: { f: { fields } }, end: true } } })).toEqual(["duplicate-id"]);
  });

  test("where nothing causes a loss, losing isn't offered", () => {
    const small = defineProcess({ id: "p", version: "1", milestones: { a: { end: true } } });
    const begun = decide(small, replay(small, []), { ...head, id: "1", type: "start" });
    const state = replay(small, begun.ok ? begun.value : []) as ProcessState;
    expect(availableMoves(small, state as never).map(({ type }) => type)).toEqual(["pause", "win"]);
    expect(whyNot(small, state as never, { type: "lose" })?.cure).toBeNull();
  });
});

test("E5.5 E9.4 the key-account process is one that a map takes, and a gate opens only by a real map", () => {
  expect(mapDecisionMakers([], { process }).facts.length).toBeGreaterThan(0);
  const gated = defineProcess({
    id: "gated",
    version: "1",
    milestones: { deep: { standards: { met: { fact: "decider-covered" } }, end: true } },
  });
  const deal = given(gated).after({ ...head, id: "1", type: "start" });
  const chen = { id: "chen", roles: ["decider"], relationDepth: { value: "deep" } } as const;
  const winning = (coveredBy: readonly string[]) => {
    const map = mapDecisionMakers([{ ...chen, coveredBy }], { process: gated, team: [{ id: "wang" }] });
    return deal.when({ ...head, id: "2", type: "win", with: askDecisionMap(gated, "deep", map).with });
  };
  winning([]).thenRefused("standard-unmet");
  winning(["ghost"]).thenRefused("standard-unmet");
  winning(["wang"]).then({ type: "won" });
  const { issues } = mapDecisionMakers([{ ...chen, coveredBy: ["ghost"] }], { team: [{ id: "wang" }] });
  expect(issues).toEqual([{ code: "unknown-reference", path: ["contacts", 0, "coveredBy"], details: { id: "ghost" } }]);
});

test("a currency is the same with white space around it", () => {
  const records = ["CNY", " CNY", undefined].map((currency, index) => {
    const id = `deal-${String(index)}`;
    return { id, state: open, amount: "5", ...(currency === undefined ? {} : { currency }) };
  });
  const figures = pipeline(records, { process, asOf: "2026-11-03", currency: " CNY " });
  expect(figures.issues).toEqual([]);
  expect(figures.forecast.map(({ currency, deals }) => [currency, deals])).toEqual([["CNY", 3]]);
});

test("what is written down as undefined isn't compared; what is no JSON isn't either", () => {
  const tried = given(process).when({ ...head, id: "1", type: "start" });
  tried.then({ type: "started", data: undefined });
  expect(thrown(() => tried.then({ type: "started", at: Number.NaN as never }))).toEqual(["not-json 0 at"]);
});
