import { defineExperienceModel, extendExperienceModel, isKeyAccountError, type KeyAccountError } from "keyaccount";
import { experienceModel } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { tendersDefinition, tendersModel } from "./models.js";

const define = defineExperienceModel as (definition: unknown) => unknown;
const extend = extendExperienceModel as (base: unknown, extension: unknown) => unknown;

function faultsOf(run: () => unknown): KeyAccountError["issues"] | [] {
  try {
    run();
  } catch (error) {
    if (isKeyAccountError(error)) return error.issues;
    throw error;
  }
  return [];
}
const codes = (run: () => unknown): string[] => faultsOf(run).map(({ code, path }) => `${code} ${path.join(".")}`);
const changed =
  (change: object): (() => unknown) =>
  () =>
    define({ ...tendersDefinition, ...change });
const { tenders } = tendersDefinition.signals;
const withSignal = (change: object): (() => unknown) => changed({ signals: { tenders: { ...tenders, ...change } } });
const withRow = (row: object): (() => unknown) =>
  withSignal({ likelihoods: { ...tenders.likelihoods, specialist: row } });

describe("defineExperienceModel", () => {
  test("B2 writes defaults out and decimals canonically, and freezes", () => {
    const model = defineExperienceModel(
      deepFreeze({
        ...tendersDefinition,
        version: "2",
        prior: { generalist: 0.5, "in-transition": "0.30", specialist: "2e-1" },
      }),
    );
    expect(model).toMatchObject({
      v: 1,
      version: "2",
      period: { unit: "month", every: 1 },
      prior: { generalist: "0.5", "in-transition": "0.3", specialist: "0.2" },
      dwell: 1,
      pace: { periods: 6, steadyBelow: "0.05" },
    });
    expect(model.signals.tenders.silentWhenInterwoven).toBe(false);
    expect(Object.isFrozen(model.signals.tenders.likelihoods.generalist)).toBe(true);
    expect(defineExperienceModel(model)).toEqual(model);
  });

  test("B2 refuses probabilities that don't sum to exactly one", () => {
    expect(faultsOf(withRow({ none: "0.1", some: "0.900000001" }))).toEqual([
      {
        code: "not-summing-to-one",
        path: ["signals", "tenders", "likelihoods", "specialist"],
        details: { sum: "1.000000001" },
      },
    ]);
    expect(codes(changed({ prior: { generalist: "0.5", "in-transition": "0.3", specialist: "0.1" } }))).toEqual([
      "not-summing-to-one prior",
    ]);
    const { transitions } = tendersDefinition;
    const row = { ...transitions.specialist, specialist: "0.91" };
    expect(codes(changed({ transitions: { ...transitions, specialist: row } }))).toEqual([
      "not-summing-to-one transitions.specialist",
    ]);
  });

  test("B2 refuses missing, unknown and repeated levels", () => {
    expect(codes(withRow({ none: "1" }))).toEqual(["required signals.tenders.likelihoods.specialist.some"]);
    expect(codes(withRow({ none: "0.1", some: "0.8", many: "0.1" }))).toEqual([
      "unknown-key signals.tenders.likelihoods.specialist.many",
    ]);
    expect(codes(withSignal({ levels: ["none", "some", "none"] }))).toEqual(["duplicate-id signals.tenders.levels.2"]);
    expect(codes(withSignal({ levels: ["none"] }))).toEqual(["too-few signals.tenders.levels"]);
    expect(codes(withSignal({ levels: "abcdefghij".split("") }))).toContain("too-many-values signals.tenders.levels");
    expect(codes(withSignal({ levels: "abcdefghi".split("") }))).not.toContain(
      "too-many-values signals.tenders.levels",
    );
  });

  test("B2 refuses a probability of 0, which would rule a stage out for good, and more than nine decimals", () => {
    expect(codes(withRow({ none: "0", some: "1" }))).toEqual([
      "not-positive signals.tenders.likelihoods.specialist.none",
    ]);
    expect(codes(withRow({ none: "0.0000000001", some: "0.9999999999" }))).toEqual([
      "too-precise signals.tenders.likelihoods.specialist.none",
      "too-precise signals.tenders.likelihoods.specialist.some",
    ]);
  });

  test("B2 refuses a level that speaks for the other direction than its order says", () => {
    expect(faultsOf(withSignal({ levels: ["some", "none"] }))).toEqual(
      ["in-transition", "specialist"].map((next, index) => ({
        code: "levels-not-monotone",
        path: ["signals", "tenders", "likelihoods", next, "none"],
        details: { lower: "some", higher: "none", stage: ["generalist", "in-transition"][index], next },
      })),
    );
    const even = { none: "0.5", some: "0.5" };
    const flat = { generalist: even, "in-transition": even, specialist: even };
    expect(codes(withSignal({ likelihoods: flat }))).toEqual([]);
  });

  test("B2 refuses leaps over a stage that are likelier than two steps", () => {
    const { transitions } = tendersDefinition;
    const leap = { generalist: "0.8", "in-transition": "0.1", specialist: "0.1" };
    const back = { generalist: "0.05", "in-transition": "0.05", specialist: "0.9" };
    expect(faultsOf(changed({ transitions: { ...transitions, generalist: leap, specialist: back } }))).toEqual([
      {
        code: "transitions-not-monotone",
        path: ["transitions", "in-transition"],
        details: { stage: "generalist", next: "in-transition" },
      },
      {
        code: "transitions-not-monotone",
        path: ["transitions", "specialist"],
        details: { stage: "in-transition", next: "specialist" },
      },
    ]);
    // Two steps make 0.18 × 0.2 ÷ 0.7 = 0.0514 at most: the model's 0.02 is less, 0.06 is more.
    const more = { generalist: "0.76", "in-transition": "0.18", specialist: "0.06" };
    expect(codes(changed({ transitions: { ...transitions, generalist: more } }))).toEqual([
      "transitions-not-monotone transitions.in-transition",
    ]);
    // The whole matrix turned round breaks both columns; each row is reported once.
    const turned = {
      generalist: transitions.specialist,
      "in-transition": transitions["in-transition"],
      specialist: transitions.generalist,
    };
    expect(codes(changed({ transitions: turned }))).toEqual([
      "transitions-not-monotone transitions.in-transition",
      "transitions-not-monotone transitions.specialist",
    ]);
  });

  test("B2 refuses `leave` above `enter`, thresholds outside of 0 … 1, and more evidence than there are signals", () => {
    expect(faultsOf(changed({ thresholds: { enter: "0.4", leave: "0.5" } }))).toEqual([
      { code: "leave-above-enter", path: ["thresholds"], details: { enter: "0.4", leave: "0.5" } },
    ]);
    expect(codes(changed({ thresholds: { enter: "0.5", leave: "0.5" } }))).toEqual([]);
    expect(codes(changed({ thresholds: { enter: "1.1", leave: "0" } }))).toEqual([
      "out-of-range thresholds.enter",
      "not-positive thresholds.leave",
    ]);
    expect(codes(changed({ thresholds: { enter: "1", leave: "1" } }))).toEqual([]);
    expect(codes(changed({ evidence: { signals: 2, within: 12 } }))).toEqual(["out-of-range evidence.signals"]);
  });

  test("lists all faults of the parts at once", () => {
    const faulty = {
      v: 2,
      id: "a.b",
      version: "",
      period: { unit: "week", every: 0 },
      dwell: 0,
      evidence: {},
      pace: null,
      more: 1,
    };
    expect(codes(changed(faulty))).toEqual([
      "unknown-key more",
      "unsupported-version v",
      "unsafe-id id",
      "out-of-range version",
      "unknown-value period.unit",
      "out-of-range period.every",
      "out-of-range dwell",
      "required evidence.signals",
      "required evidence.within",
      "wrong-type pace",
    ]);
    expect(codes(() => define(undefined))).toEqual(["not-json "]);
    expect(codes(() => define(null))).toEqual(["wrong-type "]);
    expect(codes(changed({ signals: {} }))).toEqual(["too-few signals"]);
    const many = Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`s${String(index)}`, tenders]));
    expect(codes(changed({ signals: many }))).toEqual(["too-many-values signals"]);
  });

  test("ends quickly on hostile definitions", () => {
    const cyclic: Record<string, unknown> = { ...tendersDefinition };
    cyclic["signals"] = cyclic;
    expect(codes(() => define(cyclic))).toEqual(["cyclic signals"]);
    const throwing = Object.defineProperty({ ...tendersDefinition }, "prior", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
    expect(codes(() => define(throwing))).toEqual(["accessor prior"]);
    expect(codes(() => define({ ...tendersDefinition, dwell: Number.NaN }))).toEqual(["not-json dwell"]);
  });
});

