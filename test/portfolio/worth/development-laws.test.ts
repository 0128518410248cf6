import fc from "fast-check";
import { DEVELOPMENT_INPUTS, type DevelopmentFacts, type DevelopmentInput, developmentWorth } from "keyaccount";
import { expect, test } from "vitest";
import { canonicalDecimal, exactQuantity, printDecimal, sum } from "../../../src/ground/numeral.js";
import { compare, minus, plus, type Rational, roundTo, times } from "../../../src/ground/rational.js";

const units = (max: number, decimals: number): fc.Arbitrary<string> =>
  fc
    .integer({ min: 0, max: max * 10 ** decimals })
    .map((value) => canonicalDecimal(`${String(value)}e-${String(decimals)}`));
const values: Record<DevelopmentInput, fc.Arbitrary<string>> = {
  probability: units(1, 2),
  periods: units(24, 0),
  sales: units(5000, 2),
  marginRate: fc.integer({ min: -20, max: 100 }).map((value) => canonicalDecimal(`${String(value)}e-2`)),
  inventory: units(3000, 2),
  interestRate: units(1, 3),
  riskRate: units(1, 3),
  people: units(500, 2),
  travel: units(200, 2),
  running: units(200, 2),
  peopleToWin: units(9000, 2),
  travelToWin: units(2000, 2),
};
type Known = Record<DevelopmentInput, string>;
const known = fc.record(values) as fc.Arbitrary<Known>;
const some = fc.subarray([...DEVELOPMENT_INPUTS], { maxLength: 5 });
const scale = fc.integer({ min: 0, max: 3 });

/** The formula as it stands in the handbook, on exact numbers. */
function formula(facts: Known): Rational {
  const of = (input: DevelopmentInput): Rational => exactQuantity(facts[input]);
  const interest = times(of("inventory"), of("interestRate"));
  const gross = times(of("sales"), minus(of("marginRate"), of("riskRate")));
  const each = [interest, of("people"), of("travel"), of("running")].reduce(minus, gross);
  return minus(times(times(of("probability"), of("periods")), each), plus(of("peopleToWin"), of("travelToWin")));
}

const facts = (from: Partial<Record<DevelopmentInput, unknown>>): DevelopmentFacts =>
  ({ currency: "CNY", ...from }) as DevelopmentFacts;

test("D1.8 the worth is the formula, rounded once, and the breakdown adds up to it exactly", () => {
  fc.assert(
    fc.property(known, scale, (all, decimals) => {
      const { worth, breakdown, verdict } = developmentWorth(facts(all), { scale: decimals });
      expect(worth.amount).toBe(printDecimal(roundTo(formula(all), decimals)));
      expect(printDecimal(sum(breakdown.map(({ amount }) => exactQuantity(amount ?? "x"))))).toBe(worth.amount);
      expect(verdict).toBe(
        compare(exactQuantity(worth.amount ?? ""), exactQuantity(0)) > 0 ? "worth-it" : "not-worth-it",
      );
    }),
  );
});

test("D1.8 bounds are the least and the greatest worth at the corners of what is unknown", () => {
  fc.assert(
    fc.property(known, known, some, (low, high, open) => {
      const between = (input: DevelopmentInput): { low: string; high: string } =>
        Number(low[input]) <= Number(high[input])
          ? { low: low[input], high: high[input] }
          : { low: high[input], high: low[input] };
      const corners = open.reduce<Known[]>(
        (all, input) =>
          all.flatMap((one) => Object.values(between(input)).map((value) => ({ ...one, [input]: value }))),
        [low],
      );
      const worths = corners.map(formula).sort(compare);
      const given = { ...low, ...Object.fromEntries(open.map((input) => [input, between(input)])) };
      const { worth, verdict, unknown } = developmentWorth(facts(given));
      const ends = [worths[0], worths.at(-1)].map((end) => printDecimal(roundTo(end as Rational, 2)));
      expect([worth.low, worth.high]).toEqual(ends);
      for (const { input, swing } of unknown) {
        const moves = corners.map((one) => {
          const [a, b] = Object.values(between(input)).map((value) => formula({ ...one, [input]: value }));
          const move = minus(a as Rational, b as Rational);
          return move.n < 0n ? { n: -move.n, d: move.d } : move;
        });
        expect(swing).toBe(printDecimal(roundTo(moves.sort(compare).at(-1) as Rational, 2)));
      }
      const verdicts = new Set(corners.map((one) => developmentWorth(facts(one)).verdict));
      expect(verdict).toBe(verdicts.size === 1 ? [...verdicts][0] : "find-out");
    }),
    { numRuns: 60 },
  );
});

