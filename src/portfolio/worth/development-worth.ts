import { sum } from "../../ground/numeral.js";
import { minus, over, roundTo } from "../../ground/rational.js";
import { readCurrency } from "../../ground/reader.js";
import { ratio } from "../money.js";
import type {
  AmountBetween,
  DevelopmentFacts,
  DevelopmentOptions,
  DevelopmentWorth,
  WorthLine,
} from "./development.js";
import {
  type DevelopmentSettings,
  type Inputs,
  readDevelopmentFacts,
  readDevelopmentOptions,
} from "./development-read.js";
import { reasonsFor } from "./development-reasons.js";
import { overAll, partsOf, perPeriod, rounded, toWin, verdictOf, worthOf } from "./development-sum.js";
import { end, unknownInputs } from "./development-unknown.js";
import { type Interval, isPoint, less, negative, order, point, product } from "./interval.js";

/**
 * Whether a client, or one of its projects, is worth developing (D1.8): expected sales and margin less inventory interest, people, travel, risk
 * and running cost, with the breakdown.
 *
 * worth = probability × periods × (sales × (marginRate − riskRate) − inventory × interestRate − people − travel − running) − peopleToWin −
 * travelToWin. What is spent to win the client is spent whether it is won or not. Nothing is discounted; for long lives ask
 * `lifetimeValue`. Amounts are rounded half away from zero to `scale` decimals, each once from its exact value; what the rounded parts lack to the
 * rounded worth is a line of its own, so that the breakdown adds up exactly.
 *
 * An unknown input may be anything that is possible (a share 0 … 1, an amount 0 or more, a margin rate up to 1); `{ low, high }` says better. The
 * verdict is `worth-it` where the worth exceeds the minimum whatever the unknowns are, `not-worth-it` where it can't, else `find-out`; a worth
 * of exactly the minimum isn't worth it. Reasons speak of the same minimum; `breakEvenProbability` and `payback` are those of the money spent, whatever the
 * minimum. `unknown` says which inputs matter, and where there is but one, at which value the verdict turns.
 *
 * Faulty inputs are in `issues` and count as unknown; faulty options throw a `KeyAccountError` with all issues.
 *
 * @example
 * ```ts
 * import { developmentWorth } from "keyaccount";
 *
 * const plan = {
 *   currency: "CNY", periods: 12, sales: "50000", marginRate: "0.2", inventory: "40000", interestRate: "0.005", riskRate: "0.01",
 *   people: "3000", travel: "500", running: "300", peopleToWin: "12000", travelToWin: "3000",
 * };
 * const sure = developmentWorth({ ...plan, probability: "0.4" });
 * [sure.verdict, sure.worth.amount, sure.payback, sure.breakEvenProbability]; // => ["worth-it", "11400", 2.7273, 0.2273]
 * sure.breakdown.map(({ part, amount }) => [part, amount]).slice(0, 3); // => [["margin", "48000"], ["inventory-interest", "-960"], ["risk", "-2400"]]
 *
 * const open = developmentWorth(plan);
 * [open.verdict, open.worth.low, open.worth.high]; // => ["find-out", "-15000", "51000"]
 * open.unknown[0]?.turnsAt; // => "0.2273"
 * ```
 */
export function developmentWorth(facts: DevelopmentFacts, options: DevelopmentOptions = {}): DevelopmentWorth {
  const settings = readDevelopmentOptions(options);
  const { reader, inputs } = readDevelopmentFacts(facts);
  const amount = (value: Interval): AmountBetween => between(value, settings.scale);
  const worth = worthOf(inputs);
  const verdict = verdictOf(rounded(worth, settings.scale), settings.minimum);
  const body = {
    v: 1 as const,
    currency: readCurrency(reader),
    verdict,
    sales: amount(product(product(inputs.probability, inputs.periods), inputs.sales)),
    worth: amount(worth),
    ifWon: amount(ifWon(inputs)),
    ifLost: amount(toWin(inputs)),
    breakdown: breakdownOf(inputs, worth, settings),
    payback: paybackOf(inputs),
    breakEvenProbability: breakEvenOf(inputs),
    unknown: unknownInputs(inputs, verdict, settings),
  };
  return { ...body, reasons: reasonsFor(body, inputs, settings), issues: reader.issues };
}

function ifWon(inputs: Inputs): Interval {
  return less(less(overAll(inputs), inputs.peopleToWin), inputs.travelToWin);
}

function between(value: Interval, scale: number): AmountBetween {
  const { low, high } = rounded(value, scale);
  return { amount: isPoint(value) ? end(low) : null, low: end(low), high: end(high) };
}

/** The parts; where all are known with a line for what their rounding lacks to the worth. */
function breakdownOf(inputs: Inputs, worth: Interval, { scale }: DevelopmentSettings): WorthLine[] {
  const parts = partsOf(inputs);
  const lines = parts.map(([part, value]) => ({ part, ...between(value, scale) }));
  if (!parts.every(([, value]) => isPoint(value))) return lines;
  const shown = sum(parts.map(([, { low }]) => roundTo(low, scale)));
  const lack = minus(roundTo(worth.low, scale), shown);
  return lack.n === 0n ? lines : [...lines, { part: "rounding", ...between(point(lack), scale) }];
}

function paybackOf(inputs: Inputs): number | null {
  const [spent, gained] = [negative(toWin(inputs)), perPeriod(inputs)];
  return isPoint(spent) && isPoint(gained) && gained.low.n > 0n ? ratio(over(spent.low, gained.low)) : null;
}

/** The likelihood at which the worth is zero, where there is one. */
function breakEvenOf(inputs: Inputs): number | null {
  const [spent, gained] = [negative(toWin(inputs)), overAll(inputs)];
  if (!isPoint(spent) || !isPoint(gained) || gained.low.n <= 0n) return null;
  return order(spent.low, gained.low) > 0 ? null : ratio(over(spent.low, gained.low));
}
