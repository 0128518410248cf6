import fc from "fast-check";
import { type EffortContact, type EffortFacts, effortLedger, type SalesStage, STAGE_LIKELIHOODS } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";

const contacts: readonly EffortContact<SalesStage>[] = deepFreeze([
  { id: "3", at: "2026-10-12", stage: "deep-contact", minutes: 240, cost: "8500" },
  { id: "1", at: "2026-09-01", stage: "visit", minutes: 90, cost: "400" },
  { id: "2", at: "2026-09-20T08:00:00Z", stage: "approval", minutes: 60, cost: "100" },
]);
const facts: EffortFacts<SalesStage> = deepFreeze({ currency: "CNY", marginIfWon: "90000", contacts });
const but = (more: Partial<EffortFacts<SalesStage>>): EffortFacts<SalesStage> => ({ ...facts, ...more });
const visits = (count: number, more: EffortContact<SalesStage> = {}): EffortContact<SalesStage>[] =>
  Array.from({ length: count }, () => ({ at: "2026-09-01", stage: "visit", minutes: 0, cost: 0, ...more }));

describe("D5.3 number of contacts, total time and cost are computed", () => {
  test("in all, by stage and so far", () => {
    const ledger = effortLedger(facts, { hourlyCost: "400" });
    expect(ledger.total).toEqual({
      contacts: 3,
      minutes: 390,
      hours: 6.5,
      cost: "11600",
      unknownMinutes: 0,
      unknownCosts: 0,
    });
    expect([ledger.firstOn, ledger.lastOn]).toEqual(["2026-09-01", "2026-10-12"]);
    // 400 + 1.5 h × 400; 100 + 1 h × 400; 8500 + 4 h × 400
    expect(
      ledger.stages.map(({ stage, contacts: n, cost, soFar }) => [
        stage,
        n,
        cost,
        soFar.contacts,
        soFar.hours,
        soFar.cost,
      ]),
    ).toEqual([
      ["planning", 0, "0", 0, 0, "0"],
      ["visit", 1, "1000", 1, 1.5, "1000"],
      ["approval", 1, "500", 2, 2.5, "1500"],
      ["deep-contact", 1, "10100", 3, 6.5, "11600"],
      ["solution", 0, "0", 3, 6.5, "11600"],
      ["bid", 0, "0", 3, 6.5, "11600"],
      ["contract", 0, "0", 3, 6.5, "11600"],
      ["delivery", 0, "0", 3, 6.5, "11600"],
    ]);
  });

  test("E7.3 spend against stage and likelihood", () => {
    const { stages } = effortLedger(facts, { hourlyCost: "400" });
    expect(stages.map(({ likelihood, expectedValue, spendShare }) => [likelihood, expectedValue, spendShare])).toEqual([
      [null, null, null],
      [0.05, "4500", 0.2222],
      [0.1, "9000", 0.1667],
      [0.25, "22500", 0.5156],
      [0.45, "40500", 0.2864],
      [0.8, "72000", 0.1611],
      [1, "90000", 0.1289],
      [1, "90000", 0.1289],
    ]);
  });

  test("without an hourly cost a contact costs what it says, and an unknown length costs nothing unknown", () => {
    const ledger = effortLedger(but({ contacts: [...contacts, { at: "2026-09-02", stage: "visit", cost: "1" }] }));
    expect(ledger.total).toEqual({
      contacts: 4,
      minutes: 390,
      hours: 6.5,
      cost: "9001",
      unknownMinutes: 1,
      unknownCosts: 0,
    });
  });

  test("unknown is never zero: what isn't known of a contact is counted as unknown", () => {
    const open = [{ stage: "visit", minutes: 30 }, { stage: "visit", cost: "70" }, { stage: "visit" }] as const;
    const ledger = effortLedger({ currency: "CNY", marginIfWon: "90000", contacts: open }, { hourlyCost: "400" });
    expect(ledger.total).toEqual({
      contacts: 3,
      minutes: 30,
      hours: 0.5,
      cost: "270",
      unknownMinutes: 2,
      unknownCosts: 3,
    });
    expect([ledger.firstOn, ledger.lastOn, ledger.stage]).toEqual([null, null, null]);
  });

  test("stages' costs are differences of the rounded sums so far, so that they add up", () => {
    // 20 minutes of 1 an hour: 0.333…; sums 0.33, 0.67, 1
    const thirds = (["visit", "approval", "bid"] as const).map((stage) => ({ stage, minutes: 20, cost: 0 }));
    const { stages, total } = effortLedger({ currency: "CNY", contacts: thirds }, { hourlyCost: 1 });
    expect(stages.filter(({ contacts: n }) => n > 0).map(({ cost }) => cost)).toEqual(["0.33", "0.34", "0.33"]);
    expect(total).toMatchObject({ cost: "1", hours: 1 });
    expect(
      effortLedger({ currency: "CNY", contacts: thirds.slice(1) }, { hourlyCost: 1, scale: 0 }).total,
    ).toMatchObject({ cost: "1", hours: 0.6667 });
  });

  test("costs of any decimals add up", () => {
    const costs = ["0.25", "0.5", 1, "0.2", "1e-3", "10"].map((cost) => ({ cost }));
    expect(effortLedger({ currency: "CNY", contacts: costs }, { scale: 3 }).total.cost).toBe("11.951");
  });

  test("contacts of unknown stage come first, and count in every sum so far", () => {
    const { stages, total } = effortLedger(but({ contacts: [...contacts, { cost: "50" }] }));
    expect(stages).toHaveLength(9);
    expect(stages[0]).toMatchObject({
      stage: null,
      likelihood: null,
      contacts: 1,
      cost: "50",
      expectedValue: null,
      spendShare: null,
    });
    expect(stages[2]).toMatchObject({ stage: "visit", cost: "400", soFar: { contacts: 2, cost: "450" } });
    expect(total.cost).toBe("9050");
  });

  test("no contacts: nothing spent, no stage", () => {
    expect(effortLedger({ currency: "CNY", marginIfWon: "1", contacts: [] })).toMatchObject({
      total: { contacts: 0, minutes: 0, hours: 0, cost: "0" },
      stage: null,
      firstOn: null,
      decision: null,
      certain: false,
      reasons: [{ code: "likelihood-unknown" }],
      issues: [],
    });
  });
});

