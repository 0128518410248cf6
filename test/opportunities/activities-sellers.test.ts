import fc from "fast-check";
import {
  activityReview,
  isKeyAccountError,
  matchSellers,
  type ReviewedActivity,
  SELLER_SKILLS,
  type Seller,
  SKILL_LEVELS,
  type SkillFacts,
} from "keyaccount";
import { parseVisit } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const codes = (issues: readonly { readonly code: string; readonly path: readonly unknown[] }[]): string[] =>
  issues.map(({ code, path }) => `${code} at ${path.join(".")}`);

describe("E7.4 activityReview", () => {
  test("E7.4 by hand: what was served, what was waste, what nobody has said", () => {
    const review = activityReview(
      deepFreeze<ReviewedActivity[]>([
        { id: "v3", activity: "negotiation", purposes: ["x-goodwill", "advance-project", "x-goodwill"], minutes: 60 },
        { id: "v2", activity: "executive-visit", purposes: [], minutes: 120 },
        { id: "v1", activity: "sales-visit", purposes: ["learn", "win-trust"], minutes: 90 },
        { id: "v4", activity: "sales-visit", minutes: 30 },
        { id: "v5", activity: "x-fair", purposes: [] },
        { id: "v6" },
      ]),
    );
    expect(review.total).toEqual({ activities: 6, minutes: 300, unknownMinutes: 2 });
    expect(review.purposes.map(({ purpose, activities, minutes }) => [purpose, activities, minutes])).toEqual([
      ["win-trust", 1, 90],
      ["learn", 1, 90],
      ["strengthen-position", 0, 0],
      ["advance-project", 1, 60],
      ["x-goodwill", 1, 60],
    ]);
    expect(review.unserved).toEqual(["strengthen-position"]);
    expect(review.kinds.map(({ activity, activities, waste }) => [activity, activities, waste])).toEqual([
      ["sales-visit", 2, 0],
      ["executive-visit", 1, 1],
      ["negotiation", 1, 0],
      ["x-fair", 1, 1],
      [null, 1, 0],
    ]);
    expect(review.waste).toEqual({ activities: 2, minutes: 120, unknownMinutes: 1, ids: ["v2", "v5"] });
    expect(review.unknown).toEqual({ activities: 2, minutes: 30, unknownMinutes: 1, ids: ["v4", "v6"] });
    expect(review.wasteShare).toEqual({ least: 0.3333, most: 0.6667 });
  });

  test("E7.4 records of visits will do; their length follows from their moments", () => {
    const minutes = (more: object): unknown => {
      const visit = {
        v: 1,
        id: "v",
        clientId: "c",
        way: "visit",
        startedAt: "2026-11-20T01:30:00Z",
        purposes: ["learn"],
        ...more,
      };
      const parsed = parseVisit(visit);
      return parsed.ok ? activityReview([parsed.value]).total.minutes : null;
    };
    expect(minutes({ endedAt: "2026-11-20T02:15:29.999Z" })).toBe(45);
    expect(minutes({ endedAt: "2026-11-20T02:15:30Z" })).toBe(46);
    expect(minutes({ endedAt: "2026-11-20T02:15:00Z", minutes: 40 })).toBe(45);
    expect(minutes({ endedAt: "2026-11-20", minutes: 40 })).toBe(40);
    expect(minutes({ endedAt: "2026-11-21" })).toBe(0);
    expect(minutes({ startedAt: "2026-11-20", endedAt: "2026-11-20T02:15:00Z" })).toBe(0);
    expect(minutes({})).toBe(0);
  });

  test("without activities there is no share", () => {
    const { wasteShare, unserved, kinds } = activityReview([]);
    expect([wasteShare, unserved.length, kinds]).toEqual([null, 4, []]);
  });

  test("E7.4 law: waste, the unknown and what served something make up all; a purpose that is told moves the bounds towards each other", () => {
    const activity = fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      purposes: fc.option(fc.subarray(["learn", "win-trust", "x-a"] as const)),
      minutes: fc.option(fc.nat(600)),
    });
    fc.assert(
      fc.property(fc.uniqueArray(activity, { selector: ({ id }) => id, maxLength: 12 }), (all) => {
        const review = activityReview(all);
        const served = all.filter(({ purposes }) => (purposes ?? []).length > 0).length;
        expect(review.waste.activities + review.unknown.activities + served).toBe(review.total.activities);
        expect(activityReview(all.toReversed())).toEqual(review);
        const told = activityReview(all.map((one) => ({ ...one, purposes: one.purposes ?? [] })));
        expect(told.wasteShare?.least).toBe(review.wasteShare?.most);
        expect(JSON.parse(JSON.stringify(review))).toEqual(review);
      }),
    );
  });

  test("faulty activities are left out, faulty fields unknown; options throw", () => {
    const review = activityReview(
      [
        null,
        5,
        {},
        { id: "a", activity: "party", purposes: ["fun"], minutes: -1 },
        { id: "a" },
        { id: "b", purposes: "learn", activity: 4, startedAt: "2026-11-02", endedAt: "2026-11-01", minutes: 5 },
        { id: "c", purposes: [null], activity: "x-" },
        { id: "d", startedAt: "2026-12-01" },
      ] as never,
      { asOf: "2026-11-21" },
    );
    expect(codes(review.issues)).toEqual([
      "required at activities.0",
      "wrong-type at activities.1",
      "required at activities.2.id",
      "unknown-value at activities.3.activity",
      "unknown-value at activities.3.purposes.0",
      "out-of-range at activities.3.minutes",
      "duplicate-id at activities.4.id",
      "wrong-type at activities.5.activity",
      "wrong-type at activities.5.purposes",
      "out-of-order at activities.5.endedAt",
      "unknown-value at activities.6.activity",
      "required at activities.6.purposes.0",
      "observed-after-as-of at activities.7.startedAt",
    ]);
    expect([review.unknown.ids, review.total.minutes]).toEqual([["a", "b", "c"], 5]);
    expect(codes(activityReview(null as never).issues)).toEqual(["required at activities"]);
    const faults = (options: unknown): string[] => {
      try {
        activityReview([], options as never);
      } catch (error) {
        if (isKeyAccountError(error)) return codes(error.issues);
      }
      return [];
    };
    expect(faults({ asOf: "soon", from: 1 })).toEqual(["unknown-key at from", "not-a-date at asOf"]);
  });

  test("20,000 activities with as many codes of a host end in time", () => {
    const many = Array.from({ length: 20_000 }, (_, n): ReviewedActivity => {
      return { id: String(n), activity: `x-${String(n)}`, purposes: [`x-${String(n)}`] };
    });
    expect(activityReview(many).kinds.length).toBe(20_000);
  });
});

