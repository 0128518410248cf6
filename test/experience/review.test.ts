import {
  classifyExperience,
  type ExperienceHistory,
  evaluateExperience,
  experienceWarnings,
  observeExperience,
  portfolioExperience,
  recommendSelling,
  reviewExperience,
} from "keyaccount";
import { experienceModel } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const base = { client: "acme", productLine: "components" };
const li = { id: "li", function: "design-engineering" } as const;
const wu = { id: "wu", function: "purchasing" } as const;
const visit = (id: string, at: string, isNew: boolean) => ({
  ...base,
  id,
  at,
  topics: [isNew ? ("new-applications" as const) : ("delivery" as const)],
});
const records = deepFreeze({
  decisions: [
    { ...base, id: "d1", at: "2025-03-10", contacts: [li] },
    { ...base, id: "d2", at: "2025-09-12", contacts: [li, wu] },
    { ...base, id: "d3", at: "2026-01-05", contacts: [wu] },
  ],
  visits: [
    visit("v1", "2025-01-10", true),
    visit("v2", "2025-02-10", true),
    visit("v3", "2025-03-12", true),
    ...["2025-09-01", "2025-10-01", "2025-11-03", "2025-12-01"].map((at, index) =>
      visit(`w${String(index)}`, at, false),
    ),
  ],
});
const asOf = "2026-01-31";

describe("B2.9 the parts fit together as they are", () => {
  const { histories, issues } = observeExperience(records);
  const [history] = histories as readonly ExperienceHistory[];
  const review = reviewExperience(history as ExperienceHistory, { asOf });

  test("B2.9 records → observations → classification and warnings, the same as each by itself", () => {
    expect(issues).toEqual([]);
    expect(review.experience).toEqual(classifyExperience(history as ExperienceHistory, { asOf }));
    expect(review.warnings).toEqual(experienceWarnings(history as ExperienceHistory, { asOf }).warnings);
    expect(review.warnings.map(({ code, raisedAt }) => [code, raisedAt])).toEqual([
      ["application-interest-drops", "2025-12-01"],
      ["purchasing-takes-over", "2026-01-05"],
      ["purchasing-up-interest-down", "2026-01-05"],
    ]);
    expect(JSON.parse(JSON.stringify(review))).toEqual(review);
  });

  test("B3.1, B2.9 → advice, with the warnings that speak against it; those that are over don't", () => {
    const facts = { coreCopyable: false, topWithinReach: true, worthTheCost: true, servicesToAdd: true } as const;
    const against = (warnings: typeof review.warnings) =>
      recommendSelling({ ...review, ...facts, warnings })
        .options.find(({ strategy }) => strategy === "account-management")
        ?.against.map(({ objection, warnings: by }) => [objection, by.map(({ code }) => code)]);
    expect(against(review.warnings)).toEqual([
      ["slows-only", []],
      ["shift-under-way", ["application-interest-drops", "purchasing-takes-over", "purchasing-up-interest-down"]],
      ["experts-decide", ["purchasing-takes-over", "purchasing-up-interest-down"]],
    ]);
    const over = review.warnings.map((one) => ({ ...one, endedAt: "2026-01-20" }));
    expect(against(over)?.flatMap(([, codes]) => codes)).toEqual([]);
  });

  test.each([
    ["price-only-subject", "added-services", "price-decides"],
    ["application-interest-drops", "new-applications", "interest-falling"],
    ["own-specifications", "added-services", "little-guidance-wanted"],
    ["a-rule-of-ours", "added-services", "shift-under-way"],
  ])("B2.9 %s speaks against %s: %s", (code, strategy, objection) => {
    const { options } = recommendSelling({ warnings: [{ code, raisedAt: "2026-01-05" }] });
    const found = options.find((one) => one.strategy === strategy)?.against.find((one) => one.objection === objection);
    expect(found?.warnings).toEqual([{ code, raisedAt: "2026-01-05" }]);
  });

  test("B3.3 a host's own signal, of which the handbook doesn't speak, stands behind an advice but against none", () => {
    const own = {
      signal: "tenders",
      handbook: null,
      level: "all",
      leaning: "specialist",
      at: asOf,
      current: true,
    } as const;
    const { options } = recommendSelling({ experience: { stage: "specialist", ledger: [own] }, warnings: [] });
    expect(options.find(({ strategy }) => strategy === "unbundled-offer")?.signals.map(({ signal }) => signal)).toEqual(
      ["tenders"],
    );
    expect(options.flatMap(({ against }) => against.flatMap(({ signals }) => signals))).toEqual([]);
  });

  test("B2.9, B2.11 → portfolio: a standing warning is a risk, unless the client is a specialist already", () => {
    const calm = {
      stage: "generalist",
      direction: "steady",
      movement: { periods: 6, change: 0 },
      speed: null,
    } as const;
    const model = { period: { unit: "month", every: 1 } } as const;
    const warnings = [{ code: "orders-unbundled", raisedAt: "2026-01-05", endedAt: null }];
    const row = (client: string, more: object) => ({
      client,
      productLine: "x",
      experience: { ...calm, model },
      ...more,
    });
    const { lines, atRisk } = portfolioExperience([
      { ...base, ...review, revenue: "7" },
      row("over", { warnings: [{ ...warnings[0], endedAt: "2026-01-20" }] }),
      row("quiet", { warnings: [], revenue: 3 }),
      row("specialist", { experience: { ...calm, stage: "specialist", model }, warnings }),
      row("unknown", { warnings: null }),
      row("warned", { warnings }),
    ] as never);
    expect(lines.map(({ client, warnings: codes, risks }) => [client, codes, risks])).toEqual([
      ["acme", review.warnings.map(({ code }) => code), expect.arrayContaining(["moving-forward", "early-warning"])],
      ["over", [], []],
      ["quiet", [], []],
      ["specialist", ["orders-unbundled"], []],
      ["unknown", null, []],
      ["warned", ["orders-unbundled"], ["early-warning"]],
    ]);
    expect(atRisk).toMatchObject({ lines: 2, revenue: "7", revenueUnknown: 1, share: 0.7, warningsUnknown: 1 });
  });

  test("B2.9 → evaluation: the warnings as they are, against the labelled shift", () => {
    const labels = [
      { from: "2025-03-01", stage: "generalist" },
      { from: "2026-01-31", stage: "in-transition" },
    ] as const;
    const labelled = [{ ...(history as ExperienceHistory), labels, until: asOf, warnings: review.warnings }];
    expect(evaluateExperience(experienceModel, labelled).warnings).toMatchObject({
      shifts: [{ warnedAt: "2025-12-01", leadDays: 61 }],
      falseAlarms: 0,
      warnings: 2,
    });
  });
});

describe("B2.9 hostile input to reviewExperience", () => {
  test("B2.9 faulty options throw, faulty histories are told once", () => {
    const options = [null, undefined, 5, [], {}, { asOf: "2026-02-30" }, { asOf, rules: 5 }, { asOf, extra: 1 }];
    for (const one of options)
      expect(() => reviewExperience({ observations: [] }, one as never)).toThrow(
        expect.objectContaining({ name: "KeyAccountError" }),
      );
    const { experience, warnings } = reviewExperience(
      { observations: [null, { at: asOf, levels: {}, contacts: 1 }] } as never,
      { asOf },
    );
    expect(experience.issues.map(({ code, path }) => [code, ...path])).toEqual([
      ["wrong-type", "observations", 0],
      ["wrong-type", "observations", 1, "contacts"],
    ]);
    expect(warnings).toEqual([]);
  });
});
