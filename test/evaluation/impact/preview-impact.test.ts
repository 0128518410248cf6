import fc from "fast-check";
import {
  compareEvaluations,
  defineScorecard,
  evaluate,
  type Facts,
  type Impact,
  isKeyAccountError,
  previewImpact,
  reweigh,
  type Scorecard,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";
import { factsFor, scorecards } from "../arbitrary.js";
import { revoked, throwing } from "../comparison/traps.js";

const grades = [
  { grade: "A", from: "80" },
  { grade: "B", from: "50" },
  { grade: "C", from: null },
] as const;
const card = defineScorecard({
  id: "pair",
  version: "1",
  indicators: { a: { kind: "share", weight: "60" }, b: { kind: "share", weight: "40" } },
  grades,
});
const other = reweigh(card, { a: "40", b: "60" }, { version: "2" });

describe("C3 what other weights do to a portfolio", () => {
  // 60/40 → 40/60. up: 40 C → 60 B; down: 80 A → 70 B; far: 68 B → 52 B; same: 60 B; none: nothing known.
  const portfolio = deepFreeze([
    { id: "up", facts: { a: 0, b: 1 } },
    { id: "down", facts: { a: 1, b: "0.5" } },
    { id: "far", facts: { a: 1, b: "0.2" } },
    { id: "same", facts: { a: "0.6", b: "0.6" } },
    { id: "none", facts: {} },
  ]);

  test("C3 counts, distribution, migration, changes, movers and their reasons", () => {
    const impact = previewImpact(card, other, portfolio, { asOf: "2026-11-21" });
    expect(JSON.parse(JSON.stringify(impact))).toEqual(impact);
    const { movers, shifts, ...figures } = impact;
    expect(figures).toEqual({
      v: 1,
      before: evaluate(card, {}).scorecard,
      after: evaluate(other, {}).scorecard,
      asOf: "2026-11-21",
      scale: 4,
      clients: 5,
      moved: 2,
      shifted: 1,
      unchanged: 2,
      moves: { up: 1, down: 1, gained: 0, lost: 0, renamed: 0 },
      distribution: {
        before: [
          { grade: "A", clients: 1 },
          { grade: "B", clients: 2 },
          { grade: "C", clients: 1 },
          { grade: null, clients: 1 },
        ],
        after: [
          { grade: "A", clients: 0 },
          { grade: "B", clients: 4 },
          { grade: "C", clients: 0 },
          { grade: null, clients: 1 },
        ],
      },
      migration: {
        before: ["A", "B", "C", null],
        after: ["A", "B", "C", null],
        clients: [
          [0, 1, 0, 0],
          [0, 2, 0, 0],
          [0, 1, 0, 0],
          [0, 0, 0, 1],
        ],
      },
      // 20 − 10 − 16 + 0 = −6 of 4 clients.
      change: { clients: 4, mean: -1.5, least: -16, most: 20 },
      issues: [],
      duplicates: [],
    });
    expect(movers).toMatchObject([
      {
        id: "up",
        index: 0,
        move: "up",
        steps: 1,
        change: 20,
        before: { score: 40, grade: "C" },
        after: { score: 60, grade: "B" },
      },
      { id: "down", index: 1, move: "down", steps: 1, change: -10 },
    ]);
    expect(movers[0]?.parts).toMatchObject([{ code: "weights", indicator: null, points: 20 }]);
    expect(shifts).toEqual([
      { id: "far", index: 2, before: { score: 68, grade: "B" }, after: { score: 52, grade: "B" }, change: -16 },
    ]);
  });

  test("C3 an empty portfolio: zeros and no change", () => {
    const { clients, moved, unchanged, change, movers } = previewImpact(card, other, []);
    expect([clients, moved, unchanged, change, movers]).toEqual([0, 0, 0, null, []]);
  });

  test("C3 all are counted, `top` are listed: furthest grade, then largest change, then id, then place", () => {
    const rows = ["b", "a", "a"].map((id) => ({ id, facts: { a: 0, b: 1 } }));
    const listed = ({ movers }: Impact): unknown => movers.map(({ id, index }) => [id, index]);
    const impact = previewImpact(card, other, [...portfolio, ...rows], { top: 3 });
    expect([impact.moved, listed(impact as Impact)]).toEqual([
      5,
      [
        ["a", 6],
        ["a", 7],
        ["b", 5],
      ],
    ]);
    expect(impact.duplicates).toEqual(["a"]);
    expect(previewImpact(card, other, portfolio, { top: 0 })).toMatchObject({ moved: 2, movers: [], shifts: [] });
  });

  test("C3 what is no client is listed and not counted; a faulty fact is listed and counts as unknown", () => {
    const broken = {
      id: "broken",
      get facts(): never {
        throw new Error("no");
      },
    };
    const rows = [
      null,
      7,
      {},
      { id: 3, facts: {} },
      { id: "x", facts: [] },
      { id: "y" },
      broken,
      { id: "z", facts: { a: "0,5" } },
    ];
    const { clients, issues } = previewImpact(card, other, rows as never);
    expect(clients).toBe(1);
    expect(
      issues.map(({ index, id, counted, issues: [issue] }) => [index, id, counted, issue?.code, issue?.path]),
    ).toEqual([
      [0, null, false, "wrong-type", []],
      [1, null, false, "wrong-type", []],
      [2, null, false, "wrong-type", ["id"]],
      [3, null, false, "wrong-type", ["id"]],
      [4, "x", false, "wrong-type", ["facts"]],
      [5, "y", false, "wrong-type", ["facts"]],
      [6, null, false, "unreadable", []],
      [7, "z", true, "not-a-decimal", ["a"]],
    ]);
    expect(issues[7]?.issues).toHaveLength(1);
  });

  test("C3 a fact that one scorecard alone finds faulty is listed once", () => {
    const strict = defineScorecard({
      ...card,
      version: "3",
      indicators: { a: { kind: "rating", weight: "60", min: 1, max: 5 }, b: { kind: "share", weight: "40" } },
    });
    const { issues } = previewImpact(card, strict, [{ id: "x", facts: { a: "0.5", b: 7 } }]);
    expect(issues[0]?.issues.map(({ code, path }) => [code, path])).toEqual([
      ["outside-range", ["b"]],
      ["outside-range", ["a"]],
    ]);
  });

  test("C3 arguments of a programmer's are checked", () => {
    const codeOf = (run: () => unknown): unknown => {
      try {
        return run();
      } catch (error) {
        return isKeyAccountError(error) ? [error.code, error.path.join(".")] : error;
      }
    };
    for (const portfolio of [null, undefined, 3, "text", {}])
      expect(codeOf(() => previewImpact(card, other, portfolio as never))).toEqual(["wrong-type", "portfolio"]);
    for (const top of [-1, 1.5, NaN, "3"])
      expect(codeOf(() => previewImpact(card, other, [], { top: top as never }))).toEqual(["out-of-range", "top"]);
    expect(codeOf(() => previewImpact(card, other, [], { asOf: "soon" }))).toEqual(["not-a-date", "asOf"]);
    expect(codeOf(() => previewImpact({} as never, other, []))).toEqual(["required", "id"]);
    expect(previewImpact(card, other, new Set(portfolio), null as never).clients).toBe(5);
  });
});

describe("C3 the order of what is listed", () => {
  test("C3 of a long portfolio the few that are listed are the first of all", () => {
    // 60/40 → 40/60: a alone at x loses 20x; all stay in C, so the largest x stands first.
    const rows = Array.from({ length: 301 }, (_, place) => ({
      id: `c${String(place)}`,
      facts: { a: ((place * 7) % 301) / 1000, b: 0 },
    }));
    const { shifted, shifts, moved } = previewImpact(card, other, rows, { top: 2 });
    // 7 × 43 = 301, so each multiple of 7 stands 7 times: 294 ÷ 1000 first, at places 42, 85 … in the order of ids as texts.
    expect([moved, shifted]).toEqual([0, 294]);
    expect(shifts.map(({ id, change }) => [id, change])).toEqual([
      ["c128", -5.88],
      ["c171", -5.88],
    ]);
  });

  test("C3 equal changes up and down stand by id; a lost grade stands before a change, by id too", () => {
    const refusing = reweigh({ ...card, missing: "refuse" }, { a: "40", b: "60" }, { version: "5" });
    const rows = [
      { id: "z", facts: { a: 1, b: 0 } }, // 60 B to 40 C: −20, one grade
      { id: "y", facts: { a: 0, b: 1 } }, // 40 C to 60 B: +20, one grade
      { id: "x", facts: { a: 1 } }, // A lost, three grades
      { id: "w", facts: { a: 1 } },
    ];
    const { movers } = previewImpact(card, refusing, rows);
    expect(movers.map(({ id, change, steps }) => [id, change, steps])).toEqual([
      ["w", null, 3],
      ["x", null, 3],
      ["y", 20, 1],
      ["z", -20, 1],
    ]);
  });

  test("C3 as many grades: one without a number of its own stands before the largest change", () => {
    const two = defineScorecard({ ...card, id: "two", limits: [], grades: [grades[0], grades[2]] });
    const refusing = defineScorecard({ ...two, version: "2", missing: "refuse", grades });
    // A grade gained or lost counts as the number of grades, two or three; from A to C by names that both have is two steps down.
    const rows = [
      { id: "a", facts: { a: 1, b: "0.5" } }, // 80, A, stays
      { id: "b", facts: { a: 1 } }, // A, then none: two grades lost
    ];
    expect(previewImpact(two, refusing, rows).movers.map(({ id, steps }) => [id, steps])).toEqual([["b", 2]]);
    const strict = defineScorecard({
      ...refusing,
      limits: [{ when: { indicator: "b", below: "0.9" }, grade: "C" }],
    });
    // From A to C is two steps in the order of the later card, which knows B.
    expect(previewImpact(two, strict, rows).movers.map(({ id, steps, change }) => [id, steps, change])).toEqual([
      ["b", 2, null],
      ["a", 2, 0],
    ]);
    expect(previewImpact(two, strict, rows.toReversed()).movers.map(({ id }) => id)).toEqual(["b", "a"]);
  });
});

describe("C3 hostile portfolios", () => {
  const errorOf = (run: () => unknown): unknown => {
    try {
      return run();
    } catch (error) {
      return isKeyAccountError(error) ? [error.code, error.path.join(".")] : error;
    }
  };

  test("C3 arguments that throw when they're looked at are errors with their place", () => {
    for (const trap of [throwing(), revoked()] as never[]) {
      expect(errorOf(() => previewImpact(trap, other, []))).toEqual(["unreadable", ""]);
      expect(errorOf(() => previewImpact(card, other, trap))).toEqual(["unreadable", "portfolio"]);
      expect(errorOf(() => previewImpact(card, other, [], trap))).toEqual(["unreadable", "asOf"]);
      expect(errorOf(() => previewImpact(card, other, [], { top: trap }))).toEqual(["unreadable", "top"]);
      expect(errorOf(() => previewImpact(card, other, [], { asOf: trap }))).toEqual(["unreadable", "asOf"]);
    }
  });

  test("C3 what only looks iterable is refused; an error of the host's iterator comes through", () => {
    for (const start of [5, null, () => null, () => 5, () => ({}), () => ({ next: 1 })])
      expect(errorOf(() => previewImpact(card, other, { [Symbol.iterator]: start } as never))).toEqual([
        "wrong-type",
        "portfolio",
      ]);
    const lost = new Error("connection lost");
    function* broken() {
      yield { id: "x", facts: {} };
      throw lost;
    }
    expect(errorOf(() => previewImpact(card, other, broken()))).toBe(lost);
  });

  test("C3 a row that throws is listed and not counted; facts that throw are unknown, each listed", () => {
    const rows = [throwing(), revoked(), { id: "x", facts: throwing() }, { id: "y", facts: { a: 1, b: 1 } }];
    const { clients, issues } = previewImpact(card, other, rows as never);
    expect(clients).toBe(2);
    expect(
      issues.map(({ index, id, counted, issues: all }) => [index, id, counted, all.map(({ path }) => path)]),
    ).toEqual([
      [0, null, false, [[]]],
      [1, null, false, [[]]],
      [2, "x", true, [["a"], ["b"]]],
    ]);
  });

  test("C3 100,000 rows, one id standing 1,000 times, in seconds", () => {
    const rows = Array.from({ length: 100_000 }, (_, place) => ({
      id: place % 100 === 0 ? "__proto__" : `c${String(place)}`,
      facts: { a: 0, b: 1 },
    }));
    const start = process.cpuUsage();
    const { clients, moves, movers, duplicates } = previewImpact(card, other, rows, { top: 1 });
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(10_000);
    expect([clients, moves.up, duplicates]).toEqual([100_000, 100_000, ["__proto__"]]);
    expect(movers.map(({ id, index }) => [id, index])).toEqual([["__proto__", 0]]);
  });
});

describe("C3 where grades can't be compared as they stand", () => {
  const named = (version: string, names: readonly string[]) =>
    defineScorecard({
      id: "named",
      version,
      indicators: { a: { kind: "share", weight: "100" }, b: { kind: "share", weight: version } } as never,
      total: 100 + Number(version),
      grades: names.map((grade, place) => ({
        grade,
        from: place === names.length - 1 ? null : String(60 - 20 * place),
      })),
    }) as Scorecard;
  const movesFrom = (before: readonly string[], after: readonly string[], facts: Facts): unknown => {
    const { movers } = previewImpact(named("1", before), named("400", after), [{ id: "x", facts }]);
    return movers.map(({ move, steps }) => [move, steps]);
  };
  // Total 101: a = 0.7 alone earns 70 of 101; total 500: the same rescaled to 500 × 0.7.
  test("C3 names that both scorecards order the same way, or one of them has, can be compared", () => {
    const facts = { a: "0.3", b: 0 };
    // 30 of 101: C or its like; 30 of 500: 30, "C" too; so the names decide.
    expect(movesFrom(["A", "B", "C"], ["A", "C", "D"], facts)).toEqual([["down", 1]]);
    expect(movesFrom(["A", "B", "C"], ["X", "Y", "Z"], facts)).toEqual([["renamed", 0]]);
    expect(movesFrom(["A", "B", "C"], ["D", "C", "A"], facts)).toEqual([["renamed", 0]]);
    expect(movesFrom(["A", "B", "C"], ["X", "C", "B"], facts)).toEqual([["renamed", 0]]);
    expect(movesFrom(["A", "B", "C"], ["X", "Y", "A"], facts)).toEqual([["up", 2]]);
  });

  test("C3 a grade gained or lost counts as far as the scorecard has grades", () => {
    const refusing = defineScorecard({ ...card, version: "4", missing: "refuse" });
    const rows = [{ id: "x", facts: { a: 1 } }];
    expect(previewImpact(card, refusing, rows).movers).toMatchObject([{ move: "lost", steps: 3, change: null }]);
    expect(previewImpact(refusing, card, rows).movers).toMatchObject([{ move: "gained", steps: 3, change: null }]);
    expect(previewImpact(refusing, card, rows).change).toBeNull();
  });
});

test("C3 the figures are those of one evaluation after the other, whatever the scorecards", { timeout: 60_000 }, () => {
  const portfolios = fc
    .tuple(scorecards, scorecards)
    .chain(([one, two]) =>
      fc.tuple(fc.constant(one), fc.constant(two), fc.array(fc.tuple(factsFor(one), factsFor(two)), { maxLength: 12 })),
    );
  fc.assert(
    fc.property(portfolios, fc.boolean(), ([one, two, all], isLazy) => {
      const rows = all.map(([a, b], place) => ({ id: `c${String(place)}`, facts: { ...b, ...a } }));
      function* lazily() {
        yield* rows;
      }
      const impact = previewImpact(one, two, isLazy ? lazily() : rows);
      const judged = rows.map(({ facts }) => [evaluate(one, facts as never), evaluate(two, facts as never)] as const);
      expect(JSON.parse(JSON.stringify(impact))).toEqual(impact);
      expect(impact.clients).toBe(rows.length);
      impact.migration.before.forEach((from, i) =>
        impact.migration.after.forEach((to, j) => {
          const expected = judged.filter(([a, b]) => a.grade === from && b.grade === to).length;
          expect(impact.migration.clients[i]?.[j]).toBe(expected);
        }),
      );
      expect(impact.movers).toHaveLength(judged.filter(([a, b]) => a.grade !== b.grade).length);
      for (const { index, change, parts, limits } of impact.movers) {
        const [a, b] = judged[index] as (typeof judged)[number];
        const compared = compareEvaluations(a, b, { scorecards: [one, two] });
        expect([change, limits]).toEqual([compared.change, compared.limits]);
        expect(
          parts.map(({ code }) => code).filter((code) => !/weights|definition|missing|limits|grades/.test(code)),
        ).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
});
