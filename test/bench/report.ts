import type { Budget, Row } from "./comparison.js";
import { machine, versions } from "./machine.js";
import type { Outcome } from "./suite.js";

/** What is written between the two, `npm run bench` writes. */
const [BEGIN, END] = ["<!-- written by npm run bench: begin -->", "<!-- written by npm run bench: end -->"];

/** What came out of one run. */
export interface Run {
  readonly date: string;
  readonly outcomes: readonly Outcome[];
}

const boundOf = (budget: Budget | null): string => {
  if (budget === null) return "";
  return "most" in budget ? `≤ ${String(budget.most)}` : `≥ ${String(budget.least)}`;
};

/** The cells of a row: name, median, the range that holds half of the ratios, budget, verdict. */
function cellsOf({ name, budget, spread: { median, lower, upper }, ok }: Row): string[] {
  const digits = median < 10 ? 2 : 0;
  const verdict = budget === null ? "" : ok ? "pass" : "MISSED";
  const range = `${lower.toFixed(digits)} … ${upper.toFixed(digits)}`;
  return [name, median.toFixed(digits), range, boundOf(budget), verdict];
}

/** A row as the terminal shows it. */
export function lineOf(row: Row): string {
  const [name = "", median = "", range = "", bound = "", verdict = ""] = cellsOf(row);
  return `${name.padEnd(66)}${median.padStart(6)}  ${range.padEnd(16)}${bound.padEnd(7)}${verdict}`.trimEnd();
}

/** "11", or "5 to 11". */
function roundsOf(outcomes: Run["outcomes"]): string {
  const rounds = outcomes.flatMap(({ rows }) => rows.map((row) => row.rounds));
  const [least, most] = [Math.min(...rounds), Math.max(...rounds)];
  return least === most ? String(most) : `${String(least)} to ${String(most)}`;
}

const markdownOf = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function tableOf(outcomes: Run["outcomes"]): string[] {
  const head = ["| | ratio | half of the ratios | budget | |", "|---|--:|--:|--:|---|"];
  return [
    ...head,
    ...outcomes.flatMap(({ title, rows }) => [
      markdownOf([`**${title}**`, "", "", "", ""]),
      ...rows.map((row) => markdownOf(cellsOf(row))),
    ]),
  ];
}

const blockOf = ({ date, outcomes }: Run): string =>
  [
    BEGIN,
    "",
    `\`npm run bench\`, ${date}: ${machine()}; ${versions()}. Medians of ${roundsOf(outcomes)} ratios.`,
    "",
    ...tableOf(outcomes),
    "",
    "What the answers had in common, compared before anything was timed:",
    "",
    ...outcomes
      .flatMap(({ agreements }) => agreements)
      .map(({ text, ok }) => `- ${text}${ok ? "" : " **(DISAGREES)**"}`),
    "",
    END,
  ].join("\n");

/** The page with what this run says instead of what the last one said. */
export function pageWith(page: string, run: Run): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`the page has no "${BEGIN}" … "${END}"`);
  return page.slice(0, from) + blockOf(run) + page.slice(to + END.length);
}
