import {
  defineScorecard,
  hashScorecard,
  isKeyAccountError,
  type JsonIssue,
  type JsonIssueDetails,
  type KeyAccountError,
} from "keyaccount";
import { parseScorecard } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const sound = {
  id: "x",
  version: "1",
  indicators: { a: { kind: "flag", weight: "100" } },
  grades: [{ grade: "A", from: null }],
} as const;

function errorOf(definition: unknown): KeyAccountError {
  try {
    defineScorecard(definition as typeof sound);
  } catch (error) {
    if (isKeyAccountError(error)) return error;
    throw error;
  }
  throw new Error("the definition was accepted");
}

describe("A7.6 all faults are listed at once", () => {
  const faulty = deepFreeze({
    ...sound,
    id: "$",
    scale: 11,
    indicators: {
      a: { kind: "ratio", weight: "1,5", standard: "0", cap: "1", better: "up" },
      b: { kind: "rating", weight: 50, min: 5, max: 1 },
      c: { kind: "ration", weight: 50 },
    },
    limits: [{ when: { indicator: "a", over: 5 }, grade: "" }],
    grades: [{ grade: "A", from: "high" }],
    extra: true,
  });

  test("each with its place, unknown keys of a part before its values", () => {
    expect(errorOf(faulty).issues.map(({ code, path }) => `${path.join(".")}: ${code}`)).toEqual([
      "extra: unknown-key",
      "id: unsafe-id",
      "scale: out-of-range",
      "indicators.a.weight: not-a-decimal",
      "indicators.a.better: unknown-value",
      "indicators.b.max: empty-range",
      "indicators.c.kind: unknown-value",
      "limits.0.when.over: unknown-key",
      "limits.0.grade: out-of-range",
      "grades.0.from: not-a-decimal",
    ]);
  });

  test("faults of the whole are listed together too", () => {
    const definition = {
      ...sound,
      indicators: { a: { kind: "flag", weight: 60, group: "g" }, b: { kind: "flag", weight: 60 } },
      limits: [{ when: { indicator: "c", is: true }, grade: "Z" }],
      grades: [
        { grade: "A", from: "500" },
        { grade: "A", from: "600" },
      ],
    };
    expect(errorOf(definition).issues.map(({ code, path }) => `${path.join(".")}: ${code}`)).toEqual([
      "indicators: weights-not-total",
      "indicators.a.group: unknown-group",
      "grades.0.from: unreachable-grade",
      "grades.1.grade: duplicate-grade",
      "grades.1.from: grades-unordered",
      "grades.1.from: grades-gap",
      "grades.1.from: unreachable-grade",
      "limits.0.when.indicator: unknown-indicator",
      "limits.0.grade: unknown-grade",
    ]);
  });

  test("the error carries the first issue, and its message names every place and value", () => {
    const error = errorOf(faulty);
    const [first] = error.issues;
    expect({ code: error.code, path: error.path, details: error.details }).toEqual({ ...first });
    for (const part of ["extra", 'id "$"', '"11"', "indicators.a.weight", '"1,5"', '"ration"', "grades.0.from"]) {
      expect(error.message).toContain(part);
    }
  });

  test("parseScorecard lists the same issues, sorted by their place in the input", () => {
    const result = parseScorecard(faulty);
    const sorted = (issues: readonly object[]): string[] => issues.map((issue) => JSON.stringify(issue)).sort();
    expect(result.ok ? [] : sorted(result.issues)).toEqual(sorted(errorOf(faulty).issues));
  });
});

