// Part of experience.ts: the host's own model of experience, for what its books can tell, and its words.
import {
  defineExperienceModel,
  type ExperienceModel,
  type ExperienceObservation,
  extendLocale,
  type Locale,
} from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { type CategoryHistory, type Seen, seenAt } from "./categories.js";

/** A signal that speaks as clearly as these two ends do: weakly, for every figure of the books moves for other reasons too. */
const weak = <const L extends string>(levels: readonly [L, L, L], handbook?: string) => {
  const [generalist, middle, specialist] = levels;
  const row = (first: string, second: string, third: string) =>
    ({ [generalist]: first, [middle]: second, [specialist]: third }) as { readonly [K in L]: string };
  return {
    ...(handbook === undefined ? {} : { handbook }),
    levels,
    likelihoods: {
      generalist: row("0.5", "0.3", "0.2"),
      "in-transition": row("0.35", "0.3", "0.35"),
      specialist: row("0.2", "0.3", "0.5"),
    },
  };
};

/**
 * What Northwind's books tell of B2: how broadly a client buys a category (B2.3: the whole, or parts) and what it pays below the list (B2.7). Order size and
 * interval aren't in B2: that routine buyers order larger lots more often is this host's own guess, and speaks as weakly as the rest. Who decides (B2.1), what
 * counts (B2.2), decision time (B2.4), guidance (B2.5), risk (B2.6) and interest in applications (B2.8) stand in no order.
 */
export const northwindModel = defineExperienceModel({
  id: "northwind",
  version: "2014-05",
  period: { unit: "month", every: 3 },
  signals: {
    breadth: weak(["broad", "usual", "narrow"], "B2.3"),
    discount: weak(["none", "some", "high"], "B2.7"),
    size: weak(["smaller", "usual", "larger"]),
    interval: weak(["longer", "usual", "shorter"]),
  },
  prior: { generalist: "0.5", "in-transition": "0.3", specialist: "0.2" },
  transitions: {
    generalist: { generalist: "0.9", "in-transition": "0.095", specialist: "0.005" },
    "in-transition": { generalist: "0.03", "in-transition": "0.89", specialist: "0.08" },
    specialist: { generalist: "0.0005", "in-transition": "0.0295", specialist: "0.97" },
  },
  thresholds: { enter: "0.7", leave: "0.4" },
  dwell: 2,
  evidence: { signals: 2, within: 4 },
  pace: { periods: 2, steadyBelow: "0.05" },
});

/** The model's signals with their levels. */
export type NorthwindSignals = typeof northwindModel extends ExperienceModel<infer S> ? S : never;

/** The orders of a category as dated observations: from the third on, each compared with those before. */
export function observationsOf(history: CategoryHistory): ExperienceObservation<NorthwindSignals>[] {
  return history.orders.flatMap(({ id, at }, index) => {
    const seen = seenAt(history, index);
    if (seen === null) return [];
    return [{ at, levels: levelsOf(seen), provenance: { source: "order", ref: String(id) } }];
  });
}

function levelsOf({ breadth, discount, size, interval }: Seen): ExperienceObservation<NorthwindSignals>["levels"] {
  return {
    breadth: breadth.gte("0.6") ? "broad" : breadth.gte("0.3") ? "usual" : "narrow",
    discount: discount.isZero() ? "none" : discount.lt("0.1") ? "some" : "high",
    size: size.lte("0.67") ? "smaller" : size.lt("1.5") ? "usual" : "larger",
    interval: interval.gte("1.5") ? "longer" : interval.gt("0.67") ? "usual" : "shorter",
  };
}

const withWords = (
  locale: Locale,
  names: readonly [string, string, string, string],
  words: readonly (readonly [string, string, string])[],
  warnings: Readonly<Record<string, string>>,
): Locale => {
  const signals = Object.entries(northwindModel.signals);
  return extendLocale(locale, {
    experienceWarnings: warnings,
    experienceSignals: Object.fromEntries(signals.map(([id], index) => [id, names[index] ?? id])),
    experienceLevels: Object.fromEntries(
      signals.map(([id, { levels }], index) => [
        id,
        Object.fromEntries(levels.map((level, place) => [level, words[index]?.[place] ?? level])),
      ]),
    ),
  });
};

/** The package's words and the model's. */
export const experienceEnglish = withWords(
  en,
  ["Breadth of order", "Discount", "Order size", "Interval"],
  [
    ["most of what it knows of the category", "a part of it", "a small part of it"],
    ["none", "below 10 %", "10 % or more"],
    ["smaller than before", "as before", "larger than before"],
    ["longer than before", "as before", "shorter than before"],
  ],
  { "orders-narrow": "orders have become narrow", "discounts-high": "high discounts have begun" },
);
/** The same in Chinese. */
export const experienceChinese = withWords(
  zhCN,
  ["订货品种宽度", "折扣", "订单大小", "订货间隔"],
  [
    ["该类已购品种的大部分", "其中一部分", "其中一小部分"],
    ["无", "不足10%", "10%及以上"],
    ["比以往小", "与以往相当", "比以往大"],
    ["比以往长", "与以往相当", "比以往短"],
  ],
  { "orders-narrow": "订货品种变窄", "discounts-high": "折扣变高" },
);
