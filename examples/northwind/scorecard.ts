// Part of the demo (main.ts): the handbook's scorecard, extended by the host, and the words for it in two languages.
import { extendLocale, extendScorecard, type FactsOf } from "keyaccount";
import { distributorScorecard } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";

/**
 * The handbook's distributor (C3.1) judged by what a wholesaler's books can tell. Standards are quartiles of Northwind's own
 * clients over the twelve months to April 2014, or argued beside them.
 */
export const scorecard = extendScorecard(distributorScorecard, {
  id: "northwind",
  version: "2014-05",
  omit: [
    "salesManagement", // most are single shops and kitchens: nobody's sales are managed there
    "salesNetwork", // they sell over their own counter, so there are no outlets to supply
    "afterSalesService", // food isn't repaired
  ],
  groups: { trade: {}, terms: {} },
  indicators: {
    // Volume 15, no more: alone it is a bad standard (C3.1). Lower quartile, median, upper quartile and best tenth.
    annualSales: {
      kind: "interpolate",
      group: "trade",
      knots: [
        { at: 0, share: 0 },
        { at: 2400, share: 0.25 },
        { at: 4450, share: 0.5 },
        { at: 10_800, share: 0.75 },
        { at: 20_500, share: 1 },
      ],
    },
    // The upper quartile orders 8 times a year; more orders of the same volume only cost us, hence the cap.
    orderFrequency: { kind: "ratio", group: "trade", standard: 8, cap: 1, floor: 0 },
    // The upper quartile orders in 6 months of 12.
    tradeRegularity: { kind: "ratio", group: "trade", standard: 0.5, cap: 1, floor: 0 },
    // Not by quartiles: half of the clients grew by two thirds because we opened only then. Holding is half, + 50 % all.
    volumeGrowth: {
      kind: "interpolate",
      group: "trade",
      knots: [
        { at: -0.5, share: 0 },
        { at: 0, share: 0.5 },
        { at: 0.5, share: 1 },
      ],
    },
    // Different products in a year, of 77: lower quartile 8, median 11, upper quartile 17.
    productRange: {
      kind: "bands",
      group: "trade",
      bands: [
        { from: null, share: 0 },
        { from: 1, share: 0.25 },
        { from: 8, share: 0.5 },
        { from: 11, share: 0.75 },
        { from: 17, share: 1 },
      ],
    },
    // Median 3 % off the list, upper quartile 7 %, best tenth of the hagglers nearly 10 %, most 25 %.
    averageDiscount: {
      kind: "interpolate",
      group: "terms",
      knots: [
        { at: 0, share: 1 },
        { at: 0.032, share: 0.75 },
        { at: 0.07, share: 0.5 },
        { at: 0.095, share: 0.25 },
        { at: 0.25, share: 0 },
      ],
    },
    // Shipped after the day it asked for: our fault, its patience. A relationship is good for both (E2.5).
    lateShipments: {
      kind: "bands",
      group: "terms",
      bands: [
        { from: null, share: 1 },
        { from: 0.05, share: 0.5 },
        { from: 0.15, share: 0 },
      ],
    },
  },
  weights: {
    salesReps: 5, // kept, though the books don't say: a visit can count them, and growth will come from them
    promotionAbility: 5, // kept: whoever promotes our goods sells more of them; ask at the visit
    relationship: 10, // kept, and with it the limit on outsiders: volume without loyalty is the most dangerous kind (C2.2)
    annualSales: 15,
    orderFrequency: 15,
    tradeRegularity: 10,
    volumeGrowth: 10,
    productRange: 10,
    averageDiscount: 10,
    lateShipments: 10,
  },
});

/** What `scorecard` asks of a client. */
export type NorthwindFacts = FactsOf<typeof scorecard>;

/** The package's words and ours. */
export const english = extendLocale(en, {
  scorecards: { northwind: "Northwind's distributors" },
  groups: { trade: "Trade", terms: "Terms" },
  indicators: {
    annualSales: "Sales in a year (USD)",
    orderFrequency: "Orders in a year",
    tradeRegularity: "Active months (0–1)",
    volumeGrowth: "Growth (0.1 = 10 %)",
    productRange: "Different products",
    averageDiscount: "Average discount (0–1)",
    lateShipments: "Shipped late (0–1)",
  },
});

/** The same in Chinese. */
export const chinese = extendLocale(zhCN, {
  scorecards: { northwind: "北风公司分销商评价表" },
  groups: { trade: "交易", terms: "交易条件" },
  indicators: {
    annualSales: "年销售额（美元）",
    orderFrequency: "年订单数",
    tradeRegularity: "有订单月份比例（0～1）",
    volumeGrowth: "增长率（0.1即10%）",
    productRange: "采购品种数",
    averageDiscount: "平均折扣（0～1）",
    lateShipments: "我方延迟发货率（0～1）",
  },
});
