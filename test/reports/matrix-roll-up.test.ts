import fc from "fast-check";
import { surveyProgress } from "keyaccount";
import { clientSurvey as survey } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import type { Lead, Visit } from "keyaccount/models";
import {
  clientSurvey,
  clientSurveyForm,
  dailySweepForm,
  dailySweepReports,
  developmentRecordForm,
  developmentRecords,
  FORMS,
  type Form,
  type FormSheet,
  leadSummary,
  leadSummaryForm,
  parseCsv,
  parseSheet,
  periodSummary,
  projectApplication,
  projectApplicationForm,
  sweepSummaryForm,
  toCsv,
  toHtml,
  toMarkdown,
  visitRecordForm,
  visitRecords,
  weeklySummaries,
} from "keyaccount/reports";
import { describe, expect, test } from "vitest";
import { visits } from "./records.js";

const OFFSET = { offset: "+08:00" } as const;
/** Two days of one week and one of the next, a salesperson and a client on all of them. */
const RECORDS: readonly Visit[] = ["2026-11-17", "2026-11-19", "2026-11-24"].map((startedAt, index) => ({
  v: 1,
  id: `v-${String(index)}`,
  clientId: "c-7",
  way: "visit",
  startedAt,
  minutes: 10 * (index + 1),
  ours: [{ id: "chen", name: "Chen" }],
  attitude: index === 0 ? "cold" : "warm",
  outcome: "good",
  progress: index === 2 ? "signing" : "proposal",
  purposes: ["learn"],
  learnt: index === 1 ? { reputation: { value: 4 } } : { salesReps: { value: index } },
}));
const LEADS: readonly Lead[] = RECORDS.map(({ id, startedAt }) => ({
  v: 1,
  number: id,
  client: "Huaxin",
  source: "search",
  date: startedAt,
}));
/** A day, its week, and the month. */
const SPANS = [
  ["2026-11-17", "2026-11-17"],
  ["2026-11-16", "2026-11-22"],
  ["2026-11-01", "2026-11-30"],
] as const;
const upTo = (to: string): Visit[] => RECORDS.filter(({ startedAt }) => startedAt <= to);
const surveyForm = clientSurveyForm(survey);
const days = dailySweepReports(RECORDS, OFFSET).sheets;
const weeks = weeklySummaries(days).sheets;

/** For each form what it says of the day, of the week and of the month, and the filled forms of the month. */
interface Cell {
  readonly form: unknown;
  readonly says: readonly unknown[];
  readonly worked: readonly unknown[];
  readonly sheets: readonly unknown[];
}

const answersOf = (to: string): FormSheet => {
  const progress = surveyProgress(survey, upTo(to) as never, { asOf: to });
  const read = clientSurvey(surveyForm, { client: { id: "c-7" }, progress });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
};
const applicationOf = (to: string): FormSheet => {
  const read = projectApplication(
    { fields: { project: "Line 2", applicant: "Chen", appliedOn: "2026-11-30" }, rows: [{ member: "Chen" }] },
    { client: { id: "c-7" }, visits: upTo(to), ...OFFSET },
  );
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
};

const CELLS: Readonly<Record<(typeof FORMS)[number], Cell>> = {
  "client-survey": {
    form: surveyForm,
    says: SPANS.map(([, to]) => [answersOf(to).fields["salesReps"], answersOf(to).fields["reputation"]]),
    worked: [
      ["0", null],
      ["0", "4"],
      ["2", "4"],
    ],
    sheets: [answersOf("2026-11-30")],
  },
  "daily-sweep": {
    form: dailySweepForm,
    says: days.map(({ fields: { date, visits: made, totalMinutes } }) => [date, made, totalMinutes]),
    worked: [
      ["2026-11-17", 1, 10],
      ["2026-11-19", 1, 20],
      ["2026-11-24", 1, 30],
    ],
    sheets: days,
  },
  "sweep-summary": {
    form: sweepSummaryForm,
    says: SPANS.map(([from, to]) => {
      const inside = days.filter(({ fields: { date } }) => date !== null && date >= from && date <= to);
      const { fields } = periodSummary(inside, { from, to }).sheet;
      return [fields.visits, fields.clients, fields.totalMinutes, fields.warm, fields.cold];
    }),
    worked: [
      [1, 1, 10, 0, 1],
      [2, 1, 30, 1, 1],
      [3, 1, 60, 2, 1],
    ],
    sheets: [...weeks, periodSummary(weeks, { from: "2026-11-16", to: "2026-11-29" }).sheet],
  },
  "lead-summary": {
    form: leadSummaryForm,
    says: SPANS.map(([from, to]) => {
      const inside = LEADS.filter(({ date }) => date >= from && date <= to);
      return leadSummary(inside, OFFSET).sheet.rows.map(({ number }) => number);
    }),
    worked: [["v-0"], ["v-0", "v-1"], ["v-0", "v-1", "v-2"]],
    sheets: [leadSummary(LEADS, OFFSET).sheet],
  },
  "visit-record": {
    form: visitRecordForm,
    says: SPANS.map(([, to]) => visitRecords(upTo(to), OFFSET).sheets.map(({ fields: { minutes } }) => minutes)),
    worked: [[10], [10, 20], [10, 20, 30]],
    sheets: visitRecords(RECORDS, OFFSET).sheets,
  },
  "development-record": {
    form: developmentRecordForm,
    says: SPANS.map(([, to]) =>
      developmentRecords(upTo(to), OFFSET).sheets.map(({ fields }) => [
        fields.contacts,
        fields.totalMinutes,
        fields.won,
        fields.successReasons,
      ]),
    ),
    worked: [
      [[1, 10, false, { notApplicable: true }]],
      [[2, 30, false, { notApplicable: true }]],
      [[3, 60, true, ["learn"]]],
    ],
    sheets: developmentRecords(RECORDS, OFFSET).sheets,
  },
  "project-application": {
    form: projectApplicationForm,
    says: SPANS.map(([, to]) => [applicationOf(to).fields["contactsSoFar"], applicationOf(to).fields["minutesSoFar"]]),
    worked: [
      [1, 10],
      [2, 30],
      [3, 60],
    ],
    sheets: [applicationOf("2026-11-30")],
  },
};

