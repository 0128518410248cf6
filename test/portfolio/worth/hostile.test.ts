import fc from "fast-check";
import {
  developmentWorth,
  effortLedger,
  enthusiasmGap,
  isKeyAccountError,
  lifetimeValue,
  type PortfolioIssue,
} from "keyaccount";
import { describe, expect, test } from "vitest";

type Judge = (facts: unknown, options: unknown) => { readonly issues: readonly PortfolioIssue[] };
const asOf = { asOf: "2026-11-21" };
const functions: readonly (readonly [string, Judge, object, readonly string[]])[] = [
  [
    "lifetimeValue",
    lifetimeValue as Judge,
    {},
    ["currency", "margin", "retention", "discountRate", "periods", "acquisitionCost"],
  ],
  [
    "developmentWorth",
    developmentWorth as Judge,
    {},
    ["currency", "probability", "periods", "sales", "marginRate", "peopleToWin"],
  ],
  ["effortLedger", effortLedger as Judge, {}, ["currency", "marginIfWon", "stage", "costToCome", "contacts"]],
  ["enthusiasmGap", enthusiasmGap as Judge, asOf, ["touches", "needs", "signedOn", "deliveredOn"]],
];

const cyclic: { self?: unknown } = {};
cyclic.self = cyclic;
const throwing = (): object =>
  Object.defineProperty({}, "currency", {
    enumerable: true,
    get: () => {
      throw new Error("read");
    },
  });
const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const deep: unknown = JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`);
const hostile: readonly (readonly [string, unknown])[] = [
  ["nothing", undefined],
  ["null", null],
  ["a number", 5],
  ["a text", "x"],
  ["a list", []],
  ["a function", () => 1],
  ["a Date", new Date(0)],
  ["a Map", new Map()],
  ["a cycle", cyclic],
  ["a throwing getter", throwing()],
  ["a revoked proxy", revoked()],
  ["a key __proto__", JSON.parse('{"__proto__": {"margin": 1}, "contacts": [{"__proto__": null}]}')],
  [
    "a sparse list",
    {
      contacts: new Array(3),
      touches: new Array(3),
      margin: new Array(3),
      needs: new Array(2),
      probability: new Array(1),
    },
  ],
  ["deep", { margin: deep, contacts: [deep], touches: [deep] }],
  [
    "huge numbers",
    {
      margin: "9e999",
      retention: "1e-999",
      discountRate: "9e999",
      sales: "9e999",
      probability: "0.5",
      periods: 1200,
      marginIfWon: "9e999",
    },
  ],
  [
    "a long text",
    {
      currency: "x".repeat(2_000_000),
      margin: "1".repeat(2_000_000),
      stage: "x".repeat(100_000),
      signedOn: "1".repeat(100_000),
    },
  ],
  ["bigints and symbols", { margin: 5n, currency: Symbol("x"), contacts: [5n], touches: [Symbol("x")] }],
];

describe.each(functions)("%s", (_, judge, options, keys) => {
  test.each(hostile)("%s as facts ends in issues within bounded time", (_name, facts) => {
    const start = performance.now();
    const result = judge(facts, options);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(result.issues.length).toBeGreaterThan(0);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test.each(hostile.filter(([name]) => name !== "nothing"))(
    "%s as options throws one error of ours",
    (_name, wrong) => {
      let caught: unknown = null;
      try {
        judge({}, wrong);
      } catch (error) {
        caught = error;
      }
      expect(isKeyAccountError(caught)).toBe(true);
    },
  );

  test("a key that no option has is a programming error", () => {
    let path: unknown = null;
    try {
      judge({}, { ...options, scael: 2 });
    } catch (error) {
      if (isKeyAccountError(error, "unknown-key")) path = [error.path, error.details.key];
    }
    expect(path).toEqual([["scael"], "scael"]);
  });

  test("anything at all in any key never throws and gives plain JSON", () => {
    const facts = fc.record(
      Object.fromEntries(keys.map((key) => [key, fc.oneof(fc.anything(), fc.constantFrom("0.5", 3, "2026-01-01"))])),
      {
        requiredKeys: [],
      },
    );
    fc.assert(
      fc.property(facts, (given) => {
        const result = judge(given, options);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
      { numRuns: 200 },
    );
  });

  test("the host's own keys are left alone", () => {
    expect(judge({ currency: "CNY", contacts: [], touches: [], needs: [], mine: 1 }, options).issues).toEqual([]);
  });
});

test.each(functions.filter(([, , , keys]) => keys.includes("currency")))(
  "%s: a blank currency is no currency",
  (_, judge, options) => {
    const required = { code: "required", path: ["currency"], details: {} };
    for (const currency of ["", " ", "\t\n", "\u3000", null, undefined]) {
      const result = judge({ currency, contacts: [] }, options);
      expect(result).toMatchObject({ currency: null, issues: [required] });
    }
    expect(judge({ currency: " CNY", contacts: [] }, options)).toMatchObject({ currency: "CNY", issues: [] });
  },
);
