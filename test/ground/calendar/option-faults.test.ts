import {
  breakDownGoal,
  checkAppointment,
  clientsSeen,
  defineCalendar,
  followUps,
  formatVisitPlan,
  isKeyAccountError,
  milestoneTimes,
  pipeline,
  planWeek,
  replay,
  reviewVisit,
  sweepCoverage,
  visitCadence,
} from "keyaccount";
import { keyAccountProcess } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { expect, test } from "vitest";

const asOf = "2026-11-20";
const calendar = { id: "own", zone: "+15:00", week: { monday: [{ from: "9", to: "10:00" }] } } as never;
const state = replay(keyAccountProcess, []);

/** The codes and paths of what is thrown. */
function faultsOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (isKeyAccountError(error)) return error.issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
    throw error;
  }
  return [];
}

const OWN = ["not-a-time at calendar.week.monday.0.from", "not-an-offset at calendar.zone"];

test.each<[string, () => unknown]>([
  ["visitCadence", () => visitCadence([], { asOf, calendar })],
  ["clientsSeen", () => clientsSeen([], [], { asOf, complete: true, calendar })],
  ["followUps", () => followUps([], { asOf, calendar })],
  ["checkAppointment", () => checkAppointment({ way: "letter" }, { asOf, calendar })],
  ["planWeek", () => planWeek({ due: [], clients: [], people: [] }, { week: asOf, travel: {}, calendar })],
  ["reviewVisit", () => reviewVisit(null, {} as never, { asOf, calendar })],
  ["sweepCoverage", () => sweepCoverage([], [], { calendar })],
  ["formatVisitPlan", () => formatVisitPlan({} as never, en, { calendar })],
  ["milestoneTimes", () => milestoneTimes(keyAccountProcess, state, { asOf, calendar })],
  ["pipeline", () => pipeline([], { process: keyAccountProcess, asOf, calendar })],
  ["breakDownGoal", () => breakDownGoal({ amount: 1, from: asOf, to: asOf }, { by: "day", calendar })],
])("%s: the faults of a calendar among options are all told, below calendar", (_name, run) => {
  expect(faultsOf(run)).toEqual(OWN);
});

test("they stand beside the faults of the other options", () => {
  expect(faultsOf(() => planWeek({} as never, { calendar } as never))).toEqual([
    "required at week",
    "required at travel",
    ...OWN,
  ]);
  expect(faultsOf(() => checkAppointment({} as never, { calendar, contact: "friend" } as never))).toEqual([
    ...OWN,
    "required at asOf",
    "unknown-value at contact",
  ]);
  const faulty = { asOf: "soon", calendar } as never;
  for (const run of [
    () => pipeline([], { ...(faulty as object), process: keyAccountProcess } as never),
    () => milestoneTimes(keyAccountProcess, state, faulty),
  ])
    expect(faultsOf(run)).toEqual([...OWN, "not-a-date at asOf"]);
});

test("defineCalendar's own faults begin at the calendar itself, and nothing at all is a calendar that is missing", () => {
  expect(faultsOf(() => defineCalendar(calendar))).toEqual(OWN.map((fault) => fault.replace("calendar.", "")));
  expect(faultsOf(() => defineCalendar(undefined as never))).toEqual(["required at "]);
  expect(faultsOf(() => milestoneTimes(keyAccountProcess, state, { asOf } as never))).toEqual(["required at calendar"]);
});
