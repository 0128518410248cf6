// Runs bundled, in plain node: see run.ts. Ends with status 1 if a budget is missed or the answers disagree.
import { cpuPerPiece, spreadOf, untilIdle } from "../clock.js";
import { columnsAgree } from "./agree.js";
import { type ColumnContender, columnContenders } from "./contenders.js";
import { sampleColumns } from "./sample.js";

const ROWS = 1_000_000;
const FEWER = 5_000;
const ROUNDS = 15;

const contenders = columnContenders(ROWS, FEWER);
const { scoreColumns, withPoints, byHand, byHandWithPoints, decimals } = contenders;
const { reusing, withPointsReusing, byHandReusing } = contenders;

/** Keeps the last result alive, so that no compiler leaves the work out. */
let kept: unknown;

/** Nanoseconds of CPU for a row; the result before is collected first. */
async function timed({ work, rows }: ColumnContender): Promise<number> {
  kept = undefined;
  await untilIdle();
  const once = (): void => {
    kept = work();
  };
  return (await cpuPerPiece(once, rows)) * 1000;
}

interface Ratio {
  readonly over: ColumnContender;
  readonly under: ColumnContender;
  readonly most?: number;
}

const RATIOS: readonly Ratio[] = [
  { over: scoreColumns, under: byHand, most: 1.4 },
  { over: reusing, under: byHandReusing, most: 1.4 },
  { over: withPointsReusing, under: byHandReusing, most: 1.7 },
  { over: withPoints, under: byHandWithPoints, most: 1.7 },
  { over: withPoints, under: byHand },
  { over: decimals, under: scoreColumns },
];

const sample = sampleColumns(ROWS);
const agree = Object.values(contenders).map((contender) =>
  columnsAgree(contender, sample, !contender.name.startsWith("by hand"), contender === decimals ? 1 : 50),
);

const times = new Map<ColumnContender, number[]>(Object.values(contenders).map((contender) => [contender, []]));
for (let round = -2; round < ROUNDS; round += 1) {
  for (const [contender, list] of times) {
    const time = await timed(contender);
    if (round >= 0) list.push(time);
  }
}
for (const [{ name }, list] of times)
  console.log(`${name.padEnd(44)}${spreadOf(list).median.toFixed(1).padStart(9)} ns a row`);

let failures = agree.filter((ok) => !ok).length;
for (const { over, under, most } of RATIOS) {
  const ratios = (times.get(over) ?? []).map((time, round) => time / (times.get(under)?.[round] ?? NaN));
  const { median, lower, upper } = spreadOf(ratios);
  const isMissed = most !== undefined && median > most;
  if (isMissed) failures += 1;
  const budget = most === undefined ? "" : `≤ ${String(most)} ${isMissed ? "MISSED" : "pass"}`;
  console.log(
    `${`${over.name} ÷ ${under.name}`.padEnd(44)}${median.toFixed(2).padStart(9)}  ${lower.toFixed(2)} … ${upper.toFixed(2)}  ${budget}`.trimEnd(),
  );
}
process.exitCode = failures === 0 && kept !== undefined ? 0 : 1;
