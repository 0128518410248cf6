// Shows how clients gain experience (B2), category by category, from the books of Northwind: breadth of order, discount, order size and interval over time; who
// moves fastest, told in words; and what to do about it (B3). Run it: `npx tsx examples/experience.ts`; `npx tsx examples/experience.ts zh` prints it in Chinese.
import { fileURLToPath } from "node:url";
import {
  classifyExperience,
  type ExperienceHistory,
  type ExperiencePortfolio,
  type ExperienceReview,
  formatExperience,
  type Locale,
  portfolioExperience,
  recommendSelling,
  reviewExperience,
  type SellingAdvice,
} from "keyaccount";
import { type CategoryHistory, categoryHistories } from "./northwind/categories.js";
import type { Account } from "./northwind/clients.js";
import { dayBefore, isInYearBefore } from "./northwind/days.js";
import {
  experienceChinese,
  experienceEnglish,
  type NorthwindSignals,
  northwindModel,
  observationsOf,
} from "./northwind/experience-model.js";
import { listValue, salesValue } from "./northwind/money.js";
import { readAccounts } from "./northwind/ranking.js";

const TOLD = 3;
/** A sign must be seen on two orders in a row, within a year. */
const SIGN = { kind: "level", persist: 2, within: 365 } as const;
/** The host's own early warnings, for the two signals of B2 that it sees. */
const RULES = [
  { ...SIGN, code: "orders-narrow", handbook: "B2.3", signal: "breadth", after: ["broad", "usual"], to: ["narrow"] },
  { ...SIGN, code: "discounts-high", handbook: "B2.7", signal: "discount", after: ["none", "some"], to: ["high"] },
] as const;

/** What no book tells and this host assumes of its food trade: change it, and the advice changes. */
const ASSUMED = {
  productMaturity: "maturity",
  /** Anybody can buy and sell the same; imitators undercut; everything is sold product by product. */
  coreCopyable: true,
  lateEntrants: true,
  partsSeparable: true,
  /** Delivery on fixed days isn't offered everywhere yet. */
  servicesToAdd: true,
} as const;
/** Assumed too: a margin is left as long as the client pays at least so much of the list price. */
const LEAST_OF_LIST = "0.8";

/** What was seen in a quarter: the level of each signal that counted. */
export interface Quarter {
  readonly from: string;
  readonly levels: readonly (readonly [signal: string, level: string])[];
}

/** A client and a category, where they stand, and what follows. */
export interface Story {
  readonly history: CategoryHistory;
  readonly name: string;
  readonly observed: ExperienceHistory<NorthwindSignals>;
  readonly review: ExperienceReview<NorthwindSignals>;
  readonly advice: SellingAdvice;
}

/** What the books tell of all clients' experience. */
export interface NorthwindExperience {
  readonly stories: readonly Story[];
  readonly portfolio: ExperiencePortfolio;
  /** The three that move fastest towards the specialist. */
  readonly fastest: readonly Story[];
}

/** Judges every client and category as of a day. */
export function experienceOf(accounts: readonly Account[], asOf: string): NorthwindExperience {
  const names = new Map(accounts.map(({ client: { id, name } }) => [id, name]));
  const stories = categoryHistories(accounts).map((history): Story => {
    const name = names.get(history.client) ?? history.client;
    const observed: ExperienceHistory<NorthwindSignals> = {
      client: name,
      productLine: history.category,
      observations: observationsOf(history),
    };
    const review = reviewExperience(observed, { asOf, model: northwindModel, rules: RULES });
    const offer = {
      ...ASSUMED,
      // The books tell this: for a wholesaler a new application is a product of the category that it has never tried.
      applicationsToOffer: history.neverOrdered.length > 0,
      marginLeft: isMarginLeft(history, asOf),
    };
    return { history, name, observed, review, advice: recommendSelling({ ...review, ...offer }) };
  });
  const portfolio = portfolioExperience(
    stories.map(({ history, name, review }) => ({
      ...review,
      client: name,
      productLine: history.category,
      productMaturity: "maturity" as const,
      revenue: revenueOf(history, asOf),
    })),
  );
  const fastest = portfolio.movers.slice(0, TOLD).flatMap(({ client, productLine }) => {
    return stories.filter(({ history, name }) => name === client && history.category === productLine);
  });
  return { stories, portfolio, fastest };
}

/** By what it paid of the list price in the year; unknown where it bought nothing. */
function isMarginLeft({ orders }: CategoryHistory, asOf: string): boolean | null {
  const lines = orders.filter(({ at }) => isInYearBefore(at, asOf)).flatMap((one) => one.lines);
  return lines.length === 0 ? null : salesValue(lines).div(listValue(lines)).gte(LEAST_OF_LIST);
}

/** Breadth, discount, size and interval over time: quarter by quarter what counted, as it could be known at its end. */
export function quartersOf({ observed, review }: Story): Quarter[] {
  const { history, asOf } = review.experience;
  const seen = history.filter(({ shifts }) => Object.keys(shifts).length > 0);
  return seen.map(({ period }) => {
    const next = history.find((one) => one.period > period);
    const options = { asOf: next === undefined ? asOf : dayBefore(next.period), model: northwindModel };
    const { ledger } = classifyExperience<NorthwindSignals>(observed, options);
    const own = ledger.filter((one) => one.period === period);
    return { from: period, levels: own.map(({ signal, level }) => [signal, level] as const) };
  });
}

/** What a client bought of a category in the twelve whole months before. */
function revenueOf({ orders }: CategoryHistory, asOf: string): string {
  return salesValue(orders.filter(({ at }) => isInYearBefore(at, asOf)).flatMap(({ lines }) => lines)).toFixed();
}

