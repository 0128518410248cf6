import fc from "fast-check";
import { recommendDevelopmentStrategy, STRATEGY_RULES, type StrategyFacts } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const NEW: StrategyFacts = { newToIndustry: true, channelKnowsProduct: false };
const REFERENCE: StrategyFacts = {
  referenceExists: true,
  referenceNetworkProven: true,
  referenceDistributorsFree: true,
};
const PULL: StrategyFacts = { makerStrong: true, productDifferentiated: true, consumersWithinReach: true };
const NO_REFERENCE: StrategyFacts = { referenceExists: false };
const WEAK: StrategyFacts = { makerStrong: false };

describe("A1 recommendDevelopmentStrategy", () => {
  test.each<[string, StrategyFacts, string | null, boolean, string[]]>([
    ["A1.1 new, and unknown to the channel: two steps", { ...NEW, ...NO_REFERENCE, ...WEAK }, "two-step", true, []],
    [
      "A1.2 a reference whose distributors are free: follow it",
      { ...REFERENCE, ...WEAK },
      "follow-reference",
      true,
      [],
    ],
    ["A1.3 strong and different: pull", PULL, "reverse-pull", true, []],
    ["A1.4 several fit: pull, then follow", { ...PULL, ...REFERENCE, ...NEW }, "reverse-pull", true, []],
    ["A1.4 follow before two steps", { ...REFERENCE, ...NEW, ...WEAK }, "follow-reference", true, []],
    [
      "A1.4 what could still come first is to be found out",
      { ...NEW, ...WEAK, referenceExists: true },
      "two-step",
      false,
      ["reference-network-proven", "reference-distributors-free"],
    ],
    ["A1.4 nothing fits", { ...WEAK, ...NO_REFERENCE, newToIndustry: false }, null, true, []],
    [
      "A1.4 a channel that knows the product needs no two steps",
      { ...WEAK, ...NO_REFERENCE, newToIndustry: true, channelKnowsProduct: true },
      null,
      true,
      [],
    ],
  ])("%s", (_, facts, strategy, certain, findOut) => {
    const advice = recommendDevelopmentStrategy(deepFreeze({ ...facts }));
    expect([advice.strategy, advice.certain, advice.findOut]).toEqual([strategy, certain, findOut]);
  });

  test("A1.4 of nothing known there is no advice, but a list of questions", () => {
    const { strategy, certain, findOut, options } = recommendDevelopmentStrategy({});
    expect([strategy, certain, findOut.length]).toEqual([null, false, 8]);
    expect(options.map(({ fit }) => fit)).toEqual(["open", "open", "open"]);
  });

  test("A1.4 says of every condition whether it holds, and what follows; the fitting first, the unfit last", () => {
    const { options } = recommendDevelopmentStrategy({ ...NEW, ...WEAK, referenceExists: null });
    expect(options.map(({ strategy, fit }) => [strategy, fit])).toEqual([
      ["two-step", "fits"],
      ["follow-reference", "open"],
      ["reverse-pull", "unfit"],
    ]);
    expect(options[2]?.conditions).toEqual([
      { condition: "maker-strong", state: "unmet" },
      { condition: "product-differentiated", state: "unknown" },
      { condition: "consumers-within-reach", state: "unknown" },
    ]);
    expect(options[0]?.implies).toEqual(["accept-lower-tier", "phase-out-later"]);
  });

  test("A1.4 facts that are neither true nor false are issues, all of them, and count as unknown", () => {
    const advice = recommendDevelopmentStrategy({
      makerStrong: 1,
      newToIndustry: "yes",
      referenceExists: false,
    } as never);
    expect(advice.issues).toEqual([
      { code: "wrong-type", path: ["makerStrong"], details: { expected: "boolean", received: "1" } },
      { code: "wrong-type", path: ["newToIndustry"], details: { expected: "boolean", received: "yes" } },
    ]);
    const { issues, ...rest } = advice;
    expect(rest).toEqual({ ...recommendDevelopmentStrategy({ referenceExists: false }), issues: undefined });
    expect(issues).toHaveLength(2);
  });

  test("A1.4 of facts that are no record nothing is known, and that is said", () => {
    const { issues, ...rest } = recommendDevelopmentStrategy(null as never);
    expect(issues).toEqual([{ code: "wrong-type", path: [], details: { expected: "object", received: "null" } }]);
    expect({ ...rest, issues: [] }).toEqual(recommendDevelopmentStrategy({}));
  });

  test("A1.4 law: a certain advice stays, whatever the unknown turns out to be", () => {
    const answer = fc.constantFrom(true, false, null);
    const keys = [
      "makerStrong",
      "productDifferentiated",
      "consumersWithinReach",
      "referenceExists",
      "referenceNetworkProven",
      "referenceDistributorsFree",
      "newToIndustry",
      "channelKnowsProduct",
    ] as const;
    const facts = fc
      .tuple(...keys.map(() => answer))
      .map((all) => Object.fromEntries(keys.map((key, index) => [key, all[index]])));
    fc.assert(
      fc.property(facts, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (known, guesses) => {
        const advice = recommendDevelopmentStrategy(known);
        const whole = Object.fromEntries(keys.map((key, index) => [key, known[key] ?? guesses[index]]));
        if (advice.certain) expect(recommendDevelopmentStrategy(whole).strategy).toBe(advice.strategy);
        else expect(advice.findOut.length).toBeGreaterThan(0);
        expect(Object.keys(STRATEGY_RULES)).toHaveLength(advice.options.length);
      }),
    );
  });
});

test("A1.1 a maker new to the industry, and a channel that doesn't know its product: two steps, with both reasons", () => {
  const { strategy, certain, options } = recommendDevelopmentStrategy(deepFreeze({ ...NEW, ...NO_REFERENCE, ...WEAK }));
  expect([strategy, certain]).toEqual(["two-step", true]);
  expect(options.find((one) => one.strategy === "two-step")?.fit).toBe("fits");
  const known = recommendDevelopmentStrategy({ ...NEW, channelKnowsProduct: true, ...NO_REFERENCE, ...WEAK });
  expect(known.strategy).toBeNull();
});
