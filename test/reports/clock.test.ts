import { defineCalendar } from "keyaccount";
import type { Visit } from "keyaccount/models";
import {
  clientSurvey,
  clientSurveyForm,
  dailySweepParts,
  dailySweepReports,
  developmentRecordParts,
  developmentRecords,
  leadParts,
  leadSummary,
  projectApplication,
  visitRecordParts,
  visitRecords,
} from "keyaccount/reports";
import { describe, expect, test } from "vitest";

const week = { monday: [{ from: "09:00", to: "17:00" }] };
/** New York's clock of 2026: 9 March … 1 November an hour ahead. */
const calendar = defineCalendar({
  id: "new-york-2026",
  week,
  zone: [
    { from: null, offset: "-05:00" },
    { from: "2026-03-08T07:00:00Z", offset: "-04:00" },
    { from: "2026-11-01T06:00:00Z", offset: "-05:00" },
  ],
});
const visitAt = (startedAt: string): Visit => ({ v: 1, id: startedAt, clientId: "c", way: "visit", startedAt });
/** Half past eleven at night on that clock, in summer and in winter, and the hour that comes twice. */
const NIGHTS = ["2026-07-02T03:30:00Z", "2026-12-02T04:30:00Z", "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z"];
const LOCAL = [
  ["2026-07-01", "23:30"],
  ["2026-11-01", "01:30"],
  ["2026-11-01", "01:30"],
  ["2026-12-01", "23:30"],
];

describe("A3.4 D4.5 D5.3 E9.1 E9.3 a calendar's clock says the days, where clocks are changed too", () => {
  const visits = NIGHTS.map(visitAt);

  test("of visits", () => {
    const { sheets } = dailySweepReports(visits, { calendar });
    expect(sheets.flatMap(({ fields, rows }) => rows.map(({ time }) => [fields.date, time]))).toEqual(LOCAL);
    const records = visitRecords(visits, { calendar }).sheets.map(({ fields }) => [fields.date, fields.time]);
    expect(records.sort((a, b) => (String(a) < String(b) ? -1 : 1))).toEqual(LOCAL);
    const [developed] = developmentRecords(visits, { calendar }).sheets;
    expect(developed?.rows.map(({ date, time }) => [date, time])).toEqual(LOCAL);
  });

  test("a function says it for the minute that a moment lies in", () => {
    const asked: string[] = [];
    const offset = (at: string): string => {
      asked.push(at);
      return at < "2026-11-01T06:00:00Z" ? "-04:00" : "-05:00";
    };
    const [early, late] = ["2026-11-01T05:59:59.5Z", "2026-11-01T06:00:00Z"];
    const { sheets } = visitRecords([visitAt(early), visitAt(late)], { offset });
    expect(new Set(sheets.map(({ fields }) => fields.time))).toEqual(new Set(["01:00", "01:59"]));
    expect([...new Set(asked)].sort()).toEqual(["2026-11-01T05:59:00Z", "2026-11-01T06:00:00Z"]);
  });

  test("of leads", () => {
    const leads = NIGHTS.map((date) => ({ v: 1, number: date, client: "c", source: "search", date }) as const);
    expect(leadSummary(leads, { calendar }).sheet.rows.map(({ date }) => date)).toEqual(LOCAL.map(([day]) => day));
  });

  test("of applications, and they need a clock without visits too", () => {
    const application = { fields: { project: "p", applicant: "a", appliedOn: "2026-11-21" } };
    const read = projectApplication(application, { client: { id: "c" }, visits, calendar });
    expect(read.ok && read.value.fields.contactsSoFar).toBe(4);
    expect(() => projectApplication(application, { client: { id: "c" } } as never)).toThrow(
      expect.objectContaining({ code: "required", path: ["offset"] }),
    );
  });

  test("A4.3 of a survey's form; in UTC where no clock is told", () => {
    const form = clientSurveyForm({ id: "s", version: "1", questions: { reps: { kind: "number" } } });
    const progress = { asOf: "2026-07-02T03:30:00Z", records: 0, whole: { completeness: 0, open: [] }, answers: {} };
    const dayIn = (clock: object): unknown => {
      const read = clientSurvey(form, { client: { id: "c" }, progress, ...clock });
      return read.ok && read.value.fields.asOf;
    };
    expect([dayIn({}), dayIn({ calendar }), dayIn({ offset: "+08:00" })]).toEqual([
      "2026-07-02",
      "2026-07-01",
      "2026-07-02",
    ]);
  });

  test.each<[object, string]>([
    [{ calendar, offset: "Z" }, "unknown-key"],
    [{ calendar: 7 }, "wrong-type"],
    [{ calendar: {} }, "required"],
    [{ calendar: null }, "required"],
    [{ calendar, offset: () => "Z" }, "unknown-key"],
    [{}, "required"],
  ])("%j is no clock: %s", (options, code) => {
    for (const fold of [dailySweepReports, visitRecords, developmentRecords, leadSummary]) {
      expect(() => fold([], options as never)).toThrow(expect.objectContaining({ code }));
    }
  });
});

describe("A3.4 the parts of folds, called by hand", () => {
  const options = { offset: "Z" };
  const parts = [
    dailySweepParts(options),
    developmentRecordParts(options),
    visitRecordParts(options),
    leadParts(options),
  ];

  test("what is no record is an error of ours", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    for (const value of [null, undefined, 7, "x", [], proxy]) {
      for (const { id, row } of parts) {
        const code = value === proxy ? "unreadable" : "wrong-type";
        expect(() => id(value as never)).toThrow(expect.objectContaining({ code }));
        if (row !== parts[2]?.row) expect(() => row(value as never)).toThrow(expect.objectContaining({ code }));
      }
    }
  });

  test("shares that are none are refused with the options", () => {
    for (const surveyShares of [null, 7, []]) {
      expect(() => dailySweepParts({ offset: "Z", surveyShares } as never)).toThrow(
        expect.objectContaining({ code: "wrong-type" }),
      );
    }
  });

  test.each(["id", "name", "area", "industry", "targetClass"])("a client whose %s is no data is refused", (key) => {
    const clients = [{ id: "c-7", [key]: Number.NaN }];
    expect(() => dailySweepParts({ offset: "Z", clients })).toThrow(
      expect.objectContaining({ code: "not-json", path: ["clients", 0, key] }),
    );
    const kept = { id: "c-7", since: new Date(0) };
    expect(() => dailySweepParts({ offset: "Z", clients: [kept] })).not.toThrow();
  });

  test("a record without an id has no share", () => {
    const row = dailySweepParts(options).row({ v: 1, startedAt: "2026-11-20" } as never);
    expect(row.surveyShare).toBeNull();
  });
});
