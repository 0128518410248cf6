import {
  defineProcess,
  isKeyAccountError,
  type Pipeline,
  type PipelineOptions,
  type PipelineRecord,
  pipeline,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { china } from "../../ground/calendar/calendars.js";
import { deepFreeze } from "../../support/deep-freeze.js";
import { dealAfter, type Selling, type Step, selling } from "../time/deals.js";

/** November 2026 begins on a Sunday; the 2nd is a Monday. Ten in the morning in Shanghai. */
const on = (day: number): string => `2026-11-${String(day).padStart(2, "0")}T02:00:00Z`;
const start = (day: number): Step => [on(day), { type: "start" }];
const advance = (day: number): Step => [on(day), { type: "advance" }];
const lose = (day: number, cause: "price" | "no-budget"): Step => [on(day), { type: "lose", cause }];
const effort = (day: number, amount: string, currency = "CNY"): Step => [
  on(day),
  { type: "record-effort", contact: true, minutes: 60, cost: { amount, currency } },
];
const deal = (
  id: string,
  steps: readonly Step[],
  amount?: string | number | null,
  currency?: string,
): PipelineRecord<Selling> => ({
  id,
  state: dealAfter(...steps),
  ...(amount === undefined ? {} : { amount }),
  ...(currency === undefined ? {} : { currency }),
});

const RECORDS: readonly PipelineRecord<Selling>[] = deepFreeze([
  // Open.
  deal("visit-late", [start(2), effort(3, "100.5")], "1000.10", "CNY"),
  deal("visit-new", [start(13)], "2000", "CNY"),
  deal("offer-eur", [start(2), advance(4)], "500", "EUR"),
  deal("offer-paused", [start(2), advance(5), [on(6), { type: "pause", reason: "audit" }]], "0.01", "CNY"),
  deal("offer-unknown", [start(2), advance(6)]),
  // Won, the first with work to follow.
  deal("won-working", [start(2), advance(4), advance(9), effort(10, "30")], "10000", "CNY"),
  deal("won", [start(2), advance(3), advance(6), [on(13), { type: "win" }]], "4000", "CNY"),
  // Lost.
  deal("lost-price", [start(2), advance(6), lose(9, "price"), effort(9, "7", "USD")].slice(0, 3), "300", "CNY"),
  deal("lost-visit", [start(2), effort(2, "20"), lose(4, "no-budget")], "50", "EUR"),
  deal(
    "lost-again",
    [start(2), lose(3, "price"), [on(4), { type: "reopen", reason: "called" }], lose(5, "price")],
    null,
  ),
  deal("new", []),
]);
const options: PipelineOptions<Selling> = { process: selling, calendar: china, asOf: on(16) };
const figures = pipeline(RECORDS, options);
const at = (milestone: string, of: Pipeline<Selling> = figures) =>
  of.milestones.find((one) => one.milestone === milestone);

test("E9 an export imported much later is reported as of the day of the export, ages and all", () => {
  const imported = (id: string, entered: string | null): PipelineRecord<Selling> =>
    deal(id, [
      ["2026-11-20T08:00:00Z", { type: "import", source: "crm.csv", stays: [{ milestone: "visit", entered }] }],
    ]);
  const { issues, open, stuck } = pipeline(
    [
      imported("early", "2026-10-30"),
      imported("late", "2026-11-06"),
      imported("undated", null),
      imported("after", "2026-11-17"),
    ],
    { process: selling, calendar: china, asOf: "2026-11-14" },
  );
  expect(issues.map(({ code, path }) => [code, ...path])).toEqual([
    ["observed-after-as-of", 3, "state", "stays", 0, "entered"],
  ]);
  expect(open.map(({ id, days, overdue, overdueDays }) => [id, days, overdue, overdueDays])).toEqual([
    ["early", 10, true, 5],
    ["late", 5, false, 0],
    ["undated", null, null, null],
  ]);
  expect(stuck).toEqual(["early"]);
});

describe("E9 pipeline", () => {
  test("by hand: how deals stand and have gone", () => {
    expect([figures.asOf, figures.unit, figures.deals]).toEqual(["2026-11-16", "working-days", 11]);
    expect(figures.statuses).toEqual({ new: 1, open: 5, paused: 1, lost: 3, won: 1 });
    expect(figures.outcomes.map(({ outcome, deals, unknownAmounts }) => [outcome, deals, unknownAmounts])).toEqual([
      ["won", 2, 0],
      ["lost", 3, 1],
      ["open", 5, 1],
    ]);
    // 2 ÷ 5
    expect(figures.winRate).toBe(0.4);
    expect(figures.outcomes[0]?.amounts).toEqual([{ currency: "CNY", deals: 2, amount: "14000" }]);
    expect(figures.outcomes[1]?.amounts).toEqual([
      { currency: "CNY", deals: 1, amount: "300" },
      { currency: "EUR", deals: 1, amount: "50" },
    ]);
  });

  test("conversion: of those that passed or were lost there, by each deal's last stay", () => {
    expect(at("visit")).toMatchObject({
      entered: 10,
      passed: 6,
      lost: 2,
      back: 0,
      here: 2,
      conversion: 0.75,
      overridden: 0,
      notProven: 0,
    });
    expect(at("offer")).toMatchObject({ entered: 6, passed: 2, lost: 1, here: 3, conversion: 0.6667 });
    expect(at("delivery")).toMatchObject({ entered: 2, passed: 1, lost: 0, here: 1, conversion: 1 });
  });

  test("velocity: working days of the stays that were passed", () => {
    // visit: 4th, 5th, 6th, 4th, 3rd, 6th after the 2nd.
    expect(at("visit")?.velocity).toEqual({
      count: 6,
      unknown: 0,
      least: 1,
      median: 2.5,
      p90: 4,
      most: 4,
      mean: 2.6667,
    });
    // offer: from the 4th to the 9th is three, from the 3rd to the 6th too.
    expect(at("offer")?.velocity).toMatchObject({ count: 2, least: 3, median: 3, most: 3 });
    expect(figures.outcomes.map(({ cycle }) => [cycle.count, cycle.median])).toEqual([
      [2, 4.5],
      [3, 3],
      [0, null],
    ]);
  });

  test("E9.3 the forecast is exact, by currency, and leaves out what is won", () => {
    expect(figures.forecast).toEqual([
      { currency: "CNY", deals: 3, amount: "3000.11", weighted: "300.0145", unweighted: "0" },
      { currency: "EUR", deals: 1, amount: "500", weighted: "225", unweighted: "0" },
    ]);
    expect(at("visit")?.forecast).toEqual([
      { currency: "CNY", deals: 2, amount: "3000.1", weighted: "300.01", unweighted: "0" },
    ]);
    expect(at("delivery")?.forecast).toEqual([]);
    expect(figures.milestones.map(({ likelihood }) => likelihood)).toEqual([0.1, 0.45, 1]);
  });

  test("ageing: the oldest first, who is late is stuck", () => {
    expect(figures.open.map(({ id, days, due, overdueDays }) => [id, days, due, overdueDays])).toEqual([
      ["visit-late", 10, "2026-11-09", 5],
      ["offer-eur", 8, "2026-11-18", 0],
      ["offer-unknown", 6, "2026-11-20", 0],
      ["won-working", 5, null, 0],
      ["offer-paused", 1, "2026-11-27", 0],
      ["visit-new", 1, "2026-11-20", 0],
    ]);
    expect(figures.stuck).toEqual(["visit-late"]);
    expect([at("visit")?.overdue, at("offer")?.overdue]).toEqual([1, 0]);
    expect(figures.open[0]).toEqual({
      id: "visit-late",
      status: "open",
      milestone: "visit",
      won: false,
      since: on(2),
      days: 10,
      due: "2026-11-09",
      overdue: true,
      overdueDays: 5,
      amount: "1000.1",
      currency: "CNY",
      likelihood: 0.1,
      weighted: "100.01",
      contacts: { made: 1, expected: null, left: null },
    });
    expect(figures.open[3]).toMatchObject({ id: "won-working", won: true, amount: "10000", weighted: null });
    expect(figures.open[4]).toMatchObject({ status: "paused" });
    expect(figures.open[2]).toMatchObject({ amount: null, currency: null, weighted: null, likelihood: 0.45 });
  });

  test("bands of age hold their lower end, with their amounts", () => {
    expect(figures.ageing.map(({ from, below, deals }) => [from, below, deals])).toEqual([
      [0, 10, 5],
      [10, 30, 1],
      [30, 60, 0],
      [60, 90, 0],
      [90, null, 0],
    ]);
    expect(figures.ageing[1]?.amounts).toEqual([{ currency: "CNY", deals: 1, amount: "1000.1" }]);
    const cut = pipeline(RECORDS, { ...options, ages: [1, 5] }).ageing;
    expect(cut.map(({ from, below, deals }) => [from, below, deals])).toEqual([
      [0, 1, 0],
      [1, 5, 2],
      [5, null, 4],
    ]);
    expect(pipeline(RECORDS, { ...options, ages: [] }).ageing.map(({ deals }) => deals)).toEqual([6]);
  });

  test("E7.3 what was spent stands beside the milestone's likelihood, and by outcome, never in two currencies at once", () => {
    expect(at("visit")?.effort).toEqual({ contacts: 2, minutes: 120, costs: [{ currency: "CNY", amount: "120.5" }] });
    expect(at("delivery")?.effort).toEqual({ contacts: 1, minutes: 60, costs: [{ currency: "CNY", amount: "30" }] });
    expect(at("offer")?.effort).toEqual({ contacts: 0, minutes: 0, costs: [] });
    expect(figures.outcomes.map(({ effort: { contacts, costs } }) => [contacts, costs[0]?.amount])).toEqual([
      [1, "30"],
      [1, "20"],
      [1, "100.5"],
    ]);
    const two = [
      deal("a", [start(2), effort(2, "1"), effort(2, "2", "EUR"), effort(3, "0.5", "EUR")]),
      deal("b", [start(2), effort(2, "4", "EUR")]),
    ];
    expect(pipeline(two, options).milestones[0]?.effort.costs).toEqual([
      { currency: "CNY", amount: "1" },
      { currency: "EUR", amount: "6.5" },
    ]);
  });

  test("D5.2 why deals were lost, in the order of the process; a deal that is open again isn't lost", () => {
    expect(figures.losses).toEqual([
      { cause: "price", deals: 2, share: 0.6667, amounts: [{ currency: "CNY", deals: 1, amount: "300" }] },
      { cause: "no-budget", deals: 1, share: 0.3333, amounts: [{ currency: "EUR", deals: 1, amount: "50" }] },
    ]);
    const again = [deal("a", [start(2), lose(3, "price"), [on(4), { type: "reopen", reason: "called" }]])];
    expect(pipeline(again, options)).toMatchObject({ losses: [], winRate: null, statuses: { lost: 0, open: 1 } });
  });

  test("a deal that was won may still be lost, and going back is neither", () => {
    const lostLater = deal("a", [start(2), advance(3), advance(4), lose(6, "price")]);
    const back = deal("b", [start(2), advance(3), [on(4), { type: "go-back", to: "visit", reason: "new needs" }]]);
    const { outcomes, milestones } = pipeline([lostLater, back], options);
    expect(outcomes.map(({ deals }) => deals)).toEqual([0, 1, 1]);
    expect(milestones[1]).toMatchObject({ entered: 2, passed: 1, back: 1, conversion: 1 });
    expect(milestones[0]).toMatchObject({ entered: 2, passed: 1, here: 1 });
    expect(milestones[2]).toMatchObject({ lost: 1, conversion: 0 });
  });

  test("of nothing there are no figures, not zeros", () => {
    const none = pipeline([], options);
    expect(none).toMatchObject({
      deals: 0,
      winRate: null,
      forecast: [],
      losses: [],
      open: [],
      stuck: [],
      certain: true,
    });
    expect(none.milestones[0]).toMatchObject({
      entered: 0,
      conversion: null,
      velocity: { count: 0, median: null, p90: null, mean: null },
    });
    expect(none.ageing.map(({ deals }) => deals)).toEqual([0, 0, 0, 0, 0]);
  });

  test("outside of the calendar's holidays nothing is certain", () => {
    expect(figures.certain).toBe(true);
    expect(pipeline(RECORDS, { ...options, asOf: "2027-01-04" }).certain).toBe(false);
  });

  test("without a calendar all days count, and nobody knows what is due", () => {
    const { unit, open, stuck, milestones } = pipeline(RECORDS, { process: selling, asOf: on(16) });
    expect(unit).toBe("days");
    expect(open.map(({ id, days, due, overdue, overdueDays }) => [id, days, due, overdue, overdueDays])).toEqual([
      ["visit-late", 14, null, null, null],
      ["offer-eur", 12, null, null, null],
      ["offer-unknown", 10, null, null, null],
      ["won-working", 7, null, false, 0],
      ["visit-new", 3, null, null, null],
      ["offer-paused", 1, null, null, null],
    ]);
    expect([stuck, milestones[0]?.overdue]).toEqual([[], 0]);
  });

  test("a likelihood that nobody knows leaves the forecast open by the amount", () => {
    const process = defineProcess({
      id: "plain",
      version: "1",
      milestones: { talk: { next: ["order"] }, order: { end: true, likelihood: "0.5" } },
    });
    const state = {
      ...dealAfter(),
      process: { id: "plain", version: "1", hash: "" },
      status: "open",
      milestone: "talk",
    };
    const stays = [{ milestone: "talk", entered: on(2), left: null, entry: "started", exit: null }];
    const records = [{ id: "a", state: { ...state, stays }, amount: "12.5", currency: "CNY" }];
    const { forecast, open } = pipeline(records as never, { process, asOf: on(3) });
    expect(forecast).toEqual([{ currency: "CNY", deals: 1, amount: "12.5", weighted: "0", unweighted: "12.5" }]);
    expect(open[0]).toMatchObject({ likelihood: null, weighted: null, amount: "12.5" });
  });
});

describe("E9 pipeline of imported histories", () => {
  const imported = (id: string, stays: readonly object[], closed: object | null = null): PipelineRecord<Selling> => ({
    id,
    state: dealAfter([on(13), { type: "import", stays: stays as never, closed: closed as never, source: "old.csv" }]),
  });

  test("gates aren't proven, unknown dates are counted as unknown", () => {
    const { milestones, open, unknownAges, outcomes, losses } = pipeline(
      [
        imported("a", [{ milestone: "visit", entered: null, left: null }]),
        imported("b", [
          { milestone: "visit", entered: null, left: "2026-11-03" },
          { milestone: "offer", entered: "2026-11-03", left: null },
        ]),
        imported(
          "c",
          [
            { milestone: "visit", entered: "2026-11-02", left: "2026-11-05" },
            { milestone: "offer", entered: "2026-11-05", left: "2026-11-06" },
          ],
          { as: "lost", at: "2026-11-06" },
        ),
        imported("d", [{ milestone: "visit", entered: "2026-11-02", left: null }], { as: "lost", at: null }),
      ],
      options,
    );
    expect(milestones[0]).toMatchObject({
      entered: 4,
      passed: 2,
      notProven: 2,
      lost: 1,
      here: 1,
      velocity: { count: 1, unknown: 1, median: 3 },
    });
    expect(open.map(({ id, since, days, overdue }) => [id, since, days, overdue])).toEqual([
      ["b", "2026-11-03", 9, false],
      ["a", null, null, null],
    ]);
    expect(unknownAges).toBe(1);
    expect(outcomes[1]?.cycle).toMatchObject({ count: 1, unknown: 1, median: 4 });
    expect(losses).toEqual([{ cause: null, deals: 2, share: 1, amounts: [] }]);
  });

  test("a deal that is won, nobody knows by which gate, is won when it was closed", () => {
    const won = dealAfter(start(2), advance(3), advance(6), [on(13), { type: "win" }]);
    const { outcomes } = pipeline([{ id: "a", state: { ...won, won: null } }], options);
    expect(outcomes[0]).toMatchObject({ outcome: "won", deals: 1, cycle: { count: 1, median: 9 } });
  });

  test("a cause that the process no longer names comes after those that it does", () => {
    const lost = dealAfter(start(2), lose(3, "price"));
    const other = (id: string, cause: string) => ({
      id,
      state: { ...lost, closings: [{ ...lost.closings[0], cause }] },
    });
    const records = [other("a", "weather"), other("b", "no-budget"), other("c", "fate"), other("d", "price")];
    expect(pipeline(records as never, options).losses.map(({ cause }) => cause)).toEqual([
      "price",
      "no-budget",
      "fate",
      "weather",
    ]);
  });
});

describe("E9 pipeline: faulty records are listed and in no figure", () => {
  const good = RECORDS[0];
  const codes = (...records: unknown[]): string[] => {
    const result = pipeline(records as never, options);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    return result.issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
  };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();

  test.each<[string, unknown, string[]]>([
    ["no record", null, ["wrong-type at 0"]],
    ["a text", "x", ["wrong-type at 0"]],
    ["a list", [], ["wrong-type at 0"]],
    ["no id", { ...good, id: undefined }, ["required at 0.id"]],
    ["a blank id", { ...good, id: " " }, ["required at 0.id"]],
    ["an id that is a number", { ...good, id: 5 }, ["wrong-type at 0.id"]],
    ["no state", { ...good, state: undefined }, ["required at 0.state"]],
    ["a faulty state", { ...good, state: { ...good?.state, status: "x" } }, ["unknown-value at 0.state.status"]],
    ["a faulty amount", { ...good, amount: "1,5" }, ["not-a-decimal at 0.amount"]],
    ["an amount below zero", { ...good, amount: -1 }, ["out-of-range at 0.amount"]],
    ["an amount without currency", { id: "a", state: good?.state, amount: 1 }, ["required at 0.currency"]],
    ["a blank currency", { ...good, currency: "" }, ["required at 0.currency"]],
    ["after", { ...good, state: { ...good?.state, at: on(20) } }, ["observed-after-as-of at 0.state.at"]],
    [
      "all at once",
      { amount: "x", state: null },
      ["required at 0.id", "not-a-decimal at 0.amount", "wrong-type at 0.state"],
    ],
    ["revoked", revoked.proxy, ["unreadable at 0"]],
  ])("%s", (_, record, expected) => {
    expect(codes(record)).toEqual(expected);
    expect(pipeline([record, RECORDS[1]] as never, options).deals).toBe(1);
  });

  test("the same id again", () => {
    expect(codes(good, RECORDS[1], good)).toEqual(["duplicate-id at 2.id"]);
  });

  test("currencies may come from the option, and are then no fault", () => {
    const { forecast } = pipeline([{ id: "a", state: good?.state, amount: 10 }] as never, {
      ...options,
      currency: "USD",
    });
    expect(forecast).toMatchObject([{ currency: "USD", amount: "10" }]);
  });

  test("faulty options are errors, all at once", () => {
    const faults = (given: unknown, records: unknown = []): string[] => {
      try {
        pipeline(records as never, given as never);
      } catch (error) {
        if (isKeyAccountError(error)) return error.issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
        throw error;
      }
      return [];
    };
    expect(faults({ process: selling, asOf: "x", currency: " ", ages: [0, 5, 5], calender: china })).toEqual([
      "unknown-key at calender",
      "not-a-date at asOf",
      "wrong-type at currency",
      "out-of-range at ages.0",
      "out-of-range at ages.2",
    ]);
    expect(
      faults({ process: selling, asOf: on(2), ages: Array.from({ length: 101 }, (_, index) => index + 1) }),
    ).toEqual(["too-many at ages"]);
    expect(faults({ process: selling, asOf: on(2), ages: 5, currency: 5 })).toEqual([
      "wrong-type at currency",
      "wrong-type at ages",
    ]);
    expect(faults(null)).not.toEqual([]);
    expect(faults({ asOf: on(2) })).not.toEqual([]);
    expect(faults({ process: selling, asOf: on(2), calendar: null })).not.toEqual([]);
    expect(faults({ process: selling, asOf: on(2) }, 5)).toEqual(["wrong-type at records"]);
  });
});
