import { instantText } from "../../ground/calendar/clock.js";
import { dayText, type Instant, type PlainDate } from "../../ground/dates.js";
import type { ReadDue, ReadPerson, WeekSettings } from "./read-week.js";
import { type Placed, tourOf, type Wanted } from "./tour.js";
import type { WeekLoad, WeekReason, WeekVisit } from "./week.js";

/** A client to visit and by whom. */
export interface Assigned {
  readonly due: ReadDue;
  readonly person: ReadPerson;
  readonly wanted: Wanted;
}

/** What a person does in a week, and whom it leaves out. */
interface Week {
  readonly visits: readonly WeekVisit[];
  readonly leftOut: readonly (readonly [string, WeekReason])[];
  readonly load: WeekLoad;
}

/** A person's week: the tour, as far as the hours reach. */
export function weekOf(person: ReadPerson, sorted: readonly Assigned[], settings: WeekSettings): Week {
  const tour = tourOf(
    person,
    sorted.map(({ wanted }) => wanted),
    settings,
  );
  const { placed, failed } = tour;
  const end = endOfHours(placed, person.capacity);
  const kept = placed.slice(0, end);
  const used = kept.at(-1)?.usedSoFar ?? 0;
  const dues = new Map(sorted.map(({ due }) => [due.id, due]));
  const order = new Map(tour.order.map((id, index) => [id, index]));
  const wayTo = ({ wanted, day }: Placed, last: Placed | undefined): Way => ({
    personId: person.id,
    travelMinutes: settings.way(last?.day === day ? last.wanted.place : person.base, wanted.place) as number,
  });
  return {
    visits: [...kept]
      .sort((one, other) => one.start - other.start)
      .map((one, index, all) => visitOf(one, wayTo(one, all[index - 1]), dues.get(one.wanted.clientId) as ReadDue)),
    leftOut: [...failedOnes(failed, order, placed[end]), ...cutOff(placed, end, order, person.capacity - used, used)],
    load: { personId: person.id, capacityMinutes: person.capacity, usedMinutes: used, visits: kept.length },
  };
}

/**
 * How many of those who were placed the hours reach for: as many as fit together. Where the way home from the next is shorter than the way home before it, two may fit where the first of
 * them alone doesn't: then both do, in whatever order they are asked for.
 */
function endOfHours(placed: readonly Placed[], capacity: number): number {
  return placed.reduce((end, { usedSoFar }, index) => (usedSoFar <= capacity ? index + 1 : end), 0);
}

/** The place of each client in the order in which they were tried. */
type Order = ReadonlyMap<string, number>;

/** Those that no day has room for, up to the first whose hours don't reach. */
function failedOnes(
  failed: ReadonlyMap<string, "no-room" | "travel-unknown">,
  order: Order,
  first: Placed | undefined,
): (readonly [string, WeekReason])[] {
  const end = first === undefined ? order.size : Number(order.get(first.wanted.clientId));
  return [...failed].flatMap(([id, code]) => (Number(order.get(id)) < end ? [[id, { code }] as const] : []));
}

/** The first whose hours don't reach, and all behind it. */
function cutOff(
  placed: readonly Placed[],
  end: number,
  order: Order,
  left: number,
  used: number,
): (readonly [string, WeekReason])[] {
  const first = placed[end];
  if (first === undefined) return [];
  const { clientId } = first.wanted;
  const behind = [...order.keys()].slice(Number(order.get(clientId)) + 1);
  return [
    [clientId, { code: "over-capacity", needed: first.usedSoFar - used, left }],
    ...behind.map((id) => [id, { code: "behind", before: clientId }] as const),
  ];
}

/** Who goes there, and how long the way is from the visit before or from the base. */
type Way = Pick<WeekVisit, "personId" | "travelMinutes">;

function visitOf(one: Placed, { personId, travelMinutes }: Way, due: ReadDue): WeekVisit {
  const { clientId, place, minutes } = one.wanted;
  return {
    clientId,
    personId,
    day: textOf(one.day),
    startsAt: instantText(one.start) as Instant,
    endsAt: instantText(one.start + minutes) as Instant,
    place,
    travelMinutes,
    minutes,
    state: due.state,
    dueOn: due.dueOn,
  };
}

/** Days of the week can be written: the options see to it. */
export function textOf(day: number): PlainDate {
  return dayText(day) as PlainDate;
}
