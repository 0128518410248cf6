// Shows a pipeline of thousands of opportunities: a CRM's export imported as history, what is wrong with it, how deals convert, how long they take, which are
// old and what they may bring. Run it: `npx tsx examples/pipeline.ts`, with a folder of the same four files as its argument, or for the made-up ones in
// `examples/pipeline/sample`; `zh` as the second argument prints it in Chinese.
import { fileURLToPath } from "node:url";
import { formatIssue, type Locale, type Pipeline, pipeline } from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { type Align, aligned } from "./northwind/table.js";
import { type Books, type Flaws, flawsOf, readBooks } from "./pipeline/books.js";
import { calendar, type Imported, importDeals, process as sales } from "./pipeline/deals.js";

/** The made-up export. */
export const SAMPLE = fileURLToPath(new URL("pipeline/sample", import.meta.url));
const OLDEST = 5;

/** An export, what is wrong with it, and its figures. */
export interface PipelineReport {
  readonly flaws: Flaws;
  readonly imported: Imported;
  readonly figures: Pipeline;
  /** By regional office. */
  readonly offices: ReadonlyMap<string, Pipeline>;
}

/** Imports an export and counts it. */
export function reportOf(books: Books): PipelineReport {
  const imported = importDeals(books);
  const options = { process: sales, calendar, asOf: imported.asOf };
  const offices = [...new Set(imported.deals.map(({ office }) => office))].sort();
  return {
    flaws: flawsOf(books),
    imported,
    figures: pipeline(imported.deals, options),
    offices: new Map(
      offices.map((name) => [
        name,
        pipeline(
          imported.deals.filter(({ office }) => office === name),
          options,
        ),
      ]),
    ),
  };
}

/** The headings that aren't the package's words. */
interface Words {
  readonly locale: Locale;
  readonly flaws: string;
  readonly meant: (name: string, meant: string | null, count: number) => string;
  readonly withoutAccount: (count: number) => string;
  readonly idle: (names: string) => string;
  readonly refused: (id: string, why: string) => string;
  readonly issues: (count: number) => string;
  readonly milestones: readonly string[];
  readonly stages: Readonly<Record<string, string>>;
  readonly outcomes: readonly string[];
  readonly forecast: readonly string[];
  readonly ageing: readonly string[];
  readonly oldest: readonly string[];
  readonly offices: readonly string[];
  readonly unknownAge: string;
}

const inEnglish: Words = {
  locale: en,
  flaws: "What is wrong with the export",
  meant: (name, meant, count) =>
    `"${name}" (${String(count)}): not in its list${meant === null ? "" : `, perhaps "${meant}"`}`,
  withoutAccount: (count) => `Open opportunities without an account: ${String(count)}`,
  idle: (names) => `Without any opportunity: ${names}`,
  refused: (id, why) => `${id} isn't imported: ${why}`,
  issues: (count) => `Records in error: ${String(count)}`,
  milestones: [
    "Milestones",
    "Milestone",
    "Entered",
    "Passed",
    "Not proven",
    "Lost",
    "Here",
    "Conversion",
    "Median days",
    "p90",
    "Unknown",
  ],
  stages: { prospecting: "Prospecting", engaging: "Engaging" },
  outcomes: ["Outcomes", "Deals", "Number", "Amount (USD)", "Amount unknown"],
  forecast: ["Forecast", "Currency", "Open deals", "Amount", "Weighted", "Likelihood unknown"],
  ageing: ["Age of open deals where they stand (working days)", "From", "Below", "Deals", "Amount (USD)"],
  oldest: ["The oldest", "Deal", "Milestone", "Since", "Days", "Due", "Days over", "Amount (USD)"],
  offices: ["Offices", "Office", "Deals", "Won of closed", "Won (USD)", "Median days engaged"],
  unknownAge: "unknown",
};

const inChinese: Words = {
  locale: zhCN,
  flaws: "导出数据中的问题",
  meant: (name, meant, count) =>
    `“${name}”（${String(count)}条）不在清单中${meant === null ? "" : `，可能是“${meant}”`}`,
  withoutAccount: (count) => `未关联客户的进行中商机：${String(count)}`,
  idle: (names) => `没有任何商机：${names}`,
  refused: (id, why) => `${id}未导入：${why}`,
  issues: (count) => `出错的记录：${String(count)}`,
  milestones: [
    "里程碑",
    "里程碑",
    "进入",
    "通过",
    "未经证实",
    "丢单",
    "停留",
    "转化率",
    "中位天数",
    "九成以内",
    "未知",
  ],
  stages: { prospecting: "寻找商机", engaging: "接触洽谈" },
  outcomes: ["结果", "商机", "数量", "金额（美元）", "金额未知"],
  forecast: ["预测", "货币", "进行中", "金额", "加权金额", "成交概率未知"],
  ageing: ["进行中商机的停留时间（工作日）", "自", "至以下", "数量", "金额（美元）"],
  oldest: ["停留最久", "商机", "里程碑", "自", "天数", "应完成", "超期天数", "金额（美元）"],
  offices: ["区域", "区域", "商机", "成交率", "成交额（美元）", "洽谈天数中位数"],
  unknownAge: "未知",
};

