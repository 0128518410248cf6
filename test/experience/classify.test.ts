import { classifyExperience, defineExperienceModel, type ExperienceHistory, extendExperienceModel } from "keyaccount";
import { experienceModel } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { tendersDefinition, tendersModel } from "./models.js";

type Tenders = { readonly tenders: "none" | "some" };
const asOf = "2026-12-31";
/** One observation a month from January 2026 on: `-` none, `+` some, a space: silent. */
function months(marks: string): ExperienceHistory<Tenders>["observations"] {
  return marks.split("").flatMap((mark, index) =>
    mark === " "
      ? []
      : [
          {
            at: `2026-${String(index + 1).padStart(2, "0")}-15`,
            levels: { tenders: mark === "+" ? ("some" as const) : ("none" as const) },
          },
        ],
  );
}
const classify = (marks: string, change: object = {}, at = asOf) =>
  classifyExperience(
    { observations: months(marks) },
    { asOf: at, model: defineExperienceModel({ ...tendersDefinition, ...change }) as typeof tendersModel },
  );
const stages = (marks: string, change: object = {}): string =>
  classify(marks, change, `2026-${String(marks.length).padStart(2, "0")}-28`)
    .history.map(({ stage }) => stage[0])
    .join("");

describe("B2 the filter, by hand", () => {
  // Prior 0.5, 0.3, 0.2. "none": × 0.9, 0.5, 0.1 = 0.45, 0.15, 0.02; sum 0.62 → 0.725806, 0.241935, 0.032258.
  // One month on: 0.725806 × 0.8 + 0.241935 × 0.1 + 0.032258 × 0.01 = 0.605161; 0.725806 × 0.18 + 0.241935 × 0.7 + 0.032258 × 0.09 = 0.302903;
  // 0.091935. "some": × 0.1, 0.5, 0.9 = 0.060516, 0.151452, 0.082742; sum 0.294710 → 0.205341, 0.513901, 0.280757.
  const { history } = classify("-+", {}, "2026-02-28");

  test("prior × likelihood ÷ sum, then a step of the transition weights", () => {
    expect(history.map(({ probabilities }) => probabilities)).toEqual([
      { generalist: 0.7258, "in-transition": 0.2419, specialist: 0.0323 },
      { generalist: 0.2053, "in-transition": 0.5139, specialist: 0.2808 },
    ]);
  });

  test("position, drift and shifts", () => {
    // (0.2742 + 0.0323) ÷ 2 = 0.15325; the prior's (0.5 + 0.2) ÷ 2 = 0.35. Drift to (0.3948 + 0.0919) ÷ 2 = 0.24335.
    expect(history.map(({ position, drift, shifts }) => [position, drift, shifts.tenders])).toEqual([
      [0.15325, 0, -0.19675],
      [0.53775, 0.0901, 0.2944],
    ]);
  });
});

describe("B2 stage with hysteresis and dwell", () => {
  test("is entered at `enter`, left below `leave`, and in between stays", () => {
    // At least in transition: 0.2742, 0.2278, 0.2092, 0.7534, 0.9516, 0.9876, 0.9944, 0.9964, 0.8852, 0.6492, 0.4449, 0.3203.
    // Specialist:             0.0323, 0.0130, 0.0096, 0.2190, 0.5322, 0.7342, 0.8344, 0.8791, 0.4441, 0.1361, 0.0430, 0.0203.
    expect(stages("---+++++----")).toBe("gggiissssiig");
  });

  test("takes `dwell` periods with evidence in a row; silent ones neither count nor interrupt", () => {
    expect(stages("---+-+-+-+-+", { dwell: 2 })).not.toContain("s");
    const { history, since, confirmed, stage } = classify("---+ + +", { dwell: 2 }, "2026-08-31");
    expect(history.map((one) => one.stage[0]).join("")).toBe("gggggiii");
    expect([stage, since, confirmed]).toEqual(["in-transition", "2026-04-01", "2026-06-01"]);
  });

  test("the first clear evidence decides at once; between the thresholds no stage is named", () => {
    expect(classify("+", { dwell: 3 })).toMatchObject({ undetermined: "between-stages", since: null, confirmed: null });
    const sure = { prior: { generalist: "0.05", "in-transition": "0.05", specialist: "0.9" }, dwell: 3 };
    expect(classify("+", sure, "2026-01-31")).toMatchObject({
      stage: "specialist",
      since: "2026-01-01",
      confirmed: "2026-01-01",
      direction: null,
      speed: null,
      movement: { from: "2026-01-01", to: "2026-01-01", periods: 0, change: 0, drift: 0 },
    });
  });

  test("thresholds are compared with the numbers shown", () => {
    // After "none" 0.2742 are at least in transition: entered from 0.2742, not from 0.27421; left below 0.27421, not below 0.2742.
    const first = (enter: string, leave: string): string => stages("-", { thresholds: { enter, leave } });
    expect([first("0.2742", "0.2"), first("0.27421", "0.2")]).toEqual(["i", "u"]);
    const boundaries = (enter: string, leave: string) =>
      classify("--", { thresholds: { enter, leave } }, "2026-02-28").state.boundaries.map(({ passed }) => passed);
    expect(boundaries("0.2742", "0.01")).toEqual([true, null]);
    expect(boundaries("0.27421", "0.01")).toEqual([null, null]);
    expect(boundaries("0.9", "0.2742")).toEqual([null, false]);
    expect(boundaries("0.9", "0.27421")).toEqual([false, false]);
  });
});

