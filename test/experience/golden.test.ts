import {
  advanceExperience,
  classifyExperience,
  type ExperienceHistory,
  type ExperienceResult,
  recommendSelling,
  reviewExperience,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { byHand, exactly, lowest, type Step } from "./by-hand.js";

/** Rounded to four decimals from the exact fractions of the steps that each case writes out. */
type Rows = readonly (readonly [period: string, generalist: number, transition: number, specialist: number])[];

function rowsOf({ history }: ExperienceResult): Rows {
  return history
    .filter(({ shifts }) => Object.keys(shifts).length > 0)
    .map(({ period, probabilities: { generalist, "in-transition": transition, specialist } }) => [
      period.slice(0, 7),
      generalist,
      transition,
      specialist,
    ]);
}

/** The likelihoods in hundredths, as the handbook's model has them: of a level for a generalist, in transition, for a specialist. */
const DECIDERS = { senior: [75, 30, 5], mixed: [20, 45, 25], purchasing: [5, 25, 70] } as const;
const INTEREST = { high: [75, 30, 5], moderate: [20, 45, 25], falling: [5, 25, 70] } as const;
const MANNER = { whole: [75, 30, 5], split: [20, 45, 25], unbundled: [5, 25, 70] } as const;
const CRITERIA = { support: [65, 30, 10], price: [10, 30, 65] } as const;
const GUIDANCE = { startToEnd: [65, 30, 10], atTimes: [25, 40, 25], little: [10, 30, 65] } as const;
const PRICE = { medium: [25, 40, 25], high: [10, 30, 65] } as const;
const RISK = { avoids: [55, 30, 15], takes: [15, 30, 55] } as const;
const TIME = { long: [55, 30, 15] } as const;

/** The first step in lowest terms. */
const firstOf = (steps: readonly Step[]): string => exactly(steps).slice(0, 1).map(lowest).join();

describe("B2.9 the electronics engineer whose buyer took over", () => {
  const history = {
    client: "electronics maker",
    productLine: "components",
    observations: [
      {
        at: "1981-03-10",
        levels: {
          decisionMakers: "senior-management",
          buyingCriteria: "application-support",
          newApplications: "high",
        },
      },
      { at: "1982-03-15", levels: { decisionMakers: "senior-management", newApplications: "high" } },
      { at: "1983-01-20", levels: { newApplications: "moderate" } },
      { at: "1983-04-12", levels: { decisionMakers: "mixed" } },
      { at: "1983-07-05", levels: { newApplications: "falling", decisionMakers: "mixed" } },
      { at: "1983-08-09", levels: { decisionMakers: "purchasing-experts" } },
      { at: "1983-10-03", levels: { priceSensitivity: "high", decisionMakers: "purchasing-experts" } },
      { at: "1984-01-16", levels: { buyingManner: "unbundled", decisionMakers: "purchasing-experts" } },
    ],
  } as const satisfies ExperienceHistory;
  const result = classifyExperience(history, { asOf: "1984-01-31" });

  test("each step of the filter", () => {
    // March 1981: prior × likelihoods = 0.5 × 0.75 × 0.65 × 0.75, 0.3 × 0.3 × 0.3 × 0.3, 0.2 × 0.05 × 0.1 × 0.05
    //           = 0.1828125, 0.0081, 0.00005; sum 0.1909625; ÷ sum = 0.95732, 0.04242, 0.00026.
    // January 1983 × (0.2, 0.45, 0.25), April × (0.2, 0.45, 0.25), July × (0.05 × 0.2, 0.25 × 0.45, 0.7 × 0.25), …
    expect(rowsOf(result)).toEqual([
      ["1981-03", 0.9573, 0.0424, 0.0003],
      ["1982-03", 0.9406, 0.0591, 0.0003],
      ["1983-01", 0.5348, 0.4256, 0.0396],
      ["1983-04", 0.3222, 0.6207, 0.0571],
      ["1983-07", 0.0359, 0.7604, 0.2037],
      ["1983-08", 0.0062, 0.5406, 0.4532],
      ["1983-10", 0.0003, 0.1522, 0.8475],
      ["1984-01", 0, 0.0241, 0.9759],
    ]);
    const steps: readonly Step[] = [
      ["1981-03", 0, DECIDERS.senior, CRITERIA.support, INTEREST.high],
      ["1982-03", 12, DECIDERS.senior, INTEREST.high],
      ["1983-01", 10, INTEREST.moderate],
      ["1983-04", 3, DECIDERS.mixed],
      ["1983-07", 3, INTEREST.falling, DECIDERS.mixed],
      ["1983-08", 1, DECIDERS.purchasing],
      ["1983-10", 2, PRICE.high, DECIDERS.purchasing],
      ["1984-01", 3, MANNER.unbundled, DECIDERS.purchasing],
    ];
    expect(firstOf(steps)).toBe("14625,648,4"); // ÷ 15277
    expect(rowsOf(result)).toEqual(byHand(steps));
  });

  test("the shift is named in August 1983, five months before the orders are split and lost", () => {
    const seen = history.observations.filter(({ at }) => at < "1983-09");
    const early = classifyExperience({ observations: seen }, { asOf: "1983-08-31" });
    expect(early).toMatchObject({
      stage: "in-transition",
      since: "1983-07-01",
      confirmed: "1983-08-01",
      direction: "forward",
    });
    expect(early.ledger.filter(({ shift }) => shift > 0.1).map(({ handbook }) => handbook)).toEqual(["B2.1", "B2.8"]);
  });

  test("in April 1983, still a generalist, it moves forward already and the next threshold is near", () => {
    const seen = history.observations.filter(({ at }) => at < "1983-05");
    const early = classifyExperience({ observations: seen }, { asOf: "1983-04-30" });
    expect([early.stage, early.direction, early.speed?.toward, early.speed?.periods]).toEqual([
      "generalist",
      "forward",
      "in-transition",
      1,
    ]);
  });

  test("B2.9 the combined warning stands in July 1983, half a year before the orders are lost, and says what to weigh", () => {
    const seen = history.observations.filter(({ at }) => at < "1983-08");
    const review = reviewExperience({ ...history, observations: seen }, { asOf: "1983-07-31" });
    const combined = review.warnings.find(({ handbook }) => handbook === "B2.9");
    expect(combined).toMatchObject({
      code: "purchasing-up-interest-down",
      raisedAt: "1983-07-05",
      since: "1983-01-20",
    });
    expect(combined?.observations.map(({ index, signal, level }) => [index, signal, level])).toEqual([
      [2, "newApplications", "moderate"],
      [3, "decisionMakers", "mixed"],
      [4, "decisionMakers", "mixed"],
      [4, "newApplications", "falling"],
    ]);
    expect(review.experience.stage).toBe("generalist");
    const { options } = recommendSelling({ ...review, coreCopyable: false, applicationsToOffer: true });
    const management = options.find(({ strategy }) => strategy === "account-management");
    expect(management?.against.find(({ objection }) => objection === "shift-under-way")?.warnings).toContainEqual({
      code: "purchasing-up-interest-down",
      raisedAt: "1983-07-05",
    });
  });

  test("in the end it is a specialist", () => {
    expect([result.stage, result.since, result.confirmed]).toEqual(["specialist", "1983-10-01", "1984-01-01"]);
  });
});

test("B2.4 computing in the 1960s: a committee, 18 to 24 months to decide: a generalist", () => {
  const result = classifyExperience(
    {
      productLine: "computers",
      observations: [
        { at: "1963-02-04", levels: { decisionMakers: "senior-management", buyingManner: "whole-system" } },
        { at: "1964-11-23", levels: { decisionTime: "long", guidance: "start-to-end" } },
      ],
    },
    { asOf: "1964-11-30" },
  );
  // 0.5 × 0.75², 0.3 × 0.3², 0.2 × 0.05² = 0.28125, 0.027, 0.0005; sum 0.30875; ÷ sum = 0.91093, 0.08745, 0.00162.
  expect(rowsOf(result)).toEqual([
    ["1963-02", 0.9109, 0.0875, 0.0016],
    ["1964-11", 0.8478, 0.1435, 0.0087],
  ]);
  const steps: readonly Step[] = [
    ["1963-02", 0, DECIDERS.senior, MANNER.whole],
    ["1964-11", 21, TIME.long, GUIDANCE.startToEnd],
  ];
  expect(firstOf(steps)).toBe("1125,108,2"); // ÷ 1235
  expect(rowsOf(result)).toEqual(byHand(steps));
  expect(result.history.length).toBe(22);
  expect([result.stage, result.since, result.direction]).toEqual(["generalist", "1963-02-01", "steady"]);
});

test("B2.6 robots: a generalist that wants whole systems and no risk; then a small expert group takes over: a shift", () => {
  const begin = {
    productLine: "robots",
    observations: [
      {
        at: "1982-05-11",
        levels: { decisionMakers: "senior-management", buyingManner: "whole-system", risk: "avoids" },
      },
      { at: "1983-03-02", levels: { risk: "avoids", guidance: "start-to-end" } },
    ],
  } as const satisfies ExperienceHistory;
  const first = classifyExperience(begin, { asOf: "1983-03-31" });
  // 0.28125 × 0.55, 0.027 × 0.3, 0.0005 × 0.15 = 0.1546875, 0.0081, 0.000075; sum 0.1628625.
  expect(rowsOf(first)).toEqual([
    ["1982-05", 0.9498, 0.0497, 0.0005],
    ["1983-03", 0.9183, 0.0795, 0.0022],
  ]);
  expect(first.stage).toBe("generalist");

  const later = [
    { at: "1983-10-06", levels: { decisionMakers: "purchasing-experts" } },
    { at: "1983-11-08", levels: { decisionMakers: "purchasing-experts", guidance: "little" } },
    { at: "1983-12-01", levels: { buyingCriteria: "price-performance", risk: "takes" } },
  ] as const;
  const last = later.reduce<ExperienceResult>((before, observation) => {
    const next = advanceExperience(before, observation, { asOf: `${observation.at.slice(0, 8)}28` });
    if (!next.ok) throw new Error(next.issues[0].code);
    return next.value;
  }, first);
  expect(rowsOf(last).slice(2)).toEqual([
    ["1983-10", 0.3323, 0.4842, 0.1835],
    ["1983-11", 0.013, 0.2855, 0.7015],
    ["1983-12", 0.0008, 0.0921, 0.9071],
  ]);
  const steps: readonly Step[] = [
    ["1982-05", 0, DECIDERS.senior, MANNER.whole, RISK.avoids],
    ["1983-03", 10, RISK.avoids, GUIDANCE.startToEnd],
    ["1983-10", 7, DECIDERS.purchasing],
    ["1983-11", 1, DECIDERS.purchasing, GUIDANCE.little],
    ["1983-12", 1, CRITERIA.price, RISK.takes],
  ];
  expect(firstOf(steps)).toBe("4125,216,2"); // ÷ 4343
  expect(rowsOf(last)).toEqual(byHand(steps));
  expect([last.stage, last.since, last.direction]).toEqual(["specialist", "1983-11-01", "forward"]);
});

test("B2.3 telecom: an in-house staff needs little guidance and splits its orders: it is moving", () => {
  const result = classifyExperience(
    {
      productLine: "telecom",
      observations: [
        {
          at: "1982-01-19",
          levels: { buyingManner: "whole-system", guidance: "at-times", decisionMakers: "senior-management" },
        },
        { at: "1983-01-18", levels: { guidance: "little" } },
        { at: "1983-04-14", levels: { buyingManner: "partly-split" } },
        { at: "1983-07-21", levels: { buyingManner: "partly-split", guidance: "little" } },
        { at: "1983-10-13", levels: { buyingManner: "unbundled", priceSensitivity: "medium" } },
      ],
    },
    { asOf: "1983-12-31" },
  );
  // 0.28125 × 0.25, 0.027 × 0.4, 0.0005 × 0.25 = 0.0703125, 0.0108, 0.000125; sum 0.0812375.
  expect(rowsOf(result)).toEqual([
    ["1982-01", 0.8655, 0.133, 0.0015],
    ["1983-01", 0.3125, 0.4597, 0.2278],
    ["1983-04", 0.1841, 0.6191, 0.1968],
    ["1983-07", 0.0309, 0.6497, 0.3194],
    ["1983-10", 0.0048, 0.4862, 0.509],
  ]);
  const steps: readonly Step[] = [
    ["1982-01", 0, MANNER.whole, GUIDANCE.atTimes, DECIDERS.senior],
    ["1983-01", 12, GUIDANCE.little],
    ["1983-04", 3, MANNER.split],
    ["1983-07", 3, MANNER.split, GUIDANCE.little],
    ["1983-10", 3, MANNER.unbundled, PRICE.medium],
  ];
  expect(firstOf(steps)).toBe("5625,864,10"); // ÷ 6499
  expect(rowsOf(result)).toEqual(byHand(steps));
  expect(result).toMatchObject({
    stage: "in-transition",
    since: "1983-04-01",
    confirmed: "1983-07-01",
    direction: "forward",
    probabilities: { generalist: 0.014, "in-transition": 0.4632, specialist: 0.5228 },
  });
  expect(result.speed).toMatchObject({ toward: "specialist", threshold: 0.7, probability: 0.5228 });
});

describe("B2.4 office automation: parts so tightly interwoven that decisions take long in spite of experience", () => {
  const observations = [
    {
      at: "1984-02-09",
      levels: {
        decisionMakers: "purchasing-experts",
        buyingCriteria: "price-performance",
        guidance: "little",
        decisionTime: "long",
      },
    },
    { at: "1984-08-15", levels: { decisionTime: "long", priceSensitivity: "high" } },
  ] as const;
  const options = { asOf: "1984-08-31" };

  test("decision time doesn't fool it where the product line says so", () => {
    const result = classifyExperience({ productLine: "office", interwoven: true, observations }, options);
    // 0.5 × 0.05 × 0.1 × 0.1, 0.3 × 0.25 × 0.3 × 0.3, 0.2 × 0.7 × 0.65 × 0.65 = 0.00025, 0.00675, 0.05915; sum 0.06615.
    expect(rowsOf(result)).toEqual([
      ["1984-02", 0.0038, 0.102, 0.8942],
      ["1984-08", 0.0016, 0.0659, 0.9325],
    ]);
    const steps: readonly Step[] = [
      ["1984-02", 0, DECIDERS.purchasing, CRITERIA.price, GUIDANCE.little],
      ["1984-08", 6, PRICE.high],
    ];
    expect(firstOf(steps)).toBe("5,135,1183"); // ÷ 1323
    expect(rowsOf(result)).toEqual(byHand(steps));
    expect([result.stage, result.silent, result.contradictions]).toEqual(["specialist", ["decisionTime"], []]);
    expect(result.coverage).toEqual({ known: 4, of: 7, share: 0.5714 });
    expect(result.unknown).not.toContain("decisionTime");
  });

  test("nor where each observation does, and it changes no other number than coverage", () => {
    const marked = observations.map((one) => ({ ...one, interwoven: true }));
    const result = classifyExperience({ observations: marked }, options);
    const line = classifyExperience({ interwoven: true, observations }, options);
    expect(result.history).toEqual(line.history);
    expect(result.coverage).toEqual({ known: 4, of: 8, share: 0.5 });
  });

  test("untold, a long decision time speaks against a specialist", () => {
    const result = classifyExperience({ observations }, options);
    expect(rowsOf(result)).toEqual([
      ["1984-02", 0.0125, 0.1835, 0.804],
      ["1984-08", 0.0122, 0.1838, 0.804],
    ]);
    expect(rowsOf(result)).toEqual(
      byHand([
        ["1984-02", 0, DECIDERS.purchasing, CRITERIA.price, GUIDANCE.little, TIME.long],
        ["1984-08", 6, TIME.long, PRICE.high],
      ]),
    );
    expect(result.contradictions).toEqual([{ code: "against-stage", signal: "decisionTime", level: "long" }]);
  });
});

test("B2.11 the same client is at different stages for different product lines, and neither touches the other", () => {
  const options = { asOf: "2026-11-21" };
  const lines = [
    { productLine: "robots", level: { decisionMakers: "senior-management", risk: "avoids", guidance: "start-to-end" } },
    { productLine: "parts", level: { decisionMakers: "purchasing-experts", risk: "takes", guidance: "little" } },
  ] as const;
  const [robots, parts] = lines.map(({ productLine, level }) =>
    classifyExperience({ client: "acme", productLine, observations: [{ at: "2026-11-03", levels: level }] }, options),
  );
  expect([robots?.client, robots?.productLine, robots?.stage]).toEqual(["acme", "robots", "generalist"]);
  expect([parts?.client, parts?.productLine, parts?.stage]).toEqual(["acme", "parts", "specialist"]);
});

/** How likely a level is for a specialist against a generalist, as the ledger tells it. */
const ratioOf = (signal: string, level: string): number | undefined =>
  classifyExperience({ observations: [{ at: "2026-11-03", levels: { [signal]: level } }] }, { asOf: "2026-11-21" })
    .ledger[0]?.ratio;

test("B2.2 support and proven technology speak for a generalist, price against performance for a specialist", () => {
  expect([ratioOf("buyingCriteria", "application-support"), ratioOf("buyingCriteria", "price-performance")]).toEqual([
    0.1538, 6.5,
  ]);
});

test("B2.5 who leans on the seller from start to end is a generalist, who needs little guidance a specialist", () => {
  expect([ratioOf("guidance", "start-to-end"), ratioOf("guidance", "little")]).toEqual([0.1538, 6.5]);
});

test("B2.7 high price sensitivity speaks for a specialist, low for a generalist, and neither as clearly as an order that was split", () => {
  expect([ratioOf("priceSensitivity", "low"), ratioOf("priceSensitivity", "high")]).toEqual([0.1538, 6.5]);
  expect(ratioOf("buyingManner", "unbundled")).toBe(14);
});

test("B2.8 interest in new applications speaks for a generalist, its fall for a specialist", () => {
  expect([ratioOf("newApplications", "high"), ratioOf("newApplications", "falling")]).toEqual([0.0667, 14]);
});
