import { advanceExperience, classifyExperience, type ExperienceResult, extendExperienceModel } from "keyaccount";
import { experienceModel } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { emptySnapshot, walkFurther, walkOn } from "../../src/experience/filter/walk.js";
import { resolvedModel } from "../../src/experience/model/resolve-model.js";

const asOf = "2026-11-21";
const levels = { decisionMakers: "mixed", guidance: "at-times" } as const;
const observations = [
  { at: "2026-06-03", levels },
  { at: "2026-09-10", levels },
] as const;
const before = classifyExperience({ client: "acme", productLine: "robots", observations }, { asOf });
const advance = advanceExperience as (
  previous: unknown,
  observation: unknown,
  options: object,
) => ReturnType<typeof advanceExperience>;
const codes = (previous: unknown, observation: unknown, options: object = { asOf }): string[] => {
  const next = advance(previous, observation, options);
  return next.ok ? [] : next.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
};
/** The stored result with something of its state, or of itself, changed. */
const tampered = (state: object, result: object = {}): unknown => ({
  ...before,
  ...result,
  state: { ...before.state, ...state },
});

describe("B2 advanceExperience", () => {
  test("takes an observation of the open period whatever its day, and of any later one", () => {
    for (const at of ["2026-09-01", "2026-09-30", "2026-11-21"]) {
      const next = advance(before, { at, levels: { risk: "takes" } }, { asOf });
      const whole = classifyExperience(
        { client: "acme", productLine: "robots", observations: [...observations, { at, levels: { risk: "takes" } }] },
        { asOf },
      );
      expect(next).toEqual({ ok: true, value: whole });
    }
  });

  test("lists a faulty observation as classifying the whole does, and reads on", () => {
    const faulty = { at: "soon", levels, interwoven: 3 };
    const next = advance(before, faulty, { asOf });
    const whole = classifyExperience(
      { client: "acme", productLine: "robots", observations: [...observations, faulty as never] },
      { asOf },
    );
    expect(next).toEqual({ ok: true, value: whole });
    expect(whole.issues.map(({ path }) => path)).toEqual([
      ["observations", 2, "at"],
      ["observations", 2, "interwoven"],
    ]);
  });

  test("goes on to a later day, and carries what is interwoven and silent", () => {
    const history = {
      interwoven: true,
      observations: [{ at: "2026-06-03", levels: { ...levels, decisionTime: "long" as const } }],
    };
    const more = { at: "2027-02-01", levels: { decisionTime: "long" as const, risk: "takes" as const } };
    const next = advance(classifyExperience(history, { asOf }), more, { asOf: "2027-03-01" });
    const whole = classifyExperience(
      { ...history, observations: [...history.observations, more] },
      { asOf: "2027-03-01" },
    );
    expect(next).toEqual({ ok: true, value: whole });
    expect(whole.silent).toEqual(["decisionTime"]);
  });

  test("refuses an observation before the open period, and a day before its observations", () => {
    expect(advance(before, { at: "2026-08-31", levels }, { asOf })).toEqual({
      ok: false,
      issues: [
        {
          code: "out-of-order",
          path: ["observations", 2, "at"],
          details: { earlier: "2026-09-01", later: "2026-08-31" },
        },
      ],
    });
    expect(codes(before, { at: "2026-09-01", levels }, { asOf: "2026-09-09" })).toEqual(["out-of-order asOf"]);
    expect(codes(before, { at: "2026-08-01", levels }, { asOf: "2026-09-09" })).toEqual([
      "out-of-order asOf",
      "out-of-order observations.2.at",
    ]);
    expect(codes(before, { at: "2026-09-01", levels }, { asOf: "2026-09-10" })).toEqual([]);
  });

  test("refuses a result of another model or version, and what is no result", () => {
    const ours = extendExperienceModel(experienceModel, { id: "ours" });
    const observation = { at: asOf, levels };
    expect(codes(before, observation, { asOf, model: ours })).toEqual(["model-mismatch model.hash"]);
    expect(codes({ ...before, model: null }, observation)).toEqual(["model-mismatch model.hash"]);
    expect(codes({ ...before, v: 2 }, observation)).toEqual(["unsupported-version v"]);
    expect(codes(null, observation)).toEqual(["wrong-type "]);
    expect(codes([], observation)).toEqual(["wrong-type "]);
    expect(codes({ ...before, asOf: () => asOf }, observation)).toEqual(["unreadable "]);
  });

  test("refuses another day where observations were left out because of the old one", () => {
    const early = classifyExperience({ observations }, { asOf: "2026-08-31" });
    const observation = { at: "2026-08-20", levels };
    expect(codes(early, observation, { asOf: "2026-08-31" })).toEqual([]);
    expect(advance(early, observation, { asOf })).toEqual({
      ok: false,
      issues: [{ code: "as-of-mismatch", path: ["asOf"], details: { expected: "2026-08-31", received: asOf } }],
    });
    const old = classifyExperience({ observations: [{ at: "1027-01-01", levels }] }, { asOf });
    expect(codes(old, { at: asOf, levels }, { asOf: "2026-12-31" })).toEqual([]);
    expect(codes(old, { at: asOf, levels }, { asOf: "2027-01-01" })).toEqual(["as-of-mismatch asOf"]);
    const older = classifyExperience({ observations: [{ at: "0926-01-01", levels }] }, { asOf });
    expect(codes(older, { at: asOf, levels }, { asOf: "2026-11-22" })).toEqual(["as-of-mismatch asOf"]);
  });

  const [first, second] = before.state.boundaries;
  const seen = before.state.seen.guidance;
  const [open] = before.state.open;
  const GUIDANCE = experienceModel.signals.guidance.levels;
  const UNCLEAR = { passed: null, since: null, confirmed: null, run: 0, runSince: null };
  const changed = (at: number, more: object): unknown[] =>
    before.history.map((one, index) => (index === at ? { ...one, ...more } : one));
  test.each([
    ["read", tampered({ read: -1 })],
    ["state's version", tampered({ v: 2 })],
    ["period", tampered({ period: "2026-13-01" })],
    ["no probabilities", tampered({ predicted: { generalist: "1" } })],
    ["negative ones", tampered({ predicted: { ...before.state.predicted, generalist: "-1" } })],
    ["text for them", tampered({ predicted: { ...before.state.predicted, generalist: "much" } })],
    ["numbers for them", tampered({ predicted: { ...before.state.predicted, generalist: 1 } })],
    ["all of 0", tampered({ predicted: { generalist: "0", "in-transition": "0", specialist: "0" } })],
    ["one boundary", tampered({ boundaries: [first] })],
    ["a boundary's side", tampered({ boundaries: [first, { ...second, passed: 1 }] })],
    ["its run", tampered({ boundaries: [{ ...first, run: 0.5 }, second] })],
    ["its days", tampered({ boundaries: [{ ...first, since: "then" }, second] })],
    ["seen", tampered({ seen: { guidance: { ...seen, at: null } } })],
    ["seen times", tampered({ seen: { guidance: { ...seen, seen: [{ level: "little", times: "2" }] } } })],
    ["an unknown level", tampered({ seen: { risk: { ...seen, level: "much" } } })],
    ["open", tampered({ open: [{ at: asOf, levels }] })],
    [
      "open levels",
      tampered({ open: [{ at: asOf, levels: { guidance: 3 }, source: null, ref: null, verified: null }] }),
    ],
    ["no state", { ...before, state: null }],
    ["client", tampered({}, { client: 3 })],
    ["interwoven", tampered({}, { interwoven: "yes" })],
    ["silent", tampered({}, { silent: "none" })],
    ["issues", tampered({}, { issues: [{ code: "required" }] })],
    ["history", tampered({}, { history: [null] })],
    ["a history's day", tampered({}, { history: [{ ...before.history[0], period: "then" }] })],
    ["its shifts", tampered({}, { history: [{ ...before.history[0], shifts: { risk: "1" } }] })],
    ["a history cut in front", tampered({}, { history: before.history.slice(1) })],
    ["a history cut behind", tampered({}, { history: before.history.slice(0, -1) })],
    ["a history with a gap", tampered({}, { history: before.history.filter((_, index) => index !== 1) })],
    ["no history", tampered({}, { history: [] })],
    ["no period", tampered({ period: null })],
    ["another period", tampered({ period: "2026-10-01" })],
    ["no state but a history", tampered({ period: null, open: [], seen: {}, boundaries: [UNCLEAR, UNCLEAR] })],
    ["probabilities beyond 1", tampered({ predicted: { ...before.state.predicted, generalist: "0.9" } })],
    ["probabilities below 1", tampered({ predicted: { ...before.state.predicted, generalist: "0.1" } })],
    [
      "twice the probabilities",
      tampered({ predicted: { generalist: "1", "in-transition": "0.6", specialist: "0.4" } }),
    ],
    ["nothing open", tampered({ open: [] })],
    ["more open than read", tampered({ read: 0 })],
    ["an open observation of another period", tampered({ open: [{ ...open, at: "2026-08-10" }] })],
    ["an open observation without a level", tampered({ open: [{ ...open, levels: {} }] })],
    [
      "an open level that isn't the model's",
      tampered({ read: 9, open: [open, { ...open, levels: { guidance: "much" } }, open] }),
    ],
    [
      "an open signal that isn't the model's",
      tampered({ read: 9, open: [open, { ...open, levels: { smell: "much" } }] }),
    ],
    ["another open level", tampered({ open: [{ ...open, levels: { ...open?.levels, guidance: "little" } }] })],
    ["nothing seen", tampered({ seen: {} })],
    ["another signal seen", tampered({ seen: { ...before.state.seen, guidance: undefined, risk: seen } })],
    ["seen at another time", tampered({ seen: { ...before.state.seen, guidance: { ...seen, period: "2026-05-01" } } })],
    [
      "seen a level of another signal",
      tampered({ seen: { ...before.state.seen, guidance: { ...seen, level: "mixed" } } }),
    ],
    [
      "a boundary that was passed",
      tampered({ boundaries: [{ ...first, passed: false, since: "2026-06-01" }, second] }),
    ],
    [
      "a signal seen that isn't the model's",
      tampered({ seen: { decisionMakers: before.state.seen.decisionMakers, smell: seen } }),
    ],
    ["more read than can be counted", tampered({ read: 1e308 })],
    ["fewer read than periods with evidence", tampered({ read: 1 })],
    ...[
      ["on a day of another period", { at: "2026-05-01" }],
      ["nothing", { seen: [] }],
      ["never", { seen: [{ ...seen?.seen[0], times: 0 }] }],
      ["more often than can be counted", { seen: [{ ...seen?.seen[0], times: 1e17 }] }],
      ["a level of another signal beside it", { seen: [...(seen?.seen ?? []), { level: "mixed", times: 1 }] }],
      [
        "a level that isn't the median",
        { level: "start-to-end", seen: GUIDANCE.map((level) => ({ level, times: 1 })) },
      ],
      [
        "levels in another order",
        { level: GUIDANCE[1], seen: GUIDANCE.toReversed().map((level) => ({ level, times: 1 })) },
      ],
      [
        "the later of two in the middle",
        { level: GUIDANCE[2], seen: GUIDANCE.slice(1).map((level) => ({ level, times: 2 })) },
      ],
    ].map(([title, more]) => [
      `seen ${title as string}`,
      tampered({ seen: { ...before.state.seen, guidance: { ...seen, ...(more as object) } } }),
    ]),
    ["a stage of the history", tampered({}, { history: changed(0, { stage: "specialist" }) })],
    ["a later stage", tampered({}, { history: changed(3, { stage: "specialist" }) })],
    ["its position", tampered({}, { history: changed(1, { position: 0.5 }) })],
    ["its drift", tampered({}, { history: changed(1, { drift: 0 }) })],
    ["its first drift", tampered({}, { history: changed(0, { drift: 0.1 }) })],
    [
      "its probabilities",
      tampered({}, { history: changed(1, { probabilities: { generalist: 2, "in-transition": -2, specialist: 1 } }) }),
    ],
    ["a later drift", tampered({}, { history: changed(4, { drift: 0 }) })],
    ["its days", tampered({}, { history: changed(0, { period: "2026-06-02" }) })],
    [
      "an unknown signal's shift",
      tampered({}, { history: changed(0, { shifts: { ...before.history[0]?.shifts, smell: 0 } }) }),
    ],
    ["one shift less", tampered({}, { history: changed(3, { shifts: {} }) })],
    ["an end of time", tampered({}, { asOf: "9999-12-31" })],
  ])("refuses a result that somebody has changed: %s", (_, previous) => {
    expect(codes(previous, { at: asOf, levels })).toEqual(["unreadable "]);
  });

  test("throws for faulty options only", () => {
    expect(() => advance(before, { at: asOf, levels }, {})).toThrow("required at asOf");
    const unread = {
      get at(): string {
        throw new Error("no");
      },
    };
    expect(advance(before, unread, { asOf })).toMatchObject({
      ok: true,
      value: { issues: [{ code: "unreadable", path: ["observations", 2] }] },
    });
  });
});

