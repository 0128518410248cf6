import * as root from "keyaccount";
import {
  compareEvaluations,
  defineScorecard,
  evaluate,
  isKeyAccountError,
  mapDecisionMakers,
  planVisit,
  previewImpact,
  qualifyOpportunity,
  reviewExperience,
  trustMoves,
} from "keyaccount";
import { clientSurvey, opportunityScorecard } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { describe, expect, test } from "vitest";

const card = defineScorecard({
  id: "two",
  version: "1",
  scale: 1,
  indicators: { a: { kind: "share", weight: "60" }, b: { kind: "share", weight: "40" } },
  grades: [
    { grade: "A", from: "60" },
    { grade: "B", from: null },
  ],
});
const before = evaluate(card, { a: 1 });
const after = evaluate(card, { a: 1, b: 0 });
const observations = [
  { at: "2026-01-03", levels: { decisionMakers: "senior-management", guidance: "little" } },
  { at: "2026-03-03", levels: { decisionMakers: "purchasing-experts" } },
  { at: "2026-04-03", levels: { decisionMakers: "purchasing-experts", risk: "avoids" } },
] as const;
const review = reviewExperience({ client: "acme", observations }, { asOf: "2026-04-30" });
const person = { id: "chen", name: "Chen", roles: ["decider"], relationDepth: { value: "deep" }, coveredBy: ["wang"] };

/** What each function that writes words is given; its other arguments are behind. */
const GIVEN: Readonly<Record<string, readonly [unknown, ...unknown[]]>> = {
  formatAuditFault: [{ code: "not-allowed", index: 2, id: "e3", reasons: [] }, en],
  formatComparison: [compareEvaluations(before, after), en],
  formatDecisionMap: [mapDecisionMakers([person as never]), en],
  formatEvaluation: [before, en],
  formatExperience: [review.experience, en, review],
  formatImpact: [previewImpact(card, card, [{ id: "acme", facts: { a: 1 } }]), en],
  formatIssue: [{ code: "not-a-date", path: ["at"], details: { received: "soon" } }, en],
  formatNote: [{ code: "raised-to-least", id: "a", weight: "0.01" }, en],
  formatOpportunity: [qualifyOpportunity(opportunityScorecard, { accessToFunds: "no" }), en],
  formatPathStep: [{ milestone: "bid", missing: [] }, en],
  formatQuestion: [clientSurvey, "salesReps", { locale: en }],
  formatReason: [{ code: "largest" }, en],
  formatRefusal: [{ code: "wrong-status", path: [], details: { status: "won", allowed: ["open"] } }, en],
  formatTrust: [trustMoves("friend", [{ relation: "outsider", at: "2026-03-01" }]), en],
  formatVisitPlan: [
    planVisit({
      id: "p-1",
      asOf: "2026-11-23",
      client: { id: "c-7" },
      visits: [],
      questions: { questions: [{ indicator: "salesReps" }] },
    }),
    en,
  ],
  formatVisitReason: [{ code: "every-days", days: 30, last: "2026-10-12" }, en],
};

type Format = (...args: readonly unknown[]) => unknown;
const formats = root as unknown as Readonly<Record<string, Format>>;

/** What comes of a call: a text, the codes of a typed error, or whatever else was thrown. */
function outcome(name: string, args: readonly unknown[]): unknown {
  try {
    return formats[name]?.(...args);
  } catch (error) {
    return isKeyAccountError(error) ? error.issues.map(({ code, path }) => `${code} ${path.join(".")}`) : error;
  }
}

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const throwing = (): object =>
  new Proxy(
    {},
    {
      get: () => {
        throw new Error("no");
      },
      ownKeys: () => {
        throw new Error("no");
      },
    },
  );

/** The same, with one thing in it at a time left out or something else. */
function* halves(value: unknown, depth = 0): Generator<unknown> {
  if (typeof value !== "object" || value === null || depth > 4) return;
  const entries = Array.isArray(value) ? [...value.entries()].slice(0, 2) : Object.entries(value);
  for (const [key, member] of entries) {
    const put = (other: unknown): unknown =>
      Array.isArray(value)
        ? value.map((one: unknown, index) => (index === key ? other : one))
        : { ...value, [key]: other };
    yield put(undefined);
    yield put(null);
    yield put(5);
    yield put([null]);
    yield put({});
    yield put(revoked());
    for (const half of halves(member, depth + 1)) yield put(half);
  }
}

test("the list has every function of the package that writes words", () => {
  expect(
    Object.keys(root)
      .filter((name) => name.startsWith("format"))
      .sort(),
  ).toEqual(Object.keys(GIVEN));
});

describe.each(Object.entries(GIVEN))("%s", (name, [value, ...more]) => {
  test("writes what it is made for", () => {
    expect(outcome(name, [value, ...more])).toEqual(expect.any(String));
  });

  test.each<[string, () => unknown]>([
    ["nothing", () => undefined],
    ["null", () => null],
    ["a number", () => 5],
    ["a bigint", () => 5n],
    ["a function", () => () => value],
    ["an empty record", () => ({})],
    ["an empty list", () => []],
    ["a list of it", () => [value]],
    ["a revoked proxy", revoked],
    ["one that throws", throwing],
  ])("given %s ends in a typed error", (_, make) => {
    expect(outcome(name, [make(), ...more])).toEqual([expect.stringMatching(/^(wrong-type|unreadable) [a-z]+$/)]);
  });

  test("given no locale, or none that is one, ends in a typed error", () => {
    for (const locale of [undefined, null, 5, {}, [], revoked()]) {
      const args = more.map((one) => (one === en ? locale : one === more.at(-1) ? { locale } : one));
      expect(outcome(name, [value, ...args])).toEqual([expect.stringMatching(/^(wrong-type|unreadable) [a-z]+$/)]);
    }
  });

  test("given half of it, or something else within, writes a text or ends in a typed error", () => {
    for (const half of halves(value)) {
      const told = outcome(name, [half, ...more]);
      if (typeof told !== "string") expect(told).toEqual([expect.any(String)]);
    }
  });
});

test.each<[string, unknown, string]>([
  ["a list of warnings", review.warnings, "wrong-type options"],
  ["null", null, "wrong-type options"],
  ["a text", "warnings", "wrong-type options"],
  ["a revoked proxy", revoked(), "unreadable options"],
  ["warnings that are no list", { warnings: {} }, "wrong-type options.warnings"],
  ["warnings that are a revoked proxy", { warnings: revoked() }, "wrong-type options.warnings"],
])("B2.9 formatExperience given %s for options doesn't silently drop the warnings", (_, options, fault) => {
  expect(outcome("formatExperience", [review.experience, en, options])).toEqual([fault]);
  expect(outcome("formatExperience", [review.experience, en, review])).toContain("purchasing takes over");
});
