// Whom to see in the week after the sweep, and why not the others (E4.7, E4.8).
import { CADENCE_TABLE, clientsSeen, planWeek, visitCadence, type WeekPlan } from "keyaccount";
import { calendar, DAYS, evening, NEXT_WEEK } from "./calendar.js";
import { DEALERS } from "./dealers.js";
import type { Sweep } from "./week.js";

/** While we court them: A every week, B every ten days, C by phone every month. Who was left out of the sweep comes at once.
 * A grade that isn't settled counts as it stands. */
const TABLE = {
  unseen: { ...CADENCE_TABLE.A, perYear: 52 },
  A: { ...CADENCE_TABLE.A, perYear: 52 },
  B: { ...CADENCE_TABLE.B, perYear: 36 },
  C: { ...CADENCE_TABLE.C, perYear: 12 },
  D: CADENCE_TABLE.D,
};
/** From Friday evening to the end of the week after. */
const AHEAD = 9;

const TRAVEL = {
  legs: [
    { a: "office", b: "old-town", minutes: 10 },
    { a: "office", b: "north", minutes: 20 },
    { a: "office", b: "south", minutes: 20 },
    { a: "old-town", b: "north", minutes: 15 },
    { a: "old-town", b: "south", minutes: 15 },
  ],
  otherwise: 30,
};
const PEOPLE = [
  { id: "chen", hours: 10, base: "office" },
  { id: "wu", hours: 6, base: "office" },
];
const OF_CHEN = ["north", "old-town", "west"];

/** The plan of the week after. */
export function nextWeek({ visits, evenings }: Sweep): WeekPlan {
  const asOf = evening(DAYS[4]);
  const last = evenings.at(-1)?.dealers ?? [];
  const rows = last.map(({ id, evaluation }) => ({ id, class: evaluation.grade ?? ("unseen" as const) }));
  const seen = clientsSeen(rows, visits, { asOf, complete: true });
  const due = visitCadence(seen.clients, { asOf, table: TABLE, calendar, aheadDays: AHEAD }).clients;
  const clients = DEALERS.map(({ id, district }) => ({
    id,
    place: district,
    managedBy: [OF_CHEN.includes(district) ? "chen" : "wu"],
  }));
  return planWeek({ due, clients, people: PEOPLE }, { week: NEXT_WEEK, calendar, travel: TRAVEL, visitMinutes: 45 });
}
