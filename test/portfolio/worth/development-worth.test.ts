import { type DevelopmentFacts, type DevelopmentWorth, developmentWorth, WORTH_PARTS } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";

/** A year of monthly periods: 10000 margin − 200 interest − 500 risk − 3800 costs = 5500 a month, 15000 to win it. */
const plan: DevelopmentFacts = deepFreeze({
  currency: "CNY",
  probability: "0.4",
  periods: 12,
  sales: "50000",
  marginRate: "0.2",
  inventory: "40000",
  interestRate: "0.005",
  riskRate: "0.01",
  people: "3000",
  travel: "500",
  running: "300",
  peopleToWin: "12000",
  travelToWin: "3000",
});
const but = (facts: Partial<DevelopmentFacts>): DevelopmentFacts => ({ ...plan, ...facts });
const codes = ({ reasons }: DevelopmentWorth): string[] => reasons.map(({ code }) => code);
const exactly = (amount: string): object => ({ amount, low: amount, high: amount });

describe("D1.8 everything known", () => {
  const worth = developmentWorth(plan);

  test("expected sales and margin less interest, risk, people, travel and running cost, by hand", () => {
    // 0.4 × 12 = 4.8 expected months
    expect(worth.breakdown).toEqual([
      { part: "margin", ...exactly("48000") },
      { part: "inventory-interest", ...exactly("-960") },
      { part: "risk", ...exactly("-2400") },
      { part: "people", ...exactly("-14400") },
      { part: "travel", ...exactly("-2400") },
      { part: "running", ...exactly("-1440") },
      { part: "people-to-win", ...exactly("-12000") },
      { part: "travel-to-win", ...exactly("-3000") },
    ]);
    expect(worth).toMatchObject({
      v: 1,
      currency: "CNY",
      verdict: "worth-it",
      sales: exactly("240000"),
      worth: exactly("11400"),
      ifWon: exactly("51000"),
      ifLost: exactly("-15000"),
      unknown: [],
      issues: [],
    });
    expect(worth.breakdown.map(({ part }) => part)).toEqual(WORTH_PARTS.filter((part) => part !== "rounding"));
  });

  test("payback in periods and break-even probability", () => {
    // 15000 ÷ 5500, 15000 ÷ 66000
    expect([worth.payback, worth.breakEvenProbability]).toEqual([2.7273, 0.2273]);
  });

  test("reasons carry the numbers", () => {
    expect(worth.reasons).toEqual([
      { code: "above-minimum", minimum: "0", low: "11400", high: "11400" },
      { code: "likely-enough", probability: 0.4, neededProbability: 0.2273 },
      { code: "pays-back", payback: 2.7273, periods: 12 },
    ]);
  });

  test("a minimum must be exceeded, not just met", () => {
    expect(developmentWorth(plan, { minimum: "11399.99" }).verdict).toBe("worth-it");
    expect(developmentWorth(plan, { minimum: "11400" }).verdict).toBe("not-worth-it");
    expect(
      developmentWorth(but({ probability: "0.25", periods: 10, sales: "50000", peopleToWin: "13750", travelToWin: 0 })),
    ).toMatchObject({
      worth: exactly("0"),
      verdict: "not-worth-it",
      breakEvenProbability: 0.25,
    });
  });

  test("reasons speak of the minimum that the verdict has, not of zero", () => {
    // One period of 500 margin, 100 to win it: 0.5 × 500 − 100 = 150; (1000 + 100) ÷ 500 > 1, (200 + 100) ÷ 500 = 0.6, (−100 + 100) ÷ 500 = 0.
    const none = { inventory: 0, interestRate: 0, riskRate: 0, people: 0, travel: 0, running: 0, travelToWin: 0 };
    const one = but({ ...none, probability: "0.5", periods: 1, sales: "1000", marginRate: "0.5", peopleToWin: "100" });
    const reasons = (minimum: string, facts: DevelopmentFacts = one): DevelopmentWorth["reasons"] => {
      const judged = developmentWorth(facts, { minimum });
      expect([judged.payback, judged.breakEvenProbability]).toEqual([0.2, 0.2]);
      return judged.reasons.slice(0, -1);
    };
    const worth = { low: "150", high: "150" };
    expect(reasons("1000")).toEqual([
      { code: "not-above-minimum", minimum: "1000", ...worth },
      { code: "not-above-minimum-even-if-won", minimum: "1000", ifWon: "400" },
    ]);
    expect(reasons("400").at(-1)).toEqual({ code: "not-above-minimum-even-if-won", minimum: "400", ifWon: "400" });
    expect(reasons("200")).toEqual([
      { code: "not-above-minimum", minimum: "200", ...worth },
      { code: "not-likely-enough", probability: 0.5, neededProbability: 0.6 },
    ]);
    expect(reasons("149.99")).toEqual([
      { code: "above-minimum", minimum: "149.99", ...worth },
      { code: "likely-enough", probability: 0.5, neededProbability: 0.5 },
    ]);
    expect(reasons("-100", { ...one, probability: 0 })).toEqual([
      { code: "not-above-minimum", minimum: "-100", low: "-100", high: "-100" },
      { code: "not-likely-enough", probability: 0, neededProbability: 0 },
    ]);
    expect(reasons("-100.01", { ...one, probability: 0 })).toEqual([
      { code: "above-minimum", minimum: "-100.01", low: "-100", high: "-100" },
    ]);
  });

  test("a worth of exactly nothing doesn't cost more than it earns: it isn't above the minimum", () => {
    // 0.2 × 66000 = 13200
    const even = developmentWorth(but({ probability: "0.2", peopleToWin: "13200", travelToWin: 0 }));
    expect(even.reasons.slice(0, 2)).toEqual([
      { code: "not-above-minimum", minimum: "0", low: "0", high: "0" },
      { code: "not-likely-enough", probability: 0.2, neededProbability: 0.2 },
    ]);
  });

  test("a worth that rounds to the minimum isn't above it; its likelihood, a little more than enough, isn't blamed", () => {
    const near = developmentWorth(but({ probability: "0.22727273" }));
    expect(near).toMatchObject({ worth: exactly("0"), verdict: "not-worth-it" });
    expect(codes(near)).toEqual(["not-above-minimum", "pays-back"]);
    const below = developmentWorth(but({ probability: "0.22727272" }), { minimum: "-0.001" });
    expect(below).toMatchObject({ worth: exactly("0"), verdict: "worth-it" });
    expect(codes(below)).toEqual(["above-minimum", "likely-enough", "pays-back"]);
    // 66000 × 0.22727281 − 15000 = 0.00546, rounded 0.01: above 0.0055, which it exactly is not.
    const up = developmentWorth(but({ probability: "0.22727281" }), { minimum: "0.0055" });
    expect(up).toMatchObject({ worth: exactly("0.01"), verdict: "worth-it" });
    expect(codes(up)).toEqual(["above-minimum", "pays-back"]);
  });

  test("a loss per period that a low minimum allows: what a sure win brings isn't held against it", () => {
    // 0.1 × 12 × (0 − 200 − 500 − 3800) = −5400 − 15000
    const loss = developmentWorth(but({ probability: "0.1", marginRate: 0 }), { minimum: "-50000" });
    expect(loss).toMatchObject({ verdict: "worth-it", worth: exactly("-20400"), ifWon: exactly("-69000") });
    expect(codes(loss)).toEqual(["above-minimum", "never-pays-back"]);
  });

  test("not likely enough", () => {
    const unlikely = developmentWorth(but({ probability: "0.2" }));
    expect(unlikely).toMatchObject({ verdict: "not-worth-it", worth: exactly("-1800"), payback: 2.7273 });
    expect(unlikely.reasons).toEqual([
      { code: "not-above-minimum", minimum: "0", low: "-1800", high: "-1800" },
      { code: "not-likely-enough", probability: 0.2, neededProbability: 0.2273 },
      { code: "pays-back", payback: 2.7273, periods: 12 },
    ]);
  });

  test("pays back too late: loses even if won, so that no likelihood is enough", () => {
    const short = developmentWorth(but({ periods: 2 }));
    expect(short).toMatchObject({ ifWon: exactly("-4000"), breakEvenProbability: null, payback: 2.7273 });
    expect(short.reasons).toEqual([
      { code: "not-above-minimum", minimum: "0", low: "-10600", high: "-10600" },
      { code: "not-above-minimum-even-if-won", minimum: "0", ifWon: "-4000" },
      { code: "pays-back-too-late", payback: 2.7273, periods: 2 },
    ]);
  });

  test("pays back exactly at the end: in time, at a sure win only", () => {
    const just = developmentWorth(but({ periods: 3, peopleToWin: "13500" }));
    expect(just).toMatchObject({ ifWon: exactly("0"), payback: 3, breakEvenProbability: 1 });
    expect(codes(just)).toEqual(["not-above-minimum", "not-above-minimum-even-if-won", "pays-back"]);
  });

  test("never pays back", () => {
    const never = developmentWorth(but({ marginRate: "0.09" }));
    expect(never).toMatchObject({ payback: null, breakEvenProbability: null });
    expect(never.reasons).toEqual([
      { code: "not-above-minimum", minimum: "0", low: "-15000", high: "-15000" },
      { code: "not-above-minimum-even-if-won", minimum: "0", ifWon: "-15000" },
      { code: "never-pays-back", perPeriod: "0" },
    ]);
  });

  test("nothing spent to win it: back at once, worth it at any likelihood above zero", () => {
    const free = developmentWorth(but({ peopleToWin: 0, travelToWin: 0 }));
    expect(free).toMatchObject({ payback: 0, breakEvenProbability: 0, ifLost: exactly("0"), verdict: "worth-it" });
    const nothing = developmentWorth(but({ peopleToWin: 0, travelToWin: 0, marginRate: "0.09" }));
    expect(codes(nothing)).toEqual(["not-above-minimum", "not-above-minimum-even-if-won"]);
  });

  test("a payback beyond 10^11 periods isn't printed", () => {
    const slow = developmentWorth(
      but({ marginRate: "0.09000000000000002", peopleToWin: "100000000000", travelToWin: 0 }),
    );
    expect(slow).toMatchObject({ payback: null, verdict: "not-worth-it" });
    expect(codes(slow)).toEqual(["not-above-minimum", "not-above-minimum-even-if-won"]);
  });

  test("rounded parts that lack something to the rounded worth get a line for it", () => {
    const cents = { probability: "0.5", periods: 1, sales: "0.01", marginRate: 1, inventory: "0.01", interestRate: 1 };
    const facts = {
      currency: "CNY",
      riskRate: 0,
      people: 0,
      travel: 0,
      running: "0.01",
      peopleToWin: 0,
      travelToWin: 0,
      ...cents,
    };
    // 0.005 − 0.005 − 0.005 = −0.005: rounded −0.01; parts 0.01 − 0.01 − 0.01 = −0.01
    expect(developmentWorth(facts).breakdown.map(({ part }) => part)).not.toContain("rounding");
    // 0.005 − 0.005 − 0.005 − 0.005 = −0.01; parts 0.01 − 0.03 = −0.02
    const more = developmentWorth({ ...facts, travel: "0.01" });
    expect(more.worth).toEqual(exactly("-0.01"));
    expect(more.breakdown.at(-1)).toEqual({ part: "rounding", ...exactly("0.01") });
    expect(developmentWorth({ ...facts, travel: "0.01" }, { scale: 3 }).breakdown).toHaveLength(8);
  });
});

