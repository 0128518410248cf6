import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { faults, issuesOf, NOUN_NAMES, NOUNS, stored } from "./noun.js";

const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { deeper: value };
  return value;
};
const cycle = (): object => {
  const one: Record<string, unknown> = {};
  one["self"] = { again: one };
  return one;
};
const thrower = (): object =>
  Object.defineProperty({}, "boom", {
    enumerable: true,
    get() {
      throw new Error("must not run");
    },
  });
const proxy = (trap: keyof ProxyHandler<object>): object =>
  new Proxy(
    {},
    {
      [trap]: () => {
        throw new Error("trap");
      },
    },
  );
const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
class Client {
  name = "x";
}

const TEXT = "x".repeat(10_000_000);
const HOLES: unknown[] = [];
HOLES.length = 1_000_000_000;

const HOSTILE: readonly (readonly [string, () => unknown, string])[] = [
  ["a text of 10 MB", () => TEXT, "too-long"],
  ["a key of 10 MB", () => ({ ["x".repeat(10_000_000)]: 1 }), "too-long"],
  ["10,000 levels", () => nested(10_000), "too-deep"],
  ["a cycle", cycle, "cyclic"],
  ["a million members", () => Array.from({ length: 1_000_000 }, () => 1), "too-many-values"],
  ["a billion holes", () => HOLES, "not-json"],
  [
    "200,000 keys",
    () => Object.fromEntries(Array.from({ length: 200_000 }, (_, key) => [`k${String(key)}`, 1])),
    "too-many-values",
  ],
  ["an own key __proto__", () => JSON.parse('{ "__proto__": { "kind": "dealer" } }') as unknown, "forbidden-key"],
  ["a getter that throws", thrower, "accessor"],
  ["a proxy that throws on its keys", () => proxy("ownKeys"), "unreadable"],
  ["a proxy that throws on its prototype", () => proxy("getPrototypeOf"), "unreadable"],
  ["a revoked proxy", revoked, "unreadable"],
  ["a function", () => () => 1, "not-json"],
  ["a symbol", () => Symbol("s"), "not-json"],
  ["a bigint", () => 10n, "not-json"],
  ["NaN", () => Number.NaN, "not-json"],
  ["Infinity", () => Infinity, "not-json"],
  ["a Date", () => new Date(0), "not-json"],
  ["a Map", () => new Map([["a", 1]]), "not-json"],
  ["a typed array", () => new Float64Array(3), "not-json"],
  ["an instance of a class", () => new Client(), "not-json"],
  ["a Date of another realm", () => runInNewContext("new Date(0)") as unknown, "not-json"],
];

const BOUND = 10_000;

function timed<T>(call: () => T): { value: T; ms: number } {
  const start = performance.now();
  const value = call();
  return { value, ms: performance.now() - start };
}

describe.each(HOSTILE)("E3 hostile: %s", (_, make, code) => {
  const input = make();

  test.each(NOUN_NAMES)("as a %s", (noun) => {
    const [, parse] = NOUNS[noun];
    const { value, ms } = timed(() => parse(input));
    expect(issuesOf(value).map((issue) => issue.code)).toContain(code);
    expect(ms).toBeLessThan(BOUND);
  });

  test("in the place of a name: no more is said of it than its type and its fault", () => {
    const { value, ms } = timed(() => NOUNS.client[1]({ ...stored("client"), kind: "shop", name: input }));
    const codes = issuesOf(value)
      .filter(({ path }) => path[0] !== "kind")
      .map((issue) => issue.code);
    const hasContent = !["not-json", "unreadable", "too-many-values"].includes(code) && input !== TEXT;
    expect(new Set(codes)).toEqual(new Set(hasContent || input === HOLES ? ["wrong-type", code] : [code]));
    if (input !== HOLES) expect(faults(value).includes("unknown-value at kind")).toBe(code !== "too-many-values");
    expect(ms).toBeLessThan(BOUND);
  });
});

describe("E3 hostile: as many issues as can be", () => {
  test.each([
    ["contacts", () => ({ ...stored("client"), contacts: new Array(99_000).fill(5) })],
    [
      "contacts that share an id",
      () => ({
        ...stored("client"),
        contacts: Array.from({ length: 24_000 }, () => ({ id: "a", reportsTo: "a", v: 1 })),
      }),
    ],
    [
      "a long line of reporting",
      () => ({
        ...stored("client"),
        contacts: Array.from({ length: 24_000 }, (_, one) => ({
          id: `c${String(one)}`,
          reportsTo: `c${String(one + 1)}`,
          v: 1,
        })),
      }),
    ],
    [
      "host keys",
      () => ({
        ...stored("client"),
        archive: {
          v: 1,
          finance: Object.fromEntries(Array.from({ length: 90_000 }, (_, key) => [`k${String(key)}`, 1])),
        },
      }),
    ],
  ])("%s", (name, make) => {
    const input = make();
    const { value, ms } = timed(() => NOUNS.client[1](input));
    expect(value.ok).toBe(name === "host keys");
    expect(ms).toBeLessThan(BOUND);
  });

  test("answers by the ten thousand, each of them wrong: each is listed", () => {
    const learnt = Object.fromEntries(Array.from({ length: 30_000 }, (_, key) => [`k${String(key)}`, key]));
    const { value, ms } = timed(() => NOUNS.visit[1]({ ...stored("visit"), learnt }));
    expect(issuesOf(value)).toHaveLength(30_000);
    expect(ms).toBeLessThan(BOUND);
  });

  test("undefined is absent, as JSON has it", () => {
    const { name: _, ...rest } = stored("client");
    expect(faults(NOUNS.client[1]({ ...rest, name: undefined }))).toEqual(["required at name"]);
    expect(NOUNS.client[1]({ ...stored("client"), area: undefined }).ok).toBe(true);
  });

  test("nothing reaches a prototype", () => {
    const input = JSON.parse(
      JSON.stringify(stored("client")).replace('"v":1', '"v":1,"__proto__":{"polluted":true}'),
    ) as unknown;
    expect(faults(NOUNS.client[1](input))).toEqual(["forbidden-key"]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    const constructor = { ...stored("client"), constructor: { prototype: { polluted: true } } };
    expect(NOUNS.client[1](constructor).ok).toBe(true);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
