import fc from "fast-check";
import {
  classifyExperience,
  defineWarningRules,
  EXPERIENCE_WARNING_CODES,
  EXPERIENCE_WARNING_RULES,
  type ExperienceHistory,
  type ExperienceWarningRule,
  experienceWarnings,
  extendExperienceModel,
  isKeyAccountError,
  observeExperience,
} from "keyaccount";
import { experienceModel } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";
import { tendersModel } from "../models.js";

const electronics = deepFreeze({
  client: "electronics maker",
  productLine: "components",
  observations: [
    { at: "1981-03-10", levels: { decisionMakers: "senior-management", newApplications: "high" } },
    { at: "1982-03-15", levels: { decisionMakers: "senior-management", newApplications: "high" } },
    { at: "1983-01-20", levels: { newApplications: "moderate" } },
    { at: "1983-04-12", levels: { decisionMakers: "mixed" } },
    { at: "1983-07-05", levels: { newApplications: "falling", decisionMakers: "mixed" } },
    { at: "1983-08-09", levels: { decisionMakers: "purchasing-experts" } },
    { at: "1984-01-16", levels: { buyingManner: "unbundled", decisionMakers: "purchasing-experts" } },
  ],
} as const satisfies ExperienceHistory);

describe("B2.9 the electronics engineer whose buyer took over", () => {
  test("B2.1, B2.8, B2.9 both warnings, and the one that joins them, arise in July 1983, half a year before the orders are split and lost", () => {
    const { client, productLine, warnings, issues } = experienceWarnings(electronics, { asOf: "1984-01-31" });
    expect([client, productLine, issues]).toEqual(["electronics maker", "components", []]);
    expect(warnings).toEqual([
      {
        code: "purchasing-takes-over",
        handbook: "B2.1",
        signal: "decisionMakers",
        joins: [],
        raisedAt: "1983-07-05",
        since: "1983-04-12",
        endedAt: null,
        before: {
          index: 1,
          at: "1982-03-15",
          signal: "decisionMakers",
          level: "senior-management",
          source: null,
          ref: null,
        },
        observations: [
          { index: 3, at: "1983-04-12", signal: "decisionMakers", level: "mixed", source: null, ref: null },
          { index: 4, at: "1983-07-05", signal: "decisionMakers", level: "mixed", source: null, ref: null },
        ],
      },
      {
        code: "application-interest-drops",
        handbook: "B2.8",
        signal: "newApplications",
        joins: [],
        raisedAt: "1983-07-05",
        since: "1983-01-20",
        endedAt: null,
        before: { index: 1, at: "1982-03-15", signal: "newApplications", level: "high", source: null, ref: null },
        observations: [
          { index: 2, at: "1983-01-20", signal: "newApplications", level: "moderate", source: null, ref: null },
          { index: 4, at: "1983-07-05", signal: "newApplications", level: "falling", source: null, ref: null },
        ],
      },
      {
        code: "purchasing-up-interest-down",
        handbook: "B2.9",
        signal: null,
        joins: ["purchasing-takes-over", "application-interest-drops"],
        raisedAt: "1983-07-05",
        since: "1983-01-20",
        endedAt: null,
        before: null,
        observations: [
          { index: 2, at: "1983-01-20", signal: "newApplications", level: "moderate", source: null, ref: null },
          { index: 3, at: "1983-04-12", signal: "decisionMakers", level: "mixed", source: null, ref: null },
          { index: 4, at: "1983-07-05", signal: "decisionMakers", level: "mixed", source: null, ref: null },
          { index: 4, at: "1983-07-05", signal: "newApplications", level: "falling", source: null, ref: null },
        ],
      },
    ]);
  });

  test("the day before nothing is raised, on the day itself both", () => {
    const codes = (asOf: string): string[] =>
      experienceWarnings(electronics, { asOf }).warnings.map(({ code }) => code);
    expect(codes("1983-07-04")).toEqual([]);
    expect(codes("1983-07-05")).toEqual([
      "purchasing-takes-over",
      "application-interest-drops",
      "purchasing-up-interest-down",
    ]);
  });

  test("from the host's raw records, with the engineer's withdrawal", () => {
    const base = { client: "em", productLine: "components" };
    const li = { id: "li", function: "design-engineering" } as const;
    const wu = { id: "wu", function: "purchasing" } as const;
    const { histories, issues } = observeExperience(
      deepFreeze({
        decisions: [
          { ...base, id: "d1", at: "1981-03-10", contacts: [li] },
          { ...base, id: "d2", at: "1982-03-15", contacts: [li] },
          { ...base, id: "d3", at: "1983-04-12", contacts: [li, wu] },
          { ...base, id: "d4", at: "1983-07-05", contacts: [wu] },
          { ...base, id: "d5", at: "1983-08-09", contacts: [wu] },
        ],
        orders: [{ ...base, id: "o1", at: "1984-01-16", suppliers: 4 }],
      }),
    );
    expect(issues).toEqual([]);
    const [history] = histories;
    if (history === undefined) throw new Error("no history");
    const { warnings } = experienceWarnings(history, { asOf: "1984-01-31" });
    expect(
      warnings.map(({ code, raisedAt, observations }) => [code, raisedAt, observations.map(({ ref }) => ref)]),
    ).toEqual([
      ["purchasing-takes-over", "1983-07-05", ["d3", "d4"]],
      ["first-contact-withdraws", "1983-08-09", ["d4", "d5"]],
    ]);
    expect(classifyExperience(history, { asOf: "1984-01-31" }).issues).toEqual([]);
  });
});

