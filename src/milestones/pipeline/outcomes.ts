import type { Resolved } from "../../ground/calendar/resolved.js";
import { shareOf } from "../../portfolio/share.js";
import { daysOf, pointOf } from "../time/clock.js";
import { addEffort, noEffort, printEffort } from "./effort.js";
import { DEAL_OUTCOMES, type DealOutcome, type LossFigure, type OutcomeFigure } from "./figures.js";
import { type Amounts, addAmount, printAmounts } from "./money.js";
import { spreadOf } from "./spread.js";
import { type Counted, worthOf } from "./tally.js";

/** Deals by how they have gone. */
export function outcomeFigures(deals: readonly Counted[], resolved: Resolved): OutcomeFigure[] {
  return DEAL_OUTCOMES.map((outcome) => {
    const those = deals.filter((deal) => deal.outcome === outcome);
    const effort = noEffort();
    for (const { deal } of those) for (const one of deal.efforts) addEffort(effort, one);
    return {
      outcome,
      deals: those.length,
      amounts: printAmounts(amountsOf(those)),
      unknownAmounts: those.filter((deal) => worthOf(deal) === null).length,
      cycle: spreadOf(outcome === "open" ? [] : those.map((deal) => cycleOf(deal, outcome, resolved))),
      effort: printEffort(effort),
    };
  });
}

/** From first being entered to being won, or lost. */
function cycleOf({ deal }: Counted, outcome: DealOutcome, resolved: Resolved): number | null {
  const from = deal.stays[0]?.entered ?? null;
  const to = outcome === "won" ? (deal.won ?? deal.closing)?.at : deal.closing?.at;
  if (from === null || to === undefined || to === null) return null;
  return daysOf(resolved, { from: pointOf(resolved, from), to: pointOf(resolved, to) });
}

/** The known amounts of some deals. */
export function amountsOf(deals: readonly Counted[]): Amounts {
  const amounts: Amounts = new Map();
  for (const deal of deals) {
    const worth = worthOf(deal);
    if (worth !== null) addAmount(amounts, worth.currency, worth.amount);
  }
  return amounts;
}

/** Deals lost, by cause. A cause that the process doesn't name, any more, comes after those that it does. */
export function lossFigures(deals: readonly Counted[], causes: readonly string[]): LossFigure[] {
  const lost = deals.filter(({ outcome }) => outcome === "lost");
  const byCause = new Map<string | null, Counted[]>();
  for (const deal of lost) {
    const cause = deal.deal.closing?.cause ?? null;
    const those = byCause.get(cause);
    if (those === undefined) byCause.set(cause, [deal]);
    else those.push(deal);
  }
  const others = [...byCause.keys()]
    .flatMap((cause) => (cause === null || causes.includes(cause) ? [] : [cause]))
    .sort();
  return [...causes, ...others, null].flatMap((cause) => {
    const those = byCause.get(cause);
    if (those === undefined) return [];
    const share = shareOf(those.length, lost.length);
    return [{ cause, deals: those.length, share, amounts: printAmounts(amountsOf(those)) }];
  });
}
