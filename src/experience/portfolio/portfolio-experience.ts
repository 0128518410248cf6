import { throwIssues } from "../../ground/error.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import { exactQuantity, printDecimal, sum } from "../../ground/numeral.js";
import { print } from "../../ground/print.js";
import { compare, over, type Rational, rational, roundHalfAway, times } from "../../ground/rational.js";
import { PRODUCT_MATURITIES } from "../selling/selling.js";
import type {
  ExperienceClient,
  ExperienceLine,
  ExperienceMatrixRow,
  ExperiencePortfolio,
  ExperienceRisk,
  ExperienceSum,
} from "./portfolio.js";
import { type ReadClient, readClients } from "./read-clients.js";

const UNIT = 10_000n;
/** A year has 12 months, and 365.25 days. */
const YEAR = { month: rational(12n, 1n), day: rational(1_461n, 4n) };

/**
 * Looks at all clients and product lines at once: how many, and how much revenue, stand where in the matrix of market maturity × stage of
 * experience (B2.10), who moves fastest towards the specialist, how much revenue is at risk, and which clients stand at different stages for
 * different product lines (B2.11).
 *
 * At risk is the revenue of lines in transition, and of those that move forward and aren't specialists yet: whole, not times a probability. Unknown revenue is counted,
 * never taken for zero. Movers are ordered by what they go in a year (models may have different periods), then by client and product line.
 *
 * Rows that can't be read, and second ones of a client and product line, are listed in `issues` and left out. Throws a `KeyAccountError` if `clients` is no iterable.
 *
 * @example
 * ```ts
 * import { portfolioExperience } from "keyaccount";
 *
 * const model = { period: { unit: "month" as const, every: 1 } };
 * const portfolio = portfolioExperience([
 *   { client: "acme", productLine: "controllers", productMaturity: "maturity", revenue: "80.5", experience:
 *     { stage: "in-transition", direction: "forward", movement: { periods: 6, change: 0.25 }, speed: null, model } },
 *   { client: "acme", productLine: "drives", productMaturity: "growth", revenue: "19.5", experience:
 *     { stage: "generalist", direction: "steady", movement: { periods: 6, change: 0 }, speed: null, model } },
 * ]);
 * portfolio.atRisk; // => { lines: 1, revenue: "80.5", revenueUnknown: 0, share: 0.805 }
 * portfolio.movers[0]?.perYear; // => 0.5
 * portfolio.mixed.length; // => 1
 * ```
 */
export function portfolioExperience(clients: Iterable<ExperienceClient>): ExperiencePortfolio {
  checkIterable(clients);
  const issues: PortfolioIssue[] = [];
  const places = readClients(clients, issues).map(placeOf).sort(byName);
  const total = sumOf(places);
  const risky = places.filter(({ line }) => line.risks.length > 0);
  const movers = places.filter(({ line }) => line.direction === "forward").sort(bySpeed);
  return {
    v: 1,
    total,
    matrix: [...PRODUCT_MATURITIES, null].map((maturity) => rowOf(maturity, places)),
    movers: movers.map(({ line }) => line),
    atRisk: { ...sumOf(risky), share: shareOf(revenueOf(risky), revenueOf(places)) },
    mixed: mixedOf(places.map(({ line }) => line)),
    lines: places.map(({ line }) => line),
    issues,
  };
}

function checkIterable(clients: unknown): void {
  if (typeof clients === "object" && clients !== null && Symbol.iterator in clients) return;
  throwIssues([{ code: "wrong-type", path: ["clients"], details: { expected: "array", received: print(clients) } }]);
}

interface Place {
  readonly line: ExperienceLine;
  readonly revenue: Rational | null;
  readonly pace: Rational | null;
}

function placeOf({ client, productLine, productMaturity, experience, revenue }: ReadClient): Place {
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
    risks: risksOf(experience),
  };
  return { line, revenue, pace };
}

function risksOf({ stage, direction }: ReadClient["experience"]): readonly ExperienceRisk[] {
  const risks: ExperienceRisk[] = [];
  if (stage === "in-transition") risks.push("in-transition");
  if (direction === "forward" && stage !== "specialist") risks.push("moving-forward");
  return risks;
}

/** The way from generalist to specialist that is gone in a year. */
function paceOf({ direction, movement, model: { period } }: ReadClient["experience"]): Rational | null {
  if (direction === null || movement.periods === 0) return null;
  const span = rational(BigInt(movement.periods) * BigInt(period.every), 1n);
  return over(times(exactQuantity(movement.change), YEAR[period.unit]), span);
}

function byName({ line: a }: Place, { line: b }: Place): number {
  return order(a.client, b.client) || order(a.productLine, b.productLine);
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The fastest first; of unknown pace last. The lines come in the order of names, which sorting keeps. */
function bySpeed({ pace: a }: Place, { pace: b }: Place): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(b, a);
}

function revenueOf(places: readonly Place[]): Rational {
  return sum(places.flatMap(({ revenue }) => (revenue === null ? [] : [revenue])));
}

function sumOf(places: readonly Place[]): ExperienceSum {
  return {
    lines: places.length,
    revenue: printDecimal(revenueOf(places)),
    revenueUnknown: places.filter(({ revenue }) => revenue === null).length,
  };
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

function mixedOf(lines: readonly ExperienceLine[]): ExperiencePortfolio["mixed"] {
  const byClient = new Map<string, { productLine: string; stage: ExperienceLine["stage"] }[]>();
  for (const { client, productLine, stage } of lines) {
    if (stage === "undetermined") continue;
    byClient.set(client, [...(byClient.get(client) ?? []), { productLine, stage }]);
  }
  const all = Array.from(byClient, ([client, stages]) => ({ client, stages }));
  return all.filter(({ stages }) => new Set(stages.map(({ stage }) => stage)).size > 1);
}
