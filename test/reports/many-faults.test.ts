import { followUps, isKeyAccountError, visitCadence } from "keyaccount";
import { en } from "keyaccount/locale/en";
import type { Visit } from "keyaccount/models";
import {
  dailySweepParts,
  dailySweepReports,
  defineForm,
  leadParts,
  leadSummaryForm,
  parseCsv,
  parseSheet,
  projectApplication,
  toCsv,
  toHtml,
  visitRecordParts,
} from "keyaccount/reports";
import { describe, expect, test } from "vitest";

const visitOf = (n: number): Visit => ({
  v: 1,
  id: `v-${String(n)}`,
  clientId: "c-7",
  way: "visit",
  startedAt: "2026-11-20",
});
const outcomeOf = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};
const FAULTY = Array.from({ length: 150 }, (_, n): Visit => ({ ...visitOf(n), minutes: Number.NaN }));

describe("A3.4, A4.3 a part of a fold that a host calls itself gives plain JSON or throws", () => {
  const parts = dailySweepParts({ offset: "+08:00", surveyShares: { "v-1": Number.NaN, "v-2": 0.5 } });
  const codesOf = (run: () => unknown): unknown =>
    (outcomeOf(run) as { issues?: { code: string; path: unknown }[] }).issues?.map(({ code, path }) => [code, path]);
  const revoked = Proxy.revocable([], {});
  revoked.revoke();

  test.each([
    ["NaN", { minutes: Number.NaN }, [["not-json", ["minutes"]]]],
    ["a function", { mainPoints: () => "x" }, [["not-json", ["mainPoints"]]]],
    ["a date within", { nextStep: { what: "x", dueOn: new Date(0) } }, [["not-json", ["nextStep", "dueOn"]]]],
    ["a revoked proxy", { ours: revoked.proxy }, [["unreadable", ["ours"]]]],
    ["a key that is too long", { ["k".repeat(2000)]: 1 }, [["too-long", []]]],
  ])("%s", (_, more, issues) => {
    const visit = { ...visitOf(2), ...more } as unknown as Visit;
    expect(codesOf(() => parts.row(visit))).toEqual(issues);
  });

  test("what no part reads may be anything, and nothing of the record is handed on itself", () => {
    const visit = { ...visitOf(2), created: new Date(0), purposes: ["learn"] } as unknown as Visit;
    expect(parts.row(visit).surveyShare).toBe(0.5);
    const { fields } = visitRecordParts({ offset: "+08:00" });
    expect(fields(visit).purposes).toEqual(["learn"]);
    expect(fields(visit).purposes).not.toBe(visit.purposes);
    const revenue = { amount: "5", currency: "CNY" };
    const lead = { v: 1, number: "L-1", client: "H", source: "search", date: "2026-11-20", revenue } as const;
    const given = leadParts({ offset: "Z" }).row(lead).revenue;
    expect(given).toStrictEqual(revenue);
    expect(given).not.toBe(revenue);
  });

  test("a share that is no number stays for the form to refuse, as a text", () => {
    expect(parts.row(visitOf(1)).surveyShare).toBe("NaN");
    const { issues } = dailySweepReports([visitOf(1)], { offset: "+08:00", surveyShares: { "v-1": Number.NaN } });
    expect(issues.map(({ code, path }) => [code, path])).toEqual([["not-a-decimal", [0, "surveyShare"]]]);
  });
});

describe("A3.4 of any number of faulty visits none counts, and each is told", () => {
  test("in reports, whatever the order of the records", () => {
    const { sheets, issues } = dailySweepReports([...FAULTY, visitOf(150)], { offset: "+08:00" });
    expect(sheets.map(({ fields }) => fields.visits)).toEqual([1]);
    expect(new Set(issues.map(({ path }) => path[0])).size).toBe(150);
    const turned = dailySweepReports([visitOf(150), ...FAULTY], { offset: "+08:00" });
    expect(turned.sheets).toEqual(sheets);
  });

  test("D4.6 E4.7 in follow-ups and cadences", () => {
    const told = followUps(FAULTY, { asOf: "2026-11-25" }).issues.map(({ path }) => path.slice(0, 2).join("."));
    expect(new Set(told).size).toBe(150);
    const clients = Array.from({ length: 150 }, (_, n) => ({
      id: `c-${String(n)}`,
      level: "A" as const,
      lastVisit: Number.NaN as unknown as string,
    }));
    const { issues } = visitCadence(clients, { asOf: "2026-11-25" });
    expect(new Set(issues.map(({ path }) => path.slice(0, 2).join("."))).size).toBe(150);
  });
});