describe.each(FORMS)("A3.4 A4.3 D4.5 D5.3 E9.1 E9.3 %s out of records", (id) => {
  const { form, says, worked, sheets } = CELLS[id];
  const [known, filled] = [form as Form, sheets as readonly FormSheet[]];

  test("says of a day, of its week and of the month what the records of each come to", () => {
    expect(says).toEqual(worked);
  });

  test.each([
    ["en", en],
    ["zh-CN", zhCN],
  ])("is sound, comes back from CSV and is printed in %s", (_, locale) => {
    for (const sheet of filled) expect(parseSheet(known, sheet)).toEqual({ ok: true, value: sheet });
    const csv = toCsv(known, filled, { locale });
    for (const locales of [[en, zhCN], [zhCN, en], [locale]]) {
      expect(parseCsv(known, csv, { locales })).toEqual({ ok: true, value: filled });
    }
    for (const write of [toMarkdown, toHtml]) expect(write(known, filled, { locale })).toContain(locale.forms[id]);
  });
});

describe("D4.5 D5.3 E9.3 laws of rolling up", () => {
  const minutesOf = (all: readonly (number | null | undefined)[]): number =>
    all.reduce<number>((sum, one) => sum + (one ?? 0), 0);

  test("a client's contacts and time of all days are those of each day together, and the application's", () => {
    fc.assert(
      fc.property(visits, (all) => {
        const whole = developmentRecords(all, OFFSET).sheets;
        const byDay = [...new Set(all.map(({ startedAt }) => startedAt.slice(0, 10)))].flatMap(
          (day) =>
            developmentRecords(
              all.filter(({ startedAt }) => startedAt.startsWith(day)),
              OFFSET,
            ).sheets,
        );
        for (const { fields } of whole) {
          const own = byDay.filter((sheet) => sheet.fields.clientId === fields.clientId);
          expect(fields.contacts).toBe(minutesOf(own.map((sheet) => sheet.fields.contacts)));
          expect(fields.totalMinutes ?? 0).toBe(minutesOf(own.map((sheet) => sheet.fields.totalMinutes)));
          expect(fields.unknownLengths).toBe(minutesOf(own.map((sheet) => sheet.fields.unknownLengths)));
          const read = projectApplication(
            { fields: { project: "p", applicant: "a", appliedOn: "2026-11-30" } },
            { client: { id: fields.clientId ?? "" }, visits: all, ...OFFSET },
          );
          expect(read.ok && [read.value.fields.contactsSoFar, read.value.fields.minutesSoFar]).toEqual([
            fields.contacts,
            fields.unknownLengths === 0 ? fields.totalMinutes : null,
          ]);
        }
      }),
      { numRuns: 20 },
    );
  });

  test("visit records of some days are those of each, whatever the order", () => {
    fc.assert(
      fc.property(visits, (all) => {
        const whole = visitRecords(all, OFFSET).sheets;
        const single = all.flatMap((visit) => visitRecords([visit], OFFSET).sheets);
        const byId = (a: FormSheet<{ visit: string }>, b: FormSheet<{ visit: string }>): number =>
          String(a.fields.visit) < String(b.fields.visit) ? -1 : 1;
        expect([...whole].sort(byId as never)).toEqual(single.sort(byId as never));
        expect(visitRecords([...all].reverse(), OFFSET).sheets).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });
});
