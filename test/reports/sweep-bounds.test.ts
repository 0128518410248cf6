import { en } from "keyaccount/locale/en";
import type { Visit } from "keyaccount/models";
import {
  dailySweepReports,
  parseCsv,
  parseSheet,
  periodSummary,
  type SweepSheet,
  sweepSummaryForm,
  toCsv,
  toHtml,
  toMarkdown,
  weeklySummaries,
} from "keyaccount/reports";
import { describe, expect, test } from "vitest";

const NOVEMBER = { from: "2026-11-01", to: "2026-11-30" };
const visitOf = (n: number, more: Partial<Visit> = {}): Visit => ({
  v: 1,
  id: `v-${String(n)}`,
  clientId: `c-${String(n)}`,
  way: "visit",
  startedAt: "2026-11-18",
  ours: [{ id: "chen", name: "Chen" }],
  ...more,
});
const daysOf = (visits: readonly Visit[]): readonly SweepSheet[] =>
  dailySweepReports(visits, { offset: "+08:00" }).sheets;

test("A4.1 A3.4 a sweep of 2,000 clients is summarised, rolled up again, written and read", () => {
  const visits = Array.from({ length: 2000 }, (_, n) =>
    visitOf(n, {
      startedAt: `2026-11-${String((n % 20) + 1).padStart(2, "0")}`,
      ours: [{ id: `s-${String(n % 5)}`, name: "S" }],
    }),
  );
  const { sheet, issues } = periodSummary(daysOf(visits), NOVEMBER);
  expect(issues).toEqual([]);
  expect([sheet.fields.visits, sheet.fields.clients, sheet.fields.clientsVisited?.length]).toEqual([2000, 2000, 2000]);
  const again = periodSummary([sheet], NOVEMBER);
  expect([again.sheet.fields.clients, again.issues]).toEqual([2000, []]);
  expect(parseCsv(sweepSummaryForm, toCsv(sweepSummaryForm, again.sheet, { locale: en }), { locales: [en] })).toEqual({
    ok: true,
    value: [again.sheet],
  });
  expect(toHtml(sweepSummaryForm, sheet, { locale: en })).toContain("c-1999");
  expect(toMarkdown(sweepSummaryForm, sheet, { locale: en })).toContain("c-1999");
});

describe("A3.4 no visit counts twice", () => {
  const chen = visitOf(1);
  const wu = visitOf(2, { ours: [{ id: "wu", name: "Wu" }] });
  const nobody = visitOf(3, { ours: [] });
  const codes = (sheets: readonly SweepSheet[]): unknown[] => {
    const { sheet, issues } = periodSummary(sheets, NOVEMBER);
    return [sheet.fields.visits, issues.map(({ code, path }) => [code, path[0]])];
  };

  test("a summary of several, and one of theirs", () => {
    const days = daysOf([chen, wu]);
    const { sheet: all } = periodSummary(days, NOVEMBER);
    expect(codes([all, ...days])).toEqual([
      2,
      [
        ["duplicate-id", 1],
        ["duplicate-id", 2],
      ],
    ]);
    expect(codes([...days, all])).toEqual([
      2,
      [
        ["duplicate-id", 0],
        ["duplicate-id", 1],
      ],
    ]);
    expect(codes([{ fields: all.fields }, ...days])[0]).toBe(2);
    const again = periodSummary([all], NOVEMBER).sheet;
    expect(codes([again, ...days])[0]).toBe(2);
  });

  test("visits that are nobody's stand beside those of somebody, by day and by week", () => {
    const days = daysOf([chen, wu, nobody]);
    expect(codes(days)).toEqual([3, []]);
    expect(codes(weeklySummaries(days).sheets)).toEqual([3, []]);
    expect(codes([...weeklySummaries(daysOf([nobody])).sheets, ...days])[0]).toBe(3);
  });

  test("two of different people, or of other days, both count", () => {
    const { sheet: first } = periodSummary(daysOf([chen]), NOVEMBER);
    expect(codes([first, ...daysOf([wu])])).toEqual([2, []]);
    const { sheet: week } = periodSummary(daysOf([chen, wu]), { from: "2026-11-16", to: "2026-11-22" });
    expect(
      codes([week, ...daysOf([visitOf(4, { startedAt: "2026-11-23" }), visitOf(5, { startedAt: "2026-11-15" })])]),
    ).toEqual([4, []]);
  });

  test("of a week and one of its days the week counts, whichever begins first", () => {
    const monday = visitOf(1, { startedAt: "2026-11-16" });
    const all = [monday, visitOf(2, { startedAt: "2026-11-17" }), visitOf(3, { startedAt: "2026-11-22" })];
    const [week] = weeklySummaries(daysOf(all)).sheets;
    expect(week).toBeDefined();
    const sheets = [
      ...daysOf([monday]),
      ...(week === undefined ? [] : [week]),
      ...daysOf([visitOf(3, { startedAt: "2026-11-22" })]),
    ];
    expect(codes(sheets)).toEqual([
      3,
      [
        ["duplicate-id", 0],
        ["duplicate-id", 2],
      ],
    ]);
  });

  test("of two of one length that of more people counts, whichever stands first", () => {
    const days = daysOf([chen, { ...wu, clientId: "c-1" }]);
    const { sheet: all } = periodSummary(days, { from: "2026-11-16", to: "2026-11-22" });
    const weeks = weeklySummaries(days).sheets;
    const refused = (...places: number[]): unknown => places.map((place) => ["duplicate-id", place]);
    expect(codes([...weeks, all])).toEqual([2, refused(0, 1)]);
    expect(codes([all, ...weeks])).toEqual([2, refused(1, 2)]);
  });

  test("of two of one length that overlap the earlier counts", () => {
    const early = periodSummary(daysOf([chen]), { from: "2026-11-10", to: "2026-11-18" }).sheet;
    const late = periodSummary(daysOf([chen]), { from: "2026-11-18", to: "2026-11-26" }).sheet;
    expect(codes([late, early])).toEqual([1, [["duplicate-id", 0]]]);
  });
});

