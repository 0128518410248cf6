import type { KeyAccountError } from "keyaccount";
import { compareEvaluations, defineScorecard, type Evaluation, evaluate, isKeyAccountError, reweigh } from "keyaccount";
import { describe, expect, test } from "vitest";
import { revoked, throwing } from "./traps.js";

const card = defineScorecard({
  id: "pair",
  version: "1",
  groups: { g: { max: "50" } },
  indicators: { a: { kind: "share", weight: "60", group: "g" }, b: { kind: "share", weight: "40" } },
  limits: [{ when: { indicator: "b", known: false }, grade: "B" }],
  grades: [
    { grade: "A", from: "80" },
    { grade: "B", from: null },
  ],
});
const sound = evaluate(card, { a: "0.75" }, { asOf: "2026-11-21" });
type Draft = Record<string, unknown>;
const changed = (change: (draft: Draft) => unknown): Evaluation => {
  const draft = JSON.parse(JSON.stringify(sound)) as Draft;
  change(draft);
  return draft as never;
};
const row = (draft: Draft): Draft => (draft["indicators"] as Record<string, Draft>)["a"] ?? {};

function errorOf(before: unknown, after: unknown, options?: unknown): KeyAccountError {
  try {
    compareEvaluations(before as Evaluation, after as Evaluation, options as never);
  } catch (error) {
    if (isKeyAccountError(error)) return error;
    throw error;
  }
  return expect.fail("no error");
}

describe("C3.2 what is no evaluation is refused with its code", () => {
  const cyclic: Draft = {};
  cyclic["self"] = cyclic;
  const cases: readonly (readonly [string, unknown, string, string])[] = [
    ["null", null, "wrong-type", ""],
    ["undefined", undefined, "not-json", ""],
    ["a list", [], "wrong-type", ""],
    ["a text", "evaluation", "wrong-type", ""],
    ["an empty record", {}, "unsupported-version", "v"],
    ["something cyclic", cyclic, "cyclic", "self"],
    [
      "a getter",
      {
        get v(): number {
          throw new Error("no");
        },
      },
      "accessor",
      "v",
    ],
    ["a key __proto__", JSON.parse('{"v": 1, "__proto__": {}}'), "forbidden-key", ""],
    ["another version", changed((draft) => (draft["v"] = 2)), "unsupported-version", "v"],
    ["NaN", changed((draft) => (draft["score"] = NaN)), "not-json", "score"],
    ["a score as text", changed((draft) => (draft["score"] = "75")), "wrong-type", "score"],
    ["no scorecard", changed((draft) => delete draft["scorecard"]), "required", "scorecard"],
    ["no indicators", changed((draft) => (draft["indicators"] = {})), "too-few", "indicators"],
    ["an unsafe id", changed((draft) => (draft["indicators"] = { $a: row(draft) })), "unsafe-id", "indicators.$a"],
    ["a scale of 10", changed((draft) => (draft["scale"] = 10)), "out-of-range", "scale"],
    ["no date", changed((draft) => (draft["asOf"] = "2026-13-01")), "not-a-date", "asOf"],
    [
      "a status of its own",
      changed((draft) => (row(draft)["status"] = "maybe")),
      "unknown-value",
      "indicators.a.status",
    ],
    ["a value that is a record", changed((draft) => (row(draft)["actual"] = {})), "wrong-type", "indicators.a.actual"],
    ["a group that isn't there", changed((draft) => (draft["groups"] = {})), "unknown-group", "indicators.a.group"],
    ["a weight of 0", changed((draft) => (row(draft)["weight"] = 0)), "not-positive", "indicators.a.weight"],
    [
      "points between ticks",
      changed((draft) => (row(draft)["points"] = 0.123456)),
      "too-precise",
      "indicators.a.points",
    ],
    ["points beyond 2^53", changed((draft) => (row(draft)["points"] = 1e300)), "too-precise", "indicators.a.points"],
    [
      "issues that are none",
      changed((draft) => (draft["issues"] = [{ code: "x", path: 1 }])),
      "wrong-type",
      "issues.0.path",
    ],
    ["a score that its rows don't make", changed((draft) => (draft["score"] = 76)), "score-mismatch", "score"],
    ["a score taken away", changed((draft) => (draft["score"] = null)), "score-mismatch", "score"],
    ["points that don't make its score", changed((draft) => (row(draft)["points"] = 44)), "score-mismatch", "score"],
  ];

  test.each(cases)("C3.2 %s", (_, input, code, path) => {
    for (const side of ["before", "after"]) {
      const error = side === "before" ? errorOf(input, sound) : errorOf(sound, input);
      expect([error.code, error.path.join(".")]).toEqual([code, [side, path].filter(Boolean).join(".")]);
    }
  });

  test("C3.2 all issues of both sides are listed at once", () => {
    const error = errorOf(
      null,
      changed((draft) => (draft["scale"] = -1)),
    );
    expect(error.issues.map(({ code, path }) => [code, path])).toEqual([
      ["wrong-type", ["before"]],
      ["out-of-range", ["after", "scale"]],
    ]);
  });

  test("C3.2 rows that count nothing, or refuse, have no score: one that says so is refused", () => {
    const none = evaluate(card, {});
    expect(errorOf({ ...none, score: 5 }, sound).details).toEqual({ score: "5", expected: "null" });
    const refused = changed((draft) =>
      Object.assign((draft["indicators"] as Draft)["b"] as Draft, { missing: "refuse" }),
    );
    expect(errorOf(refused, sound).details).toEqual({ score: "75", expected: "null" });
  });

  test("C3.2 scorecards must be those of the evaluations, two, and sound", () => {
    const other = reweigh(card, { a: "50", b: "50" });
    const mismatch = errorOf(sound, sound, { scorecards: [card, other] });
    expect([mismatch.code, mismatch.path, mismatch.details]).toEqual([
      "scorecard-mismatch",
      ["scorecards", 1],
      { expected: sound.scorecard.hash, received: evaluate(other, {}).scorecard.hash },
    ]);
    for (const scorecards of [null, 1, "ab", {}, [], [card], [card, null]]) {
      expect(isKeyAccountError(errorOf(sound, sound, { scorecards }))).toBe(true);
    }
  });

  test("C3.2 no options are no options", () => {
    for (const options of [undefined, null, {}, { scorecards: undefined }]) {
      expect(compareEvaluations(sound, sound, options as never).change).toBe(0);
    }
  });

  test("C3.2 a copy with keys of the host's own is compared like the original", () => {
    const copy = { ...changed(() => undefined), client: "acme" };
    expect(compareEvaluations(copy, sound)).toEqual(compareEvaluations(sound, sound));
  });

  test("C3.2 an evaluation whose rows another scorecard made, under a hash of this one, is compared by its rows", () => {
    const other = reweigh(card, { a: "50", b: "50" });
    const forged = { ...evaluate(other, { a: "0.75", b: 1 }), scorecard: sound.scorecard } as unknown as Evaluation;
    for (const options of [{}, { scorecards: [card, card] as never }]) {
      const { change, parts } = compareEvaluations(sound as unknown as Evaluation, forged, options);
      expect(parts.reduce((sum, { points }) => sum + (points ?? NaN), 0)).toBe(change);
      expect(parts.map(({ code }) => code).sort()).toEqual(["definition", "fact-and-definition"]);
    }
  });
});

