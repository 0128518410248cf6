import fc from "fast-check";
import { type PruningClient, type PruningOptions, planPruning } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const scored = (score: number | null, low = score, high = score) => ({ score, low, high });
const CLIENTS: readonly PruningClient[] = deepFreeze([
  {
    id: "a",
    volume: "1000",
    margin: "100",
    visits: 10,
    credit: scored(80),
    loyalty: scored(90),
    grade: "A",
    quadrant: "treasure",
  },
  {
    id: "b",
    volume: "600",
    margin: "-20",
    visits: 20,
    credit: scored(30),
    loyalty: scored(10),
    grade: "C",
    quadrant: "dangerous",
  },
  {
    id: "c",
    volume: "40",
    margin: "4",
    visits: 5,
    credit: scored(90),
    loyalty: scored(80),
    grade: "B",
    quadrant: "rising-star",
  },
  {
    id: "d",
    volume: "30",
    margin: "1",
    visits: 8,
    credit: scored(50),
    loyalty: scored(20),
    grade: "D",
    quadrant: "no-value",
  },
  { id: "e" },
]);
const verdicts = (rules: PruningOptions["rules"], dropWhen?: "any" | "all"): string =>
  planPruning(CLIENTS, { rules, dropWhen })
    .clients.map(({ id, verdict }) => `${id} ${verdict}`)
    .join(", ");

