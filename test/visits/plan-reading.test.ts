import { planVisit } from "keyaccount";
import type { Visit } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { inShort, thrownBy } from "./faults.js";

const visit = { v: 1, id: "v-1", clientId: "c-7", way: "visit", startedAt: "2026-11-02" } as const;
const sound = { id: "p-1", asOf: "2026-11-23", client: { id: "c-7" }, visits: [visit] };
const plan = (change: object) => planVisit({ ...sound, ...change });

describe("A6.1 what must be told and can't be read throws, whatever else is there", () => {
  const when = new Date(0);
  test.each([
    ["asOf", { asOf: when }, ["not-json at asOf"]],
    ["asOf without visits", { asOf: when, visits: [] }, ["not-json at asOf"]],
    ["id", { id: when }, ["not-json at id"]],
    ["client.id", { client: { id: when } }, ["not-json at client.id"]],
    ["client", { client: when }, ["not-json at client"]],
    ["a number for a client", { client: Number.NaN }, ["not-json at client"]],
    ["a map for a client", { client: new Map() }, ["not-json at client"]],
    ["a function for a client", { client: () => 1 }, ["not-json at client"]],
    [
      "all of them",
      { id: when, asOf: when, client: when },
      ["not-json at id", "not-json at asOf", "not-json at client"],
    ],
    ["null", { client: null, asOf: null }, ["required at asOf", "required at client"]],
  ])("%s", (_name, change, issues) => {
    expect(thrownBy(() => plan(change))).toEqual(issues);
  });

  test("beyond the hundred faults that are listed, too", () => {
    const visits = Array.from({ length: 150 }, (_, index) => ({ ...visit, id: String(index), way: Number.NaN }));
    expect(thrownBy(() => planVisit({ visits, id: "p-1", client: { id: "c-7" }, asOf: when } as never))).toEqual([
      "required at asOf",
    ]);
  });
});

describe("A6.1 what isn't the plan's business doesn't spoil it", () => {
  const issuesOf = (change: object): string[] => inShort(plan(change).issues);

  test("visits of another client, be they to come, faulty or unreadable", () => {
    const others = [
      { ...visit, id: "x", clientId: "other", startedAt: "2027-01-01" },
      { ...visit, id: "y", clientId: "other", way: "???" },
      { ...visit, id: "z", clientId: "other", way: Number.NaN },
      { ...visit, clientId: "other" },
    ] as unknown as Visit[];
    const planned = plan({ visits: [...others, visit] });
    expect(planned.issues).toEqual([]);
    expect(planned.plan.visitNumber).toBe(2);
  });

  test("fields of a host's own that aren't JSON", () => {
    const contacts = [{ id: "li", name: "Li", createdAt: new Date(0) }];
    expect(issuesOf({ client: { id: "c-7", contacts, createdAt: new Date(0) } })).toEqual([]);
    expect(issuesOf({ visits: [{ ...visit, createdAt: new Date(0) }] })).toEqual([]);
  });

  test("but a fault of this client's own visits and fields does", () => {
    expect(issuesOf({ visits: [{ ...visit, way: Number.NaN }] })).toEqual(["not-json at visits.0.way"]);
    expect(issuesOf({ visits: [{ ...visit, clientId: undefined }] })).toEqual(["required at visits.0.clientId"]);
    expect(issuesOf({ visits: [new Date(0)] })).toEqual(["not-json at visits.0"]);
    expect(issuesOf({ visits: new Date(0) })).toEqual(["not-json at visits"]);
    expect(issuesOf({ client: { id: "c-7", contacts: new Date(0) } })).toEqual(["not-json at client.contacts"]);
    expect(issuesOf({ client: { id: "c-7", contacts: [{ id: new Date(0) }] } })).toEqual([
      "not-json at client.contacts.0.id",
    ]);
    expect(issuesOf({ client: { id: "c-7", kind: new Date(0) } })).toEqual(["not-json at client.kind"]);
  });
});