describe("D1.8 the unknown", () => {
  test("an unknown likelihood: the interval, and where the verdict turns", () => {
    const open = developmentWorth(but({ probability: null }));
    expect(open).toMatchObject({
      verdict: "find-out",
      worth: { amount: null, low: "-15000", high: "51000" },
      sales: { amount: null, low: "0", high: "600000" },
      ifWon: exactly("51000"),
      payback: 2.7273,
      breakEvenProbability: 0.2273,
    });
    expect(open.unknown).toEqual([
      {
        input: "probability",
        low: "0",
        high: "1",
        swing: "66000",
        matters: true,
        atLow: "not-worth-it",
        atHigh: "worth-it",
        turnsAt: "0.2273",
      },
    ]);
    expect(open.breakdown[0]).toEqual({ part: "margin", amount: null, low: "0", high: "120000" });
    expect(open.breakdown[1]).toEqual({ part: "inventory-interest", amount: null, low: "-2400", high: "0" });
    expect(open.reasons).toEqual([
      { code: "pays-back", payback: 2.7273, periods: 12 },
      { code: "unknown-matters", input: "probability" },
    ]);
  });

  test("an unknown that can't change the verdict: no find-out", () => {
    const sure = developmentWorth(but({ probability: { low: "0.3", high: "0.9" } }));
    expect(sure).toMatchObject({ verdict: "worth-it", worth: { amount: null, low: "4800", high: "44400" } });
    expect(sure.unknown).toMatchObject([{ input: "probability", matters: false, turnsAt: null, swing: "39600" }]);
    expect(codes(sure)).toEqual(["above-minimum", "pays-back"]);
    const hopeless = developmentWorth(but({ probability: { high: "0.2" } }));
    expect(hopeless).toMatchObject({ verdict: "not-worth-it", worth: { low: "-15000", high: "-1800" } });
  });

  test("an unknown cost is open above: the worth has no lower bound", () => {
    const open = developmentWorth(but({ travelToWin: null }));
    expect(open).toMatchObject({
      verdict: "find-out",
      worth: { low: null, high: "14400" },
      ifLost: { low: null, high: "-12000" },
    });
    expect(open).toMatchObject({ payback: null, breakEvenProbability: null });
    expect(open.unknown).toMatchObject([
      { low: "0", high: null, swing: null, turnsAt: "14400", atLow: "worth-it", atHigh: "not-worth-it" },
    ]);
  });

  test("unknown sales are open above, an unknown margin rate is open below", () => {
    expect(developmentWorth(but({ sales: null })).worth).toEqual({ amount: null, low: "-34200", high: null });
    const open = developmentWorth(but({ marginRate: null }));
    expect(open.worth).toEqual({ amount: null, low: null, high: "203400" });
    // 4.8 × (50000 × m − 4500) = 15000: m = 0.1525
    expect(open.unknown[0]).toMatchObject({ input: "marginRate", low: null, high: "1", turnsAt: "0.1525" });
  });

  test("what is multiplied by nothing doesn't matter", () => {
    const open = developmentWorth(but({ probability: null, inventory: 0, interestRate: null }));
    expect(open.unknown.map(({ input, matters, swing }) => [input, matters, swing])).toEqual([
      ["probability", true, "68400"],
      ["interestRate", false, "0"],
    ]);
    expect(open.worth).toEqual({ amount: null, low: "-15000", high: "53400" });
  });

  test("first what could settle the verdict alone, then what moves the worth most", () => {
    const open = developmentWorth(
      but({
        travel: { low: "400", high: "600" },
        people: { low: "1000", high: "6000" },
        probability: { low: "0.1", high: "0.6" },
      }),
    );
    expect(open.unknown.map(({ input, swing, atLow, atHigh }) => [input, swing, atLow, atHigh])).toEqual([
      // At 0.1 at most 1.2 × 7600 − 15000 < 0, at 0.6 at least 7.2 × 2400 − 15000 > 0.
      ["probability", "45600", "not-worth-it", "worth-it"],
      ["people", "36000", "find-out", "find-out"],
      ["travel", "1440", "find-out", "find-out"],
    ]);
    expect(open.unknown.every(({ turnsAt }) => turnsAt === null)).toBe(true);
    expect(codes(open)).toEqual(["unknown-matters", "unknown-matters", "unknown-matters"]);
  });

  test("what moves the worth more comes before what moves it less, whatever their order in the formula", () => {
    const open = developmentWorth(
      but({ probability: "0.25", people: { low: "2900", high: "3100" }, travel: { low: "0", high: "2000" } }),
    );
    expect(open.unknown.map(({ input, swing }) => [input, swing])).toEqual([
      ["travel", "6000"],
      ["people", "600"],
    ]);
  });

  test("the verdict may turn at a bound", () => {
    const turn = (probability: { low?: string; high?: string }): unknown =>
      developmentWorth(but({ probability, periods: 10, peopleToWin: "13750", travelToWin: 0 })).unknown[0]?.turnsAt;
    expect([turn({ low: "0.25" }), turn({ high: "0.25" }), turn({ low: "0.26" }), turn({ high: "0.24" })]).toEqual([
      "0.25",
      "0.25",
      null,
      null,
    ]);
  });

  test("nothing known: find out, everything open", () => {
    const open = developmentWorth({ currency: "CNY" });
    expect(open).toMatchObject({ verdict: "find-out", worth: { amount: null, low: null, high: null }, issues: [] });
    expect(open.unknown).toHaveLength(12);
    expect(open.unknown.every(({ matters }) => matters)).toBe(true);
    expect(open.breakdown[0]).toEqual({ part: "margin", amount: null, low: null, high: null });
    expect(JSON.parse(JSON.stringify(open))).toEqual(open);
  });

  test("open bounds on both sides of a difference stay open, whichever side is tried", () => {
    const open = developmentWorth(but({ sales: null, people: null, marginRate: { low: "0.1" } }));
    const sales = open.unknown.find(({ input }) => input === "sales");
    expect(sales).toMatchObject({ atLow: "not-worth-it", atHigh: "find-out" });
    expect(open.unknown.find(({ input }) => input === "people")).toMatchObject({
      atLow: "find-out",
      atHigh: "find-out",
    });
  });

  test("never-pays-back holds for all that a loss per period may be", () => {
    const open = developmentWorth(but({ marginRate: { high: "0.005" }, sales: { low: 1000 } }));
    // 1000 × −0.005 − 200 − 3800 = −4005
    expect(open.reasons).toContainEqual({ code: "never-pays-back", perPeriod: "-4005" });
  });

  test("bounds that touch are a known number", () => {
    expect(developmentWorth(but({ probability: { low: "0.40", high: 0.4 } }))).toEqual(developmentWorth(plan));
  });
});

