import { type Comparison, measure, type Row } from "./comparison.js";
import { lineOf } from "./report.js";

/** Whether a contender's answers are `evaluate`'s, and by how much they may differ. */
export interface Agreement {
  readonly text: string;
  readonly ok: boolean;
}

/** What is compared on the same data, in a process of its own. The answers are compared first, then the times. */
export interface Suite {
  readonly title: string;
  readonly agreements: () => Promise<readonly Agreement[]>;
  readonly comparisons: readonly Comparison[];
}

/** What came out of a suite. */
export interface Outcome {
  readonly title: string;
  readonly agreements: readonly Agreement[];
  readonly rows: readonly Row[];
}

/** Runs a suite, says what comes out, and tells it to the process that started this one. Arguments: a part of the names of the rows to measure, and how many rounds. */
export async function runSuite({ title, agreements, comparisons }: Suite): Promise<void> {
  const [, , part = "", rounds = ""] = process.argv;
  const outcome = { title, agreements: await agreements(), rows: [] as Row[] };
  console.log(`${title}\n`);
  for (const { text, ok } of outcome.agreements) console.log(ok ? text : `${text} DISAGREES`);
  console.log();
  for (const comparison of comparisons.filter(({ name }) => name.includes(part))) {
    const row = await measure(comparison, rounds === "" ? undefined : Number(rounds));
    outcome.rows.push(row);
    console.log(lineOf(row));
  }
  console.log();
  process.send?.(outcome);
  if (process.connected) process.disconnect();
}
