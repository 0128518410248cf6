import type { Scaled } from "../../ground/scaled.js";
import type { Point } from "../time/clock.js";
import type { Deal, DealStay } from "../time/deal.js";
import { type Counting, countingOf, countStay, type StayCount } from "../time/stay-times.js";
import type { DealOutcome } from "./figures.js";
import type { PipelineSettings, Stage } from "./options.js";
import type { ReadRecord } from "./read-records.js";

/** A deal with what is counted of it. */
export interface Counted extends ReadRecord {
  /** `null`: not started. */
  readonly outcome: DealOutcome | null;
  /** What the last stay in each milestone took, by the milestone's place. */
  readonly stays: readonly (CountedStay | undefined)[];
  /** Where it stands, unless it is closed. */
  readonly here: CountedStay | null;
}

/** A stay and what it took. */
export interface CountedStay {
  readonly stay: DealStay;
  readonly stage: Stage;
  readonly count: StayCount;
}

/** Counts the stays of a record. */
export function countRecord(record: ReadRecord, asOf: Point, settings: PipelineSettings): Counted {
  const { deal } = record;
  const counting = countingOf(settings.resolved, asOf, deal);
  const stays: (CountedStay | undefined)[] = [];
  for (let index = deal.stays.length - 1; index >= 0; index -= 1) {
    const stay = deal.stays[index] as DealStay;
    stays[stay.milestone] ??= countedStay(stay, counting, settings);
  }
  const latest = deal.stays.at(-1);
  const isOpen = deal.status === "open" || deal.status === "paused";
  return {
    ...record,
    outcome: outcomeOf(deal),
    stays,
    here: isOpen && latest !== undefined ? (stays[latest.milestone] as CountedStay) : null,
  };
}

function countedStay(stay: DealStay, counting: Counting, { stages, hasCalendar }: PipelineSettings): CountedStay {
  const stage = stages[stay.milestone] as Stage;
  const count = countStay(stay, hasCalendar ? stage.limit : null, counting);
  return { stay, stage, count: hasCalendar ? count : withoutCalendar(count, stage) };
}

/** Nobody knows what is due where nobody knows when people work. */
function withoutCalendar(count: StayCount, { limit }: Stage): StayCount {
  return limit === null ? count : { ...count, limit, overdue: null, overdueDays: null };
}

/** A deal that was won may still be lost in what follows. */
function outcomeOf({ status, won }: Deal): DealOutcome | null {
  if (status === "new") return null;
  if (status === "lost") return "lost";
  return status === "won" || won !== null ? "won" : "open";
}

/** What a deal is worth, where it is known. */
export function worthOf({
  amount,
  currency,
}: ReadRecord): { readonly amount: Scaled; readonly currency: string } | null {
  return amount === null || currency === null ? null : { amount, currency };
}
