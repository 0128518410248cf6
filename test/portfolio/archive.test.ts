import fc from "fast-check";
import {
  ARCHIVE_AGES,
  ARCHIVE_FIELDS,
  type ArchiveOptions,
  ASK_REASONS,
  clientArchive,
  defineScorecard,
  evaluate,
  isKeyAccountError,
} from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { type Archive, ArchiveSchema, archiveFacts } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const asOf = "2026-11-21";
const card = defineScorecard({
  id: "card",
  version: "1",
  indicators: {
    reputation: { kind: "rating", weight: "40", min: 1, max: 5 },
    netMargin: {
      kind: "interpolate",
      weight: "30",
      knots: [
        { at: "0", share: "0" },
        { at: "0.1", share: "1" },
      ],
      maxAgeDays: 60,
    },
    ownEngineers: { kind: "flag", weight: "20" },
    salesReps: {
      kind: "interpolate",
      weight: "10",
      knots: [
        { at: "0", share: "0" },
        { at: "10", share: "1" },
      ],
    },
  },
  grades: [
    { grade: "A", from: "50" },
    { grade: "B", from: null },
  ],
});
const archive: Archive = deepFreeze({
  v: 1,
  standing: {
    reputation: { value: 4, observedAt: "2024-11-20", verified: true },
    history: { value: null },
    location: { value: "Old Town", observedAt: "2026-11-21", verified: false },
  },
  finance: { netMargin: { value: "0.08", observedAt: "2026-09-21", verified: true }, capital: { value: "1000000" } },
  management: { salesReps: { value: "5", observedAt: "2026-11-01T08:00:00Z", verified: true } },
  service: { ownEngineers: { value: null, notApplicable: true } },
});
const evaluation = deepFreeze(evaluate(card, archiveFacts(archive), { asOf }));
const look = (given: unknown, options: object = {}) => clientArchive(given as Archive, { asOf, ...options });
const codesOf = (run: () => unknown): string[] => {
  try {
    run();
  } catch (error) {
    if (isKeyAccountError(error)) return error.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
    throw error;
  }
  return [];
};

test("E3 the fields are those of the archive's schema, in its order", () => {
  const shape = ArchiveSchema.shape as unknown as Record<string, { unwrap(): { shape: object } }>;
  const sections = Object.keys(shape).filter((key) => key !== "v");
  expect(sections.map((section) => [section, Object.keys(shape[section]?.unwrap().shape ?? {})])).toEqual(
    Object.entries(ARCHIVE_FIELDS),
  );
});

describe("E3 complete: fields known ÷ fields of the section", () => {
  test("by hand: 2 of 10, 2 of 8, 1 of 10, 0 of 3 (one doesn't apply), 5 of 73 in all", () => {
    const { sections, completeness } = look(archive);
    const figures = sections.map(({ section, known, applicable, completeness: share }) => [
      section,
      known,
      applicable,
      share,
    ]);
    expect(figures).toEqual([
      ["standing", 2, 10, 0.2],
      ["ability", 0, 13, 0],
      ["management", 1, 10, 0.1],
      ["finance", 2, 8, 0.25],
      ["market", 0, 8, 0],
      ["buying", 0, 10, 0],
      ["relationship", 0, 11, 0],
      ["service", 0, 3, 0],
    ]);
    expect(completeness).toBe(0.0685);
    expect(sections[7]?.missing).toEqual(["displayQuality", "afterSales", "afterSalesService"]);
    expect(sections[0]?.missing).not.toContain("location");
  });

  test("a client without an archive has an empty one; where nothing applies there is no completeness", () => {
    expect([look(null).completeness, look(undefined).completeness, look({}).issues]).toEqual([0, 0, []]);
    const fields = { service: ["ownEngineers"] };
    expect(look(archive, { fields })).toMatchObject({
      completeness: null,
      sections: [{ section: "service", known: 0, applicable: 0, completeness: null, missing: [] }],
      ask: [],
    });
  });

  test("fields of the host's own count where they are asked for; a field named twice counts once", () => {
    const ours = { v: 1, logistics: { trucks: { value: "3" } } };
    const { sections } = look(ours, { fields: { logistics: ["trucks", "drivers", "trucks"], toString: ["name"] } });
    expect(sections).toEqual([
      { section: "logistics", known: 1, applicable: 2, completeness: 0.5, missing: ["drivers"] },
      { section: "toString", known: 0, applicable: 1, completeness: 0, missing: ["name"] },
    ]);
  });
});

