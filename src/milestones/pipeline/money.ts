import { plusScaled, printWhole, type Scaled } from "../../ground/scaled.js";
import type { CurrencyAmount } from "./figures.js";

/** Nothing. */
export const NOTHING: Scaled = { n: 0, places: 0 };

/** Sums by currency: amounts of two currencies are never added. */
export type Purse<S> = Map<string, S>;

/** Adds to the sum of a currency. */
export function addTo<S>(purse: Purse<S>, currency: string, empty: () => S, add: (sum: S) => void): void {
  let sum = purse.get(currency);
  if (sum === undefined) {
    sum = empty();
    purse.set(currency, sum);
  }
  add(sum);
}

/** The sums by currency, in code-unit order of their codes. */
export function printPurse<S, T>(purse: Purse<S>, print: (sum: S) => T): (T & { readonly currency: string })[] {
  return [...purse.keys()].sort().map((currency) => ({ currency, ...print(purse.get(currency) as S) }));
}

/** Amounts by currency. */
export type Amounts = Purse<{ amount: Scaled; deals: number }>;

/** Adds a deal's amount. */
export function addAmount(amounts: Amounts, currency: string, amount: Scaled): void {
  addTo(
    amounts,
    currency,
    () => ({ amount: NOTHING, deals: 0 }),
    (sum) => {
      sum.amount = plusScaled(sum.amount, amount);
      sum.deals += 1;
    },
  );
}

/** Amounts with the number of their deals. */
export function printAmounts(amounts: Amounts): (CurrencyAmount & { readonly deals: number })[] {
  return printPurse(amounts, ({ deals, amount }) => ({ deals, amount: printScaled(amount) }));
}

/** A decimal without superfluous zeros. */
export function printScaled({ n, places }: Scaled): string {
  return printWhole(n, places);
}

/** A decimal as the number that prints it; `null` where it is unknown. */
export function numberOf(value: Scaled | null): number | null {
  return value === null ? null : Number(printScaled(value));
}
