import type { PortfolioIssue } from "../../ground/issue.js";
import { compare, type Rational, rational, roundHalfAway } from "../../ground/rational.js";
import { subtractUnits, type Whole } from "../../ground/scaled.js";
import { checkIterable } from "../arguments.js";
import { byId } from "../order.js";
import { QUADRANTS, type Quadrant } from "../quadrants/volume-loyalty.js";
import { oneOf, quantity, readRows } from "../rows.js";
import { shareOf } from "../share.js";
import { rankByAmount, sumAboveZero } from "../volumes.js";
import { type ReadMarks, readRiskOptions } from "./options.js";
import type { Departure, Risk, RiskClient, RiskFigure, RiskOptions, RiskResult } from "./risk.js";

interface Member {
  readonly id: string;
  readonly quadrant: Quadrant | null;
  readonly whole: Whole;
}

/**
 * How endangered a portfolio is (C2.5): by large clients without loyalty, by concentration, by dependence on one; each with the clients behind it and a level,
 * and what happens to sales if the largest client without loyalty leaves.
 *
 * Shares are shares of all volumes above zero. Clients of unknown volume or quadrant are named, for they may hide a risk, and `coverage` says how much of the volume
 * has a quadrant; a portfolio without volume has no figures. The Herfindahl index is exact; levels are taken from exact figures.
 *
 * Rows that can't be read are listed in `issues` and left out. Faulty options throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { portfolioRisk } from "keyaccount";
 *
 * const { risks, departure, effectiveClients } = portfolioRisk([
 *   { id: "north", volume: "500", quadrant: "dangerous" },
 *   { id: "south", volume: "300", quadrant: "treasure" },
 *   { id: "west", volume: "200", quadrant: "rising-star" },
 * ]);
 * risks.map(({ risk, value, level }) => [risk, value, level]); // => [["dangerous-share", 0.5, "high"], ["concentration", 0.38, "high"], ["top-share", 1, "high"], ["dependence", 0.5, "high"]]
 * departure; // => { id: "north", before: "1000", after: "500", lostShare: 0.5 }
 * effectiveClients; // => 2.63
 * ```
 */
export function portfolioRisk(clients: Iterable<RiskClient>, options: RiskOptions = {}): RiskResult {
  checkIterable(clients);
  const { top, marks } = readRiskOptions(options);
  const issues: PortfolioIssue[] = [];
  const rows = readRows(clients, { volume: quantity, quadrant: oneOf(QUADRANTS) }, issues);
  const { known, total, zero, print } = rankByAmount(rows, ({ volume }) => volume);
  const buyers = known.filter(({ whole }) => whole > 0);
  const dangerous = buyers.filter(({ quadrant }) => quadrant === "dangerous");
  const squares = buyers.reduce((sum, { whole }) => sum + BigInt(whole) ** 2n, 0n);
  const bought = BigInt(total);
  const figure = (risk: Risk, part: Whole, whole: Whole, behind: readonly Member[]): RiskFigure =>
    figureOf(risk, part, whole, marks[risk], behind);
  return {
    v: 1,
    total: print(total),
    risks: [
      figure("dangerous-share", sumAboveZero(dangerous, zero), total, dangerous),
      figure("concentration", squares, bought * bought, heaviest(buyers, squares)),
      figure("top-share", sumAboveZero(buyers.slice(0, top), zero), total, buyers.slice(0, top)),
      figure("dependence", sumAboveZero(buyers.slice(0, 1), zero), total, buyers.slice(0, 1)),
    ],
    effectiveClients: squares > 0n ? Number(roundHalfAway(bought * bought * 100n, squares)) / 100 : null,
    departure: departureOf(dangerous[0], total, print),
    unknown: rows
      .filter(({ volume, quadrant }) => volume === null || quadrant === null)
      .sort(byId)
      .map(({ id }) => id),
    coverage:
      total > 0
        ? shareOf(
            sumAboveZero(
              buyers.filter(({ quadrant }) => quadrant !== null),
              zero,
            ),
            total,
          )
        : null,
    issues,
  };
}

function figureOf(risk: Risk, part: Whole, whole: Whole, marks: ReadMarks, behind: readonly Member[]): RiskFigure {
  const value = whole > 0 ? rational(BigInt(part), BigInt(whole)) : null;
  return {
    risk,
    value: value && shareOf(part, whole),
    level: value && levelOf(value, marks),
    moderate: Number(marks.printed.moderate),
    high: Number(marks.printed.high),
    clients: behind.map(({ id }) => id),
  };
}

function levelOf(value: Rational, { moderate, high }: ReadMarks): RiskFigure["level"] {
  if (compare(value, high) >= 0) return "high";
  return compare(value, moderate) >= 0 ? "moderate" : "low";
}

/** The fewest clients whose squares make up half of all squares. */
function heaviest(buyers: readonly Member[], squares: bigint): readonly Member[] {
  let sum = 0n;
  const end = buyers.findIndex(({ whole }) => {
    sum += BigInt(whole) ** 2n;
    return sum * 2n >= squares;
  });
  return buyers.slice(0, end + 1);
}

function departureOf(largest: Member | undefined, total: Whole, print: (whole: Whole) => string): Departure | null {
  if (largest === undefined) return null;
  const { id, whole } = largest;
  return { id, before: print(total), after: print(subtractUnits(total, whole)), lostShare: shareOf(whole, total) };
}