type Case = readonly [code: string, signal: string, before: string, sign: string];
const CASES: readonly Case[] = [
  ["purchasing-takes-over", "decisionMakers", "senior-management", "purchasing-experts"],
  ["application-interest-drops", "newApplications", "high", "falling"],
  ["price-only-subject", "buyingCriteria", "application-support", "price-performance"],
  ["orders-unbundled", "buyingManner", "whole-system", "unbundled"],
  ["decision-time-collapses", "decisionTime", "long", "short"],
];

/** Observations of one signal, a month apart. */
const course = (signal: string, levels: readonly string[], more: object = {}): ExperienceHistory => ({
  observations: levels.map((level, index) => ({
    at: `2026-${String(index + 1).padStart(2, "0")}-10`,
    levels: { [signal]: level },
    ...more,
  })),
});
const raised = (history: ExperienceHistory): (readonly [string, string, string | null])[] =>
  experienceWarnings(history, { asOf: "2026-12-31" }).warnings.map((one) => [one.code, one.raisedAt, one.endedAt]);

describe.each(CASES)("B2.9 %s", (code, signal, before, sign) => {
  test("is raised by the second sign", () => {
    expect(raised(course(signal, [before, sign, sign]))).toEqual([[code, "2026-03-10", null]]);
  });
  test("isn't raised by one noisy observation, nor by two that aren't in a row", () => {
    expect(raised(course(signal, [before, sign, before, sign, before]))).toEqual([]);
  });
  test("isn't raised where it was so from the beginning", () => {
    expect(raised(course(signal, [sign, sign, sign]))).toEqual([]);
  });
  test("isn't over by one slip, is after two, and can be raised again", () => {
    expect(raised(course(signal, [before, sign, sign, before, sign, before, before, sign, sign]))).toEqual([
      [code, "2026-03-10", "2026-07-10"],
      [code, "2026-09-10", null],
    ]);
  });
});

test("B2.9 own specifications appear: those from specifications only, and without any before", () => {
  const from = (source: string): ExperienceHistory =>
    course("guidance", ["little", "little"], { provenance: { source } });
  expect(raised(from("specification"))).toEqual([["own-specifications", "2026-02-10", null]]);
  expect(raised(from("order"))).toEqual([]);
  expect(raised(course("guidance", ["little", "little"]))).toEqual([]);
});

