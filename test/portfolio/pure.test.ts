import {
  assignLevels,
  classifyAbc,
  classifyCreditSelling,
  classifyVolumeLoyalty,
  clientArchive,
  compareRivals,
  developmentWorth,
  effortLedger,
  enthusiasmGap,
  isKeyAccountError,
  lifetimeValue,
  planPruning,
  portfolioRisk,
  recommendCare,
  recommendDevelopmentStrategy,
  salesByClient,
  selectKeyAccounts,
} from "keyaccount";
import { afterEach, describe, expect, test } from "vitest";

const high = { score: 80, low: 80, high: 80 };
const low = { score: 20, low: 10, high: 90 };
const judged = { score: 80, grade: "A", gradeCertain: true, strengths: [{ indicator: "x" }], reasons: [] };

/** Rows that every classifier can use, one faulty in every field. */
const rows = (): never =>
  [
    {
      id: "a",
      amount: "60",
      volume: "60",
      margin: 1,
      visits: 2,
      credit: high,
      selling: high,
      loyalty: low,
      quadrant: "dangerous",
      grade: "A",
      certain: false,
      salesRank: 1,
      profitRank: 2,
      buys: true,
      evaluation: judged,
      goesOn: true,
      value: 5,
      industry: "pumps",
      area: "east",
    },
    {
      id: "b",
      amount: 20,
      volume: 20,
      credit: low,
      selling: low,
      loyalty: high,
      quadrant: "treasure",
      salesRank: 70,
      value: 1,
    },
    { id: "c", amount: 20, volume: 20, credit: low, selling: high, loyalty: low, quadrant: "rising-star", grade: "C" },
    { id: "d", amount: 0, volume: 0, credit: high, selling: low, loyalty: high, profitRank: 999, buys: false },
    { id: "e" },
    {
      id: " ",
      amount: "x",
      volume: {},
      quadrant: "zzz",
      credit: 5,
      selling: 5,
      loyalty: 5,
      salesRank: 0,
      evaluation: 5,
      value: "x",
    },
  ] as never;

const amounts = { currency: "CNY" };
const calls: Readonly<Record<string, () => unknown>> = {
  salesByClient: () =>
    salesByClient([
      { client: "a", amount: 5 },
      { client: "b", amount: "x" },
    ]),
  classifyAbc: () => classifyAbc(rows()),
  classifyVolumeLoyalty: () => classifyVolumeLoyalty(rows(), { volume: { atLeast: 10 } }),
  classifyCreditSelling: () => classifyCreditSelling(rows()),
  assignLevels: () => assignLevels(rows()),
  selectKeyAccounts: () => selectKeyAccounts(rows()),
  portfolioRisk: () => portfolioRisk(rows()),
  planPruning: () => planPruning(rows(), { rules: { minVolume: 30, grades: ["A"], quadrants: ["treasure"] } }),
  recommendCare: () => recommendCare({ lastTaken: { "ask-opinion": "2026-01-01" } }, { asOf: "2026-02-01" }),
  recommendDevelopmentStrategy: () => recommendDevelopmentStrategy({ makerStrong: true }),
  compareRivals: () =>
    compareRivals({ prices: [{ product: "p", currency: "CNY", wholesale: { value: "1" } }] }, [
      { id: "r" },
      {},
    ] as never),
  clientArchive: () => clientArchive({ v: 1, finance: { capital: { value: 5 } } } as never, { asOf: "2026-01-01" }),
  lifetimeValue: () => lifetimeValue({ ...amounts, margin: 100, retention: "0.8", discountRate: "0.1" }),
  developmentWorth: () => developmentWorth({ ...amounts, sales: 100 }),
  effortLedger: () => effortLedger({ ...amounts, contacts: [{ id: "1", at: "2026-01-01", stage: "zzz" }] } as never),
  enthusiasmGap: () =>
    enthusiasmGap({ touches: [{ at: "2026-01-01", by: "zzz" }], needs: [{ at: "2026-01-02", kind: "zzz" }] } as never, {
      asOf: "2026-02-01",
    }),
};

/** Writes into every array and object below a result. */
function spoil(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const one of Object.values(value)) spoil(one);
  if (Array.isArray(value)) value.push("spoilt");
  else for (const key of Object.keys(value)) (value as Record<string, unknown>)[key] = "spoilt";
}

