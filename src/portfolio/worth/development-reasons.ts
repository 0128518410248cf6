import { ZERO } from "../../ground/rational.js";
import { money, ratio } from "./amount.js";
import type { DevelopmentWorth, WorthReason } from "./development.js";
import type { DevelopmentSettings, Inputs } from "./development-read.js";
import { overAll, perPeriod, toWin, worthOf } from "./development-sum.js";
import { isBound, isPoint, less, negative, order } from "./interval.js";

type Judged = Omit<DevelopmentWorth, "reasons" | "issues">;

/** Why the verdict is as it is, and what it would need. */
export function reasonsFor(judged: Judged, inputs: Inputs, settings: DevelopmentSettings): WorthReason[] {
  return [
    ...verdictReasons(judged),
    ...lossReasons(inputs, settings),
    ...likelihoodReasons(judged, inputs),
    ...paybackReasons(judged, inputs, settings),
    ...judged.unknown
      .filter(({ matters }) => matters)
      .map(({ input }): WorthReason => ({ code: "unknown-matters", input })),
  ];
}

function verdictReasons({ verdict, worth: { low, high } }: Judged): WorthReason[] {
  if (verdict === "find-out") return [];
  return [{ code: verdict === "worth-it" ? "earns-more-than-it-costs" : "costs-more-than-it-earns", low, high }];
}

function lossReasons(inputs: Inputs, { scale }: DevelopmentSettings): WorthReason[] {
  const { high } = less(overAll(inputs), negative(toWin(inputs)));
  if (!isBound(high) || order(high, ZERO) >= 0) return [];
  return [{ code: "loses-even-if-won", ifWon: money(high, scale) }];
}

function likelihoodReasons({ breakEvenProbability }: Judged, inputs: Inputs): WorthReason[] {
  const { probability } = inputs;
  if (breakEvenProbability === null || !isPoint(probability)) return [];
  const code = order(worthOf(inputs).low, ZERO) > 0 ? "likely-enough" : "not-likely-enough";
  return [{ code, probability: ratio(probability.low) as number, breakEvenProbability }];
}

function paybackReasons({ payback }: Judged, inputs: Inputs, { scale }: DevelopmentSettings): WorthReason[] {
  const [gained, spent] = [perPeriod(inputs), toWin(inputs)];
  if (isBound(gained.high) && gained.high.n <= 0n && spent.high.n < 0n)
    return [{ code: "never-pays-back", perPeriod: money(gained.high, scale) }];
  if (payback === null || !isPoint(inputs.periods)) return [];
  const isInTime = order(overAll(inputs).low, negative(spent).high) >= 0;
  const periods = ratio(inputs.periods.low) as number;
  return [{ code: isInTime ? "pays-back" : "pays-back-too-late", payback, periods }];
}
