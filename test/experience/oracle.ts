import { EXPERIENCE_STAGES, type ExperienceModel } from "keyaccount";
import type { AnyObservation, AnySignals } from "./models.js";

/** A decimal of at most nine places, in billionths. */
const billionths = (text: string): bigint => {
  const [whole = "0", decimals = ""] = text.split(".");
  return BigInt(whole + decimals.padEnd(9, "0"));
};

/** The level that counts of those seen in a period: sorted, the middle one, of two the lower one. */
function middleLevel(levels: readonly string[], seen: readonly string[]): string | undefined {
  const sorted = levels.flatMap((level) => seen.filter((one) => one === level));
  return sorted[Math.ceil(sorted.length / 2) - 1];
}

/** The likelihood of a period's observations in each stage, as whole numbers in proportion. */
function likelihoods(model: ExperienceModel<AnySignals>, observations: readonly AnyObservation[]): bigint[] {
  return EXPERIENCE_STAGES.map((stage) =>
    Object.entries(model.signals).reduce((product, [id, signal]) => {
      const seen = observations
        .filter(({ interwoven }) => !(interwoven === true && signal.silentWhenInterwoven === true))
        .map(({ levels }) => levels[id])
        .filter((level) => typeof level === "string");
      const level = middleLevel(signal.levels, seen);
      return level === undefined ? product : product * billionths(signal.likelihoods[stage][level] as string);
    }, 1n),
  );
}

/**
 * The probabilities after the last of some periods by enumeration: the weight of every path of hidden stages through them, summed by where it
 * ends; then rounded as the result's are. Whole numbers throughout, so there is nothing to tolerate.
 */
export function pathsTicks(
  model: ExperienceModel<AnySignals>,
  observations: readonly AnyObservation[],
  periods: readonly { readonly period: string }[],
): number[] {
  const evidence = periods.map(({ period }, index) => {
    const next = nextPeriod(period, model);
    const within = observations.filter(({ at }) => at >= period && at < next);
    return { index, weights: likelihoods(model, within) };
  });
  const sums = [0n, 0n, 0n];
  const walk = (index: number, stage: number, weight: bigint): void => {
    const here = weight * (evidence[index]?.weights[stage] as bigint);
    if (index + 1 === periods.length) {
      sums[stage] = (sums[stage] as bigint) + here;
      return;
    }
    const from = model.transitions[EXPERIENCE_STAGES[stage] as (typeof EXPERIENCE_STAGES)[number]];
    EXPERIENCE_STAGES.forEach((to, place) => {
      walk(index + 1, place, here * billionths(from[to]));
    });
  };
  EXPERIENCE_STAGES.forEach((stage, place) => {
    walk(0, place, billionths(model.prior[stage]));
  });
  return rounded(sums as [bigint, bigint, bigint]);
}

function nextPeriod(first: string, { period }: ExperienceModel<AnySignals>): string {
  const date = new Date(`${first}T00:00:00Z`);
  if (period.unit === "day") date.setUTCDate(date.getUTCDate() + period.every);
  else date.setUTCMonth(date.getUTCMonth() + period.every);
  return date.toISOString().slice(0, 10);
}

function rounded([generalist, transition, specialist]: readonly [bigint, bigint, bigint]): number[] {
  const total = generalist + transition + specialist;
  const ticks = (part: bigint): number => Number((part * 20_000n + total) / (2n * total));
  const [far, end] = [ticks(transition + specialist), ticks(specialist)];
  return [10_000 - far, far - end, end];
}