/** The sentences that aren't the package's. */
export interface ExperienceWords {
  readonly locale: Locale;
  readonly seen: (clients: number, lines: number) => string;
  readonly at: (stage: string, lines: number, revenue: string) => string;
  readonly risk: (lines: number, revenue: string, share: string) => string;
  readonly limits: readonly string[];
  readonly quarter: (from: string, seen: string) => string;
  readonly assumed: string;
  readonly products: (names: string) => string;
  readonly fits: string;
  readonly ask: string;
  readonly against: string;
}

/** In English. */
export const inEnglish: ExperienceWords = {
  locale: experienceEnglish,
  seen: (clients, lines) =>
    `${String(clients)} clients, ${String(lines)} pairs of client and category; how many stand where, and their sales of the year:`,
  at: (stage, lines, revenue) => `  ${stage}: ${String(lines)}, ${revenue} USD`,
  risk: (lines, revenue, share) =>
    `At risk, as they learn to buy elsewhere: ${String(lines)}, ${revenue} USD, ${share} of all.`,
  limits: [
    "The books hold orders only. They tell two of the eight signals of B2 by halves: how broadly a client buys (B2.3), but not from whom else; what it pays below the list",
    "(B2.7), but not what it asked for. Order size and interval are our own guess. Ask salesmen for the rest before acting on any of this.",
  ],
  quarter: (from, seen) => `  quarter from ${from}: ${seen}`,
  assumed:
    "Assumed by us, not in the books: a mature market, anybody can copy the offer, imitators undercut, all can be sold singly, delivery on fixed days can be added, 80 % of the list price leaves a margin.",
  products: (names) => `  never ordered yet: ${names}`,
  fits: "To do:",
  ask: "To find out first:",
  against: "Mind:",
};

/** In Chinese. */
export const inChinese: ExperienceWords = {
  locale: experienceChinese,
  seen: (clients, lines) => `${String(clients)}家客户，${String(lines)}个“客户×品类”；按经验阶段的个数与年销售额：`,
  at: (stage, lines, revenue) => `  ${stage}：${String(lines)}个，${revenue}美元`,
  risk: (lines, revenue, share) =>
    `客户渐趋内行、可能转购他家的销售额：${String(lines)}个，${revenue}美元，占${share}。`,
  limits: [
    "账簿只记订单，B2的八项信号只能半知其二：订货宽窄（B2.3），但不知是否另有供应商；低于目录价的折扣（B2.7），但不知客户要求多少。",
    "订单大小与间隔只是本公司的推测。采取行动之前，其余信号请先问业务员。",
  ],
  quarter: (from, seen) => `  自${from}起的季度：${seen}`,
  assumed:
    "以下为本公司的假设，账簿中没有：市场已成熟，产品人人可仿，后来者压价，可单品出售，可增加定日送货，售价达目录价的80%即有利润。",
  products: (names) => `  从未订购：${names}`,
  fits: "可做：",
  ask: "先弄清：",
  against: "留意：",
};

/** The report: all clients in figures, what they don't tell, and the three fastest in words. */
export function experienceReport(
  { stories, portfolio, fastest }: NorthwindExperience,
  words: ExperienceWords,
): string[] {
  const { locale } = words;
  const clients = new Set(stories.map(({ history }) => history.client)).size;
  const mature = portfolio.matrix.find(({ productMaturity }) => productMaturity === "maturity");
  const stages = Object.entries(mature?.stages ?? {}) as [
    keyof Locale["experienceStages"],
    { lines: number; revenue: string },
  ][];
  const { lines, revenue, share } = portfolio.atRisk;
  return [
    words.seen(clients, portfolio.total.lines),
    ...stages.map(([stage, sum]) =>
      words.at(locale.experienceStages[stage], sum.lines, Number(sum.revenue).toFixed(2)),
    ),
    words.risk(lines, Number(revenue).toFixed(2), `${((share ?? 0) * 100).toFixed(2)} %`),
    ...words.limits,
    words.assumed,
    ...fastest.flatMap((story) => ["", ...storyOf(story, words)]),
  ];
}

function storyOf(story: Story, words: ExperienceWords): string[] {
  const { history, review, advice } = story;
  const { locale, fits, ask, against } = words;
  const { list } = locale.table;
  const objections = new Set(
    advice.options
      .filter(({ fit }) => fit !== "unfit")
      .flatMap((option) => option.against.map(({ objection }) => objection)),
  );
  const line = (head: string, codes: readonly string[]): string[] =>
    codes.length === 0 ? [] : [`${head} ${codes.join(list)}`];
  return [
    formatExperience(review.experience, locale, review).trimEnd(),
    ...quartersOf(story).map(({ from, levels }) => words.quarter(from, seenIn(levels, locale))),
    ...line(
      fits,
      advice.strategies.map((code) => locale.sellingStrategies[code]),
    ),
    ...(advice.strategies.includes("new-applications") ? [words.products(history.neverOrdered.join(list))] : []),
    ...line(
      ask,
      advice.findOut.conditions.map((code) => locale.sellingConditions[code]),
    ),
    ...line(
      against,
      Array.from(objections, (code) => locale.sellingObjections[code]),
    ),
  ];
}

/** `"Breadth of order: a part of it, Discount: none, …"` */
function seenIn(levels: Quarter["levels"], { experienceSignals, experienceLevels, table }: Locale): string {
  const names: Readonly<Record<string, string>> = experienceSignals;
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = experienceLevels;
  return levels
    .map(([signal, level]) => `${names[signal] ?? signal}: ${words[signal]?.[level] ?? level}`)
    .join(table.list);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { accounts, asOf } = readAccounts();
  console.log(
    experienceReport(experienceOf(accounts, asOf), process.argv[2] === "zh" ? inChinese : inEnglish).join("\n"),
  );
}
