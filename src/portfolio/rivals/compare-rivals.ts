import { compare, over } from "../../ground/rational.js";
import { readInput } from "../../ground/reader.js";
import { checkIterable, takeEach } from "../arguments.js";
import { ratio } from "../money.js";
import { byId } from "../order.js";
import { comparePrices, printed, undercutPrices } from "./compare-prices.js";
import { type ReadOffer, type ReadRival, readOurs, readRivals } from "./read-rivals.js";
import {
  CLIENT_CHANCES,
  type ClientChance,
  type CoverageComparison,
  type OurOffer,
  PRICE_POSITIONS,
  type PriceComparison,
  type PriceKind,
  RIVAL_ASPECTS,
  type RivalAspect,
  type RivalComparison,
  type RivalFacts,
  type RivalsComparison,
} from "./rivals.js";

/**
 * Compares rivals with us (A2): their prices against ours by product and currency, how densely they cover the market, which of their clients can be won or shared (A2.3), and what isn't
 * known of them yet; which of our prices are undercut and by whom the lowest, to shape our own sales and price policy by (A2.2).
 *
 * Prices in different currencies aren't compared. Of a product listed twice in one currency the first counts. Without rivals there is nothing to compare, and nothing to learn.
 *
 * What can't be read is in `issues` and counts as unknown; a rival without an id, or with one that stands earlier, is left out. Rivals that can't be gone through (`wrong-type`) are a
 * programmer's mistake and throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { compareRivals } from "keyaccount";
 *
 * const price = (value: string) => [{ product: "pump", currency: "CNY", wholesale: { value } }];
 * const { rivals, undercut } = compareRivals(
 *   { prices: price("100"), coverageDensity: { value: "4" } },
 *   [
 *     { id: "northstar", prices: price("92"), coverageDensity: { value: "6" }, clients: [{ clientId: "lee", canWin: { value: true } }] },
 *     { id: "southern", prices: price("110") },
 *   ],
 * );
 * rivals[0]?.prices[0]; // => { product: "pump", currency: "CNY", kind: "wholesale", ours: "100", theirs: "92", difference: -0.08, position: "undercuts" }
 * rivals[0]?.coverage; // => { ours: "4", theirs: "6", ratio: 1.5, position: "denser" }
 * rivals[0]?.clients["can-win"]; // => ["lee"]
 * undercut.map(({ product, lowest, lowestBy }) => [product, lowest, lowestBy]); // => [["pump", "92", ["northstar"]]]
 * ```
 */
export function compareRivals(ours: OurOffer, rivals: Iterable<RivalFacts>): RivalsComparison {
  const reader = readInput({ ours, rivals: listOf(rivals) });
  const own = readOurs(reader);
  const others = readRivals(reader).sort(byId);
  const compared = others.map((rival) => compareOne(own, rival));
  return {
    v: 1,
    rivals: compared.toSorted((one, other) => other.positions.undercuts - one.positions.undercuts),
    undercut: undercutPrices(own, others),
    learn: RIVAL_ASPECTS.flatMap((aspect) => {
      const ids = compared.flatMap(({ id, unknown }) => (unknown.includes(aspect) ? id : []));
      return ids.length === 0 ? [] : { aspect, rivals: ids };
    }),
    issues: reader.issues,
  };
}

function listOf(rivals: unknown): readonly unknown[] {
  checkIterable(rivals, "rivals");
  const list: unknown[] = [];
  takeEach(rivals as Iterable<unknown>, (rival) => list.push(rival), "rivals");
  return list;
}

function compareOne(ours: ReadOffer, rival: ReadRival): RivalComparison {
  const prices = comparePrices(ours, rival);
  const count = (position: PriceComparison["position"]): number =>
    prices.filter((price) => price.position === position).length;
  const [undercuts, equal, dearer] = PRICE_POSITIONS.map(count) as [number, number, number];
  const byChance = CLIENT_CHANCES.map((chance) => [
    chance,
    rival.clients.flatMap((client) => (client.chance === chance ? client.id : [])),
  ]);
  return {
    id: rival.id,
    prices,
    positions: { undercuts, equal, dearer, unknown: count(null) },
    coverage: compareCoverage(ours, rival),
    clients: Object.fromEntries(byChance) as { [C in ClientChance]: string[] },
    unknown: RIVAL_ASPECTS.filter((aspect) => isUnknown(aspect, rival, prices)),
  };
}

function compareCoverage({ coverage: ours }: ReadOffer, { coverage: theirs }: ReadOffer): CoverageComparison {
  const shown = { ours: printed(ours), theirs: printed(theirs) };
  if (ours === null || theirs === null) return { ...shown, ratio: null, position: null };
  const order = compare(theirs, ours);
  return {
    ...shown,
    ratio: ours.n === 0n ? null : ratio(over(theirs, ours)),
    position: order === 0 ? "equal" : order > 0 ? "denser" : "thinner",
  };
}

function isUnknown(aspect: RivalAspect, rival: ReadRival, prices: readonly PriceComparison[]): boolean {
  if (aspect === "wholesale-price") return isPriceUnknown("wholesale", prices);
  if (aspect === "retail-price") return isPriceUnknown("retail", prices);
  if (aspect === "client-network") {
    return rival.clients.length === 0 || rival.clients.some(({ chance }) => chance === "unknown");
  }
  return !rival.known.has(aspect);
}

function isPriceUnknown(wanted: PriceKind, prices: readonly PriceComparison[]): boolean {
  const some = prices.filter(({ kind }) => kind === wanted);
  return some.length === 0 || some.some(({ theirs }) => theirs === null);
}
