import type { Resolved } from "../../ground/calendar/resolved.js";
import { isPlainDate } from "../../ground/dates.js";
import { byTimeOn } from "../calendar-days.js";
import { groupBy } from "../group.js";
import { isAfterOn } from "../known-by.js";
import type { ReadVisit } from "../record/read-visits.js";
import { byTime } from "../time.js";

const COUNTED: readonly string[] = ["phone", "visit"];

/** Whether a way of contact can ask for the client's opinion: a call or a visit (D4.6). */
export function isCounted(way: string): boolean {
  return COUNTED.includes(way);
}

/** For each visit the first call or visit to its client that is certainly later. */
export function nextContacts(
  visits: readonly ReadVisit[],
  calendar: Resolved | null,
): ReadonlyMap<ReadVisit, ReadVisit> {
  const next = new Map<ReadVisit, ReadVisit>();
  const byDay = byTimeOn(calendar);
  for (const own of groupBy(visits, ({ clientId }) => clientId).values()) {
    const counted = own.filter(({ way }) => isCounted(way)).sort(inTime);
    const isDay = ({ startedAt }: ReadVisit): boolean => isPlainDate(startedAt);
    const lists = [counted.filter(isDay), counted.filter((one) => !isDay(one))];
    for (const visit of own) {
      const firsts = lists.flatMap((list) => firstAfter(list, visit, calendar) ?? []);
      const [found] = firsts.sort((one, other) => byDay(one.startedAt, other.startedAt));
      if (found !== undefined) next.set(visit, found);
    }
  }
  return next;
}

/** In order of time, ties by id. */
function inTime(one: ReadVisit, other: ReadVisit): number {
  return byTime(one.startedAt, other.startedAt) || (one.id < other.id ? -1 : 1);
}

/** The first that is certainly later, of days alone or of moments alone in order of time: among them what is later than one that is later is so too. */
function firstAfter(list: readonly ReadVisit[], visit: ReadVisit, calendar: Resolved | null): ReadVisit | undefined {
  const ended = visit.endedAt ?? visit.startedAt;
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isAfterOn(calendar, (list[middle] as ReadVisit).startedAt, ended)) high = middle;
    else low = middle + 1;
  }
  return list[low];
}
