import { defineScorecard, evaluate, type FactIssue, type JsonIssueDetails, parseFacts } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const card = defineScorecard({
  id: "x",
  version: "1",
  indicators: {
    days: { kind: "ratio", weight: 40, standard: 45, better: "lower", maxAgeDays: 30 },
    rating: { kind: "rating", weight: 30, min: 1, max: 5 },
    choice: { kind: "choice", weight: 20, options: { none: 0, some: 1 } },
    flag: { kind: "flag", weight: 10 },
  },
  grades: [{ grade: "A", from: null }],
});
const issuesOf = (input: unknown): readonly FactIssue[] => {
  const result = parseFacts(card, input);
  return result.ok ? [] : result.issues;
};
const listed = (input: unknown): string[] => issuesOf(input).map(({ code, path }) => `${path.join(".")}: ${code}`);

describe("A7.6 parseFacts gives a plain copy of facts without fault", () => {
  const sound = {
    days: { value: "60.0", observedAt: "1999-01-01", source: "ledger", verified: true, note: { by: ["Ming"] } },
    rating: 4.5,
    choice: { notApplicable: true },
    flag: null,
  };

  test("the copy equals the input, is no part of it and judges the same", () => {
    const result = parseFacts(card, deepFreeze(sound));
    expect(result).toStrictEqual({ ok: true, value: sound });
    if (!result.ok) return;
    expect(result.value.days).not.toBe(sound.days);
    expect(Object.isFrozen(result.value)).toBe(false);
    expect(evaluate(card, result.value)).toEqual(evaluate(card, sound as never));
  });

  test("no facts are facts", () => {
    expect(parseFacts(card, {})).toStrictEqual({ ok: true, value: {} });
    expect(parseFacts(card, { rating: undefined, days: null })).toStrictEqual({ ok: true, value: { days: null } });
  });

  test("texts stay texts, −0 becomes 0, old facts aren't judged stale", () => {
    const result = parseFacts(card, { days: "6.0e1", rating: { value: 5, observedAt: "0001-01-01" } });
    expect(result).toStrictEqual({
      ok: true,
      value: { days: "6.0e1", rating: { value: 5, observedAt: "0001-01-01" } },
    });
    const wall = defineScorecard({
      id: "x",
      version: "1",
      indicators: { a: { kind: "ratio", weight: 100, standard: 1 } },
      grades: [{ grade: "A", from: null }],
    });
    const zero = parseFacts(wall, { a: -0 });
    expect(zero.ok && Object.is(zero.value.a, 0)).toBe(true);
  });

  test("objects without a prototype become ordinary ones", () => {
    const bare = Object.assign(Object.create(null) as object, { rating: 5 });
    expect(parseFacts(card, bare)).toStrictEqual({ ok: true, value: { rating: 5 } });
  });

  test("a scorecard that was never parsed is checked first", () => {
    const copy = JSON.parse(JSON.stringify(card)) as typeof card;
    expect(parseFacts(copy, { rating: 5 }).ok).toBe(true);
    expect(() => parseFacts({ ...copy, total: "90" }, {})).toThrow("weights-not-total");
  });
});

describe("A7.6 parseFacts lists every issue", () => {
  test("unknown ids first, then the facts in the order of the definition", () => {
    const input = {
      flag: "yes",
      reputation: 3,
      rating: 9,
      choice: { value: "many", source: 5 },
      days: "1,5",
      constructor: 1,
    };
    expect(listed(deepFreeze(input))).toEqual([
      "reputation: unknown-indicator",
      "constructor: unknown-indicator",
      "days: not-a-decimal",
      "rating: outside-range",
      "choice.value: unknown-option",
      "choice.source: wrong-type",
      "flag: wrong-type",
    ]);
    expect(issuesOf({ reputation: 3 })).toEqual([
      { code: "unknown-indicator", path: ["reputation"], details: { indicator: "reputation" } },
    ]);
  });

  test("the same issues as evaluate, ratios that can't be scored included", () => {
    const faulty: unknown[] = [
      { days: 0 },
      { days: "1e-400" },
      { rating: "five" },
      { choice: 1 },
      { flag: { value: true, notApplicable: true } },
      { flag: { value: true, observedAt: "soon" } },
      { flag: { vaule: true } },
      { flag: [] },
    ];
    for (const facts of faulty) {
      expect(issuesOf(facts)).toEqual(evaluate(card, facts as never).issues);
      expect(issuesOf(facts)).toHaveLength(1);
    }
  });

  test.each([
    [null, "null"],
    ["rating=5", "rating=5"],
    [5, "5"],
    [[{ rating: 5 }], "array"],
  ])("%j is no record of facts", (input, received) => {
    expect(issuesOf(input)).toEqual([{ code: "wrong-type", path: [], details: { expected: "object", received } }]);
  });

  test("what isn't JSON is listed beside the rest, once", () => {
    const input = { rating: Number.NaN, flag: "yes", days: { value: 1n, source: () => "x" }, colour: "red" };
    expect(listed(input)).toEqual([
      "rating: not-json",
      "days.value: not-json",
      "days.source: not-json",
      "colour: unknown-indicator",
      "flag: wrong-type",
    ]);
    expect(listed({ rating: new Date(0), choice: "many" })).toEqual(["rating: not-json", "choice: unknown-option"]);
  });
});

