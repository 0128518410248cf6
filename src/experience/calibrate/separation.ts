import { exactly } from "../../ground/numeral.js";
import { minus, plus, type Rational, roundHalfAway, ZERO } from "../../ground/rational.js";
import type { ExperienceStage } from "../model.js";
import type { SignalSeparation } from "./calibration.js";
import type { Rows } from "./fit.js";

const UNIT = 10_000;

/** How well likelihoods tell the stages apart, two by two. */
export function separationOf(rows: Rows): SignalSeparation {
  return {
    generalistSpecialist: distance(rows, "generalist", "specialist"),
    generalistTransition: distance(rows, "generalist", "in-transition"),
    transitionSpecialist: distance(rows, "in-transition", "specialist"),
  };
}

function distance(rows: Rows, one: ExperienceStage, other: ExperienceStage): number {
  const total = Object.keys(rows[one]).reduce<Rational>((sum, level) => {
    const gap = minus(exactly(rows[one][level] as string), exactly(rows[other][level] as string));
    return plus(sum, gap.n < 0n ? { n: -gap.n, d: gap.d } : gap);
  }, ZERO);
  return Number(roundHalfAway(total.n * BigInt(UNIT), total.d * 2n)) / UNIT;
}
