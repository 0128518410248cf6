import fc from "fast-check";
import { LIFETIME_TIMINGS, type LifetimeFacts, lifetimeValue } from "keyaccount";
import { expect, test } from "vitest";
import { exactQuantity, printDecimal } from "../../../src/ground/numeral.js";
import { minus, ONE, over, plus, type Rational, roundTo, times, ZERO } from "../../../src/ground/rational.js";
import { deepFreeze } from "../../support/deep-freeze.js";

const decimal = (min: number, max: number, decimals: number): fc.Arbitrary<string> =>
  fc.integer({ min: min * 10 ** decimals, max: max * 10 ** decimals }).map((units) => String(units / 10 ** decimals));
const margin = decimal(-10_000, 100_000, 2);
const retention = decimal(0, 1, 4);
const discountRate = decimal(0, 1, 4).map((rate) => (rate === "0" ? "0.01" : rate));
const timing = fc.constantFrom(...LIFETIME_TIMINGS);
const scale = fc.integer({ min: 0, max: 6 });
const lists = fc.integer({ min: 1, max: 12 }).chain((length) =>
  fc.record({
    currency: fc.constant("CNY"),
    margin: fc.array(margin, { minLength: length, maxLength: length }),
    retention: fc.array(retention, { minLength: length, maxLength: length }),
    discountRate,
  }),
);

const print = (value: Rational, decimals: number): string => printDecimal(roundTo(value, decimals));

/** The definition, term by term, in fractions of lowest terms. */
function bySum(margins: readonly string[], retentions: readonly string[], rate: string, when: string): Rational {
  const growth = plus(ONE, exactQuantity(rate));
  let total = ZERO;
  for (const [index, amount] of margins.entries()) {
    const before = retentions.slice(0, when === "after-first-period" ? index + 1 : index);
    const discounts = when === "at-once" ? index : index + 1;
    const survival = before.map(exactQuantity).reduce(times, ONE);
    const discount = Array.from({ length: discounts }, () => growth).reduce(times, ONE);
    total = plus(total, over(times(exactQuantity(amount), survival), discount));
  }
  return total;
}

test("B1.1 by period: the value is the sum of the definition's terms, rounded once", () => {
  fc.assert(
    fc.property(lists, timing, scale, (facts, when, decimals) => {
      const worth = lifetimeValue(deepFreeze(facts), { timing: when, scale: decimals });
      expect(worth.value).toBe(print(bySum(facts.margin, facts.retention, facts.discountRate, when), decimals));
    }),
  );
});

test("B1.1 by period: the parts sum exactly to the value, each within one unit of its own term", () => {
  fc.assert(
    fc.property(lists, timing, scale, (facts, when, decimals) => {
      const { value, byPeriod } = lifetimeValue(facts, { timing: when, scale: decimals });
      const parts = byPeriod.map(({ presentValue }) => exactQuantity(presentValue));
      expect(printDecimal(parts.reduce(plus, ZERO))).toBe(value);
      parts.forEach((part, index) => {
        const sumTo = (count: number): Rational =>
          bySum(facts.margin.slice(0, count), facts.retention, facts.discountRate, when);
        const off = Number(printDecimal(roundTo(minus(part, minus(sumTo(index + 1), sumTo(index))), 12)));
        expect(Math.abs(off)).toBeLessThanOrEqual(10 ** -decimals + 1e-11);
      });
    }),
  );
});

test("B1.1 the same margin and retention in lists or once: the same value", () => {
  fc.assert(
    fc.property(
      margin,
      retention,
      discountRate,
      timing,
      fc.integer({ min: 1, max: 30 }),
      (m, r, rate, when, periods) => {
        const level = { currency: "CNY", margin: m, retention: r, discountRate: rate, periods };
        const listed = {
          ...level,
          margin: new Array<string>(periods).fill(m),
          retention: new Array<string>(periods).fill(r),
        };
        const [a, b] = [lifetimeValue(level, { timing: when }), lifetimeValue(listed, { timing: when })];
        expect([a.value, a.byPeriod]).toEqual([b.value, b.byPeriod]);
      },
    ),
  );
});

const forEver = fc.record({ currency: fc.constant("CNY"), margin, retention, discountRate });

test("B1.1 for ever: m·r ÷ (1 + i − r), m·(1 + i) ÷ (1 + i − r), m ÷ (1 + i − r)", () => {
  fc.assert(
    fc.property(forEver, scale, (facts, decimals) => {
      const [m, r, i] = [facts.margin, facts.retention, facts.discountRate].map(exactQuantity) as [
        Rational,
        Rational,
        Rational,
      ];
      const growth = plus(ONE, i);
      const value = (first: Rational): string => print(over(times(m, first), minus(growth, r)), decimals);
      const values = LIFETIME_TIMINGS.map((when) => lifetimeValue(facts, { timing: when, scale: decimals }).value);
      expect(values).toEqual([value(r), value(growth), value(ONE)]);
    }),
  );
});

test("B1.1 at once is one margin more than after the first period", () => {
  fc.assert(
    fc.property(forEver, (facts) => {
      const [later, now] = LIFETIME_TIMINGS.map((when) => lifetimeValue(facts, { timing: when }).value);
      expect(now).toBe(printDecimal(plus(exactQuantity(later ?? ""), exactQuantity(facts.margin))));
    }),
  );
});

test("B1.1 a long horizon comes as near to for ever as the decimals show", () => {
  fc.assert(
    fc.property(forEver, timing, (facts, when) => {
      const short: LifetimeFacts = { ...facts, retention: String(Number(facts.retention) / 2) };
      expect(lifetimeValue({ ...short, periods: 90 }, { timing: when }).value).toBe(
        lifetimeValue(short, { timing: when }).value,
      );
    }),
    { numRuns: 50 },
  );
});

test("B1.1 who stays longer is never worth less, where margins aren't negative; and sensitivity is the value at that retention", () => {
  fc.assert(
    fc.property(forEver, timing, decimal(0, 1, 2), (facts, when, change) => {
      const positive = { ...facts, margin: facts.margin.replace("-", "") };
      const { sensitivity, value } = lifetimeValue(positive, { timing: when, changes: [change] });
      const [tried] = sensitivity;
      if (tried?.value === null || tried === undefined) return;
      expect(Number(tried.value)).toBeGreaterThanOrEqual(Number(value));
      expect(lifetimeValue({ ...positive, retention: tried.retention }, { timing: when }).value).toBe(tried.value);
      expect(printDecimal(minus(exactQuantity(tried.value), exactQuantity(value ?? "")))).toBe(tried.difference);
    }),
  );
});

test("B1.1 results are plain JSON", () => {
  fc.assert(
    fc.property(lists, timing, (facts, when) => {
      const worth = lifetimeValue(facts, { timing: when });
      expect(JSON.parse(JSON.stringify(worth))).toEqual(worth);
    }),
  );
});
