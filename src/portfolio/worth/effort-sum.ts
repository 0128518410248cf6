import type { DecimalString } from "../../ground/numeral.js";
import { over, plus, type Rational, roundHalfAway, tenTo, times, ZERO } from "../../ground/rational.js";
import { fromUnits, ratio } from "../money.js";
import type { EffortSum } from "./effort.js";
import type { Contact, EffortSettings } from "./effort-read.js";

/** What contacts took, exactly. */
export interface Tally {
  contacts: number;
  minutes: number;
  /** Costs besides time. */
  costs: Rational;
  unknownMinutes: number;
  unknownCosts: number;
}

/** Nothing yet. */
export function newTally(): Tally {
  return { contacts: 0, minutes: 0, costs: ZERO, unknownMinutes: 0, unknownCosts: 0 };
}

/** Adds a contact; what is unknown of it is counted as such. */
export function addContact(tally: Tally, { minutes, cost }: Contact, hourlyCost: Rational | null): void {
  const isTimeUnknown = minutes === null;
  tally.contacts += 1;
  tally.minutes += minutes ?? 0;
  if (cost !== null) tally.costs = add(tally.costs, cost);
  if (isTimeUnknown) tally.unknownMinutes += 1;
  if (cost === null || (isTimeUnknown && hourlyCost !== null)) tally.unknownCosts += 1;
}

/** a + b, not in lowest terms: amounts mostly have the same decimals, so that there is nothing to look for. */
function add(a: Rational, b: Rational): Rational {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  return a.d % b.d === 0n ? { n: a.n + b.n * (a.d / b.d), d: a.d } : plus(a, b);
}

/** Both together. */
export function addTallies(a: Tally, b: Tally): Tally {
  return {
    contacts: a.contacts + b.contacts,
    minutes: a.minutes + b.minutes,
    costs: plus(a.costs, b.costs),
    unknownMinutes: a.unknownMinutes + b.unknownMinutes,
    unknownCosts: a.unknownCosts + b.unknownCosts,
  };
}

/** All costs, people's time included. */
export function costOf({ costs, minutes }: Tally, hourlyCost: Rational | null): Rational {
  if (hourlyCost === null) return costs;
  return plus(costs, times(hourlyCost, hoursOf(minutes)));
}

function hoursOf(minutes: number): Rational {
  return over({ n: BigInt(minutes), d: 1n }, { n: 60n, d: 1n });
}

/** The cost in units of the last decimal. */
export function unitsOf(tally: Tally, { hourlyCost, scale }: EffortSettings): bigint {
  const { n, d } = costOf(tally, hourlyCost);
  return roundHalfAway(n * tenTo(scale), d);
}

/** A tally in print, its cost given in units of the last decimal. */
export function printTally(tally: Tally, units: bigint, { scale }: EffortSettings): EffortSum {
  const { contacts, minutes, unknownMinutes, unknownCosts } = tally;
  const cost: DecimalString = fromUnits(units, scale);
  return { contacts, minutes, hours: ratio(hoursOf(minutes)) as number, cost, unknownMinutes, unknownCosts };
}