describe("B2 too little evidence is undetermined", () => {
  test("no observation gives the prior", () => {
    expect(classify("")).toMatchObject({
      stage: "undetermined",
      undetermined: "no-evidence",
      probabilities: { generalist: 0.5, "in-transition": 0.3, specialist: 0.2 },
      position: 0.35,
      direction: null,
      movement: { from: null, to: null, periods: 0 },
      coverage: { known: 0, of: 1, share: 0 },
      unknown: ["tenders"],
      ledger: [],
      history: [],
      state: { read: 0, period: null, open: [] },
    });
  });

  test("B2.4 where every signal is silent, nothing can be known", () => {
    const signals = { tenders: { ...tendersDefinition.signals.tenders, silentWhenInterwoven: true } };
    const model = defineExperienceModel({ ...tendersDefinition, signals });
    const result = classifyExperience({ interwoven: true, observations: months("-+") }, { asOf, model });
    expect([result.undetermined, result.silent, result.coverage]).toEqual([
      "no-evidence",
      ["tenders"],
      { known: 0, of: 0, share: 0 },
    ]);
  });

  test("fewer signals than asked for, or too long ago; what the stage was comes back with new evidence", () => {
    const levels = { decisionMakers: "senior-management", guidance: "start-to-end" } as const;
    const first = { at: "2024-01-10", levels };
    const options = (at: string) => ({ asOf: at });
    const one = classifyExperience(
      { observations: [{ at: "2024-01-10", levels: { guidance: "little" } }] },
      options("2024-01-31"),
    );
    expect([one.stage, one.undetermined, one.direction, one.speed]).toEqual([
      "undetermined",
      "thin-evidence",
      null,
      null,
    ]);
    expect(classifyExperience({ observations: [first] }, options("2025-12-31")).stage).toBe("generalist");
    const old = classifyExperience({ observations: [first] }, options("2026-01-01"));
    expect([old.undetermined, old.ledger.map(({ current }) => current)]).toEqual(["thin-evidence", [false, false]]);
    const again = classifyExperience({ observations: [first, { at: "2026-02-01", levels }] }, options("2026-02-28"));
    expect([again.stage, again.since]).toEqual(["generalist", "2024-01-01"]);
  });
});

