import type { WorkingCalendar } from "../../ground/calendar/calendar.js";
import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { DecimalString, Quantity } from "../../ground/numeral.js";
import type { Process, ProcessIds } from "../definition/process.js";
import type { ProcessState, ProcessStatus } from "../state.js";
import type { DealContacts } from "../time/contacts.js";

/** What time is counted in. */
export const DAY_UNITS = ["working-days", "days"] as const;
/** What time is counted in: working days of a calendar, or all days. */
export type DayUnit = (typeof DAY_UNITS)[number];

/** How a deal has gone. */
export const DEAL_OUTCOMES = ["won", "lost", "open"] as const;
/** How a deal has gone: the order is won, though work may follow; it is lost; or neither yet. */
export type DealOutcome = (typeof DEAL_OUTCOMES)[number];

/** Where ages are cut unless told: below 10, 10 to below 30 … 90 and above. */
export const AGE_CUTS: readonly number[] = [10, 30, 60, 90];

/** A deal, for {@link pipeline}. */
export interface PipelineRecord<I extends ProcessIds = ProcessIds> {
  readonly id: string;
  /** How it stands: what `replay` gives. */
  readonly state: ProcessState<I>;
  /** What it is worth; absent or `null`: unknown. */
  readonly amount?: Quantity | null | undefined;
  /** ISO 4217 code of the amount; the option's where it is absent. Amounts of two currencies are never added. */
  readonly currency?: string | null | undefined;
}

/** Options of {@link pipeline}. */
export interface PipelineOptions<I extends ProcessIds = ProcessIds> {
  /** The process that the deals follow. */
  readonly process: Process<I>;
  /** Until when what lasts is counted. */
  readonly asOf: PlainDate | Instant;
  /** When people work. Without it all days count, in UTC, and nobody knows what is due. */
  readonly calendar?: WorkingCalendar | undefined;
  /** The currency of amounts that name none. */
  readonly currency?: string | undefined;
  /** Where ages are cut, whole and rising; {@link AGE_CUTS} unless told. */
  readonly ages?: readonly number[] | undefined;
}

/** How some numbers of days spread. All but the counts are `null` where there are none. */
export interface DaySpread {
  readonly count: number;
  /** How many aren't known: they are in no figure. */
  readonly unknown: number;
  readonly least: number | null;
  /** The middle one, or the exact middle between the middle two. */
  readonly median: number | null;
  /** The least that nine tenths don't exceed (nearest rank). */
  readonly p90: number | null;
  readonly most: number | null;
  /** Four decimals, half away from zero. */
  readonly mean: number | null;
}

/** An amount of money. */
export interface CurrencyAmount {
  readonly currency: string;
  readonly amount: DecimalString;
}

/** The amounts of some deals in one currency. */
export interface DealAmount extends CurrencyAmount {
  readonly deals: number;
}

/** The amounts of open deals in one currency, weighted by the likelihoods of winning. */
export interface WeightedAmount extends DealAmount {
  /** Σ amount × likelihood, exact, of the deals whose likelihood is known. */
  readonly weighted: DecimalString;
  /** The others: the forecast is between `weighted` and `weighted + unweighted`. */
  readonly unweighted: DecimalString;
}

/** What was put into deals. */
export interface EffortTotal {
  readonly contacts: number;
  /** Of the entries whose time is known. */
  readonly minutes: number;
  /** Of the entries whose cost is known, by currency. */
  readonly costs: readonly CurrencyAmount[];
}

/** One milestone of the pipeline. Each deal counts by its last stay there: `entered` = `passed` + `lost` + `back` + `here`. */
export interface PipelineMilestone<M extends string = string> {
  readonly milestone: M;
  /** Of winning once it is entered; `null`: unknown. */
  readonly likelihood: number | null;
  /** Deals that have been there. */
  readonly entered: number;
  /** That passed it, whether the gate held, was overridden, or isn't proven by an imported history. */
  readonly passed: number;
  readonly overridden: number;
  readonly notProven: number;
  readonly lost: number;
  /** That went back from it. */
  readonly back: number;
  readonly here: number;
  /** `passed` ÷ (`passed` + `lost`), four decimals; `null` where nobody has done either. */
  readonly conversion: number | null;
  /** How long stays took that were passed, the last of each deal. */
  readonly velocity: DaySpread;
  /** Those here that are over the limit. */
  readonly overdue: number;
  /** What the deals here that aren't won yet may bring, by currency. */
  readonly forecast: readonly WeightedAmount[];
  /** What all deals were spent on here. */
  readonly effort: EffortTotal;
}