describe("D1.8 faulty inputs are issues and count as unknown", () => {
  test.each<[Partial<Record<keyof DevelopmentFacts, unknown>>, object]>([
    [
      { probability: "1.1" },
      { code: "out-of-range", path: ["probability"], details: { received: "1.1", least: 0, most: 1 } },
    ],
    [
      { probability: { low: "-0.1" } },
      { code: "out-of-range", path: ["probability", "low"], details: { received: "-0.1", least: 0, most: 1 } },
    ],
    [
      { probability: { low: "0.5", high: "0.4" } },
      { code: "out-of-order", path: ["probability", "high"], details: { earlier: "0.5", later: "0.4" } },
    ],
    [
      { probability: [] },
      { code: "wrong-type", path: ["probability"], details: { expected: "decimal", received: "array" } },
    ],
    [{ probability: "40%" }, { code: "not-a-decimal", path: ["probability"], details: { received: "40%" } }],
  ])("%j", (facts, issue) => {
    const worth = developmentWorth({ ...plan, ...facts } as DevelopmentFacts);
    expect(worth.issues).toEqual([issue]);
    expect(worth.worth).toEqual({ amount: null, low: "-15000", high: "51000" });
  });

  test.each<[Partial<DevelopmentFacts>, string]>([
    [{ periods: 1201 }, "periods"],
    [{ periods: -1 }, "periods"],
    [{ sales: -1 }, "sales"],
    [{ marginRate: "1.0001" }, "marginRate"],
    [{ inventory: -1 }, "inventory"],
    [{ interestRate: -1 }, "interestRate"],
    [{ riskRate: 2 }, "riskRate"],
    [{ people: -1 }, "people"],
    [{ travel: -1 }, "travel"],
    [{ running: -1 }, "running"],
    [{ peopleToWin: -1 }, "peopleToWin"],
    [{ travelToWin: -1 }, "travelToWin"],
  ])("out of range: %j", (facts, input) => {
    const { issues, unknown } = developmentWorth(but(facts));
    expect(issues).toMatchObject([{ code: "out-of-range", path: [input] }]);
    expect(unknown.map(({ input: id }) => id)).toEqual([input]);
  });

  test("a margin rate below zero is possible, and so are no periods", () => {
    expect(developmentWorth(but({ marginRate: "-0.5" })).issues).toEqual([]);
    expect(developmentWorth(but({ periods: 0 }))).toMatchObject({
      worth: exactly("-15000"),
      breakEvenProbability: null,
      issues: [],
    });
  });
});