describe("B2.9 direction and speed", () => {
  test("forward to the next stage, in whole periods at today's pace", () => {
    const { direction, speed, movement, history } = classify(
      "---+",
      { thresholds: { enter: "0.95", leave: "0.1" } },
      "2026-04-30",
    );
    const reach = history.map(({ probabilities }) => Math.round((1 - probabilities.generalist) * 10_000));
    const [first = 0, last = 0] = [reach[0], reach[3]];
    expect(direction).toBe("forward");
    expect(movement).toMatchObject({ from: "2026-01-01", to: "2026-04-01", periods: 3 });
    expect(speed).toEqual({
      toward: "in-transition",
      probability: last / 10_000,
      threshold: 0.95,
      perPeriod: Math.round((last - first) / 3) / 10_000,
      periods: Math.ceil((9500 - last) / ((last - first) / 3)),
    });
  });

  test("back to the stage before", () => {
    const { direction, speed, stage } = classify(
      "+++++-",
      { thresholds: { enter: "0.7", leave: "0.2" }, pace: { periods: 1, steadyBelow: "0.05" } },
      "2026-06-30",
    );
    expect([stage, direction, speed?.toward, speed?.threshold]).toEqual(["specialist", "back", "in-transition", 0.2]);
    expect(speed?.perPeriod).toBeLessThan(0);
    expect(speed?.periods).toBeGreaterThan(0);
  });

  test("past the threshold the dwell's rest is left; past the last stage nothing is", () => {
    const waiting = classify("---++", { dwell: 4 }, "2026-05-31");
    expect([waiting.stage, waiting.speed?.toward, waiting.speed?.periods]).toEqual(["generalist", "in-transition", 2]);
    const sure = { prior: { generalist: "0.05", "in-transition": "0.15", specialist: "0.8" } };
    const end = classify("+++", sure, "2026-03-31");
    expect([end.stage, end.speed]).toEqual(["specialist", null]);
    expect(classify("-+-", { pace: { periods: 6, steadyBelow: "0.5" } }, "2026-03-31")).toMatchObject({
      direction: "steady",
      speed: null,
    });
  });

  test("silence is no movement, neither its drift nor what corrects it", () => {
    const marks = "--        ";
    const silent = classify(marks, {}, "2026-10-31");
    expect(silent.movement.to).toBe("2026-02-01");
    const back = classify(`${marks}-`, {}, "2026-11-30");
    expect(back.movement).toMatchObject({ from: "2026-02-01", to: "2026-11-01", periods: 9 });
  });

  test("steady lies strictly below the model's bound", () => {
    // From 0.15325 to 0.53775.
    const direction = (steadyBelow: string) =>
      classify("-+", { pace: { periods: 6, steadyBelow } }, "2026-02-28").direction;
    expect([direction("0.3845"), direction("0.384500001")]).toEqual(["forward", "steady"]);
  });
});

describe("B2 the ledger", () => {
  const observations = [
    { at: "2026-03-02", levels: { decisionMakers: "senior-management", buyingManner: "whole-system" } },
    {
      at: "2026-10-05",
      levels: { decisionMakers: "purchasing-experts" },
      provenance: { source: "order", ref: "o-1", verified: true },
    },
    { at: "2026-10-20", levels: { decisionMakers: "purchasing-experts" }, provenance: { source: "visit" } },
    { at: "2026-10-25T10:00:00Z", levels: { decisionMakers: "mixed" }, provenance: { source: "visit", ref: "v-9" } },
  ] as const;
  const { ledger, contradictions } = classifyExperience({ observations }, { asOf: "2026-11-21" });

  test("names level, ratio, age and source of the last evidence; a signal counts once a period, with its median", () => {
    expect(ledger[0]).toMatchObject({
      signal: "decisionMakers",
      handbook: "B2.1",
      level: "purchasing-experts",
      leaning: "specialist",
      ratio: 14,
      at: "2026-10-20",
      ageDays: 32,
      current: true,
      source: "visit",
      ref: null,
      verified: null,
      period: "2026-10-01",
      seen: [
        { level: "mixed", times: 1 },
        { level: "purchasing-experts", times: 2 },
      ],
      share: 1,
    });
    expect(ledger[1]).toMatchObject({
      signal: "buyingManner",
      level: "whole-system",
      leaning: "generalist",
      ratio: 0.0667,
      shift: 0,
      share: 0,
    });
    expect(ledger[1]?.shiftInAll).toBeLessThan(0);
  });

  test("of an even number the level nearer to the generalist counts", () => {
    const two = classifyExperience({ observations: observations.slice(2) }, { asOf: "2026-11-21" });
    expect(two.ledger[0]).toMatchObject({
      level: "mixed",
      at: "2026-10-25T10:00:00Z",
      source: "visit",
      ref: "v-9",
      ageDays: 27,
    });
  });

  test("what contradicts the result is told", () => {
    expect(contradictions).toEqual([
      { code: "against-stage", signal: "decisionMakers", level: "purchasing-experts" },
      { code: "levels-disagree", signal: "decisionMakers", level: "purchasing-experts" },
    ]);
    const levels = { decisionMakers: "purchasing-experts" } as const;
    const more = [...observations, { at: "2026-11-02", levels }, { at: "2026-12-02", levels }];
    const moving = classifyExperience({ observations: more }, { asOf: "2026-12-21" });
    expect([moving.stage, moving.contradictions]).toEqual([
      "in-transition",
      [{ code: "against-direction", signal: "buyingManner", level: "whole-system" }],
    ]);
    const mixed = { decisionMakers: "senior-management", guidance: "start-to-end", risk: "takes" } as const;
    const against = classifyExperience({ observations: [{ at: "2026-11-01", levels: mixed }] }, { asOf: "2026-11-21" });
    expect([against.stage, against.contradictions]).toEqual([
      "generalist",
      [{ code: "against-stage", signal: "risk", level: "takes" }],
    ]);
    expect(
      classifyExperience({ observations: [{ at: "2024-11-01", levels: mixed }] }, { asOf: "2026-11-21" })
        .contradictions,
    ).toEqual([]);
  });

  test("a level as likely for both ends speaks for neither, and back is a direction too", () => {
    const even = {
      levels: ["no", "yes"],
      likelihoods: {
        generalist: { no: 0.5, yes: 0.5 },
        "in-transition": { no: 0.5, yes: 0.5 },
        specialist: { no: 0.5, yes: 0.5 },
      },
    } as const;
    const model = extendExperienceModel(tendersModel, {
      id: "more",
      signals: { even },
      thresholds: { enter: "0.99", leave: "0.01" },
    });
    const at = (month: string, tenders: "none" | "some") => ({
      at: `2026-${month}-01`,
      levels: { tenders, even: "yes" as const },
    });
    const result = classifyExperience(
      { observations: [at("01", "some"), at("02", "none")] },
      { asOf: "2026-02-28", model },
    );
    expect(result.ledger.map(({ leaning, ratio, handbook }) => [leaning, ratio, handbook])).toEqual([
      ["generalist", 0.1111, null],
      ["neutral", 1, null],
    ]);
    expect([result.direction, result.contradictions]).toEqual(["back", []]);
    const turned = classifyExperience(
      { observations: [at("01", "none"), at("01", "some"), at("03", "some"), at("02", "none")] },
      { asOf: "2026-03-31", model },
    );
    expect([turned.direction, turned.contradictions]).toEqual(["forward", []]);
  });
});