describe("C2.6 planPruning", () => {
  test.each<[string, PruningOptions["rules"], string]>([
    ["a least volume, included", { minVolume: "40" }, "a keep, b keep, c keep, d drop, e find-out"],
    ["a least volume just above", { minVolume: 40.01 }, "a keep, b keep, c drop, d drop, e find-out"],
    ["credit", { minCredit: 50 }, "a keep, b drop, c keep, d keep, e find-out"],
    ["loyalty", { minLoyalty: 20 }, "a keep, b drop, c keep, d keep, e find-out"],
    ["grades to keep", { grades: ["A", "B"] }, "a keep, b drop, c keep, d drop, e find-out"],
    ["quadrants to keep", { quadrants: ["treasure", "rising-star"] }, "a keep, b drop, c keep, d drop, e find-out"],
  ])("by %s", (_, rules, expected) => {
    expect(verdicts(rules)).toBe(expected);
  });

  test("one failed rule is enough, or all of them are needed", () => {
    const rules = { minVolume: 100, minCredit: 60 };
    expect(verdicts(rules)).toBe("a keep, b drop, c drop, d drop, e find-out");
    expect(verdicts(rules, "all")).toBe("a keep, b keep, c keep, d drop, e find-out");
  });

  test("nobody is dropped for lack of data alone", () => {
    const plan = planPruning(
      [
        { id: "half", volume: 10 },
        { id: "hope", volume: 10, credit: scored(40, 20, 60) },
        { id: "lost", volume: 10, credit: scored(40, 20, 59.99) },
        { id: "open", volume: 10, credit: scored(40, null, null) },
        { id: "none", volume: 10, credit: scored(null) },
        { id: "poor", volume: 1 },
      ],
      { rules: { minCredit: 60, minVolume: 5 } },
    );
    expect(plan.clients.map(({ id, verdict, failed, unchecked }) => [id, verdict, failed, unchecked])).toEqual([
      ["half", "find-out", [], ["min-credit"]],
      ["hope", "find-out", [], ["min-credit"]],
      ["lost", "drop", ["min-credit"], []],
      ["none", "find-out", [], ["min-credit"]],
      ["open", "find-out", [], ["min-credit"]],
      ["poor", "drop", ["min-volume"], ["min-credit"]],
    ]);
    const all = planPruning(
      [
        { id: "met", volume: 10 },
        { id: "may", volume: 1 },
      ],
      {
        rules: { minCredit: 60, minVolume: 5 },
        dropWhen: "all",
      },
    );
    expect(all.clients.map(({ verdict }) => verdict)).toEqual(["find-out", "keep"]);
    expect(planPruning([{ id: "e" }], { rules: { minVolume: 1 } }).lost.clients).toBe(0);
  });

  test("by hand: what goes, what stays, and what it does to sales, margin, visits and risk", () => {
    const plan = planPruning(CLIENTS, { rules: { minVolume: 35, minCredit: 50 } });
    expect(plan.lost).toEqual({
      clients: 2,
      volume: "630",
      margin: "-19",
      visits: "28",
      unknown: { volume: 0, margin: 0, visits: 0 },
    });
    expect(plan.after).toEqual({
      clients: 3,
      volume: "1040",
      margin: "104",
      visits: "15",
      unknown: { volume: 1, margin: 1, visits: 1 },
    });
    expect(plan.before.volume).toBe("1670");
    expect(plan.lostShare).toBe(0.3772);
    const dangerous = { before: plan.risks.before[0]?.value, after: plan.risks.after[0]?.value };
    expect(dangerous).toEqual({ before: 0.3593, after: 0 });
    expect(plan.verdicts).toEqual({
      keep: { clients: 2, clientShare: 0.4 },
      "find-out": { clients: 1, clientShare: 0.2 },
      drop: { clients: 2, clientShare: 0.4 },
    });
    const [one, none] = [
      { clients: 1, clientShare: 0.2 },
      { clients: 0, clientShare: 0 },
    ];
    expect(plan.failures).toEqual({
      "min-volume": one,
      "min-credit": one,
      "min-loyalty": none,
      grades: none,
      quadrants: none,
    });
    expect(plan.stages.map(({ stage, drop, left }) => [stage, drop, left.volume])).toEqual([
      [1, ["d"], "1640"],
      [2, ["b"], "1040"],
    ]);
    expect(plan.clients.map(({ stage }) => stage)).toEqual([null, 2, null, 1, null]);
  });

  test("steps are of equal numbers, the first ones of one more; the least volume goes first, ties by id", () => {
    const clients = [5, 1, 1, 4, 3, 2, 6].map((volume, index) => ({ id: `c${String(index)}`, volume }));
    const plan = planPruning([...clients, { id: "z", grade: "D" }], {
      rules: { minVolume: 100, grades: ["A"] },
      stages: 3,
    });
    expect(plan.stages.map(({ drop }) => drop)).toEqual([
      ["c1", "c2", "c5"],
      ["c4", "c3", "c0"],
      ["c6", "z"],
    ]);
    const four = planPruning(clients.slice(0, 6), { rules: { minVolume: 100 }, stages: 4 });
    expect(four.stages.map(({ drop }) => drop)).toEqual([["c1", "c2"], ["c5", "c4"], ["c3"], ["c0"]]);
    expect(planPruning(clients, { rules: { minVolume: 100 } }).stages).toHaveLength(3);
    expect(planPruning(clients, { rules: { minVolume: 100 }, stages: 1 }).stages).toHaveLength(1);
    expect(planPruning(clients, { rules: { minVolume: 0 } }).stages).toEqual([]);
  });

  test("those of unknown volume go last, by id, and what is lost with them isn't known", () => {
    const clients = [{ id: "z" }, { id: "y" }, { id: "b", volume: 20 }, { id: "a", volume: 20 }].map((one) => ({
      ...one,
      grade: "D",
    }));
    const plan = planPruning([{ id: "k", volume: 60, grade: "A" }, ...clients], {
      rules: { grades: ["A"] },
      stages: 4,
    });
    expect(plan.stages.map(({ drop }) => drop)).toEqual([["a"], ["b"], ["y"], ["z"]]);
    expect([plan.lost.volume, plan.lost.unknown.volume, plan.lostShare]).toEqual(["40", 2, null]);
  });

  test("a grade or quadrant that unknown facts could still change drops nobody", () => {
    const rules = { grades: ["A", "B"], quadrants: ["treasure"] } as const;
    const clients = [
      { id: "a", grade: "D", gradeCertain: false, quadrant: "treasure" },
      { id: "b", grade: "A", gradeCertain: false, quadrant: "no-value", certain: false },
      { id: "c", grade: "D", gradeCertain: true, quadrant: "no-value", certain: null },
      { id: "d", grade: "B", gradeCertain: false, quadrant: "treasure", certain: false },
    ] as const;
    const { clients: decided } = planPruning(clients, { rules });
    expect(decided.map(({ verdict, failed, unchecked }) => [verdict, failed, unchecked])).toEqual([
      ["find-out", [], ["grades"]],
      ["find-out", [], ["quadrants"]],
      ["drop", ["grades", "quadrants"], []],
      ["keep", [], []],
    ]);
  });

  test("C2.5 risks are measured as the host measures them", () => {
    const clients = [5, 3, 2].map((volume) => ({ id: String(volume), volume }));
    const rules = { minVolume: 1 };
    const topOf = (top: number) =>
      planPruning(clients, { rules, risk: { top } }).risks.before.find(({ risk }) => risk === "top-share")?.value;
    expect([topOf(1), topOf(2)]).toEqual([0.5, 0.8]);
  });

  test("C2.5 faulty measures of risk are told with all else that is wrong, at their place", () => {
    const risk = { top: 0, currency: "CNY", marks: { dependence: { moderate: 2, high: 1 }, size: {} } };
    const faulty = { rules: {}, stages: 0, risk };
    expect(() => planPruning([], faulty as never)).toThrow(
      /at stages.*at rules.*unknown-key at risk.currency.*at risk.top.*at risk.marks.size.*at risk.marks.dependence.moderate/,
    );
    expect(() => planPruning([], { rules: { minVolume: 1 }, risk: null } as never)).toThrow("wrong-type at risk");
  });

  test("of nobody there is nothing to lose", () => {
    const plan = planPruning([], { rules: { minVolume: 1 } });
    expect([plan.lostShare, plan.clients, plan.before.volume]).toEqual([null, [], "0"]);
  });

  test("faulty rows are listed, faulty options throw, all at once", () => {
    const { issues, before } = planPruning(
      [
        { id: "a", grade: 5, visits: "x" },
        { id: "b", grade: "A" },
      ] as never,
      {
        rules: { grades: ["A"] },
      },
    );
    expect(issues.map(({ code, path }) => [code, ...path])).toEqual([
      ["not-a-decimal", 0, "visits"],
      ["wrong-type", 0, "grade"],
    ]);
    expect(before.clients).toBe(1);
    const call = (options: unknown) => () => planPruning([], options as never);
    expect(call({ rules: {} })).toThrow("too-few at rules");
    expect(call({ rules: { minVolume: undefined } })).toThrow("too-few at rules");
    expect(call(undefined)).toThrow("wrong-type");
    expect(
      call({
        dropWhen: "some",
        stages: 0,
        rules: { minVolume: "x", minCredit: "5", grades: "A", quadrants: ["big"], size: 1 },
      }),
    ).toThrow(
      /unknown-value at dropWhen.*out-of-range at stages.*unknown-key at rules.size.*not-a-decimal at rules.minVolume.*wrong-type at rules.minCredit.*wrong-type at rules.grades.*unknown-value at rules.quadrants.0/,
    );
    expect(call({ rules: { quadrants: [5] } })).toThrow("wrong-type at rules.quadrants.0");
    expect(call({ rules: { grades: [5], minVolume: {} } })).toThrow(
      /not-a-decimal at rules.minVolume.*wrong-type at rules.grades.0/,
    );
  });

  test("law: before = after + lost, the order of rows doesn't count, every dropped client goes once", () => {
    const client = fc.record({
      volume: fc.option(fc.integer({ min: -5, max: 100 })),
      margin: fc.option(fc.integer({ min: -50, max: 50 })),
      credit: fc.option(fc.integer({ min: 0, max: 100 }).map((score) => scored(score))),
    });
    fc.assert(
      fc.property(fc.array(client, { maxLength: 20 }), fc.integer({ min: 1, max: 5 }), (list, stages) => {
        const rows = list.map((one, index) => ({ id: `c${String(index)}`, ...one }));
        const options = { rules: { minVolume: 20, minCredit: 30 }, stages };
        const plan = planPruning(rows, options);
        expect(planPruning(rows.toReversed(), options)).toEqual(plan);
        for (const key of ["volume", "margin"] as const) {
          expect(Number(plan.after[key]) + Number(plan.lost[key])).toBe(Number(plan.before[key]));
        }
        const gone = plan.stages.flatMap(({ drop }) => drop);
        expect(gone.toSorted()).toEqual(
          plan.clients.flatMap(({ id, verdict }) => (verdict === "drop" ? [id] : [])).toSorted(),
        );
        expect(plan.stages.at(-1)?.left ?? plan.before).toEqual(plan.after);
        expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
      }),
    );
  });
});