describe("extendExperienceModel", () => {
  test("B2 adds, replaces, leaves out and keeps the rest; the base stays as it is", () => {
    const before = JSON.stringify(experienceModel);
    const ours = extendExperienceModel(experienceModel, {
      id: "ours",
      omit: ["risk", "decisionTime"],
      signals: { tenders },
      dwell: 3,
      prior: undefined,
    });
    expect(Object.keys(ours.signals)).toEqual([
      "decisionMakers",
      "buyingCriteria",
      "buyingManner",
      "guidance",
      "priceSensitivity",
      "newApplications",
      "tenders",
    ]);
    expect([ours.id, ours.version, ours.dwell, ours.prior]).toEqual(["ours", "1", 3, experienceModel.prior]);
    expect(JSON.stringify(experienceModel)).toBe(before);
    const replaced = extendExperienceModel(experienceModel, { id: "ours", omit: ["risk"], signals: { risk: tenders } });
    expect(replaced.signals.risk.levels).toEqual(["none", "some"]);
  });

  test("B2 reweighs: likelihoods lie so many times as far from the mean of the two ends", () => {
    // Mean of the ends: none (0.9 + 0.1) ÷ 2 = 0.5. 0.5 + 0.5 × (0.9 − 0.5) = 0.7; 0.5 + 1.2 × 0.4 = 0.98.
    const rows = (factor: string | number) =>
      extendExperienceModel(tendersModel, { id: "ours", reweigh: { tenders: factor } }).signals.tenders.likelihoods;
    expect(rows("0.5")).toEqual({
      generalist: { none: "0.7", some: "0.3" },
      "in-transition": { none: "0.5", some: "0.5" },
      specialist: { none: "0.3", some: "0.7" },
    });
    expect(rows(1.2).specialist).toEqual({ none: "0.02", some: "0.98" });
    expect(rows(1)).toEqual(tendersModel.signals.tenders.likelihoods);
    expect(extendExperienceModel(tendersModel, { id: "ours", reweigh: { tenders: undefined } }).signals).toEqual(
      tendersModel.signals,
    );
  });

  test("refuses unknown signals, bad factors and what the factor breaks, all at once", () => {
    const faulty = { id: "ours", omit: ["price", 7], reweigh: { price: 1, tenders: 0 } };
    expect(faultsOf(() => extend(tendersModel, faulty))).toEqual([
      { code: "unknown-signal", path: ["omit", 0], details: { signal: "price" } },
      { code: "unknown-signal", path: ["omit", 1], details: { signal: "7" } },
      { code: "unknown-signal", path: ["reweigh", "price"], details: { signal: "price" } },
      { code: "not-positive", path: ["reweigh", "tenders"], details: { received: "0" } },
    ]);
    expect(codes(() => extend(tendersModel, { id: "ours", reweigh: { tenders: "much" } }))).toEqual([
      "not-a-decimal reweigh.tenders",
    ]);
    expect(codes(() => extend(tendersModel, { id: "ours", reweigh: { tenders: null } }))).toEqual([
      "not-a-decimal reweigh.tenders",
    ]);
    expect(codes(() => extend(tendersModel, { id: "ours", reweigh: { tenders: "1.25" } }))).toEqual([
      "not-positive signals.tenders.likelihoods.generalist.some",
      "not-positive signals.tenders.likelihoods.specialist.none",
    ]);
    expect(codes(() => extend(tendersModel, { id: "ours", omit: ["tenders"] }))).toEqual(["too-few signals"]);
    expect(codes(() => extend(tendersModel, { omit: {}, reweigh: [], signals: 1, more: 1 }))).toEqual([
      "unknown-key more",
      "wrong-type signals",
      "wrong-type omit",
      "wrong-type reweigh",
    ]);
    expect(codes(() => extend(tendersModel, {}))).toEqual(["required id"]);
    expect(codes(() => extend(tendersModel, null))).toEqual(["wrong-type "]);
    expect(codes(() => extend(tendersModel, { id: "ours", dwell: Number.NaN }))).toEqual(["not-json dwell"]);
    expect(codes(() => extend(null, { id: "ours" }))).toEqual(["wrong-type "]);
  });

  test("takes a base from a database: plain JSON, checked again", () => {
    const stored = JSON.parse(JSON.stringify(tendersModel)) as typeof tendersModel;
    expect(extendExperienceModel(stored, { id: "ours" })).toEqual({ ...tendersModel, id: "ours" });
  });
});