test("B2 periods are the calendar's, whatever their length, from the first day of the year 1 on", () => {
  const first = (period: { readonly unit: "day" | "month"; readonly every: number }, at: string): string | undefined =>
    classifyExperience(
      { observations: [{ at, levels: { tenders: "none" } }] },
      { asOf: at, model: extendExperienceModel(tendersModel, { id: "p", period }) },
    ).history[0]?.period;
  expect(first({ unit: "month", every: 1 }, "2026-02-28T23:59:59Z")).toBe("2026-02-01");
  expect(first({ unit: "month", every: 3 }, "2026-12-31")).toBe("2026-10-01");
  expect(first({ unit: "month", every: 12 }, "1964-02-29")).toBe("1964-01-01");
  expect(first({ unit: "day", every: 1 }, "1969-12-31")).toBe("1969-12-31");
  expect(first({ unit: "day", every: 7 }, "1969-12-31")).toBe("1969-12-25");
  expect(first({ unit: "day", every: 300 }, "0001-01-01")).toBe("0001-01-01");
  expect(first({ unit: "month", every: 36 }, "0001-01-01")).toBe("0001-01-01");
});

test("B2 nothing under- or overflows on 10,000 observations, and they take milliseconds", () => {
  const day = (index: number): string => new Date(Date.UTC(1999, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);
  const levels = { decisionMakers: "senior-management", newApplications: "high" } as const;
  const shifted = { decisionMakers: "purchasing-experts", newApplications: "falling" } as const;
  const observations = Array.from({ length: 10_000 }, (_, index) => ({
    at: day(index),
    levels: index < 9_900 ? levels : shifted,
  }));
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    classifyExperience({ observations }, { asOf: day(10_000) });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  expect(Math.min(...times)).toBeLessThan(200);
  const daily = extendExperienceModel(experienceModel, { id: "daily", period: { unit: "day", every: 1 } });
  const result = classifyExperience({ observations }, { asOf: day(9_999), model: daily });
  expect([result.history.length, result.stage, result.since]).toEqual([10_000, "specialist", day(9_902)]);
  expect(result.probabilities.generalist).toBe(0);
  expect(result.state.predicted.generalist).toMatch(/^0\.0000\d{20,}$/);
});
