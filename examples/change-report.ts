// Last quarter against this one: which of a wholesaler's clients moved, and why. Run it: `npx tsx examples/change-report.ts`.
// Books, facts and scorecard are those of the demo in northwind/; what is new here is `compareEvaluations`.
import { pathToFileURL } from "node:url";
import { compareEvaluations, type EvaluationComparison, evaluate, formatComparison } from "keyaccount";
import { factsOf } from "./northwind/facts.js";
import { readAccounts } from "./northwind/ranking.js";
import { chinese, english, scorecard } from "./northwind/scorecard.js";

/** The first days of two quarters: each judgement goes by the twelve whole months before. */
export const LAST_QUARTER = "2014-02-01";
export const THIS_QUARTER = "2014-05-01";

const GRADES = ["A", "B", "C", "D", null] as const;
const IN_FULL = 2;

/** A client judged twice. */
export interface Compared {
  readonly id: string;
  readonly name: string;
  readonly comparison: EvaluationComparison;
}

/** Every client judged on both days, and why the second judgement differs; those that changed most come first. */
export function compareClients(): Compared[] {
  const compared = readAccounts().accounts.map((account): Compared => {
    const before = evaluate(scorecard, factsOf(account, LAST_QUARTER), { asOf: LAST_QUARTER });
    const after = evaluate(scorecard, factsOf(account, THIS_QUARTER), { asOf: THIS_QUARTER });
    return { id: account.client.id, name: account.client.name, comparison: compareEvaluations(before, after) };
  });
  return compared.sort((a, b) => sizeOf(b) - sizeOf(a) || (a.id < b.id ? -1 : 1));
}

/** How far the score moved; who had no score, or has none now, can't be measured and comes last. */
const sizeOf = ({ comparison }: Compared): number => Math.abs(comparison.change ?? -0);

/** How many clients went from each grade to each. */
export function migrationOf(compared: readonly Compared[]): number[][] {
  return GRADES.map((from) =>
    GRADES.map(
      (to) =>
        compared.filter(({ comparison }) => comparison.before.grade === from && comparison.after.grade === to).length,
    ),
  );
}

/** The clients whose grade moved, one line each: the largest cause in that direction says why. */
export function moverLines(compared: readonly Compared[]): string[] {
  const names: Readonly<Record<string, string>> = english.indicators;
  return compared
    .filter(({ comparison }) => comparison.before.grade !== comparison.after.grade)
    .map(({ name, comparison: { before, after, change, parts } }) => {
      const first = parts.find(({ points }) => Number(points) * Number(change) > 0);
      const why = first ? `${names[first.indicator ?? ""] ?? first.code} ${signed(first.points)}` : "";
      return [before.grade ?? "–", "→", after.grade ?? "–", signed(change).padStart(9), " ", name.padEnd(36), why].join(
        " ",
      );
    });
}

const signed = (points: number | null): string =>
  points === null ? "–" : `${points > 0 ? "+" : ""}${points.toFixed(2)}`;

/** The matrix as lines: rows are last quarter's grades, columns this quarter's. */
export function migrationLines(matrix: readonly (readonly number[])[]): string[] {
  const cell = (text: string | number | null): string => String(text ?? "–").padStart(4);
  const head = ["    ", ...GRADES.map(cell)].join("");
  return [head, ...matrix.map((row, place) => [GRADES[place] ?? null, ...row].map(cell).join(""))];
}

/** The whole report. */
export function report(): string {
  const compared = compareClients();
  const movers = moverLines(compared);
  return [
    `Northwind's clients, ${LAST_QUARTER} against ${THIS_QUARTER}. Rows: grade then, columns: grade now.`,
    "",
    ...migrationLines(migrationOf(compared)),
    "",
    `${String(movers.length)} clients have another grade. With the main reason:`,
    "",
    ...movers,
    "",
    ...compared
      .slice(0, IN_FULL)
      .flatMap(({ name, comparison }) => [
        `${name}, in full:`,
        "",
        formatComparison(comparison, english),
        formatComparison(comparison, chinese),
      ]),
  ].join("\n");
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(report());
