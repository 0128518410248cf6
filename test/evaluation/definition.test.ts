import fc from "fast-check";
import { defineScorecard, evaluate, hashScorecard, isKeyAccountError, type Scorecard } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const definition = deepFreeze({
  grades: [
    { grade: "A", from: 80.0 },
    { from: null, grade: "B" },
  ],
  id: "dealer",
  indicators: {
    sellThrough: {
      standard: "6.00",
      weight: 4e1,
      kind: "ratio",
      floor: "-0",
      cap: "1.50",
      group: "finance",
      maxAgeDays: 400,
    },
    margin: {
      kind: "standard-score",
      weight: "20.0",
      standard: 0.055,
      best: "1.58e-1",
      max: 30,
      min: "10",
      missing: "worst",
    },
    debt: {
      kind: "interpolate",
      weight: 10,
      knots: [
        { share: "1.0", at: "0.40" },
        { at: 0.5, share: 0 },
      ],
    },
    salesReps: {
      kind: "bands",
      weight: 10,
      bands: [
        { share: 0, from: null },
        { from: "3.0", share: 1 },
      ],
    },
    brands: { kind: "choice", weight: "10", options: { some: "0.60", none: 0, exclusive: 1 } },
    engineers: { kind: "flag", weight: 10 },
  },
  groups: { finance: { max: "45.0" }, market: {} },
  limits: [{ grade: "B", when: { below: "0.50", indicator: "sellThrough" } }],
  version: "1",
} as const);

/** Defaults written out, decimals canonical, the keys of every part in one order, the host's ids in the host's order. */
const CANONICAL =
  '{"v":1,"id":"dealer","version":"1","total":"100","scale":4,"groups":{"finance":{"max":"45"},"market":{}},"indicators":{' +
  '"sellThrough":{"kind":"ratio","group":"finance","weight":"40","standard":"6","better":"higher","cap":"1.5","floor":"0","maxAgeDays":400},' +
  '"margin":{"kind":"standard-score","weight":"20","standard":"0.055","best":"0.158","max":"30","min":"10","clamp":true,"missing":"worst"},' +
  '"debt":{"kind":"interpolate","weight":"10","knots":[{"at":"0.4","share":"1"},{"at":"0.5","share":"0"}],"beyond":"hold"},' +
  '"salesReps":{"kind":"bands","weight":"10","bands":[{"from":null,"share":"0"},{"from":"3","share":"1"}]},' +
  '"brands":{"kind":"choice","weight":"10","options":{"some":"0.6","none":"0","exclusive":"1"}},' +
  '"engineers":{"kind":"flag","weight":"10","expect":true}},"missing":"exclude",' +
  '"limits":[{"when":{"indicator":"sellThrough","below":"0.5"},"grade":"B"}],"grades":[{"grade":"A","from":"80"},{"grade":"B","from":null}]}';

const card = defineScorecard(definition);
const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const facts = { sellThrough: 5, margin: "0.06", debt: 0.47, salesReps: 2, brands: "some", engineers: true } as const;

function frozenThrough(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(frozenThrough);
}

describe("A7.6 a scorecard is plain JSON in one canonical form", () => {
  test("byte by byte", () => {
    expect(JSON.stringify(card)).toBe(CANONICAL);
  });

  test("frozen to the leaves, and sharing nothing with the definition", () => {
    expect(frozenThrough(card)).toBe(true);
    expect(card.indicators.debt).not.toBe(definition.indicators.debt);
    const thawed = { ...copyOf(definition), limits: [] };
    const made = defineScorecard(thawed);
    Object.assign(thawed.grades[0], { from: 10 });
    expect(made.grades[0]).toEqual({ grade: "A", from: "80" });
  });

  test("defining it again changes nothing", () => {
    const again = defineScorecard(card as never) as Scorecard;
    expect(JSON.stringify(again)).toBe(CANONICAL);
    expect(hashScorecard(again)).toBe(hashScorecard(card));
  });

  test("it survives JSON: the copy is equal, hashes equal and judges in the same bytes, frozen or not", () => {
    const judged = JSON.stringify(evaluate(card, facts));
    const copy = copyOf(card);
    expect(copy).toStrictEqual(card);
    expect(hashScorecard(copy)).toBe(hashScorecard(card));
    expect(JSON.stringify(evaluate(copy, facts))).toBe(judged);
    deepFreeze(copy);
    for (let run = 0; run < 2; run += 1) expect(JSON.stringify(evaluate(copy, facts))).toBe(judged);
  });

  test("a definition as the host wrote it judges in the same bytes as the scorecard made of it", () => {
    const unread = definition as unknown as typeof card;
    expect(JSON.stringify(evaluate(unread, facts))).toBe(JSON.stringify(evaluate(card, facts)));
  });

  test("absent and undefined keys are the same", () => {
    const spelled = { ...definition, v: undefined, total: undefined, scale: undefined, missing: undefined } as never;
    expect(JSON.stringify(defineScorecard(spelled))).toBe(CANONICAL);
  });
});

