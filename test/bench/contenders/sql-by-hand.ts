import type { BenchFacts } from "../subject.js";
import { GROUPS, IDS, UNGROUPED, WEIGHTS } from "./rival.js";

/** The shares of the card as an analyst writes them, dividing as the database divides. */
const SHARES: Readonly<Record<keyof BenchFacts, string>> = {
  sellThrough: `least(greatest("sellThrough" / 6.0, 0), 1.5)`,
  collectionDays: `least(greatest(45.0 / "collectionDays", 0.5), 1.5)`,
  margin: `least(greatest(15 + ("margin" - 0.055) / 0.103 * 7.5, 7.5), 22.5) / 15.0`,
  debtRatio:
    `CASE WHEN "debtRatio" <= 0.402 THEN 1 WHEN "debtRatio" <= 0.534 THEN 1 - ("debtRatio" - 0.402) / 0.132 * 0.2 ` +
    `WHEN "debtRatio" <= 0.8 THEN 0.8 - ("debtRatio" - 0.534) / 0.266 * 0.8 ELSE 0 END`,
  salesReps: `CASE WHEN "salesReps" < 3 THEN 0 WHEN "salesReps" < 10 THEN 0.5 ELSE 1 END`,
  reputation: `("reputation" - 1) / 4.0`,
  majorBrands: `CASE "majorBrands" WHEN 'exclusive' THEN 1 WHEN 'some' THEN 0.6 ELSE 0 END`,
  ownEngineers: `CASE WHEN "ownEngineers" THEN 1 ELSE 0 END`,
  afterSales: `("afterSales" - 1) / 4.0`,
  coverage: `"coverage"`,
  growth: `least(greatest("growth" / 0.1, -1), 2)`,
  disputes: `CASE WHEN "disputes" THEN 0 ELSE 1 END`,
};

const points = IDS.map((id) => `round(${String(WEIGHTS[id])} * (${SHARES[id]}), 4) AS "points_${id}"`).join(", ");
const sumOf = (ids: readonly string[]): string => ids.map((id) => `"points_${id}"`).join(" + ");
const score = `least(${sumOf(GROUPS.finance)}, 40) + ${sumOf([...GROUPS.market, ...GROUPS.service, ...UNGROUPED])}`;
const grade =
  `CASE WHEN score < 50 THEN 'D' WHEN score < 70 OR "collectionDays" > 120 THEN 'C' ` +
  `WHEN score < 85 THEN 'B' ELSE 'A' END`;

/** Sums of all clients' scores and grades for just this card: no bounds and no coverage, for nothing is unknown. */
export const SQL_BY_HAND = `WITH points AS (SELECT "collectionDays", ${points} FROM clients),
scores AS (SELECT "collectionDays", ${score} AS score FROM points),
judged AS (SELECT score, ${grade} AS grade FROM scores)
SELECT sum(score), count(*) FILTER (WHERE grade = 'A') FROM judged`;
