import fc from "fast-check";
import {
  type EnthusiasmFacts,
  type EnthusiasmGap,
  enthusiasmGap,
  type Need,
  type NeedKind,
  type Touch,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";

const touches = (...days: string[]): Touch[] => days.map((at) => ({ at }));
const need = (at: string, kind: NeedKind = "request", more: Partial<Need> = {}): Need => ({ at, kind, ...more });
const sale: EnthusiasmFacts = deepFreeze({
  signedOn: "2026-03-20",
  deliveredOn: "2026-05-10",
  touches: touches("2026-02-03", "2026-02-17", "2026-03-05", "2026-03-20", "2026-05-10"),
  needs: [
    need("2026-03-10", "request", { answeredAt: "2026-03-11" }),
    need("2026-06-02", "request", { answeredAt: "2026-06-20" }),
    need("2026-07-15", "complaint", { unanswered: true }),
    need("2026-08-01"),
  ],
});
const gap = enthusiasmGap(sale, { asOf: "2026-08-31" });
/** Curves in which the n-th month of 2026 has so many touches and needs. */
const curve = (months: readonly (readonly [number, number])[]): EnthusiasmFacts => {
  const day = (index: number): string => `2026-${String(index + 1).padStart(2, "0")}-15`;
  return {
    touches: months.flatMap(([count], index) => touches(...new Array<string>(count).fill(day(index)))),
    needs: months.flatMap(([, count], index) => new Array<Need>(count).fill(need(day(index)))),
  };
};
const opened = (months: readonly (readonly [number, number])[], persistence?: number): [string | null, number] => {
  const end = `2026-${String(months.length).padStart(2, "0")}-28`;
  const { openedIn, gap: width } = enthusiasmGap(curve(months), { asOf: end, persistence });
  return [openedIn, width];
};

describe("B1.2 the two curves", () => {
  test("month by month without holes, with their phase and gap", () => {
    expect(
      gap.months.map(({ month, phase, touches: ours, requests, complaints, needs, gap: width }) => [
        month,
        phase,
        ours,
        requests,
        complaints,
        needs,
        width,
      ]),
    ).toEqual([
      ["2026-02", "before-signing", 2, 0, 0, 0, -2],
      ["2026-03", "before-signing", 2, 1, 0, 1, -1],
      ["2026-04", "before-delivery", 0, 0, 0, 0, 0],
      ["2026-05", "before-delivery", 1, 0, 0, 0, -1],
      ["2026-06", "after-delivery", 0, 1, 0, 1, 1],
      ["2026-07", "after-delivery", 0, 0, 1, 1, 1],
      ["2026-08", "after-delivery", 0, 1, 0, 1, 1],
    ]);
    expect(gap.months[4]?.answers).toEqual({
      answered: 0,
      "answered-late": 1,
      "not-yet-due": 0,
      overdue: 0,
      unknown: 0,
    });
  });

  test("the gap, since when, and the reasons", () => {
    expect(gap).toMatchObject({ v: 1, asOf: "2026-08-31", isOpen: true, openedIn: "2026-06", gap: 3, issues: [] });
    expect(gap.answers).toEqual({ answered: 1, "answered-late": 1, "not-yet-due": 0, overdue: 1, unknown: 1 });
    expect(gap.reasons).toEqual([
      { code: "needs-outrun-touches", since: "2026-06", needs: 3, touches: 0 },
      { code: "touches-fell", before: 2.6087, after: 0 },
      { code: "answers-late", late: 1, answered: 2 },
      { code: "needs-overdue", overdue: 1, needs: 4 },
      { code: "answers-unknown", unknown: 1, needs: 4 },
    ]);
  });

  test("phases: days, touches and needs per 30 days, days to answer", () => {
    // 3 Feb – 20 Mar: 46 days, 4 touches; 21 Mar – 10 May: 51 days; 11 May – 31 Aug: 113 days.
    expect(
      gap.phases.map(({ phase, days, touches: ours, touchRate, needs, needRate, answerDays }) => [
        phase,
        days,
        ours,
        touchRate,
        needs,
        needRate,
        answerDays,
      ]),
    ).toEqual([
      ["before-signing", 46, 4, 2.6087, 1, 0.6522, 1],
      ["before-delivery", 51, 1, 0.5882, 0, 0, null],
      ["after-delivery", 113, 0, 0, 3, 0.7965, 18],
    ]);
    expect(gap.phases[2]?.answers).toEqual({
      answered: 0,
      "answered-late": 1,
      "not-yet-due": 0,
      overdue: 1,
      unknown: 1,
    });
  });

  test("the client's own touches are shown and close nothing", () => {
    const more = enthusiasmGap(
      { ...sale, touches: [...sale.touches, { at: "2026-07-01", by: "client" }, { at: "2026-07-02", by: "us" }] },
      { asOf: "2026-08-31" },
    );
    expect(more.months[5]).toMatchObject({ month: "2026-07", touches: 1, clientTouches: 1, gap: 0 });
    expect(more.phases[2]).toMatchObject({ touches: 1 });
    expect(more.gap).toBe(2);
  });

  test("touches as frequent after as before: nothing fell", () => {
    const warm = enthusiasmGap(
      { touches: touches("2026-01-30", "2026-02-02", "2026-02-03"), needs: [], signedOn: "2026-01-31" },
      { asOf: "2026-02-02" },
    );
    expect(warm.phases.map(({ phase, touchRate }) => [phase, touchRate])).toEqual([
      ["before-signing", 15],
      ["after-signing", 15],
    ]);
    expect(warm.reasons).toEqual([]);
  });
});

describe("B1.2 when the gap opened", () => {
  test.each<[string, readonly (readonly [number, number])[], string | null, number]>([
    [
      "needs above touches in the last two months",
      [
        [3, 0],
        [0, 1],
        [0, 1],
      ],
      "2026-02",
      2,
    ],
    [
      "a quiet month in between doesn't close it",
      [
        [3, 0],
        [0, 1],
        [0, 0],
        [0, 1],
      ],
      "2026-02",
      2,
    ],
    [
      "a quiet month doesn't open it",
      [
        [3, 0],
        [0, 0],
        [0, 1],
        [0, 1],
      ],
      "2026-03",
      2,
    ],
    [
      "as many touches since then as needs close it",
      [
        [0, 2],
        [2, 0],
        [0, 0],
      ],
      null,
      0,
    ],
    [
      "a touch less than needs keeps it open",
      [
        [0, 3],
        [2, 0],
        [0, 0],
      ],
      "2026-01",
      1,
    ],
    [
      "caught up and opened again",
      [
        [0, 2],
        [2, 0],
        [1, 2],
        [0, 1],
      ],
      "2026-03",
      2,
    ],
    [
      "touches above needs",
      [
        [2, 1],
        [2, 1],
      ],
      null,
      0,
    ],
    [
      "nothing but needs",
      [
        [0, 1],
        [0, 1],
      ],
      "2026-01",
      2,
    ],
  ])("%s", (_, months, month, width) => {
    expect(opened(months)).toEqual([month, width]);
  });

  test("one month isn't persistent unless told", () => {
    expect(
      opened([
        [3, 0],
        [0, 2],
      ]),
    ).toEqual([null, 0]);
    expect(
      opened(
        [
          [3, 0],
          [0, 2],
        ],
        1,
      ),
    ).toEqual(["2026-02", 2]);
    expect(
      opened(
        [
          [3, 0],
          [0, 1],
          [0, 1],
        ],
        3,
      ),
    ).toEqual([null, 0]);
  });

  test("law: the first month from which needs added up exceed touches added up in every month to the end", () => {
    const month = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(
        fc.array(month, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        (months, persistence) => {
          const facts = curve(months);
          const end = `2026-${String(months.length).padStart(2, "0")}-28`;
          const {
            months: shown,
            openedIn,
            isOpen,
            gap: width,
          } = enthusiasmGap(deepFreeze(facts), { asOf: end, persistence });
          const gaps = shown.map(({ gap: each }) => each);
          const sums = (from: number): number[] =>
            gaps.slice(from).map((_, to) => gaps.slice(from, from + to + 1).reduce((a, b) => a + b, 0));
          const first = gaps.findIndex((_, from) => sums(from).every((sum) => sum > 0));
          const isLong = first >= 0 && gaps.length - first >= persistence;
          expect(openedIn).toBe(isLong ? shown[first]?.month : null);
          expect(isOpen).toBe(isLong);
          expect(width).toBe(isLong ? sums(first).at(-1) : 0);
        },
      ),
    );
  });
});

describe("B1.2 answers", () => {
  const status = (more: Partial<Need>, kind: NeedKind = "request", asOf = "2026-08-08"): string | undefined => {
    const { answers } = enthusiasmGap({ touches: [], needs: [need("2026-08-01", kind, more)] }, { asOf });
    return Object.entries(answers).find(([, count]) => count === 1)?.[0];
  };

  test("a request within a week (D4.6), a complaint within two days", () => {
    expect(status({ answeredAt: "2026-08-08" })).toBe("answered");
    expect(status({ answeredAt: "2026-08-09" }, "request", "2026-08-09")).toBe("answered-late");
    expect(status({ answeredAt: "2026-08-03" }, "complaint")).toBe("answered");
    expect(status({ answeredAt: "2026-08-04" }, "complaint")).toBe("answered-late");
  });

  test("not answered: not yet due as long as it is in time, then overdue", () => {
    expect(status({ unanswered: true })).toBe("not-yet-due");
    expect(status({ unanswered: true }, "request", "2026-08-09")).toBe("overdue");
    expect(status({ unanswered: true }, "complaint")).toBe("overdue");
  });

  test("nobody says: unknown, neither answered nor not", () => {
    expect(status({})).toBe("unknown");
    expect(status({ answeredAt: null, unanswered: null })).toBe("unknown");
    expect(status({ unanswered: false })).toBe("unknown");
  });

  test("whether it is unanswered is yes or no: anything else is an issue, and counts as unknown", () => {
    const needs = [need("2026-08-01", "request", { unanswered: "yes" as never })];
    const { answers, issues } = enthusiasmGap({ touches: [], needs }, { asOf: "2026-08-08" });
    expect(issues).toEqual([
      { code: "wrong-type", path: ["needs", 0, "unanswered"], details: { expected: "boolean", received: "yes" } },
    ]);
    expect(answers.unknown).toBe(1);
  });

  test("an answer after asOf isn't known yet: by then the need was not answered", () => {
    expect(status({ answeredAt: "2026-08-09" })).toBe("not-yet-due");
    expect(status({ answeredAt: "2026-08-09" }, "complaint")).toBe("overdue");
    expect(status({ answeredAt: "2026-08-09", unanswered: true })).toBe("not-yet-due");
  });

  test("the days are options", () => {
    const facts = { touches: [], needs: [need("2026-08-01", "request", { answeredAt: "2026-08-03" })] };
    const late = (answerDays: object): number =>
      enthusiasmGap(facts, { asOf: "2026-08-08", answerDays }).answers["answered-late"];
    expect([late({ request: 1 }), late({ request: 2 }), late({ complaint: 1 }), late({ request: 0 })]).toEqual([
      1, 0, 0, 1,
    ]);
  });

  test("between a day and a moment, whose zones may differ, no day is below zero", () => {
    const needs = [need("2026-08-02T01:00:00Z", "complaint", { answeredAt: "2026-08-01" })];
    const { answers, issues, phases } = enthusiasmGap(
      { touches: [], needs, deliveredOn: "2026-07-01" },
      { asOf: "2026-08-08" },
    );
    expect([answers.answered, issues, phases[0]?.answerDays]).toEqual([1, [], 0]);
  });

  test("an answer before the need, or at once answered and not, is an issue and unknown", () => {
    const needs = [
      need("2026-08-05", "request", { answeredAt: "2026-08-04" }),
      need("2026-08-05", "request", { answeredAt: "2026-08-06", unanswered: true }),
      need("2026-08-05", "request", { answeredAt: "soon" }),
    ];
    const { answers, issues } = enthusiasmGap({ touches: [], needs }, { asOf: "2026-08-08" });
    expect(answers.unknown).toBe(3);
    expect(issues).toEqual([
      {
        code: "out-of-order",
        path: ["needs", 0, "answeredAt"],
        details: { earlier: "2026-08-05", later: "2026-08-04" },
      },
      { code: "contradictory-fact", path: ["needs", 1], details: {} },
      { code: "not-a-date", path: ["needs", 2, "answeredAt"], details: { received: "soon" } },
    ]);
  });
});

describe("B1.2 phases that aren't known", () => {
  const phases = (more: Partial<EnthusiasmFacts>): unknown => {
    const facts = { touches: touches("2026-01-10", "2026-03-10"), needs: [], ...more };
    const result: EnthusiasmGap = enthusiasmGap(facts, { asOf: "2026-03-31" });
    return [result.phases.map(({ phase }) => phase), result.months.map(({ phase }) => phase)];
  };

  test("without days none; without delivery after-signing; without signing only after-delivery", () => {
    expect(phases({})).toEqual([[], [null, null, null]]);
    expect(phases({ signedOn: "2026-02-01" })).toEqual([
      ["before-signing", "after-signing"],
      ["before-signing", "before-signing", "after-signing"],
    ]);
    expect(phases({ deliveredOn: "2026-02-01" })).toEqual([["after-delivery"], [null, null, "after-delivery"]]);
  });

  test("signing and delivery to come: only what has begun", () => {
    expect(phases({ signedOn: "2026-05-01", deliveredOn: "2026-06-01" })).toEqual([
      ["before-signing"],
      ["before-signing", "before-signing", "before-signing"],
    ]);
    expect(phases({ signedOn: "2025-12-31", deliveredOn: "2026-06-01" })).toEqual([
      ["before-delivery"],
      ["before-delivery", "before-delivery", "before-delivery"],
    ]);
    expect(phases({ signedOn: "2026-02-01", deliveredOn: "2026-02-01" })).toEqual([
      ["before-signing", "after-delivery"],
      ["before-signing", "before-signing", "after-delivery"],
    ]);
  });

  test("delivered before signed: an issue, and the delivery is unknown", () => {
    const { issues, phases: spans } = enthusiasmGap(
      { touches: touches("2026-01-10"), needs: [], signedOn: "2026-02-02", deliveredOn: "2026-02-01" },
      { asOf: "2026-03-31" },
    );
    expect(issues).toEqual([
      { code: "out-of-order", path: ["deliveredOn"], details: { earlier: "2026-02-02", later: "2026-02-01" } },
    ]);
    expect(spans.map(({ phase }) => phase)).toEqual(["before-signing", "after-signing"]);
  });
});

describe("B1.2 edges", () => {
  test("no touches and no needs: no months, no gap", () => {
    const none = enthusiasmGap({ touches: [], needs: [], signedOn: "2026-01-01" }, { asOf: "2026-03-31" });
    expect(none).toMatchObject({
      months: [],
      phases: [],
      isOpen: false,
      openedIn: null,
      gap: 0,
      reasons: [],
      issues: [],
    });
  });

  test("unknown touches aren't no touches: whether a gap is open isn't known", () => {
    const { needs } = curve([
      [0, 2],
      [0, 2],
    ]);
    const open = enthusiasmGap({ needs } as EnthusiasmFacts, { asOf: "2026-02-28" });
    expect(open).toMatchObject({
      isOpen: null,
      openedIn: null,
      gap: 0,
      issues: [{ code: "required", path: ["touches"] }],
    });
    expect(enthusiasmGap({ touches: [] } as unknown as EnthusiasmFacts, { asOf: "2026-02-28" }).isOpen).toBeNull();
  });

  test("months before the longest span are counted in the phases, not in the curves", () => {
    const facts = { ...sale, touches: [...sale.touches, { at: "2026-02-04", by: "client" as const }] };
    const short = enthusiasmGap(facts, { asOf: "2026-08-31", months: 5 });
    expect(short.months.map(({ month }) => month)).toEqual(["2026-04", "2026-05", "2026-06", "2026-07", "2026-08"]);
    expect(short.earlier).toEqual({ touches: 4, needs: 1 });
    expect(short.phases).toEqual(gap.phases);
    expect(gap.earlier).toEqual({ touches: 0, needs: 0 });
  });

  test("60 months unless told, over the turn of years, padded years too", () => {
    const old = enthusiasmGap({ touches: touches("2000-01-01"), needs: [] }, { asOf: "2026-02-01" });
    expect(old.months.map(({ month }) => month).filter((_, index) => index % 59 === 0)).toEqual(["2021-03", "2026-02"]);
    const early = enthusiasmGap({ touches: touches("0001-12-31"), needs: [] }, { asOf: "0002-01-01", months: 1200 });
    expect(early.months.map(({ month }) => month)).toEqual(["0001-12", "0002-01"]);
  });

  test("a moment of the day after asOf, elsewhere still the same day, counts in the last month", () => {
    const facts = { touches: touches("2026-09-01T01:00:00Z"), needs: [], deliveredOn: "2026-08-01" };
    const edge = enthusiasmGap(facts, { asOf: "2026-08-31" });
    expect(edge.months).toMatchObject([{ month: "2026-08", touches: 1 }]);
    expect(edge.phases).toMatchObject([{ days: 1, touches: 1 }]);
  });

  test("faulty rows are issues and don't count", () => {
    const facts = {
      touches: [
        { at: "2026-09-02" },
        { at: "26-1-1" },
        {},
        null,
        5,
        { at: "2026-08-01", by: "them" },
        { at: "2026-08-01", by: 7 },
      ],
      needs: [{ at: "2026-08-01" }, { at: "2026-08-01", kind: "wish" }, { at: "2026-08-02", kind: "request" }],
      signedOn: 20260801,
    } as unknown as EnthusiasmFacts;
    const { issues, months } = enthusiasmGap(facts, { asOf: "2026-08-31" });
    expect(months).toMatchObject([{ month: "2026-08", touches: 0, clientTouches: 0, needs: 1 }]);
    expect(issues.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["wrong-type", "signedOn"],
      ["observed-after-as-of", "touches.0.at"],
      ["not-a-date", "touches.1.at"],
      ["required", "touches.2.at"],
      ["required", "touches.3"],
      ["wrong-type", "touches.4"],
      ["unknown-value", "touches.5.by"],
      ["wrong-type", "touches.6.by"],
      ["required", "needs.0.kind"],
      ["unknown-value", "needs.1.kind"],
    ]);
  });

  test("a day that is no plain JSON is one issue, not two", () => {
    const facts = { touches: [{ at: Number.NaN }], needs: [] } as unknown as EnthusiasmFacts;
    expect(enthusiasmGap(facts, { asOf: "2026-08-31" }).issues).toEqual([
      { code: "not-json", path: ["touches", 0, "at"], details: { received: "NaN" } },
    ]);
  });

  test("50,000 rows take a second or two; the order of the rows changes nothing", () => {
    const many = Array.from({ length: 50_000 }, (_, index) => ({
      at: `2026-0${String((index % 8) + 1)}-${String((index % 28) + 1).padStart(2, "0")}`,
    }));
    const start = performance.now();
    expect(enthusiasmGap({ touches: many, needs: [] }, { asOf: "2026-08-31" }).months).toHaveLength(8);
    expect(performance.now() - start).toBeLessThan(5000);
    const turned = { ...sale, touches: sale.touches.toReversed(), needs: sale.needs.toReversed() };
    expect(enthusiasmGap(turned, { asOf: "2026-08-31" })).toEqual(gap);
  });

  test("results are plain JSON", () => {
    expect(JSON.parse(JSON.stringify(gap))).toEqual(gap);
  });
});
