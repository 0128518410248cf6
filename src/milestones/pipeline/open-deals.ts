import { timesScaled } from "../../ground/scaled.js";
import { textOf } from "../time/clock.js";
import { contactsOf } from "../time/contacts.js";
import type { AgeBand, OpenDeal } from "./figures.js";
import { numberOf, printAmounts, printScaled } from "./money.js";
import { amountsOf } from "./outcomes.js";
import { type Counted, type CountedStay, worthOf } from "./tally.js";

/** A deal that isn't closed, and where it stands. */
export interface Standing {
  readonly deal: Counted;
  readonly here: CountedStay;
}

/** The deals that aren't closed: the oldest first, those of unknown age last, then by id. */
export function standingsOf(deals: readonly Counted[]): Standing[] {
  const standing = deals.flatMap((deal) => (deal.here === null ? [] : [{ deal, here: deal.here }]));
  return standing.sort((one, other) => ageOf(other) - ageOf(one) || byId(one, other));
}

/** −1 where nobody knows it. */
function ageOf({ here }: Standing): number {
  return here.count.workingDays ?? -1;
}

function byId(one: Standing, other: Standing): number {
  return one.deal.id < other.deal.id ? -1 : 1;
}

/** A deal that isn't closed, as it is told. */
export function openDeal({ deal, here: { stay, stage, count } }: Standing, expected: number | null): OpenDeal {
  const worth = worthOf(deal);
  const likely = deal.outcome === "open" ? stage.likelihood : null;
  return {
    id: deal.id,
    status: deal.deal.status === "paused" ? "paused" : "open",
    milestone: stage.id,
    won: deal.outcome === "won",
    since: stay.entered,
    days: count.workingDays,
    due: textOf(count.due),
    overdue: count.overdue,
    overdueDays: count.overdueDays,
    amount: deal.amount === null ? null : printScaled(deal.amount),
    currency: worth === null ? null : deal.currency,
    likelihood: numberOf(stage.likelihood),
    weighted: worth === null || likely === null ? null : printScaled(timesScaled(worth.amount, likely)),
    contacts: contactsOf(deal.deal, expected),
  };
}

/** Ids of the deals over their limits: the most overdue first, then by id. */
export function stuckOf(standings: readonly Standing[]): string[] {
  const late = standings.filter(({ here }) => here.count.overdue === true);
  const daysOf = ({ here }: Standing): number => here.count.overdueDays as number;
  return late.sort((one, other) => daysOf(other) - daysOf(one) || byId(one, other)).map(({ deal }) => deal.id);
}

/** The open deals by age. */
export function ageBands(standings: readonly Standing[], cuts: readonly number[]): AgeBand[] {
  const bands = [0, ...cuts].map((from): { readonly from: number; readonly deals: Counted[] } => ({ from, deals: [] }));
  for (const { deal, here } of standings) {
    const age = here.count.workingDays;
    if (age !== null) bands.findLast(({ from }) => from <= age)?.deals.push(deal);
  }
  return bands.map(({ from, deals }, index) => ({
    from,
    below: cuts[index] ?? null,
    deals: deals.length,
    amounts: printAmounts(amountsOf(deals)),
  }));
}
