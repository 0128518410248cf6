import fc from "fast-check";
import type { Visit } from "keyaccount/models";
import { dailySweepReports, periodSummary, type SweepTotals, weeklySummaries } from "keyaccount/reports";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { CLIENTS, visits, WEEK } from "./records.js";

const OFFSET = "+08:00";
/** The sample week as visits all of them. */
const SWEEP: readonly Visit[] = WEEK.map((visit) => ({ ...visit, way: "visit" }));
/** Other contacts stand in no sweep report. */
const isVisit = ({ way }: Visit): boolean => way === "visit";

/** The totals of some visits, counted at once and by other means than the library's. */
function totalsOf(all: readonly Visit[]): SweepTotals {
  const how = (key: "attitude" | "outcome", value?: string): number =>
    all.filter((visit) => visit[key] === value).length;
  const lengths = all.flatMap(({ minutes }) => (minutes === undefined ? [] : [minutes]));
  const clientsVisited = [...new Set(all.map(({ clientId }) => clientId))].sort();
  return {
    visits: all.length,
    clients: clientsVisited.length,
    clientsVisited,
    totalMinutes: (lengths.length === 0 && all.length > 0 ? null : lengths.reduce((a, b) => a + b, 0)) as number,
    unknownLengths: all.length - lengths.length,
    warm: how("attitude", "warm"),
    neutral: how("attitude", "neutral"),
    cold: how("attitude", "cold"),
    unknownAttitudes: how("attitude"),
    good: how("outcome", "good"),
    open: how("outcome", "open"),
    noResult: how("outcome", "no-result"),
    unknownOutcomes: how("outcome"),
  };
}

/** Day and salesperson, by `Date`. */
function keyOf({ startedAt, ours }: Visit): { day: string; who: string | null } {
  const day =
    startedAt.length === 10 ? startedAt : new Date(Date.parse(startedAt) + 8 * 3_600_000).toISOString().slice(0, 10);
  const [first] = ours ?? [];
  return { day, who: first?.id ?? first?.name ?? null };
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);
}