describe("E7.3 the stage reached", () => {
  test("that of the latest day, whatever the order of the rows", () => {
    expect(effortLedger(facts)).toMatchObject({ stage: "deep-contact", likelihood: 0.25, expectedValue: "22500" });
  });

  test("on one day the furthest", () => {
    const sameDay = ["bid", "visit"].map((stage) => ({ at: "2026-10-12", stage: stage as SalesStage }));
    expect(effortLedger(but({ contacts: sameDay })).stage).toBe("bid");
    expect(effortLedger(but({ contacts: sameDay.toReversed() })).stage).toBe("bid");
  });

  test("going back counts: a later visit after a bid", () => {
    const back = [
      { at: "2026-10-12", stage: "bid" },
      { at: "2026-10-13", stage: "visit" },
      { at: "2026-10-14" },
    ] as const;
    expect(effortLedger(but({ contacts: back })).stage).toBe("visit");
  });

  test("as told, if told", () => {
    expect(effortLedger(but({ stage: "solution" }))).toMatchObject({ stage: "solution", expectedValue: "40500" });
    expect(effortLedger(but({ stage: "planning" }))).toMatchObject({
      stage: "planning",
      likelihood: null,
      expectedValue: null,
    });
  });

  test("E9 default likelihoods of the milestones", () => {
    expect(STAGE_LIKELIHOODS.map(({ stage, likelihood }) => [stage, likelihood])).toEqual([
      ["planning", null],
      ["visit", "0.05"],
      ["approval", "0.1"],
      ["deep-contact", "0.25"],
      ["solution", "0.45"],
      ["bid", "0.8"],
      ["contract", "1"],
      ["delivery", "1"],
    ]);
  });

  test("a host's own stages", () => {
    const stages = [
      { stage: "lead", likelihood: 0.1 },
      { stage: "trial", likelihood: 0.5 },
      { stage: "vague" },
    ] as const;
    const ledger = effortLedger(
      { currency: "EUR", marginIfWon: 1000, contacts: [{ at: "2026-01-02", stage: "trial", cost: 10 }] },
      { stages },
    );
    expect(ledger).toMatchObject({ stage: "trial", expectedValue: "500", spendShare: 0.02, decision: "continue" });
    expect(ledger.stages.map(({ stage, likelihood }) => [stage, likelihood])).toEqual([
      ["lead", 0.1],
      ["trial", 0.5],
      ["vague", null],
    ]);
  });
});