describe("E9.3 a decimal that is too long to be read again is refused, and doesn't vanish", () => {
  const form = defineForm({
    id: "f",
    version: "1",
    fields: { d: { type: "decimal" }, sum: { type: "decimal", computed: { by: "sum", field: "n" } } },
    rows: { n: { type: "decimal" } },
  });

  test("a field's, a cell's, an amount's", () => {
    const length = { code: "too-long", details: { max: 128, length: 131 } };
    expect(parseSheet(form, { fields: { d: "1e130" } })).toEqual({
      ok: false,
      issues: [{ ...length, path: ["fields", "d"] }],
    });
    expect(parseSheet(form, { rows: [{ n: "1e130" }] })).toEqual({
      ok: false,
      issues: [{ ...length, path: ["rows", 0, "n"] }],
    });
    expect(parseCsv(form, "d\r\n1e130\r\n", { locales: [en] })).toEqual({
      ok: false,
      issues: [{ ...length, path: [1, "d"] }],
    });
    const project = { project: "Line 2", applicant: "Chen", appliedOn: "2026-11-21", needClear: true };
    const budget = { amount: "1e130", currency: "CNY" };
    expect(
      projectApplication({ fields: { ...project, budget } }, { client: { id: "c-7", name: "Huaxin" }, offset: "Z" }),
    ).toEqual({ ok: false, issues: [{ ...length, path: ["fields", "budget", "amount"] }] });
    expect(parseSheet(form, { fields: { d: "1e127" } }).ok).toBe(true);
  });

  test("a sum that is too long is an issue of the field that it is computed for", () => {
    const [big, small] = [`1${"0".repeat(126)}`, `0.${"0".repeat(10)}1`];
    const read = parseSheet(form, { rows: [{ n: big }, { n: small }] });
    expect(read.ok ? [] : read.issues.map(({ code, path }) => [code, ...path])).toEqual([
      ["not-a-decimal", "fields", "sum"],
    ]);
  });

  test("a sum of whole numbers that no double holds is an issue too", () => {
    const whole = defineForm({
      id: "f",
      version: "1",
      fields: { sum: { type: "integer", computed: { by: "sum", field: "n" } } },
      rows: { n: { type: "integer" } },
    });
    const read = parseSheet(whole, { rows: [{ n: 9e15 }, { n: 9e15 }] });
    expect(read.ok ? [] : read.issues.map(({ code, path }) => [code, ...path])).toEqual([
      ["wrong-type", "fields", "sum"],
    ]);
  });
});

test("A3.4 many unreadable keys of one record cost no more than as many of many", () => {
  const keys = Array.from({ length: 40_000 }, (_, n) => [`own-${String(n)}`, Number.NaN] as const);
  const { sheets, issues } = dailySweepReports([{ ...visitOf(1), ...Object.fromEntries(keys) }], { offset: "Z" });
  expect([sheets.map(({ fields }) => fields.visits), issues]).toEqual([[1], []]);
  const told = dailySweepReports(
    [{ ...visitOf(1), minutes: Number.NaN, nextStep: { what: Number.NaN, dueOn: Number.NaN } } as never],
    {
      offset: "Z",
    },
  ).issues.map(({ path }) => path.join("."));
  expect(told).toEqual(["0.minutes", "0.nextStep.what", "0.nextStep.dueOn"]);
});

test("E9.1 any number of faults ends in an error of ours that lists 1,000 of them", () => {
  const sheet = {
    v: 1,
    form: "lead-summary",
    version: "1",
    fields: {},
    rows: Array.from({ length: 40_000 }, () => ({})),
  };
  for (const write of [toCsv, toHtml]) {
    const result = outcomeOf(() => write(leadSummaryForm, sheet as never, { locale: en }));
    expect(isKeyAccountError(result) ? result.issues.length : result).toBe(1000);
  }
  const form = defineForm({ id: "f", version: "1", rows: { paid: { type: "money", many: true } } });
  const paid = Array.from({ length: 70_000 }, () => ({ amount: "x", currency: "x" }));
  const read = parseSheet(form, { rows: [{ paid }] });
  expect(read.ok ? 0 : read.issues.length).toBe(1000);
});