describe("B2.9 a client first seen at the middle level", () => {
  const MIDDLE: readonly Case[] = [
    ["purchasing-takes-over", "decisionMakers", "mixed", "purchasing-experts"],
    ["application-interest-drops", "newApplications", "moderate", "falling"],
    ["price-only-subject", "buyingCriteria", "mixed", "price-performance"],
    ["orders-unbundled", "buyingManner", "partly-split", "unbundled"],
    ["decision-time-collapses", "decisionTime", "medium", "short"],
  ];
  test.each(MIDDLE)("B2.9 %s: %s goes from %s on to %s", (code, signal, middle, sign) => {
    expect(raised(course(signal, [middle, middle, sign, sign]))).toEqual([[code, "2026-04-10", null]]);
    expect(raised(course(signal, [middle, middle, middle]))).toEqual([]);
    expect(raised(course(signal, [middle, middle, sign, middle, sign]))).toEqual([]);
    expect(raised(course(signal, [middle, middle, sign, sign, middle, middle, sign, sign]))).toEqual([
      [code, "2026-04-10", "2026-06-10"],
      [code, "2026-08-10", null],
    ]);
  });
  test.each(MIDDLE)("B2.9 %s: in %s a single %s is a slip of one who was always at %s", (_, signal, middle, sign) => {
    for (const slip of ["m p p", "p m p p", "p p m p p", "p p p p m p p", "m p p m p p", "p p m p m p p"]) {
      const levels = slip.split(" ").map((one) => (one === "m" ? middle : sign));
      expect([slip, raised(course(signal, levels))]).toEqual([slip, []]);
    }
    expect(raised(course(signal, [sign, sign, middle, middle, sign, sign])).length).toBe(1);
  });

  test("B2.1, B2.8, B2.9 one who goes on from there in both signals is warned of by the rule that joins them", () => {
    const observations = ["2026-01-10", "2026-02-10", "2026-03-10", "2026-04-10"].map((at, index) => ({
      at,
      levels:
        index < 2
          ? ({ decisionMakers: "mixed", newApplications: "moderate" } as const)
          : ({ decisionMakers: "purchasing-experts", newApplications: "falling" } as const),
    }));
    expect(raised({ observations }).map(([code]) => code)).toEqual([
      "purchasing-takes-over",
      "application-interest-drops",
      "purchasing-up-interest-down",
    ]);
  });

  test("B2.1 from the generalist's level through the middle to the specialist's it is one warning; it is over where the middle is left for the beginning", () => {
    const way = ["senior-management", "mixed", "mixed", "purchasing-experts", "purchasing-experts", "mixed", "mixed"];
    expect(raised(course("decisionMakers", way))).toEqual([["purchasing-takes-over", "2026-03-10", null]]);
    expect(raised(course("decisionMakers", [...way, "senior-management", "senior-management"]))).toEqual([
      ["purchasing-takes-over", "2026-03-10", "2026-09-10"],
    ]);
  });

  test("B2.1 what it came from is told: the middle level", () => {
    const { warnings } = experienceWarnings(
      course("decisionMakers", ["mixed", "mixed", "purchasing-experts", "purchasing-experts"]),
      { asOf: "2026-12-31" },
    );
    expect(warnings.map(({ before, since }) => [before?.level, before?.at, since])).toEqual([
      ["mixed", "2026-02-10", "2026-03-10"],
    ]);
  });

  test("B2.1 one who was at the middle twice and comes back to purchasing through the director is warned of anew, one at a time", () => {
    const [s, m, p] = ["senior-management", "mixed", "purchasing-experts"] as const;
    expect(raised(course("decisionMakers", [m, m, p, p, s, p, s, s, m, p]))).toEqual([
      ["purchasing-takes-over", "2026-04-10", "2026-08-10"],
      ["purchasing-takes-over", "2026-10-10", null],
    ]);
  });

  test("B2.3 law: a rule that looks for two moves tells one warning for as long as either of them stands", () => {
    const move = { kind: "level", signal: "buyingManner", persist: 2, within: 730 } as const;
    const rules = defineWarningRules([
      { ...move, code: "first", after: ["whole-system"], to: ["partly-split", "unbundled"] },
      {
        ...move,
        code: "second",
        after: ["whole-system", "partly-split"],
        lasting: ["partly-split"],
        to: ["unbundled"],
      },
    ]);
    const level = fc.constantFrom("whole-system", "partly-split", "unbundled");
    fc.assert(
      fc.property(fc.array(level, { maxLength: 12 }), (levels) => {
        const history = course("buyingManner", levels);
        const moves = experienceWarnings(history, { asOf: "2026-12-31", rules }).warnings;
        const days = levels.map((_, index) => `2026-${String(index + 1).padStart(2, "0")}-10`);
        const stands = (day: string) => (one: { raisedAt: string; endedAt: string | null }) =>
          one.raisedAt <= day && (one.endedAt ?? "9") > day;
        const told = experienceWarnings(history, { asOf: "2026-12-31" }).warnings;
        for (const day of days) {
          expect(told.filter(stands(day)).length).toBe(moves.some(stands(day)) ? 1 : 0);
        }
      }),
    );
  });

  test("B2.1 in a rule of one's own a level may be the sign and the beginning of the next move", () => {
    const rules = defineWarningRules([
      {
        kind: "level",
        code: "own",
        signal: "risk",
        after: ["shares", "takes"],
        to: ["takes", "avoids"],
        persist: 1,
        within: 9,
      },
    ]);
    const days = (levels: readonly string[]): string[] =>
      experienceWarnings(course("risk", levels), { asOf: "2026-12-31", rules }).warnings.map(
        ({ raisedAt }) => raisedAt,
      );
    expect(days(["shares", "takes"])).toEqual(["2026-02-10"]);
    expect(days(["takes", "avoids"])).toEqual(["2026-02-10"]);
    expect(days(["takes", "takes"])).toEqual([]);
    expect(days(["shares", "shares"])).toEqual([]);
  });
});

