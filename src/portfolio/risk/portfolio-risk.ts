import type { PortfolioIssue } from "../../ground/issue.js";
import { roundHalfAway } from "../../ground/rational.js";
import { subtractUnits, type Whole } from "../../ground/scaled.js";
import { checkIterable } from "../arguments.js";
import { inOneCurrency } from "../currency.js";
import { byId } from "../order.js";
import { QUADRANTS } from "../quadrants/volume-loyalty.js";
import { answer, codeIn, currencyName, quantity, type ReadRow, readRows } from "../rows.js";
import { shareOf } from "../share.js";
import { type Ranked, rankByAmount, type Totals, volumeOf } from "../volumes.js";
import { type Buyer, boughtBy, dangerousParts, figureOf, type Parts, settled } from "./figures.js";
import { readRiskOptions } from "./options.js";
import type { Departure, Risk, RiskClient, RiskFigure, RiskOptions, RiskReason, RiskResult } from "./risk.js";

const FIELDS = {
  volume: quantity,
  amount: quantity,
  quadrant: (raw: unknown) => codeIn(QUADRANTS, raw),
  certain: answer,
  currency: currencyName,
};

/**
 * How endangered a portfolio is (C2.5): by large clients without loyalty, by concentration, by dependence on one; each with the clients behind it and a level,
 * and what happens to sales if the largest client without loyalty leaves.
 *
 * Shares are shares of all volumes above zero. What isn't known may hide a risk: its clients are named, `coverage` says how much of the volume has a quadrant,
 * and the dangerous share stands between `least` and `most`. Where no quadrant is known it has no value and no level; a portfolio without volume has no figures.
 * The Herfindahl index is exact; levels are taken from exact figures.
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
  const { top, marks, currency: asked } = readRiskOptions(options);
  const issues: PortfolioIssue[] = [];
  const { rows, currency } = inOneCurrency(readRows(clients, FIELDS, issues), asked, issues);
  const ranked = rankByAmount(rows, volumeOf);
  const { total, zero, print } = ranked;
  const buyers = buyersOf(ranked);
  const dangerous = buyers.filter(({ quadrant }) => quadrant === "dangerous");
  const squares = buyers.reduce((sum, { whole }) => sum + square(whole), 0n);
  const squared = square(total);
  const volumes: readonly RiskReason[] = ranked.unknown.length > 0 ? ["volumes-unknown"] : [];
  const figure = (risk: Risk, parts: Parts, behind: readonly Buyer[], reasons: readonly RiskReason[]): RiskFigure =>
    figureOf(risk, parts, marks[risk], behind, [...reasons, ...volumes]);
  const share = (risk: Risk, count: number): RiskFigure => {
    const first = buyers.slice(0, count);
    return figure(risk, settled(boughtBy(first, zero), total), first, []);
  };
  return {
    v: 1,
    currency,
    total: print(total),
    risks: [
      figure("dangerous-share", dangerousParts(buyers, total, zero), dangerous, openQuadrants(buyers)),
      figure("concentration", settled(squares, squared), heaviest(buyers, squares), []),
      share("top-share", top),
      share("dependence", 1),
    ],
    effectiveClients: squares > 0n ? Number(roundHalfAway(squared * 100n, squares)) / 100 : null,
    departure: departureOf(dangerous[0], ranked),
    unknown: rows
      .filter((row) => volumeOf(row) === null || row.quadrant === null)
      .sort(byId)
      .map(({ id }) => id),
    coverage: total > 0 ? shareOf(boughtBy(buyers.filter(hasQuadrant), zero), total) : null,
    issues,
  };
}

function buyersOf({ known, wholes }: Ranked<ReadRow<typeof FIELDS>>): Buyer[] {
  return known
    .map(({ id, quadrant, certain }, index) => {
      return { id, quadrant, certain: certain !== false, whole: wholes[index] as Whole };
    })
    .filter(({ whole }) => whole > 0);
}

function hasQuadrant({ quadrant }: Buyer): boolean {
  return quadrant !== null;
}

function openQuadrants(buyers: readonly Buyer[]): RiskReason[] {
  if (!buyers.some(hasQuadrant)) return ["no-quadrant-known"];
  return buyers.every((buyer) => hasQuadrant(buyer) && buyer.certain) ? [] : ["quadrants-open"];
}

function square(whole: Whole): bigint {
  return BigInt(whole) * BigInt(whole);
}

/** The fewest clients whose squares make up half of all squares. */
function heaviest(buyers: readonly Buyer[], squares: bigint): readonly Buyer[] {
  let sum = 0n;
  const end = buyers.findIndex(({ whole }) => {
    sum += square(whole);
    return sum * 2n >= squares;
  });
  return buyers.slice(0, end + 1);
}

function departureOf(largest: Buyer | undefined, { total, print }: Totals): Departure | null {
  if (largest === undefined) return null;
  const { id, whole } = largest;
  return { id, before: print(total), after: print(subtractUnits(total, whole)), lostShare: shareOf(whole, total) };
}