describe("A3.4 totals are computed, not typed", () => {
  const [day] = dailySweepReports([visitOf(1, { attitude: "warm" })], { offset: "+08:00" }).sheets;
  if (day === undefined) throw new Error("no day");
  const issuesOf = (sheet: unknown): unknown[] => {
    const { sheets, issues } = weeklySummaries([sheet as SweepSheet]);
    return [sheets.length, issues.map(({ code, path }) => [code, ...path])];
  };

  test("a report whose totals aren't its rows' is left out", () => {
    expect(parseSheet(sweepSummaryForm, day).ok).toBe(false);
    expect(issuesOf({ ...day, fields: { ...day.fields, visits: 99 } })).toEqual([
      0,
      [["not-as-computed", 0, "fields", "visits"]],
    ]);
    expect(issuesOf({ ...day, rows: [] })[0]).toBe(0);
    expect(issuesOf({ ...day, rows: "x" })).toEqual([0, [["wrong-type", 0, "rows"]]]);
    expect(issuesOf({ ...day, rows: [{ minutes: "x" }] })).toEqual([
      0,
      [
        ["required", 0, "rows", 0, "clientId"],
        ["wrong-type", 0, "rows", 0, "minutes"],
        ["not-as-computed", 0, "fields", "warm"],
        ["not-as-computed", 0, "fields", "unknownAttitudes"],
      ],
    ]);
  });

  test("so is a summary's", () => {
    const [week] = weeklySummaries([day]).sheets;
    const typed = { ...week, fields: { ...week?.fields, warm: 50 } };
    const { sheet, issues } = periodSummary([typed as SweepSheet], NOVEMBER);
    expect([sheet.fields.warm, issues.map(({ code, path }) => [code, ...path])]).toEqual([
      0,
      [["not-as-computed", 0, "fields", "warm"]],
    ]);
  });

  test("another form's sheet is none, a host's own form of a report is one", () => {
    expect(issuesOf({ ...day, form: "lead-summary" })).toEqual([0, [["form-mismatch", 0, "form"]]]);
    expect(issuesOf({ ...day, form: "sweep-summary" })).toEqual([0, [["form-mismatch", 0, "form"]]]);
    expect(issuesOf({ ...day, version: "2" })).toEqual([0, [["form-mismatch", 0, "version"]]]);
    const ours = { ...day, form: "our-sweep", version: "7", rows: day.rows.map((row) => ({ ...row, samples: 3 })) };
    expect(issuesOf(ours)).toEqual([1, []]);
    expect(issuesOf({ fields: day.fields })).toEqual([1, []]);
  });

  test("what can't be read isn't counted, be it a sheet, a total or a row", () => {
    expect(issuesOf({ ...day, fields: { ...day.fields, visits: Number.NaN } })).toEqual([
      0,
      [["not-json", 0, "fields", "visits"]],
    ]);
    expect(issuesOf(new Date(0))).toEqual([0, [["not-json", 0]]]);
    expect(issuesOf({ ...day, rows: [5] })).toEqual([
      0,
      [
        ["wrong-type", 0, "rows", 0],
        ["required", 0, "rows", 0, "clientId"],
      ],
    ]);
  });

  test("A4.5 what the days found stands in the week's rows", () => {
    const { sheets } = weeklySummaries([{ ...day, fields: { ...day.fields, findings: "Prices fell" } }]);
    expect(sheets[0]?.rows[0]?.rowFindings).toBe("Prices fell");
  });
});

describe("A3.4 A4.1 a sweep's report counts visits", () => {
  test("calls and meetings elsewhere are none; a way that isn't one is a fault", () => {
    const { sheets, issues } = dailySweepReports(
      [visitOf(1), visitOf(2, { way: "phone" }), visitOf(3, { way: "x-fair" }), visitOf(4, { way: "fly" as "visit" })],
      { offset: "+08:00" },
    );
    expect(sheets.map(({ fields: { visits, clientsVisited } }) => [visits, clientsVisited])).toEqual([[1, ["c-1"]]]);
    expect(issues.map(({ code, path }) => [code, ...path])).toEqual([["unknown-value", 3, "way"]]);
  });

  test("what isn't a record at all is a fault too, and no visit", () => {
    const { sheets, issues } = dailySweepReports([visitOf(1), null, 5] as never, { offset: "+08:00" });
    expect(sheets.map(({ fields: { visits } }) => visits)).toEqual([1]);
    expect(issues.map(({ code, path }) => [code, ...path])).toEqual([
      ["wrong-type", 1],
      ["wrong-type", 2],
    ]);
  });
});
