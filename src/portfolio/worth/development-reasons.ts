import { exactQuantity, printDecimal } from "../../ground/numeral.js";
import { compare, ONE, over, plus } from "../../ground/rational.js";
import { money, ratio } from "../money.js";
import type { DevelopmentWorth, WorthReason } from "./development.js";
import type { DevelopmentSettings, Inputs } from "./development-read.js";
import { overAll, perPeriod, toWin } from "./development-sum.js";
import { isBound, isPoint, negative, order } from "./interval.js";

type Judged = Omit<DevelopmentWorth, "reasons" | "issues">;

/** Why the verdict is as it is, and what it would need. */
export function reasonsFor(judged: Judged, inputs: Inputs, settings: DevelopmentSettings): WorthReason[] {
  return [
    ...verdictReasons(judged, settings),
    ...evenIfWonReasons(judged, settings),
    ...likelihoodReasons(judged, inputs, settings),
    ...paybackReasons(judged, inputs, settings),
    ...judged.unknown
      .filter(({ matters }) => matters)
      .map(({ input }): WorthReason => ({ code: "unknown-matters", input })),
  ];
}

function verdictReasons({ verdict, worth: { low, high } }: Judged, settings: DevelopmentSettings): WorthReason[] {
  if (verdict === "find-out") return [];
  const code = verdict === "worth-it" ? "above-minimum" : "not-above-minimum";
  return [{ code, minimum: printDecimal(settings.minimum), low, high }];
}

/** Where the sure win isn't above the minimum either, no likelihood helps. */
function evenIfWonReasons({ verdict, ifWon: { high } }: Judged, { minimum }: DevelopmentSettings): WorthReason[] {
  if (verdict !== "not-worth-it" || high === null || compare(exactQuantity(high), minimum) > 0) return [];
  return [{ code: "not-above-minimum-even-if-won", minimum: printDecimal(minimum), ifWon: high }];
}

/**
 * The likelihood against the one that the minimum needs, where some likelihoods are enough and others aren't, and where it isn't the rounding of the
 * worth alone that decides.
 */
function likelihoodReasons({ verdict }: Judged, inputs: Inputs, { minimum }: DevelopmentSettings): WorthReason[] {
  const { probability } = inputs;
  const [spent, gained] = [negative(toWin(inputs)), overAll(inputs)];
  if (![probability, spent, gained].every(isPoint) || gained.low.n <= 0n) return [];
  const needed = over(plus(minimum, spent.low), gained.low);
  const isWorth = verdict === "worth-it";
  if (needed.n < 0n || compare(needed, ONE) >= 0 || order(probability.low, needed) > 0 !== isWorth) return [];
  const code = isWorth ? "likely-enough" : "not-likely-enough";
  return [{ code, probability: ratio(probability.low) as number, neededProbability: ratio(needed) as number }];
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