describe("a copy that was never parsed", () => {
  const weighed = (
    sellThrough: string,
    engineers: string,
  ): { -readonly [K in keyof typeof card]: (typeof card)[K] } => {
    const copy = copyOf(card) as { indicators: Record<string, { weight: string }> };
    (copy.indicators["sellThrough"] as { weight: string }).weight = sellThrough;
    (copy.indicators["engineers"] as { weight: string }).weight = engineers;
    return copy as unknown as typeof card;
  };

  test("is read anew each time, so a change counts at once", () => {
    const copy = weighed("40", "10");
    const before = evaluate(copy, facts);
    Object.assign(copy.indicators.engineers, { expect: false });
    const after = evaluate(copy, facts);
    expect([before.indicators.engineers.points, after.indicators.engineers.points]).toEqual([10, 0]);
    expect(after.scorecard.hash).not.toBe(before.scorecard.hash);
    expect(after.scorecard.hash).toBe(hashScorecard(copy));
  });

  test("also if it is frozen only on the surface", () => {
    const copy = Object.freeze(weighed("40", "10"));
    expect(evaluate(copy, facts).indicators.engineers.points).toBe(10);
    Object.assign(copy.indicators.engineers, { expect: false });
    expect(evaluate(copy, facts).indicators.engineers.points).toBe(0);
  });

  test("throws each time if it is faulty, frozen or not", () => {
    const faulty = weighed("40", "11");
    for (let run = 0; run < 2; run += 1) {
      let code = "";
      try {
        evaluate(faulty, facts);
      } catch (error) {
        if (isKeyAccountError(error, "weights-not-total")) code = `${error.code} ${error.details.sum}`;
      }
      expect(code).toBe("weights-not-total 101");
      deepFreeze(faulty);
    }
    expect(() => hashScorecard(faulty)).toThrow("weights-not-total");
    expect(() => evaluate(null as never, {})).toThrow("wrong-type");
  });
});

describe("the hash", () => {
  test("ignores the order of keys and the spelling of decimals and defaults", () => {
    const spelled = defineScorecard({
      ...definition,
      total: "1e2",
      indicators: {
        ...definition.indicators,
        sellThrough: {
          kind: "ratio",
          better: "higher",
          weight: "40.00",
          standard: 6,
          floor: 0,
          cap: 1.5,
          group: "finance",
          maxAgeDays: 400,
        },
      },
    });
    expect(hashScorecard(spelled)).toBe(hashScorecard(card));
  });

  test("changes with every edit, and no two edits share one", () => {
    const { indicators } = definition;
    const edits: object[] = [
      { id: "dealers" },
      { version: "2" },
      { scale: 3 },
      { missing: "worst" },
      { groups: { finance: { max: 44 }, market: {} } },
      { groups: { finance: { max: 45 } } },
      { limits: [] },
      { limits: [{ when: { indicator: "sellThrough", atMost: "0.5" }, grade: "B" }] },
      { limits: [{ when: { indicator: "sellThrough", below: "0.51" }, grade: "B" }] },
      {
        grades: [
          { grade: "A", from: 81 },
          { grade: "B", from: null },
        ],
      },
      {
        grades: [
          { grade: "A", from: 80 },
          { grade: "C", from: null },
        ],
        limits: [],
      },
      { indicators: { ...indicators, sellThrough: { ...indicators.sellThrough, standard: 7 } } },
      { indicators: { ...indicators, sellThrough: { ...indicators.sellThrough, cap: 2 } } },
      { indicators: { ...indicators, sellThrough: { ...indicators.sellThrough, better: "lower" } } },
      { indicators: { ...indicators, sellThrough: { ...indicators.sellThrough, relativeScale: 2 } } },
      { indicators: { ...indicators, sellThrough: { ...indicators.sellThrough, maxAgeDays: 401 } } },
      { indicators: { ...indicators, margin: { ...indicators.margin, best: 0.159 } } },
      { indicators: { ...indicators, margin: { ...indicators.margin, clamp: false } } },
      { indicators: { ...indicators, debt: { ...indicators.debt, beyond: "extend" } } },
      {
        indicators: { ...indicators, brands: { ...indicators.brands, options: { some: 0.7, none: 0, exclusive: 1 } } },
      },
      { indicators: { ...indicators, engineers: { ...indicators.engineers, expect: false } } },
      {
        indicators: {
          ...indicators,
          engineers: { ...indicators.engineers, weight: 9 },
          debt: { ...indicators.debt, weight: 11 },
        },
      },
    ];
    const hashes = edits.map((edit) => hashScorecard(defineScorecard({ ...definition, ...edit })));
    expect(new Set([...hashes, hashScorecard(card)]).size).toBe(edits.length + 1);
  });

  test("is equal exactly where the definitions mean the same", () => {
    const small = fc.record({
      weight: fc.integer({ min: 1, max: 3 }),
      standard: fc.constantFrom("1", "1.0", "1.5", "15e-1", "2"),
      from: fc.constantFrom("50", "50.00", "51"),
      above: fc.constantFrom(3, "3", "4"),
    });
    type Small = { weight: number; standard: string; from: string; above: string | number };
    const hashOf = ({ weight, standard, from, above }: Small): string =>
      hashScorecard(
        defineScorecard({
          id: "x",
          version: "1",
          indicators: { a: { kind: "ratio", weight, standard, cap: 2 }, b: { kind: "flag", weight: 100 - weight } },
          limits: [{ when: { indicator: "a", above }, grade: "B" }],
          grades: [
            { grade: "A", from },
            { grade: "B", from: null },
          ],
        }),
      );
    const meaning = ({ weight, standard, from, above }: Small): string =>
      [weight, standard, from, above].map(Number).join();
    fc.assert(
      fc.property(small, small, (a, b) => (hashOf(a) === hashOf(b)) === (meaning(a) === meaning(b))),
      { numRuns: 300 },
    );
  });
});
