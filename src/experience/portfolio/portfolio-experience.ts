import type { PortfolioIssue } from "../../ground/issue.js";
import { checkIterable } from "../../ground/iterable.js";
import { byName, bySpeed, placeOf } from "./places.js";
import type { ExperienceClient, ExperienceLine, ExperiencePortfolio } from "./portfolio.js";
import { readClients } from "./read-clients.js";
import { atRiskOf, matrixOf, sumOf } from "./sums.js";

/**
 * Looks at all clients and product lines at once: how many, and how much revenue, stand where in the matrix of market maturity × stage of
 * experience (B2.10), who moves fastest towards the specialist, how much revenue is at risk, and which clients stand at different stages for
 * different product lines (B2.11).
 *
 * At risk is the revenue of lines in transition, and of those that move forward, or of which an early warning stands (B2.9), and that aren't specialists yet: whole, not times
 * a probability, and each line once; `atRisk.by` says so. Unknown revenue is counted, never taken for zero, and so are lines of which nobody looked for warnings. Movers are ordered by what they go in a year (models may have different periods), then by client and product line.
 *
 * Rows that can't be read, those whose classification is another client's or line's (`conflicting-values`), those judged as of an earlier day than the latest
 * (`judged-as-of-another-day`), and, of the others, second ones of a client and product line (`duplicate-id`) are listed in `issues` and left out. Throws a `KeyAccountError` if `clients` is no iterable.
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
 * portfolio.atRisk; // => { by: ["in-transition", "moving-forward", "early-warning"], lines: 1, revenue: "80.5", revenueUnknown: 0, share: 0.805, warningsUnknown: 1 }
 * portfolio.movers[0]?.perYear; // => 0.5
 * portfolio.mixed.length; // => 1
 * ```
 */
export function portfolioExperience(clients: Iterable<ExperienceClient>): ExperiencePortfolio {
  checkIterable(clients);
  const issues: PortfolioIssue[] = [];
  const places = readClients(clients, issues).map(placeOf).sort(byName);
  const movers = places.filter(({ line }) => line.direction === "forward").sort(bySpeed);
  return {
    v: 1,
    total: sumOf(places),
    matrix: matrixOf(places),
    movers: movers.map(({ line }) => line),
    atRisk: atRiskOf(places),
    mixed: mixedOf(places.map(({ line }) => line)),
    lines: places.map(({ line }) => line),
    issues,
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
