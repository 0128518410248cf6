// Runs bundled, in plain node: see run.ts. Ends with status 1 if a budget is missed or if answers disagree.
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Agreement, measure, type Row, type Suite } from "./comparison.js";
import { evaluateSuite, lastResult } from "./evaluate.js";
import { machine } from "./machine.js";
import { lineOf, pageWith } from "./report.js";

const PAGE = "docs/benchmarks.md";
const { values: options } = parseArgs({
  allowNegative: true,
  options: {
    /** Whether the page is written. */
    write: { type: "boolean", default: true },
    /** The day of the run. */
    date: { type: "string", default: new Date().toISOString().slice(0, 10) },
    /** Measures only rows whose name contains this, and writes nothing. */
    only: { type: "string" },
  },
});

const SUITES: readonly Suite[] = [evaluateSuite];
const isWanted = (name: string): boolean => options.only === undefined || name.includes(options.only);

async function agree({ agreements }: Suite): Promise<readonly Agreement[]> {
  const found = await agreements();
  for (const { text, ok } of found) console.log(ok ? text : `${text} DISAGREES`);
  console.log();
  return found;
}

async function compare({ title, comparisons }: Suite): Promise<Row[]> {
  console.log(title);
  const rows: Row[] = [];
  for (const comparison of comparisons.filter(({ name }) => isWanted(name))) {
    const row = await measure(comparison);
    rows.push(row);
    console.log(lineOf(row));
  }
  console.log();
  return rows;
}

console.log(`${machine()}\n`);
const agreements: Agreement[] = [];
const sections: { title: string; rows: Row[] }[] = [];
for (const suite of SUITES) {
  agreements.push(...(await agree(suite)));
  sections.push({ title: suite.title, rows: await compare(suite) });
  await suite.close?.();
}
if (options.write && options.only === undefined) {
  writeFileSync(PAGE, pageWith(readFileSync(PAGE, "utf8"), { date: options.date, sections, agreements }));
  console.log(`written to ${PAGE}`);
}
const ok = [...agreements, ...sections.flatMap(({ rows }) => rows)].every((one) => one.ok);
process.exitCode = ok && lastResult() !== undefined ? 0 : 1;
