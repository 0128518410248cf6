import { type DecimalString, exactly, printDecimal } from "../ground/numeral.js";
import { rational, roundHalfAway } from "../ground/rational.js";
import { type ByStage, EXPERIENCE_STAGES } from "./model.js";

/** The probabilities of the three stages as whole numbers in proportion to them. */
export type Chances = readonly [bigint, bigint, bigint];
/** From each stage (row) to each stage, in parts of {@link WEIGHT_UNIT}. */
export type Transitions = readonly [Chances, Chances, Chances];

/** Likelihoods and transition weights have at most nine decimals. */
export const WEIGHT_UNIT = 1_000_000_000n;
/** Probabilities are carried from period to period with 36 decimals. */
export const CHANCE_UNIT: bigint = 10n ** 36n;
/** Probabilities are printed with four decimals. */
export const TICKS = 10_000;

/** The probabilities of the stages one period later. */
export function predict([a, b, c]: Chances, [g, t, s]: Transitions): Chances {
  const into = (place: 0 | 1 | 2): bigint => (a * g[place] + b * t[place] + c * s[place]) / WEIGHT_UNIT;
  return [into(0), into(1), into(2)];
}

/** The probabilities in proportion to themselves times how likely a level is in each stage; exact, and not scaled. */
export function weigh([a, b, c]: Chances, [g, t, s]: Chances): Chances {
  return [a * g, b * t, c * s];
}

/** Scaled so that they sum to one again: the one rounding of a period. */
export function scale([a, b, c]: Chances): Chances {
  const total = a + b + c;
  return [(a * CHANCE_UNIT) / total, (b * CHANCE_UNIT) / total, (c * CHANCE_UNIT) / total];
}

/** The probabilities of being at least in transition and of being a specialist, in ticks. */
export interface Reach {
  readonly transition: number;
  readonly specialist: number;
}

/**
 * The two probabilities to four decimals, half away from zero. They are what is rounded, and the stages' probabilities are their
 * differences: so these sum to exactly 1, and evidence that speaks more for a specialist never prints a lower number here.
 */
export function reachOf([a, b, c]: Chances): Reach {
  const total = a + b + c;
  const ticks = (part: bigint): number => Number(roundHalfAway(part * BigInt(TICKS), total));
  return { transition: ticks(b + c), specialist: ticks(c) };
}

/** The probability of each stage. */
export function probabilitiesOf({ transition, specialist }: Reach): ByStage<number> {
  return {
    generalist: (TICKS - transition) / TICKS,
    "in-transition": (transition - specialist) / TICKS,
    specialist: specialist / TICKS,
  };
}

/** The ticks behind probabilities that {@link probabilitiesOf} made. */
export function reachIn({ generalist, specialist }: ByStage<number>): Reach {
  return { transition: TICKS - Math.round(generalist * TICKS), specialist: Math.round(specialist * TICKS) };
}

/** Probabilities carried from period to period as decimals. */
export function printChances(chances: Chances): ByStage<DecimalString> {
  const [generalist, transition, specialist] = chances.map((one) => printDecimal(rational(one, CHANCE_UNIT)));
  return { generalist, "in-transition": transition, specialist } as ByStage<DecimalString>;
}

/** Probabilities, likelihoods or weights as whole numbers of a unit that all of them can be written in. */
export function readChances(decimals: ByStage<DecimalString>, unit: bigint): Chances {
  return EXPERIENCE_STAGES.map((stage) => {
    const { n, d } = exactly(decimals[stage]);
    return (n * unit) / d;
  }) as unknown as Chances;
}
