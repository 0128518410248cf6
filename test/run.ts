// Everything that `npm test` checks, quick things first. `npm test -- lint unit` runs only the stages named.
// A stage that passes says one line; a stage that fails shows its whole output. The last line is `N passed, N failed`.
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";

interface Stage {
  readonly name: string;
  readonly commands: readonly string[];
  /** Environment besides our own. */
  readonly env?: Readonly<Record<string, string>>;
  /** A stage that must have passed. */
  readonly after?: string;
}

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly output: string;
}

const REPORTS = "node_modules/.cache/keyaccount";
const vitest = (name: string, project: string, flags = ""): string =>
  `vitest run --project ${project} --reporter=dot --reporter=json --outputFile.json=${REPORTS}/${name}.json ${flags}`;
/** Days must not depend on where the host runs: far west, far east with half hours, and daylight saving. */
const ZONES = ["America/New_York", "Australia/Lord_Howe"];
/** The farthest east, for what ships: minifiers rewrite it, so the same tests run on what they made. */
const BUILT_ZONE = "Pacific/Apia";

const STAGES: readonly Stage[] = [
  { name: "types", commands: ["tsc -p tsconfig.json", "tsc -p tsconfig.src.json"] },
  { name: "lint", commands: ["oxlint --type-aware --deny-warnings"] },
  { name: "format", commands: ["biome check --error-on-warnings"] },
  { name: "unused", commands: ["knip"] },
  { name: "architecture", commands: [vitest("architecture", "architecture")] },
  { name: "unit", commands: [vitest("unit", "unit", "--coverage")], env: { TZ: "Asia/Shanghai" } },
  { name: "engines", commands: [vitest("engines", "engines")] },
  {
    name: "docs",
    commands: ["tsx test/docs/generate.ts", "tsc -p test/docs/tsconfig.json", vitest("docs", "docs")],
  },
  ...ZONES.map((zone) => {
    const name = `unit in ${zone}`;
    const report = name.replaceAll(/\W/g, "-");
    return { name, commands: [vitest(report, "zones")], env: { TZ: zone } };
  }),
  { name: "build", commands: ["tsup"] },
  {
    name: `built, in ${BUILT_ZONE}`,
    commands: [vitest("built", "zones")],
    env: { TZ: BUILT_ZONE, KEYACCOUNT_BUILT: "1" },
    after: "build",
  },
  { name: "package", commands: [vitest("package", "package")], after: "build" },
  { name: "reference", commands: ["typedoc --emit none"] },
];

function run(stage: Stage): Outcome {
  const outcomes: Outcome[] = [];
  for (const command of stage.commands) {
    const outcome = runCommand(command, stage.env ?? {});
    outcomes.push(outcome);
    if (outcome.failed > 0) break;
  }
  return {
    passed: sum(outcomes.map(({ passed }) => passed)),
    failed: sum(outcomes.map(({ failed }) => failed)),
    output: outcomes.map(({ output }) => output).join("\n"),
  };
}

function runCommand(command: string, env: Readonly<Record<string, string>>): Outcome {
  const report = /--outputFile\.json=(\S+)/.exec(command)?.[1];
  if (report !== undefined) rmSync(report, { force: true });
  const result = spawnSync(command, {
    shell: true,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      ...env,
      PATH: `node_modules/.bin:${process.env["PATH"] ?? ""}`,
      ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" }),
    },
  });
  const output = `${result.stdout}${result.stderr}`;
  return { ...(report === undefined ? countCommand(result) : countTests(result, report)), output };
}

const countCommand = ({ status }: SpawnSyncReturns<string>): Omit<Outcome, "output"> =>
  status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/** Counts of a vitest report. A run that fails without a failed test (coverage, an unhandled error) counts as one failure. */
function countTests({ status }: SpawnSyncReturns<string>, report: string): Omit<Outcome, "output"> {
  const { numPassedTests: passed, numFailedTests: failed } = readReport(report);
  if (status === 0 && passed + failed > 0) return { passed, failed };
  return { passed, failed: Math.max(failed, 1) };
}

function readReport(report: string): { readonly numPassedTests: number; readonly numFailedTests: number } {
  try {
    return JSON.parse(readFileSync(report, "utf8")) as { numPassedTests: number; numFailedTests: number };
  } catch {
    return { numPassedTests: 0, numFailedTests: 0 };
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function say(stage: Stage, { passed, failed, output }: Outcome, seconds: number): void {
  const head = `${failed === 0 ? "ok  " : "FAIL"} ${stage.name.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s`;
  console.log(failed === 0 ? `${head}  ${String(passed)} passed` : `\n${head}\n${output.trim()}\n`);
}

function main(wanted: readonly string[]): number {
  mkdirSync(REPORTS, { recursive: true });
  const unknown = wanted.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length > 0)
    throw new Error(`no stage ${unknown.join(", ")}; there is ${STAGES.map(({ name }) => name).join(", ")}`);
  const failing: string[] = [];
  let total = { passed: 0, failed: 0 };
  for (const stage of STAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const start = performance.now();
    const outcome =
      stage.after !== undefined && failing.includes(stage.after)
        ? { passed: 0, failed: 1, output: `not run: ${stage.after} failed` }
        : run(stage);
    if (outcome.failed > 0) failing.push(stage.name);
    total = { passed: total.passed + outcome.passed, failed: total.failed + outcome.failed };
    say(stage, outcome, (performance.now() - start) / 1000);
  }
  if (failing.length > 0) console.log(`failing stages: ${failing.join(", ")}`);
  console.log(`${String(total.passed)} passed, ${String(total.failed)} failed`);
  return total.failed === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