describe("laws of every function over clients: pure", () => {
  test.each(Object.entries(calls))("%s: what a host does to a result changes no later one", (_, call) => {
    const first = call();
    const before = JSON.stringify(first);
    spoil(first);
    expect(JSON.stringify(call())).toBe(before);
  });

  test.each([
    ["cuts", () => classifyAbc([], { edge: "zzz" as never })],
    ["care", () => recommendCare({}, { asOf: "2026-01-01", days: { zzz: 1 } as never })],
    ["marks", () => portfolioRisk([], { marks: { zzz: {} } as never })],
    ["rules", () => planPruning([], { rules: { zzz: 1, quadrants: ["zzz"] } as never })],
    ["volume", () => classifyVolumeLoyalty([], { volume: { zzz: 1 } as never })],
    ["ages", () => clientArchive(null, { asOf: "2026-01-01", ages: { zzz: 1 } as never })],
    ["timing", () => lifetimeValue(amounts, { timing: "zzz" as never })],
  ])("%s: nor what it does to the details of an error", (_, call) => {
    const first = issuesOf(call);
    const before = JSON.stringify(first);
    spoil(first);
    expect(JSON.stringify(issuesOf(call))).toBe(before);
  });

  test("what is read is plain: no −0, no infinite weight", () => {
    const zero = { score: -0, low: -0, high: -0 };
    const { clients } = classifyVolumeLoyalty([{ id: "a", volume: 1, loyalty: zero }]);
    expect(Object.values(clients[0]?.loyalty ?? {}).map((one) => Object.is(one, 0))).toEqual([true, true, true]);
    const chosen = selectKeyAccounts([{ id: "a", evaluation: { ...judged, score: -0 } as never }]).clients[0];
    expect(Object.is(chosen?.score, 0)).toBe(true);
    const scorecard = { indicators: { capital: { weight: "1e400" } } };
    expect(issuesOf(() => clientArchive(null, { asOf: "2026-01-01", scorecard }))).toMatchObject([
      { code: "out-of-range", path: ["scorecard", "indicators", "capital", "weight"] },
    ]);
    expect(
      clientArchive(null, { asOf: "2026-01-01", scorecard: { indicators: { capital: { weight: "1e15" } } } }).ask[0]
        ?.weight,
    ).toBe(1e15);
  });
});

function issuesOf(call: () => unknown): readonly unknown[] {
  try {
    call();
  } catch (error) {
    if (isKeyAccountError(error)) return error.issues;
    throw error;
  }
  return [];
}

const revoked = (target: object): object => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};
const throwing = (keys: readonly string[]): object =>
  Object.defineProperties(
    {},
    Object.fromEntries(
      keys.map((key) => [
        key,
        {
          enumerable: true,
          get: () => {
            throw new Error("no");
          },
        },
      ]),
    ),
  );