/** A deal that isn't closed. */
export interface OpenDeal<M extends string = string> {
  readonly id: string;
  readonly status: "open" | "paused";
  readonly milestone: M;
  /** Whether the order is won, though work follows: then it is in no forecast. */
  readonly won: boolean;
  /** When it came there; `null`: unknown. */
  readonly since: PlainDate | Instant | null;
  /** How long it has been there; `null`: unknown. */
  readonly days: number | null;
  readonly due: PlainDate | null;
  /** `null`: there is a limit, but too little is known. */
  readonly overdue: boolean | null;
  readonly overdueDays: number | null;
  readonly amount: DecimalString | null;
  readonly currency: string | null;
  readonly likelihood: number | null;
  /** amount × likelihood, exact; `null` where either is unknown or the order is won. */
  readonly weighted: DecimalString | null;
  /** Contacts so far, against what the process expects of a deal (E4.7). */
  readonly contacts: DealContacts;
}

/** The open deals of an age. */
export interface AgeBand {
  /** Days in the milestone where they stand: from. */
  readonly from: number;
  /** Until below; `null`: without end. */
  readonly below: number | null;
  readonly deals: number;
  readonly amounts: readonly DealAmount[];
}

/** Deals lost for one cause. */
export interface LossFigure<C extends string = string> {
  /** `null`: unknown. */
  readonly cause: C | null;
  readonly deals: number;
  /** Of all that were lost, four decimals. */
  readonly share: number;
  readonly amounts: readonly DealAmount[];
}

/** Deals by how they have gone. */
export interface OutcomeFigure {
  readonly outcome: DealOutcome;
  readonly deals: number;
  /** Of the deals whose amount is known. */
  readonly amounts: readonly DealAmount[];
  /** Deals whose amount isn't. */
  readonly unknownAmounts: number;
  /** From first being entered to being won, or lost. Of open deals: none. */
  readonly cycle: DaySpread;
  readonly effort: EffortTotal;
}

/** How many deals stand how, how fast they move and what they may bring. */
export interface Pipeline<I extends ProcessIds = ProcessIds> {
  /** The version of this shape. */
  readonly v: 1;
  readonly asOf: PlainDate | null;
  readonly unit: DayUnit;
  /** Deals that could be read, whatever their status. */
  readonly deals: number;
  readonly statuses: { readonly [S in ProcessStatus]: number };
  /** Won, lost, open. Deals that aren't started yet are in none. */
  readonly outcomes: readonly OutcomeFigure[];
  /** Won ÷ (won + lost), four decimals; `null` where nothing is decided. */
  readonly winRate: number | null;
  /** In the order of the process. */
  readonly milestones: readonly PipelineMilestone<I["milestone"]>[];
  /** What the open deals that aren't won may bring, by currency. */
  readonly forecast: readonly WeightedAmount[];
  /** In the order of the process; unknown causes last. Only those that there are. */
  readonly losses: readonly LossFigure<I["cause"]>[];
  readonly ageing: readonly AgeBand[];
  /** Open deals whose age nobody knows. */
  readonly unknownAges: number;
  /** The oldest first; those of unknown age last; then by id. */
  readonly open: readonly OpenDeal<I["milestone"]>[];
  /** Ids of the deals that are over their milestone's limit, the most overdue first; then by id. */
  readonly stuck: readonly string[];
  /** Whether the calendar knows its holidays on all days that were counted. */
  readonly certain: boolean;
  /** Records that couldn't be read: they are in no figure. */
  readonly issues: readonly PortfolioIssue[];
}