describe("E3 parseFacts with asOf", () => {
  test("facts observed later are issues, old ones aren't", () => {
    const facts = { days: { value: 60, observedAt: "2020-01-01" }, rating: { value: 5, observedAt: "2026-11-23" } };
    const details = { observedAt: "2026-11-23", asOf: "2026-11-21" };
    expect(parseFacts(card, facts).ok).toBe(true);
    expect(parseFacts(card, facts, { asOf: "2026-11-23" })).toStrictEqual({ ok: true, value: facts });
    expect(parseFacts(card, facts, { asOf: "2026-11-21" })).toEqual({
      ok: false,
      issues: [{ code: "observed-after-as-of", path: ["rating", "observedAt"], details }],
    });
  });

  test("an asOf that is none throws, whatever the facts", () => {
    for (const facts of [{ rating: 5 }, null]) {
      expect(() => parseFacts(card, facts, { asOf: "soon" })).toThrow("not-a-date at asOf");
    }
  });
});

describe("A7.6 parseFacts and hostile input", () => {
  const cyclic: Record<string, unknown> = {};
  cyclic["value"] = cyclic;
  let deep: unknown = 5;
  for (let level = 0; level < 10_000; level += 1) deep = { value: deep };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const getter = Object.defineProperty({}, "rating", {
    get: () => {
      throw new Error("foreign code");
    },
    enumerable: true,
  });

  /** A new code without a case doesn't compile. */
  const CASES: { readonly [C in keyof JsonIssueDetails]: readonly [input: unknown, path: FactIssue["path"]] } = {
    "not-json": [{ rating: new Map() }, ["rating"]],
    cyclic: [{ rating: cyclic }, ["rating", "value"]],
    "too-deep": [{ rating: deep }, ["rating", ...new Array<string>(63).fill("value")]],
    "too-many-values": [{ rating: new Array(1_500_000).fill(1) }, ["rating"]],
    "too-long": [{ rating: "5".repeat(10_000_000) }, ["rating"]],
    accessor: [getter, ["rating"]],
    "forbidden-key": [JSON.parse('{"rating": 5, "__proto__": {"flag": true}}'), []],
    unreadable: [{ rating: revoked.proxy }, ["rating"]],
  };

  test.each(Object.entries(CASES))("%s", (code, [input, path]) => {
    const start = performance.now();
    expect(issuesOf(input)).toContainEqual(expect.objectContaining({ code, path }));
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test("an input that is hostile as a whole has that one issue", () => {
    expect(listed(revoked.proxy)).toEqual([": unreadable"]);
    expect(listed(() => ({ rating: 5 }))).toEqual([": not-json"]);
    expect(listed(new Date(0))).toEqual([": not-json"]);
    expect(listed("x".repeat(2_000_000))).toEqual([": too-long"]);
    expect(listed({ strange: new Array(1_500_000).fill(1) })).toEqual(["strange: too-many-values"]);
  });

  test("hundreds of thousands of unknown ids end within bounded time", () => {
    const many = Object.fromEntries(Array.from({ length: 300_000 }, (_, index) => [`k${index}`, index]));
    const start = performance.now();
    expect(issuesOf(many)).toHaveLength(300_000);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
