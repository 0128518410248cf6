import fc from "fast-check";
import { type AbcOptions, classifyAbc } from "keyaccount";
import { describe, expect, test } from "vitest";
import { canonicalDecimal } from "../../src/ground/numeral.js";

/** Amounts in 10^-60, the slow way: no doubles, no common scale. */
const SCALE = 60;
interface Amount {
  readonly n: bigint;
  readonly places: number;
}
const unitsOf = ({ n, places }: Amount): bigint => n * 10n ** BigInt(SCALE - places);

/** The ways in which a host may write a decimal. */
function written({ n, places }: Amount, form: number): string | number {
  const digits = String(n < 0n ? -n : n).padStart(places + 1, "0");
  const sign = n < 0n ? "-" : "";
  const plain = places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
  if (form === 0) return plain;
  if (form === 1) return `${String(n)}e-${String(places)}`;
  if (form === 2) return `${String(n)}E${String(30 - places)}`;
  return digits.length <= 15 ? Number(plain) : plain;
}

const amount = fc.oneof(
  { weight: 4, arbitrary: fc.record({ n: fc.bigInt({ min: -99n, max: 99n }), places: fc.constantFrom(0, 1, 4) }) },
  { weight: 2, arbitrary: fc.record({ n: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), places: fc.nat(7) }) },
  { weight: 1, arbitrary: fc.record({ n: fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), places: fc.nat(30) }) },
);
const row = fc.record({ amount, form: fc.nat(3) });
const conventions = fc.record({
  counting: fc.constantFrom("with-itself" as const, "before-itself" as const),
  edge: fc.constantFrom("included" as const, "excluded" as const),
  ties: fc.constantFrom("together" as const, "apart" as const),
  cuts: fc.constantFrom({ A: "0.8", B: "0.95" }, { A: "0", B: "1" }, { A: "0.333333333333333333", B: 0.5 }),
});

describe("E4.2 classifyAbc is exact, whatever kind of numbers it counts in", () => {
  test("every figure is that of whole numbers of the least place", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), conventions, (list, options) => {
        const shift = (form: number): bigint => (form === 2 ? 10n ** 30n : 1n);
        const rows = list.map((one, index) => ({
          id: `c${String(index).padStart(2, "0")}`,
          units: unitsOf(one.amount) * shift(one.form),
          amount: written(one.amount, one.form),
        }));
        const { clients, total, net } = classifyAbc(rows, options);
        expect(clients.map((client) => ({ ...client, amount: null }))).toEqual(byTheBook(rows, options));
        expect(clients.map((client) => unitsOfText(client.amount ?? ""))).toEqual(sorted(rows).map((one) => one.units));
        expect(unitsOfText(total)).toBe(sumOf(rows.map(({ units }) => (units > 0n ? units : 0n))));
        expect(unitsOfText(net)).toBe(sumOf(rows.map(({ units }) => units)));
      }),
    );
  });

  test("a share that ties at the fourth decimal is rounded away from zero", () => {
    // 1 ÷ 20,000 = 0.00005, 3 ÷ 20,000 = 0.00015.
    const { clients } = classifyAbc([
      { id: "a", amount: 19_996 },
      { id: "b", amount: 3 },
      { id: "c", amount: "1" },
    ]);
    expect(clients.map(({ share, cumulative }) => [share, cumulative])).toEqual([
      [0.9998, 0.9998],
      [0.0002, 1],
      [0.0001, 1],
    ]);
  });

  test.each([
    ["2⁵³ − 1, the last sum of safe integers", ["9007199254740990", "1"], "9007199254740991"],
    ["2⁵³ and one more, which doubles would lose", ["9007199254740992", "1"], "9007199254740993"],
    ["a sum that isn't safe, of numbers that are", [9_007_199_254_740_991, 2], "9007199254740993"],
    ["a place that only common units make too great", ["9007199254740991", "0.1"], "9007199254740991.1"],
    ["far apart", ["1e99", "1e-20"], `1${"0".repeat(99)}.${"0".repeat(19)}1`],
    ["zeros at the end, and no minus zero", ["0.50", "-0", "-0.00", -0, "0e-99"], "0.5"],
    ["seven places", ["0.0000001", 1e-7], "0.0000002"],
    ["sixteen digits with a point", ["123456789012345.6", "0.1"], "123456789012345.7"],
  ] as const)("%s", (_, list, total) => {
    const result = classifyAbc(list.map((one, index) => ({ id: String(index), amount: one })));
    expect([result.total, result.net]).toEqual([total, total]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(JSON.stringify(result)).not.toContain('"-0"');
  });

  test("100,000 equal clients, and as many of one amount above another, take no time that grows faster than they do", () => {
    const ids = Array.from({ length: 100_000 }, (_, index) => `c${String(index)}`);
    expect(classifyAbc(ids.map((id) => ({ id, amount: 1 }))).classes.A.clients).toBe(100_000);
    expect(classifyAbc(ids.map((id, index) => ({ id, amount: index % 2 }))).classes.A.clients).toBe(50_000);
  });
});

