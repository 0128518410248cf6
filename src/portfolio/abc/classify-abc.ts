import type { PortfolioIssue } from "../../ground/issue.js";
import { exactQuantity } from "../../ground/numeral.js";
import type { Rational } from "../../ground/rational.js";
import { addUnits, type Whole } from "../../ground/scaled.js";
import { checkIterable } from "../arguments.js";
import { quantity, readRows } from "../rows.js";
import { shareOf } from "../share.js";
import { type Ranked, rankByAmount, summaryOf, sumOf } from "../volumes.js";
import {
  ABC_CUTS,
  type AbcClass,
  type AbcClient,
  type AbcOptions,
  type AbcPlace,
  type AbcResult,
  type AbcSummary,
} from "./abc.js";
import { checkAbcOptions } from "./options.js";
import { type AbcRule, CLASS_BY_REASON, judgeAmounts, type KnownReason, placeUnknown } from "./place.js";

const FIELDS = { amount: quantity, volume: quantity };

/**
 * Classes clients by what they buy (E4.2, 80/20): the few that make most of the purchases are A, the next B, the many C. Amounts are
 * summed exactly.
 *
 * Shares are shares of all amounts above zero. A client of zero or below (returns beyond purchases) is in class C and changes no
 * other's share; one whose amount is unknown has no class. The largest client is always in class A, however large its share.
 * The order is by amount, then by id in code-unit order, whatever the order of the rows.
 *
 * Rows without id, with an id that stands earlier, or with an amount that isn't a decimal are listed in `issues` and left out. Faulty
 * options throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { classifyAbc } from "keyaccount";
 *
 * const { clients, classes } = classifyAbc([
 *   { id: "north", amount: "700" }, { id: "south", amount: "150" }, { id: "east", amount: "100" }, { id: "west", amount: "50" },
 * ]);
 * clients.map(({ id, class: c, cumulative }) => [id, c, cumulative]); // => [["north", "A", 0.7], ["south", "B", 0.85], ["east", "B", 0.95], ["west", "C", 1]]
 * classes.A; // => { clients: 1, amount: "700", share: 0.7 }
 * ```
 */
export function classifyAbc(clients: Iterable<AbcClient>, options: AbcOptions = {}): AbcResult {
  checkIterable(clients);
  checkAbcOptions(options);
  const issues: PortfolioIssue[] = [];
  const ranked = rankByAmount(readRows(clients, FIELDS, issues), (row) => row.amount ?? row.volume);
  const { wholes, unknown, total, zero, print } = ranked;
  const places = placesOf(ranked, ruleOf(options));
  const summary = (name: AbcClass): AbcSummary => {
    const members = wholes.filter((_, index) => places[index]?.class === name);
    return summaryOf(members, ranked);
  };
  return {
    v: 1,
    total: print(total),
    net: print(sumOf(wholes, zero)),
    classes: { A: summary("A"), B: summary("B"), C: summary("C") },
    clients: [...places, ...unknown.map(placeUnknown)],
    issues,
  };
}

function placesOf(ranked: Ranked<{ readonly id: string }>, rule: AbcRule): AbcPlace[] {
  const { known, wholes, total, zero, print } = ranked;
  const reasons = judgeAmounts(wholes, ranked, rule);
  const places: AbcPlace[] = [];
  let upTo = zero;
  for (const { id } of known) {
    const index = places.length;
    const whole = wholes[index] as Whole;
    const reason = reasons[index] as KnownReason;
    if (whole > 0) upTo = addUnits(upTo, whole);
    places.push({
      id,
      class: CLASS_BY_REASON[reason],
      place: index + 1,
      amount: print(whole),
      share: total > 0 ? shareOf(whole > 0 ? whole : zero, total) : null,
      cumulative: total > 0 ? shareOf(upTo, total) : null,
      reason,
    });
  }
  return places;
}

function ruleOf({ cuts, counting, edge, ties }: AbcOptions): AbcRule {
  const cut = (name: "A" | "B"): Rational => exactQuantity(cuts?.[name] ?? ABC_CUTS[name]);
  return {
    a: cut("A"),
    b: cut("B"),
    countsItself: counting !== "before-itself",
    holdsAtCut: edge !== "excluded",
    keepsTies: ties !== "apart",
  };
}
