import {
  defineScorecard,
  evaluate,
  isKeyAccountError,
  reweigh,
  type Scorecard,
  type ScorecardDefinition,
  STABILITY_STATUSES,
  stability,
} from "keyaccount";
import { dealerScorecard, keyAccountScorecard } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";

const three = defineScorecard({
  id: "dealer",
  version: "1",
  scale: 0,
  indicators: {
    network: { kind: "share", weight: 50 },
    payment: { kind: "share", weight: 30 },
    service: { kind: "share", weight: 20 },
  },
  grades: [
    { grade: "A", from: 70 },
    { grade: "B", from: null },
  ],
});
const facts = { network: 0.9, payment: 0.6, service: 0.2 };

const two = (scale: number, cut: number, first: number): Scorecard =>
  card({
    scale,
    indicators: { a: { kind: "share", weight: first }, b: { kind: "share", weight: 100 - first } },
    grades: [
      { grade: "A", from: cut },
      { grade: "B", from: null },
    ],
  });
const card = (definition: Omit<ScorecardDefinition, "id" | "version">): Scorecard =>
  defineScorecard({ id: "any", version: "1", ...definition });

describe("the smallest change of one weight that flips a grade, by hand", () => {
  const result = stability(three, facts);

  test("45 + 18 + 4 = 67 is a B; 54 · 0.9 → 49, 28 · 0.6 → 17, 18 · 0.2 → 4 is 70, an A", () => {
    expect([result.score, result.grade, result.status, result.proven]).toEqual([67, "B", "changeable", true]);
    expect(result.smallest).toEqual({
      indicator: "network",
      weight: 54,
      by: 4,
      weights: { network: 54, payment: 28, service: 18 },
      grade: "A",
      score: 70,
    });
  });

  test("one tick less doesn't do it: 53 · 0.9 → 48, 28 · 0.6 → 17, 19 · 0.2 → 4 is 69", () => {
    expect(evaluate(reweigh(three, { network: 53, payment: 28, service: 19 }), facts).score).toBe(69);
  });

  test("the last weight falls by as much; of equal changes the first in the definition is the smallest", () => {
    expect(result.indicators.service.down).toEqual({
      change: {
        indicator: "service",
        weight: 16,
        by: -4,
        weights: { network: 53, payment: 31, service: 16 },
        grade: "A",
        score: 70,
      },
      proven: true,
    });
  });

  test("no fall of the best share's weight lifts the grade: null, and proven", () => {
    expect(result.indicators.network).toMatchObject({ weight: 50, down: { change: null, proven: true } });
  });

  test("down comes before up where both are as small", () => {
    const even = two(0, 50, 50);
    const { smallest, indicators } = stability(even, { a: 1, b: 0 });
    expect([indicators["a"]?.down.change?.by, indicators["b"]?.up.change?.by]).toEqual([-1, 1]);
    expect([smallest?.indicator, smallest?.by, smallest?.grade, smallest?.score]).toEqual(["a", -1, "B", 49]);
    expect(stability(even, { a: 0, b: 1 }).smallest).toMatchObject({ indicator: "a", by: 1, grade: "B" });
  });

  test("what it gives is JSON, numbers print exact decimals, and reweigh takes the weights", () => {
    const fine = stability(two(2, 50, 50.01), deepFreeze({ a: 1, b: 0 }), deepFreeze({ against: { a: 0.2, b: 0.9 } }));
    expect(JSON.parse(JSON.stringify(fine))).toEqual(fine);
    expect(fine.smallest).toMatchObject({ by: -0.02, weight: 49.99, weights: { a: 49.99, b: 50.01 } });
    expect(fine.v).toBe(1);
  });
});

describe("where weights change nothing", () => {
  test("without a score the status is no-score and nothing is searched", () => {
    const { status, score, grade, smallest, indicators } = stability(three, {});
    expect([status, score, grade, smallest]).toEqual(["no-score", null, null, null]);
    expect(indicators.payment).toEqual({
      weight: 30,
      down: { change: null, proven: true },
      up: { change: null, proven: true },
    });
    const refusing = { ...three, missing: "refuse" as const };
    expect(stability(refusing, { network: 1 }).status).toBe("no-score");
  });

  test("an indicator alone can't change its weight", () => {
    const alone = card({ indicators: { a: { kind: "share", weight: 100 } }, grades: three.grades });
    expect(stability(alone, { a: 0.7 })).toMatchObject({ status: "stable", proven: true, smallest: null });
  });

  test("where all shares are equal every weighting gives the same score", () => {
    expect(stability(three, { network: 0.5, payment: 0.5, service: 0.5 }).status).toBe("stable");
    expect(stability(three, { network: 1, payment: 1, service: 1 })).toMatchObject({ grade: "A", status: "stable" });
  });

  test("every status is reached, and the list has no other", () => {
    expect([...STABILITY_STATUSES]).toEqual(["changeable", "stable", "unproven", "no-score"]);
  });
});

