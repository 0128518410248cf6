import {
  type ApprovalDefinition,
  appendEvents,
  audit,
  decide,
  defineProcess,
  openRecord,
  type ProcessCommand,
  replay,
} from "keyaccount";
import { keyAccountProcess } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { asProcess } from "./random-deal.js";

type Move = Readonly<Record<string, unknown>>;

/** A deal that commands are tried on, one after the other. */
function dealOf(process: ReturnType<typeof asProcess>, record = openRecord(process, "deal")) {
  let stored = record;
  let count = 0;
  const act = (by: string, roles: readonly string[], move: Move): readonly string[] => {
    count += 1;
    const command = { id: `c${String(count)}`, at: "2026-11-02T08:00:00Z", by, roles, ...move };
    const decision = decide(process, replay(process, stored.events), command as unknown as ProcessCommand);
    if (!decision.ok) return decision.issues.map(({ code, path }) => [code, ...path].join(" "));
    stored = appendEvents(stored, decision.value);
    return [];
  };
  const isClean = (): boolean => audit(stored, { processes: [process] }).isClean;
  return { act, isClean, state: () => replay(process, stored.events) };
}

const EVIDENCE = [{ kind: "note", text: "seen" }];

/** The key-account process at its approval, with everything but the approvals. */
function applied() {
  const deal = dealOf(asProcess(keyAccountProcess));
  const fields = { number: "1", client: "c", industry: "i", source: "s", date: "2026-11-01" };
  deal.act("li", [], { type: "start" });
  deal.act("li", [], {
    type: "advance",
    with: {
      standards: { "selection-criteria-met": {}, "situation-known": {} },
      forms: { "lead-summary": { fields } },
    },
  });
  const visited = {
    "right-contact-found": {},
    "advantages-presented": {},
    "relation-begun": {},
    "design-or-bid-agreed": { evidence: EVIDENCE },
  };
  deal.act("li", [], { type: "advance", with: { standards: visited } });
  for (const standard of ["need-clear", "value-fits", "team-formed"]) deal.act("li", [], { type: "meet", standard });
  deal.act("li", [], { type: "attach-form", form: "project-application", reference: "crm/1" });
  expect(deal.state().milestone).toBe("approval");
  return deal;
}

const MANAGER = "application-by-manager";
const DIRECTOR = "application-by-director";
const ask = (approval: string): Move => ({ type: "request-approval", approval });
const give = (approval: string): Move => ({ type: "give-approval", approval });

describe("E9.3 two signatures are those of two persons who didn't ask", () => {
  test("manager and director can't ask for each other's approval and each give their own", () => {
    const deal = applied();
    deal.act("hu", ["ka-manager"], ask(DIRECTOR));
    deal.act("wu", ["ka-director"], ask(MANAGER));
    expect(deal.act("hu", ["ka-manager"], give(MANAGER))).toEqual(["same-person by"]);
    expect(deal.act("wu", ["ka-director"], give(DIRECTOR))).toEqual(["same-person by"]);
    expect(deal.act("he", ["ka-manager"], give(MANAGER))).toEqual([]);
    expect(deal.act("he", ["ka-director"], give(DIRECTOR))).toEqual(["same-person by"]);
    expect(deal.act("ma", ["ka-director"], give(DIRECTOR))).toEqual([]);
    expect(deal.act("li", [], { type: "advance" })).toEqual([]);
  });

  test("one person with both roles gives one of them", () => {
    const deal = applied();
    for (const approval of [MANAGER, DIRECTOR]) deal.act("li", [], ask(approval));
    const both = ["ka-manager", "ka-director"];
    expect(deal.act("hu", both, give(MANAGER))).toEqual([]);
    expect(deal.act("hu", both, give(DIRECTOR))).toEqual(["same-person by"]);
    expect(deal.act("li", [], { type: "advance" })).toEqual(["approval-missing"]);
    expect(deal.act("wu", both, give(DIRECTOR))).toEqual([]);
    expect(deal.isClean()).toBe(true);
  });

  test("who attached the application doesn't approve it, also where somebody attached it anew since", () => {
    const deal = applied();
    deal.act("hu", ["ka-manager"], { type: "attach-form", form: "project-application", reference: "crm/2" });
    deal.act("li", [], ask(MANAGER));
    expect(deal.act("hu", ["ka-manager"], give(MANAGER))).toEqual(["same-person by"]);
    deal.act("li", [], { type: "attach-form", form: "project-application", reference: "crm/3" });
    deal.act("li", [], ask(MANAGER));
    expect(deal.act("hu", ["ka-manager"], give(MANAGER))).toEqual(["same-person by"]);
    expect(deal.act("wu", ["ka-manager"], give(MANAGER))).toEqual([]);
  });
});

/** One milestone with a standard, a task, a form and approvals. */
function strict(approvals: Readonly<Record<string, ApprovalDefinition<"boss", "f">>>) {
  const parts = {
    standards: { s: {} },
    tasks: { t: {} },
    forms: { f: { fields: { x: { kind: "text", optional: true } } } },
  } as const;
  return dealOf(
    asProcess(
      defineProcess({
        id: "strict",
        version: "1",
        milestones: {
          a: { ...parts, approvals, next: ["b"] },
          b: { standards: { later: {} }, back: ["a"], end: true },
        },
        roles: { boss: {} },
      }),
    ),
  );
}

