import type { WorkingCalendar } from "../../ground/calendar/calendar.js";
import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { ProcessStatus, StayEntry, StayExit } from "../state.js";
import type { DealContacts } from "./contacts.js";

/** Options of {@link milestoneTimes}. */
export interface MilestoneTimesOptions {
  /** When people work. */
  readonly calendar: WorkingCalendar;
  /** Until when what lasts is counted; of a day, only whole days are known. */
  readonly asOf: PlainDate | Instant;
}

/** When a milestone, or a task of it, is due. */
export interface DueTime {
  /** Working days that it may take; `null`: no limit. */
  readonly limit: number | null;
  /** The limit's last day, moved by the working days of pauses so far; `null`: no limit, or nobody knows when it began. */
  readonly due: PlainDate | null;
  /** Whether it ended, or is not yet ended, after that day. `null`: there is a limit, but too little is known. */
  readonly overdue: boolean | null;
  /** Working days after it; 0 where it isn't overdue, or only by days off. */
  readonly overdueDays: number | null;
}

/** The time of one stay in a milestone. */
export interface StayTimes<M extends string = string> extends DueTime {
  readonly milestone: M;
  /** `null`: unknown. */
  readonly entered: PlainDate | Instant | null;
  /** `null`: not yet where `exit` is `null`, else unknown. */
  readonly left: PlainDate | Instant | null;
  readonly exit: StayExit | null;
  readonly entry: StayEntry;
  /** Working days after the one on which it was entered, until it was left or `asOf`, without those paused. `null`: unknown. */
  readonly workingDays: number | null;
  /** Working time in minutes, without pauses; `null` unless both ends are known as moments. */
  readonly workingMinutes: number | null;
  /** Working days of pauses: those that the record has; an imported history has none. */
  readonly pausedDays: number;
  /** Whether the calendar knows its holidays on all days concerned. `null`: nothing was counted. */
  readonly certain: boolean | null;
}

/** What all stays in a milestone took. */
export interface MilestoneSum<M extends string = string> {
  readonly milestone: M;
  readonly stays: number;
  /** `null` where that of a stay is unknown. */
  readonly workingDays: number | null;
  readonly workingMinutes: number | null;
  readonly pausedDays: number;
}

/** A task of the milestone where the deal stands. */
export interface TaskTime extends DueTime {
  readonly task: string;
  /** When it was completed; `null`: it is open. */
  readonly completed: Instant | null;
}

/** The time that a deal took. */
export interface MilestoneTimes<M extends string = string> {
  /** The version of this shape. */
  readonly v: 1;
  /** The day of `asOf` on the calendar's clock. */
  readonly asOf: PlainDate | null;
  /** `null` where the state couldn't be read. */
  readonly status: ProcessStatus | null;
  /** In order; a milestone that was entered twice has two. */
  readonly stays: readonly StayTimes<M>[];
  /** In the order of the process; those never entered are left out. */
  readonly milestones: readonly MilestoneSum<M>[];
  /** Tasks with a limit of the milestone where the deal stands, in the order of the process. */
  readonly tasks: readonly TaskTime[];
  /** Contacts so far, against what the process expects of a deal (E4.7); `null` where the state couldn't be read. */
  readonly contacts: DealContacts | null;
  /** What is wrong with the state; then nothing is counted. */
  readonly issues: readonly PortfolioIssue[];
}
