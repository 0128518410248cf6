import { defineScorecard, type Evaluation, evaluate, isKeyAccountError } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const card = defineScorecard({
  id: "x",
  version: "1",
  groups: { g: { max: 55 } },
  indicators: {
    rating: { kind: "rating", weight: 60, min: 1, max: 5, group: "g" },
    flag: { kind: "flag", weight: 40 },
  },
  limits: [{ when: { indicator: "flag", is: false }, grade: "B" }],
  grades: [
    { grade: "A", from: 50 },
    { grade: "B", from: null },
  ],
});
type Rows = Pick<Evaluation, "issues"> & { indicators: { rating: { status: string }; flag: { status: string } } };
const judge = (facts: unknown): Rows => evaluate(card, facts as never);
const statuses = ({ indicators }: Rows): string[] => [indicators.rating.status, indicators.flag.status];
const fail = (): never => {
  throw new Error("foreign code");
};
const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const unreadable = (...path: string[]): object => ({ code: "unreadable", path, details: {} });

describe("A7.6 nothing that facts hold makes evaluate throw", () => {
  test.each([
    ["null", null, "null"],
    ["undefined", undefined, "undefined"],
    ["an array", [1, 2], "array"],
    ["a text", "rating=5", "rating=5"],
    ["a long text", "x".repeat(1_000_000), "x".repeat(64)],
    ["a number", 5, "5"],
    ["a bigint", 5n, "5"],
    ["a symbol", Symbol("s"), "Symbol(s)"],
    ["a function", () => 5, "function"],
    ["a function with a hostile print", Object.assign(() => 5, { toString: fail }), "function"],
  ])("facts that are %s are one issue at the root, and nothing is known", (_, facts, received) => {
    const result = judge(facts);
    expect(result.issues).toEqual([{ code: "wrong-type", path: [], details: { expected: "object", received } }]);
    expect(statuses(result)).toEqual(["unknown", "unknown"]);
  });

  test("a revoked proxy as facts is unreadable", () => {
    const result = judge(revoked());
    expect(result.issues).toEqual([unreadable()]);
    expect(statuses(result)).toEqual(["unknown", "unknown"]);
  });

  test("getters and traps that throw spoil their own fact only", () => {
    const getter = Object.defineProperty({ flag: true }, "rating", { get: fail, enumerable: true });
    const trap = new Proxy(
      { flag: true },
      { get: (target, key): unknown => (key === "rating" ? fail() : Reflect.get(target, key)) },
    );
    const inner = { rating: Object.defineProperty({}, "value", { get: fail }), flag: true };
    const asks = { rating: new Proxy({}, { has: fail }), flag: true };
    const source = { rating: { value: 5, source: revoked() }, flag: true };
    for (const facts of [getter, trap, inner, asks, source, { rating: revoked(), flag: true }]) {
      const result = judge(facts);
      expect(result.issues).toEqual([unreadable("rating")]);
      expect(statuses(result)).toEqual(["invalid", "known"]);
    }
  });

  test("values whose conversion is hostile are refused without it", () => {
    const hostile = { toString: fail, valueOf: fail, toJSON: fail, [Symbol.toPrimitive]: fail };
    for (const [rating, path] of [
      [hostile, ["rating"]],
      [{ value: hostile }, ["rating", "value"]],
      [{ value: 5, source: hostile }, ["rating", "source"]],
      [{ value: 5, verified: hostile }, ["rating", "verified"]],
    ]) {
      const { issues } = judge({ rating });
      expect(issues.map(({ code, path: at }) => [code, at])).toEqual([["wrong-type", path]]);
    }
    expect(judge({ rating: { value: 5, observedAt: hostile } }).issues).toMatchObject([
      { code: "not-a-date", details: { received: "object" } },
    ]);
  });

  test("cyclic, deep and huge facts are looked at no deeper than a fact goes", () => {
    const cyclic: Record<string, unknown> = {};
    Object.assign(cyclic, { rating: cyclic, value: cyclic });
    let deep: unknown = 5;
    for (let level = 0; level < 100_000; level += 1) deep = { value: deep };
    const huge = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`k${index}`, index]));
    const start = performance.now();
    expect(judge(cyclic).issues).toMatchObject([{ code: "wrong-type", path: ["rating", "value"] }]);
    expect(judge({ rating: deep }).issues).toMatchObject([{ code: "wrong-type", path: ["rating", "value"] }]);
    expect(judge({ rating: "9".repeat(10_000_000), ...huge }).issues).toMatchObject([{ code: "not-a-decimal" }]);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test("facts in class instances, getters that work and prototypes are read", () => {
    class Client {
      rating = 5;
      get flag(): boolean {
        return true;
      }
    }
    expect(statuses(judge(new Client()))).toEqual(["known", "known"]);
    expect(statuses(judge(Object.create({ rating: 5 })))).toEqual(["known", "unknown"]);
    expect(statuses(judge(Object.assign(Object.create(null) as object, { rating: 5 })))).toEqual(["known", "unknown"]);
  });
});

