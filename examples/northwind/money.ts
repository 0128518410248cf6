// Part of the demo (main.ts): sums of money in exact decimals.
import { Decimal } from "decimal.js";
import type { LineRow } from "./data.js";

/** Price × quantity of some lines, before discount. */
export function listValue(lines: readonly LineRow[]): Decimal {
  return sum(lines.map(({ UnitPrice, Quantity }) => new Decimal(UnitPrice).times(Quantity)));
}

/** What the client pays for them: exact decimals, as 15 % off 14.40 is no float's business. */
export function salesValue(lines: readonly LineRow[]): Decimal {
  return sum(
    lines.map(({ UnitPrice, Quantity, Discount }) =>
      new Decimal(UnitPrice).times(Quantity).times(new Decimal(1).minus(Discount)),
    ),
  );
}

function sum(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((total, amount) => total.plus(amount), new Decimal(0));
}