test("D1.8 learning something never widens the bounds, and never turns a settled verdict", () => {
  fc.assert(
    fc.property(known, some, some, (all, forgotten, learnt) => {
      const without = (inputs: readonly DevelopmentInput[]): DevelopmentFacts =>
        facts(Object.fromEntries(Object.entries(all).filter(([input]) => !inputs.includes(input as DevelopmentInput))));
      const before = developmentWorth(without([...forgotten, ...learnt]));
      const after = developmentWorth(without(forgotten));
      const isWithin = (inner: string | null, outer: string | null, sign: number): boolean =>
        outer === null || (inner !== null && compare(exactQuantity(inner), exactQuantity(outer)) * sign >= 0);
      for (const key of ["worth", "sales", "ifWon", "ifLost"] as const) {
        expect(isWithin(after[key].low, before[key].low, 1)).toBe(true);
        expect(isWithin(after[key].high, before[key].high, -1)).toBe(true);
      }
      if (before.verdict !== "find-out") expect(after.verdict).toBe(before.verdict);
    }),
  );
});

test("D1.8 the verdict turns at turnsAt, and an input that doesn't matter changes nothing", () => {
  fc.assert(
    fc.property(known, fc.constantFrom(...DEVELOPMENT_INPUTS), (all, input) => {
      const { verdict, unknown } = developmentWorth(facts({ ...all, [input]: null }));
      const [open] = unknown;
      expect(unknown).toHaveLength(1);
      expect(open?.matters).toBe(verdict === "find-out");
      if (verdict !== "find-out" || open?.turnsAt == null) return;
      const turn = exactQuantity(open.turnsAt);
      const step = exactQuantity("0.0001");
      const at = (value: Rational): number =>
        compare(formula({ ...all, [input]: printDecimal(value) }), exactQuantity(0));
      expect(at(minus(turn, step)) * at(plus(turn, step))).toBeLessThanOrEqual(0);
    }),
  );
});

test("D1.8 at the break-even probability the worth changes its sign", () => {
  fc.assert(
    fc.property(known, (all) => {
      const { breakEvenProbability, ifWon } = developmentWorth(facts(all));
      if (breakEvenProbability === null) {
        expect(compare(exactQuantity(ifWon.amount ?? ""), exactQuantity(0))).toBeLessThanOrEqual(0);
        return;
      }
      const at = (probability: number): number =>
        compare(formula({ ...all, probability: String(probability) }), exactQuantity(0));
      expect(at(Math.max(0, breakEvenProbability - 0.0001))).toBeLessThanOrEqual(0);
      expect(at(breakEvenProbability + 0.0001)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("D1.8 reasons agree with the verdict, whatever the minimum: none says the contrary", () => {
  const FOR = ["above-minimum", "likely-enough"];
  const AGAINST = ["not-above-minimum", "not-above-minimum-even-if-won", "not-likely-enough"];
  const minimum = fc.integer({ min: -20_000, max: 20_000 }).map(String);
  fc.assert(
    fc.property(known, minimum, some, (all, least, forgotten) => {
      const given = Object.entries(all).filter(([input]) => !forgotten.includes(input as DevelopmentInput));
      const { verdict, reasons, worth, ifWon } = developmentWorth(facts(Object.fromEntries(given)), { minimum: least });
      const codes = reasons.map(({ code }) => code as string);
      expect(codes.some((code) => FOR.includes(code))).toBe(verdict === "worth-it");
      expect(codes.some((code) => AGAINST.includes(code))).toBe(verdict === "not-worth-it");
      for (const reason of reasons) {
        if (reason.code === "above-minimum") expect(Number(worth.low)).toBeGreaterThan(Number(reason.minimum));
        if (reason.code === "not-above-minimum") expect(Number(worth.high)).toBeLessThanOrEqual(Number(reason.minimum));
        if (reason.code === "not-above-minimum-even-if-won")
          expect(Number(ifWon.high)).toBeLessThanOrEqual(Number(least));
        if (reason.code === "likely-enough")
          expect(reason.probability).toBeGreaterThanOrEqual(reason.neededProbability);
        if (reason.code === "not-likely-enough")
          expect(reason.probability).toBeLessThanOrEqual(reason.neededProbability);
      }
    }),
  );
});

test("D1.8 at the needed likelihood the worth is the minimum", () => {
  const minimum = fc.integer({ min: -5000, max: 5000 });
  fc.assert(
    fc.property(known, minimum, (all, least) => {
      const { reasons } = developmentWorth(facts(all), { minimum: least });
      for (const reason of reasons) {
        if (reason.code !== "likely-enough" && reason.code !== "not-likely-enough") continue;
        const at = (probability: number): number =>
          compare(formula({ ...all, probability: probability.toFixed(5) }), exactQuantity(least));
        expect(at(reason.neededProbability - 0.00005)).toBeLessThanOrEqual(0);
        expect(at(reason.neededProbability + 0.00005)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
