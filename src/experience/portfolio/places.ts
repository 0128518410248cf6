import { exactQuantity, printDecimal } from "../../ground/numeral.js";
import { compare, over, type Rational, rational, roundHalfAway, times } from "../../ground/rational.js";
import { standing } from "../warnings/standing.js";
import type { ExperienceLine, ExperienceRisk } from "./portfolio.js";
import type { ReadClient } from "./read-clients.js";

const UNIT = 10_000n;
/** A year has 12 months, and 365.25 days. */
const YEAR = { month: { n: 12n, d: 1n }, day: { n: 1_461n, d: 4n } };

/** A line with its exact figures. */
export interface Place {
  readonly line: ExperienceLine;
  readonly revenue: Rational | null;
  readonly pace: Rational | null;
}

export function placeOf({ client, productLine, productMaturity, experience, revenue, warnings }: ReadClient): Place {
  const { stage, direction, speed } = experience;
  const pace = paceOf(experience);
  const line: ExperienceLine = {
    client,
    productLine,
    productMaturity,
    stage,
    direction,
    perYear: pace === null ? null : Number(roundHalfAway(pace.n * UNIT, pace.d)) / Number(UNIT),
    speed,
    revenue: revenue === null ? null : printDecimal(revenue),
    warnings: warnings === null ? null : standing(warnings).map(({ code }) => code),
    risks: risksOf(experience, standing(warnings).length > 0),
  };
  return { line, revenue, pace };
}

function risksOf({ stage, direction }: ReadClient["experience"], isWarned: boolean): readonly ExperienceRisk[] {
  const risks: ExperienceRisk[] = [];
  if (stage === "in-transition") risks.push("in-transition");
  if (direction === "forward" && stage !== "specialist") risks.push("moving-forward");
  if (isWarned && stage !== "specialist") risks.push("early-warning");
  return risks;
}

/** The way from generalist to specialist that is gone in a year. */
function paceOf({ direction, movement, model: { period } }: ReadClient["experience"]): Rational | null {
  if (direction === null || movement.periods === 0) return null;
  const span = rational(BigInt(movement.periods) * BigInt(period.every), 1n);
  return over(times(exactQuantity(movement.change), YEAR[period.unit]), span);
}

/** By client, then product line. */
export function byName({ line: a }: Place, { line: b }: Place): number {
  return order(a.client, b.client) || order(a.productLine, b.productLine);
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The fastest first; of unknown pace last. The lines come in the order of names, which sorting keeps. */
export function bySpeed({ pace: a }: Place, { pace: b }: Place): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(b, a);
}
