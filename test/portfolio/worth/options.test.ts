import {
  type DevelopmentOptions,
  developmentWorth,
  type EffortOptions,
  type EnthusiasmOptions,
  effortLedger,
  enthusiasmGap,
  isKeyAccountError,
  type LifetimeOptions,
  lifetimeValue,
} from "keyaccount";
import { describe, expect, test } from "vitest";

function issuesOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    if (isKeyAccountError(error)) return error.issues.map(({ code, path, details }) => [code, path.join("."), details]);
  }
  return null;
}

describe("faulty options throw all their faults at once", () => {
  test("lifetimeValue", () => {
    const options = { timing: "now", scale: 13, changes: ["0.1", 2, "x"] } as unknown as LifetimeOptions;
    expect(issuesOf(() => lifetimeValue({ currency: "CNY" }, options))).toEqual([
      ["out-of-range", "changes.1", { received: "2", least: -1, most: 1 }],
      ["not-a-decimal", "changes.2", { received: "x" }],
      [
        "unknown-value",
        "timing",
        { received: "now", allowed: ["after-first-period", "at-once", "end-of-first-period"] },
      ],
      ["out-of-range", "scale", { received: "13", least: 0, most: 12 }],
    ]);
    const more = { changes: {}, scale: "2.5" } as unknown as LifetimeOptions;
    expect(issuesOf(() => lifetimeValue({ currency: "CNY" }, more))).toEqual([
      ["wrong-type", "changes", { expected: "array", received: "object" }],
      ["wrong-type", "scale", { expected: "integer", received: "2.5" }],
    ]);
  });

  test("developmentWorth", () => {
    const options = { minimum: "1,000", scale: -1 } as DevelopmentOptions;
    expect(issuesOf(() => developmentWorth({ currency: "CNY" }, options))).toEqual([
      ["not-a-decimal", "minimum", { received: "1,000" }],
      ["out-of-range", "scale", { received: "-1", least: 0, most: 12 }],
    ]);
  });

  test("effortLedger", () => {
    const options = {
      stages: [{ stage: "a", likelihood: 2 }, { stage: "a" }, {}, 5],
      hourlyCost: -1,
      limits: { escalate: "0.8", stop: "0.5", contactsAtStage: 0, escalte: 1 },
      asOf: "today",
    } as unknown as EffortOptions<"a"> & { stages: [] };
    expect(issuesOf(() => effortLedger({ currency: "CNY", contacts: [] }, options))).toEqual([
      ["out-of-range", "stages.0.likelihood", { received: "2", least: 0, most: 1 }],
      ["duplicate-id", "stages.1.stage", { id: "a" }],
      ["required", "stages.2.stage", {}],
      ["wrong-type", "stages.3", { expected: "object", received: "5" }],
      ["out-of-range", "hourlyCost", { received: "-1", least: 0 }],
      ["unknown-key", "limits.escalte", { key: "escalte", allowed: ["escalate", "stop", "contactsAtStage"] }],
      ["out-of-range", "limits.contactsAtStage", { received: "0", least: 1, most: 1_000_000 }],
      ["out-of-order", "limits.stop", { earlier: "0.8", later: "0.5" }],
      ["not-a-date", "asOf", { received: "today" }],
    ]);
    expect(issuesOf(() => effortLedger({ currency: "CNY", contacts: [] }, { stages: [] }))).toEqual([
      ["too-few", "stages", { least: 1, received: 0 }],
    ]);
    const limits = { limits: [], scale: 1 } as unknown as EffortOptions<"a"> & { stages: undefined };
    expect(issuesOf(() => effortLedger({ currency: "CNY", contacts: [] }, limits as object))).toEqual([
      ["wrong-type", "limits", { expected: "object", received: "array" }],
    ]);
    expect(
      issuesOf(() => effortLedger({ currency: "CNY", contacts: [] }, { limits: { stop: 1001, escalate: -1 } })),
    ).toEqual([
      ["out-of-range", "limits.escalate", { received: "-1", least: 0, most: 1000 }],
      ["out-of-range", "limits.stop", { received: "1001", least: 0, most: 1000, exclusive: true }],
    ]);
  });

  test("enthusiasmGap", () => {
    const facts = { touches: [], needs: [] };
    expect(issuesOf(() => enthusiasmGap(facts, {} as EnthusiasmOptions))).toEqual([["required", "asOf", {}]]);
    expect(issuesOf(() => enthusiasmGap(facts, undefined as unknown as EnthusiasmOptions))).toEqual([
      ["not-json", "", { received: "undefined" }],
      ["required", "asOf", {}],
    ]);
    const options = {
      asOf: "2026-11-31",
      months: 1201,
      persistence: 0,
      answerDays: { request: -1, complaint: 3661, wish: 1 },
    };
    expect(issuesOf(() => enthusiasmGap(facts, options))).toEqual([
      ["not-a-date", "asOf", { received: "2026-11-31" }],
      ["out-of-range", "months", { received: "1201", least: 1, most: 1200 }],
      ["unknown-key", "answerDays.wish", { key: "wish", allowed: ["request", "complaint"] }],
      ["out-of-range", "answerDays.request", { received: "-1", least: 0, most: 3660 }],
      ["out-of-range", "answerDays.complaint", { received: "3661", least: 0, most: 3660 }],
      ["out-of-range", "persistence", { received: "0", least: 1, most: 1200 }],
    ]);
  });

  test("absent options and undefined ones are the defaults", () => {
    const facts = { currency: "CNY", margin: "10", retention: "0.5", discountRate: "0.1" };
    expect(lifetimeValue(facts, { timing: undefined, scale: undefined, changes: undefined })).toEqual(
      lifetimeValue(facts),
    );
    expect(developmentWorth(facts, { minimum: undefined })).toEqual(developmentWorth(facts));
    expect(effortLedger({ currency: "CNY", contacts: [] }, { limits: undefined, stages: undefined })).toEqual(
      effortLedger({ currency: "CNY", contacts: [] }),
    );
  });
});
