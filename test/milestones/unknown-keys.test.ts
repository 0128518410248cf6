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
  type ProcessCommand,
  replay,
  whyNot,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { asProcess, minute } from "./random-deal.js";

const process = asProcess(
  defineProcess({
    id: "p",
    version: "1",
    milestones: {
      a: {
        standards: { s: {} },
        tasks: { t: {} },
        forms: { f: { fields: { x: { kind: "text" } } } },
        approvals: { ok: { role: "boss", form: "f" } },
        next: ["b"],
      },
      b: { back: ["a"], end: true },
    },
    roles: { boss: {} },
    causes: ["price"],
    override: { roles: ["boss"] },
  }),
);
const head = { at: minute(1), by: "li", roles: ["boss"] };
const started = decide(process, replay(process, []), { id: "1", type: "start", ...head });
const events = started.ok ? started.value : [];
const open = replay(process, events);

/** Every unknown key that a command is told of: its path, and what it could have been. */
const told = (command: object): (readonly [string, readonly string[]])[] => {
  const decision = decide(process, open, { id: "n", ...head, ...command } as object as ProcessCommand);
  const issues = decision.ok ? [] : decision.issues;
  return issues.flatMap((issue) =>
    issue.code === "unknown-key" ? [[issue.path.join("."), issue.details.allowed ?? []] as const] : [],
  );
};
const paths = (command: object): string[] => told(command).map(([path]) => path);

describe("E9.9 a key that a command doesn't have", () => {
  test("E9.9 is refused by its path, with those that it has: a misspelt reference isn't lost in silence", () => {
    const all = ["form", "fields", "reference", "id", "type", "at", "by", "roles", "expectedRevision"];
    expect(told({ type: "attach-form", form: "f", fields: { x: "1" }, refernce: "crm/4711" })).toEqual([
      ["refernce", all],
    ]);
    expect(told({ type: "attach-form", form: "f", fields: { x: "1" }, reference: "crm/4711" })).toEqual([]);
  });

  test("E9.9 at every depth of what comes along, and all at once", () => {
    const evidence = [{ kind: "note", text: "seen", url: "x" }];
    const standards = { s: { evidence, proof: 1 } };
    const forms = { f: { fields: { x: "1", y: "2" }, file: "z" } };
    expect(paths({ type: "advance", too: "b", with: { standards, tasks: ["t"], forms, form: {} } })).toEqual([
      "too",
      "with.form",
      "with.standards.s.proof",
      "with.standards.s.evidence.0.url",
      "with.forms.f.file",
      "with.forms.f.fields.y",
    ]);
    expect(paths({ type: "meet", standard: "s", evidence })).toEqual(["evidence.0.url"]);
    const cost = { amount: "1", currency: "CNY", vat: "0.13" };
    expect(paths({ type: "record-effort", cost })).toEqual(["cost.vat"]);
  });

  test.each([
    ["start", "to"],
    ["meet", "with"],
    ["withdraw", "evidence"],
    ["complete-task", "note"],
    ["attach-form", "content"],
    ["request-approval", "reason"],
    ["give-approval", "reason"],
    ["refuse-approval", "note"],
    ["advance", "reason"],
    ["override", "note"],
    ["go-back", "with"],
    ["pause", "note"],
    ["resume", "reason"],
    ["lose", "reason"],
    ["win", "to"],
    ["reopen", "note"],
    ["record-effort", "costs"],
  ])("E9.9 %s has no %s", (type, key) => {
    expect(paths({ type, [key]: "x" })).toEqual([key]);
  });

  test("E9.9 a key that holds undefined is none, as in JSON; a key like a prototype's is one", () => {
    expect(paths({ type: "meet", standard: "s", note: undefined })).toEqual([]);
    const command = JSON.parse('{"type":"meet","standard":"s","__proto__":1,"constructor":2}') as object;
    expect(paths({ type: "meet", standard: "s", constructor: 2 })).toEqual(["constructor"]);
    const decision = decide(process, open, Object.assign(command, head, { id: "n" }) as object as ProcessCommand);
    expect(decision.ok ? [] : decision.issues.map(({ path }) => path)).toEqual([["__proto__"], ["constructor"]]);
  });

  test("E9.9 a long one is named by its beginning; what isn't a record has none", () => {
    expect(paths({ type: "meet", standard: "s", ["k".repeat(100)]: 1 })).toEqual(["k".repeat(64)]);
    expect(paths({ type: "meet", standard: "s", evidence: [1, null] })).toEqual([]);
    expect(paths({ type: "meet", standard: "s", evidence: Array.from({ length: 51 }, () => ({ url: 1 })) })).toEqual(
      [],
    );
    expect(paths({ type: "advance", with: [1] })).toEqual([]);
    expect(paths({ type: "advance", with: { standards: 1, forms: ["f"] } })).toEqual([]);
    expect(paths({ type: "advance", with: { standards: { s: 1 }, forms: { f: null } } })).toEqual([]);
  });

  test("E9.9 questions are told too, and no list of moves trips over it", () => {
    const refused = whyNot(process, open, { type: "pause", reason: "budget", untill: "2027-01-04" } as never);
    expect(refused?.issues.map(({ path }) => path)).toEqual([["untill"]]);
    const codes = availableMoves(process, open, head).flatMap(({ missing }) => missing.map(({ code }) => code));
    expect(codes).not.toContain("unknown-key");
    expect(codes).toContain("standard-unmet");
  });

  test("E9.9 an imported history is refused for one, in each of its parts", () => {
    const history = {
      id: "1",
      ...head,
      source: "crm",
      stay: [],
      stays: [{ milestone: "a", enterd: "2026-01-02" }, { milestone: "b" }],
      closed: { as: "lost", cause: "price", on: "2026-02-01" },
    };
    const decision = importHistory(process, history as never);
    expect(decision.ok ? [] : decision.issues.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["unknown-key", "stay"],
      ["unknown-key", "closed.on"],
      ["unknown-key", "stays.0.enterd"],
    ]);
  });

  test("E9.9 a migration throws for one: a misspelt dry run would be a migration", () => {
    const record = appendEvents(openRecord(process, "d"), events);
    const maps = { from: process, to: process, milestones: { a: "a", b: "b" } };
    const run = (): unknown => migrate(record, { ...maps, id: "m", ...head, dryrun: true } as never);
    expect(run).toThrow("dryrun");
    try {
      run();
    } catch (error) {
      expect(isKeyAccountError(error, "unknown-key")).toBe(true);
    }
  });

  test("E9.9 one that somebody wrote into a stored event is named by the audit, hashes made anew or not", () => {
    const record = appendEvents(openRecord(process, "d"), events);
    const edited = events.map((event) => ({ ...event, data: { ...event.data, discount: "0.2" } })) as typeof events;
    const forged = appendEvents(openRecord(process, "d"), edited);
    expect(audit(record, { processes: [process] }).isClean).toBe(true);
    expect(audit(forged, { processes: [process] }).fault).toMatchObject({ code: "content-differs", index: 0 });
  });
});

