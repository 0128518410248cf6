import { type Random, seededRandom } from "../../support/random.js";
import type { BenchFacts } from "../subject.js";

/** A client's facts as texts, as a file for a database holds them; `\N` is NULL. */
type Line = readonly string[];

const decimal = (random: Random, least: number, most: number, decimals: number): string => {
  const unit = 10 ** decimals;
  return (random.int(least * unit, most * unit) / unit).toFixed(decimals);
};

/** The columns in the table's order, each with its exact type and its decimals; text and yes or no have none. */
export const COLUMNS: readonly { readonly id: keyof BenchFacts; readonly type: string; readonly scale?: number }[] = [
  { id: "sellThrough", type: "DECIMAL(9, 2)", scale: 2 },
  { id: "collectionDays", type: "INTEGER", scale: 0 },
  { id: "margin", type: "DECIMAL(9, 4)", scale: 4 },
  { id: "debtRatio", type: "DECIMAL(9, 3)", scale: 3 },
  { id: "salesReps", type: "INTEGER", scale: 0 },
  { id: "reputation", type: "INTEGER", scale: 0 },
  { id: "majorBrands", type: "VARCHAR" },
  { id: "ownEngineers", type: "BOOLEAN" },
  { id: "afterSales", type: "DECIMAL(9, 1)", scale: 1 },
  { id: "coverage", type: "DECIMAL(9, 2)", scale: 2 },
  { id: "growth", type: "DECIMAL(9, 3)", scale: 3 },
  { id: "disputes", type: "BOOLEAN" },
];

/** One client as `sampleClients` draws them, as texts. */
function oneLine(random: Random): Line {
  return [
    decimal(random, 0, 12, 2),
    decimal(random, 10, 150, 0),
    decimal(random, -0.05, 0.2, 4),
    decimal(random, 0.2, 1, 3),
    decimal(random, 0, 20, 0),
    decimal(random, 1, 5, 0),
    random.pick(["none", "some", "exclusive"]),
    String(random.chance()),
    decimal(random, 1, 5, 1),
    decimal(random, 0, 1, 2),
    decimal(random, -0.3, 0.4, 3),
    String(random.chance(0.2)),
  ];
}

/** The lines of a file with so many clients, the same ones in every run. */
export function* clientLines(count: number, seed = 20_261_121): Generator<string> {
  const random = seededRandom(seed);
  for (let place = 0; place < count; place += 1) yield oneLine(random).join(",");
}

/** The whole file. */
export function clientFile(count: number): string {
  return [...clientLines(count)].join("\n");
}

/** The statement that makes the table. */
export const CREATE = `CREATE TABLE clients (${COLUMNS.map(({ id, type }) => `"${id}" ${type}`).join(", ")})`;