describe("B2.9 how it was before", () => {
  test("B2.9 a client that always bought so isn't warned of for a single day of the beginner's level; two in a row are a change", () => {
    const [s, p] = ["whole-system", "unbundled"] as const;
    expect(raised(course("buyingManner", [p, p, s, p, p]))).toEqual([]);
    expect(raised(course("buyingManner", [p, s, p, p]))).toEqual([["orders-unbundled", "2026-04-10", null]]);
    expect(raised(course("buyingManner", [p, p, s, s, p, p]))).toEqual([["orders-unbundled", "2026-06-10", null]]);
  });

  test("B2.9 the middle level lasts only where its days lie less than `within` days apart and nothing is in between", () => {
    const seen = (second: string, ...between: string[]): number =>
      experienceWarnings(
        {
          observations: [
            { at: "2020-01-01", levels: { risk: "shares" } },
            ...between.map((at) => ({ at, levels: { risk: "takes" } as const })),
            { at: second, levels: { risk: "shares" } },
            { at: "2026-01-01", levels: { risk: "takes" } },
            { at: "2026-01-02", levels: { risk: "takes" } },
          ],
        },
        {
          asOf: "2026-12-31",
          rules: [
            {
              kind: "level",
              code: "own",
              signal: "risk",
              after: ["avoids", "shares"],
              lasting: ["shares"],
              to: ["takes"],
              persist: 2,
              within: 31,
            },
          ],
        },
      ).warnings.length;
    expect([seen("2020-01-31"), seen("2020-02-01"), seen("2020-01-31", "2020-01-15")]).toEqual([1, 0, 0]);
  });

  test("B2.9 a day on which most were nearer to the beginner counts, and counts at once only where most were the beginner's level", () => {
    const day = (at: string, levels: readonly string[]): object[] =>
      levels.map((level) => ({ at, levels: { buyingManner: level } }));
    const [s, m, p] = ["whole-system", "partly-split", "unbundled"];
    const count = (...days: (string | undefined)[][]): number =>
      experienceWarnings(
        { observations: days.flatMap((one, index) => day(`2026-01-0${String(index + 1)}`, one as string[])) } as never,
        { asOf: "2026-12-31" },
      ).warnings.length;
    const after: string[][] = [[p], [p]] as string[][];
    expect(count([s, s, m], ...after)).toBe(1);
    expect(count([m, m, p], ...after)).toBe(0);
    expect(count([m, m, p], [m, m, p], ...after)).toBe(1);
  });
});

test("B2.4 a level that is neither the sign nor one before it begins no warning, and holds none up", () => {
  const rules = EXPERIENCE_WARNING_RULES.map((rule) =>
    rule.code === "decision-time-collapses" && rule.kind === "level" && rule.signal === "decisionTime"
      ? { ...rule, after: ["long"] as const, lasting: undefined }
      : rule,
  );
  const raised = (history: ExperienceHistory): (readonly [string, string, string | null])[] =>
    experienceWarnings(history, { asOf: "2026-12-31", rules }).warnings.map((one) => [
      one.code,
      one.raisedAt,
      one.endedAt,
    ]);
  expect(raised(course("decisionTime", ["medium", "short", "short"]))).toEqual([]);
  expect(raised(course("decisionTime", ["long", "medium", "short", "short"]))).toEqual([
    ["decision-time-collapses", "2026-04-10", null],
  ]);
});

test("B2.4 decision time says nothing where parts are tightly interwoven", () => {
  expect(raised({ ...course("decisionTime", ["long", "short", "short"]), interwoven: true })).toEqual([]);
});

