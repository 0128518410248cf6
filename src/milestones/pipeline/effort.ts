import { plusScaled, type Scaled } from "../../ground/scaled.js";
import type { DealEffort } from "../time/deal.js";
import type { EffortTotal } from "./figures.js";
import { addTo, NOTHING, type Purse, printPurse, printScaled } from "./money.js";

/** Effort that is being added up. */
export interface EffortTally {
  contacts: number;
  minutes: number;
  readonly costs: Purse<{ amount: Scaled }>;
}

/** No effort. */
export function noEffort(): EffortTally {
  return { contacts: 0, minutes: 0, costs: new Map() };
}

/** Adds what was put into a milestone. */
export function addEffort(tally: EffortTally, { contacts, minutes, costs }: DealEffort): void {
  tally.contacts += contacts;
  tally.minutes += minutes;
  for (const { currency, amount } of costs) {
    addTo(
      tally.costs,
      currency,
      () => ({ amount: NOTHING }),
      (sum) => {
        sum.amount = plusScaled(sum.amount, amount);
      },
    );
  }
}

/** What was put in, all in all. */
export function printEffort({ contacts, minutes, costs }: EffortTally): EffortTotal {
  return { contacts, minutes, costs: printPurse(costs, ({ amount }) => ({ amount: printScaled(amount) })) };
}
