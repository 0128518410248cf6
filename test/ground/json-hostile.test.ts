import { describe, expect, test } from "vitest";
import type { JsonIssue } from "../../src/ground/issue.js";
import { readJson } from "../../src/ground/json.js";

const issuesOf = (input: unknown): JsonIssue[] => readJson(input).issues;
const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = { a: value };
  return value;
};
const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

describe("what JSON can't carry", () => {
  class Client {
    name = "Ming";
  }
  class Nameless {
    id = 1;
    static get name(): never {
      throw new Error("name");
    }
  }
  test.each([
    ["undefined", undefined, "undefined"],
    ["a function", () => 1, "function"],
    ["a symbol", Symbol("s"), "symbol"],
    ["a bigint", 1n, "bigint"],
    ["NaN", Number.NaN, "NaN"],
    ["Infinity", Number.POSITIVE_INFINITY, "Infinity"],
    ["−Infinity", Number.NEGATIVE_INFINITY, "-Infinity"],
    ["a Date", new Date(0), "Date"],
    ["a Map", new Map(), "Map"],
    ["a Set", new Set(), "Set"],
    ["a RegExp", /a/, "RegExp"],
    ["a typed array", new Float64Array(2), "Float64Array"],
    ["a boxed number", Object(1), "Number"],
    ["a promise", Promise.resolve(1), "Promise"],
    ["an error", new Error("x"), "Error"],
    ["a class instance", new Client(), "Client"],
    ["an object that inherits", Object.create({ a: 1 }), "object"],
    ["an instance of a class that hides its name", new Nameless(), "object"],
  ])("%s is an issue at its place", (_, value, received) => {
    expect(issuesOf(value)).toEqual([{ code: "not-json", path: [], details: { received } }]);
    if (value === undefined) return;
    expect(readJson({ a: [value], b: 1 })).toEqual({
      json: { a: [null], b: 1 },
      issues: [{ code: "not-json", path: ["a", 0], details: { received } }],
    });
  });

  test("holes and undefined members of an array are issues, not nulls", () => {
    // oxlint-disable-next-line no-sparse-arrays
    expect(issuesOf([1, , undefined])).toEqual([
      { code: "not-json", path: [1], details: { received: "undefined" } },
      { code: "not-json", path: [2], details: { received: "undefined" } },
    ]);
  });

  test("every issue is listed, in the order of the input", () => {
    const input = { a: Number.NaN, b: { c: [1n, "fine"] }, d: new Date(0) };
    expect(issuesOf(input).map(({ path }) => path.join("."))).toEqual(["a", "b.c.0", "d"]);
  });

  test("at most a hundred issues are listed", () => {
    expect(issuesOf(new Array(5_000).fill(Number.NaN))).toHaveLength(100);
  });
});

describe("foreign code", () => {
  test("getters aren't run, not even harmless ones", () => {
    let runs = 0;
    const count = { get: () => (runs += 1), enumerable: true, configurable: true };
    const record = Object.defineProperty({ b: 1 }, "a", count);
    const list = Object.defineProperty([1, 2], 1, count);
    expect(readJson(record)).toEqual({
      json: { a: null, b: 1 },
      issues: [{ code: "accessor", path: ["a"], details: {} }],
    });
    expect(readJson(list)).toEqual({ json: [1, null], issues: [{ code: "accessor", path: [1], details: {} }] });
    expect(runs).toBe(0);
  });

  test("setters without getters, and getters that throw, are accessors too", () => {
    const input = {
      set a(_: unknown) {
        throw new Error("set");
      },
      get b(): never {
        throw new Error("got");
      },
    };
    expect(issuesOf(input).map(({ code }) => code)).toEqual(["accessor", "accessor"]);
  });

  test("a class isn't asked what it calls itself, and a long name is cut", () => {
    class Loud {
      get [Symbol.toStringTag](): never {
        throw new Error("tag");
      }
    }
    Object.defineProperty(Loud, "name", { value: "L".repeat(1_000_000) });
    expect(issuesOf(new Loud())).toEqual([{ code: "not-json", path: [], details: { received: "L".repeat(64) } }]);
  });

  test("toJSON isn't called; it is a function like any other", () => {
    const input = { toJSON: () => ({ a: 1 }) };
    expect(issuesOf(input)).toEqual([{ code: "not-json", path: ["toJSON"], details: { received: "function" } }]);
  });

  test("proxies that throw, and revoked ones, are unreadable; their neighbours are still read", () => {
    const fail = (): never => {
      throw new Error("trap");
    };
    const traps = ["getPrototypeOf", "ownKeys", "getOwnPropertyDescriptor"] as const;
    for (const trap of traps) {
      const proxy = new Proxy({ a: 1 }, { [trap]: fail });
      const issue = { code: "unreadable", path: ["hostile"], details: {} };
      expect(readJson({ hostile: proxy, b: 1 })).toEqual({ json: { hostile: null, b: 1 }, issues: [issue] });
    }
    expect(issuesOf([revoked(), 1])).toEqual([{ code: "unreadable", path: [0], details: {} }]);
    expect(issuesOf(revoked())).toEqual([{ code: "unreadable", path: [], details: {} }]);
  });

  test("an honest proxy is read like its target, without its get trap", () => {
    const proxy = new Proxy({ a: [1] }, { get: () => "forged" });
    expect(readJson(proxy)).toEqual({ json: { a: [1] }, issues: [] });
  });

  test("an array that claims to be endless, with nothing but getters, ends", () => {
    const endless = new Proxy([], {
      get: (target, key): unknown => (key === "length" ? Number.POSITIVE_INFINITY : Reflect.get(target, key)),
      getOwnPropertyDescriptor: (target, key) =>
        key === "length" ? Reflect.getOwnPropertyDescriptor(target, key) : { get: () => 1, configurable: true },
    });
    expect(readJson(endless, { values: 1_000 }).issues).toHaveLength(100);
  });

  test("__proto__ as an own key is refused and never set", () => {
    const input: unknown = JSON.parse('{"a": {"__proto__": {"admin": true}}}');
    const { json, issues } = readJson(input);
    expect(issues).toEqual([{ code: "forbidden-key", path: ["a"], details: { key: "__proto__" } }]);
    expect(json).toStrictEqual({ a: {} });
    expect("admin" in {}).toBe(false);
  });
});

