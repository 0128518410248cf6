import type { WorkingCalendar } from "../../ground/calendar/calendar.js";
import type { Resolved } from "../../ground/calendar/resolved.js";
import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import { demand, readOptions } from "../../ground/reader.js";
import type { Visit } from "../../models/record/visit.js";
import { byTimeOn, calendarOf } from "../calendar-days.js";
import { demandId, distinctById, flagOf, rootFields, timeOf } from "../fields.js";
import { groupBy } from "../group.js";
import { type ReadVisit, readVisits } from "../record/read-visits.js";
import { readRowList } from "../rows.js";

/** How to look at visits. */
export interface SeenOptions {
  /** Visits after it aren't known yet. */
  readonly asOf: PlainDate | Instant;
  /** Whether the list holds every contact there ever was: then a client without one was never seen, otherwise that is unknown. */
  readonly complete: boolean;
  /** Whose clock tells the day of a moment, where days and moments are mixed; without one a moment counts by its day in UTC. */
  readonly calendar?: WorkingCalendar | undefined;
}

/** When a client was seen. */
export interface ClientSeen {
  readonly lastVisit: PlainDate | Instant | "never" | null;
  readonly lastContact: PlainDate | Instant | "never" | null;
  /** Contacts so far; `null` unless the list is complete. */
  readonly contacts: number | null;
}

/** Clients with when they were seen. Plain JSON. */
export interface ClientsSeen<C> {
  /** The version of this shape. */
  readonly v: 1;
  /** In the order in which they came, each id once. */
  readonly clients: readonly (Omit<C, keyof ClientSeen> & ClientSeen)[];
  readonly issues: {
    readonly clients: readonly PortfolioIssue[];
    readonly visits: readonly PortfolioIssue[];
  };
}

/**
 * Clients with when each was last visited and contacted, from the records of visits, ready for `visitCadence`. Every other field of a client is copied as it is.
 *
 * The last is the one of the latest day, then the latest moment; give the `calendar` that `visitCadence` gets. Only the way `"visit"` is a visit; every record is a contact. Rows without a readable id, and visits that can't be read or lie after `asOf`, are left out and listed.
 * Faulty options throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { clientsSeen, visitCadence } from "keyaccount";
 *
 * const visit = { v: 1, id: "v-1", clientId: "north", startedAt: "2026-10-12", way: "visit" } as const;
 * const seen = clientsSeen([{ id: "north", level: "A" }, { id: "south", level: "B" }], [visit], { asOf: "2026-11-23", complete: true });
 * seen.clients.map(({ id, lastVisit, contacts }) => [id, lastVisit, contacts]); // => [["north", "2026-10-12", 1], ["south", "never", 0]]
 * visitCadence(seen.clients, { asOf: "2026-11-23" }).counts.overdue; // => 1
 * ```
 */
export function clientsSeen<const C extends { readonly id: string }>(
  clients: readonly C[],
  visits: readonly Visit[],
  options: SeenOptions,
): ClientsSeen<C> {
  const { complete, ...question } = readSeenOptions(options);
  const [rows, records] = [readRowList(clients, "clients"), readRowList(visits, "visits")];
  const byClient = groupBy(readVisits(records.records, { ...question, names: null }), ({ clientId }) => clientId);
  const byDay = byTimeOn(question.calendar);
  const seen = distinctById(rows.records, (fields) => {
    const id = demandId(fields, "id");
    return id === null ? null : { ...fields.record, id, ...seenIn(byClient.get(id) ?? [], complete, byDay) };
  });
  return {
    v: 1,
    clients: seen as unknown as ClientsSeen<C>["clients"],
    issues: { clients: rows.issues(), visits: records.issues() },
  };
}

type Order = (one: string, other: string) => number;

function seenIn(visits: readonly ReadVisit[], complete: boolean, byDay: Order): ClientSeen {
  const none = complete ? "never" : null;
  const last = (all: readonly ReadVisit[]): string | null =>
    all
      .map(({ startedAt }) => startedAt)
      .sort(byDay)
      .at(-1) ?? none;
  return {
    lastVisit: last(visits.filter(({ way }) => way === "visit")),
    lastContact: last(visits),
    contacts: complete ? visits.length : null,
  };
}

interface ReadOptions {
  readonly asOf: string;
  readonly complete: boolean;
  readonly calendar: Resolved | null;
}

function readSeenOptions(options: SeenOptions): ReadOptions {
  return readOptions(options, ["asOf", "complete", "calendar"], (reader) => {
    const root = rootFields(reader);
    return {
      asOf: demand(reader, timeOf(root, "asOf"), ["asOf"]) as string,
      complete: demand(reader, flagOf(root, "complete"), ["complete"]) as boolean,
      calendar: calendarOf(root),
    };
  });
}
