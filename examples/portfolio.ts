// Shows a portfolio: who matters, who endangers us, whom we could let go, and what the ten largest are worth, from the books of
// Northwind. Run it: `npx tsx examples/portfolio.ts`; `npx tsx examples/portfolio.ts zh` prints it in Chinese, and
// `npx tsx examples/portfolio.ts en charts` writes its charts, Vega-Lite specifications, to the folder `charts` as well.
import { fileURLToPath } from "node:url";
import { Decimal } from "decimal.js";
import {
  ABC_CLASSES,
  type AbcResult,
  classifyAbc,
  classifyVolumeLoyalty,
  evaluate,
  type LifetimeValue,
  type Locale,
  lifetimeValue,
  type PruningPlan,
  planPruning,
  portfolioRisk,
  QUADRANTS,
  type RiskResult,
  type VolumeLoyaltyResult,
} from "keyaccount";
import { loyaltyScorecard } from "keyaccount/handbook";
import { tradeFacts } from "keyaccount/models";
import type { Account } from "./northwind/clients.js";
import { readAccounts } from "./northwind/ranking.js";
import { chinese, english } from "./northwind/scorecard.js";
import { type Align, aligned } from "./northwind/table.js";
import { portfolioCharts, writeCharts } from "./portfolio-charts.js";

/** What the books don't tell, assumed: a wholesaler's gross margin, and what money costs a year. */
const MARGIN_RATE = "0.2";
const DISCOUNT_RATE = "0.1";
const CURRENCY = "USD";
/** Below that, a client's year doesn't pay for a visit. */
const MIN_VOLUME = "1000";
const TOP = 10;
/** The longest span that the books, which begin in July 2012, hold twice. */
const SPAN = 11;

/** The portfolio from every side. */
export interface Portfolio {
  readonly names: ReadonlyMap<string, string>;
  readonly abc: AbcResult;
  readonly placed: VolumeLoyaltyResult;
  readonly risk: RiskResult;
  readonly plan: PruningPlan;
  /** The share of clients of the span before that bought again in the last span. */
  readonly retention: string;
  readonly worth: readonly { readonly id: string; readonly value: LifetimeValue }[];
}

/** Judges all accounts by the twelve whole months before a day. Who has never ordered is unknown, not small. */
export function portfolioOf(accounts: readonly Account[], asOf: string): Portfolio {
  const facts = accounts.map(({ client: { id, trade } }) => ({ id, ...(trade ? tradeFacts(trade, { asOf }) : {}) }));
  const currency = CURRENCY;
  const amounts = facts.map(({ id, annualSales }) => ({ id, amount: annualSales?.value }));
  const abc = classifyAbc(amounts, { currency });
  // The books tell one of four facts about loyalty, how regularly a client trades: few quadrants are certain.
  const placed = classifyVolumeLoyalty(
    facts.map(({ id, annualSales, tradeRegularity }) => ({
      id,
      volume: annualSales?.value,
      loyalty: evaluate(loyaltyScorecard, { tradeRegularity }, { asOf }),
    })),
    { currency },
  );
  const retention = retentionOf(accounts, asOf);
  return {
    names: new Map(accounts.map(({ client: { id, name } }) => [id, name])),
    abc,
    placed,
    risk: portfolioRisk(placed.clients, { currency }),
    plan: planPruning(placed.clients, { rules: { minVolume: MIN_VOLUME }, currency }),
    retention,
    worth: abc.clients.slice(0, TOP).map(({ id, amount }) => {
      const margin = new Decimal(amount ?? 0).times(MARGIN_RATE).toFixed();
      return { id, value: lifetimeValue({ currency, margin, retention, discountRate: DISCOUNT_RATE }) };
    }),
  };
}

/** Of those who bought in the eleven months before the last eleven: how many bought again. */
function retentionOf(accounts: readonly Account[], asOf: string): string {
  const before = accounts.flatMap(({ client: { trade } }) => {
    const growth = trade && tradeFacts(trade, { asOf, months: SPAN }).volumeGrowth;
    return growth === undefined ? [] : [growth.value];
  });
  // Growth is −1 where nothing was bought any more, and unknown where nothing was bought before.
  const again = before.filter((growth) => growth !== "-1");
  return new Decimal(again.length).div(before.length).toDecimalPlaces(4).toFixed();
}

/** The headings that aren't the package's words. */
export interface PortfolioWords {
  readonly locale: Locale;
  readonly abc: readonly [title: string, name: string, clients: string, sales: string, share: string];
  readonly quadrants: readonly [title: string, name: string, clients: string, certain: string, volume: string];
  readonly risks: readonly [title: string, name: string, value: string, level: string, clients: string];
  readonly pruning: readonly [title: string, step: string, clients: string, lost: string, left: string];
  readonly worth: readonly [title: string, name: string, sales: string, value: string, oneMore: string];
}

