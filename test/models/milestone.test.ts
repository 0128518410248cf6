import { LEAD_SOURCES, LEVELS, MILESTONES, parseLead, parseMilestone, parseRival } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { faults, stored } from "./noun.js";

const milestone = (more: object): string[] =>
  faults(
    parseMilestone({ v: 1, id: "approval", standards: [{ id: "need-clear" }], previous: ["visit"], next: [], ...more }),
  );

describe("E9 milestone", () => {
  test("E9.1 … E9.8 in order", () => {
    expect(MILESTONES).toEqual([
      "planning",
      "visit",
      "approval",
      "deep-contact",
      "solution",
      "bid",
      "contract",
      "delivery",
    ]);
    for (const id of MILESTONES) expect(milestone({ id, previous: [] })).toEqual([]);
  });

  test("E9.3 an approval names its role, how many, and the form that is approved", () => {
    const forms = [{ id: "project-application" }];
    expect(milestone({ forms, approvals: [{ role: "ka-manager", count: 2, form: "project-application" }] })).toEqual(
      [],
    );
    expect(milestone({ forms, approvals: [{ role: "ka-manager", count: 0, form: "memo" }, { count: 1 }] })).toEqual([
      "out-of-range at approvals.0.count",
      "unknown-reference at approvals.0.form",
      "required at approvals.1.role",
    ]);
  });

  test("ids stand once in their list", () => {
    const twice = [{ id: "a" }, { id: "b" }, { id: "a" }];
    expect(milestone({ standards: twice, tasks: twice, forms: twice, next: ["bid", "bid"] })).toEqual([
      "duplicate-id at standards.2.id",
      "duplicate-id at next.1",
      "duplicate-id at tasks.2.id",
      "duplicate-id at forms.2.id",
    ]);
  });

  test("it neither precedes nor follows itself", () => {
    expect(milestone({ previous: ["approval"], next: ["approval", 5] })).toEqual([
      "circular-reference at previous.0",
      "circular-reference at next.0",
      "wrong-type at next.1",
    ]);
  });

  test("ids are safe as keys of any store", () => {
    expect(milestone({ id: "constructor", standards: [{ id: "4711" }], next: ["$x"] })).toEqual([
      "unsafe-id at id",
      "unsafe-id at standards.0.id",
      "unsafe-id at next.0",
    ]);
  });

  test.each([
    ["0", true],
    ["0.05", true],
    ["1", true],
    ["1.01", false],
    ["5", false],
    [0.05, false],
  ])("likelihood %s: %s", (likelihood, good) => {
    expect(milestone({ likelihood }).length === 0).toBe(good);
  });
});

describe("E9.1 lead", () => {
  const lead = { v: 1, number: "L-17", client: "Huaxin", source: "search", date: "2026-11-21" };

  test.each([...LEAD_SOURCES, "x-trade-fair"])("comes from %s", (source) => {
    expect(faults(parseLead({ ...lead, source }))).toEqual([]);
  });

  test.each([...LEVELS, "x-gold"])("E4.7 may be of class %s", (level) => {
    expect(faults(parseLead({ ...lead, class: level }))).toEqual([]);
  });

  test("the summary's columns: number, client, area, industry, revenue, class, source, date", () => {
    const wrong = {
      v: 1,
      number: "",
      client: 5,
      area: "",
      industry: [],
      revenue: { amount: 12, currency: "RMB¥" },
      class: "E",
      source: "fair",
      date: "2026-13-01",
    };
    expect(faults(parseLead(wrong))).toEqual([
      "too-short at number",
      "wrong-type at client",
      "too-short at area",
      "wrong-type at industry",
      "decimal-not-text at revenue.amount",
      "not-a-currency at revenue.currency",
      "unknown-value at class",
      "unknown-value at source",
      "not-a-date at date",
    ]);
  });
});

describe("A2.1 rival", () => {
  test("A2.3 a client stands once in its network", () => {
    const clients = [{ clientId: "c-1" }, { clientId: "c-1", canWin: { value: true } }];
    expect(faults(parseRival({ v: 1, id: "n", name: "Northstar", clients }))).toEqual([
      "duplicate-id at clients.1.clientId",
    ]);
  });

  test("prices are amounts of zero or more, with provenance and currency", () => {
    const prices = [{ product: "Pump", wholesale: { value: "-1" }, retail: { value: 9 } }];
    expect(faults(parseRival({ ...stored("rival"), prices }))).toEqual([
      "negative at prices.0.wholesale.value",
      "decimal-not-text at prices.0.retail.value",
      "required at prices.0.currency",
    ]);
  });
});
