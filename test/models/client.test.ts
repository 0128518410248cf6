import { CLIENT_KINDS, PURCHASE_ROLES, parseClient, parseContact } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { faults, stored, valueOf } from "./noun.js";

const client = { v: 1, id: "c-7", name: "Huaxin", kind: "dealer" };
const contact = (id: string, more: object = {}): object => ({ v: 1, id, name: id.toUpperCase(), ...more });

describe("A5.2 client", () => {
  test("the least that a client needs", () => {
    expect(valueOf(parseClient(client))).toEqual(client);
  });

  test.each(CLIENT_KINDS)("may be a %s", (kind) => {
    expect(parseClient({ ...client, kind }).ok).toBe(true);
  });

  test("a first judgement of class is provisional or confirmed", () => {
    expect(parseClient({ ...client, targetClass: { class: "core-dealer", status: "confirmed" } }).ok).toBe(true);
    expect(
      faults(parseClient({ ...client, targetClass: { class: "core", status: "maybe", judgedAt: "2026-02-30" } })),
    ).toEqual([
      "unknown-value at targetClass.class",
      "unknown-value at targetClass.status",
      "not-a-date at targetClass.judgedAt",
    ]);
  });

  test("an unknown kind names those that are possible", () => {
    expect(parseClient({ ...client, kind: "shop" })).toEqual({
      ok: false,
      issues: [{ code: "unknown-value", path: ["kind"], details: { received: "shop", allowed: [...CLIENT_KINDS] } }],
    });
  });

  test("all issues at once, in the order of the input, absent keys last", () => {
    const wrong = deepFreeze({
      archive: { v: 1, finance: { netMargin: { value: 0.08, observedAt: "yesterday" } } },
      contacts: [contact("a"), contact("a", { reportsTo: "nobody" }), { v: 1, id: "b b" }],
      currency: "yuan",
      name: "",
      kind: 7,
      trade: { v: 3, currency: "CNY", from: "2026-05", to: "2026-04", months: [] },
    });
    expect(faults(parseClient(wrong))).toEqual([
      "decimal-not-text at archive.finance.netMargin.value",
      "not-a-date at archive.finance.netMargin.observedAt",
      "duplicate-id at contacts.1.id",
      "unknown-reference at contacts.1.reportsTo",
      "not-an-id at contacts.2.id",
      "required at contacts.2.name",
      "not-a-currency at currency",
      "too-short at name",
      "unknown-value at kind",
      "unsupported-version at trade.v",
      "out-of-order at trade.to",
      "required at v",
      "required at id",
    ]);
  });

  test("the same input gives the same issues, whatever the order in which they are found", () => {
    const wrong = { kind: "?", v: 1, contacts: [contact("a"), contact("a")], name: 1, id: "c" };
    expect(faults(parseClient(wrong))).toEqual([
      "unknown-value at kind",
      "duplicate-id at contacts.1.id",
      "wrong-type at name",
    ]);
  });
});

describe("E5.5 the organisation chart", () => {
  const parse = (...contacts: object[]): string[] => faults(parseClient({ ...client, contacts }));

  test("a line of reporting", () => {
    expect(parse(contact("a"), contact("b", { reportsTo: "a" }), contact("c", { reportsTo: "b" }))).toEqual([]);
  });

  test("two people above each other; whoever stands below them isn't in the circle", () => {
    const issues = parse(
      contact("a", { reportsTo: "b" }),
      contact("b", { reportsTo: "a" }),
      contact("c", { reportsTo: "a" }),
    );
    expect(issues).toEqual([
      "circular-reference at contacts.0.reportsTo",
      "circular-reference at contacts.1.reportsTo",
    ]);
  });

  test("one above oneself, in a client and alone", () => {
    expect(parse(contact("a", { reportsTo: "a" }))).toEqual(["circular-reference at contacts.0.reportsTo"]);
    expect(faults(parseContact(contact("a", { reportsTo: "a" })))).toEqual(["circular-reference at reportsTo"]);
    expect(faults(parseContact(contact("a", { reportsTo: "b" })))).toEqual([]);
    expect(faults(parseContact({ v: 1, name: "A", reportsTo: "b" }))).toEqual(["required at id"]);
  });

  test("influence on somebody unknown", () => {
    expect(parse(contact("a", { influences: ["b", "z", 5] }), contact("b"))).toEqual([
      "unknown-reference at contacts.0.influences.1",
      "wrong-type at contacts.0.influences.2",
    ]);
  });

  test("contacts that aren't objects, or that lack an id, break no rule", () => {
    expect(parse(null as unknown as object, { v: 1, name: "A", reportsTo: "b" }, contact("b"))).toEqual([
      "wrong-type at contacts.0",
      "required at contacts.1.id",
    ]);
    expect(faults(parseClient({ ...client, contacts: { a: 1 } }))).toEqual(["wrong-type at contacts"]);
  });
});

describe("E5.1 E4.5 contact", () => {
  test("plays any of the nine parts, none other", () => {
    expect(parseContact(contact("a", { roles: [...PURCHASE_ROLES] })).ok).toBe(true);
    expect(faults(parseContact(contact("a", { roles: ["decider", "boss"] })))).toEqual(["unknown-value at roles.1"]);
  });

  test("D1.4 D4.3 what is known about a person has its provenance", () => {
    const profile = {
      hobbies: { value: "Chess", source: "visit v-1", observedAt: "2026-11-20T02:00:00Z", verified: true },
    };
    expect(valueOf(parseContact(contact("a", { profile }))).profile).toEqual(profile);
    expect(faults(parseContact(contact("a", { profile: { hobbies: "Chess" } })))).toEqual([
      "unexpected-text at profile.hobbies",
    ]);
  });

  test("a fact that doesn't apply has no value", () => {
    const family = { value: "two children", notApplicable: true };
    expect(faults(parseContact(contact("a", { profile: { family } })))).toEqual([
      "contradictory-fact at profile.family",
    ]);
    expect(parseContact(contact("a", { profile: { family: { ...family, value: null } } })).ok).toBe(true);
  });
});

test("D1.1 groups are names of the host's own", () => {
  expect(valueOf(parseClient(stored("client"))).groups?.nature).toBe("private");
});
