import type { PortfolioIssue } from "../../ground/issue.js";
import { checkIterable } from "../../ground/iterable.js";
import { shareOf } from "../../portfolio/share.js";
import type { ProcessIds } from "../definition/process.js";
import { PROCESS_STATUSES } from "../state.js";
import { pointOf, textOf } from "../time/clock.js";
import type { Pipeline, PipelineOptions, PipelineRecord } from "./figures.js";
import { type Forecast, printForecast } from "./forecast.js";
import { addOpen, milestoneFigures } from "./milestones.js";
import { ageBands, openDeal, standingsOf, stuckOf } from "./open-deals.js";
import { readOptions } from "./options.js";
import { lossFigures, outcomeFigures } from "./outcomes.js";
import { readRecords } from "./read-records.js";
import { type Counted, countRecord } from "./tally.js";

/**
 * Many deals at once: how many stand where, how many of those that entered a milestone passed it (conversion), how long it took them (velocity), how long
 * the open ones have been where they stand (ageing), which are over their limit (stuck), what they may bring (forecast: amount × likelihood of the
 * milestone, in exact decimals, never adding two currencies), why deals were lost, and what was spent on them (E7.3: effort against stage and likelihood).
 *
 * The records' states are those that `replay` gives; all follow one process: migrate the others first, or ask once per process. Time is counted as
 * `milestoneTimes` does, by the last stay of a deal in a milestone; without a `calendar` in all days. What an imported history doesn't know
 * is counted as unknown, never as zero. Deals whose order is won while work goes on are won, and in no forecast.
 *
 * A record with any fault (no id, another process, a milestone that it doesn't have, something after `asOf`, an amount without currency) is in `issues` and in no
 * figure. Faulty options throw a `KeyAccountError` with all issues. 100,000 deals take a few seconds.
 *
 * @example
 * ```ts
 * import { decide, defineProcess, pipeline, replay } from "keyaccount";
 *
 * const process = defineProcess({
 *   id: "small", version: "1",
 *   milestones: { talk: { next: ["order"], likelihood: "0.25" }, order: { end: true, likelihood: "0.8" } },
 * });
 * const started = decide(process, replay(process, []), { id: "1", type: "start", at: "2026-11-02T09:00:00Z", by: "li" });
 * const state = replay(process, started.ok ? started.value : []);
 * const deals = [{ id: "a", state, amount: "1000.10", currency: "CNY" }, { id: "b", state, amount: "500", currency: "EUR" }, { id: "c", state }];
 * const { forecast, open } = pipeline(deals, { process, asOf: "2026-11-09" });
 * forecast.map(({ currency, deals: count, weighted }) => [currency, count, weighted]); // => [["CNY", 1, "250.025"], ["EUR", 1, "125"]]
 * open.map(({ id, days }) => [id, days]); // => [["a", 7], ["b", 7], ["c", 7]]
 * ```
 */
export function pipeline<I extends ProcessIds>(
  records: Iterable<PipelineRecord<NoInfer<I>>>,
  options: PipelineOptions<I>,
): Pipeline<I> {
  checkIterable(records, "records");
  const settings = readOptions(options);
  const { process, stages, resolved, asOf } = settings;
  const issues: PortfolioIssue[] = [];
  const names = { id: process.id, version: process.version, milestones: stages.map(({ id }) => id), tasks: [], asOf };
  const end = pointOf(resolved, asOf);
  const deals = readRecords(records, names, settings.currency, issues).map((one) => countRecord(one, end, settings));
  const standings = standingsOf(deals);
  const outcomes = outcomeFigures(deals, resolved);
  const figures: Pipeline = {
    v: 1,
    asOf: textOf(end.day),
    unit: settings.hasCalendar ? "working-days" : "days",
    deals: deals.length,
    statuses: statusesOf(deals),
    outcomes,
    winRate: winRateOf(deals),
    milestones: milestoneFigures(deals, stages),
    forecast: forecastOf(deals),
    losses: lossFigures(deals, process.causes),
    ageing: ageBands(standings, settings.ages),
    unknownAges: standings.filter(({ here }) => here.count.workingDays === null).length,
    open: standings.map((standing) => openDeal(standing, process.expectedContacts ?? null)),
    stuck: stuckOf(standings),
    certain: deals.every(({ stays }) => stays.every((stay) => stay?.count.certain !== false)),
    issues,
  };
  return figures as Pipeline<I>;
}

function statusesOf(deals: readonly Counted[]): Pipeline["statuses"] {
  const counts = Object.fromEntries(PROCESS_STATUSES.map((status) => [status, 0])) as Record<string, number>;
  for (const { deal } of deals) counts[deal.status] = (counts[deal.status] as number) + 1;
  return counts as Pipeline["statuses"];
}

function winRateOf(deals: readonly Counted[]): number | null {
  const won = deals.filter(({ outcome }) => outcome === "won").length;
  const decided = won + deals.filter(({ outcome }) => outcome === "lost").length;
  return decided === 0 ? null : shareOf(won, decided);
}

function forecastOf(deals: readonly Counted[]): Pipeline["forecast"] {
  const forecast: Forecast = new Map();
  for (const deal of deals) if (deal.here !== null) addOpen(forecast, deal);
  return printForecast(forecast);
}