describe("A3.4, A4.3 daily sweep reports", () => {
  test("a sample week: the day is the salesperson's, lengths are computed, unknown stays unknown", () => {
    const { sheets, issues } = dailySweepReports(deepFreeze(SWEEP), {
      offset: OFFSET,
      clients: deepFreeze(CLIENTS),
      surveyShares: { "v-1": 0.25, "v-9": 1 },
    });
    expect(issues).toEqual([]);
    expect(
      sheets.map(({ fields }) => [
        fields.date,
        fields.salesperson,
        fields.visits,
        fields.clientsVisited,
        fields.totalMinutes,
        fields.unknownLengths,
      ]),
    ).toEqual([
      ["2026-11-19", "chen", 2, ["c-7", "c-8"], 55, 0],
      ["2026-11-20", "chen", 1, ["c-7"], null, 1],
    ]);
    expect(sheets[0]?.rows[0]).toEqual({
      time: "09:30",
      clientId: "c-7",
      client: "华信商贸",
      area: "东区",
      targetClass: "core-dealer",
      way: "visit",
      minutes: 45,
      attitude: "warm",
      outcome: "good",
      surveyShare: "0.25",
      mainPoints: '=SUM(A1) was "asked",\nthen prices',
      nextStep: "samples",
      nextStepOn: "2026-11-26",
    });
    expect(sheets[0]?.rows[1]).toMatchObject({
      time: null,
      client: "Beta | <b>",
      targetClass: null,
      minutes: 10,
      surveyShare: null,
    });
    expect(sheets[1]?.rows[0]).toMatchObject({ time: "00:10", minutes: null });
  });

  test.each([
    ["2026-11-19T23:59:59.9Z", "Z", "2026-11-19", "23:59"],
    ["2026-11-19T15:59:59Z", "+08:00", "2026-11-19", "23:59"],
    ["2026-11-19T16:00:00Z", "+08:00", "2026-11-20", "00:00"],
    ["2026-03-01T03:29:00Z", "-03:30", "2026-02-28", "23:59"],
    ["1969-12-31T10:00:00Z", "+14:00", "1970-01-01", "00:00"],
    ["0001-01-01T00:00:00Z", "+05:45", "0001-01-01", "05:45"],
  ])("%s at %s is %s, %s", (startedAt, offset, date, time) => {
    const [visit] = WEEK;
    const { sheets } = dailySweepReports([{ ...(visit as Visit), startedAt, endedAt: undefined }], { offset });
    expect([sheets[0]?.fields.date, sheets[0]?.rows[0]?.time]).toEqual([date, time]);
  });

  test("clocks that are changed: a function says the offset at a moment", () => {
    const offset = (at: string): string => (at < "2026-10-25T01:00:00Z" ? "+02:00" : "+01:00");
    const { sheets } = dailySweepReports(
      ["2026-10-24T22:30:00Z", "2026-10-25T22:30:00Z"].map((startedAt, index) => ({
        v: 1,
        id: `v-${String(index)}`,
        clientId: "c",
        way: "visit",
        startedAt,
      })),
      { offset },
    );
    expect(sheets.map(({ fields, rows }) => [fields.date, rows[0]?.time])).toEqual(
      [
        ["2026-10-25", "00:30"],
        ["2026-10-25", "23:30"],
      ].slice(0, sheets.length === 1 ? 1 : 2),
    );
    expect(sheets[0]?.rows.map(({ time }) => time)).toEqual(["00:30", "23:30"]);
  });

  test("a day before the first year there is can't be one", () => {
    const { issues } = dailySweepReports(
      [{ v: 1, id: "v", clientId: "c", way: "visit", startedAt: "0001-01-01T00:00:00Z" }],
      { offset: "-01:00" },
    );
    expect(issues.map(({ code, path }) => [code, ...path])).toEqual([["not-a-date", 0, "date"]]);
  });

  test.each([
    ["29 seconds", "2026-11-19T02:00:29Z", 0],
    ["half a minute", "2026-11-19T02:00:30Z", 1],
    ["an hour and a half", "2026-11-19T03:30:29.999Z", 90],
  ])("A6.6 %s", (_, endedAt, minutes) => {
    const { sheets } = dailySweepReports(
      [{ v: 1, id: "v", clientId: "c", way: "visit", startedAt: "2026-11-19T02:00:00Z", endedAt, minutes: 7 }],
      { offset: OFFSET },
    );
    expect(sheets[0]?.rows[0]?.minutes).toBe(minutes);
  });

  test("faulty visits are left out, each with all its faults; so is one that stands twice", () => {
    const good = { v: 1, id: "v-1", clientId: "c", way: "visit", startedAt: "2026-11-19" } as const;
    const all: unknown[] = [
      good,
      { ...good, id: "v-2", startedAt: "soon", attitude: "hot" },
      good,
      null,
      7,
      { ...good, id: "v-4", clientId: undefined },
      { ...good, id: "v-5", startedAt: "2026-11-19T02:00:00Z", endedAt: "2026-11-19T01:00:00Z" },
      { ...good, id: "v-6", when: new Date(0) },
      { ...good, id: "v-7", nextStep: "call", ours: "me", failureCauses: 3 },
      { ...good, id: "v-8", ours: [3] },
    ];
    const { sheets, issues } = dailySweepReports(all as Visit[], { offset: OFFSET });
    expect(sheets.map(({ rows }) => rows.length)).toEqual([3]);
    expect(issues.map(({ code, path }) => [code, ...path].join(" "))).toEqual([
      "not-a-date 1 date",
      "unknown-value 1 attitude",
      "duplicate-id 2 id",
      "wrong-type 3",
      "wrong-type 4",
      "required 5 clientId",
      "out-of-range 6 minutes",
      "wrong-type 9 salesperson",
    ]);
    expect(sheets[0]?.rows[0]?.nextStep).toBe("call");
  });

  test("none: no reports", () => {
    expect(dailySweepReports([], { offset: OFFSET })).toEqual({ sheets: [], issues: [] });
  });
});

