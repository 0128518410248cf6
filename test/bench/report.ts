import type { Agreement, Budget, Row } from "./comparison.js";
import { machine, versions } from "./machine.js";

/** What is written between the two, `npm run bench` writes. */
const [BEGIN, END] = ["<!-- written by npm run bench: begin -->", "<!-- written by npm run bench: end -->"];

/** What came out of one run. */
export interface Run {
  readonly date: string;
  readonly sections: readonly { readonly title: string; readonly rows: readonly Row[] }[];
  readonly agreements: readonly Agreement[];
}

const boundOf = (budget: Budget | undefined): string => {
  if (budget === undefined) return "";
  return "most" in budget ? `≤ ${String(budget.most)}` : `≥ ${String(budget.least)}`;
};

/** The cells of a row: name, median, the range that holds half of the ratios, budget, verdict. */
function cellsOf({ comparison: { name, budget }, spread: { median, lower, upper }, ok }: Row): string[] {
  const digits = median < 10 ? 2 : 0;
  const verdict = budget === undefined ? "" : ok ? "pass" : "MISSED";
  const range = `${lower.toFixed(digits)} … ${upper.toFixed(digits)}`;
  return [name, median.toFixed(digits), range, boundOf(budget), verdict];
}

/** A row as the terminal shows it. */
export function lineOf(row: Row): string {
  const [name = "", median = "", range = "", bound = "", verdict = ""] = cellsOf(row);
  return `${name.padEnd(66)}${median.padStart(6)}  ${range.padEnd(16)}${bound.padEnd(7)}${verdict}`.trimEnd();
}

const markdownOf = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function tableOf(sections: Run["sections"]): string[] {
  const head = ["| | ratio | half of the ratios | budget | |", "|---|--:|--:|--:|---|"];
  return [
    ...head,
    ...sections.flatMap(({ title, rows }) => [
      markdownOf([`**${title}**`, "", "", "", ""]),
      ...rows.map((row) => markdownOf(cellsOf(row))),
    ]),
  ];
}

const blockOf = ({ date, sections, agreements }: Run): string =>
  [
    BEGIN,
    "",
    `\`npm run bench\`, ${date}: ${machine()}; ${versions()}.`,
    "",
    ...tableOf(sections),
    "",
    "What the answers had in common, compared before anything was timed:",
    "",
    ...agreements.map(({ text, ok }) => `- ${text}${ok ? "" : " **(DISAGREES)**"}`),
    "",
    END,
  ].join("\n");

/** The page with what this run says instead of what the last one said. */
export function pageWith(page: string, run: Run): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`the page has no "${BEGIN}" … "${END}"`);
  return page.slice(0, from) + blockOf(run) + page.slice(to + END.length);
}