test("the first contact stays as long as one of the first day takes part", () => {
  const observations = [["a"], ["b"], ["b", "c"], ["c"], ["c"], ["a", "c"], ["a"]].map((contacts, index) => ({
    at: index < 2 ? "2026-01-10" : `2026-0${String(index)}-10`,
    levels: {},
    contacts,
    provenance: { source: "decision", ref: `d${String(index)}` },
  }));
  const { warnings, issues } = experienceWarnings({ observations }, { asOf: "2026-12-31" });
  expect(issues).toEqual([]);
  expect(warnings).toEqual([
    {
      code: "first-contact-withdraws",
      handbook: "B2.1",
      signal: null,
      joins: [],
      raisedAt: "2026-04-10",
      since: "2026-03-10",
      endedAt: "2026-06-10",
      before: { index: 2, at: "2026-02-10", signal: null, level: null, source: "decision", ref: "d2" },
      observations: [
        { index: 3, at: "2026-03-10", signal: null, level: null, source: "decision", ref: "d3" },
        { index: 4, at: "2026-04-10", signal: null, level: null, source: "decision", ref: "d4" },
      ],
    },
  ]);
});

test("a day says what more than half of its observations say; two of one day are one day", () => {
  const at = (day: string, ...levels: string[]): object[] =>
    levels.map((level) => ({ at: day, levels: { buyingManner: level } }));
  const codes = (observations: object[]): number =>
    experienceWarnings({ observations } as ExperienceHistory, { asOf: "2026-12-31" }).warnings.length;
  const whole = at("2026-01-01", "whole-system");
  expect(codes([...whole, ...at("2026-02-01", "unbundled", "unbundled")])).toBe(0);
  expect(codes([...whole, ...at("2026-02-01", "unbundled", "whole-system"), ...at("2026-03-01", "unbundled")])).toBe(0);
  expect(
    codes([...whole, ...at("2026-02-01", "unbundled", "unbundled", "whole-system"), ...at("2026-03-01", "unbundled")]),
  ).toBe(1);
});

test("the last sign must lie less than `within` days after the first", () => {
  const rules = defineWarningRules([
    {
      kind: "level",
      code: "haggles",
      signal: "priceSensitivity",
      after: ["low"],
      to: ["high"],
      persist: 2,
      within: 31,
    },
  ]);
  const seen = (last: string): number =>
    experienceWarnings(
      {
        observations: [
          { at: "2026-01-01", levels: { priceSensitivity: "low" } },
          { at: "2026-03-01", levels: { priceSensitivity: "high" } },
          { at: last, levels: { priceSensitivity: "high" } },
        ],
      },
      { asOf: "2026-12-31", rules },
    ).warnings.length;
  expect([seen("2026-03-31"), seen("2026-04-01")]).toEqual([1, 0]);
  expect(Object.isFrozen(rules[0])).toBe(true);
});

