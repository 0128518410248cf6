import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue, PortfolioIssue } from "../../ground/issue.js";
import type { Whole } from "../../ground/scaled.js";
import { checkCurrency, checkIterable, checkKeys, checkRecord, finiteNumber } from "../arguments.js";
import { inOneCurrency } from "../currency.js";
import { currencyName, quantity, readRows } from "../rows.js";
import { amountsBy } from "../summary.js";
import { rankByAmount, volumeOf } from "../volumes.js";
import { type Judged, judged, sideOf } from "./judged.js";
import { countLarge, type ReadCut, readCut, writeCut } from "./volume-cut.js";
import {
  POLICIES_BY_QUADRANT,
  QUADRANTS,
  type Quadrant,
  VOLUME_LOYALTY_CUTS,
  type VolumeLoyaltyClient,
  type VolumeLoyaltyOptions,
  type VolumeLoyaltyPlace,
  type VolumeLoyaltyResult,
} from "./volume-loyalty.js";

const FIELDS = { volume: quantity, amount: quantity, loyalty: judged, currency: currencyName };

/**
 * Places clients by volume and loyalty 销量 × 忠诚度 (C2) and says what to do with each: protect the large and loyal, grow the small and loyal, contain
 * the large without loyalty, drop the rest.
 *
 * Loyalty is judged before, by `evaluate` with `loyaltyScorecard` of `keyaccount/handbook` or a scorecard of the host's own, so that it explains
 * itself. A client of unknown volume or loyalty has no quadrant; `certain` says whether what is unknown of its loyalty could still move it. Volumes at the cut
 * are large, scores at the cut high; clients of equal volume are never cut apart; volumes of zero or below are small.
 *
 * Rows that can't be read are listed in `issues` and left out. Faulty options throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { classifyVolumeLoyalty, evaluate } from "keyaccount";
 * import { loyaltyScorecard } from "keyaccount/handbook";
 *
 * const loyal = evaluate(loyaltyScorecard, { purchaseShare: 0.8, relationStability: 6, tradeRegularity: 1, brandLoyalty: "loyal" });
 * const fickle = evaluate(loyaltyScorecard, { purchaseShare: 0.1, relationStability: 1, tradeRegularity: 0.5, brandLoyalty: "switcher" });
 * const { clients, quadrants } = classifyVolumeLoyalty([
 *   { id: "north", volume: "800", loyalty: fickle }, { id: "south", volume: "150", loyalty: loyal }, { id: "west", volume: "50" },
 * ]);
 * clients.map(({ id, quadrant }) => [id, quadrant]); // => [["north", "dangerous"], ["south", "rising-star"], ["west", null]]
 * clients[0]?.policies; // => ["contain", "reduce-dependence"]
 * quadrants.dangerous; // => { clients: 1, clientShare: 0.5, amount: "800", amountShare: 0.8 }
 * ```
 */
export function classifyVolumeLoyalty(
  clients: Iterable<VolumeLoyaltyClient>,
  options: VolumeLoyaltyOptions = {},
): VolumeLoyaltyResult {
  checkIterable(clients);
  const { volume, loyalty, currency: asked } = readOptions(options);
  const issues: PortfolioIssue[] = [];
  const { rows, currency } = inOneCurrency(readRows(clients, FIELDS, issues), asked, issues);
  const ranked = rankByAmount(rows, volumeOf, "atLeast" in volume ? [volume.atLeast] : []);
  const large = countLarge(ranked, volume);
  const placed = ranked.known.map(({ id, loyalty: judgement }, index) => ({
    ...placeOf(id, index < large, judgement, loyalty),
    place: index + 1,
    volume: ranked.print(ranked.wholes[index] as Whole),
  }));
  const quadrants = placed.map(({ quadrant }) => quadrant);
  return {
    v: 1,
    currency,
    total: ranked.print(ranked.total),
    cuts: { volume: writeCut(volume), loyalty },
    quadrants: amountsBy(QUADRANTS, quadrants, ranked.wholes, ranked),
    clients: [...placed, ...ranked.unknown.map(({ id, loyalty: judgement }) => placeOf(id, null, judgement, loyalty))],
    issues,
  };
}

function placeOf(id: string, isLarge: boolean | null, loyalty: Judged | null, cut: number): VolumeLoyaltyPlace {
  const { isAbove, certain } = sideOf(loyalty, cut);
  const quadrant = quadrantOf(isLarge, isAbove);
  return {
    id,
    quadrant,
    certain: quadrant !== null && certain,
    place: null,
    volume: null,
    loyalty,
    policies: quadrant === null ? [] : [...POLICIES_BY_QUADRANT[quadrant]],
    reasons: [
      isLarge === null ? "volume-unknown" : isLarge ? "volume-large" : "volume-small",
      isAbove === null ? "loyalty-unknown" : isAbove ? "loyalty-high" : "loyalty-low",
    ],
  };
}

function quadrantOf(isLarge: boolean | null, isLoyal: boolean | null): Quadrant | null {
  if (isLarge === null || isLoyal === null) return null;
  if (isLoyal) return isLarge ? "treasure" : "rising-star";
  return isLarge ? "dangerous" : "no-value";
}

interface ReadOptions {
  readonly volume: ReadCut;
  readonly loyalty: number;
  readonly currency: string | null;
}

function readOptions(options: unknown): ReadOptions {
  const issues: ArgumentIssue[] = [];
  const given = checkRecord(options, [], issues);
  checkKeys(given, ["volume", "loyalty", "currency"], [], issues);
  const { volume = VOLUME_LOYALTY_CUTS.volume, loyalty = VOLUME_LOYALTY_CUTS.loyalty } = given;
  const cut = readCut(volume, issues);
  const score = finiteNumber(loyalty, ["loyalty"], issues);
  const currency = checkCurrency(given["currency"], issues);
  throwIssues(issues);
  return { volume: cut as ReadCut, loyalty: score, currency };
}