describe("E9.9 an override where a deal may end or go on", () => {
  const fork = asProcess(
    defineProcess({
      id: "fork",
      version: "1",
      milestones: {
        a: { standards: { s: {} }, next: ["b"], end: true },
        b: { standards: { u: {} }, end: true },
        c: { standards: { w: {} }, next: ["b"] },
      },
      start: ["a", "c"],
      roles: { boss: {} },
      override: { roles: ["boss"] },
    }),
  );
  const at = (milestone: string): ReturnType<typeof replay> => {
    const decision = decide(fork, replay(fork, []), { id: "1", type: "start", milestone, ...head });
    return replay(fork, decision.ok ? decision.value : []);
  };
  const override = (milestone: string, to: object): unknown => {
    const state = at(milestone);
    const command = { id: "2", type: "override", reason: "hurry", ...head, ...to };
    const decision = decide(fork, state, command as never);
    if (!decision.ok) return decision.issues.map(({ code }) => code);
    const after = decision.value.reduce(evolve, state);
    return [after.status, after.milestone, after.overrides.length];
  };

  test("E9.9 `to: null` closes it as won, a milestone leads there; without either the only way on is taken", () => {
    expect(override("a", { to: null })).toEqual(["won", "a", 1]);
    expect(override("a", { to: "b" })).toEqual(["open", "b", 1]);
    expect(override("a", {})).toEqual(["open", "b", 1]);
  });

  test("E9.9 where nothing follows it closes without being told; where no deal may end, nothing closes it", () => {
    expect(override("c", { to: null })).toEqual(["not-reachable"]);
    expect(override("c", { to: "b" })).toEqual(["open", "b", 1]);
  });

  test("E9.9 both ways are among the moves, and the audit knows the event again", () => {
    const moves = availableMoves(fork, at("a"), head).filter(({ type }) => type === "override");
    expect(moves.map(({ to }) => to)).toEqual(["b", null]);
    let record = openRecord(fork, "d");
    for (const command of [
      { id: "1", type: "start", ...head },
      { id: "2", type: "override", to: null, reason: "hurry", ...head },
    ]) {
      const decision = decide(fork, replay(fork, record.events), command as never);
      record = appendEvents(record, decision.ok ? decision.value : []);
    }
    expect(audit(record, { processes: [fork] })).toMatchObject({ isClean: true, sound: 2 });
  });
});
