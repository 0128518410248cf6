import fc from "fast-check";
import { expect, test } from "vitest";
import { readJson } from "../../src/ground/json.js";
import { deepFreeze } from "../support/deep-freeze.js";

const accepts = (input: unknown): unknown => {
  const { json, issues } = readJson(input);
  expect(issues).toEqual([]);
  return json;
};

function hasForbiddenKey(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, member]) => key === "__proto__" || hasForbiddenKey(member));
}

test("any JSON value is copied as it is, but for keys __proto__, which are issues", () => {
  const law = fc.property(fc.jsonValue(), (value) => {
    const plain: unknown = JSON.parse(JSON.stringify(value));
    if (!hasForbiddenKey(plain)) {
      expect(accepts(plain)).toStrictEqual(plain);
      return;
    }
    const codes = readJson(plain).issues.map(({ code }) => code);
    expect([...new Set(codes)]).toEqual(["forbidden-key"]);
  });
  fc.assert(law, { numRuns: 2000, examples: [[JSON.parse('{"__proto__":[]}')], [{ text: "__proto__" }]] });
});

test("the copy shares nothing with the input, and the input may be frozen", () => {
  const input = deepFreeze({ list: [{ a: 1 }], record: { b: {} } });
  const copy = accepts(input) as { list: { a: number }[]; record: { b: object } };
  expect(copy).toStrictEqual(input);
  expect(copy.list).not.toBe(input.list);
  expect(copy.list[0]).not.toBe(input.list[0]);
  expect(copy.record.b).not.toBe(input.record.b);
});

test("an object that stands in two places is no cycle: it is copied twice", () => {
  const shared = { a: [1] };
  const copy = accepts({ first: shared, second: [shared, shared] }) as { first: object; second: object[] };
  expect(copy).toStrictEqual({ first: { a: [1] }, second: [{ a: [1] }, { a: [1] }] });
  expect(copy.second[0]).not.toBe(copy.first);
  expect(copy.second[0]).not.toBe(copy.second[1]);
});

test("−0 becomes 0 on every level", () => {
  expect(Object.is(accepts(-0), 0)).toBe(true);
  expect(Object.is((accepts([{ a: -0 }]) as [{ a: number }])[0].a, 0)).toBe(true);
});

test("keys without a value are left out, as JSON.stringify does; null stays", () => {
  expect(accepts({ a: undefined, b: null, c: { d: undefined } })).toStrictEqual({ b: null, c: {} });
});

test("objects without a prototype and those of another realm are plain", () => {
  const bare = Object.assign(Object.create(null) as Record<string, unknown>, { a: 1, constructor: "mine" });
  const copy = accepts(bare) as Record<string, unknown>;
  expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  expect({ ...copy }).toEqual({ a: 1, constructor: "mine" });
  const foreign: unknown = Object.create(Object.create(null) as object, { a: { value: 1, enumerable: true } });
  expect(accepts(foreign)).toStrictEqual({ a: 1 });
});

test("only own enumerable text keys are read, as JSON.stringify does", () => {
  const input = Object.defineProperty({ a: 1, [Symbol("s")]: 2 }, "hidden", { value: 3, enumerable: false });
  expect(accepts(input)).toStrictEqual({ a: 1 });
});

test("keys that every object has are ordinary keys of a copy", () => {
  const text = '{"constructor": 1, "toString": 2, "hasOwnProperty": {"valueOf": 3}}';
  expect(JSON.stringify(accepts(JSON.parse(text)))).toBe(
    '{"constructor":1,"toString":2,"hasOwnProperty":{"valueOf":3}}',
  );
});

test("a million members fit, quickly", () => {
  const list = new Array<number>(999_999).fill(7);
  const start = performance.now();
  expect(accepts(list)).toHaveLength(999_999);
  expect(performance.now() - start).toBeLessThan(5_000);
});

test("sixty-four levels fit, and a text of a million characters", () => {
  const nested = (levels: number): unknown => JSON.parse(`${"[".repeat(levels)}1${"]".repeat(levels)}`);
  expect(accepts(nested(64))).toEqual(nested(64));
  expect(accepts("a".repeat(1_000_000))).toHaveLength(1_000_000);
});