describe("A3.4, A4.3 weekly summaries", () => {
  test("law: every summary's totals are those of its visits counted at once, whatever the order", () => {
    fc.assert(
      fc.property(visits, fc.infiniteStream(fc.nat()), (all, order) => {
        const shuffled = all
          .map((visit) => ({ visit, key: order.next().value as number }))
          .sort((a, b) => a.key - b.key);
        const days = dailySweepReports(
          shuffled.map(({ visit }) => visit),
          { offset: OFFSET },
        );
        expect(days).toEqual(dailySweepReports(deepFreeze(all), { offset: OFFSET }));
        const weeks = weeklySummaries(deepFreeze([...days.sheets].reverse()));
        expect([days.issues, weeks.issues]).toEqual([[], []]);
        const keys = new Set(
          all.filter(isVisit).map((visit) => JSON.stringify([mondayOf(keyOf(visit).day), keyOf(visit).who])),
        );
        expect(weeks.sheets).toHaveLength(keys.size);
        for (const { fields } of weeks.sheets) {
          const { from, to, salesperson, findings: _, plan: __, ...totals } = fields;
          const own = all
            .filter(isVisit)
            .filter((visit) => mondayOf(keyOf(visit).day) === from && keyOf(visit).who === salesperson);
          expect(totals).toEqual(totalsOf(own));
          expect(Date.parse(to ?? "") - Date.parse(from ?? "")).toBe(6 * 86_400_000);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("law: a period is the same out of days, out of weeks, and out of the visits themselves", () => {
    fc.assert(
      fc.property(visits, (all) => {
        const days = dailySweepReports(all, { offset: OFFSET });
        const period = { from: "2024-09-30", to: "2024-12-01" };
        const [fromDays, fromWeeks] = [days.sheets, weeklySummaries(days.sheets).sheets].map((sheets) =>
          periodSummary(sheets, period),
        );
        expect([fromDays?.issues, fromWeeks?.issues]).toEqual([[], []]);
        expect(fromWeeks?.sheet.fields).toEqual(fromDays?.sheet.fields);
        expect(fromDays?.sheet.fields).toEqual({
          ...period,
          salesperson: null,
          ...totalsOf(all.filter(isVisit)),
          findings: null,
          plan: null,
        });
      }),
      { numRuns: 30 },
    );
  });

  test("nothing counts twice, and nothing outside of the period counts", () => {
    const { sheets: days } = dailySweepReports(SWEEP, { offset: OFFSET });
    const { sheets: weeks } = weeklySummaries(days);
    const all = periodSummary([...days, ...weeks], { from: "2026-11-16", to: "2026-11-22" });
    expect(all.sheet.fields.visits).toBe(3);
    expect(all.issues.map(({ code, path, details }) => [code, path, details])).toEqual([
      ["duplicate-id", [0, "fields"], { id: "chen 2026-11-19 2026-11-19" }],
      ["duplicate-id", [1, "fields"], { id: "chen 2026-11-20 2026-11-20" }],
    ]);
    const late = periodSummary([...weeks, ...days], { from: "2026-11-20", to: "2026-11-30" });
    expect(late.sheet.fields.visits).toBe(1);
    expect(late.issues.map(({ code, path, details }) => [code, path, details])).toEqual([
      ["outside-range", [0, "fields"], { received: "2026-11-16 … 2026-11-22", min: "2026-11-20", max: "2026-11-30" }],
      ["outside-range", [1, "fields"], { received: "2026-11-19 … 2026-11-19", min: "2026-11-20", max: "2026-11-30" }],
    ]);
    expect(weeklySummaries([...days, ...days]).issues.map(({ code }) => code)).toEqual([
      "duplicate-id",
      "duplicate-id",
    ]);
  });

  test("one salesperson's period leaves the others' sheets aside without a word", () => {
    const two = SWEEP.map((visit, index) => (index === 1 ? { ...visit, ours: [{ name: "Wu" }] } : visit));
    const { sheets } = dailySweepReports(two, { offset: OFFSET });
    const { sheet, issues } = periodSummary(sheets, { from: "2026-11-01", to: "2026-11-30", salesperson: "Wu" });
    expect(issues).toEqual([]);
    expect(sheet.rows.map(({ rowSalesperson, rowVisits }) => [rowSalesperson, rowVisits])).toEqual([["Wu", 1]]);
    const nobody = periodSummary(sheets, { from: "2026-11-01", to: "2026-11-30", salesperson: "Li" });
    expect(nobody.sheet.fields).toMatchObject({ salesperson: "Li", visits: 0, totalMinutes: 0, clientsVisited: [] });
  });

  test("sheets that aren't any are said, and weeks at the ends of time are weeks", () => {
    const faulty: unknown[] = [null, {}, { fields: { date: "soon" } }];
    const { sheets, issues } = weeklySummaries(faulty as Parameters<typeof weeklySummaries>[0]);
    expect(sheets).toEqual([]);
    expect(issues.filter(({ path }) => path[0] === 2 && path[1] === "from").map(({ code }) => code)).toEqual([
      "required",
    ]);
    const ends = ["0001-01-01", "9999-12-31"].map(
      (startedAt, index) => ({ v: 1, id: `v-${String(index)}`, clientId: "c", way: "visit", startedAt }) as const,
    );
    const weeks = weeklySummaries(dailySweepReports(ends, { offset: "Z" }).sheets);
    expect(weeks.sheets.map(({ fields: { from, to } }) => [from, to])).toEqual([
      ["0001-01-01", "0001-01-07"],
      ["9999-12-27", "9999-12-31"],
    ]);
  });

  test.each([
    [{ from: "2026-11-31", to: "x" }, ["not-a-date from", "not-a-date to"]],
    [{ from: "2026-11-02", to: "2026-11-01" }, ["out-of-order to"]],
    [{ from: "2026-11-02", to: "2026-11-03", salesperson: 7 }, ["wrong-type salesperson"]],
    [{ from: "2026-11-02", to: "2026-11-03", seller: "Wu" }, ["unknown-key seller"]],
    [null, ["wrong-type "]],
  ])("a period of %j is refused", (options, faults) => {
    const issues = faults.map((fault) => expect.objectContaining({ code: fault.split(" ")[0] }) as unknown);
    expect(() => periodSummary([], options as { from: string; to: string })).toThrow(
      expect.objectContaining({ issues }),
    );
  });
});