describe("C2.6 from 605 clients to some 200, by a standard for opening and payment records", () => {
  // Client n buys for 1,000 · n; every sixth pays badly, two of the large ones nobody has judged yet.
  const clients = Array.from({ length: 605 }, (_, index) => {
    const n = index + 1;
    const credit = n % 6 === 0 ? { score: 30, low: 20, high: 40 } : { score: 80, low: 80, high: 80 };
    return { id: `c${String(n).padStart(3, "0")}`, volume: n * 1000, credit: n === 400 || n === 500 ? null : credit };
  });
  const plan = planPruning(clients, { rules: { minVolume: 364_000, minCredit: 60 }, currency: "CNY" });

  test("C2.6 by hand: 242 buy enough, 40 of them pay badly; who isn't judged stays and is to be found out", () => {
    // 364 … 605 are 242; 366, 372 … 600 are 40.
    expect(plan.after.clients).toBe(202);
    expect(plan.verdicts).toEqual({
      keep: { clients: 200, clientShare: 0.3306 },
      "find-out": { clients: 2, clientShare: 0.0033 },
      drop: { clients: 403, clientShare: 0.6661 },
    });
  });

  test("C2.6 two thirds of the clients go, and less than half of the sales", () => {
    // 605 · 606 ÷ 2 = 183,315 thousand; (364 + 605) · 242 ÷ 2 − 40 · 483 = 97,929 thousand stay.
    expect([plan.before.volume, plan.after.volume, plan.lost.volume]).toEqual(["183315000", "97929000", "85386000"]);
    expect(plan.lostShare).toBe(0.4658);
    expect(plan.failures["min-volume"].clients).toBe(363);
    expect(plan.failures["min-credit"].clients).toBe(100);
    expect(plan.stages.map(({ drop }) => drop.length)).toEqual([135, 134, 134]);
  });
});
