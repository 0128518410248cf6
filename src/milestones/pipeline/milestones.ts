import { shareOf } from "../../portfolio/share.js";
import { addEffort, type EffortTally, noEffort, printEffort } from "./effort.js";
import type { PipelineMilestone } from "./figures.js";
import { addForecast, type Forecast, printForecast } from "./forecast.js";
import { numberOf } from "./money.js";
import type { Stage } from "./options.js";
import { spreadOf } from "./spread.js";
import { type Counted, type CountedStay, worthOf } from "./tally.js";

const EXITS = { passed: 0, overridden: 0, "not-proven": 0, lost: 0, back: 0, here: 0 };

/** The figures of each milestone. */
export function milestoneFigures(deals: readonly Counted[], stages: readonly Stage[]): PipelineMilestone[] {
  const efforts = stages.map(noEffort);
  for (const { deal } of deals) {
    for (const effort of deal.efforts) addEffort(efforts[effort.milestone] as EffortTally, effort);
  }
  return stages.map((stage, place) => figureOf(stage, place, deals, efforts[place] as EffortTally));
}

function figureOf(stage: Stage, place: number, deals: readonly Counted[], effort: EffortTally): PipelineMilestone {
  const exits = { ...EXITS };
  const days: (number | null)[] = [];
  const forecast: Forecast = new Map();
  let overdue = 0;
  for (const deal of deals) {
    const stay = deal.stays[place];
    if (stay === undefined) continue;
    exits[stay.stay.exit ?? "here"] += 1;
    if (isPassed(stay)) days.push(stay.count.workingDays);
    if (deal.here === stay && stay.count.overdue === true) overdue += 1;
    if (deal.here === stay) addOpen(forecast, deal);
  }
  const passed = exits.passed + exits.overridden + exits["not-proven"];
  return {
    milestone: stage.id,
    likelihood: numberOf(stage.likelihood),
    entered: passed + exits.lost + exits.back + exits.here,
    passed,
    overridden: exits.overridden,
    notProven: exits["not-proven"],
    lost: exits.lost,
    back: exits.back,
    here: exits.here,
    conversion: passed + exits.lost === 0 ? null : shareOf(passed, passed + exits.lost),
    velocity: spreadOf(days),
    overdue,
    forecast: printForecast(forecast),
    effort: printEffort(effort),
  };
}

function isPassed({ stay: { exit } }: CountedStay): boolean {
  return exit === "passed" || exit === "overridden" || exit === "not-proven";
}

/** Adds a deal's amount to a forecast, unless its order is won. */
export function addOpen(forecast: Forecast, deal: Counted): void {
  const worth = worthOf(deal);
  if (worth === null || deal.outcome !== "open") return;
  addForecast(forecast, worth.currency, worth.amount, deal.here?.stage.likelihood ?? null);
}