describe("rules as data", () => {
  test("the default rules have each code once and pass their own check", () => {
    expect(EXPERIENCE_WARNING_RULES.map(({ code }) => code)).toEqual(EXPERIENCE_WARNING_CODES);
    expect(defineWarningRules(EXPERIENCE_WARNING_RULES)).toEqual(EXPERIENCE_WARNING_RULES);
  });

  test("a host's own model with its own rules; the handbook's that don't fit are passed over", () => {
    const observations = [
      { at: "2026-01-01", levels: { tenders: "none" } },
      { at: "2026-02-01", levels: { tenders: "some" } },
    ] as const;
    const options = { asOf: "2026-12-31", model: tendersModel };
    expect(experienceWarnings({ observations }, options).warnings).toEqual([]);
    const lesser = extendExperienceModel(experienceModel, { id: "lesser", omit: ["newApplications"] });
    const all: ExperienceHistory["observations"] = electronics.observations;
    const seen = all.map(({ at, levels: { decisionMakers } }) => ({ at, levels: { decisionMakers } }));
    expect(
      experienceWarnings({ observations: seen }, { asOf: "1984-01-31", model: lesser }).warnings.map(
        ({ code }) => code,
      ),
    ).toEqual(["purchasing-takes-over"]);
    const rules = defineWarningRules(
      [{ kind: "level", code: "tenders", signal: "tenders", after: ["none"], to: ["some"], persist: 1, within: 1 }],
      tendersModel,
    );
    expect(
      experienceWarnings({ observations }, { ...options, rules }).warnings.map(({ handbook }) => handbook),
    ).toEqual([null]);
  });

  const faultsOf = (rules: unknown): string[] => {
    try {
      defineWarningRules(rules as typeof EXPERIENCE_WARNING_RULES);
      return [];
    } catch (error) {
      if (!isKeyAccountError(error)) throw error;
      return error.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
    }
  };
  const good = { kind: "level", code: "a", signal: "risk", after: ["avoids"], to: ["takes"], persist: 2, within: 9 };
  test.each<[unknown, string[]]>([
    [[good], []],
    [null, ["wrong-type "]],
    [undefined, ["not-json "]],
    [
      [null, []],
      ["wrong-type 0", "wrong-type 1"],
    ],
    [[{ ...good, kind: "x" }], ["unknown-value 0.kind"]],
    [[{ ...good, code: "" }], ["unsafe-id 0.code"]],
    [[{ ...good, code: 1, handbook: 1 }], ["wrong-type 0.code", "wrong-type 0.handbook"]],
    [[{ ...good, extra: 1 }], ["unknown-key 0.extra"]],
    [[{ ...good, persist: 0, within: 36_501 }], ["out-of-range 0.persist", "out-of-range 0.within"]],
    [[{ kind: "first-contact", code: "b" }], ["required 0.persist", "required 0.within"]],
    [[{ ...good, signal: "smell" }], ["unknown-signal 0.signal"]],
    [[{ ...good, signal: 5 }], ["wrong-type 0.signal"]],
    [[{ ...good, after: "x", to: [] }], ["wrong-type 0.after", "too-few 0.to"]],
    [[{ ...good, to: ["avoids", 1, "x"] }], ["unknown-value 0.to.0", "wrong-type 0.to.1", "unknown-value 0.to.2"]],
    [[{ ...good, sources: [] }], ["too-few 0.sources"]],
    [[{ ...good, lasting: ["avoids"] }], []],
    [[{ ...good, lasting: ["shares"] }], ["unknown-value 0.lasting.0"]],
    [[{ ...good, lasting: [] }], ["too-few 0.lasting"]],
    [[{ ...good, lasting: "avoids" }], ["wrong-type 0.lasting"]],
    [[{ ...good, persist: 10 }], ["out-of-range 0.persist"]],
    [[{ ...good, persist: 9 }], []],
    [[{ ...good, signal: "risk", after: ["shares", "avoids"], to: ["avoids"] }], ["unknown-value 0.to.0"]],
    [[{ ...good, signal: "risk", after: ["shares", "avoids"], to: ["shares", "takes"] }], []],
    [
      [
        { ...good, signal: "smell" },
        { ...good, persist: 2, within: 1 },
      ],
      ["unknown-signal 0.signal", "out-of-range 1.persist"],
    ],
    [[good, good], ["duplicate-id 1.code"]],
    [[{ ...good, within: NaN }], ["not-json 0.within"]],
    [[good, { ...good, code: "b" }, { kind: "join", code: "c", joins: ["a", "b"], within: 9 }], []],
    [
      [good, { kind: "join", code: "c", joins: ["a"], within: 0 }],
      ["out-of-range 1.within", "too-few 1.joins"],
    ],
    [[{ kind: "join", code: "c", persist: 2 }], ["unknown-key 0.persist", "required 0.within", "required 0.joins"]],
    [[good, { kind: "join", code: "c", joins: ["a", "c", "a", 1], within: 9 }], ["wrong-type 1.joins.3"]],
    [
      [good, { kind: "join", code: "c", joins: ["a", "c", "a"], within: 9 }],
      ["unknown-value 1.joins.1", "duplicate-id 1.joins.2"],
    ],
  ])("%j", (rules, faults) => {
    expect(faultsOf(rules)).toEqual(faults);
  });
});