describe("E7.5 matchSellers", () => {
  const skills = (...levels: readonly (number | null)[]): SkillFacts =>
    Object.fromEntries(SELLER_SKILLS.map((skill, at) => [skill, SKILL_LEVELS[levels[at] ?? -1] ?? null]));
  const order = (needs: SkillFacts, sellers: readonly Seller[]): string[] =>
    matchSellers(needs, sellers).sellers.map(({ id }) => id);

  test("E7.5 by hand: four skills on three levels", () => {
    const needs = skills(1, 1, 2, 0);
    const {
      best,
      sellers,
      skills: supply,
    } = matchSellers(needs, [
      { id: "short", skills: skills(1, 0, 1, 0), load: 0 },
      { id: "open", skills: skills(1, 1, 2, null) },
      { id: "fits", skills: skills(1, 2, 2, 1), load: 3 },
    ]);
    expect(best).toBe("fits");
    expect(sellers.map(({ id, fit, short, spare, unknown, load }) => [id, fit, short, spare, unknown, load])).toEqual([
      ["fits", "fits", 0, 2, 0, 3],
      ["open", "open", 0, 0, 1, null],
      ["short", "unfit", 2, 0, 0, 0],
    ]);
    expect(sellers[2]?.skills).toEqual([
      { skill: "handle-project", needed: "advanced", has: "advanced", state: "met" },
      { skill: "dig-information", needed: "advanced", has: "basic", state: "unmet" },
      { skill: "show-value", needed: "expert", has: "advanced", state: "unmet" },
      { skill: "lead-team", needed: "basic", has: "basic", state: "met" },
    ]);
    expect(supply).toEqual([
      { skill: "handle-project", needed: "advanced", sellers: ["fits", "open", "short"] },
      { skill: "dig-information", needed: "advanced", sellers: ["fits", "open"] },
      { skill: "show-value", needed: "expert", sellers: ["fits", "open"] },
      { skill: "lead-team", needed: "basic", sellers: ["fits", "short"] },
    ]);
  });

  test("E7.5 an unstated need leaves everybody open, and nobody best", () => {
    const { best, sellers, skills: supply } = matchSellers({}, [{ id: "a", skills: skills(2, 2, 2, 2) }]);
    expect([best, sellers[0]?.fit, supply[0]?.sellers]).toEqual([null, "open", []]);
  });

  test("E7.5 ties go by levels short, unknown, spare, load, id", () => {
    const needs = skills(1, 1, 1, 1);
    expect(
      order(needs, [
        { id: "b", skills: skills(0, 0, 1, 1) },
        { id: "c", skills: skills(0, 1, 1, 1) },
      ]),
    ).toEqual(["c", "b"]);
    expect(
      order(needs, [
        { id: "a", skills: skills(1, 1, null, null) },
        { id: "b", skills: skills(2, 1, 1, null) },
      ]),
    ).toEqual(["b", "a"]);
    expect(
      order(needs, [
        { id: "a", skills: skills(2, 1, 1, 1) },
        { id: "b", skills: needs, load: 9 },
      ]),
    ).toEqual(["b", "a"]);
    const same = (id: string, load?: number): Seller => ({ id, skills: needs, ...(load !== undefined && { load }) });
    expect(order(needs, [same("a"), same("b", 1_000_000), same("d", 2), same("c", 2)])).toEqual(["c", "d", "b", "a"]);
  });

  test("E7.5 law: more skill never makes a seller fit less; the order of sellers doesn't matter", () => {
    const level = fc.option(fc.nat(2));
    const levels = fc.tuple(level, level, level, level).map((all) => skills(...all));
    const seller = fc.record({
      id: fc.string({ minLength: 1, maxLength: 2 }),
      skills: levels,
      load: fc.option(fc.nat(5)),
    });
    const FITS = ["unfit", "open", "fits"];
    fc.assert(
      fc.property(levels, fc.uniqueArray(seller, { selector: ({ id }) => id, maxLength: 6 }), (needs, sellers) => {
        const matches = matchSellers(needs, deepFreeze(sellers));
        expect(matchSellers(needs, sellers.toReversed())).toEqual(matches);
        const fitOf = (id: string, all: readonly Seller[]): number =>
          FITS.indexOf(matchSellers(needs, all).sellers.find((one) => one.id === id)?.fit ?? "");
        const better = sellers.map((one) => ({ ...one, skills: skills(2, 2, 2, 2) }));
        for (const { id } of sellers) expect(fitOf(id, better)).toBeGreaterThanOrEqual(fitOf(id, sellers));
      }),
    );
  });

  test("faulty sellers are left out, faulty levels unknown", () => {
    const { sellers, issues } = matchSellers(
      { "handle-project": "master" } as never,
      [null, 3, {}, { id: "a", skills: { "lead-team": 3 }, load: -1 }, { id: "a" }, { id: "b", skills: [] }] as never,
    );
    expect(codes(issues)).toEqual([
      "unknown-value at needs.handle-project",
      "required at sellers.0",
      "wrong-type at sellers.1",
      "required at sellers.2.id",
      "wrong-type at sellers.3.skills.lead-team",
      "out-of-range at sellers.3.load",
      "duplicate-id at sellers.4.id",
      "wrong-type at sellers.5.skills",
    ]);
    expect(sellers.map(({ id, load }) => [id, load])).toEqual([
      ["a", null],
      ["b", null],
    ]);
    expect(codes(matchSellers(null as never, null as never).issues)).toEqual(["required at sellers"]);
    expect(codes(matchSellers(5 as never, []).issues)).toEqual(["wrong-type at needs"]);
  });
});
