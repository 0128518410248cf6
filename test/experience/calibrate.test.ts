import fc from "fast-check";
import { calibrateExperience, defineExperienceModel, type LabelledHistory } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { tendersDefinition, tendersModel } from "./models.js";

type Tenders = { readonly tenders: "none" | "some" };
const smoothing = { signals: "10", transitions: "10", prior: "8" };
const options = { id: "ours", version: "2", smoothing };

/** A month of 2026 with one observation. */
const seen = (month: number, tenders: "none" | "some"): LabelledHistory<Tenders>["observations"][number] => ({
  at: `2026-${String(month).padStart(2, "0")}-10`,
  levels: { tenders },
});

const history: LabelledHistory<Tenders> = deepFreeze({
  observations: [seen(1, "none"), seen(2, "none"), seen(3, "some"), seen(3, "some"), seen(4, "some"), seen(5, "none")],
  labels: [
    { from: "2026-02-01", stage: "generalist" },
    { from: "2026-04-20", stage: "specialist" },
  ],
  until: "2026-06-30",
});

describe("B2 calibrateExperience", () => {
  const calibration = calibrateExperience(tendersModel, [history], options);

  test("B2 counts once a period, after the first label, by the label in force", () => {
    // February none, March some (twice, counts once): generalist; April some (the label's own month), May none: specialist.
    expect(calibration.signals[0]?.counts).toEqual({
      generalist: { none: 1, some: 1 },
      "in-transition": { none: 0, some: 0 },
      specialist: { none: 1, some: 1 },
    });
    // February → March stays, March → April shifts, April → May → June stays.
    expect(calibration.transitions.counts).toEqual({
      generalist: { generalist: 1, "in-transition": 0, specialist: 1 },
      "in-transition": { generalist: 0, "in-transition": 0, specialist: 0 },
      specialist: { generalist: 0, "in-transition": 0, specialist: 2 },
    });
    expect(calibration.prior.counts).toEqual({ generalist: 1, "in-transition": 0, specialist: 0 });
  });

  test("B2 smooths by the weight told: (count + weight × base) ÷ (all + weight)", () => {
    const { likelihoods } = calibration.model.signals.tenders;
    // (1 + 10 × 0.9) ÷ 12 = 0.8333…, (1 + 10 × 0.1) ÷ 12 = 0.1666…: the larger remainder gets the last millionth.
    expect(likelihoods.generalist).toEqual({ none: "0.833333", some: "0.166667" });
    expect(likelihoods["in-transition"]).toEqual({ none: "0.5", some: "0.5" });
    expect(likelihoods.specialist).toEqual({ none: "0.166667", some: "0.833333" });
    // (1 + 8 × 0.5) ÷ 9, 8 × 0.3 ÷ 9, 8 × 0.2 ÷ 9
    expect(calibration.model.prior).toEqual({
      generalist: "0.555555",
      "in-transition": "0.266667",
      specialist: "0.177778",
    });
    expect(calibration.signals[0]?.separation.generalistSpecialist).toBe(0.6667);
    expect(calibration.signals[0]?.baseSeparation).toEqual({
      generalistSpecialist: 0.8,
      generalistTransition: 0.4,
      transitionSpecialist: 0.4,
    });
  });

  test("B2 warns of thin data by signal, stage and in all", () => {
    expect(
      calibration.warnings
        .filter(({ code }) => code.startsWith("too-few"))
        .map(({ code, stage, counted }) => [code, stage, counted]),
    ).toEqual([
      ["too-few-sightings", "generalist", 2],
      ["too-few-sightings", "in-transition", 0],
      ["too-few-sightings", "specialist", 2],
      ["too-few-periods", "generalist", 2],
      ["too-few-periods", "in-transition", 0],
      ["too-few-periods", "specialist", 2],
      ["too-few-histories", null, 1],
    ]);
    expect(calibrateExperience(tendersModel, [], { ...options, least: 0 }).warnings).toEqual([]);
  });

  test("B2 counts against the order of levels: the base weighs twice as much until the order holds", () => {
    const against: LabelledHistory<Tenders>[] = Array.from({ length: 40 }, () => ({
      observations: [seen(1, "some")],
      labels: [{ from: "2026-01-01", stage: "generalist" }],
      until: "2026-01-31",
    }));
    const { signals, warnings, model } = calibrateExperience(tendersModel, against, { ...options, least: 0 });
    // none (0.9 w) ÷ (40 + w) must be at least 0.5: w ≥ 50, so 10 × 2³ = 80: 72 ÷ 120.
    expect(signals[0]?.smoothing).toBe("80");
    expect(signals[0]?.breaks).toEqual([{ lower: "none", higher: "some", stage: "generalist", next: "in-transition" }]);
    expect(model.signals.tenders.likelihoods.generalist).toEqual({ none: "0.6", some: "0.4" });
    expect(warnings.map(({ code, signal }) => [code, signal])).toEqual([["order-smoothed", "tenders"]]);
  });

  test("B2 a signal that says nothing in the base can't be mended: the base is kept", () => {
    const even = { none: "0.5", some: "0.5" };
    const flat = defineExperienceModel({
      ...tendersDefinition,
      signals: {
        tenders: {
          levels: ["none", "some"],
          likelihoods: { generalist: even, "in-transition": even, specialist: even },
        },
      },
    });
    const against: LabelledHistory<Tenders>[] = Array.from({ length: 40 }, () => ({
      observations: Array.from({ length: 12 }, (_, month) => seen(month + 1, "some")),
      labels: [{ from: "2026-01-01", stage: "generalist" }],
      until: "2026-12-31",
    }));
    const { signals, warnings } = calibrateExperience(flat, against, { ...options, least: 0 });
    expect([signals[0]?.smoothing, signals[0]?.separation.generalistSpecialist]).toEqual([null, 0]);
    expect(warnings).toContainEqual({
      code: "order-base-kept",
      signal: "tenders",
      stage: null,
      counted: null,
      least: null,
    });
  });

  test("B2 law: whatever was labelled, the model passes its own definition", () => {
    const stage = fc.constantFrom("generalist" as const, "in-transition" as const, "specialist" as const);
    const one = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      level: fc.constantFrom("none" as const, "some" as const),
    });
    const label = fc.tuple(stage, stage, fc.integer({ min: 2, max: 28 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.array(one, { maxLength: 9 }), label), { maxLength: 6 }), (all) => {
        const labelled = all.map(
          ([list, [a, b, day]]): LabelledHistory<Tenders> => ({
            observations: list.map(({ month, level }) => seen(month, level)),
            labels: [
              { from: "2026-01-01", stage: a },
              { from: `2026-06-${String(day).padStart(2, "0")}`, stage: b },
            ],
            until: "2026-12-31",
          }),
        );
        const result = calibrateExperience(tendersModel, labelled, options);
        expect(defineExperienceModel(result.model)).toEqual(result.model);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
      { numRuns: 50 },
    );
  });

  test("B2 faulty histories are left out with issues, faulty options throw", () => {
    const hostile = [
      null,
      {},
      { ...history, labels: [] },
      { ...history, until: "2026-03-01" },
      { ...history, labels: [...history.labels].reverse() },
      { ...history, labels: [1, { from: "x", stage: "expert" }] },
      { ...history, warnings: 1 },
      { ...history, warnings: [1] },
      Object.defineProperty({}, "until", {
        get: () => {
          throw new Error("no");
        },
      }),
    ];
    const { histories, issues } = calibrateExperience(tendersModel, hostile as never, options);
    expect(histories).toBe(0);
    expect(new Set(issues.map(({ path }) => path[0])).size).toBe(9);
    expect(() => calibrateExperience(tendersModel, null as never, options)).toThrow("wrong-type");
    const bad = { ...options, smoothing: { signals: 0, transitions: "2000000" } };
    expect(() => calibrateExperience(tendersModel, [], bad as never)).toThrow(/not-positive.*out-of-range.*required/);
    expect(() => calibrateExperience(tendersModel, [], null as never)).toThrow("wrong-type");
    expect(() => calibrateExperience(tendersModel, [], { ...options, id: () => 1 } as never)).toThrow("not-json");
  });
});