describe("hostile input", () => {
  const throwing = {
    get rules(): never {
      throw new Error("no");
    },
  };
  test.each([null, undefined, 5, [], throwing, {}, { asOf: "2026-02-30" }, { asOf: "2026-01-01", rule: [] }])(
    "options %#",
    (options) => {
      expect(() => experienceWarnings({ observations: [] }, options as never)).toThrow(
        expect.objectContaining({ name: "KeyAccountError" }),
      );
    },
  );

  test("histories end in issues", () => {
    const codes = (history: unknown): string[] =>
      experienceWarnings(history as ExperienceHistory, { asOf: "2026-12-31" }).issues.map(
        ({ code, path }) => `${code} ${path.join(".")}`,
      );
    expect(codes(null)).toEqual(["wrong-type "]);
    expect(codes({ observations: 5 })).toEqual(["wrong-type observations"]);
    const at = "2026-01-01";
    expect(codes({ observations: [5, { at, levels: {}, contacts: "li" }, { at, levels: {}, contacts: [1] }] })).toEqual(
      ["wrong-type observations.0", "wrong-type observations.1.contacts", "wrong-type observations.2.contacts.0"],
    );
    const trap = {
      at,
      levels: {},
      get contacts(): never {
        throw new Error("no");
      },
    };
    expect(codes({ observations: [trap] })).toEqual(["unreadable observations.0"]);
    const crowd = Array.from({ length: 1_001 }, () => "li");
    expect(codes({ observations: [{ at, levels: {}, contacts: crowd }] })).toEqual([
      "too-many observations.0.contacts",
    ]);
    expect(codes({ observations: [{ at, levels: {}, contacts: crowd.slice(1) }] })).toEqual([]);
    expect(codes({ observations: [{ at, levels: {}, contacts: new Array(1) }] })).toEqual([
      "required observations.0.contacts.0",
    ]);
    let reads = 0;
    const turning = {
      get observations(): unknown {
        reads += 1;
        if (reads > 1) throw new Error("no");
        return [1];
      },
    };
    expect(codes(turning)).toEqual(["wrong-type observations.0"]);
  });

  test("decisions after `asOf` aren't known yet", () => {
    const observations = ["2026-01-01", "2026-02-01", "2026-03-01"].map((at, index) => ({
      at,
      levels: {},
      contacts: [index === 0 ? "a" : "b"],
    }));
    expect(experienceWarnings({ observations }, { asOf: "2026-02-28" }).warnings).toEqual([]);
    expect(experienceWarnings({ observations }, { asOf: "2026-03-01" }).warnings.length).toBe(1);
  });
});

