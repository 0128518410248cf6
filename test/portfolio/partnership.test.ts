import {
  PARTNERSHIP_BALANCES,
  PARTNERSHIP_VERDICTS,
  type PartnershipBalance,
  type PartnershipFacts,
  type PartnershipVerdict,
  weighPartnership,
} from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const sides = (ours: string | null, theirs: string | null) => ({ ours, theirs });

describe("C1 a client is a partner: 1 + 1 > 2", () => {
  test.each<[string, [string, string], PartnershipVerdict, object]>([
    ["both earn more", ["130", "95"], "both-gain", { ours: "30", theirs: "15", joint: "45" }],
    ["one earns more, the other as much", ["100", "80.01"], "both-gain", { ours: "0", theirs: "0.01", joint: "0.01" }],
    ["more together, less for us", ["99.9", "95"], "at-our-cost", { ours: "-0.1", theirs: "15", joint: "14.9" }],
    ["more together, less for the client", ["130", "79"], "at-its-cost", { ours: "30", theirs: "-1", joint: "29" }],
    ["as much as apart", ["100", "80"], "no-gain", { ours: "0", theirs: "0", joint: "0" }],
    ["what one wins the other loses", ["110", "70"], "no-gain", { ours: "10", theirs: "-10", joint: "0" }],
    ["less together", ["90", "70"], "no-gain", { ours: "-10", theirs: "-10", joint: "-20" }],
  ])("%s", (_, [ours, theirs], verdict, gain) => {
    const facts = deepFreeze({ currency: "CNY", apart: sides("100", "80"), together: sides(ours, theirs) });
    expect(weighPartnership(facts)).toMatchObject({ v: 1, currency: "CNY", verdict, gain, issues: [] });
  });

  test("what isn't known is no zero: there is no verdict", () => {
    const unknown = { ours: "30", theirs: null, joint: null };
    const facts = { currency: "CNY", apart: sides("100", null), together: sides("130", "95") };
    expect(weighPartnership(facts)).toMatchObject({ gain: unknown, verdict: null, balance: "unknown" });
    const ours = { currency: "CNY", apart: sides(null, "80"), together: sides("130", "95") };
    expect(weighPartnership(ours)).toMatchObject({ gain: { ours: null, theirs: "15", joint: null }, verdict: null });
    expect(weighPartnership({ currency: "CNY", apart: null })).toMatchObject({ gain: { ours: null }, verdict: null });
  });
});

describe("C1 duties as well as rights", () => {
  test.each<[string, PartnershipFacts["duties"], PartnershipFacts["rights"], PartnershipBalance]>([
    ["all kept", { terms: true, area: true }, ["price"], "kept"],
    ["kept, and no right", { terms: true }, null, "kept"],
    ["one broken, whatever isn't known of others", { terms: false, area: null }, ["price"], "broken"],
    ["one of which nobody knows", { terms: true, area: null }, ["price"], "unknown"],
    ["none agreed, but rights", {}, ["price"], "rights-without-duties"],
    ["none agreed, and no rights", {}, [], "unknown"],
    ["nobody knows which there are", undefined, ["price"], "unknown"],
  ])("%s", (_, duties, rights, balance) => {
    expect(weighPartnership({ currency: "CNY", duties, rights }).balance).toBe(balance);
  });

  test("names those broken and those unknown, by id", () => {
    const duties = { z: false, m: null, a: false, k: true, b: null };
    expect(weighPartnership({ currency: "CNY", duties })).toMatchObject({ broken: ["a", "z"], unknown: ["b", "m"] });
  });

  test("what can't be read is an issue, and counts as unknown", () => {
    const facts = {
      currency: " ",
      apart: { ours: "1,5" },
      together: 5,
      duties: { terms: "yes", area: true },
      rights: ["x", 5, null],
    };
    const { issues, ...rest } = weighPartnership(facts as never);
    expect(issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
      "required currency",
      "not-a-decimal apart.ours",
      "wrong-type together",
      "wrong-type duties.terms",
      "wrong-type rights.1",
    ]);
    expect(rest).toMatchObject({ currency: null, verdict: null, balance: "unknown", unknown: ["terms"] });
    expect(weighPartnership({ currency: "CNY", duties: {}, rights: [5] } as never).balance).toBe("unknown");
    for (const hostile of [undefined, null, 5, [], new Map(), { duties: [], rights: {} }]) {
      const result = weighPartnership(hostile as never);
      expect(result.issues.length).toBeGreaterThan(0);
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    }
  });
});

test.each([en, zhCN])(
  "C1 every code has its word, and no other: $tag",
  ({ partnershipVerdicts, partnershipBalances }) => {
    expect(Object.keys(partnershipVerdicts)).toEqual(PARTNERSHIP_VERDICTS);
    expect(Object.keys(partnershipBalances)).toEqual(PARTNERSHIP_BALANCES);
  },
);