describe("D5.3, E7.3 continue, escalate or stop", () => {
  const at = (cost: string, more: Partial<EffortFacts<SalesStage>> = {}): EffortFacts<SalesStage> => ({
    currency: "CNY",
    marginIfWon: "10000",
    costToCome: "0",
    contacts: [{ at: "2026-10-01", stage: "approval", minutes: 0, cost }],
    ...more,
  });

  // Expected: 10000 × 0.1 = 1000.
  test.each([
    ["499.99", "continue", "within-limits"],
    ["500", "escalate", "spent-above-limit"],
    ["1000", "escalate", "spent-above-limit"],
    ["99999", "escalate", "spent-above-limit"],
  ])("%s spent of an expected 1000, nothing to come: %s", (amount, decision, code) => {
    const ledger = effortLedger(at(amount));
    expect(ledger).toMatchObject({ decision, certain: true });
    expect(ledger.reasons).toEqual([{ code, amount, expectedValue: "1000", limit: 0.5 }]);
  });

  test.each([
    ["499.99", "continue", "within-limits", "0", 0.5],
    ["500", "escalate", "to-come-above-limit", "500", 0.5],
    ["999.99", "escalate", "to-come-above-limit", "999.99", 0.5],
    ["1000", "stop", "to-come-above-limit", "1000", 1],
  ])("%s to come of an expected 1000, nothing spent: %s", (costToCome, decision, code, amount, limit) => {
    const ledger = effortLedger(at("0", { costToCome }));
    expect(ledger).toMatchObject({ decision, certain: true });
    expect(ledger.reasons).toEqual([{ code, amount, expectedValue: "1000", limit }]);
  });

  test("what is spent is gone: it escalates, and only the cost to come stops", () => {
    expect(effortLedger(at("5000", { costToCome: "100" }))).toMatchObject({ decision: "escalate", certain: true });
    expect(effortLedger(at("2000", { costToCome: "1000" }))).toMatchObject({
      decision: "stop",
      reasons: [
        { code: "to-come-above-limit", amount: "1000", limit: 1 },
        { code: "spent-above-limit", amount: "2000", limit: 0.5 },
      ],
    });
    expect(effortLedger(at("600", { costToCome: "500" })).reasons).toMatchObject([
      { code: "to-come-above-limit", amount: "500", limit: 0.5 },
      { code: "spent-above-limit", amount: "600", limit: 0.5 },
    ]);
  });

  test("with an unknown cost to come no spending stops, and neither going on nor escalating is certain", () => {
    const costToCome = null;
    expect(effortLedger(at("499.99", { costToCome }))).toMatchObject({ decision: "continue", certain: false });
    expect(effortLedger(at("30000", { costToCome }))).toMatchObject({
      decision: "escalate",
      certain: false,
      reasons: [{ code: "spent-above-limit", amount: "30000", expectedValue: "1000", limit: 0.5 }],
    });
    expect(effortLedger(at("30000", { costToCome: "0" }))).toMatchObject({ decision: "escalate", certain: true });
    expect(effortLedger(at("30000", { costToCome: "1000" }))).toMatchObject({ decision: "stop", certain: true });
  });

  test("more contacts at the stage reached than its limit: stalled", () => {
    const free = { costToCome: "0" };
    expect(effortLedger(but({ ...free, contacts: visits(4) }))).toMatchObject({ decision: "continue", certain: true });
    const stalled = effortLedger(but({ ...free, contacts: visits(5) }));
    expect(stalled).toMatchObject({ decision: "escalate", certain: true });
    expect(stalled.reasons).toEqual([
      { code: "within-limits", amount: "0", expectedValue: "4500", limit: 0.5 },
      { code: "stalled", stage: "visit", contacts: 5, most: 4 },
    ]);
    const moved = [...visits(5), { at: "2026-09-02", stage: "bid", cost: 0, minutes: 0 } as const];
    expect(effortLedger(but({ ...free, contacts: moved }))).toMatchObject({ decision: "continue", certain: true });
    expect(effortLedger(but({ costToCome: "4500", contacts: visits(5) })).decision).toBe("stop");
  });

  test("contacts of unknown stage may be of the stage reached: certain only while all of them stay within its limit", () => {
    const unknown = (count: number): EffortContact<SalesStage>[] => visits(count, { at: "2026-08-01", stage: null });
    const judged = (known: number, open: number): unknown => {
      const all = [...visits(known), ...unknown(open)];
      const { decision, certain } = effortLedger(but({ costToCome: "0", contacts: all }));
      return [decision, certain];
    };
    expect(judged(4, 3)).toEqual(["continue", false]);
    expect(judged(3, 1)).toEqual(["continue", true]);
    expect(judged(4, 1)).toEqual(["continue", false]);
    expect(judged(5, 1)).toEqual(["escalate", true]);
  });

  test("contacts of unknown stage or day that may have reached another stage leave nothing certain, unless the stage is told", () => {
    const certain = (more: EffortContact<SalesStage>, stage: SalesStage | null = null): boolean =>
      effortLedger(but({ costToCome: "0", stage, contacts: [...visits(1), { minutes: 0, cost: 0, ...more }] })).certain;
    expect(certain({ at: "2026-08-31" })).toBe(true);
    expect(certain({ at: "2026-09-01" })).toBe(false);
    expect(certain({ at: "2026-09-02" })).toBe(false);
    expect(certain({})).toBe(false);
    expect(certain({ stage: "bid" })).toBe(false);
    expect(certain({ stage: "visit" })).toBe(true);
    expect(certain({ at: "2026-08-31", stage: "bid" })).toBe(true);
    expect(certain({ at: "2026-09-02" }, "visit")).toBe(true);
    expect(certain({}, "contract")).toBe(true);
    expect(certain({ at: "2026-08-31" }, "x" as SalesStage)).toBe(false);
    const won = [...visits(1, { stage: "contract" }), { cost: 0, minutes: 0 }];
    expect(effortLedger(but({ contacts: won }))).toMatchObject({ decision: "continue", certain: false });
  });

  test("law: a decision that is certain stays the same whatever the unknown turns out to be", () => {
    const stage = fc.constantFrom<SalesStage>("visit", "approval", "deep-contact", "contract");
    const cost = fc.integer({ min: 0, max: 3000 }).map(String);
    const day = fc.constantFrom("2026-01-01", "2026-01-02", "2026-01-03");
    const full = fc.record({ at: day, stage, cost });
    const hidden = fc.record({ at: fc.boolean(), stage: fc.boolean(), cost: fc.boolean() });
    const hide = (row: object, which: object): EffortContact<SalesStage> =>
      Object.fromEntries(Object.entries(row).filter(([key]) => (which as Record<string, boolean>)[key] !== true));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(full, hidden), { maxLength: 7 }),
        fc.option(cost),
        fc.integer({ min: -100, max: 9000 }),
        cost,
        (rows, known, marginIfWon, other) => {
          const base = { currency: "CNY", marginIfWon };
          const contacts = rows.map(([row, which]) => hide(row, which));
          const open = effortLedger({ ...base, costToCome: known, contacts });
          const filled = effortLedger({ ...base, costToCome: known ?? other, contacts: rows.map(([row]) => row) });
          if (open.certain) expect(filled.decision).toBe(open.decision);
          expect(filled.certain).toBe(rows.length > 0);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("at a likelihood of 1 it is won, whatever it cost", () => {
    const won = effortLedger(at("99999", { stage: "contract" }));
    expect(won).toMatchObject({ decision: "continue", certain: true, reasons: [{ code: "won" }] });
  });

  test("without value or likelihood there is no decision, unless it has stalled", () => {
    expect(effortLedger(at("1", { marginIfWon: null }))).toMatchObject({
      decision: null,
      certain: false,
      reasons: [{ code: "margin-unknown" }],
    });
    expect(effortLedger(at("1", { marginIfWon: null, stage: "planning" })).reasons.map(({ code }) => code)).toEqual([
      "margin-unknown",
      "likelihood-unknown",
    ]);
    const stalled = effortLedger({ currency: "CNY", contacts: visits(5) });
    expect(stalled).toMatchObject({ decision: "escalate", certain: false });
    expect(stalled.reasons.map(({ code }) => code)).toEqual(["margin-unknown", "stalled"]);
  });

  test("unknown costs can only add: escalating and stopping are certain all the same", () => {
    const open = (cost: string, costToCome: string): [unknown, unknown] => {
      const { contacts: rows } = at(cost);
      const more = { costToCome, contacts: [...rows, { stage: "approval" } as const] };
      const { decision, certain, reasons } = effortLedger(at(cost, more));
      expect(reasons.at(-1)).toEqual({ code: "costs-unknown", contacts: 1 });
      return [decision, certain];
    };
    expect(open("1", "0")).toEqual(["continue", false]);
    expect(open("600", "0")).toEqual(["escalate", true]);
    expect(open("1", "1000")).toEqual(["stop", true]);
  });

  test("what brings nothing is stopped at once, whatever is to come", () => {
    for (const costToCome of [null, "0", "5000"]) {
      expect(effortLedger(at("0", { marginIfWon: 0, costToCome }))).toMatchObject({
        decision: "stop",
        certain: true,
        spendShare: null,
        reasons: [{ code: "brings-nothing", expectedValue: "0" }],
      });
      expect(effortLedger(at("7", { marginIfWon: -5, costToCome }))).toMatchObject({
        decision: "stop",
        certain: true,
        expectedValue: "-0.5",
        reasons: [{ code: "brings-nothing", expectedValue: "-0.5" }],
      });
    }
  });

  test("limits are options", () => {
    const limits = { escalate: "0.1", stop: "0.2", contactsAtStage: 1 };
    expect(effortLedger(at("99"), { limits }).decision).toBe("continue");
    expect(effortLedger(at("100"), { limits }).decision).toBe("escalate");
    expect(effortLedger(at("0", { costToCome: "199" }), { limits }).decision).toBe("escalate");
    expect(effortLedger(at("0", { costToCome: "200" }), { limits }).decision).toBe("stop");
    expect(effortLedger(but({ contacts: visits(2) }), { limits: { contactsAtStage: 1 } }).decision).toBe("escalate");
    expect(effortLedger(at("500"), { limits: { escalate: 1 } }).decision).toBe("continue");
  });
});

describe("D5.3 faulty rows are issues", () => {
  const read = (rows: unknown, more: object = {}): ReturnType<typeof effortLedger> =>
    effortLedger({ currency: "CNY", marginIfWon: 1, contacts: rows as [] }, more);

  test("a repeated id, a row that is none and a later one don't count", () => {
    const rows = [
      { id: "1", cost: 1 },
      { id: "1", cost: 10 },
      7,
      null,
      { id: "2", at: "2026-12-01", cost: 100 },
      { id: "2", cost: 1000 },
    ];
    const ledger = read(rows, { asOf: "2026-11-21" });
    expect(ledger.total).toMatchObject({ contacts: 1, cost: "1" });
    expect(ledger.issues).toEqual([
      { code: "duplicate-id", path: ["contacts", 1, "id"], details: { id: "1" } },
      { code: "wrong-type", path: ["contacts", 2], details: { expected: "object", received: "7" } },
      { code: "required", path: ["contacts", 3], details: {} },
      {
        code: "observed-after-as-of",
        path: ["contacts", 4, "at"],
        details: { observedAt: "2026-12-01", asOf: "2026-11-21" },
      },
      { code: "duplicate-id", path: ["contacts", 5, "id"], details: { id: "2" } },
    ]);
  });

  test("on the day itself it counts, and without asOf every day does", () => {
    expect(read([{ at: "2026-11-21", cost: 1 }], { asOf: "2026-11-21" }).total.contacts).toBe(1);
    expect(read([{ at: "9999-12-31", cost: 1 }]).total.contacts).toBe(1);
  });

  test("another faulty field is unknown; the contact counts", () => {
    const ledger = read([{ id: 5, at: "2026-13-01", stage: "visits", minutes: 1.5, cost: "1,5" }]);
    expect(ledger.total).toEqual({ contacts: 1, minutes: 0, hours: 0, cost: "0", unknownMinutes: 1, unknownCosts: 1 });
    expect(ledger.issues.map(({ code, path }) => [code, path.at(-1)])).toEqual([
      ["wrong-type", "id"],
      ["not-a-date", "at"],
      ["unknown-value", "stage"],
      ["wrong-type", "minutes"],
      ["not-a-decimal", "cost"],
    ]);
    expect(read([{ minutes: -1 }, { minutes: 527_041 }, { cost: -1 }]).issues.map(({ details }) => details)).toEqual([
      { received: "-1", least: 0, most: 527_040 },
      { received: "527041", least: 0, most: 527_040 },
      { received: "-1", least: 0 },
    ]);
  });

  test("no list of contacts is an issue", () => {
    expect(read(undefined).issues).toEqual([{ code: "required", path: ["contacts"], details: {} }]);
    expect(read({}).issues).toEqual([
      { code: "wrong-type", path: ["contacts"], details: { expected: "array", received: "object" } },
    ]);
  });

  test("a cost to come below zero, a stage that there isn't", () => {
    const ledger = effortLedger(but({ costToCome: -1, stage: "x" as "bid" }));
    expect(ledger.issues.map(({ code, path }) => [code, path])).toEqual([
      ["out-of-range", ["costToCome"]],
      ["unknown-value", ["stage"]],
    ]);
    expect(ledger.stage).toBe("deep-contact");
  });
});

test("D5.3 the order of the rows changes nothing; 50,000 contacts take a second or two", () => {
  const rows = Array.from({ length: 50_000 }, (_, index) => ({
    id: String(index),
    at: `2026-0${String((index % 9) + 1)}-01`,
    stage: STAGE_LIKELIHOODS[index % 8]?.stage ?? "visit",
    minutes: index % 90,
    cost: `${String(index % 100)}.25`,
  }));
  const start = performance.now();
  const ledger = effortLedger({ currency: "CNY", marginIfWon: "1", contacts: rows }, { hourlyCost: "7" });
  expect(performance.now() - start).toBeLessThan(5000);
  expect(ledger.total.contacts).toBe(50_000);
  const few = rows.slice(0, 500);
  expect(effortLedger({ currency: "CNY", contacts: few.toReversed() })).toEqual(
    effortLedger({ currency: "CNY", contacts: few }),
  );
});