describe("B2.9 a rule that joins others", () => {
  const rule = (code: string, signal: "risk" | "guidance", after: string, to: string) =>
    ({ kind: "level", code, signal, after: [after], to: [to], persist: 1, within: 999 }) as never;
  const rulesWithin = (within: number): readonly ExperienceWarningRule[] => [
    { kind: "join", code: "both", joins: ["r", "g"], within },
    rule("r", "risk", "avoids", "takes"),
    rule("g", "guidance", "start-to-end", "little"),
  ];
  const both = (observations: ExperienceHistory["observations"], within: number) =>
    experienceWarnings({ observations }, { asOf: "2026-12-31", rules: rulesWithin(within) })
      .warnings.filter(({ code }) => code === "both")
      .map(({ raisedAt, since, endedAt, observations: seen }) => [
        raisedAt,
        since,
        endedAt,
        seen.map(({ index }) => index),
      ]);

  test("B2.9 is raised with the last, over with the first, and raised again; less than `within` days lie between", () => {
    const observations = [
      { at: "2026-01-01", levels: { risk: "avoids", guidance: "start-to-end" } },
      { at: "2026-02-01", levels: { risk: "takes" } },
      { at: "2026-02-11", levels: { guidance: "little" } },
      { at: "2026-03-01", levels: { risk: "avoids" } },
      { at: "2026-04-01T08:00:00Z", levels: { risk: "takes" } },
    ] as const;
    expect(both(observations, 11)).toEqual([["2026-02-11", "2026-02-01", "2026-03-01", [1, 2]]]);
    expect(both(observations, 10)).toEqual([]);
    expect(both(observations, 60)).toEqual([
      ["2026-02-11", "2026-02-01", "2026-03-01", [1, 2]],
      ["2026-04-01T08:00:00Z", "2026-02-11", null, [2, 4]],
    ]);
  });

  test("B2.9 what counts is the last move of each: one that began years ago and goes on now is joined, with the observations of that move", () => {
    const seen = (...days: (readonly [at: string, decisionMakers: string, newApplications: string])[]) =>
      experienceWarnings(
        {
          observations: days.map(([at, decisionMakers, newApplications]) => ({
            at,
            levels: { decisionMakers, newApplications },
          })),
        } as ExperienceHistory,
        { asOf: "2030-01-01" },
      ).warnings.map((one) => [one.code, one.raisedAt, one.since, one.observations.map(({ index }) => index)]);
    const [s, m, p] = ["senior-management", "mixed", "purchasing-experts"];
    const long = [
      ["2020-01-10", s, "high"],
      ["2020-03-10", m, "high"],
      ["2020-05-10", m, "high"],
    ] as const;
    const first = ["purchasing-takes-over", "2020-05-10", "2020-03-10", [1, 2]];
    expect(seen(...long, ["2024-01-10", p, "moderate"], ["2024-03-10", p, "falling"])).toEqual([
      first,
      ["application-interest-drops", "2024-03-10", "2024-01-10", [3, 4]],
      ["purchasing-up-interest-down", "2024-03-10", "2024-01-10", [3, 3, 4, 4]],
    ]);
    // Purchasing goes on only after interest has dropped: then both are joined on that later day, once.
    const later = [["2024-05-10", p, "falling"] as const, ["2024-07-10", p, "falling"] as const];
    const dropped = [["2024-01-10", m, "moderate"] as const, ["2024-03-10", m, "falling"] as const];
    expect(seen(...long, ...dropped, ...later)).toEqual([
      first,
      ["application-interest-drops", "2024-03-10", "2024-01-10", [3, 4]],
      ["purchasing-up-interest-down", "2024-07-10", "2024-03-10", [4, 5, 5, 6]],
    ]);
    expect(seen(...long, ...dropped).length).toBe(2);
  });

  test("B2.9 law: it begins on each day on which all begin to stand together", () => {
    const level = <const L extends string>(...levels: L[]) => fc.constantFrom(...levels, undefined);
    const seen = fc.record({ risk: level("avoids", "takes"), guidance: level("start-to-end", "little") });
    fc.assert(
      fc.property(fc.array(seen, { maxLength: 25 }), (days) => {
        const at = (index: number): string => `2026-01-${String(index + 1).padStart(2, "0")}`;
        const stands = { r: false, g: false };
        const known = { r: false, g: false };
        const begins = days.flatMap(({ risk, guidance }, index) => {
          const before = stands.r && stands.g;
          // A warning needs the level before it, begins with the sign, and is over with the level before.
          if (risk === "avoids") [known.r, stands.r] = [true, false];
          if (risk === "takes" && known.r) stands.r = true;
          if (guidance === "start-to-end") [known.g, stands.g] = [true, false];
          if (guidance === "little" && known.g) stands.g = true;
          return stands.r && stands.g && !before ? [at(index)] : [];
        });
        const observations = days.map((levels, index) => ({ at: at(index), levels }));
        expect(both(observations, 999).map(([day]) => day)).toEqual(begins);
      }),
    );
  });
});

describe("laws", () => {
  const observation = fc.record({
    at: fc.integer({ min: 10, max: 40 }).map((day) => `2026-0${String(1 + Math.floor(day / 10))}-1${String(day % 10)}`),
    levels: fc.record(
      {
        buyingManner: fc.constantFrom("whole-system", "partly-split", "unbundled"),
        newApplications: fc.constantFrom("high", "moderate", "falling"),
      },
      { requiredKeys: [] },
    ),
    contacts: fc.subarray(["a", "b"]),
  });
  const options = { asOf: "2026-12-31" };
  const bare = (history: unknown): unknown =>
    experienceWarnings(history as ExperienceHistory, options).warnings.map(({ code, raisedAt, since, endedAt }) => [
      code,
      raisedAt,
      since,
      endedAt,
    ]);

  test("the order of observations doesn't matter; the result is plain JSON", () => {
    fc.assert(
      fc.property(fc.array(observation, { maxLength: 12 }), (observations) => {
        expect(bare({ observations: [...observations].reverse() })).toEqual(bare({ observations }));
        const result = experienceWarnings({ observations }, options);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });

  test("what is raised as of a day is what is raised up to that day as of any later one", () => {
    fc.assert(
      fc.property(fc.array(observation, { maxLength: 12 }), (observations) => {
        const asOf = "2026-03-14";
        const early = experienceWarnings({ observations }, { asOf }).warnings;
        const late = experienceWarnings({ observations }, options).warnings;
        const keys = (list: typeof early): string[] =>
          list.filter(({ raisedAt }) => raisedAt <= asOf).map((one) => `${one.code} ${one.raisedAt}`);
        expect(keys(late)).toEqual(keys(early));
      }),
    );
  });
});
