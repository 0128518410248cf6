// Runs bundled, in plain node: see run.ts.
import { evaluate, scoreColumns } from "keyaccount";
import { cpuPerPiece, spreadOf, untilIdle } from "../clock.js";
import { card } from "../subject.js";
import { byHand } from "./by-hand.js";
import { factsAt, sampleColumns } from "./sample.js";

const ROWS = 1_000_000;
const ROUNDS = Number(process.argv[2] ?? 15);
const columns = sampleColumns(ROWS);
let kept: unknown;
const time = async (work: () => unknown): Promise<number> => {
  kept = undefined;
  await untilIdle();
  return cpuPerPiece(() => {
    kept = work();
  }, ROWS);
};
const plain = () => scoreColumns(card, columns);
const explained = () => scoreColumns(card, columns, { explain: true });
const both = () => scoreColumns(card, columns, { explain: true, interval: true });
const H: number[] = [],
  P: number[] = [],
  E: number[] = [],
  I: number[] = [];
const RP: number[] = [],
  RE: number[] = [];
for (let round = -2; round < ROUNDS; round += 1) {
  const h = await time(() => byHand(columns));
  const p = await time(plain);
  const e = await time(explained);
  const i = await time(both);
  if (round < 0) continue;
  H.push(h);
  P.push(p);
  E.push(e);
  I.push(i);
  RP.push(p / h);
  RE.push(e / h);
}
const ns = (list: number[]) => (spreadOf(list).median * 1000).toFixed(1);
console.log(
  "hand",
  ns(H),
  "plain",
  ns(P),
  "explain",
  ns(E),
  "both",
  ns(I),
  "ns/row; ratios",
  spreadOf(RP),
  spreadOf(RE),
);
let [wrongHand, wrong] = [0, 0];
const [ours, theirs] = [plain(), byHand(columns)];
for (let row = 0; row < ROWS; row += 97) {
  const { score } = evaluate(card, factsAt(columns, row));
  if ((ours.scores[row] ?? NaN) / 1e4 !== score) wrong += 1;
  if ((theirs.scores[row] ?? NaN) / 1e4 !== score) wrongHand += 1;
}
console.log({ wrong, wrongHand }, kept !== undefined);
