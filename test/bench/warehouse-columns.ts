import { scoreColumns } from "keyaccount";
import { type BenchColumns, BRANDS } from "./columns/sample.js";
import { card } from "./subject.js";
import type { Agreement } from "./suite.js";
import { COLUMNS, clientLines } from "./warehouse/columns.js";
import type { Contender } from "./warehouse/contenders.js";

const CODES = new Map<string, number>([
  ["false", 0],
  ["true", 1],
  ...BRANDS.map((brand, code) => [brand, code] as const),
]);

/** The clients that the databases load, as columns for `scoreColumns`. */
export function clientColumns(count: number): BenchColumns {
  const columns = COLUMNS.map(({ scale }) => (scale === undefined ? new Uint8Array(count) : new Float64Array(count)));
  let row = 0;
  for (const line of clientLines(count)) {
    for (const [place, text] of line.split(",").entries()) {
      (columns[place] as Float64Array | Uint8Array)[row] = CODES.get(text) ?? Number(text);
    }
    row += 1;
  }
  return Object.fromEntries(COLUMNS.map(({ id }, place) => [id, columns[place]])) as unknown as BenchColumns;
}

function sumOf(parts: Iterable<number>, unit: number): number {
  let total = 0;
  for (const part of parts) total += part;
  return total / unit;
}

/** The sums that a database answers: of scores, low and high bounds and coverage, and how many are graded A. */
function sumsOf(columns: BenchColumns): number[] {
  const judged = scoreColumns(card, columns, { interval: true });
  const unit = 10 ** judged.scale;
  return [
    sumOf(judged.scores, unit),
    sumOf(judged.interval.low, unit),
    sumOf(judged.interval.high, unit),
    sumOf(judged.coverage, judged.coverageUnit),
    judged.grades.filter((place) => judged.gradeNames[place] === "A").length,
  ];
}

async function answerOf({ work }: Contender): Promise<number[]> {
  const [sums = []] = JSON.parse(await work()) as unknown[][];
  return sums.map(Number);
}

/** Whether a database comes to exactly our sums by the SELECT that `toSql` writes. */
export async function sumsAgree(contender: Contender, columns: BenchColumns): Promise<Agreement> {
  const [ours, theirs] = [sumsOf(columns), await answerOf(contender)];
  const ok = ours.every((sum, place) => sum === theirs[place]);
  const text = `${contender.name}: ${ok ? "exactly our" : "not our"} sums over ${String(contender.rows)} clients`;
  return { text, ok };
}

/** Whether SQL by hand comes to our sum of scores but for rounding. */
export async function sumsByHandAgree(contender: Contender, columns: BenchColumns): Promise<Agreement> {
  const { name, rows } = contender;
  const [score = NaN, , , , best = NaN] = sumsOf(columns);
  const [theirScore = NaN, theirBest = NaN] = await answerOf(contender);
  const gap = Math.abs(score - theirScore) / rows;
  const text =
    `${name}: scores ${gap.toFixed(6)} apart on average over ${String(rows)} clients, ` +
    `${String(Math.abs(best - theirBest))} more or fewer grades A`;
  return { text, ok: gap < 0.0001 };
}