const KEYS = [
  "counting",
  "volume",
  "credit",
  "by",
  "select",
  "top",
  "rules",
  "asOf",
  "cuts",
  "makerStrong",
  "id",
  "lastTaken",
];
const cyclic: Record<string, unknown> = {};
Object.assign(cyclic, { cuts: cyclic, volume: cyclic, rules: cyclic, marks: cyclic, days: cyclic, self: cyclic });
const hostile: Readonly<Record<string, unknown>> = {
  null: null,
  five: 5,
  text: "x",
  list: [],
  revoked: revoked({}),
  "revoked list": revoked([]),
  throwing: throwing(KEYS),
  cyclic,
  function: () => 5,
  symbol: Symbol("s"),
  bigint: 5n,
  map: new Map([["ties", "x"]]),
  "no iterator": { [Symbol.iterator]: 5 },
  "iterator of five": { [Symbol.iterator]: () => 5 },
  "steps of five": { [Symbol.iterator]: () => ({ next: () => 5 }) },
  "breaks off": {
    *[Symbol.iterator]() {
      yield { id: "a" };
      throw new Error("no");
    },
  },
  "list of hostile": [revoked({}), throwing(KEYS), revoked([]), Symbol("s"), 5n, [], ...Array.from({ length: 1 })],
  "hostile inside": Object.fromEntries(KEYS.map((key) => [key, revoked([])])),
  "hostile list inside": Object.fromEntries(KEYS.map((key) => [key, [revoked({})]])),
};
const any = (value: unknown): never => value as never;
const inner = { rules: { minVolume: 1 } };
const takers: Readonly<Record<string, (value: unknown) => unknown>> = {
  "classifyAbc options": (value) => classifyAbc(rows(), any(value)),
  "classifyVolumeLoyalty options": (value) => classifyVolumeLoyalty(rows(), any(value)),
  "classifyVolumeLoyalty volume": (value) => classifyVolumeLoyalty(rows(), { volume: any(value) }),
  "classifyVolumeLoyalty atLeast": (value) => classifyVolumeLoyalty(rows(), { volume: { atLeast: any(value) } }),
  "classifyCreditSelling options": (value) => classifyCreditSelling(rows(), any(value)),
  "assignLevels options": (value) => assignLevels(rows(), any(value)),
  "assignLevels cuts": (value) => assignLevels(rows(), { cuts: any(value) }),
  "selectKeyAccounts options": (value) => selectKeyAccounts(rows(), any(value)),
  "selectKeyAccounts select": (value) => selectKeyAccounts(rows(), { select: any(value) }),
  "selectKeyAccounts tiers": (value) => selectKeyAccounts(rows(), { tiers: any(value) }),
  "portfolioRisk options": (value) => portfolioRisk(rows(), any(value)),
  "portfolioRisk marks": (value) => portfolioRisk(rows(), { marks: any(value) }),
  "planPruning options": (value) => planPruning(rows(), any(value)),
  "planPruning risk": (value) => planPruning(rows(), { ...inner, risk: any(value) }),
  "planPruning minVolume": (value) => planPruning(rows(), { rules: { minVolume: any(value) } }),
  "planPruning quadrants": (value) => planPruning(rows(), { rules: { quadrants: any(value) } }),
  "recommendCare facts": (value) => recommendCare(any(value), { asOf: "2026-01-01" }),
  "recommendCare options": (value) => recommendCare({}, any(value)),
  "recommendDevelopmentStrategy facts": (value) => recommendDevelopmentStrategy(any(value)),
  "compareRivals ours": (value) => compareRivals(any(value), []),
  "compareRivals rivals": (value) => compareRivals({}, any(value)),
  "clientArchive archive": (value) => clientArchive(any(value), { asOf: "2026-01-01" }),
  "clientArchive options": (value) => clientArchive(null, any(value)),
  "classifyAbc rows": (value) => classifyAbc(any(value)),
  "classifyVolumeLoyalty rows": (value) => classifyVolumeLoyalty(any(value)),
  "classifyCreditSelling rows": (value) => classifyCreditSelling(any(value)),
  "assignLevels rows": (value) => assignLevels(any(value)),
  "selectKeyAccounts rows": (value) => selectKeyAccounts(any(value)),
  "portfolioRisk rows": (value) => portfolioRisk(any(value)),
  "planPruning rows": (value) => planPruning(any(value), inner),
  "salesByClient options": (value) => salesByClient([], any(value)),
  "salesByClient from": (value) => salesByClient([], { from: any(value) }),
  "salesByClient currency": (value) => salesByClient([], { currency: any(value) }),
  "salesByClient lines": (value) => salesByClient(any(value)),
  "selectKeyAccounts evaluation": (value) => selectKeyAccounts([{ id: "a", evaluation: any(value) }]),
  "selectKeyAccounts strengths": (value) =>
    selectKeyAccounts([{ id: "a", evaluation: any({ ...judged, strengths: [value] }) }]),
  "selectKeyAccounts reasons": (value) =>
    selectKeyAccounts([{ id: "a", evaluation: any({ ...judged, reasons: value }) }]),
  "classifyCreditSelling credit": (value) => classifyCreditSelling([{ id: "a", credit: any(value), selling: high }]),
};

describe("laws of every function over clients: hostile input ends in a typed error or an issue", () => {
  test.each(Object.entries(takers))("%s", (_, take) => {
    for (const [name, value] of Object.entries(hostile)) {
      try {
        const result = take(value);
        expect(JSON.parse(JSON.stringify(result)), name).toEqual(result);
      } catch (error) {
        if (!isKeyAccountError(error)) throw new Error(`untyped, of ${name}`, { cause: error });
      }
    }
  });

  test("an iterable that breaks off is a programming error; an error of this package stays as it is", () => {
    expect(() => classifyAbc(any(hostile["breaks off"]))).toThrow("unreadable at clients.1");
    expect(() => compareRivals({}, any(hostile["breaks off"]))).toThrow("unreadable at rivals.1");
    expect(() => classifyAbc(any(hostile["no iterator"]))).toThrow("wrong-type at clients");
    expect(() => classifyAbc(any(hostile["revoked"]))).toThrow("unreadable at clients");
    const lazy = {
      *[Symbol.iterator](): Generator<{ id: string }> {
        yield { id: "a" };
        classifyAbc([], { edge: any("zzz") });
      },
    };
    expect(() => classifyAbc(lazy)).toThrow("unknown-value at edge");
  });

  test("a proxy that was revoked isn't looked at for its print", () => {
    const proxy = revoked([]);
    expect(recommendDevelopmentStrategy({ makerStrong: any(proxy) }).issues).toMatchObject([
      { code: "unreadable", path: ["makerStrong"] },
    ]);
    expect(() => classifyAbc([], { edge: any(proxy) })).toThrow('received "object"');
  });
});