test("B2 a result of which nothing was seen yet is gone on from, and refused where it says so but isn't so", () => {
  const empty = classifyExperience({ observations: [] }, { asOf });
  expect(advance(empty, { at: asOf, levels }, { asOf })).toEqual({
    ok: true,
    value: classifyExperience({ observations: [{ at: asOf, levels }] }, { asOf }),
  });
  const predicted = { generalist: "0.2", "in-transition": "0.3", specialist: "0.5" };
  for (const state of [{ predicted }, { open: before.state.open }, { seen: before.state.seen }])
    expect(codes({ ...empty, state: { ...empty.state, ...state } }, { at: asOf, levels })).toEqual(["unreadable "]);
  expect(codes({ ...empty, history: before.history }, { at: asOf, levels })).toEqual(["unreadable "]);
  const one = classifyExperience({ observations: [{ at: asOf, levels }] }, { asOf });
  expect(codes({ ...one, state: { ...one.state, predicted } }, { at: asOf, levels })).toEqual(["unreadable "]);
});

test("the result says the same after a journey through a database", () => {
  const stored = JSON.parse(JSON.stringify(before)) as ExperienceResult;
  const next = { at: asOf, levels };
  expect(advance(stored, next, { asOf })).toEqual(advance(before, next, { asOf }));
});

