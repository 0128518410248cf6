// Shows a wholesaler's books become clients, facts, grades and reasons: 91 clients ranked, the largest one explained in full, in
// English and in Chinese. Run it: `npm run demo`; `npm run demo -- zh` ranks in Chinese.
// Read on in data.ts, clients.ts, facts.ts, scorecard.ts, ranking.ts, table.ts: from the rows to what you see.
import { formatEvaluation } from "keyaccount";
import { largest, rank, readAccounts } from "./ranking.js";
import { chinese, english } from "./scorecard.js";
import { rankingInChinese, rankingInEnglish, rankingTable } from "./table.js";

const isChinese = process.argv[2] === "zh";
const { books, asOf, accounts } = readAccounts();
const { customers, orders, lines } = books.counts;
const judged = rank(accounts, asOf);
const first = largest(judged);

const head = [
  `Northwind: ${String(customers)} customers, ${String(orders)} orders, ${String(lines)} order lines, ${books.firstDay} to ${books.lastDay}.`,
  `Judged as of ${asOf} by the twelve whole months before. "B (C–A)": a B that may turn out as C to A.`,
];
const table = isChinese
  ? rankingTable(judged, rankingInChinese, chinese)
  : rankingTable(judged, rankingInEnglish, english);
const explanations =
  first === undefined ? [] : [formatEvaluation(first.evaluation, english), formatEvaluation(first.evaluation, chinese)];
const title = `${first?.client.name ?? "Nobody"} bought most in the year, and yet stands at ${String(judged.findIndex((one) => one === first) + 1)}. In full:`;

console.log([...head, "", ...table, "", title, "", ...explanations].join("\n"));