describe("A7.6 an asOf that is none throws not-a-date", () => {
  test.each([
    ["", ""],
    ["2026-02-30", "2026-02-30"],
    ["2026-11-21T08:00:00+01:00", "2026-11-21T08:00:00+01:00"],
    ["today".repeat(50), "today".repeat(50).slice(0, 64)],
    [20_778, "20778"],
    [new Date(0), "Date"],
    [Object.create(null), "object"],
    [Object.assign(() => "2026-11-21", { toString: fail }), "function"],
    [false, "false"],
  ])("%#", (asOf, received) => {
    let details: unknown;
    try {
      evaluate(card, {}, { asOf: asOf as string });
    } catch (error) {
      if (isKeyAccountError(error, "not-a-date")) details = { path: error.path, ...error.details };
    }
    expect(details).toEqual({ path: ["asOf"], received });
  });

  test("null and undefined are no asOf", () => {
    for (const asOf of [null, undefined]) expect(evaluate(card, {}, { asOf }).asOf).toBeNull();
  });
});

describe("A7.6 an evaluation is plain JSON", () => {
  const inputs: unknown[] = [
    {},
    { rating: 5, flag: true },
    { rating: { value: "4.50", observedAt: "2026-11-21", source: "form 3", verified: false }, flag: false },
    { rating: -0, flag: { notApplicable: true } },
    { rating: { notApplicable: true }, flag: { notApplicable: true } },
    { rating: "1,5", flag: { value: null, source: undefined } },
    { rating: { value: 1, observedAt: "2026-12-24" } },
    null,
  ];

  const walk = (value: unknown, visit: (key: string, value: unknown) => void): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      visit(key, member);
      walk(member, visit);
    }
  };

  test.each(inputs)("%#: it equals itself after JSON, and holds nothing that JSON would change", (facts) => {
    const result: unknown = evaluate(card, deepFreeze(facts) as never, deepFreeze({ asOf: "2026-11-21T08:00:00Z" }));
    expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
    let seen = 0;
    walk(result, (key, value) => {
      seen += 1;
      expect(key).not.toMatch(/^[$_]|[.$]/);
      expect(value).not.toBeUndefined();
      expect(Object.is(value, -0)).toBe(false);
      expect(["string", "boolean", "object"].includes(typeof value) || Number.isFinite(value)).toBe(true);
    });
    expect(seen).toBeGreaterThan(50);
  });

  test("the same input gives the same bytes, rows in the order of the definition", () => {
    const facts = { flag: true, rating: 3 };
    expect(JSON.stringify(judge(facts))).toBe(JSON.stringify(judge({ rating: 3, flag: true })));
    expect(Object.keys(judge(facts).indicators)).toEqual(["rating", "flag"]);
  });

  test("a host may change its result without spoiling the next one", () => {
    const first = evaluate(card, { rating: 5, flag: true });
    const bytes = JSON.stringify(first);
    Object.assign(first.indicators.rating, { points: 0 });
    Object.assign(first.groups.g, { points: 0 });
    (first.reasons as unknown[]).length = 0;
    (first.issues as unknown[]).push("mine");
    expect(JSON.stringify(evaluate(card, { rating: 5, flag: true }))).toBe(bytes);
  });
});