describe("limits", () => {
  const limited = card({
    ...three,
    limits: [
      { when: { indicator: "service", below: 0.5 }, grade: "C" },
      { when: { indicator: "network", below: 0.1 }, grade: "B" },
      { when: { indicator: "payment", below: 0.9 }, grade: "B" },
    ],
    grades: [
      { grade: "A", from: 70 },
      { grade: "B", from: 50 },
      { grade: "C", from: 30 },
      { grade: "D", from: null },
    ],
  });

  test("a grade that a limit holds is said to be held, and no weights lift it", () => {
    const held = stability(limited, { network: 0.9, payment: 0.8, service: 0.4 });
    expect([held.grade, held.heldBy, held.status]).toEqual(["C", [0], "stable"]);
  });

  test("but weights can still lower it", () => {
    const held = stability(limited, { network: 0.9, payment: 0.05, service: 0 });
    expect([held.grade, held.heldBy]).toEqual(["C", [0]]);
    expect(held.smallest).toMatchObject({ indicator: "network", grade: "D" });
    expect(held.indicators["network"]?.up.change).toBeNull();
  });

  test("with a milder limit the grade moves between the limit and the worst", () => {
    const mild = stability(limited, { network: 0.9, payment: 0.3, service: 0.5 });
    expect([mild.grade, mild.heldBy, mild.score]).toEqual(["B", [2], 64]);
    expect(mild.smallest?.grade).toBe("C");
  });
});

describe("weights that reweigh would refuse are no change", () => {
  test("a grade must stay reachable: with a capped group the weight can't grow past it", () => {
    const capped = card({
      scale: 0,
      groups: { g: { max: 50 } },
      indicators: { a: { kind: "share", weight: 50, group: "g" }, b: { kind: "share", weight: 50 } },
      grades: [
        { grade: "A", from: 90 },
        { grade: "B", from: 60 },
        { grade: "C", from: null },
      ],
    });
    expect(stability(capped, { a: 1, b: 0.22 })).toMatchObject({ grade: "B", score: 61 });
    // 50 + 43 × 0.22 → 59; and an A stays reachable down to a weight of 40.
    const { change } = stability(capped, { a: 1, b: 0.22 }).indicators["a"]?.up ?? {};
    expect(change).toMatchObject({ by: 7, grade: "C", score: 59 });
    // With 0.3 a C would take a weight of 31, and then nobody could get an A.
    expect(stability(capped, { a: 1, b: 0.3 }).indicators["a"]?.up).toEqual({ change: null, proven: true });
    const alike = stability(capped, { a: 0.6, b: 0.6 });
    expect(alike.status).toBe("stable");
  });

  test("a standard score's rounded max must stay above its weight", () => {
    const tight = (from: number): Scorecard =>
      card({
        scale: 0,
        indicators: {
          a: { kind: "standard-score", weight: 50, standard: 0, best: 1, max: 51, min: 0 },
          b: { kind: "share", weight: 50 },
        },
        grades: [
          { grade: "A", from },
          { grade: "B", from: null },
        ],
      });
    // From a weight of 25 on its max of 1.02 × weight is rounded to one more, below it to the weight itself.
    const facing = (from: number) => stability(tight(from), { a: -30, b: 1 });
    expect(facing(74)).toMatchObject({ score: 70, grade: "B" });
    expect(facing(74).indicators["a"]?.down.change).toMatchObject({ weight: 26, by: -24, grade: "A", score: 74 });
    expect(facing(76).indicators["a"]?.down).toEqual({ change: null, proven: true });
  });
});

