import { defineScorecard, scoreColumns } from "keyaccount";
import { cpuPerPiece, spreadOf, untilIdle } from "../clock.js";
import { card } from "../subject.js";
import { byHand } from "./by-hand.js";
import { sampleColumns } from "./sample.js";

const ROWS = 1_000_000;
const columns = sampleColumns(ROWS);
const holed = Object.fromEntries(
  Object.entries(columns).map(([id, column]) => {
    const copy = column.slice();
    for (let i = 0; i < ROWS; i++) if (Math.random() < 0.05) copy[i] = copy instanceof Float64Array ? NaN : 255;
    return [id, copy];
  }),
) as never;
const masked = Object.fromEntries(
  Object.entries(columns).map(([id, values]) => {
    const nulls = new Uint8Array(ROWS);
    for (let i = 0; i < ROWS; i++) if (Math.random() < 0.05) nulls[i] = 1;
    return [id, { values, nulls }];
  }),
) as never;
const tieCard = defineScorecard({
  id: "tie",
  version: "1",
  total: "30",
  indicators: Object.fromEntries(
    [0, 1, 2, 3].map((i) => [
      `r${i}`,
      { kind: "ratio", weight: "7.5", standard: "1.2", cap: "2", floor: "0" } as const,
    ]),
  ),
  grades: [
    { grade: "A", from: "20" },
    { grade: "B", from: null },
  ],
});
const tieCols = Object.fromEntries(
  [0, 1, 2, 3].map((i) => [
    `r${i}`,
    Float64Array.from({ length: ROWS }, () => Math.round(Math.random() * 25000) / 10000),
  ]),
) as never;
const long = Object.fromEntries(
  Object.entries(columns).map(([id, column]) => [
    id,
    ["sellThrough", "margin", "debtRatio", "growth"].includes(id) ? column.map((x) => x / 1.1) : column,
  ]),
) as never;
let kept: unknown;
const time = async (work: () => unknown): Promise<number> => {
  kept = undefined;
  await untilIdle();
  return (
    1000 *
    (await cpuPerPiece(() => {
      kept = work();
    }, ROWS))
  );
};
const works: Record<string, () => unknown> = {
  hand: () => byHand(columns),
  plain: () => scoreColumns(card, columns),
  holed: () => scoreColumns(card, holed),
  masked: () => scoreColumns(card, masked),
  interval: () => scoreColumns(card, holed, { interval: true }),
  absent: () => scoreColumns(card, { sellThrough: columns.sellThrough }),
  ties: () => scoreColumns(tieCard, tieCols),
  long: () => scoreColumns(card, long),
};
const found: Record<string, number[]> = {};
for (let r = 0; r < 9; r++)
  for (const [k, w] of Object.entries(works)) {
    const t = await time(w);
    if (r > 1) (found[k] ??= []).push(t);
  }
for (const [k, l] of Object.entries(found)) console.log(k, spreadOf(l).median.toFixed(1));
console.log(kept !== undefined);