describe("E3 up to date: facts by age", () => {
  test("each bound is included; the oldest stale fact comes first", () => {
    const dated = (observedAt: string) => ({ value: "x", observedAt });
    const standing = {
      legalForm: dated("2026-08-23"), // 90 days
      history: dated("2026-08-22"), // 91
      location: dated("2025-11-21"), // 365
      floorArea: dated("2025-11-20"), // 366
      stateOfBusiness: dated("2024-11-21"), // 730
      operatingMode: dated("2024-11-20"), // 731
      industryRank: { value: "1" },
    };
    const { ages, stale } = look({ v: 1, standing });
    expect(ages).toEqual({ current: 1, ageing: 2, stale: 2, outdated: 1, undated: 1 });
    expect(stale).toEqual([
      { section: "standing", field: "operatingMode", age: "outdated", observedAt: "2024-11-20", ageDays: 731 },
      { section: "standing", field: "stateOfBusiness", age: "stale", observedAt: "2024-11-21", ageDays: 730 },
      { section: "standing", field: "floorArea", age: "stale", observedAt: "2025-11-20", ageDays: 366 },
    ]);
    expect(look({ v: 1, standing }, { ages: { current: 0, ageing: 0, stale: 90 } }).ages).toEqual({
      current: 0,
      ageing: 0,
      stale: 1,
      outdated: 5,
      undated: 1,
    });
    expect(look({ v: 1, standing }, { ages: { current: 800 } }).ages).toMatchObject({ current: 6, undated: 1 });
  });

  test("a scorecard that takes a fact for sixty days makes it stale on the sixty-first", () => {
    const fields = (options: object): string[] => look(archive, options).stale.map(({ field }) => field);
    expect(fields({})).toEqual(["reputation"]);
    expect(fields({ scorecard: card })).toEqual(["reputation", "netMargin"]);
    expect(fields({ scorecard: card, asOf: "2026-11-20" })).toEqual(["reputation"]);
  });

  test("a fact of tomorrow in another zone is current, one after that isn't known yet", () => {
    const at = (observedAt: string) => look({ v: 1, standing: { history: { value: "x", observedAt } } });
    expect(at("2026-11-22T01:00:00Z").ages.current).toBe(1);
    expect(at("2026-11-22").issues).toEqual([
      {
        code: "observed-after-as-of",
        path: ["standing", "history", "observedAt"],
        details: { observedAt: "2026-11-22", asOf },
      },
    ]);
    expect(at("2026-11-22").sections[0]?.missing).toContain("history");
  });
});

describe("E3 true: what rests on unverified and old facts", () => {
  test("facts without a check are listed", () => {
    expect(look(archive).unverified).toEqual([
      { section: "standing", field: "location" },
      { section: "finance", field: "capital" },
    ]);
  });

  test("by hand: of weights 40, 10 and 30 that counted, 40 are old; netMargin is stale by the scorecard and didn't count", () => {
    expect(look(archive).footing).toBeNull();
    expect(evaluation.indicators.netMargin.status).toBe("stale");
    expect(look(archive, { evaluation }).footing).toEqual({
      unverified: 0,
      old: 0.8,
      undated: 0,
      shaky: 0.8,
      indicators: ["reputation"],
    });
    const facts = {
      reputation: 4,
      netMargin: { value: "0.1", observedAt: asOf },
      salesReps: { value: "5", verified: true },
    };
    const other = evaluate(card, facts, { asOf });
    // 40 unverified and undated, 30 unverified, 10 undated.
    expect(look(null, { evaluation: other }).footing).toEqual({
      unverified: 0.875,
      old: 0,
      undated: 0.625,
      shaky: 1,
      indicators: ["reputation", "netMargin", "salesReps"],
    });
    expect(look(null, { evaluation: evaluate(card, {}) }).footing).toBeNull();
  });

  test("a fact that stood in for an unknown one under a policy is none", () => {
    const worst = defineScorecard({ ...card, missing: "worst" });
    expect(
      look(null, { evaluation: evaluate(worst, { salesReps: { value: "1", verified: true, observedAt: asOf } }) })
        .footing,
    ).toEqual({
      unverified: 0,
      old: 0,
      undated: 0,
      shaky: 0,
      indicators: [],
    });
  });
});

describe("E3 what to ask next", () => {
  const asked = (options: object): unknown[] =>
    look(archive, options).ask.map(({ field, reason, weight }) => [field, reason, weight]);

  test("the heaviest in the evaluation first, then what has no weight: missing, stale, undated, in the archive's order", () => {
    const all = asked({ evaluation, scorecard: card });
    expect(all.slice(0, 4)).toEqual([
      ["reputation", "stale", 40],
      ["netMargin", "stale", 30],
      ["legalForm", "missing", null],
      ["history", "missing", null],
    ]);
    expect(all.at(-1)).toEqual(["capital", "undated", null]);
    expect(all).toHaveLength(68 + 3);
    expect(all.flat()).not.toContain("ownEngineers");
  });

  test("without a scorecard missing comes before stale", () => {
    const fields = { standing: ["reputation", "legalForm"], finance: ["capital", "netMargin"] };
    expect(asked({ fields })).toEqual([
      ["legalForm", "missing", null],
      ["reputation", "stale", null],
      ["capital", "undated", null],
    ]);
    expect(asked({ fields, scorecard: { indicators: { capital: { weight: "0" }, legalForm: {} } } })[0]).toEqual([
      "capital",
      "undated",
      0,
    ]);
  });

  test("an evaluation's weights come before a scorecard's", () => {
    const scorecard = { indicators: { reputation: { weight: "7.5" }, legalForm: { weight: 50 } } };
    expect(asked({ evaluation, scorecard }).slice(0, 2)).toEqual([
      ["legalForm", "missing", 50],
      ["reputation", "stale", 40],
    ]);
    expect(asked({ scorecard }).slice(0, 2)).toEqual([
      ["legalForm", "missing", 50],
      ["reputation", "stale", 7.5],
    ]);
  });
});