describe("two clients", () => {
  const cut = two(0, 0, 60);
  const [a, b] = [
    { a: 1, b: 0 },
    { a: 0, b: 1 },
  ];

  test("60 against 40 change places at 49 against 51, not at 50 each", () => {
    const { against, grade } = stability(cut, a, { against: b });
    expect(grade).toBe("A");
    expect(against).toMatchObject({ score: 40, order: "above", status: "changeable", proven: true });
    expect(against?.smallest).toEqual({
      indicator: "a",
      weight: 49,
      by: -11,
      weights: { a: 49, b: 51 },
      score: 49,
      against: 51,
    });
    expect(against?.indicators["b"]?.down).toEqual({ change: null, proven: true });
    expect(against?.indicators["b"]?.up.change).toMatchObject({ indicator: "b", by: 11, score: 49, against: 51 });
  });

  test("the other way round it is the same change", () => {
    const { against } = stability(cut, b, { against: a });
    expect([against?.order, against?.smallest?.by, against?.smallest?.score]).toEqual(["below", -11, 51]);
  });

  test("equal scores are told apart by any difference", () => {
    const { against } = stability(two(0, 0, 50), a, { against: b });
    expect([against?.order, against?.smallest?.by]).toEqual(["equal", -1]);
  });

  test("the same client twice is never told apart, and better in everything is never overtaken", () => {
    expect(
      stability(
        dealerScorecard,
        { reputation: 4, ownEngineers: true },
        { against: { reputation: 4, ownEngineers: true } },
      ).against,
    ).toMatchObject({
      order: "equal",
      status: "stable",
      proven: true,
    });
    const better = stability(
      three,
      { network: 0.9, payment: 0.9, service: 0.9 },
      { against: { network: 0.5, payment: 0.5, service: 0.5 } },
    );
    expect(better.against).toMatchObject({ order: "above", status: "stable", proven: true });
  });

  test("without a score of one of them there is no order; with null or nothing there is no other client", () => {
    expect(stability(three, facts, { against: {} }).against).toMatchObject({
      order: null,
      score: null,
      status: "no-score",
    });
    expect(stability(three, {}, { against: facts }).against).toMatchObject({
      order: null,
      score: 67,
      status: "no-score",
    });
    expect(stability(three, facts, { against: null }).against).toBeNull();
    expect(stability(three, facts).against).toBeNull();
    expect(stability(three, facts, null).against).toBeNull();
  });
});

describe("bounds of the search", () => {
  test("scores that hardly move over billions of ticks end unproven, and quickly", () => {
    const near = card({
      scale: 9,
      indicators: {
        a: { kind: "share", weight: "30.000000001" },
        b: { kind: "share", weight: "30.000000001" },
        c: { kind: "share", weight: "39.999999998" },
      },
      grades: [
        { grade: "A", from: "50.000000002" },
        { grade: "B", from: null },
      ],
    });
    const result = stability(near, { a: 0.5, b: 0.5, c: 0.5 });
    expect([result.status, result.proven, result.smallest]).toEqual(["unproven", false, null]);
  });

  test("a flip at scale 9 is found and proven where scores move", () => {
    const fine = two(9, 50, 60);
    const { smallest, proven } = stability(fine, { a: 1, b: 0 });
    expect([smallest?.by, smallest?.score, proven]).toEqual([-10.000000001, 49.999999999, true]);
  });

  test("the handbook's cards are searched whole", () => {
    const rated = Object.keys(keyAccountScorecard.indicators).map((id) => [id, 1] as const);
    const known = { ...Object.fromEntries(rated), lossImpact: "noticeable" as const, growthFit: 4 };
    const result = stability(keyAccountScorecard, known);
    expect(result.proven).toBe(true);
    expect(Object.keys(result.indicators)).toEqual(Object.keys(keyAccountScorecard.indicators));
  });
});

describe("arguments", () => {
  test("asOf counts for both clients", () => {
    const aging = card({
      scale: 0,
      indicators: { a: { kind: "share", weight: 50, maxAgeDays: 30 }, b: { kind: "share", weight: 50 } },
      grades: three.grades,
    });
    const old = { a: { value: 1, observedAt: "2026-01-01" }, b: 0.2 };
    const result = stability(aging, { b: 0.2 }, { against: old, asOf: "2026-11-21" });
    expect([result.asOf, result.against?.order, result.against?.status]).toEqual(["2026-11-21", "equal", "stable"]);
    expect(stability(aging, { b: 0.2 }, { against: old }).against?.order).toBe("below");
  });

  test("a bad asOf and a faulty scorecard throw as evaluate does", () => {
    const codeOf = (run: () => unknown): string => {
      try {
        run();
      } catch (error) {
        if (isKeyAccountError(error)) return error.code;
      }
      return "none";
    };
    expect(codeOf(() => stability(three, facts, { asOf: "yesterday" }))).toBe("not-a-date");
    expect(codeOf(() => stability({ ...three, total: "90" }, facts))).toBe("weights-not-total");
    expect(codeOf(() => stability(null as never, facts))).toBe("wrong-type");
  });

  test("hostile facts are unknown facts", () => {
    const trap = {
      get network(): number {
        throw new Error("trap");
      },
      payment: NaN,
      service: 0.5,
    };
    expect(stability(three, trap)).toMatchObject({ score: 50, grade: "B", proven: true });
    expect(stability(three, null as never).status).toBe("no-score");
    expect(stability(three, JSON.parse('{ "__proto__": { "network": 1 } }') as object).status).toBe("no-score");
  });

  test("a copy out of JSON is searched like the scorecard itself", () => {
    expect(stability(JSON.parse(JSON.stringify(three)) as typeof three, facts)).toEqual(stability(three, facts));
  });
});
