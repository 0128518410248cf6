import fc from "fast-check";
import type { Lead, Visit } from "keyaccount/models";
import {
  clientSurvey,
  clientSurveyForm,
  dailySweepReports,
  defineForm,
  developmentRecords,
  leadSummary,
  projectApplication,
  type RollUpParts,
  rollUp,
  visitRecords,
  weeklySummaries,
} from "keyaccount/reports";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { CLIENTS, visits, WEEK } from "./records.js";

const OPTIONS = { offset: "+08:00", clients: CLIENTS };
const NA = { notApplicable: true };

describe("D4.5 visit records", () => {
  test("time, place, manner, main points, the client's ideas, advice, and what follows", () => {
    const { sheets, issues } = visitRecords(deepFreeze(WEEK), OPTIONS);
    expect(issues).toEqual([]);
    expect(sheets.map(({ fields, rows }) => [fields.visit, rows])).toEqual([
      ["v-1", []],
      ["v-2", []],
      ["v-3", []],
    ]);
    expect(sheets[0]?.fields).toEqual({
      visit: "v-1",
      clientId: "c-7",
      client: "华信商贸",
      date: "2026-11-19",
      time: "09:30",
      minutes: 45,
      place: "Shop, 2nd floor",
      way: "visit",
      manner: null,
      activity: null,
      purposes: ["win-trust", "learn"],
      focus: null,
      ours: ["Chen Gang"],
      theirs: ["Li Wei"],
      mainPoints: '=SUM(A1) was "asked",\nthen prices',
      clientIdeas: "Wants samples",
      advice: "Bring the manual",
      materials: ["manual; Chinese"],
      attitude: "warm",
      progress: "first-contact",
      outcome: "good",
      failureCauses: null,
      nextStep: "samples",
      nextStepOn: "2026-11-26",
      nextStepOwner: "chen",
      followUpOn: "2026-11-24",
      followUpWay: "phone",
      opinion: "useful",
      notes: null,
    });
    expect(sheets[1]?.fields.failureCauses).toEqual(["bound-to-rival", "x-moved"]);
  });
});