test("B2 going on from 10,000 observations takes milliseconds, less than classifying them again", () => {
  const day = (index: number): string => new Date(Date.UTC(1999, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);
  const many = Array.from({ length: 10_000 }, (_, index) => ({ at: day(index), levels }));
  const options = { asOf: day(10_000) };
  const whole = classifyExperience({ observations: many }, options);
  const least = (make: () => unknown): number =>
    Math.min(
      ...Array.from({ length: 5 }, () => {
        const start = process.cpuUsage();
        make();
        const { user, system } = process.cpuUsage(start);
        return (user + system) / 1000;
      }),
    );
  const next = { at: day(10_000), levels };
  const once = least(() => advance(whole, next, options));
  expect(once).toBeLessThan(100);
  expect(once).toBeLessThan(least(() => classifyExperience({ observations: [...many, next] }, options)));
});

describe("B2 what was gone through to check a stored result isn't gone through again", () => {
  const resolved = resolvedModel(experienceModel);
  const seen = (at: string) => ({ at, levels, source: null, ref: null, verified: null });
  const start = walkOn(emptySnapshot(resolved), [seen("2026-01-05")], "2026-06-30", resolved, []);
  const further = (asOf: string, ...days: string[]) => walkFurther(start, days.map(seen), asOf, resolved);

  test("B2 from the last silent period on, the periods before are taken as they are, and all is the same", () => {
    for (const [asOf, day] of [
      ["2026-06-30", "2026-06-02"],
      ["2026-09-01", "2026-06-02"],
      ["2026-09-01", "2026-08-31"],
    ] as const) {
      const walked = further(asOf, day);
      const whole = walkOn(emptySnapshot(resolved), [seen("2026-01-05"), seen(day)], asOf, resolved, []);
      expect(walked).toEqual(whole);
      expect(walked?.history.slice(0, 5).every((one, index) => one === start.history[index])).toBe(true);
    }
    expect(further("2026-06-30")).toEqual(start);
  });

  test("B2 where something lies before that, or nothing was silent, all is gone through again", () => {
    expect([further("2026-06-30", "2026-05-31"), further("2026-05-31")]).toEqual([null, null]);
    const now = walkOn(emptySnapshot(resolved), [seen("2026-06-05")], "2026-06-30", resolved, []);
    expect(walkFurther(now, [], "2026-06-30", resolved)).toBe(null);
    const none = walkOn(emptySnapshot(resolved), [], "2026-06-30", resolved, []);
    expect(walkFurther(none, [], "2026-06-30", resolved)).toBe(null);
  });
});
