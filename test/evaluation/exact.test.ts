import { Decimal } from "decimal.js";
import { describe, expect, test } from "vitest";
import { type Line, line, reciprocal, roundExactly, roundLine } from "../../src/evaluation/exact/line.js";
import { compareTo, threshold } from "../../src/evaluation/exact/threshold.js";
import { divideRound, MOST_TICKS, mulDivRound, ticksToNumber } from "../../src/evaluation/exact/ticks.js";
import { exactQuantity } from "../../src/ground/numeral.js";
import { over, roundHalfAway, times, ZERO } from "../../src/ground/rational.js";
import { seededRandom } from "../support/random.js";

const Oracle = Decimal.clone({
  defaults: true,
  precision: 800,
  rounding: Decimal.ROUND_HALF_UP,
  minE: -9e15,
  maxE: 9e15,
});

/** The decimal that lies so many steps of the double's grid away. */
function ulps(value: number, steps: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(steps));
  return view.getFloat64(0);
}

type Next = () => number;
const random = (seed: number): Next => {
  const source = seededRandom(seed);
  return () => source.next();
};
const pick = <T>(next: Next, list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
const decimal = (next: Next, most: number, places: number): number =>
  Math.round(next() * most * 10 ** places) / 10 ** places;

const WEIGHTS = ["1", "5", "7.5", "10", "12", "12.5", "20", "25", "33.3333", "0.001", "99.99", "100000"];
const STANDARDS = [
  "1.2",
  "3",
  "6",
  "45",
  "0.055",
  "7",
  "0.1",
  "1e-7",
  "123456.789",
  "2.5e9",
  "1e22",
  "0.3333333333333333",
];
const EXTREMES = [
  5e-324, -5e-324, 2.2e-308, 1e-290, 1.7976931348623157e308, -1.7976931348623157e308, 1e22, 9007199254740992, 0, 4.35,
  1.005,
];

interface Case {
  readonly line: Line;
  readonly a: number;
}

function everyLine(): Line[] {
  return WEIGHTS.flatMap((weight) =>
    STANDARDS.flatMap((standard) =>
      [0, 2, 4, 6].flatMap((scale) => {
        const full = times(exactQuantity(weight), { n: 10n ** BigInt(scale), d: 1n });
        const slope = over(full, exactQuantity(standard));
        return [
          line(slope, ZERO),
          line(slope, exactQuantity("-3.5")),
          line(slope, full),
          reciprocal(times(full, exactQuantity(standard))),
        ];
      }),
    ),
  );
}

const LINES = everyLine();

function seededCase(next: Next): Case {
  const of = pick(next, LINES);
  const a = seededValue(next, of) || 1;
  return { line: of, a: of.reciprocal ? Math.abs(a) : a };
}

/** Plain decimals, exact ties with their neighbours, and extremes, in about equal parts. */
function seededValue(next: Next, of: Line): number {
  const sort = next();
  if (sort < 0.35)
    return (
      decimal(next, pick(next, [1, 10, 100, 100_000]), pick(next, [0, 1, 2, 3, 6, 12])) * pick(next, [1, 1, 1, -1])
    );
  if (sort < 0.45) return pick(next, EXTREMES);
  const halfTick = Math.floor(next() * pick(next, [10, 1000, 1e6, 1e9])) + 0.5;
  const atTie = of.reciprocal ? of.slope / halfTick : (halfTick - of.offset) / of.slope;
  const a = Number.isFinite(atTie) && atTie !== 0 ? atTie : 1;
  return sort < 0.7 ? ulps(a, Math.floor(next() * 7) - 3) : Number(a.toPrecision(pick(next, [2, 3, 4, 6, 9, 12, 15])));
}

describe("A7.6 points are exact: the fast tiers give what bigints of the printed decimals give", () => {
  test("on 1,000,000 seeded values, ties and near-ties among them", () => {
    const next = random(20261121);
    let ties = 0;
    for (let index = 0; index < 1_000_000; index += 1) {
      const { line: of, a } = seededCase(next);
      const exact = roundExactly(of, String(a));
      if (roundLine(of, a, null) !== exact)
        expect({ of, a, got: roundLine(of, a, null) }).toEqual({ of, a, got: exact });
      if (isTie(of, a)) ties += 1;
    }
    expect(ties).toBeGreaterThan(20_000);
  }, 120_000);

  test("and the bigints give what decimal.js gives", () => {
    const next = random(7);
    for (let index = 0; index < 20_000; index += 1) {
      const { line: of, a } = seededCase(next);
      expect(roundExactly(of, String(a))).toBe(oracle(of, a));
    }
  });

  test("a value that came as text is scored as its own decimal, not as its nearest double", () => {
    const half = line(exactQuantity(1), exactQuantity(0));
    expect(roundLine(half, 0.5, "0.5")).toBe(1);
    expect(roundLine(half, 0.5, "0.49999999999999999999")).toBe(0);
    expect(roundLine(half, 0.5, "0.50000000000000000001")).toBe(1);
    expect(roundLine(half, -0.5, "-0.50000000000000000000")).toBe(-1);
    expect(roundLine(half, Number("1e400"), "1e400")).toBe(Number.POSITIVE_INFINITY);
    expect(roundLine(half, Number("-1e400"), "-1e400")).toBe(Number.NEGATIVE_INFINITY);
    expect(roundLine(reciprocal(exactQuantity(1)), Number("1e-400"), "1e-400")).toBe(Number.POSITIVE_INFINITY);
    expect(roundLine(reciprocal(exactQuantity("1e-400")), Number("2e-400"), "2e-400")).toBe(1);
  });

  test("beyond 10^15 ticks there is no exact double left", () => {
    const one = line(exactQuantity(1), exactQuantity(0));
    expect(roundLine(one, MOST_TICKS, null)).toBe(MOST_TICKS);
    expect(roundLine(one, MOST_TICKS + 1, null)).toBe(Number.POSITIVE_INFINITY);
    expect(roundLine(one, -MOST_TICKS - 1, null)).toBe(Number.NEGATIVE_INFINITY);
  });
});

function isTie(of: Line, a: number): boolean {
  const { n, d } = exactQuantity(a);
  const [p, q] = of.reciprocal ? [of.bigP * d, of.bigR * n] : [of.bigP * n + of.bigQ * d, of.bigR * d];
  return (p * 2n) % q === 0n && p % q !== 0n;
}

function oracle(of: Line, a: number): number {
  const at = new Oracle(String(a));
  const [p, q, r] = [of.bigP, of.bigQ, of.bigR].map((value) => new Oracle(String(value))) as [
    Decimal,
    Decimal,
    Decimal,
  ];
  const value = of.reciprocal ? p.dividedBy(r.times(at)) : p.times(at).plus(q).dividedBy(r);
  const ticks = value.toDecimalPlaces(0).toNumber() + 0;
  return Math.abs(ticks) > MOST_TICKS ? Math.sign(ticks) * Number.POSITIVE_INFINITY : ticks;
}

describe("A7.6 sums and rescaling are whole numbers", () => {
  test("mulDivRound is exact and rounds half away from zero on 200,000 seeded triples", () => {
    const next = random(3);
    for (let index = 0; index < 200_000; index += 1) {
      const [sizeA, sizeB, sizeC] = [
        pick(next, [1e3, 1e6, 1e15]),
        pick(next, [1e2, 1e6, 1e15]),
        pick(next, [2, 1e3, 1e6, 1e15]),
      ];
      const a = Math.floor(next() * sizeA) * pick(next, [1, -1]);
      const [b, c] = [Math.floor(next() * sizeB), Math.floor(next() * sizeC) + 1];
      const exact = Number(roundHalfAway(BigInt(a) * BigInt(b), BigInt(c)));
      if (exact !== 0 || mulDivRound(a, b, c) !== 0) expect(mulDivRound(a, b, c)).toBe(exact);
    }
  });

  test("mulDivRound decides ties of products beyond 2^53 by bigints", () => {
    expect(mulDivRound(999_999_999_999_999, 3, 2)).toBe(1_499_999_999_999_999);
    expect(mulDivRound(999_999_999_999_999, 999_999_999_999_999, 999_999_999_999_998)).toBe(1_000_000_000_000_000);
    expect(mulDivRound(-333_333_333_333_333, 45, 90)).toBe(-166_666_666_666_667);
  });

  test("divideRound: 5 ÷ 2 = 3, −5 ÷ 2 = −3, 4 ÷ 3 = 1, quotients that doubles round up", () => {
    expect([divideRound(5, 2), divideRound(-5, 2), divideRound(4, 3), divideRound(0, 7)]).toEqual([3, -3, 1, 0]);
    expect(divideRound(9_007_199_254_740_986, 3)).toBe(3_002_399_751_580_329);
    expect(divideRound(4_503_599_627_370_495, 4_503_599_627_370_496 - 1)).toBe(1);
  });

  test("ticks print the exact decimal up to 15 digits and never as −0", () => {
    expect(ticksToNumber(1_004_400, 10_000)).toBe(100.44);
    expect(String(ticksToNumber(999_999_999_999_999, 10_000))).toBe("99999999999.9999");
    expect(Object.is(ticksToNumber(-0, 100), 0)).toBe(true);
  });
});

describe("A7.6 thresholds are compared exactly", () => {
  test.each([
    ["0.3", 0.3, null, 0],
    ["0.3", 0.30000000000000004, null, 1],
    ["0.3", 0.3 + 0, null, 0],
    ["0.3", 0.3, "0.30000000000000000001", 1],
    ["0.3", 0.3, "0.29999999999999999999", -1],
    ["0.3", 0.3, "3e-1", 0],
    ["0.30000000000000000001", 0.3, null, -1],
    ["3", 2.9999999999999996, null, -1],
    ["10", 11, "11", 1],
    ["10", 9, "9", -1],
    ["1" + "0".repeat(309), Number.POSITIVE_INFINITY, "2e309", 1],
    ["1" + "0".repeat(309), Number.POSITIVE_INFINITY, "1e309", 0],
  ] as const)("threshold %s against %d (%s): %d", (at, a, text, order) => {
    expect(compareTo(threshold(at), a, text)).toBe(order);
  });
});