/** In English. */
export const inEnglish: PortfolioWords = {
  locale: english,
  abc: ["A, B, C by sales of the year", "Class", "Clients", "Sales (USD)", "Share"],
  quadrants: ["Volume × loyalty", "Kind", "Clients", "Certain", "Sales (USD)"],
  risks: ["Risks", "Risk", "Figure", "Level", "Clients behind it"],
  pruning: [`If all below ${MIN_VOLUME} USD a year went`, "Step", "Clients", "Sales lost", "Sales left"],
  worth: ["The ten largest, for their lifetime", "Client", "Sales (USD)", "Worth (USD)", "A point more loyal"],
};

/** In Chinese. */
export const inChinese: PortfolioWords = {
  locale: chinese,
  abc: ["按年销售额分ABC类", "类别", "客户数", "销售额（美元）", "占比"],
  quadrants: ["销售额与忠诚度", "客户类型", "客户数", "其中确定", "销售额（美元）"],
  risks: ["风险", "风险项", "数值", "程度", "相关客户"],
  pruning: [`如淘汰年销售额低于${MIN_VOLUME}美元的客户`, "步骤", "客户数", "减少的销售额", "剩余的销售额"],
  worth: ["前十大客户的终生价值", "客户", "销售额（美元）", "价值（美元）", "保留率提高1个百分点"],
};

const ALIGNS: readonly Align[] = ["left", "right", "right", "right", "right"];
const RISK_ALIGNS: readonly Align[] = ["left", "right", "left", "left"];
const BEHIND = 3;

/** The five tables, one below the other. */
export function portfolioTables(portfolio: Portfolio, words: PortfolioWords): string[] {
  return [
    ...table(words.abc, abcRows(portfolio, words), ALIGNS),
    ...table(words.quadrants, quadrantRows(portfolio, words), ALIGNS),
    ...table(words.risks, riskRows(portfolio, words), RISK_ALIGNS),
    ...table(words.pruning, pruningRows(portfolio), ALIGNS),
    ...table(words.worth, worthRows(portfolio), ALIGNS),
  ];
}

function table([title, ...head]: readonly string[], rows: readonly string[][], aligns: readonly Align[]): string[] {
  return [title ?? "", ...aligned([head, ...rows], aligns), ""];
}

function abcRows({ abc }: Portfolio, { locale }: PortfolioWords): string[][] {
  return ABC_CLASSES.map((code) => {
    const { clients, amount, amountShare } = abc.classes[code];
    return [locale.abcClasses[code], String(clients), money(amount), percent(amountShare)];
  });
}

function quadrantRows({ placed }: Portfolio, { locale }: PortfolioWords): string[][] {
  return QUADRANTS.map((code) => {
    const { clients, amount } = placed.quadrants[code];
    const certain = placed.clients.filter(({ quadrant, certain: isCertain }) => quadrant === code && isCertain);
    return [locale.quadrants[code], String(clients), String(certain.length), money(amount)];
  });
}

function riskRows({ risk, names }: Portfolio, { locale }: PortfolioWords): string[][] {
  return risk.risks.map(({ risk: code, value, level, clients }) => {
    const behind = clients.slice(0, BEHIND).map((id) => names.get(id) ?? id);
    const more = clients.length > BEHIND ? [`… +${String(clients.length - BEHIND)}`] : [];
    return [
      locale.risks[code],
      value?.toFixed(4) ?? "–",
      level === null ? "–" : locale.riskLevels[level],
      [...behind, ...more].join(", "),
    ];
  });
}

function pruningRows({ plan }: Portfolio): string[][] {
  return plan.stages.map(({ stage, drop, lost, left }) => [
    String(stage),
    String(drop.length),
    money(lost.volume),
    money(left.volume),
  ]);
}

function worthRows({ worth, abc, names }: Portfolio): string[][] {
  return worth.map(({ id, value: { value, sensitivity } }, index) => [
    names.get(id) ?? id,
    money(abc.clients[index]?.amount ?? null),
    money(value),
    `+${money(sensitivity.find(({ change }) => change === "0.01")?.difference ?? null)}`,
  ]);
}

const money = (amount: string | null): string => (amount === null ? "–" : new Decimal(amount).toFixed(2));
const percent = (share: number | null): string => (share === null ? "–" : `${(share * 100).toFixed(2)} %`);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , language, folder] = process.argv;
  const words = language === "zh" ? inChinese : inEnglish;
  const { accounts, asOf } = readAccounts();
  const portfolio = portfolioOf(accounts, asOf);
  console.log(portfolioTables(portfolio, words).join("\n"));
  if (folder !== undefined) console.log(writeCharts(folder, portfolioCharts(portfolio, words.locale)).join("\n"));
}