type Row = { readonly id: string; readonly units: bigint };

function sorted(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => (a.units === b.units ? (a.id < b.id ? -1 : 1) : a.units > b.units ? -1 : 1));
}

const sumOf = (list: readonly bigint[]): bigint => list.reduce((sum, one) => sum + one, 0n);

function unitsOfText(text: string): bigint {
  const [whole = "", decimals = ""] = text.split(".");
  return BigInt(whole + decimals.padEnd(SCALE, "0"));
}

/** The documented definition, client by client, each sum anew. */
function byTheBook(rows: readonly Row[], options: AbcOptions): unknown[] {
  const order = sorted(rows);
  const above = order.filter(({ units }) => units > 0n);
  const total = sumOf(above.map(({ units }) => units));
  const share = (units: bigint): number | null =>
    total === 0n ? null : Number((units * 20_000n + total) / (total * 2n)) / 10_000;
  return order.map(({ id, units }, index) => {
    const others = (isIn: (one: Row, place: number) => boolean): bigint =>
      sumOf(above.filter(isIn).map((one) => one.units));
    const group =
      options.ties === "together" ? (one: Row): boolean => one.units === units : (one: Row) => one.id === id;
    const isBefore = (one: Row, place: number): boolean => place < index && !group(one);
    const measure = others((one, place) => isBefore(one, place) || (options.counting === "with-itself" && group(one)));
    const isLargest = order.slice(0, index).every(group);
    const code = reasonOf(units, measure, total, isLargest, options);
    const alone = others((_, place) => place < index || (options.counting === "with-itself" && place === index));
    const isMoved = classOf(code) !== classOf(reasonOf(units, alone, total, index === 0, options));
    const numbers = {
      cumulative: share(measure),
      cut: Number(code === "within-a" ? options.cuts?.A : options.cuts?.B),
    };
    const reason = /within|beyond/.test(code) ? { code, ...numbers } : { code };
    return {
      id,
      class: classOf(code),
      place: index + 1,
      amount: null,
      share: share(units > 0n ? units : 0n),
      cumulative: share(others((_, place) => place <= index)),
      reasons: isMoved ? [reason, { code: "tied-across-cut", clients: order.filter(group).length }] : [reason],
    };
  });
}

function classOf(code: string): string {
  return { largest: "A", "within-a": "A", "within-b": "B" }[code] ?? "C";
}

function reasonOf(
  units: bigint,
  measure: bigint,
  total: bigint,
  isLargest: boolean,
  { cuts, edge }: AbcOptions,
): string {
  if (units <= 0n) return units < 0n ? "net-returns" : "no-purchases";
  if (isLargest) return "largest";
  const isWithin = (cut: unknown): boolean => {
    const [left, right] = [measure * 10n ** BigInt(SCALE), unitsOfText(String(cut)) * total];
    return left < right || (edge === "included" && left === right);
  };
  return isWithin(cuts?.A) ? "within-a" : isWithin(cuts?.B) ? "within-b" : "beyond-b";
}

test("E4.2 law: a number is the decimal that it prints, on a grid of few decimals as well as off it", () => {
  const grids = fc
    .tuple(fc.integer({ min: -(2 ** 52), max: 2 ** 52 }), fc.constantFrom(1, 10, 100, 1000, 1e4, 1e5, 1e9))
    .map(([n, unit]) => n / unit);
  const number = fc.oneof(
    grids,
    fc.double({ noNaN: true, min: -1e99, max: 1e99 }),
    fc.constantFrom(-0, 1e15, 1e15 + 0.5),
  );
  fc.assert(
    fc.property(number, (amount) => {
      const { clients, issues } = classifyAbc([{ id: "a", amount }]);
      if (issues.length === 0) expect(clients[0]?.amount).toBe(canonicalDecimal(amount));
      else expect(issues[0]?.code).toBe("too-precise");
    }),
  );
});