describe("D5.3 development records", () => {
  test("number of contacts, total time and reasons are computed; of a client not won the causes of failure", () => {
    const { sheets } = developmentRecords(deepFreeze([...WEEK].reverse()), OPTIONS);
    expect(sheets.map(({ fields }) => fields)).toEqual([
      {
        clientId: "c-7",
        client: "华信商贸",
        contacts: 2,
        totalMinutes: 45,
        unknownLengths: 1,
        firstContact: "2026-11-19",
        lastContact: "2026-11-20",
        furthest: "first-contact",
        won: null,
        successReasons: null,
        failureReasons: null,
      },
      {
        clientId: "c-8",
        client: "Beta | <b>",
        contacts: 1,
        totalMinutes: 10,
        unknownLengths: 0,
        firstContact: "2026-11-19",
        lastContact: "2026-11-19",
        furthest: null,
        won: null,
        successReasons: null,
        failureReasons: ["bound-to-rival", "x-moved"],
      },
    ]);
  });

  const contact = (day: number, more: Partial<Visit>): Visit => ({
    v: 1,
    id: `v-${String(day)}`,
    clientId: "c",
    way: "visit",
    startedAt: `2026-11-0${String(day)}`,
    ...more,
  });

  test("won: what the good contacts served, most often first", () => {
    const { sheets } = developmentRecords(
      [
        contact(1, { outcome: "good", purposes: ["learn", "win-trust"], progress: "proposal" }),
        contact(2, { outcome: "good", purposes: ["learn", "x-dinner"] }),
        contact(3, { outcome: "no-result", purposes: ["advance-project"], failureCauses: [{ cause: "mismatch" }] }),
        contact(4, { progress: "signing" }),
      ],
      { offset: "Z" },
    );
    expect(sheets[0]?.fields).toMatchObject({
      won: true,
      furthest: "signing",
      successReasons: ["learn", "win-trust", "x-dinner"],
      failureReasons: NA,
    });
  });

  test("not won: the causes of failure, most often first, equal ones in the handbook's order", () => {
    const { sheets } = developmentRecords(
      [
        contact(1, { progress: "proposal", failureCauses: [{ cause: "x-own" }, { cause: "bound-to-rival" }] }),
        contact(2, { progress: "demonstration", failureCauses: [{ cause: "bound-to-rival" }, { cause: "mismatch" }] }),
      ],
      { offset: "Z" },
    );
    expect(sheets[0]?.fields).toMatchObject({
      won: false,
      furthest: "proposal",
      successReasons: NA,
      failureReasons: ["bound-to-rival", "mismatch", "x-own"],
    });
  });

  test("law: one record for each client, with all its contacts in order", () => {
    fc.assert(
      fc.property(visits, (all) => {
        const { sheets } = developmentRecords(all, { offset: "Z" });
        expect(sheets.map(({ fields }) => fields.clientId)).toEqual(
          [...new Set(all.map(({ clientId }) => clientId))].sort(),
        );
        for (const { fields, rows } of sheets) {
          expect(rows).toHaveLength(all.filter(({ clientId }) => clientId === fields.clientId).length);
          const days = rows.map(({ date }) => String(date));
          expect(days).toEqual([...days].sort());
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("E9.1 lead summary", () => {
  const lead: Lead = { v: 1, number: "L-1", client: "Huaxin", source: "search", date: "2026-11-21" };

  test("JTF001's columns, the oldest first, then by number", () => {
    const leads: Lead[] = [
      { ...lead, number: "L-3", date: "2026-11-20T15:59:59Z" },
      {
        ...lead,
        number: "L-2",
        area: "east",
        industry: "building",
        revenue: { amount: "8200000.50", currency: "CNY" },
        class: "x-gold",
      },
      { ...lead, number: "L-10", date: "2026-11-20T16:00:00Z" },
    ];
    const { sheet, issues } = leadSummary(deepFreeze(leads), { offset: "+08:00" });
    expect(issues).toEqual([]);
    expect(sheet.rows.map(({ number, date }) => [number, date])).toEqual([
      ["L-3", "2026-11-20"],
      ["L-10", "2026-11-21"],
      ["L-2", "2026-11-21"],
    ]);
    expect(sheet.rows[2]).toEqual({
      number: "L-2",
      client: "Huaxin",
      area: "east",
      industry: "building",
      revenue: { amount: "8200000.5", currency: "CNY" },
      class: "x-gold",
      source: "search",
      date: "2026-11-21",
    });
  });

  test("no leads: a summary without rows; a second one of a number is left out", () => {
    expect(leadSummary([], { offset: "Z" }).sheet.rows).toEqual([]);
    expect(leadSummary([lead, lead], { offset: "Z" }).issues).toEqual([
      { code: "duplicate-id", path: [1, "id"], details: { id: "L-1" } },
    ]);
  });
});

describe("E9.3 project application", () => {
  const fields = { project: "Line 2", applicant: "Chen", appliedOn: "2026-11-21" };

  test("takes what records say, and leaves the applicant the last word", () => {
    const contacts = [
      { name: "Li", roles: ["user", "decision"] },
      { name: "Wu", roles: ["user"] },
      { name: "Sun" },
      { name: "Qi", roles: ["final-approval"] },
    ];
    const client = deepFreeze({ ...CLIENTS[0], id: "c-7", contacts });
    const read = projectApplication(
      { fields: { ...fields, area: null }, rows: [{ member: "Chen" }] },
      { client, visits: deepFreeze(WEEK), offset: "+08:00" },
    );
    expect(read.ok && read.value.fields).toMatchObject({
      clientId: "c-7",
      client: "华信商贸",
      area: null,
      industry: "building",
      deciders: ["Li", "Qi"],
      contactsSoFar: 2,
      minutesSoFar: null,
      teamSize: 1,
      approval: null,
    });
    const other = projectApplication({ fields }, { client: { id: "c-8" }, visits: WEEK, offset: "+08:00" });
    expect(other.ok && other.value.fields).toMatchObject({
      client: null,
      deciders: null,
      contactsSoFar: 1,
      minutesSoFar: 10,
      teamSize: 0,
    });
    const unknown = projectApplication({ fields }, { client: { id: "c-8" }, offset: "+08:00" });
    expect(unknown.ok && unknown.value.fields).toMatchObject({ contactsSoFar: null, minutesSoFar: null });
  });

  test("every fault is told: of the client, of the visits, of the application", () => {
    const read = projectApplication(
      { fields: { ...fields, likelihood: 2 as unknown as string } },
      {
        client: { id: "c-7", industry: new Date(0), when: new Date(0) } as unknown as { id: string },
        visits: [{ ...(WEEK[0] as Visit), attitude: "hot" as "warm" }],
        offset: "Z",
      },
    );
    expect(read.ok ? [] : read.issues.map(({ code, path }) => [code, ...path].join(" "))).toEqual([
      "not-json client industry",
      "unknown-value visits 0 attitude",
      "out-of-range fields likelihood",
    ]);
    const faulty = projectApplication(null as unknown as { fields: object }, {
      client: null as unknown as { id: string },
      offset: "Z",
    });
    expect(faulty.ok ? [] : faulty.issues.map(({ path }) => path.join("."))).toEqual([
      "fields.clientId",
      "fields.project",
      "fields.applicant",
      "fields.appliedOn",
    ]);
    const list = projectApplication({ fields: [] as object }, { client: { id: "c" }, offset: "Z" });
    expect(list.ok ? [] : list.issues.map(({ code }) => code)).toEqual([
      "wrong-type",
      "required",
      "required",
      "required",
      "required",
    ]);
  });
});

describe("A4.3 client survey form", () => {
  const survey = {
    id: "s",
    version: "2",
    questions: {
      reps: { kind: "number", min: "0", max: "900" },
      rate: { kind: "rating", min: 1, max: 5 },
      size: { kind: "choice", options: ["small", "large"] },
      own: { kind: "flag" },
      say: { kind: "text" },
      goods: { kind: "list" },
      order: { kind: "ranking", options: ["price", "quality"] },
      brands: { kind: "amounts" },
      free: { kind: "number" },
    },
  } as const;
  const form = clientSurveyForm(survey);
  const answered = (value: unknown): { state: string; answer: { value: unknown; notApplicable: boolean } } => ({
    state: "answered",
    answer: { value, notApplicable: false },
  });

  test("has a field for each question, of its kind", () => {
    expect(form.version).toBe("s 2");
    expect(
      Object.entries(form.fields)
        .slice(7)
        .map(([id, field]) => [id, field.type, field.many, field.mayNotApply]),
    ).toEqual([
      ["reps", "decimal", undefined, true],
      ["rate", "decimal", undefined, true],
      ["size", "code", undefined, true],
      ["own", "flag", undefined, true],
      ["say", "text", undefined, true],
      ["goods", "text", true, true],
      ["order", "code", true, true],
      ["brands", "text", true, true],
      ["free", "decimal", undefined, true],
    ]);
  });

  test("A4.4 is filled with the answers that hold, and says what is open", () => {
    const progress = deepFreeze({
      asOf: "2026-11-21T08:00:00Z",
      records: 2,
      whole: { completeness: 0.75, open: ["say"] },
      answers: {
        reps: answered("12"),
        rate: { state: "stale", answer: { value: "3", notApplicable: false } },
        size: answered("large"),
        own: answered(false),
        say: { state: "open", answer: null },
        goods: { state: "not-applicable", answer: { value: null, notApplicable: true } },
        order: answered(["quality", "price"]),
        brands: answered([{ name: "A", amount: "5" }, { name: "B" }]),
        elsewhere: answered(1),
      },
    });
    const read = clientSurvey(form, { client: { id: "c-7", name: "Huaxin" }, progress });
    expect(read.ok && read.value.fields).toEqual({
      clientId: "c-7",
      client: "Huaxin",
      area: null,
      asOf: "2026-11-21",
      surveyVisits: 2,
      completeness: "0.75",
      openQuestions: ["say"],
      reps: "12",
      rate: null,
      size: "large",
      own: false,
      say: null,
      goods: NA,
      order: ["quality", "price"],
      brands: ["A: 5", "B"],
      free: null,
    });
  });

  test("answers that can't be, and progress that is none, are told", () => {
    const read = clientSurvey(form, {
      client: { id: "c" },
      progress: { asOf: 7, records: 1, whole: {}, answers: { reps: answered("901"), own: 1 } } as never,
    });
    expect(read.ok ? [] : read.issues.map(({ code, path }) => [code, ...path].join(" "))).toEqual([
      "wrong-type fields asOf",
      "out-of-range fields reps",
    ]);
    const none = clientSurvey(form, { client: null, progress: null } as never);
    expect(none.ok ? [] : none.issues.map(({ code, path }) => [code, ...path].join(" "))).toEqual([
      "required fields clientId",
    ]);
  });

  test.each([
    [{ id: "s", version: "1", questions: {} }, "too-few"],
    [{ id: "s", version: "1", questions: null }, "too-few"],
    [{ id: "s", version: "1", questions: { a: null } }, "unknown-value"],
    [{ id: "s", version: "1", questions: { a: { kind: "toString" } } }, "unknown-value"],
    [{ id: "s", version: "1", questions: { area: { kind: "text" } } }, "duplicate-id"],
    [{ id: "s", version: "1", questions: { a: { kind: "choice" } } }, "wrong-type"],
    [{ id: "s", version: "1", questions: { a: { kind: "ranking" } } }, "wrong-type"],
    [{ id: "s", version: "1", questions: { a: {} } }, "unknown-value"],
    [null, "wrong-type"],
  ])("%j is no survey: %s", (faulty, code) => {
    expect(() => clientSurveyForm(faulty as unknown as typeof survey)).toThrow(expect.objectContaining({ code }));
  });
});

describe("A4.3 hosts roll up records of their own", () => {
  const form = defineForm({
    id: "f",
    version: "1",
    fields: { day: { type: "day" } },
    sort: ["x"],
    rows: {
      n: { type: "integer" },
      x: { type: "decimal" },
      c: { type: "code", codes: ["low", "high"], open: true },
      m: { type: "money" },
      b: { type: "flag", mayNotApply: true },
      t: { type: "text", many: true },
    },
  });

  test("rows are sorted by the columns told, then from left to right; numbers as numbers, codes as listed, unknown last", () => {
    const rows = [
      { x: "10", n: 1 },
      { x: "9.5" },
      { n: 5 },
      { n: 5, c: "x-b" },
      { n: 5, c: "x-a" },
      { n: 5, c: "high" },
      { n: 5, c: "low" },
      { n: 6, b: true },
      { n: 6, b: false },
      { n: 6, b: { notApplicable: true } },
      { n: 7, t: ["b"] },
      { n: 7, t: ["a", "c"] },
      { n: 8, m: { amount: "1", currency: "USD" } },
      { n: 8, m: { amount: "1", currency: "CNY" } },
      { n: 5 },
    ] as const;
    const { sheets } = rollUp(form, rows, { row: (row) => row });
    const shown = sheets[0]?.rows.map(({ n, x, c, b, t, m }) =>
      [n, x, c, b, t?.join(""), m?.currency].filter((value) => value !== null && value !== undefined),
    );
    expect(shown).toEqual([
      ["9.5"],
      [1, "10"],
      [5, "low"],
      [5, "high"],
      [5, "x-a"],
      [5, "x-b"],
      [5],
      [5],
      [6, false],
      [6, true],
      [6, { notApplicable: true }],
      [7, "ac"],
      [7, "b"],
      [8, "CNY"],
      [8, "USD"],
    ]);
  });

  test("a function that throws costs its record, unless what it throws is ours", () => {
    const parts: RollUpParts<{ n: number }, object, object> = {
      row: ({ n }) => {
        if (n === 1) throw new Error("no such stock");
        if (n === 2) throw unprintable();
        if (n === 5) nothing().throw("odd");
        return n === 3 ? (7 as unknown as object) : { n };
      },
    };
    const { sheets, issues } = rollUp(form as never, [{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }, { n: 5 }], parts);
    expect(sheets.map(({ rows }) => rows.length)).toEqual([1]);
    expect(issues).toEqual([
      { code: "mapping-failed", path: [0], details: { message: "no such stock" } },
      { code: "mapping-failed", path: [1], details: { message: "" } },
      { code: "wrong-type", path: [2], details: { expected: "object", received: "7" } },
      { code: "mapping-failed", path: [4], details: { message: "odd" } },
    ]);
    expect(() =>
      leadSummary([{ v: 1, number: "1", client: "c", source: "search", date: "2026-11-20T00:00:00Z" }], {
        offset: () => "08:00",
      }),
    ).toThrow(expect.objectContaining({ code: "not-an-offset" }));
  });

  test.each<[string, unknown, unknown, string]>([
    ["records", "x", {}, "wrong-type"],
    ["no records", null, {}, "wrong-type"],
    ["a symbol", Symbol("x"), {}, "not-json"],
    ["parts", [], null, "wrong-type"],
    ["a part", [], { row: 1 }, "wrong-type"],
    ["another part", [], { rows: () => ({}) }, "unknown-key"],
  ])("%s of another type are refused", (_, records, parts, code) => {
    expect(() => rollUp(form, records as [], parts as object)).toThrow(expect.objectContaining({ code }));
  });

  test.each<[unknown, string]>([
    ...["+8:00", "+15:00", "+14:01", "+14:30", "-14:01", "", 8, "08:00"].map((offset): [unknown, string] => [
      offset,
      "not-an-offset",
    ]),
    [null, "required"],
    [undefined, "required"],
  ])("an offset of %j is refused, even without records: %s", (offset, code) => {
    expect(() => visitRecords([], { offset: offset as string })).toThrow(
      expect.objectContaining({ code, path: ["offset"] }),
    );
  });

  test("records that say half leave the other half unknown", () => {
    const half: unknown = [{ ...WEEK[0], nextStep: {}, followUp: {}, ours: [{}], theirs: [], failureCauses: [{}] }];
    const { issues } = visitRecords(half as Visit[], { offset: "Z" });
    expect(issues.map(({ code, path }) => [code, ...path].join(" "))).toEqual([
      "required 0 ours 0 name",
      "required 0 failureCauses 0 cause",
    ]);
    const days = dailySweepReports(half as Visit[], {
      offset: "Z",
      surveyShares: { "v-1": null },
      clients: [{ name: "x" }, { id: "c-7", targetClass: {} }] as never,
    });
    expect(days.sheets[0]?.fields.salesperson).toBeNull();
    expect(days.sheets[0]?.rows[0]).toMatchObject({ surveyShare: null, targetClass: null, nextStep: null });
    const twice = weeklySummaries([...days.sheets, ...days.sheets]);
    expect(twice.issues.map(({ details }) => details)).toEqual([{ id: "2026-11-19 2026-11-19" }]);
  });

  test("clients that aren't plain data are refused; those that are no records are passed over", () => {
    expect(() => visitRecords([], { offset: "Z", clients: [{ id: "c", name: new Date(0) }] as never })).toThrow(
      expect.objectContaining({ code: "not-json" }),
    );
    const { sheets } = visitRecords(WEEK, { offset: "Z", clients: [null, { id: "c-8", targetClass: 1 }] as never });
    expect(sheets[1]?.fields.client).toBeNull();
  });
});

/** Throws whatever it is told to. */
function* nothing(): Generator<never> {}

/** An error that can't even be printed. */
function unprintable(): Error {
  const { proxy, revoke } = Proxy.revocable(new Error("x"), {});
  revoke();
  return proxy;
}
