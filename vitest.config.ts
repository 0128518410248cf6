import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = fileURLToPath(new URL(".", import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
  exports: Record<string, string | { import: { default: string } }>;
};

const isBuilt = process.env["KEYACCOUNT_BUILT"] !== undefined;
/** Tests import the package by its own name; every subpath of `exports` leads to its source, or to what is built if `KEYACCOUNT_BUILT` is set. */
const alias = Object.entries(manifest.exports).flatMap(([subpath, target]) =>
  typeof target === "string"
    ? []
    : [
        {
          find: new RegExp(`^keyaccount${subpath.slice(1)}$`),
          replacement:
            root +
            (isBuilt
              ? target.import.default
              : target.import.default.replace("./dist/", "src/").replace(/\.js$/, ".ts")),
        },
      ],
);

const UNIT = ["test/**/*.test.ts"];
/** Tests of the other projects. */
const ELSEWHERE = [
  "test/architecture/**",
  "test/package/**",
  "test/docs/**",
  "test/sql/engines/**",
  "test/examples/warehouse.test.ts",
  "node_modules/**",
];
/**
 * Arithmetic over numbers alone, without a day in it, and the test that sets zones itself: once is enough for them. The oracle of China's
 * calendars, chinese-days, is right in China's zone only.
 */
const ZONELESS = [
  "test/evaluation/{determinism,exact,laws}.test.ts",
  "test/evaluation/{columns,lint,stability,topsis,weights}/**",
  "test/evaluation/goals/{corners,fine-grids,search}.test.ts",
  "test/evaluation/comparison/{laws,shapley}.test.ts",
  "test/ground/{apportion,json-hostile,logarithm,numeral,rational,root,sha256}.test.ts",
  "test/ground/calendar/china.test.ts",
  "test/models/hostile.test.ts",
  "test/people/decision-map-laws.test.ts",
  "test/portfolio/abc-exact.test.ts",
  "test/portfolio/goals/break-down.test.ts",
  "test/portfolio/many-rows.test.ts",
  "test/sql/spark.test.ts",
  "test/charts/**",
  "test/visits/sweep/{great-circle,laws,route}.test.ts",
  "test/reports/{compute,csv-laws,csv-people,define-form,many-faults,matrix,parse-csv,parse-sheet,polluted,render,survey-form}.test.ts",
  "test/visits/polluted.test.ts",
  "test/evaluation/{evaluate-all,parse-facts}.test.ts",
  "test/examples/northwind.test.ts",
  "test/milestones/{laws,hostile}.test.ts",
  "test/milestones/xstate/**",
];
/** Laws over long random histories, in which moments are texts that are compared: they run once on the source, and in one more zone on what is built. */
const LONG_LAWS = [
  "test/evaluation/goals/goals-laws.test.ts",
  "test/evaluation/questions/questions-laws.test.ts",
  "test/milestones/{cure-laws,gate-law,migration-laws,rechained,rounds}.test.ts",
];

/**
 * What engines have compiled holds only as long as the prototype of all objects doesn't change: tests that change it thousands of times go first, before much is compiled.
 * Among all others they took up to twenty times as long.
 */
class PollutedFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isFirst = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith("/polluted.test.ts");
    const sorted = await super.sort(files);
    return [...sorted.filter(isFirst), ...sorted.filter((file) => !isFirst(file))];
  }
}

export default defineConfig({
  resolve: { alias },
  test: {
    isolate: false,
    sequence: { sequencer: PollutedFirst },
    // All cores: vitest's default leaves one of two idle.
    maxWorkers: "100%",
    setupFiles: [`${root}test/support/seed.ts`],
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["src/index.ts", "src/*/index.ts"],
      reporter: ["text", "json-summary"],
      skipFull: true,
      thresholds: { branches: 100, functions: 100, lines: 100, statements: 100 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          testTimeout: 60_000,
          include: UNIT,
          exclude: ELSEWHERE,
          typecheck: {
            enabled: true,
            checker: "tsc",
            tsconfig: "./test/tsconfig.types.json",
            include: ["test/**/*.test-d.ts"],
          },
        },
      },
      {
        extends: true,
        test: {
          name: "zones",
          testTimeout: 60_000,
          include: UNIT,
          exclude: [...ELSEWHERE, ...ZONELESS, ...(isBuilt ? [] : LONG_LAWS)],
        },
      },
      {
        extends: true,
        test: { name: "architecture", include: ["test/architecture/**/*.test.ts"], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: "package",
          include: ["test/package/**/*.test.ts"],
          globalSetup: "test/package/setup.ts",
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "engines",
          include: ["test/sql/engines/**/*.test.ts", "test/examples/warehouse.test.ts"],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      { extends: true, test: { name: "docs", include: ["test/docs/**/*.test.ts"], testTimeout: 60_000 } },
    ],
  },
});
