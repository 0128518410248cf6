import { printDecimal, sum } from "../../ground/numeral.js";
import { over, type Rational, roundHalfAway } from "../../ground/rational.js";
import { PRODUCT_MATURITIES } from "../selling/codes.js";
import type { Place } from "./places.js";
import {
  EXPERIENCE_RISKS,
  type ExperienceAtRisk,
  type ExperienceLine,
  type ExperienceMatrixRow,
  type ExperienceSum,
} from "./portfolio.js";

const UNIT = 10_000n;

/** Lines counted together. */
export function sumOf(places: readonly Place[]): ExperienceSum {
  return {
    lines: places.length,
    revenue: printDecimal(revenueOf(places)),
    revenueUnknown: places.filter(({ revenue }) => revenue === null).length,
  };
}

/** Market maturity × stage (B2.10). */
export function matrixOf(places: readonly Place[]): ExperienceMatrixRow[] {
  return [...PRODUCT_MATURITIES, null].map((maturity) => rowOf(maturity, places));
}

/** What is at risk among all lines. */
export function atRiskOf(places: readonly Place[]): ExperienceAtRisk {
  const risky = places.filter(({ line }) => line.risks.length > 0);
  const open = places.filter(
    ({ line: { risks, warnings, stage } }) => risks.length === 0 && warnings === null && stage !== "specialist",
  );
  return {
    by: [...EXPERIENCE_RISKS],
    ...sumOf(risky),
    share: shareOf(revenueOf(risky), revenueOf(places)),
    warningsUnknown: open.length,
  };
}

function revenueOf(places: readonly Place[]): Rational {
  return sum(places.flatMap(({ revenue }) => (revenue === null ? [] : [revenue])));
}

function shareOf(part: Rational, whole: Rational): number | null {
  if (whole.n === 0n) return null;
  const { n, d } = over(part, whole);
  return Number(roundHalfAway(n * UNIT, d)) / Number(UNIT);
}

function rowOf(productMaturity: ExperienceMatrixRow["productMaturity"], places: readonly Place[]): ExperienceMatrixRow {
  const own = places.filter(({ line }) => line.productMaturity === productMaturity);
  const at = (stage: ExperienceLine["stage"]): ExperienceSum => sumOf(own.filter(({ line }) => line.stage === stage));
  return {
    productMaturity,
    stages: {
      generalist: at("generalist"),
      "in-transition": at("in-transition"),
      specialist: at("specialist"),
      undetermined: at("undetermined"),
    },
  };
}
