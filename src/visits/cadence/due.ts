import type { Resolved } from "../../ground/calendar/resolved.js";
import { dayText } from "../../ground/dates.js";
import type { FollowWay } from "../../portfolio/levels/levels.js";
import { workingDayUpTo } from "../calendar-days.js";
import type { CadenceReason, CadenceRule } from "./cadence.js";

const YEAR_DAYS = 365;
const LAST_DAY = 2_932_896;

/** When a client was last seen, by the number of the day; `null` is unknown. */
export interface LastSeen {
  readonly visit: number | "never" | null;
  readonly contact: number | "never" | null;
}

/** When a client is due and why. */
export interface Due {
  /** `null`: at once, or nothing tells. */
  readonly day: number | null;
  readonly isNever: boolean;
  readonly reasons: readonly CadenceReason[];
}

interface Limit {
  readonly day: number;
  readonly reason: CadenceReason;
}

/** How often a client is seen, and in which way. */
export interface Followed {
  readonly rule: CadenceRule;
  readonly way: FollowWay;
}

/** The earliest of what rhythm and longest gap say, on a working day; what decides stands first. */
export function dueOf({ rule, way }: Followed, last: LastSeen, calendar: Resolved | null): Due {
  const contact = later(last.contact, last.visit);
  const isVisited = way === "visited-by-developer";
  const seen = isVisited && contact !== "never" ? last.visit : contact;
  if (seen === "never")
    return {
      day: null,
      isNever: true,
      reasons: [{ code: contact === "never" ? "never-contacted" : "never-visited" }],
    };
  const limits = [limit("rhythm", seen, Math.floor(YEAR_DAYS / rule.perYear)), gapLimit(rule, contact)].flatMap(
    (one) => one ?? [],
  );
  const [first, ...others] = limits.sort((a, b) => a.day - b.day);
  const unknown: CadenceReason[] = [
    ...(seen === null ? [{ code: isVisited ? "last-visit-unknown" : "last-contact-unknown" } as const] : []),
    ...(isVisited && rule.longestGapDays !== null && contact === null
      ? [{ code: "last-contact-unknown" } as const]
      : []),
  ];
  if (first === undefined) return { day: null, isNever: false, reasons: unknown };
  const day = workingDayUpTo(calendar, first.day);
  const moved: CadenceReason[] = day === first.day ? [] : [{ code: "moved-to-working-day", from: textOf(first.day) }];
  return { day, isNever: false, reasons: [first.reason, ...moved, ...others.map(({ reason }) => reason), ...unknown] };
}

/** A visit is a contact; one that never was says nothing of contacts, but where there was no contact there was no visit. */
function later(contact: LastSeen["contact"], visit: LastSeen["visit"]): LastSeen["contact"] {
  if (typeof visit !== "number") return contact;
  return typeof contact === "number" ? Math.max(contact, visit) : visit;
}

function gapLimit({ longestGapDays }: CadenceRule, contact: LastSeen["contact"]): Limit | null {
  return longestGapDays === null || contact === "never" ? null : limit("longest-gap", contact, longestGapDays);
}

function limit(code: "rhythm" | "longest-gap", since: number | null, days: number): Limit | null {
  return since === null
    ? null
    : { day: Math.min(since + days, LAST_DAY), reason: { code, days, since: textOf(since) } };
}

/** Days here lie within the years that can be written. */
export function textOf(day: number): string {
  return dayText(day) as string;
}
