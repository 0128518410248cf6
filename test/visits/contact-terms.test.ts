import {
  COOPERATION_PARTS,
  checkCooperation,
  FIRST_CONTACT_WAYS,
  type FirstContactFacts,
  RULES_BY_WAY,
  recommendFirstContact,
  type WayIn,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const all = { phone: true, letter: true, "e-mail": true };
const contact = (facts: FirstContactFacts) => recommendFirstContact(deepFreeze(facts));

describe("D3.1, D3.2, D3.3 the way in is chosen once all developers are heard", () => {
  const say = (id: string, way: WayIn) => ({ id, way });
  const wayIn = (facts: FirstContactFacts) => contact(facts).wayIn;

  test("D3.1, D3.2, D3.3 the way in with most voices; of equals the first: presentation, mailed material, visit", () => {
    const proposals = [say("a", "visit"), say("b", "visit"), say("c", "presentation")];
    expect(wayIn({ developers: ["c", "a", "b"], proposals })).toEqual({
      way: "visit",
      voices: [
        { way: "presentation", developers: ["c"] },
        { way: "mailed-material", developers: [] },
        { way: "visit", developers: ["a", "b"] },
      ],
      unheard: [],
      rules: RULES_BY_WAY.visit,
    });
    expect(wayIn({ developers: ["a", "c"], proposals: [say("a", "visit"), say("c", "mailed-material")] }).way).toBe(
      "mailed-material",
    );
  });

  test("D3.1 no way in while somebody is unheard, nobody is named, or nobody has a proposal", () => {
    expect(wayIn({ developers: ["z", "a", "y"], proposals: [say("a", "visit")] })).toMatchObject({
      way: null,
      unheard: ["y", "z"],
      rules: [],
    });
    expect(wayIn({ proposals: [say("a", "visit")] }).way).toBeNull();
    expect(wayIn({ developers: [], proposals: [] }).way).toBeNull();
  });

  test("D4.1, D4.2, D4.4 a visit as the way in has its rules", () => {
    expect(RULES_BY_WAY.visit).toEqual([
      "appointment-first",
      "supervisor-or-above",
      "preparatory-meeting",
      "face-to-face",
    ]);
  });
});

describe("D3.4 the first contact", () => {
  const ways = (facts: FirstContactFacts) => contact(facts).firstContact.options.map(({ way }) => way);

  test.each([
    [{}, ["phone", "letter", "e-mail"]],
    [{ formal: true }, ["letter", "phone", "e-mail"]],
    [{ urgent: true }, ["phone", "e-mail", "letter"]],
    [{ formal: true, urgent: true }, ["phone", "e-mail", "letter"]],
    [{ formal: false, urgent: false }, ["phone", "letter", "e-mail"]],
  ])("%j puts %j", (facts, order) => {
    expect(ways(facts)).toEqual(order);
    expect([...order].sort()).toEqual([...FIRST_CONTACT_WAYS].sort());
  });

  test("D3.4 the first way by which the client can be reached; unknown addresses aren't chosen", () => {
    expect(contact({ reachable: all }).firstContact.way).toBe("phone");
    expect(contact({ reachable: { phone: false, "e-mail": true } }).firstContact.way).toBe("e-mail");
    expect(contact({}).firstContact.way).toBeNull();
  });

  test("D3.4 reasons and rules by way: never ask for the sale outright, letters short and without jargon, layout of e-mail", () => {
    const [letter, phone, mail] = contact({ reachable: { phone: false, letter: true }, formal: true }).firstContact
      .options;
    expect(letter).toEqual({
      way: "letter",
      reachable: true,
      reasons: ["formal"],
      rules: ["be-formal", "short-and-clear", "no-jargon", "ask-for-an-answer"],
    });
    expect(phone).toMatchObject({ reachable: false, reasons: ["most-respectful", "no-address"] });
    expect(phone?.rules).toContain("never-ask-for-the-sale");
    expect(mail).toMatchObject({
      reachable: null,
      reasons: ["cheap-and-fast", "may-look-informal", "address-unknown"],
    });
    expect(mail?.rules).toEqual(["short-and-clear", "mind-layout", "not-too-informal"]);
    const casual = contact({ reachable: all, formal: false, urgent: true }).firstContact.options;
    expect(casual.map(({ reasons }) => reasons)).toEqual([["most-respectful"], ["cheap-and-fast"], ["formal", "slow"]]);
  });

  test("E9.2 the phone in three steps, at the right time", () => {
    expect(RULES_BY_WAY.phone).toEqual([
      "say-who-you-are",
      "say-what-is-in-it",
      "ask-for-an-appointment",
      "never-ask-for-the-sale",
      "call-at-the-right-time",
    ]);
  });

  test("what can't be read is unknown", () => {
    const { issues } = recommendFirstContact({
      formal: "yes",
      reachable: { phone: 1 },
      developers: [3],
      proposals: [{ id: "a", way: "fly" }, { way: "visit" }, { id: "b", way: "visit" }, { id: "b", way: "visit" }],
    } as never);
    expect(issues.map(({ code, path }) => [code, ...path])).toEqual([
      ["wrong-type", "formal"],
      ["wrong-type", "reachable", "phone"],
      ["wrong-type", "developers", 0],
      ["unknown-value", "proposals", 0, "way"],
      ["required", "proposals", 1, "id"],
      ["unknown-value", "proposals", 2, "id"],
      ["unknown-value", "proposals", 3, "id"],
    ]);
  });
});

describe("A8.1, A8.2, A8.3 what of a cooperation isn't settled", () => {
  const asOf = "2026-11-21";
  const terms = { form: { value: "core dealer" }, afterService: { value: "with us" }, payment: { value: "30 days" } };
  const check = (given: Parameters<typeof checkCooperation>[0]) => checkCooperation(deepFreeze(given), { asOf });

  test("A8.1 terms first, A8.2 then the letter of intent, then the agreement", () => {
    expect(check({})).toEqual({ v: 1, asOf, next: "settle-terms", open: COOPERATION_PARTS, findings: [], issues: [] });
    expect(check(terms)).toMatchObject({
      next: "sign-letter-of-intent",
      open: ["letter-of-intent", "agreement", "dedicated-manager"],
    });
    expect(check({ ...terms, letterOfIntentOn: "2026-11-10" })).toMatchObject({
      next: "sign-agreement",
      open: ["agreement", "dedicated-manager"],
    });
    expect(
      check({ ...terms, letterOfIntentOn: "2026-11-10", agreementOn: "2026-11-10", managedBy: ["wang"] }),
    ).toMatchObject({ next: "cooperate", open: [], findings: [] });
  });

  test.each(["form", "afterService", "payment"] as const)(
    "A8.1 without %s terms are open; what doesn't apply is settled, what is asked for isn't",
    (part) => {
      expect(check({ ...terms, [part]: null }).next).toBe("settle-terms");
      expect(check({ ...terms, [part]: { value: null } }).next).toBe("settle-terms");
      expect(check({ ...terms, [part]: { value: " " } }).next).toBe("settle-terms");
      expect(check({ ...terms, [part]: { value: null, notApplicable: true } }).next).toBe("sign-letter-of-intent");
      expect(check({ ...terms, [part]: { value: "x", observedAt: "2026-11-30" } })).toMatchObject({
        next: "settle-terms",
        issues: [{ code: "observed-after-as-of", path: [part, "observedAt"] }],
      });
      expect(check({ ...terms, [part]: { value: "x", notApplicable: true } })).toMatchObject({
        next: "settle-terms",
        issues: [{ code: "contradictory-fact", path: [part] }],
      });
    },
  );

  test("A8.2 what was signed before its time", () => {
    expect(check({ letterOfIntentOn: "2026-11-10", agreementOn: "2026-11-12" }).findings).toEqual([
      "intent-before-terms",
      "agreement-before-terms",
    ]);
    expect(check({ ...terms, agreementOn: "2026-11-12" })).toMatchObject({
      next: "cooperate",
      open: ["letter-of-intent", "dedicated-manager"],
      findings: ["agreement-before-intent"],
    });
    expect(check({ ...terms, letterOfIntentOn: "2026-11-13", agreementOn: "2026-11-12" }).findings).toEqual([
      "agreement-before-intent",
    ]);
    expect(check({ ...terms, letterOfIntentOn: "2026-12-13" })).toMatchObject({
      next: "sign-letter-of-intent",
      issues: [{ code: "observed-after-as-of" }],
    });
  });

  test("A8.3 nobody in charge is nobody", () => {
    expect(check({ ...terms, managedBy: [] }).open).toContain("dedicated-manager");
  });

  test("the day of the question must be told", () => {
    expect(() => checkCooperation({}, {} as never)).toThrow(expect.objectContaining({ code: "required" }) as Error);
  });
});

describe("D3 a meeting hears all developers, and nobody else", () => {
  const visitBy = (id: string) => ({ id, way: "visit" as const });
  const presentationBy = (id: string) => ({ id, way: "presentation" as const });

  test("a stranger's proposal is an issue, not a voice", () => {
    const { wayIn, issues } = contact({
      developers: ["a"],
      proposals: [visitBy("a"), presentationBy("x"), presentationBy("y")],
    });
    expect([wayIn.way, wayIn.voices.flatMap(({ developers }) => developers)]).toEqual(["visit", ["a"]]);
    expect(issues.map(({ code, path }) => [code, ...path])).toEqual([
      ["unknown-value", "proposals", 1, "id"],
      ["unknown-value", "proposals", 2, "id"],
    ]);
  });

  test("without developers nothing is decided; while they aren't known nobody is a stranger", () => {
    expect(contact({ developers: [], proposals: [visitBy("x")] }).wayIn.way).toBeNull();
    const unknown = contact({ proposals: [visitBy("x")] });
    expect([unknown.wayIn.way, unknown.issues]).toEqual([null, []]);
  });
});
