import type { Resolved } from "../../ground/calendar/resolved.js";
import { isAfter } from "../../ground/dates.js";
import { dayIn } from "../calendar-days.js";
import { groupBy } from "../group.js";
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
  for (const own of groupBy(visits, ({ clientId }) => clientId).values()) {
    const inTime = [...own].sort((a, b) => byTime(a.startedAt, b.startedAt) || (a.id < b.id ? -1 : 1));
    const following = countedFrom(inTime);
    inTime.forEach((visit, index) => {
      let at = Number(following[index + 1]);
      while (at < inTime.length && !isLater(inTime[at] as ReadVisit, visit, calendar)) at = Number(following[at + 1]);
      const found = inTime[at];
      if (found !== undefined) next.set(visit, found);
    });
  }
  return next;
}

/** From each place on the first that counts; behind the last one where there is none. */
function countedFrom(inTime: readonly ReadVisit[]): number[] {
  const following = Array.from({ length: inTime.length + 1 }, () => inTime.length);
  for (let index = inTime.length - 1; index >= 0; index -= 1) {
    const isOne = isCounted((inTime[index] as ReadVisit).way);
    following[index] = isOne ? index : Number(following[index + 1]);
  }
  return following;
}

/** On a known clock a later day is certainly later. */
function isLater({ startedAt }: ReadVisit, visit: ReadVisit, calendar: Resolved | null): boolean {
  const ended = visit.endedAt ?? visit.startedAt;
  return isAfter(startedAt, ended) || (calendar !== null && dayIn(calendar, startedAt) > dayIn(calendar, ended));
}