describe("laws of every function over clients: a polluted prototype fills no field", () => {
  const polluted = {
    value: "7",
    notApplicable: true,
    canWin: { value: true },
    display: { value: "x" },
    margin: "7",
    periods: 3,
    low: 90,
    at: "2026-01-05",
    by: "client",
    kind: "complaint",
    answeredAt: "2026-01-06",
    unanswered: true,
    minutes: 600,
    cost: "77",
    stage: "bid",
    likelihood: "0.9",
    request: 0,
    stop: "0.0001",
    makerStrong: true,
    "ask-opinion": "2026-01-01",
    verified: true,
    observedAt: "2020-01-01",
    maxAgeDays: 1,
    ageing: 100,
    amount: "5",
    volume: "5",
    ties: "apart",
    edge: "excluded",
    score: 90,
    high: 90,
    salesRank: 1,
    buys: true,
  };
  const clear = (): void => {
    for (const key of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, key);
  };
  afterEach(clear);

  test("of rows, options and evaluations", () => {
    const list = [{ id: "a", amount: 60 }, { id: "b", amount: 20 }, { id: "c", amount: 20 }, { id: "d" }];
    const judge = (): unknown => [
      salesByClient([{ client: "a", volume: 1 } as never]),
      classifyAbc(list),
      classifyAbc(list, {}),
      classifyVolumeLoyalty([{ id: "a", amount: 5, loyalty: any({}) }]),
      assignLevels([{ id: "a" }]),
      clientArchive({ v: 1, standing: { legalForm: {} } } as never, { asOf: "2026-01-01" }),
      clientArchive({ v: 1 }, { asOf: "2026-01-01", scorecard: { indicators: { capital: { weight: 1 } } } }),
      clientArchive({ v: 1, finance: { capital: { value: "5", observedAt: "2025-10-02" } } } as never, {
        asOf: "2026-01-01",
        ages: {},
      }),
      lifetimeValue({ currency: "CNY", retention: "0.5", discountRate: "0.1" }),
      developmentWorth({ ...amounts, sales: {}, probability: { high: "0.5" } }),
      effortLedger({ ...amounts, contacts: [{}, { id: "1" }] }, { stages: [{ stage: "x" }], limits: {} }),
      enthusiasmGap({ touches: [{}, { at: "2026-01-02" }], needs: [{ at: "2026-01-03" }] } as never, {
        asOf: "2026-02-01",
        answerDays: {},
      }),
      enthusiasmGap({ touches: [], needs: [{ at: "2026-01-03", kind: "request" }] }, { asOf: "2026-02-01" }),
      compareRivals({ prices: [{ product: "p", currency: "CNY", wholesale: {} }] } as never, [
        { id: "r", prices: [{ product: "p", currency: "CNY" }], clients: [{ clientId: "c", canShare: {} }] } as never,
      ]),
      recommendDevelopmentStrategy({}),
      recommendCare({}, { asOf: "2026-02-01" }),
      recommendCare({ lastTaken: {} }, { asOf: "2026-02-01", days: {} }),
      selectKeyAccounts([{ id: "a", evaluation: any({ grade: "A", strengths: [], reasons: [] }) }]),
    ];
    const clean = JSON.stringify(judge());
    for (const [key, value] of Object.entries(polluted)) {
      Reflect.defineProperty(Object.prototype, key, { value, configurable: true, writable: true, enumerable: false });
    }
    const again = JSON.stringify(judge());
    clear();
    expect(again).toBe(clean);
  });

  test("names such as __proto__ are keys like others, and own ones", () => {
    const industries = selectKeyAccounts(
      [
        { id: "a", value: 1, industry: "__proto__" },
        { id: "b", value: 1, industry: "constructor" },
      ],
      { tiers: [1] },
    ).pyramid[0]?.industries;
    expect(JSON.stringify(industries)).toBe('{"__proto__":1,"constructor":1}');
    expect(Object.hasOwn(industries ?? {}, "__proto__")).toBe(true);
  });
});
