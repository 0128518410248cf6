import {
  defineScorecard,
  evaluate,
  extendScorecard,
  hashScorecard,
  isKeyAccountError,
  type KeyAccountErrorCode,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const base = defineScorecard({
  id: "base",
  version: "7",
  scale: 1,
  groups: { market: {}, finance: { max: "45" } },
  indicators: {
    potential: { kind: "rating", weight: "50", min: 1, max: 5, group: "market" },
    margin: {
      kind: "standard-score",
      weight: "20",
      standard: "0.05",
      best: "0.15",
      max: "33",
      min: "10",
      group: "finance",
    },
    service: { kind: "flag", weight: "30" },
  },
  missing: "neutral",
  limits: [{ when: { indicator: "service", is: false }, grade: "B" }],
  grades: [
    { grade: "A", from: "80" },
    { grade: "B", from: null },
  ],
});

function faultsOf(run: () => unknown): [KeyAccountErrorCode, string, object][] {
  try {
    run();
  } catch (error) {
    if (isKeyAccountError(error)) return error.issues.map(({ code, path, details }) => [code, path.join("."), details]);
    throw error;
  }
  return [];
}

describe("C3.1 extendScorecard: what is left out stays as it is", () => {
  test("with nothing but an id, only the id changes", () => {
    const renamed = extendScorecard(base, { id: "ours" });
    expect(renamed).toEqual({ ...base, id: "ours" });
    expect(Object.isFrozen(renamed.indicators.margin)).toBe(true);
  });

  test("a key that is undefined is left out", () => {
    const nothing = {
      version: undefined,
      total: undefined,
      scale: undefined,
      missing: undefined,
      limits: undefined,
      grades: undefined,
    };
    const same = extendScorecard(base, {
      id: "ours",
      groups: undefined,
      indicators: undefined,
      omit: undefined,
      weights: undefined,
      ...nothing,
    } as never);
    expect(same).toEqual({ ...base, id: "ours" });
  });

  test("version, scale and policy can be changed alone", () => {
    const changed = extendScorecard(base, { id: "ours", version: "8", scale: 3, missing: "refuse" });
    expect(changed).toEqual({ ...base, id: "ours", version: "8", scale: 3, missing: "refuse" });
  });

  test("the base is never touched, and the extension may be frozen", () => {
    const before = JSON.stringify(base);
    extendScorecard(
      base,
      deepFreeze({ id: "ours", omit: ["service"], weights: { potential: 60, margin: 40 }, limits: [] } as const),
    );
    expect(JSON.stringify(base)).toBe(before);
  });
});

describe("C3.1 extendScorecard: indicators", () => {
  const lateness = {
    kind: "bands",
    bands: [
      { from: null, share: 1 },
      { from: "0.05", share: 0 },
    ],
  } as const;

  test("new ones come after the base's, old ones leave, and the score follows", () => {
    const ours = extendScorecard(base, {
      id: "ours",
      indicators: { lateness, visits: { kind: "share", weight: 10, group: "market" } },
      omit: ["margin"],
      weights: { potential: 40, service: 30, lateness: 20 },
    });
    expect(Object.entries(ours.indicators).map(([id, { weight }]) => `${id} ${weight}`)).toEqual([
      "potential 40",
      "service 30",
      "lateness 20",
      "visits 10",
    ]);
    const result = evaluate(ours, { potential: 4, service: true, lateness: "0.05", visits: 0.55 });
    // 40 × 3 ÷ 4 + 30 + 0 + 10 × 0.55
    expect(result.score).toBe(65.5);
    expect(result.groups.market.points).toBe(35.5);
  });

  test("an indicator of the same id takes the base's place, with another kind if need be", () => {
    const ours = extendScorecard(base, {
      id: "ours",
      indicators: { margin: { kind: "rating", min: 0, max: 10 } },
      weights: { potential: 50, service: 30, margin: 20 },
    });
    expect(Object.keys(ours.indicators)).toEqual(["potential", "margin", "service"]);
    expect(ours.indicators.margin).toEqual({ kind: "rating", weight: "20", min: "0", max: "10" });
  });

  test("what is omitted and added is replaced", () => {
    const ours = extendScorecard(base, {
      id: "ours",
      indicators: { margin: lateness },
      omit: ["margin"],
      weights: { potential: 50, service: 30, margin: 20 },
    });
    expect(ours.indicators.margin.kind).toBe("bands");
  });

  test("a weight in weights beats the indicator's own", () => {
    const ours = extendScorecard(base, {
      id: "ours",
      indicators: { visits: { kind: "share", weight: 99 } },
      weights: { potential: 40, margin: 20, service: 30, visits: 10 },
    });
    expect(ours.indicators.visits.weight).toBe("10");
  });

  test("a standard score's bounds keep their proportion to its weight, rounded to the scale", () => {
    const weights = { potential: "50", margin: "17.5", service: "32.5" };
    // 33 × 17.5 ÷ 20 = 28.875 and 10 × 17.5 ÷ 20 = 8.75: a tie at one decimal, away from zero.
    expect(extendScorecard(base, { id: "a", weights }).indicators.margin).toMatchObject({
      weight: "17.5",
      max: "28.9",
      min: "8.8",
    });
    expect(extendScorecard(base, { id: "b", scale: 3, weights }).indicators.margin).toMatchObject({
      max: "28.875",
      min: "8.75",
    });
    const added = { kind: "standard-score", weight: 10, standard: 1, best: 2, max: 20, min: 5 } as const;
    const ours = extendScorecard(base, {
      id: "c",
      indicators: { added },
      weights: { potential: 45, margin: 20, service: 30, added: 5 },
    });
    expect(ours.indicators.added).toMatchObject({ weight: "5", max: "10", min: "2.5" });
    const { weight: _, ...weightless } = added;
    const late = extendScorecard(base, {
      id: "d",
      indicators: { added: weightless },
      weights: { potential: 40, margin: 20, service: 30, added: 10 },
    });
    expect(late.indicators.added).toMatchObject({ weight: "10", max: "20", min: "5" });
  });

  test("another total takes other weights", () => {
    const ours = extendScorecard(base, {
      id: "ours",
      total: 10,
      grades: [
        { grade: "A", from: 8 },
        { grade: "B", from: null },
      ],
      weights: { potential: 5, margin: 2, service: 3 },
    });
    expect(ours.total).toBe("10");
    expect(ours.indicators.margin).toMatchObject({ weight: "2", max: "3.3", min: "1" });
  });
});

describe("C3.1 extendScorecard: groups, limits and grades", () => {
  test("groups are added, or take the place of one", () => {
    const ours = extendScorecard(base, { id: "ours", groups: { finance: {}, service: { max: 20 } } });
    expect(ours.groups).toEqual({ market: {}, finance: {}, service: { max: "20" } });
    expect(Object.keys(ours.groups)).toEqual(["market", "finance", "service"]);
  });

  test("limits take the place of all the base's, unless they are spread", () => {
    const when = { indicator: "margin", below: 0 } as const;
    const replaced = extendScorecard(base, { id: "ours", limits: [{ when, grade: "B" }] });
    expect(replaced.limits).toEqual([{ when: { indicator: "margin", below: "0" }, grade: "B" }]);
    const kept = extendScorecard(base, { id: "ours", limits: [...base.limits, { when, grade: "B" }] });
    expect(kept.limits).toEqual([...base.limits, ...replaced.limits]);
  });

  test("grades take the place of the base's; limits on grades that are gone are refused", () => {
    const grades = [
      { grade: "gold", from: 70 },
      { grade: "silver", from: null },
    ] as const;
    const when = { indicator: "service", is: false } as const;
    expect(extendScorecard(base, { id: "ours", grades, limits: [{ when, grade: "silver" }] }).grades).toEqual([
      { grade: "gold", from: "70" },
      { grade: "silver", from: null },
    ]);
    expect(faultsOf(() => extendScorecard(base, { id: "ours", grades }))).toEqual([
      ["unknown-grade", "limits.0.grade", { grade: "B" }],
    ]);
  });
});

describe("C3.1 extendScorecard: where types are evaded it throws, with every fault", () => {
  const faults: [string, object, [KeyAccountErrorCode, string, object][]][] = [
    [
      "unknown ids and missing weights",
      {
        id: "ours",
        omit: ["brand", "service"],
        indicators: { lateness: { kind: "flag" } },
        weights: { potental: 50, margin: 20, service: 30 },
      },
      [
        ["unknown-indicator", "omit.0", { indicator: "brand" }],
        ["unknown-indicator", "weights.potental", { indicator: "potental" }],
        ["unknown-indicator", "weights.service", { indicator: "service" }],
        ["required", "weights.potential", {}],
        ["required", "weights.lateness", {}],
      ],
    ],
    [
      "no weights at all where indicators come",
      { id: "ours", indicators: { lateness: { kind: "flag", weight: 10 } } },
      [
        ["required", "weights.potential", {}],
        ["required", "weights.margin", {}],
        ["required", "weights.service", {}],
      ],
    ],
    [
      "no weights where indicators go",
      { id: "ours", omit: ["potential", "margin"] },
      [["required", "weights.service", {}]],
    ],
    [
      "an undefined weight",
      { id: "ours", weights: { potential: 50, margin: undefined, service: 50 } },
      [["required", "weights.margin", {}]],
    ],
    ["no id", { version: "8" }, [["required", "id", {}]]],
    [
      "an unknown group",
      {
        id: "ours",
        indicators: { service: { kind: "flag", group: "markets" } },
        weights: { potential: 50, margin: 20, service: 30 },
      },
      [["unknown-group", "indicators.service.group", { group: "markets" }]],
    ],
    [
      "weights that miss the total",
      { id: "ours", weights: { potential: 50, margin: 20, service: 31 } },
      [["weights-not-total", "indicators", { sum: "101", total: "100" }]],
    ],
    [
      "a scale that is none",
      { id: "ours", scale: -1, weights: { potential: 40, margin: 30, service: 30 } },
      [["out-of-range", "scale", { received: "-1", least: 0, most: 9 }]],
    ],
  ];

  test.each(faults)("%s", (_, extension, expected) => {
    expect(faultsOf(() => extendScorecard(base, extension as never))).toEqual(expected);
  });

  test("misspelt keys are named", () => {
    const [fault, ...others] = faultsOf(() =>
      extendScorecard(base, { id: "ours", weight: { potential: 50 } } as never),
    );
    expect([fault?.[0], fault?.[1], others]).toEqual(["unknown-key", "weight", []]);
  });

  test("extending twice is extending once with both", () => {
    const once = extendScorecard(base, { id: "ours", scale: 2, missing: "worst", groups: { other: {} } });
    const twice = extendScorecard(extendScorecard(base, { id: "between", scale: 2 }), {
      id: "ours",
      missing: "worst",
      groups: { other: {} },
    });
    expect(hashScorecard(twice)).toBe(hashScorecard(once));
  });
});

test("C3.1 the base's limits on an omitted indicator go with it, the others stay", () => {
  const limits = [...base.limits, { when: { indicator: "margin", below: 0 }, grade: "B" }] as const;
  const limited = extendScorecard(base, { id: "limited", limits });
  const less = extendScorecard(limited, { id: "less", omit: ["service"], weights: { potential: 80, margin: 20 } });
  expect(base.limits.map(({ when }) => when.indicator)).toEqual(["service"]);
  expect(less.limits).toEqual([{ when: { indicator: "margin", below: "0" }, grade: "B" }]);
});
