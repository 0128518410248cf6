// Part of the demo (main.ts): rows become the package's clients with their trade records, checked by its schema.
import { ClientSchema, parseClient, type TradeMonth, type TradeRecord } from "keyaccount/models";
import * as z from "zod/v4";
import type { Books, CustomerRow, Order } from "./data.js";
import { dayAfter, endOfMonthBefore, monthOf } from "./days.js";
import { salesValue } from "./money.js";

/** The package's client with what this host keeps besides. */
const NorthwindClientSchema = ClientSchema.extend({ country: z.string(), ownerRun: z.boolean() });
/** A client of Northwind's. */
export type NorthwindClient = z.output<typeof NorthwindClientSchema>;

/** A client with the orders that its facts come from. */
export interface Account {
  readonly client: NorthwindClient;
  readonly orders: readonly Order[];
}

/** Every customer as a client, read by the package: what doesn't fit its model would be listed here, not found later. */
export function accountsOf(books: Books): Account[] {
  return books.customers.map(({ row, orders }) => {
    const result = parseClient(clientRecord(row, orders, books), NorthwindClientSchema);
    if (!result.ok) throw new Error(`${row.Id}: ${JSON.stringify(result.issues)}`);
    return { client: result.value, orders };
  });
}

function clientRecord(row: CustomerRow, orders: readonly Order[], books: Books): object {
  const contact = { v: 1, id: `${row.Id}-1`, name: row.ContactName, position: row.ContactTitle, phones: [row.Phone] };
  return {
    v: 1,
    id: row.Id,
    name: row.CompanyName,
    kind: "distributor",
    area: row.Region,
    address: `${row.Address}, ${row.City}, ${row.Country}`,
    currency: "USD",
    contacts: [contact],
    country: row.Country,
    ownerRun: row.ContactTitle.startsWith("Owner"),
    // Who has never ordered has no trade record: nothing is known of how it buys, which isn't the same as buying nothing.
    ...(orders.length === 0 ? {} : { trade: tradeRecord(orders, books) }),
  };
}

/** The books cover all months from the first order of anybody to the last month that is over; the running one isn't. */
function tradeRecord(orders: readonly Order[], { firstDay, lastDay }: Books): TradeRecord {
  const [from, to] = [monthOf(firstDay), monthOf(endOfMonthBefore(dayAfter(lastDay)))];
  const months = [...new Set(orders.map(({ OrderDate }) => monthOf(OrderDate)))].filter((month) => month <= to);
  return { v: 1, currency: "USD", from, to, months: months.map((month) => tradeMonth(month, orders)) };
}

function tradeMonth(month: string, orders: readonly Order[]): TradeMonth {
  const placed = orders.filter(({ OrderDate }) => monthOf(OrderDate) === month);
  const lines = placed.flatMap((order) => order.lines);
  const products = [...new Set(lines.map(({ product }) => product))];
  return {
    month,
    sales: salesValue(lines).toFixed(),
    orders: placed.length,
    products: products.map((product) => {
      const sold = lines.filter((line) => line.product === product);
      const quantity = sold.reduce((total, { Quantity }) => total + Quantity, 0);
      return { product, sales: salesValue(sold).toFixed(), quantity: String(quantity) };
    }),
  };
}
