import type { WorkingCalendar } from "../../ground/calendar/calendar.js";
import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { Quantity } from "../../ground/numeral.js";
import type { FollowWay } from "../../portfolio/levels/levels.js";
import type { CadenceState } from "../cadence/cadence.js";
import type { Travel } from "../travel.js";

/** Length of a visit unless told, in minutes; this package's choice. */
export const VISIT_MINUTES = 60;

/** A client that may be due: any place of a `VisitCadence` will do. */
export interface DueVisit {
  readonly id: string;
  readonly state: CadenceState;
  readonly dueOn: PlainDate | null;
  readonly way: FollowWay | null;
}

/** Where a client is and who sees it: any `Client` will do. */
export interface WeekClient {
  readonly id: string;
  /** The first of them sees the client. */
  readonly managedBy?: readonly string[] | null | undefined;
  /** As `travel` names it; `address` unless told. */
  readonly place?: string | null | undefined;
  readonly address?: string | null | undefined;
  /** Length of the visit; that of the options unless told. */
  readonly visitMinutes?: number | null | undefined;
}

/** One of ours and what time there is for visits. */
export interface WeekPerson {
  readonly id: string;
  /** Hours in this week for visits with their ways, 0 … 168. */
  readonly hours: Quantity;
  /** Where ways begin and end each day. */
  readonly base?: string | null | undefined;
  readonly daysOff?: readonly PlainDate[] | null | undefined;
}

/** What a week is planned from. */
export interface WeekSituation {
  readonly due: readonly DueVisit[];
  readonly clients: readonly WeekClient[];
  readonly people: readonly WeekPerson[];
  /**
   * Visits that were planned before, of which their clients may know: those of an earlier plan of this week as they are. Who is still due, and visited by the same person, keeps day and hour
   * wherever they still fit, before anybody else is placed.
   */
  readonly planned?: readonly PlannedVisitTime[] | null | undefined;
}

/** When a client's visit was planned: any {@link WeekVisit} will do. */
export type PlannedVisitTime = Pick<WeekVisit, "clientId" | "personId" | "startsAt">;

/** How to plan a week. */
export interface WeekOptions {
  /** The first of the seven days. */
  readonly week: PlainDate;
  readonly calendar: WorkingCalendar;
  readonly travel: Travel;
  /** Length of a visit, 1 … 1,440 minutes; {@link VISIT_MINUTES} unless told. */
  readonly visitMinutes?: number | undefined;
}

/** A visit of the week. */
export interface WeekVisit {
  readonly clientId: string;
  readonly personId: string;
  readonly day: PlainDate;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly place: string | null;
  /** The way there, from the visit before or from the base. */
  readonly travelMinutes: number;
  readonly minutes: number;
  readonly state: CadenceState;
  readonly dueOn: PlainDate | null;
}

/** Why a client isn't visited this week. */
export const WEEK_REASONS = [
  "over-capacity",
  "behind",
  "no-room",
  "travel-unknown",
  "no-visitor",
  "visitor-absent",
  "cadence-unknown",
  "by-phone",
  "not-due",
] as const;
/** A code of {@link WeekReason}. */
export type WeekReasonCode = (typeof WEEK_REASONS)[number];
/**
 * Why a client isn't visited this week.
 * - `over-capacity`: the person's hours don't reach; `needed` and `left` in minutes, ways included · `behind`: it comes after one whose hours don't reach: nobody is overtaken,
 *   as otherwise more hours would drop whoever had slipped in
 * - `no-room`: no day of the week has room for it in working time · `travel-unknown`: nobody says how long the way is
 * - `no-visitor`: nobody is in charge of it (A8.3) · `visitor-absent`: who is isn't among the people of this week
 * - `cadence-unknown`: nothing tells when it is due, be it that it isn't yet · `by-phone`: it is called, not visited (E4.7) · `not-due`: not until after the week
 */
export type WeekReason =
  | { readonly code: "over-capacity"; readonly needed: number; readonly left: number }
  | { readonly code: "behind"; readonly before: string }
  | { readonly code: "visitor-absent"; readonly person: string }
  | { readonly code: "not-due"; readonly dueOn: PlainDate }
  | { readonly code: Exclude<WeekReasonCode, "over-capacity" | "behind" | "visitor-absent" | "not-due"> };

/** A client that isn't visited. */
export interface WeekLeftOut {
  readonly clientId: string;
  readonly personId: string | null;
  readonly reason: WeekReason;
}

/** What a week takes of a person. */
export interface WeekLoad {
  readonly personId: string;
  readonly capacityMinutes: number;
  /** Visits with all ways, those home included. */
  readonly usedMinutes: number;
  readonly visits: number;
}

/** A week's visits. Plain JSON. */
export interface WeekPlan {
  /** The version of this shape. */
  readonly v: 1;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Whether the calendar knows its holidays on all seven days (`covers`). */
  readonly certain: boolean;
  /** By person, then in order of time. */
  readonly visits: readonly WeekVisit[];
  /** Everyone who is due or not and isn't visited, in the order of urgency. */
  readonly leftOut: readonly WeekLeftOut[];
  /** Visits of `planned` that don't stand any more, as they were told: whom to tell so. Another of ours, another hour (to the minute) or none comes instead; by time, ties by client. */
  readonly notKept: readonly PlannedVisitTime[];
  /** By id. */
  readonly people: readonly WeekLoad[];
  /** What couldn't be read; paths begin with `due`, `clients`, `people` or `planned`. */
  readonly issues: readonly PortfolioIssue[];
}
