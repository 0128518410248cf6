import {
  advanceExperience,
  classifyExperience,
  type ExperienceResult,
  experienceWarnings,
  isKeyAccountError,
  observeExperience,
  reviewExperience,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { tendersModel } from "./models.js";

const asOf = "2026-11-21";
const classify = (history: unknown, options: unknown = { asOf }): ExperienceResult =>
  (classifyExperience as (history: unknown, options: unknown) => ExperienceResult)(history, options);
const faults = ({ issues }: ExperienceResult): string[] => issues.map(({ code, path }) => `${code} ${path.join(".")}`);
const read = (...observations: unknown[]): ExperienceResult => classify({ observations });
const levels = { decisionMakers: "senior-management", guidance: "start-to-end" };

describe("faulty observations are listed and left out, and nothing throws", () => {
  test("B2 days", () => {
    const result = read(
      { levels },
      { at: "2026-02-30", levels },
      { at: 20_261_101, levels },
      { at: "2026-11-22", levels },
      { at: "2026-11-20T08:00:00Z", levels },
    );
    expect(result.issues).toEqual([
      { code: "required", path: ["observations", 0, "at"], details: {} },
      { code: "not-a-date", path: ["observations", 1, "at"], details: { received: "2026-02-30" } },
      { code: "not-a-date", path: ["observations", 2, "at"], details: { received: "20261101" } },
      { code: "observed-after-as-of", path: ["observations", 3, "at"], details: { observedAt: "2026-11-22", asOf } },
    ]);
    expect([result.state.read, result.history.length, result.stage]).toEqual([5, 1, "generalist"]);
  });

  test("B2 a moment of the UTC day after a day isn't certainly later, and counts in the period it lies in", () => {
    const result = classify({ observations: [{ at: "2026-12-01T03:00:00Z", levels }] }, { asOf: "2026-11-30" });
    expect([result.issues, result.history.map(({ period }) => period)]).toEqual([[], ["2026-12-01"]]);
    expect(result.ledger.map(({ ageDays, current }) => [ageDays, current])).toEqual([
      [0, true],
      [0, true],
    ]);
  });

  test("B2 an observation more than 12,000 periods ago", () => {
    const old = classify({
      observations: [
        { at: "1026-11-30", levels },
        { at: "1026-12-01", levels },
      ],
    });
    expect(old.issues).toEqual([
      { code: "too-long-ago", path: ["observations", 0, "at"], details: { at: "1026-11-30", earliest: "1026-12-01" } },
    ]);
    expect(old.history.length).toBe(12_000);
  });

  test("B2 levels: an unknown signal or level is left out alone; null and undefined are unknown", () => {
    const result = read({
      at: asOf,
      levels: { ...levels, risk: "brave", guidance: 3, price: "high", colour: null, newApplications: undefined },
    });
    expect(result.issues).toEqual([
      {
        code: "unknown-value",
        path: ["observations", 0, "levels", "guidance"],
        details: { received: "3", allowed: ["start-to-end", "at-times", "little"] },
      },
      {
        code: "unknown-value",
        path: ["observations", 0, "levels", "risk"],
        details: { received: "brave", allowed: ["avoids", "shares", "takes"] },
      },
      { code: "unknown-signal", path: ["observations", 0, "levels", "price"], details: { signal: "price" } },
    ]);
    expect(result.ledger.map(({ signal }) => signal)).toEqual(["decisionMakers"]);
    expect(faults(read({ at: asOf }, { at: asOf, levels: [] }, { at: asOf, levels: null }))).toEqual([
      "required observations.0.levels",
      "wrong-type observations.1.levels",
      "wrong-type observations.2.levels",
    ]);
  });

  test("provenance is left out alone where it is faulty", () => {
    const result = read(
      { at: "2026-11-01", levels: { guidance: "little" }, provenance: { source: 1, ref: [], verified: "yes" } },
      { at: "2026-11-02", levels: { decisionMakers: "mixed" }, provenance: "crm" },
      { at: "2026-11-03", levels: { risk: "takes" }, provenance: { source: "crm", ref: null, verified: null } },
    );
    expect(faults(result)).toEqual([
      "wrong-type observations.0.provenance.verified",
      "wrong-type observations.0.provenance.source",
      "wrong-type observations.0.provenance.ref",
      "wrong-type observations.1.provenance",
    ]);
    expect(result.ledger.map(({ signal, source, ref, verified }) => [signal, source, ref, verified])).toEqual([
      ["decisionMakers", null, null, null],
      ["guidance", null, null, null],
      ["risk", "crm", null, null],
    ]);
  });

  test("B2.4 whether parts are interwoven must be yes or no: the observation is left out otherwise", () => {
    const result = read({ at: asOf, levels, interwoven: "no" }, { at: asOf, levels, interwoven: null });
    expect([faults(result), result.state.read, result.state.open.length]).toEqual([
      ["wrong-type observations.0.interwoven"],
      2,
      1,
    ]);
    const line = classify({ interwoven: 1, client: 7, productLine: {}, observations: [{ at: asOf, levels }] });
    expect(faults(line)).toEqual(["wrong-type client", "wrong-type productLine", "wrong-type interwoven"]);
    expect([line.interwoven, line.client, line.stage]).toEqual([false, null, "generalist"]);
  });

  test.each([
    ["no history", undefined, "required "],
    ["null", null, "wrong-type "],
    ["an array", [], "wrong-type "],
    ["no observations", {}, "required observations"],
    ["observations that are none", { observations: "none" }, "wrong-type observations"],
    ["a hole", { observations: new Array(1) }, "required observations.0"],
    ["too many", { observations: new Array(1_000_001) }, "too-many observations"],
    [
      "a throwing getter",
      {
        get observations() {
          throw new Error("no");
        },
      },
      "unreadable ",
    ],
    [
      "a throwing observation",
      {
        observations: [
          {
            get at() {
              throw new Error("no");
            },
          },
        ],
      },
      "unreadable observations.0",
    ],
    ["a revoked proxy", { observations: [revoked()] }, "unreadable observations.0"],
  ])("hostile histories: %s", (_, history, fault) => {
    const result = classify(history);
    expect([faults(result), result.undetermined]).toEqual([[fault], "no-evidence"]);
  });

  test("names that every object has are no signals, and `__proto__` is none", () => {
    const named = JSON.parse('{ "__proto__": "x", "constructor": "x", "toString": "y" }') as object;
    expect(faults(read({ at: asOf, levels: named }))).toEqual([
      "unknown-signal observations.0.levels.__proto__",
      "unknown-signal observations.0.levels.constructor",
      "unknown-signal observations.0.levels.toString",
    ]);
    expect(read({ at: asOf, levels: Object.create({ guidance: "little" }) as object }).ledger).toEqual([]);
  });
});

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

describe("faulty options throw with all faults", () => {
  const thrown = (options: unknown): string[] => {
    try {
      classify({ observations: [] }, options);
    } catch (error) {
      if (isKeyAccountError(error)) return error.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
      throw error;
    }
    return [];
  };

  test.each([
    ["none", null, ["wrong-type "]],
    ["an array", [], ["wrong-type "]],
    ["no day", {}, ["required asOf"]],
    [
      "another day and keys",
      { asOf: "today", modle: 1, more: 2 },
      ["unknown-key modle", "unknown-key more", "not-a-date asOf"],
    ],
    ["a model that is none", { asOf, model: 5 }, ["wrong-type model"]],
    ["a faulty model", { asOf, model: { ...tendersModel, dwell: 0 } }, ["out-of-range model.dwell"]],
    ["a revoked proxy", revoked(), ["unreadable "]],
    [
      "a throwing getter",
      {
        get asOf() {
          throw new Error("no");
        },
      },
      ["unreadable "],
    ],
    ["null for the model", { asOf, model: null }, []],
  ])("%s", (_, options, codes) => {
    expect(thrown(options)).toEqual(codes);
  });

  test("a model from a database is as good as the one that was defined", () => {
    const observations = [{ at: asOf, levels: { tenders: "none" as const } }];
    const stored = JSON.parse(JSON.stringify(tendersModel)) as typeof tendersModel;
    expect(classifyExperience({ observations }, { asOf, model: stored })).toEqual(
      classifyExperience({ observations }, { asOf, model: tendersModel }),
    );
  });
});

test("B2 a million holes are a thousand issues and one that counts them; going on from there counts on", () => {
  const holes = new Array<never>(1_000_000);
  const options = { asOf: "2026-11-21" };
  const { issues } = classifyExperience({ observations: holes }, options);
  expect(issues.length).toBe(1_001);
  expect(issues[999]).toEqual({ code: "required", path: ["observations", 999], details: {} });
  expect(issues[1_000]).toEqual({ code: "too-many", path: ["issues"], details: { most: 1_000, received: 1_000_000 } });
  expect(experienceWarnings({ observations: holes }, options).issues.length).toBe(1_001);
  expect(observeExperience({ orders: holes, visits: holes.slice(0, 10) }).issues.at(-1)?.details).toEqual({
    most: 1_000,
    received: 1_000_010,
  });
});

test("B2 going on observation by observation lists and counts faults as classifying the whole does", () => {
  const options = { asOf: "2026-11-21" };
  const more = [{ at: "2026-11-03", levels: { smell: "bad", sound: "loud" } }, null, { at: "soon", levels: {} }];
  for (const faults of [997, 998, 999, 1_000, 1_005]) {
    const observations = Array.from({ length: faults }, () => null) as never[];
    const start = classifyExperience({ observations }, options);
    const last = more.reduce((before, one) => {
      const next = advanceExperience(before, one as never, options);
      if (!next.ok) throw new Error(next.issues[0].code);
      return next.value;
    }, start);
    expect(last).toEqual(classifyExperience({ observations: [...observations, ...more] as never }, options));
    const other = advanceExperience(last, more[0] as never, { asOf: "2026-11-22" });
    expect(other.ok).toBe(false);
  }
});

test("B2 a revoked proxy as `asOf` ends in a typed error", () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  for (const make of [classifyExperience, experienceWarnings, reviewExperience] as const)
    expect(() => make({ observations: [] }, { asOf: proxy as never })).toThrow(
      expect.objectContaining({ name: "KeyAccountError", code: "not-a-date" }) as Error,
    );
});
