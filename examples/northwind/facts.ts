// Part of the demo (main.ts): what the books tell about a client, as facts for the scorecard.
import { Decimal } from "decimal.js";
import { type TradeRecord, tradeFacts } from "keyaccount/models";
import type { Account } from "./clients.js";
import type { Order } from "./data.js";
import { endOfMonthBefore, isInYearBefore } from "./days.js";
import { listValue, salesValue } from "./money.js";
import type { NorthwindFacts } from "./scorecard.js";

/** The longest span that the books, which begin in July 2012, hold twice. */
const GROWTH_MONTHS = 11;

/** What the books tell about a client on a day. What they don't tell isn't in it, and so unknown. */
export function factsOf({ client, orders }: Account, asOf: string): NorthwindFacts {
  if (client.trade === undefined) return {};
  const { annualSales, orderFrequency, tradeRegularity } = tradeFacts(client.trade, { asOf });
  const { volumeGrowth } = tradeFacts(client.trade, { asOf, months: GROWTH_MONTHS });
  const lastYear = orders.filter(({ OrderDate }) => isInYearBefore(OrderDate, asOf));
  return {
    annualSales,
    orderFrequency,
    tradeRegularity,
    volumeGrowth,
    productRange: productRange(client.trade, asOf),
    averageDiscount: averageDiscount(lastYear, asOf),
    lateShipments: lateShipments(lastYear, asOf),
  };
}

/** How many different products it bought in the year. */
function productRange({ months }: TradeRecord, asOf: string) {
  const lastYear = months.filter(({ month }) => isInYearBefore(month, asOf));
  const products = new Set(lastYear.flatMap(({ products = [] }) => products.map(({ product }) => product)));
  return { value: products.size, observedAt: endOfMonthBefore(asOf), source: "trade" };
}

/** What was taken off the list value, as a share of it; unknown where nothing was bought. */
function averageDiscount(orders: readonly Order[], asOf: string) {
  const lines = orders.flatMap((order) => order.lines);
  const list = listValue(lines);
  if (list.isZero()) return null;
  const value = list.minus(salesValue(lines)).div(list).toDecimalPlaces(4).toFixed();
  return { value, observedAt: endOfMonthBefore(asOf), source: "order lines" };
}

/** The share of its orders that left us after the day it asked for, or are overdue; unknown where none is shipped or due. */
function lateShipments(orders: readonly Order[], asOf: string) {
  const settled = orders.filter(({ ShippedDate, RequiredDate }) => ShippedDate !== null || RequiredDate < asOf);
  const late = settled.filter(({ ShippedDate, RequiredDate }) => ShippedDate === null || ShippedDate > RequiredDate);
  if (settled.length === 0) return null;
  return {
    value: new Decimal(late.length).div(settled.length).toDecimalPlaces(4).toFixed(),
    observedAt: asOf,
    source: "orders",
  };
}