describe("C3.2 evaluations that the scorecards given can't have made, under their hashes", () => {
  const other = reweigh(card, { a: "50", b: "50" });
  const underHash = (made: unknown, of: Pick<Evaluation, "scorecard">): Evaluation => ({
    ...(made as Evaluation),
    scorecard: of.scorecard,
  });
  const by = (evaluation: unknown, forged: Evaluation) =>
    compareEvaluations(evaluation as Evaluation, forged, { scorecards: [card, other] as never });
  const theirs = evaluate(other, { a: "0.75", b: 1 }) as unknown as Evaluation;

  test("C3.2 another total: the weights alone don't come to the score, so the rows decide", () => {
    const doubled = defineScorecard({
      ...other,
      total: "200",
      indicators: { a: { ...other.indicators.a, weight: "100" }, b: { ...other.indicators.b, weight: "100" } },
    });
    // 0.75 × 100 is held to the group's 50, with b 150 of 200; before 45 of 60 by a alone: 75.
    const { change, parts } = by(sound, underHash(evaluate(doubled, { a: "0.75", b: 1 }), theirs));
    expect(change).toBe(75);
    expect(parts.map(({ code, indicator }) => [code, indicator])).toEqual([
      ["definition", null],
      ["fact-and-definition", "b"],
    ]);
    expect(parts.reduce((sum, { points }) => sum + Number(points) * 1e4, 0)).toBeCloseTo(75e4, 6);
  });

  test("C3.2 an indicator and no groups that the scorecards don't know: mixtures go without, the ends stay", () => {
    const strange = defineScorecard({
      id: "strange",
      version: "1",
      indicators: {
        a: { kind: "share", weight: "30" },
        b: { kind: "share", weight: "30" },
        z: { kind: "share", weight: "40" },
      },
      grades: card.grades,
    });
    const early = underHash(evaluate(strange, { a: 1, b: 1, z: 0 }), sound);
    const late = underHash(evaluate(strange, { a: "0.5", b: 1, z: "0.5" }), theirs);
    // 60 of 100, then 15 + 30 + 20 = 65.
    const { change, parts, method } = by(early, late);
    expect([change, method]).toEqual([5, "shapley"]);
    expect(parts.map(({ code, indicator }) => [code, indicator])).toEqual([
      ["fact-changed", "a"],
      ["weights", null],
      ["fact-changed", "z"],
    ]);
    expect(parts.reduce((sum, { points }) => sum + Math.round(Number(points) * 1e4), 0)).toBe(5e4);
  });
});

describe("C3.2 what throws when it's looked at is an error with its place", () => {
  test.each([
    ["an evaluation", (trap: object) => [trap, sound, undefined], ["before"]],
    ["the options", (trap: object) => [sound, sound, trap], ["scorecards"]],
    ["the scorecards", (trap: object) => [sound, sound, { scorecards: trap }], ["scorecards"]],
    ["one scorecard", (trap: object) => [sound, sound, { scorecards: [card, trap] }], ["scorecards"]],
  ] as const)("C3.2 %s", (_, args, path) => {
    for (const trap of [throwing(), revoked()]) {
      const [before, after, options] = args(trap);
      const error = errorOf(before, after, options);
      expect([error.code, error.path]).toEqual(["unreadable", path]);
    }
  });

  test("C3.2 an evaluation of 10,000 rows is refused in bounded time: no scorecard has more than 1,000", () => {
    const rows = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, place) => [`i${String(place)}`, row(sound as never)]),
    );
    const start = process.cpuUsage();
    const error = errorOf(
      changed((draft) => (draft["indicators"] = rows)),
      sound,
    );
    expect([error.code, error.path]).toEqual(["too-many-values", ["before", "indicators"]]);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
  });
});
