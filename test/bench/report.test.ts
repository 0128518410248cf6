import { describe, expect, test } from "vitest";
import { spreadOf } from "./clock.js";
import type { Row } from "./comparison.js";
import { lineOf, pageWith } from "./report.js";

const row = (median: number, ok: boolean): Row => ({
  name: "a ÷ b",
  budget: { least: 100 },
  rounds: ok ? 11 : 5,
  spread: { median, lower: median / 2, upper: median * 2 },
  ok,
});
const page = `# Page\n\nby hand\n\n<!-- written by npm run bench: begin -->\nold\n<!-- written by npm run bench: end -->\n\nby hand too\n`;
const run = {
  date: "2026-11-21",
  outcomes: [
    {
      title: "One",
      agreements: [
        { text: "a: all agree", ok: true },
        { text: "b: 2 differ", ok: false },
      ],
      rows: [row(120.4, true), row(6.125, false)],
    },
  ],
};

describe("the report of the benchmark", () => {
  test("quartiles are the values that hold half of the ratios between them", () => {
    expect(spreadOf([9, 1, 5, 7, 3])).toEqual({ median: 5, lower: 3, upper: 7 });
  });

  test("a row shows ratio, range, budget and verdict; two decimals below ten", () => {
    expect(lineOf(row(120.4, true)).replaceAll(/ +/g, " ")).toBe("a ÷ b 120 60 … 241 ≥ 100 pass");
    expect(lineOf(row(6.125, false)).replaceAll(/ +/g, " ")).toBe("a ÷ b 6.13 3.06 … 12.25 ≥ 100 MISSED");
  });

  test("only what stands between the markers is written anew", () => {
    const written = pageWith(page, run);
    expect(written.startsWith("# Page\n\nby hand\n\n<!-- written by npm run bench: begin -->\n")).toBe(true);
    expect(written.endsWith("<!-- written by npm run bench: end -->\n\nby hand too\n")).toBe(true);
    expect(written).not.toContain("old");
    expect(pageWith(written, run)).toBe(written);
  });

  test("the block says command, day, node, rivals' versions, rows and agreements", () => {
    const written = pageWith(page, run);
    expect(written).toContain(`\`npm run bench\`, 2026-11-21: Node ${process.version}, `);
    expect(written).toMatch(/decimal\.js \d+\.\d+\.\d+, feelin \d/);
    expect(written).toContain(". Medians of 5 to 11 ratios.\n");
    expect(written).toContain("| a ÷ b | 120 | 60 … 241 | ≥ 100 | pass |");
    expect(written).toContain("| a ÷ b | 6.13 | 3.06 … 12.25 | ≥ 100 | MISSED |");
    expect(written).toContain("- a: all agree\n- b: 2 differ **(DISAGREES)**\n");
  });

  test("a page without markers is refused", () => {
    expect(() => pageWith("# Page\n", run)).toThrow("written by npm run bench: begin");
  });
});
