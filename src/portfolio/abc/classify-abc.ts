import type { PortfolioIssue } from "../../ground/issue.js";
import { addUnits, type Whole } from "../../ground/scaled.js";
import { checkIterable } from "../arguments.js";
import { inOneCurrency } from "../currency.js";
import { currencyName, quantity, readRows } from "../rows.js";
import { shareOf } from "../share.js";
import { amountsBy } from "../summary.js";
import { type Ranked, rankByAmount, sumOf } from "../volumes.js";
import { ABC_CLASSES, type AbcClient, type AbcOptions, type AbcPlace, type AbcResult } from "./abc.js";
import { readAbcOptions } from "./options.js";
import { type AbcRule, CLASS_BY_REASON, judgeAmounts } from "./place.js";
import { reasonsBy } from "./reasons.js";

const FIELDS = { amount: quantity, volume: quantity, currency: currencyName };

/**
 * Classes clients by what they buy (E4.2, 80/20): the few that make most of the purchases are A, the next B, the many C. Amounts are
 * summed exactly.
 *
 * Shares are shares of all amounts above zero. A client of zero or below (returns beyond purchases) is in class C and changes no
 * other's share; one whose amount is unknown has no class. The largest client is always in class A, however large its share.
 * The order is by amount, then by id in code-unit order, whatever the order of the rows.
 *
 * A row that names another `currency` than most, or than the option, is an issue and left out: two currencies have no sum.
 *
 * Rows without id, with an id that stands earlier, or with an amount that isn't a decimal, or one of more than 100 decimals or
 * digits before them, are listed in `issues` and left out. `reasons` say which cumulative share decided. Faulty options throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { classifyAbc } from "keyaccount";
 *
 * const { clients, classes } = classifyAbc([
 *   { id: "north", amount: "700" }, { id: "south", amount: "150" }, { id: "east", amount: "100" }, { id: "west", amount: "50" },
 * ]);
 * clients[1]?.reasons; // => [{ code: "within-b", cumulative: 0.85, cut: 0.95 }]
 * clients.map(({ id, class: c, cumulative }) => [id, c, cumulative]); // => [["north", "A", 0.7], ["south", "B", 0.85], ["east", "B", 0.95], ["west", "C", 1]]
 * classes.A; // => { clients: 1, clientShare: 0.25, amount: "700", amountShare: 0.7 }
 * ```
 */
export function classifyAbc(clients: Iterable<AbcClient>, options: AbcOptions = {}): AbcResult {
  checkIterable(clients);
  const { rule, used, currency: asked } = readAbcOptions(options);
  const issues: PortfolioIssue[] = [];
  const { rows, currency } = inOneCurrency(readRows(clients, FIELDS, issues), asked, issues);
  const ranked = rankByAmount(rows, (row) => row.amount ?? row.volume);
  const { wholes, unknown, total, zero, print } = ranked;
  const places = placesOf(ranked, rule);
  const classes = places.map((place) => place.class);
  return {
    v: 1,
    currency,
    ...used,
    total: print(total),
    net: print(sumOf(wholes, zero)),
    classes: amountsBy(ABC_CLASSES, classes, wholes, ranked),
    clients: [...places, ...unknown.map(placeUnknown)],
    issues,
  };
}

function placesOf(ranked: Ranked<{ readonly id: string }>, rule: AbcRule): AbcPlace[] {
  const { known, wholes, total, zero, print } = ranked;
  const reasonsOf = reasonsBy(rule, total);
  const places: AbcPlace[] = [];
  let upTo = zero;
  judgeAmounts(wholes, ranked, rule, (judgement, index) => {
    const whole = wholes[index] as Whole;
    if (whole > 0) upTo = addUnits(upTo, whole);
    places.push({
      id: (known[index] as { readonly id: string }).id,
      class: CLASS_BY_REASON[judgement.reason],
      place: index + 1,
      amount: print(whole),
      share: total > 0 ? shareOf(whole > 0 ? whole : zero, total) : null,
      cumulative: total > 0 ? shareOf(upTo, total) : null,
      reasons: reasonsOf(judgement),
    });
  });
  return places;
}

function placeUnknown({ id }: { readonly id: string }): AbcPlace {
  const reasons = [{ code: "amount-unknown" }] as const;
  return { id, class: null, place: null, amount: null, share: null, cumulative: null, reasons };
}
