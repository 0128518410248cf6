import { minuteOf } from "../../ground/calendar/clock.js";
import { WEEK_DAYS } from "../../ground/calendar/resolved.js";
import { CADENCE_STATES } from "../cadence/cadence.js";
import { dayIn } from "../calendar-days.js";
import { groupBy } from "../group.js";
import { type Assigned, textOf, weekOf } from "./person-week.js";
import {
  type ReadDue,
  type ReadPlanned,
  type ReadSituation,
  readSituation,
  readWeekOptions,
  type WeekSettings,
} from "./read-week.js";
import type {
  PlannedVisitTime,
  WeekLeftOut,
  WeekOptions,
  WeekPlan,
  WeekReason,
  WeekSituation,
  WeekVisit,
} from "./week.js";

/**
 * Plans a week's visits: who is due is visited by whoever is in charge (the first of `managedBy`), in working time, with the ways, within the person's hours; and for everyone left
 * out it says why. The most urgent come first: overdue, then due, the earliest date first, ties by id.
 *
 * Each visit takes the first day with room for the way there, the visit without a break in it, and the way home. Then hours are spent in the same order until one doesn't
 * fit: nobody behind it slips in. So **more hours never drop a visit that was planned before**, nor move it, whoever else gets them. A longer working day, a worked Saturday or leave that is given up
 * can let a more urgent visit in and a less urgent one out: pass the earlier plan's visits as `planned`, and they keep their hours: with `planned` **more hours, working time, clients or people never drop a visit that was planned before**.
 * Whoever is let in ahead of it may make the way to it another one.
 * Those whose hour doesn't fit any more, or who are another's clients now, are placed like everybody else; whoever isn't due any more isn't visited: `notKept` says whom to tell. With `planned` hours are spent on them first, in order of time.
 * The others take what room there is ahead of one that keeps its hour, so that an hour that was called off is used again, and else come behind all others of the day.
 * Ways aren't optimised: apart from that a day's visits follow each other by urgency (for a tour of many clients see `planSweepRoute`).
 *
 * A visit takes its minutes as they pass, whatever the clock does that night. Where the calendar's `covers` doesn't reach over the week the plan isn't `certain`: a holiday may still drop visits.
 *
 * What can't be read is an issue and left out; someone whose hours can't be read has none. Faulty options throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { defineCalendar, planWeek, visitCadence } from "keyaccount";
 *
 * const hours = [{ from: "09:00", to: "12:00" }, { from: "13:30", to: "18:00" }];
 * const calendar = defineCalendar({ id: "plain", zone: "+08:00", week: { monday: hours, tuesday: hours } });
 * const due = visitCadence([{ id: "north", level: "A", lastVisit: "2026-10-12" }, { id: "south", level: "B", lastVisit: "never" }], { asOf: "2026-11-20" }).clients;
 * const clients = [{ id: "north", managedBy: ["wang"] }, { id: "south", managedBy: ["wang"] }];
 * const people = [{ id: "wang", hours: 2 }];
 * const plan = planWeek({ due, clients, people }, { week: "2026-11-23", calendar, travel: { otherwise: 30 } });
 * plan.visits.map(({ clientId, startsAt }) => [clientId, startsAt]); // => [["north", "2026-11-23T01:30:00Z"]]
 * plan.leftOut; // => [{ clientId: "south", personId: "wang", reason: { code: "over-capacity", needed: 90, left: 0 } }]
 * ```
 */
export function planWeek(situation: WeekSituation, options: WeekOptions): WeekPlan {
  const settings = readWeekOptions(options);
  const read = readSituation(situation);
  const due = [...read.due].sort(byUrgency);
  const sorted = due.map((one) => sortOut(one, read, settings));
  const byPerson = groupBy(
    sorted.flatMap((one) => ("person" in one ? one : [])),
    ({ person }) => person.id,
  );
  const weeks = [...read.people.values()].map((person) => weekOf(person, byPerson.get(person.id) ?? [], settings));
  const reasons = new Map(weeks.flatMap(({ leftOut }) => leftOut));
  const visits = weeks.flatMap((week) => week.visits);
  return {
    v: 1,
    from: textOf(settings.firstDay),
    to: textOf(settings.firstDay + WEEK_DAYS - 1),
    certain: isCertain(settings),
    visits,
    leftOut: sorted.flatMap((one) => leftOutOf(one, reasons)),
    notKept: notKept([...read.planned.values()], visits),
    people: weeks.map(({ load }) => load),
    issues: read.reader.issues,
  };
}

/** What was planned and doesn't stand any more. */
function notKept(planned: readonly ReadPlanned[], visits: readonly WeekVisit[]): PlannedVisitTime[] {
  const standing = new Map(visits.map((one) => [one.clientId, one]));
  return planned
    .filter(({ id, visitor, start }) => {
      const now = standing.get(id);
      return now?.personId !== visitor || minuteOf(now.startsAt) !== start;
    })
    .sort((one, other) => one.start - other.start || (one.id < other.id ? -1 : 1))
    .map(({ id, visitor, startsAt }) => ({ clientId: id, personId: visitor, startsAt }));
}

/** Whether the calendar knows its holidays on all days of the week. */
function isCertain({ calendar: { covers }, firstDay }: WeekSettings): boolean {
  return covers === null || (firstDay >= covers.from && firstDay + WEEK_DAYS - 1 <= covers.to);
}

/** The overdue, then the due with the never seen first, the earliest first; ties by id. */
function byUrgency(one: ReadDue, other: ReadDue): number {
  const states = CADENCE_STATES.indexOf(one.state) - CADENCE_STATES.indexOf(other.state);
  if (states !== 0) return states;
  const [a, b] = [one.dueOn ?? "", other.dueOn ?? ""];
  if (a !== b) return a < b ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

/** A client to visit and by whom, or why not. */
type Sorted = Assigned | { readonly due: ReadDue; readonly visitor: string | null; readonly reason: WeekReason };

function sortOut(
  due: ReadDue,
  { clients, people, planned }: ReadSituation,
  { firstDay, calendar, minutes }: WeekSettings,
): Sorted {
  const client = clients.get(due.id);
  const visitor = client?.visitor ?? null;
  const leave = (reason: WeekReason): Sorted => ({ due, visitor, reason });
  if (due.way === "by-phone") return leave({ code: "by-phone" });
  if (due.state === "unknown" || (due.state === "not-due" && due.dueOn === null))
    return leave({ code: "cadence-unknown" });
  if (due.dueOn !== null && dayIn(calendar, due.dueOn) >= firstDay + WEEK_DAYS)
    return leave({ code: "not-due", dueOn: due.dueOn });
  if (client === undefined || visitor === null) return leave({ code: "no-visitor" });
  const person = people.get(visitor);
  if (person === undefined) return leave({ code: "visitor-absent", person: visitor });
  const before = planned.get(due.id);
  const wanted = {
    clientId: due.id,
    place: client.place,
    minutes: client.minutes ?? minutes,
    planned: before?.visitor === person.id ? before.start : null,
  };
  return { due, person, wanted };
}

function leftOutOf(one: Sorted, reasons: ReadonlyMap<string, WeekReason>): WeekLeftOut[] {
  const clientId = one.due.id;
  if ("reason" in one) return [{ clientId, personId: one.visitor, reason: one.reason }];
  const reason = reasons.get(clientId);
  return reason === undefined ? [] : [{ clientId, personId: one.person.id, reason }];
}
