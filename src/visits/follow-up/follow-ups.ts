import type { Resolved } from "../../ground/calendar/resolved.js";
import { dayText, type PlainDate } from "../../ground/dates.js";
import { demand, readOptions } from "../../ground/reader.js";
import { CONTACT_WAYS } from "../../ground/vocabulary.js";
import type { Visit } from "../../models/record/visit.js";
import { calendarOf, dayIn, workingDayAfter, workingDayUpTo } from "../calendar-days.js";
import { integerOf, openCodesOf, rootFields, timeOf } from "../fields.js";
import { isAfterOn } from "../known-by.js";
import { type ReadVisit, readVisits } from "../record/read-visits.js";
import { readRowList } from "../rows.js";
import {
  FOLLOW_UP_DAYS,
  FOLLOW_UP_STATES,
  type FollowUpNote,
  type FollowUpOptions,
  type FollowUpPlace,
  type FollowUpState,
  type FollowUps,
} from "./follow-up.js";
import { isCounted, nextContacts } from "./next-contacts.js";

const MOST_DAYS = 60;
const LAST_DAY: PlainDate = "9999-12-31";

/**
 * Says which visits still wait for the call or visit that asks for the client's opinion within one week (D4.6), and where that rule was broken.
 *
 * The week ends on the seventh day after the visit, holidays or not: across holidays the follow-up is due on the last working day before that, and where the whole week is
 * off, the first working day after it is the last one in time. Only a call or a visit counts: as the record of the visit says (`followUp`), or the next one to the client that is on
 * record, whichever is earlier; what comes after `asOf` isn't known yet.
 *
 * Visits that can't be read, and those after `asOf`, are left out and listed. Faulty options throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { followUps } from "keyaccount";
 *
 * const visit = { v: 1, clientId: "c-7", way: "visit" } as const;
 * const { breaches } = followUps(
 *   [
 *     { ...visit, id: "v-1", startedAt: "2026-11-02", followUp: { doneAt: "2026-11-06", way: "phone", opinion: "content" } },
 *     { ...visit, id: "v-2", startedAt: "2026-11-09" },
 *   ],
 *   { asOf: "2026-11-21" },
 * );
 * breaches.map(({ visitId, latestOn, daysLate }) => [visitId, latestOn, daysLate]); // => [["v-2", "2026-11-16", 5]]
 * ```
 */
export function followUps(visits: readonly Visit[], options: FollowUpOptions): FollowUps {
  const rule = readRule(options);
  const rows = readRowList(visits, "visits");
  const read = readVisits(rows.records, { asOf: rule.asOf, calendar: rule.calendar, names: null });
  const nextOf = nextContacts(read, rule.calendar);
  const places = read
    .filter(({ way }) => rule.ways.includes(way))
    .map((visit) => placeOf(visit, nextOf.get(visit), rule))
    .sort(byUrgency);
  const count = (state: FollowUpState): number => places.filter((one) => one.state === state).length;
  return {
    v: 1,
    asOf: rule.asOf,
    counts: { overdue: count("overdue"), due: count("due"), late: count("late"), done: count("done") },
    followUps: places,
    breaches: places.filter(({ daysLate }) => daysLate !== null).map((one) => ({ ...one, notes: [...one.notes] })),
    issues: rows.issues(),
  };
}

interface Rule {
  readonly asOf: string;
  readonly calendar: Resolved | null;
  readonly within: number;
  readonly ways: readonly string[];
}

function placeOf(visit: ReadVisit, next: ReadVisit | undefined, rule: Rule): FollowUpPlace {
  const visited = dayIn(rule.calendar, visit.endedAt ?? visit.startedAt);
  const { due, latest, notes } = lastDays(visited, rule);
  const done = doneIn(visit, next, rule);
  const late = (done.day ?? dayIn(rule.calendar, rule.asOf)) - latest;
  const states: readonly [FollowUpState, FollowUpState] = done.day === null ? ["overdue", "due"] : ["late", "done"];
  return {
    visitId: visit.id,
    clientId: visit.clientId,
    visitedOn: textOf(visited),
    dueOn: textOf(due),
    latestOn: textOf(latest),
    state: late > 0 ? states[0] : states[1],
    doneOn: done.day === null ? null : textOf(done.day),
    daysLate: late > 0 ? late : null,
    notes: [...done.notes, ...notes],
  };
}

/** When it is due, and the last day in time. */
function lastDays(
  visited: number,
  { calendar, within }: Rule,
): { readonly due: number; readonly latest: number; readonly notes: readonly FollowUpNote[] } {
  const latest = visited + within;
  const due = workingDayUpTo(calendar, latest);
  if (due === latest) return { due, latest, notes: [] };
  if (due > visited) return { due, latest, notes: ["pulled-forward"] };
  const after = workingDayAfter(calendar as Resolved, latest) ?? latest;
  return { due: after, latest: after, notes: ["week-off"] };
}

interface Done {
  readonly day: number | null;
  readonly notes: readonly FollowUpNote[];
}

/** As the record of the visit says, or by the next call or visit on record: the earlier. */
function doneIn(visit: ReadVisit, next: ReadVisit | undefined, { asOf, calendar }: Rule): Done {
  const told = visit.followUp === null || isAfterOn(calendar, visit.followUp.doneAt, asOf) ? null : visit.followUp;
  const noted = notesOnWay(told);
  const own = told === null || noted.length > 0 ? null : dayIn(calendar, told.doneAt);
  const later = next === undefined ? null : dayIn(calendar, next.startedAt);
  const isByNext = later !== null && (own === null || later < own);
  const opinion = own === null ? null : told?.opinion;
  const isSilent = (opinion ?? (isByNext ? next?.clientIdeas : null) ?? null) === null;
  const day = isByNext ? later : own;
  return {
    day,
    notes: [
      ...noted,
      ...(isByNext ? ["later-contact" as const] : []),
      ...(day !== null && isSilent ? ["no-opinion" as const] : []),
    ],
  };
}

function notesOnWay(told: ReadVisit["followUp"]): FollowUpNote[] {
  if (told === null) return [];
  if (told.way === null) return ["way-unknown"];
  return isCounted(told.way) ? [] : ["other-way"];
}

/** Beyond the last day that can be written stands that day. */
function textOf(day: number): PlainDate {
  return dayText(day) ?? LAST_DAY;
}

function byUrgency(one: FollowUpPlace, other: FollowUpPlace): number {
  const states = FOLLOW_UP_STATES.indexOf(one.state) - FOLLOW_UP_STATES.indexOf(other.state);
  if (states !== 0) return states;
  if (one.latestOn !== other.latestOn) return one.latestOn < other.latestOn ? -1 : 1;
  return one.visitId < other.visitId ? -1 : 1;
}

function readRule(options: FollowUpOptions): Rule {
  return readOptions(options, ["asOf", "calendar", "withinDays", "ways"], (reader) => {
    const root = rootFields(reader);
    return {
      asOf: demand(reader, timeOf(root, "asOf"), ["asOf"]) as string,
      calendar: calendarOf(root),
      within: integerOf(root, "withinDays", { least: 1, most: MOST_DAYS }) ?? FOLLOW_UP_DAYS,
      ways: openCodesOf(root, "ways", CONTACT_WAYS) ?? ["visit"],
    };
  });
}
