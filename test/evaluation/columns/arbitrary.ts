import fc from "fast-check";
import type { Columns, Facts, Scorecard } from "keyaccount";
import { type Random, seededRandom } from "../../support/random.js";
import { scorecards } from "../arbitrary.js";

type Definition = Scorecard["indicators"][string];

/** The double `steps` places from another one. */
export function beside(value: number, steps: number): number {
  const double = new Float64Array([value]);
  const bits = new BigInt64Array(double.buffer);
  bits[0] = (bits[0] ?? 0n) + BigInt(steps);
  return double[0] ?? NaN;
}

const EXTREMES = [
  0,
  -0,
  5e-324,
  -5e-324,
  1.8e-308,
  1e-290,
  1e290,
  1.7976931348623157e308,
  -1.7976931348623157e308,
  1e15,
  1e21,
  0.1,
  123456789.12345678,
  2 ** 53,
  2 ** 31,
];

/** Decimals of a definition at which something changes. */
function edges(definition: Definition): number[] {
  const texts = JSON.stringify(definition).match(/-?\d+(\.\d+)?/g) ?? [];
  return texts.map(Number);
}

function number(definition: Definition, random: Random): number {
  const edge = random.pick([1, ...edges(definition)]);
  switch (random.int(0, 9)) {
    case 0:
      return random.pick([NaN, NaN, NaN, Infinity, -Infinity, ...EXTREMES] as [number, ...number[]]);
    case 1:
      return beside(edge, random.int(-3, 3));
    case 2:
      return beside((edge * random.int(1, 2000)) / random.pick([16, 1000, 2000, 3]), random.int(-3, 3));
    case 3:
      return random.next() * edge * 2;
    case 4:
      return random.next() * 80 - 5;
    case 5:
      return random.int(-5, 30);
    default:
      return random.int(-500, 6000) / random.pick([10, 100, 1000, 10_000]);
  }
}

function code(options: number, random: Random): number {
  return random.chance(0.1) ? random.pick([255, 254, options]) : random.int(0, options - 1);
}

/** A cell and the fact that it stands for. */
function cellOf(definition: Definition, random: Random): [number, unknown] {
  if (definition.kind === "flag") {
    const cell = code(2, random);
    return [cell, [false, true][cell] ?? (cell === 255 ? null : "neither")];
  }
  if (definition.kind === "choice") {
    const options = Object.keys(definition.options);
    const cell = code(options.length, random);
    return [cell, options[cell] ?? (cell === 255 ? null : "no such option")];
  }
  const cell = number(definition, random);
  return [cell, Number.isNaN(cell) ? null : cell];
}

/** Columns of so many rows for a scorecard, with the facts that each row stands for. */
export function columnsFor(
  card: Scorecard,
  count: number,
  seed: number,
  masked: boolean,
): { columns: Columns; rows: Facts[] } {
  const random = seededRandom(seed);
  const rows: Record<string, unknown>[] = Array.from({ length: count }, () => ({}));
  const columns: Record<string, unknown> = {};
  for (const [id, definition] of Object.entries(card.indicators)) {
    const isCoded = definition.kind === "flag" || definition.kind === "choice";
    const cells = isCoded ? new Uint8Array(count) : new Float64Array(count);
    const [nulls, notApplicable] = [new Uint8Array(count), new Uint8Array(count)];
    rows.forEach((facts, row) => {
      const [cell, fact] = cellOf(definition, random);
      cells[row] = cell;
      nulls[row] = masked && random.chance(0.1) ? 1 : 0;
      notApplicable[row] = masked && random.chance(0.1) ? 1 : 0;
      facts[id] = notApplicable[row] === 1 ? { notApplicable: true } : nulls[row] === 1 ? null : fact;
    });
    columns[id] = masked ? { values: cells, nulls, notApplicable } : cells;
  }
  return { columns: columns as Columns, rows: rows as Facts[] };
}

/** A scorecard with columns for it. */
export function batches(count: number): fc.Arbitrary<{ card: Scorecard; columns: Columns; rows: Facts[] }> {
  return fc
    .tuple(scorecards, fc.nat(), fc.boolean())
    .map(([card, seed, masked]) => ({ card, ...columnsFor(card, count, seed, masked) }));
}
