import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const PAGE = read("docs/benchmarks.md");

/** The rows that `npm run bench` wrote: name, ratio, range, budget, verdict. */
const ROWS = PAGE.split("\n")
  .filter((line) => line.startsWith("|") && line.includes(" ÷ "))
  .map((line) =>
    line
      .split("|")
      .map((cell) => cell.trim())
      .slice(1, -1),
  );

/** Figures that a text quotes as so many times: "120 ×", "1.4 times". */
const quotedIn = (text: string): string[] =>
  [...text.matchAll(/([\d.,]*\d) ?(?:×|times)/g)].map(([, figure = ""]) => figure.replaceAll(",", ""));

/** Paragraphs and list items that send the reader to the page. */
const citing = (text: string): string =>
  text
    .split(/\n\n|\n(?=- )/)
    .filter((part) => part.includes("docs/benchmarks.md"))
    .join("\n\n");

const figures = new Set(ROWS.flatMap(([, ratio = "", , budget = ""]) => [ratio, budget.replace(/[≤≥] /, "")]));

describe("figures of the benchmark", () => {
  test("quotations are found", () => {
    expect(quotedIn("- 120 × zen, 1,061× json, at most 1.4 times a loop")).toEqual(["120", "1061", "1.4"]);
    expect(citing("- a\n- 2 × ([docs/benchmarks.md](docs/benchmarks.md))\n\n3 ×")).toContain("2 ×");
    expect(citing("- a\n- 2 × ([docs/benchmarks.md](docs/benchmarks.md))\n\n3 ×")).not.toContain("3 ×");
  });

  test.each(["README.md", "CHANGELOG.md"])("those that %s quotes stand in the table", (path) => {
    expect(quotedIn(citing(read(path))).filter((figure) => !figures.has(figure))).toEqual([]);
  });

  test("the table that is published misses no budget", () => {
    const bound = ROWS.filter(([, , , budget]) => budget !== "");
    expect(bound.length).toBeGreaterThanOrEqual(3);
    for (const [name, ratio, , budget = "", verdict] of bound) {
      const [sign, limit] = budget.split(" ");
      const holds = sign === "≤" ? Number(ratio) <= Number(limit) : Number(ratio) >= Number(limit);
      expect([name, holds, verdict]).toEqual([name, true, "pass"]);
    }
  });
});
