import { plusScaled, type Scaled, timesScaled } from "../../ground/scaled.js";
import type { WeightedAmount } from "./figures.js";
import { addTo, NOTHING, type Purse, printPurse, printScaled } from "./money.js";

interface Sum {
  deals: number;
  amount: Scaled;
  weighted: Scaled;
  unweighted: Scaled;
}

/** What open deals may bring, by currency. */
export type Forecast = Purse<Sum>;

/** Adds a deal; without a likelihood it is somewhere between nothing and all of it. */
export function addForecast(forecast: Forecast, currency: string, amount: Scaled, likelihood: Scaled | null): void {
  addTo(
    forecast,
    currency,
    () => ({ deals: 0, amount: NOTHING, weighted: NOTHING, unweighted: NOTHING }),
    (sum) => {
      sum.deals += 1;
      sum.amount = plusScaled(sum.amount, amount);
      if (likelihood === null) sum.unweighted = plusScaled(sum.unweighted, amount);
      else sum.weighted = plusScaled(sum.weighted, timesScaled(amount, likelihood));
    },
  );
}

/** The sums of a forecast. */
export function printForecast(forecast: Forecast): WeightedAmount[] {
  return printPurse(forecast, ({ deals, amount, weighted, unweighted }) => ({
    deals,
    amount: printScaled(amount),
    weighted: printScaled(weighted),
    unweighted: printScaled(unweighted),
  }));
}