describe("size", () => {
  test("a text of ten million characters is refused with its length", () => {
    const details = { max: 1_000_000, length: 10_000_000 };
    expect(issuesOf({ a: "x".repeat(10_000_000) })).toEqual([{ code: "too-long", path: ["a"], details }]);
    expect(issuesOf("x".repeat(1_000_001))[0]?.code).toBe("too-long");
  });

  test("a key of more than a thousand characters is refused without being repeated", () => {
    const issue = { code: "too-long", path: ["a"], details: { max: 1_000, length: 1_001 } };
    expect(issuesOf({ a: { ["k".repeat(1_001)]: 1 } })).toEqual([issue]);
    expect(issuesOf({ ["k".repeat(1_000)]: 1 })).toEqual([]);
  });

  test("the sixty-fifth level is refused, and ten thousand levels at the same place", () => {
    for (const levels of [65, 10_000]) {
      const [issue, ...others] = issuesOf(nested(levels));
      expect(issue).toEqual({ code: "too-deep", path: new Array(64).fill("a"), details: { max: 64 } });
      expect(others).toEqual([]);
    }
    expect(issuesOf(nested(64))).toEqual([]);
  });

  test("cycles are found where they close, through arrays and objects", () => {
    const self: Record<string, unknown> = {};
    self["self"] = self;
    expect(issuesOf(self)).toEqual([{ code: "cyclic", path: ["self"], details: {} }]);
    const list: unknown[] = [1];
    list.push({ back: list });
    expect(issuesOf(list)).toEqual([{ code: "cyclic", path: [1, "back"], details: {} }]);
  });

  test("the bounds can be narrowed: values, depth and text", () => {
    const tooMany = { code: "too-many-values", path: [], details: { max: 4 } };
    expect(readJson([1, 2, 3], { values: 4 }).issues).toEqual([]);
    expect(readJson([1, 2, 3, 4], { values: 4 })).toEqual({ json: [1, 2, 3], issues: [tooMany] });
    expect(readJson({ a: 1, b: 2, c: 3, d: 4 }, { values: 4 })).toEqual({
      json: { a: 1, b: 2, c: 3 },
      issues: [tooMany],
    });
    expect(readJson({ a: [1, 2], b: [3] }, { values: 4 }).issues).toEqual([tooMany]);
    expect(readJson([[1]], { depth: 1 }).issues).toEqual([{ code: "too-deep", path: [0], details: { max: 1 } }]);
    expect(readJson("abc", { text: 2 }).issues).toEqual([
      { code: "too-long", path: [], details: { max: 2, length: 3 } },
    ]);
  });

  test("too many values are one issue, however many levels the reader climbs out of", () => {
    const issues = readJson({ a: { b: [1, 2, 3] }, c: 1, d: [2] }, { values: 4 }).issues;
    expect(issues).toEqual([{ code: "too-many-values", path: ["a", "b"], details: { max: 4 } }]);
  });

  test("millions of members, holes, and shared references that unfold endlessly end within bounded time", () => {
    let laughs: unknown = ["ha"];
    for (let level = 0; level < 60; level += 1) laughs = [laughs, laughs, laughs];
    const start = performance.now();
    for (const input of [new Array(2_000_000).fill(1), laughs]) {
      expect(issuesOf(input)).toMatchObject([{ code: "too-many-values", details: { max: 1_000_000 } }]);
    }
    expect(issuesOf(new Array(2 ** 32 - 1))).toHaveLength(100);
    let unlisted = 0;
    const { issues } = readJson([new Array(9_000_000)], { values: 10_000_000 }, () => (unlisted += 1));
    expect([issues.length, unlisted]).toEqual([100, 1]);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