describe("hostile definitions end in issues, quickly", () => {
  test("cyclic ones: only the keys of a scorecard are followed", () => {
    const cyclic: Record<string, unknown> = { ...sound };
    Object.assign(cyclic, { groups: cyclic, indicators: cyclic, limits: [cyclic], grades: [cyclic] });
    const start = performance.now();
    expect(errorOf(cyclic).issues.length).toBeGreaterThan(5);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test("deep and huge ones", () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = { max: deep, kind: deep };
    const many = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`a${index}`, sound.indicators.a]));
    const start = performance.now();
    expect(errorOf({ ...sound, indicators: { a: deep } }).code).toBe("wrong-type");
    expect(errorOf({ ...sound, groups: { g: deep } }).issues.map(({ code }) => code)).toContain("wrong-type");
    expect(errorOf({ ...sound, indicators: many }).issues).toEqual([
      { code: "too-many-values", path: ["indicators"], details: { max: 1_000 } },
    ]);
    const grades = Array.from({ length: 1_000_000 }, () => sound.grades[0]);
    expect(errorOf({ ...sound, grades }).issues).toEqual([
      { code: "too-many-values", path: ["grades"], details: { max: 1_000 } },
    ]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test("as many bands as there may be, of as many decimals: written out and read again, quickly", () => {
    const bands = [
      { from: null, share: "1" },
      ...Array.from({ length: 999 }, (_, index) => ({
        from: `${String(index + 1)}e-99`,
        share: `0.${"7".repeat(120)}`,
      })),
    ];
    const start = performance.now();
    const card = defineScorecard({ ...sound, indicators: { a: { kind: "bands", weight: 100, bands } } });
    expect(hashScorecard(JSON.parse(JSON.stringify(card)) as typeof card)).toBe(hashScorecard(card));
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test("a decimal that can't be written out in 128 characters is none, so that a stored scorecard can be read again", () => {
    for (const weight of ["1e100", "1e-999", Number.MAX_VALUE, 5e-324, `0.${"3".repeat(125)}e-9`]) {
      expect(errorOf({ ...sound, indicators: { a: { kind: "flag", weight } } }).issues).toContainEqual({
        code: "not-a-decimal",
        path: ["indicators", "a", "weight"],
        details: { received: String(weight).slice(0, 64) },
      });
    }
  });

  test("holes in lists are members that are missing", () => {
    const grades: unknown[] = new Array(1);
    grades.push(sound.grades[0]);
    const holed = errorOf({ ...sound, grades, limits: new Array(2) });
    expect(holed.issues.map(({ code, path }) => [code, ...path])).toEqual([
      ["required", "limits", 0],
      ["required", "limits", 1],
      ["required", "grades", 0],
    ]);
  });
});

describe("what isn't JSON at all is refused by parseScorecard with its place", () => {
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const cyclic: Record<string, unknown> = {};
  cyclic["g"] = cyclic;
  let deep: unknown = {};
  for (let level = 0; level < 10_000; level += 1) deep = { max: deep };

  /** A new code without a case doesn't compile. */
  const CASES: {
    readonly [C in keyof JsonIssueDetails]: readonly [
      part: object,
      path: JsonIssue["path"],
      details: JsonIssueDetails[C],
    ];
  } = {
    "not-json": [
      { indicators: { a: { kind: "flag", weight: 100n } } },
      ["indicators", "a", "weight"],
      { received: "bigint" },
    ],
    cyclic: [{ groups: cyclic }, ["groups", "g"], {}],
    "too-deep": [{ groups: { g: deep } }, ["groups", "g", ...new Array<string>(30).fill("max")], { max: 32 }],
    "too-many-values": [{ grades: new Array(100_000).fill(1) }, ["grades"], { max: 100_000 }],
    "too-long": [{ version: "1".repeat(100_001) }, ["version"], { max: 100_000, length: 100_001 }],
    accessor: [
      {
        get missing(): never {
          throw new Error("foreign code ran");
        },
      },
      ["missing"],
      {},
    ],
    "forbidden-key": [{ groups: JSON.parse('{"__proto__": {}}') as object }, ["groups"], { key: "__proto__" }],
    unreadable: [{ groups: revoked.proxy }, ["groups"], {}],
  };

  test.each(Object.entries(CASES))("%s", (code, [part, path, details]) => {
    const definition = Object.defineProperties({ ...sound }, Object.getOwnPropertyDescriptors(part));
    const start = performance.now();
    const result = parseScorecard(definition);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(result.ok ? [] : result.issues).toContainEqual({ code, path, details });
  });
});