const CONTRIBUTORS = { ok: { role: "boss", separation: "contributors" } } as const;
const FORM = { type: "attach-form", form: "f", reference: "r" };
const WORK: readonly Move[] = [
  { type: "meet", standard: "s" },
  { type: "withdraw", standard: "s", reason: "wrong" },
  { type: "complete-task", task: "t" },
  FORM,
];

describe("who ever worked on the milestone approves nothing of it, where the process says so", () => {
  test("also where somebody else did the same work since", () => {
    const deal = strict(CONTRIBUTORS);
    deal.act("li", [], { type: "start" });
    deal.act("hu", [], { type: "meet", standard: "s" });
    deal.act("wu", [], FORM);
    for (const by of ["li", "hu", "li"]) deal.act(by, [], { type: "meet", standard: "s" });
    deal.act("li", [], FORM);
    deal.act("ma", [], { type: "withdraw", standard: "s", reason: "wrong" });
    deal.act("li", [], ask("ok"));
    for (const by of ["hu", "wu", "ma", "li"]) {
      expect(deal.act(by, ["boss"], give("ok")), by).toEqual(["same-person by"]);
    }
    const [standard] = deal.state().standards;
    expect(standard).toMatchObject({ by: "ma", earlier: ["hu", "li"] });
    expect(deal.act("he", ["boss"], give("ok"))).toEqual([]);
    expect(deal.isClean()).toBe(true);
  });

  test.each(WORK)("nor does an approval count once who gave it does %j", (work) => {
    const deal = strict(CONTRIBUTORS);
    deal.act("li", [], { type: "start" });
    deal.act("li", [], { type: "meet", standard: "s" });
    deal.act("li", [], ask("ok"));
    expect(deal.act("hu", ["boss"], give("ok"))).toEqual([]);
    expect(deal.act("wu", ["boss"], give("ok"))).toEqual(["already-done approval"]);
    expect(deal.act("hu", [], work)).toEqual([]);
    expect(deal.act("li", [], { type: "win" })).toContain("not-reachable type");
    const all = { standards: { s: {} }, forms: { f: { reference: "r" } } };
    const rest = deal.state().tasks.length === 0 ? { ...all, tasks: ["t"] } : all;
    expect(deal.act("li", [], { type: "advance", with: rest })).toEqual(["approval-missing"]);
    expect(deal.act("wu", ["boss"], give("ok"))).toEqual([]);
    expect(deal.act("li", [], { type: "advance", with: rest })).toEqual([]);
  });

  test.each([{ standards: { s: {} } }, { tasks: ["t"] }, { forms: { f: { reference: "r" } } }])(
    "nor where who gave it brings %j with the move",
    (cures) => {
      const deal = strict(CONTRIBUTORS);
      deal.act("li", [], { type: "start" });
      const all: Move = { standards: { s: {} }, tasks: ["t"], forms: { f: { reference: "r" } } };
      const [own] = Object.keys(cures);
      if (own !== "standards") deal.act("li", [], { type: "meet", standard: "s" });
      if (own !== "tasks") deal.act("li", [], { type: "complete-task", task: "t" });
      if (own !== "forms") deal.act("li", [], FORM);
      deal.act("li", [], ask("ok"));
      deal.act("hu", ["boss"], give("ok"));
      expect(Object.keys(all)).toContain(own);
      expect(deal.act("hu", ["boss"], { type: "advance", with: cures })).toEqual(["approval-missing"]);
      expect(deal.act("li", [], { type: "advance", with: cures })).toEqual([]);
    },
  );

  test("work on another milestone is none on this one", () => {
    const deal = strict(CONTRIBUTORS);
    deal.act("li", [], { type: "start" });
    deal.act("li", [], { type: "meet", standard: "s" });
    deal.act("li", [], { type: "complete-task", task: "t" });
    deal.act("li", [], FORM);
    deal.act("hu", [], { type: "meet", standard: "later" });
    deal.act("li", [], ask("ok"));
    expect(deal.act("hu", ["boss"], give("ok"))).toEqual([]);
    expect(deal.act("hu", [], { type: "advance", with: { standards: { later: {} } } })).toEqual([]);
  });
});

test("an approval by itself asks only who asked for it", () => {
  const deal = strict({ one: { role: "boss" }, two: { role: "boss", byItself: true } });
  deal.act("li", [], { type: "start" });
  deal.act("hu", ["boss"], ask("one"));
  deal.act("li", [], ask("two"));
  expect(deal.act("hu", ["boss"], give("one"))).toEqual(["same-person by"]);
  expect(deal.act("hu", ["boss"], give("two"))).toEqual([]);
});

describe("ids are compared as they are given", () => {
  const deal = strict(CONTRIBUTORS);

  test.each(["li ", " li", "li\u3000", "\u200bli", "li\u00a0"])("%j is refused: it would look like another", (by) => {
    expect(deal.act(by, [], { type: "start" })).toEqual(["not-an-id by"]);
    expect(deal.act("li", [by], { type: "start" })).toEqual(["not-an-id roles 0"]);
    expect(deal.act("li", [], { type: "start", id: by })).toEqual(["not-an-id id"]);
    expect(() => openRecord(keyAccountProcess, by)).toThrow(/not-an-id/);
  });

  test("li and Li are two; absent roles and revisions may be null", () => {
    expect(deal.act("Li wei", [], { type: "start", roles: null, expectedRevision: null })).toEqual([]);
    deal.act("li", [], ask("ok"));
    expect(deal.act("Li", ["boss"], give("ok"))).toEqual([]);
  });
});
