import { decide, defineProcess, evolve, replay } from "keyaccount";
import { describe, expect, test } from "vitest";
import { minute } from "./random-deal.js";

const process = defineProcess({
  id: "p",
  version: "1",
  milestones: {
    a: {
      standards: { s: { evidence: true } },
      forms: { f: { reference: true, fields: { evidence: { kind: "integer" } } } },
      next: ["b"],
    },
    b: { end: true },
  },
});
const head = { by: "li", roles: [] };
const started = decide(process, replay(process, []), { ...head, id: "1", type: "start", at: minute(0) } as never);
const open = replay(process, started.ok ? started.value : []);

function cureOf(command: object): unknown {
  const result = decide(process, open, { ...head, id: "2", at: minute(1), ...command } as never);
  return result.ok ? "accepted" : result.cure;
}

const text: unknown = expect.objectContaining({ type: "string", minLength: 1 });
const evidence: unknown = expect.objectContaining({ type: "array", minItems: 1 });
const object = (properties: object): object => ({ type: "object", properties, required: Object.keys(properties) });
const text0: unknown = expect.objectContaining({ type: "string", maxLength: 128 });
const piece = { kind: "note", text: "x" };

describe("E9.9 the cure of a refusal says which fields would mend it", () => {
  test("E9.9 a reference that a form in `with` lacks", () => {
    const command = {
      type: "advance",
      with: { standards: { s: { evidence: [piece] } }, forms: { f: { fields: { evidence: 1 } } } },
    };
    expect(cureOf(command)).toEqual(object({ with: object({ forms: object({ f: object({ reference: text }) }) }) }));
    const whole = { ...command.with, forms: { f: { fields: { evidence: 1 }, reference: "r" } } };
    expect(cureOf({ ...command, with: whole })).toBe("accepted");
  });

  test("E9.9 pieces of evidence that can't be: the whole list", () => {
    expect(cureOf({ type: "meet", standard: "s", evidence: [{ ...piece, kind: "odd" }, { kind: "note" }] })).toEqual(
      object({ evidence }),
    );
  });

  test("E9.9 a field of a form is a field, whatever it is called", () => {
    const command = { type: "attach-form", form: "f", reference: "r", fields: { evidence: "many" } };
    expect(cureOf(command)).toEqual(
      object({ fields: object({ evidence: expect.objectContaining({ type: "integer" }) as unknown }) }),
    );
  });

  test("E9.9 what of the process a command names, where there is any", () => {
    expect(cureOf({ type: "meet", evidence: [piece] })).toEqual(object({ standard: { enum: ["s"] } }));
    expect(cureOf({ type: "attach-form", form: "z" })).toEqual(object({ form: { enum: ["f"] } }));
    expect(cureOf({ type: "complete-task", task: "z" })).toBeNull();
  });

  test("E9.9 E9.3 parts of an effort: minutes, amount, currency, the whole cost and what it is about", () => {
    const effort = (fields: object) => cureOf({ type: "record-effort", ...fields });
    const minutes = { type: "integer", minimum: 0, maximum: 527_040 };
    const amount: unknown = expect.objectContaining({ type: "string" });
    const currency = { type: "string", pattern: "^[A-Z]{3}$" };
    const cost = object({ amount, currency });
    expect(effort({ minutes: "12" })).toEqual(object({ minutes }));
    expect(effort({ minutes: 600_000 })).toEqual(object({ minutes }));
    expect(effort({ minutes: -5 })).toEqual(object({ minutes }));
    expect(effort({ cost: { amount: "x", currency: "CNY" } })).toEqual(object({ cost: object({ amount }) }));
    expect(effort({ cost: { amount: "1", currency: "yuan" } })).toEqual(object({ cost: object({ currency }) }));
    expect(effort({ cost: 3 })).toEqual(object({ cost }));
    expect(effort({ contact: "yes", minutes: 5 })).toEqual(object({ contact: { type: "boolean" } }));
    expect(effort({ contact: "yes" })).toEqual(object({ contact: { const: true } }));
    expect(effort({})).toEqual({
      ...object({}),
      anyOf: [
        { properties: { contact: { const: true } }, required: ["contact"] },
        { properties: { minutes }, required: ["minutes"] },
        { properties: { cost }, required: ["cost"] },
      ],
    });
  });

  test("E9.9 a correction takes back what there is, and says why", () => {
    const effort = { id: "2", type: "record-effort", minutes: 30, cost: { amount: "12.50", currency: "CNY" } };
    const recorded = decide(process, open, { ...head, at: minute(1), ...effort } as never);
    const state = replay(process, [...(started.ok ? started.value : []), ...(recorded.ok ? recorded.value : [])]);
    const cureAfter = (fields: object): unknown => {
      const command = { ...head, id: "3", type: "record-effort", at: minute(2), ...fields };
      const result = decide(process, state, command as never);
      return result.ok ? "accepted" : result.cure;
    };
    const minutes = (minimum: number) => ({ type: "integer", minimum, maximum: 527_040 });
    expect(cureAfter({ minutes: -31 })).toEqual(object({ minutes: minutes(-30), note: text }));
    expect(cureAfter({ minutes: -31, note: "twice" })).toEqual(object({ minutes: minutes(-30) }));
    expect(cureAfter({ minutes: "-3" })).toEqual(object({ minutes: minutes(-30), note: text }));
    expect(cureAfter({ minutes: "3" })).toEqual(object({ minutes: minutes(0) }));
    expect(cureAfter({ minutes: -3 })).toEqual(object({ note: text }));
    const back = { anyOf: [expect.objectContaining({ type: "string" }) as unknown, { const: "-12.5" }] };
    const tooMuch = { amount: "-13", currency: "CNY" };
    expect(cureAfter({ cost: tooMuch })).toEqual(object({ cost: object({ amount: back }), note: text }));
    expect(cureAfter({ cost: tooMuch, note: "twice" })).toEqual(object({ cost: object({ amount: back }) }));
    expect(cureAfter({ cost: { ...tooMuch, currency: "USD" } })).toEqual(
      object({ cost: object({ amount: expect.objectContaining({ type: "string" }) as unknown }) }),
    );
    expect(cureAfter({ cost: { amount: "-1", currency: ["CNY"] }, note: "twice" })).toEqual(
      object({ cost: object({ currency: { type: "string", pattern: "^[A-Z]{3}$" }, amount: text0 }) }),
    );
    expect(cureAfter({ cost: { amount: "-12.50", currency: "CNY" }, note: "twice" })).toBe("accepted");
  });

  test("E9.9 who, when, in which roles and after what", () => {
    const id: unknown = expect.objectContaining({ type: "string", maxLength: 128 });
    const cure = cureOf({
      type: "pause",
      reason: "r",
      id: " 2",
      by: 3,
      at: "now",
      roles: "boss",
      expectedRevision: "1",
    });
    expect(cure).toEqual(
      object({
        id,
        by: id,
        at: expect.objectContaining({ type: "string", format: "date-time" }) as unknown,
        roles: { type: "array", maxItems: 100, items: id },
        expectedRevision: { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
      }),
    );
    expect(cureOf({ type: "pause", reason: "r", roles: [" boss"] })).toEqual(
      object({ roles: { type: "array", maxItems: 100, items: id } }),
    );
    expect(cureOf({ type: "pause", reason: "r", expectedRevision: 7 })).toBeNull();
    expect(cureOf({ type: "pause", reason: "r", at: "2020-01-01T00:00:00Z" })).toBeNull();
    expect(cureOf({ type: "stop" })).toEqual(object({ type: { enum: expect.arrayContaining(["pause"]) as unknown } }));
  });

  test.each([
    ["2026-11-02T08:00:00Z", true],
    ["2026-11-02T08:00:00.123456789Z", true],
    ["2026-12-31T23:59:60Z", false],
    ["2026-11-02t08:00:00Z", false],
    ["2026-11-02T08:00:00.1234567890Z", false],
    ["2026-11-02T08:00:00+01:00", false],
    ["0000-11-02T08:00:00Z", false],
  ])("E9.9 a cure asks for no moment that isn't taken: %s", (at, isTaken) => {
    const { properties } = cureOf({ type: "pause", reason: "r", at: "now" }) as {
      properties: { at: { pattern: string } };
    };
    expect(new RegExp(properties.at.pattern).test(at)).toBe(isTaken);
    expect((cureOf({ type: "pause", reason: "r", at }) as { properties?: object } | null)?.properties).toEqual(
      isTaken ? undefined : properties,
    );
  });

  test("E9.9 nor for a day of the year 0", () => {
    const until = cureOf({ type: "pause", reason: "r", until: "0000-01-01" });
    expect(until).toEqual(object({ until: { type: "string", format: "date", pattern: "^(?!0000)" } }));
  });

  test("E9.9 nor for evidence of a standard that the process doesn't have: the standard has to be left out", () => {
    const forms = { f: { fields: { evidence: 1 }, reference: "r" } };
    const standards = (odd: unknown): object => ({ s: { evidence: [piece] }, z: { evidence: odd } });
    for (const odd of [3, [{ kind: "odd" }]])
      expect(cureOf({ type: "advance", with: { standards: standards(odd), forms } })).toBeNull();
    const own = JSON.parse('{ "__proto__": { "evidence": 3 } }') as object;
    expect(cureOf({ type: "advance", with: { standards: own, forms } })).toEqual(
      object({ with: object({ standards: object({ s: object({ evidence }) }) }) }),
    );
  });

  test("E9.9 values that can't be written as text hide nothing else that is missing", () => {
    const odd = JSON.parse('{ "toString": 1, "valueOf": 1 }') as unknown;
    const minutes = decide(process, open, {
      ...head,
      id: "2",
      at: minute(1),
      type: "record-effort",
      minutes: 5,
    } as never);
    const spent = (minutes.ok ? minutes.value : []).reduce((before, event) => evolve(before, event), open);
    const codesOf = (command: object): readonly string[] => {
      const result = decide(process, spent, { ...head, id: "3", at: minute(2), ...command } as never);
      return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
    };
    expect(codesOf({ type: "meet", standard: odd, evidence: 3 })).toEqual([
      "unknown-value standard",
      "wrong-type evidence",
    ]);
    const cost = ["not-a-currency cost.currency", "not-a-decimal cost.amount"];
    expect(codesOf({ type: "record-effort", cost: { amount: odd, currency: odd } })).toEqual(cost);
    expect(codesOf({ type: "record-effort", minutes: odd })).toEqual(["wrong-type minutes"]);
    expect(codesOf({ type: "record-effort", cost: { amount: "-1", currency: odd } })).toEqual([
      "not-a-currency cost.currency",
      "out-of-range cost.amount",
    ]);
  });

  test("E9.9 a form's fields, and the work that comes with a move, where they are none", () => {
    expect(cureOf({ type: "attach-form", form: "f", reference: "r", fields: 3 })).toEqual(
      object({ fields: expect.objectContaining({ type: "object", required: ["evidence"] }) as unknown }),
    );
    const standards = { s: { evidence: [piece] } };
    const forms = { f: { fields: { evidence: 1 }, reference: "r" } };
    expect(cureOf({ type: "advance", with: { standards, forms, tasks: "t" } })).toEqual(
      object({ with: object({ tasks: { type: "array", uniqueItems: true, minItems: 0, maxItems: 0 } }) }),
    );
    expect(cureOf({ type: "request-approval", approval: "z", with: 3 })).toEqual(object({ with: { type: "object" } }));
    expect(cureOf({ type: "advance", with: { standards: { s: 3 }, forms } })).toEqual(
      object({ with: object({ standards: object({ s: object({ evidence }) }) }) }),
    );
    const odd = [{ ...piece, url: "u" }];
    expect(cureOf({ type: "advance", with: { standards: { s: { evidence: odd } }, forms } })).toEqual(
      object({ with: object({ standards: object({ s: object({ evidence }) }) }) }),
    );
  });

  test("E9.9 where a closed deal is opened again, and how the last gate is passed over", () => {
    const short = defineProcess({
      id: "short",
      version: "1",
      milestones: { a: { next: ["b", "c"] }, b: { next: ["c"] }, c: { standards: { s: {} }, end: true } },
      roles: { boss: {} },
      override: { roles: ["boss"] },
      causes: ["price"],
    });
    const cureAfter = (moves: readonly object[], last: object): unknown => {
      let state = replay(short, []);
      for (const [index, one] of [{ type: "start" }, ...moves, last].entries()) {
        const command = { ...head, id: String(index), at: minute(index), roles: ["boss"], ...one };
        const result = decide(short, state, command as never);
        if (!result.ok) return result.cure;
        state = result.value.reduce(evolve, state);
      }
      return "accepted";
    };
    const lost = [
      { type: "advance", to: "b" },
      { type: "lose", cause: "price" },
    ];
    expect(cureAfter(lost, { type: "reopen", reason: "r", to: "z" })).toEqual(object({ to: { enum: ["a", "b"] } }));
    expect(cureAfter(lost, { type: "reopen", reason: "r", to: "c" })).toEqual(object({ to: { enum: ["a", "b"] } }));
    const atEnd = [{ type: "advance", to: "c" }];
    expect(cureAfter(atEnd, { type: "override", reason: "r", to: "z" })).toEqual(object({ to: { enum: [null] } }));
    expect(cureAfter(atEnd, { type: "override", reason: "r", to: "a" })).toEqual(object({ to: { enum: [null] } }));
    expect(cureAfter(atEnd, { type: "override", reason: "r", to: null })).toBe("accepted");
  });

  test("E9.9 tasks that come along are kept in the list, with those that are lacking and without those that can't be", () => {
    const tasked = defineProcess({
      id: "tasked",
      version: "1",
      milestones: { a: { tasks: { t: {}, u: {}, w: { role: "boss" } }, end: true } },
      roles: { boss: {} },
    });
    const begun = decide(tasked, replay(tasked, []), { ...head, id: "1", type: "start", at: minute(0) });
    const state = replay(tasked, begun.ok ? begun.value : []);
    const tasksOf = (...tasks: readonly unknown[]): unknown => {
      const command = { ...head, id: "2", type: "win", at: minute(1), with: { tasks } };
      const result = decide(tasked, state, command as never);
      const all = { type: "array", items: { enum: ["t", "u"] }, uniqueItems: true, minItems: 2, maxItems: 2 };
      expect(result.ok ? null : result.cure).toEqual(object({ with: object({ tasks: all }) }));
      return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
    };
    expect(tasksOf("t")).toEqual(["task-open with.tasks", "task-open with.tasks"]);
    expect(tasksOf("t", "z", "u")).toEqual(["unknown-value with.tasks.1", "task-open with.tasks"]);
    expect(tasksOf("t", "t", "u")).toEqual(["already-done with.tasks.1", "task-open with.tasks"]);
  });

  test("E9.9 of a deal that hasn't begun: a milestone to begin at, and nothing that only an open one has", () => {
    const cureOfNew = (command: object): unknown => {
      const result = decide(process, replay(process, []), { ...head, id: "1", at: minute(0), ...command } as never);
      return result.ok ? "accepted" : result.cure;
    };
    expect(cureOfNew({ type: "start", milestone: "b" })).toEqual(object({ milestone: { enum: ["a"] } }));
    expect(cureOfNew({ type: "start", milestone: "z" })).toEqual(object({ milestone: { enum: ["a"] } }));
    expect(cureOfNew({ type: "request-approval", approval: "z" })).toBeNull();
    expect(cureOfNew({ type: "reopen", to: "z", reason: "r" })).toBeNull();
    const minutes = { type: "integer", minimum: 0, maximum: 527_040 };
    expect(cureOfNew({ type: "record-effort", minutes: -1 })).toEqual(object({ minutes }));
    expect(cureOfNew({ type: "record-effort", cost: { amount: "-1", currency: "CNY" } })).toEqual(
      object({ cost: object({ amount: text0 }) }),
    );
  });

  test("E9.9 whatever comes with a move beyond what the process has can only be left out", () => {
    const standards = { s: { evidence: [piece] }, z: {} };
    const forms = { f: { fields: { evidence: 1 }, reference: "r" } };
    expect(cureOf({ type: "advance", with: { standards, forms } })).toBeNull();
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`z${String(index)}`, {}]));
    expect(cureOf({ type: "request-approval", approval: "z", with: { standards: many } })).toBeNull();
    expect(cureOf({ type: "start" })).toBeNull();
    expect(cureOf({ type: "win", with: { standards: { s: { evidence: [piece] } }, forms } })).toBeNull();
  });
});
