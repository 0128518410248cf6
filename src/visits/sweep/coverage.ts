import type { HostClock } from "../../ground/calendar/host-clock.js";
import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue, SweepIssue } from "../../ground/issue.js";
import type { Failed, Ok } from "../../ground/result.js";
import type { ContactWay } from "../../ground/vocabulary.js";

/** A visit that was made: any stored `Visit` will do. */
export interface SweepVisit {
  readonly id: string;
  readonly clientId: string;
  readonly startedAt: PlainDate | Instant;
  /** The way of contact; absent: a visit. */
  readonly way?: ContactWay | undefined;
}

/** How to check a sweep. The `calendar`, or the `offset` (`"+08:00"`), tells the day of a moment, as in the sweep's reports; without either it counts by its day in UTC. */
export type CoverageOptions = SweepPeriod & HostClock;

/** The days of a sweep. */
export interface SweepPeriod {
  /** The first and the last day of the sweep, both included; absent: open. */
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
}

/** Why a client counts as left out. */
export const LEFT_OUT_CAUSES = ["no-contact", "not-visited", "outside-period"] as const;
/** Why a client counts as left out: no contact at all; contacted, but not visited; visited, but before or after the sweep. */
export type LeftOutCause = (typeof LEFT_OUT_CAUSES)[number];

/** Who was visited and who wasn't. */
export interface SweepCoverage {
  /** The version of this shape. */
  readonly v: 1;
  /** Clients that were to be visited. */
  readonly clients: number;
  readonly visited: number;
  /** Visited ÷ clients, four decimals; `null` without clients. */
  readonly share: number | null;
  /** By id. */
  readonly leftOut: readonly { readonly id: string; readonly cause: LeftOutCause }[];
  /** Clients visited within the sweep that nobody had planned or known, by id: the sweep found them. */
  readonly found: readonly string[];
  /** Rows that couldn't be read; the path begins with `"clients"` or `"visits"` and the row's index. */
  readonly issues: readonly PortfolioIssue[];
}

/** A sweep that left nobody out, or every client that it left out as an issue, and every client that can't be told. */
export type CoverageResult =
  | Ok<SweepCoverage>
  | (Failed<SweepIssue | PortfolioIssue> & { readonly coverage: SweepCoverage });