describe("E3 what can't be read", () => {
  test("is an issue and counts as unknown", () => {
    const review = look({
      v: 1,
      standing: {
        history: "long",
        location: { value: "x", observedAt: "2026-02-30" },
        legalForm: { value: "x", notApplicable: true },
        floorArea: { notApplicable: "yes" },
        industryRank: { value: "x", verified: "yes" },
      },
      finance: "rich",
      market: null,
    });
    expect(review.issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
      "contradictory-fact standing.legalForm",
      "wrong-type standing.history",
      "not-a-date standing.location.observedAt",
      "wrong-type standing.floorArea.notApplicable",
      "wrong-type standing.industryRank.verified",
      "wrong-type finance",
    ]);
    expect(review.completeness).toBe(0);
    expect(look(5).issues.map(({ code }) => code)).toEqual(["wrong-type"]);
  });

  test("whatever an archive is, there is a review of plain JSON", () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (section, field) => {
        for (const given of [section, { standing: section }, { standing: { history: field } }]) {
          const review = look(given);
          expect(JSON.parse(JSON.stringify(review))).toEqual(review);
        }
      }),
    );
  });

  test("known and missing fields are all that apply", () => {
    const known = fc.oneof(
      fc.record(
        { value: fc.string(), observedAt: fc.constantFrom("2020-01-01", "2026-11-21", "2027-01-01") },
        { requiredKeys: [] },
      ),
      fc.constant({ value: null, notApplicable: true }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...ARCHIVE_FIELDS.standing), known), (standing) => {
        const { sections, ages, ask, unverified } = look(
          { v: 1, standing },
          { fields: { standing: ARCHIVE_FIELDS.standing } },
        );
        const [first] = sections;
        expect(first?.known).toBe(Object.values(ages).reduce((sum, count) => sum + count));
        expect((first?.known ?? NaN) + (first?.missing.length ?? NaN)).toBe(first?.applicable);
        expect(unverified).toHaveLength(first?.known ?? NaN);
        expect(ask.filter(({ reason }) => reason === "missing").map(({ field }) => field)).toEqual(first?.missing);
      }),
    );
  });

  test.each<[string, unknown, string[]]>([
    ["no options", undefined, ["not-json ", "required asOf"]],
    ["no day", { asOf: "21.11.2026" }, ["not-a-date asOf"]],
    ["an unknown option", { asOf, field: {} }, ["unknown-key field"]],
    [
      "an evaluation that is none",
      { asOf, evaluation: 5, scorecard: {} },
      ["required scorecard.indicators", "wrong-type evaluation"],
    ],
    [
      "indicators that are none",
      { asOf, evaluation: { indicators: { a: 5, b: {} } }, scorecard: { indicators: [] } },
      [
        "wrong-type scorecard.indicators",
        "wrong-type evaluation.indicators.a",
        "required evaluation.indicators.b.weight",
      ],
    ],
    [
      "fields that are none",
      { asOf, fields: { a: "x", b: [5], c: null } },
      ["wrong-type fields.a", "wrong-type fields.b.0", "required fields.c"],
    ],
    ["a list of fields", { asOf, fields: ["a"] }, ["wrong-type fields"]],
    ["ages in the wrong order", { asOf, ages: { current: 100, ageing: 50 } }, ["out-of-range ages.ageing"]],
    ["an unknown age", { asOf, ages: { fresh: 1 } }, ["unknown-key ages.fresh"]],
  ])("faulty options throw with all issues: %s", (_, options, expected) => {
    expect(codesOf(() => clientArchive(archive, options as ArchiveOptions))).toEqual(expected);
  });

  test("null options are absent ones", () => {
    expect(look(archive, { evaluation: null, scorecard: null, fields: null })).toEqual(look(archive));
  });
});

test.each([en, zhCN])("E3 sections, fields, ages and reasons have words of their own: $tag", (locale) => {
  expect(Object.keys(locale.archiveSections)).toEqual(Object.keys(ARCHIVE_FIELDS));
  expect(Object.keys(locale.archiveAges)).toEqual(ARCHIVE_AGES);
  expect(Object.keys(locale.askReasons)).toEqual(ASK_REASONS);
  const words: Record<string, string> = { ...locale.indicators, ...locale.archiveFields };
  for (const fields of Object.values(ARCHIVE_FIELDS)) {
    const names = fields.map((field) => words[field]);
    expect(names).not.toContain(undefined);
    expect(new Set(names).size).toBe(names.length);
  }
});
