import { ONE, type Rational, roundTo } from "../../ground/rational.js";
import type { WorthPart, WorthVerdict } from "./development.js";
import type { Inputs } from "./development-read.js";
import { type Interval, isBound, less, negative, order, point, product } from "./interval.js";

/** What a period brings if the client is won. */
export function perPeriod(of: Inputs): Interval {
  const margin = product(of.sales, less(of.marginRate, of.riskRate));
  const interest = product(of.inventory, of.interestRate);
  return [interest, of.people, of.travel, of.running].reduce(less, margin);
}

/** What all periods bring if the client is won, before what is spent to win it. */
export function overAll(of: Inputs): Interval {
  return product(of.periods, perPeriod(of));
}

/** What is spent to win the client, as a negative amount. */
export function toWin(of: Inputs): Interval {
  return less(negative(of.peopleToWin), of.travelToWin);
}

/** What the development is expected to bring. Each input stands once in the formula, so that the bounds are the tightest. */
export function worthOf(of: Inputs): Interval {
  return less(less(product(of.probability, overAll(of)), of.peopleToWin), of.travelToWin);
}

/** The parts of the expected worth. */
export function partsOf(of: Inputs): readonly (readonly [WorthPart, Interval])[] {
  const expected = (each: Interval): Interval => product(product(of.probability, of.periods), each);
  return [
    ["margin", expected(product(of.sales, of.marginRate))],
    ["inventory-interest", negative(expected(product(of.inventory, of.interestRate)))],
    ["risk", negative(expected(product(of.sales, of.riskRate)))],
    ["people", negative(expected(of.people))],
    ["travel", negative(expected(of.travel))],
    ["running", negative(expected(of.running))],
    ["people-to-win", negative(of.peopleToWin)],
    ["travel-to-win", negative(of.travelToWin)],
  ];
}

/** By how much the worth changes with each input, per unit of it; for a cost the sign is left out. */
export function effectOf(of: Inputs): Inputs {
  const share = product(of.probability, of.periods);
  const bySales = product(share, of.sales);
  return {
    probability: overAll(of),
    periods: product(of.probability, perPeriod(of)),
    sales: product(share, less(of.marginRate, of.riskRate)),
    marginRate: bySales,
    riskRate: bySales,
    inventory: product(share, of.interestRate),
    interestRate: product(share, of.inventory),
    people: share,
    travel: share,
    running: share,
    peopleToWin: point(ONE),
    travelToWin: point(ONE),
  };
}

/** The verdict that bounds of the worth allow. */
export function verdictOf({ low, high }: Interval, minimum: Rational): WorthVerdict {
  if (order(low, minimum) > 0) return "worth-it";
  return order(high, minimum) > 0 ? "find-out" : "not-worth-it";
}

/** Both ends to so many decimals, half away from zero; what is open stays open. */
export function rounded({ low, high }: Interval, scale: number): Interval {
  const end = (value: Rational): Rational => (isBound(value) ? roundTo(value, scale) : value);
  return { low: end(low), high: end(high) };
}