/** The report as text. */
export function textOf({ flaws, imported, figures, offices }: PipelineReport, language = "en"): string {
  const words = language === "zh" ? inChinese : inEnglish;
  return [
    ...flawLines(flaws, imported, figures, words),
    ...table(words.milestones, milestoneRows(figures, words)),
    ...table(words.outcomes, outcomeRows(figures, words)),
    ...table(
      words.forecast,
      figures.forecast.map((one) => [one.currency, String(one.deals), one.amount, one.weighted, one.unweighted]),
    ),
    ...table(words.ageing, ageRows(figures, words)),
    ...table(words.oldest, oldestRows(figures, words)),
    ...table(words.offices, officeRows(offices)),
  ].join("\n");
}

function flawLines(flaws: Flaws, { refused }: Imported, { issues }: Pipeline, words: Words): string[] {
  return [
    words.flaws,
    ...flaws.unknown.map(({ name, meant, opportunities }) => words.meant(name, meant, opportunities)),
    words.withoutAccount(flaws.withoutAccount),
    ...(flaws.idle.length === 0 ? [] : [words.idle(flaws.idle.join(", "))]),
    ...refused.map(({ id, issues: why }) =>
      words.refused(id, why.map((one) => formatIssue(one, words.locale)).join(" ")),
    ),
    words.issues(issues.length),
    "",
  ];
}

function table([title = "", ...head]: readonly string[], rows: readonly string[][]): string[] {
  const aligns = head.map((_, index): Align => (index === 0 ? "left" : "right"));
  return [title, ...aligned([head, ...rows], aligns), ""];
}

function milestoneRows({ milestones }: Pipeline, { stages }: Words): string[][] {
  return milestones.map(({ milestone, entered, passed, notProven, lost, here, conversion, velocity }) => [
    stages[milestone] ?? milestone,
    ...[entered, passed, notProven, lost, here].map(String),
    percent(conversion),
    ...[velocity.median, velocity.p90].map(orDash),
    String(velocity.unknown),
  ]);
}

function outcomeRows({ outcomes }: Pipeline, { locale }: Words): string[][] {
  return outcomes.map(({ outcome, deals, amounts, unknownAmounts }) => [
    locale.dealOutcomes[outcome],
    String(deals),
    amounts[0]?.amount ?? "–",
    String(unknownAmounts),
  ]);
}

function ageRows({ ageing, unknownAges }: Pipeline, { unknownAge }: Words): string[][] {
  const known = ageing.map(({ from, below, deals, amounts }) => [
    String(from),
    orDash(below),
    String(deals),
    amounts[0]?.amount ?? "–",
  ]);
  return [...known, [unknownAge, "–", String(unknownAges), "–"]];
}

function oldestRows({ open }: Pipeline, { stages }: Words): string[][] {
  return open
    .slice(0, OLDEST)
    .map(({ id, milestone, since, days, due, overdueDays, amount }) => [
      id,
      stages[milestone] ?? milestone,
      since ?? "–",
      orDash(days),
      due ?? "–",
      orDash(overdueDays),
      amount ?? "–",
    ]);
}

/** How long it takes to win is counted from being engaged: when prospecting began the export doesn't know. */
function officeRows(offices: PipelineReport["offices"]): string[][] {
  return [...offices].map(
    ([
      name,
      {
        deals,
        winRate,
        outcomes: [won],
        milestones: [, engaging],
      },
    ]) => [
      name,
      String(deals),
      percent(winRate),
      won?.amounts[0]?.amount ?? "–",
      orDash(engaging?.velocity.median ?? null),
    ],
  );
}

const orDash = (value: number | null): string => (value === null ? "–" : String(value));
const percent = (share: number | null): string => (share === null ? "–" : `${(share * 100).toFixed(2)} %`);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , folder = SAMPLE, language] = process.argv;
  console.log(textOf(reportOf(readBooks(folder)), language));
}
