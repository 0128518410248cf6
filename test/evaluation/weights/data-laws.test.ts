import { Decimal } from "decimal.js";
import fc from "fast-check";
import { type CriticFigures, DATA_METHODS, type EntropyFigures, weightsFromData } from "keyaccount";
import { describe, expect, test } from "vitest";
import { exactSum, faultsOf } from "./faults.js";

const Wide = Decimal.clone({ defaults: true, precision: 60 });
type Columns = Readonly<Record<string, readonly number[]>>;

/** 2 … 6 columns of 2 … 12 rows, each with some spread. */
const tables = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 12 })).chain(([columns, rows]) =>
  fc
    .array(
      fc.array(
        fc.integer({ min: 0, max: 2000 }).map((value) => value / 100),
        { minLength: rows, maxLength: rows },
      ),
      {
        minLength: columns,
        maxLength: columns,
      },
    )
    .filter((lists) => lists.every((list) => new Set(list).size > 1))
    .map((lists): Columns => Object.fromEntries(lists.map((list, index) => [`c${String(index)}`, list]))),
);

const sum = (values: readonly Decimal[]): Decimal => values.reduce((added, value) => added.plus(value), new Wide(0));

function divergence(column: readonly number[]): Decimal {
  const values = column.map((value) => new Wide(value));
  const parts = values.map((value) => value.div(sum(values)));
  const entropy = sum(parts.map((part) => (part.isZero() ? part : part.times(part.ln())))).div(
    new Wide(column.length).ln(),
  );
  return entropy.plus(1);
}

function scaled(column: readonly number[]): Decimal[] {
  const [least, most] = [Math.min(...column), Math.max(...column)].map((value) => new Wide(value)) as [
    Decimal,
    Decimal,
  ];
  return column.map((value) => new Wide(value).minus(least).div(most.minus(least)));
}

function deviations(column: readonly Decimal[]): Decimal[] {
  const mean = sum(column).div(column.length);
  return column.map((value) => value.minus(mean));
}

const product = (a: readonly Decimal[], b: readonly Decimal[]): Decimal =>
  sum(a.map((value, index) => value.times(b[index] as Decimal)));

describe("C3.1 weights from data, laws", () => {
  test("entropy is decimal.js's to every decimal shown", () => {
    fc.assert(
      fc.property(tables, (columns) => {
        const { figures, shares } = weightsFromData(columns);
        const exact = Object.values(columns).map(divergence);
        Object.keys(columns).forEach((id, index) => {
          const { entropy, divergence: told } = figures[id] as EntropyFigures;
          const d = exact[index] as Decimal;
          expect(told).toBe(d.toDecimalPlaces(6).toNumber());
          expect(entropy).toBe(new Wide(1).minus(d).toDecimalPlaces(6).toNumber());
          expect(shares[id]).toBe(d.div(sum(exact)).toDecimalPlaces(6).toNumber());
        });
      }),
      { numRuns: 60 },
    );
  });

  test("CRITIC is decimal.js's to every decimal shown", () => {
    fc.assert(
      fc.property(tables, (columns) => {
        const moved = Object.values(columns).map((column) => deviations(scaled(column)));
        const spread = moved.map((column) => product(column, column).sqrt());
        const conflicts = moved.map((a, j) =>
          sum(
            moved.map((b, k) =>
              j === k
                ? new Wide(0)
                : new Wide(1).minus(product(a, b).div((spread[j] as Decimal).times(spread[k] as Decimal))),
            ),
          ),
        );
        const deviation = moved.map((column, j) => (spread[j] as Decimal).div(new Wide(column.length).sqrt()));
        const information = conflicts.map((conflict, j) => conflict.times(deviation[j] as Decimal));
        fc.pre(sum(information).gt("1e-40"));
        const { figures, shares } = weightsFromData(columns, { method: "critic" });
        Object.keys(columns).forEach((id, j) => {
          const told = figures[id] as CriticFigures;
          expect(told.deviation).toBe((deviation[j] as Decimal).toDecimalPlaces(6).toNumber());
          expect(told.conflict).toBe((conflicts[j] as Decimal).toDecimalPlaces(6).toNumber());
          expect(told.information).toBe((information[j] as Decimal).toDecimalPlaces(6).toNumber());
          expect(shares[id]).toBe((information[j] as Decimal).div(sum(information)).toDecimalPlaces(6).toNumber());
        });
      }),
      { numRuns: 60 },
    );
  });

  test("units, the order of rows and of columns change no share; sums are exact", () => {
    const orders = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(tables, fc.constantFrom(...DATA_METHODS), orders, (columns, method, stream) => {
        fc.pre(faultsOf(() => weightsFromData(columns, { method })).length === 0);
        const plain = weightsFromData(columns, { method });
        expect(exactSum(plain.weights)).toBe(100n * 10n ** 9n);
        const rows = (columns["c0"] as readonly number[])
          .map((_, row) => ({ row, order: stream.next().value as number }))
          .sort((a, b) => a.order - b.order);
        const other = Object.entries(columns)
          .reverse()
          .map(([id, list]) => [id, rows.map(({ row }) => `${String(list[row])}e-7`)] as const);
        expect(weightsFromData(Object.fromEntries(other), { method }).shares).toEqual(plain.shares);
      }),
    );
  });
});
