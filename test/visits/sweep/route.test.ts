import { MOST_SWEEP_CLIENTS, planSweepRoute, type SweepClient, type SweepOptions } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";
import { seededRandom } from "../../support/random.js";
import { inShort, thrownBy } from "../faults.js";
import { HOSTILE } from "../hostile.js";

const START = deepFreeze({ latitude: 0, longitude: 0 });
const at = (id: string, latitude: number | string, longitude: number | string): SweepClient => ({
  id,
  latitude,
  longitude,
});
const plan = (clients: readonly SweepClient[], perDay: number, more: Partial<SweepOptions> = {}) =>
  planSweepRoute(deepFreeze(clients), deepFreeze({ start: START, perDay, ...more }));
const visited = (route: ReturnType<typeof planSweepRoute>): string[] => route.days.flatMap(({ clients }) => clients);

describe("A4.1 planSweepRoute", () => {
  test("by hand: two clients each side of the start, a degree apart, in two days", () => {
    const clients = [at("w2", 0, -2), at("e1", 0, 1), at("w1", 0, -1), at("e2", 0, 2)];
    const route = plan(clients, 2);
    expect(route.days).toEqual([
      { day: 1, clients: ["e1", "e2"], legs: [111_195, 111_195, 222_390], length: 444_780 },
      { day: 2, clients: ["w1", "w2"], legs: [111_195, 111_195, 222_390], length: 444_780 },
    ]);
    expect(route).toMatchObject({ v: 1, length: 889_560, unrouted: [], issues: [] });
    // Radial: 2 × (111,195 + 222,390) × 2 ÷ 2 − slack of 9. Trees: 444,780 and the two shortest legs, before weights.
    expect(route.lowerBound).toBeGreaterThanOrEqual(667_161);
    expect(route.lowerBound).toBeLessThanOrEqual(889_560);
  });

  test("one client, none, one a day", () => {
    expect(plan([at("a", 0, 1)], 8)).toMatchObject({
      days: [{ day: 1, clients: ["a"], legs: [111_195, 111_195], length: 222_390 }],
      length: 222_390,
      startLength: 222_390,
      lowerBound: 222_390,
      bound: "spanning-tree",
      gap: 0,
    });
    expect(plan([], 8)).toEqual({
      v: 1,
      days: [],
      length: 0,
      startLength: 0,
      lowerBound: 0,
      bound: "spanning-tree",
      gap: null,
      unrouted: [],
      issues: [],
    });
    const single = plan([at("a", 0, 1), at("b", 1, 0), at("c", 0, -1)], 1);
    expect(single.days.map(({ clients }) => clients.length)).toEqual([1, 1, 1]);
    expect(single.gap).toBe(0);
  });

  test("as few days as it takes, within one of each other", () => {
    const clients = Array.from({ length: 10 }, (_, index) => at(`c${String(index)}`, index % 3, index));
    const sizes = (perDay: number): number[] =>
      plan(clients, perDay)
        .days.map((day) => day.clients.length)
        .sort((a, b) => a - b);
    expect(sizes(4)).toEqual([3, 3, 4]);
    expect(sizes(3)).toEqual([2, 2, 3, 3]);
    expect(sizes(10)).toEqual([10]);
    expect(sizes(11)).toEqual([10]);
    expect(plan(clients, 4).days.map(({ day }) => day)).toEqual([1, 2, 3]);
  });

  test("all in one place: no way at all between them, and still everybody once", () => {
    const same = Array.from({ length: 7 }, (_, index) => at(`c${String(index)}`, "31.3", "120.6"));
    const route = planSweepRoute(same, { start: { latitude: "31.3", longitude: "120.6" }, perDay: 3 });
    expect(visited(route).sort()).toEqual(same.map(({ id }) => id));
    expect([route.length, route.lowerBound, route.gap]).toEqual([0, 0, null]);
  });

  test("poles, the date line and antipodes", () => {
    const clients = [
      at("n", 90, 5),
      at("n2", 90, -170),
      at("s", -90, 0),
      at("d1", 0, 180),
      at("d2", 0, -180),
      at("d3", 0, "179.99"),
    ];
    const route = plan(clients, 6);
    expect(visited(route).sort()).toEqual(clients.map(({ id }) => id).sort());
    const order = visited(route);
    expect(Math.abs(order.indexOf("n") - order.indexOf("n2"))).toBe(1);
    expect(Math.abs(order.indexOf("d1") - order.indexOf("d2"))).toBe(1);
    expect(route.length).toBe(40_031_340);
  });

  test("clients without a place are unrouted with their reason, and an issue says so", () => {
    const clients = [
      { id: "z" },
      at("b", 0, 1),
      { id: "y", latitude: "12,5", longitude: 5 },
      { id: "x", latitude: 91, longitude: null },
      { id: "a", latitude: 5, longitude: undefined },
    ] as SweepClient[];
    const route = plan(clients, 4);
    expect(visited(route)).toEqual(["b"]);
    expect(route.unrouted).toEqual([
      { id: "a", reason: "no-coordinates" },
      { id: "x", reason: "faulty-coordinates" },
      { id: "y", reason: "faulty-coordinates" },
      { id: "z", reason: "no-coordinates" },
    ]);
    expect(inShort(route.issues)).toEqual([
      "required at 0.latitude",
      "required at 0.longitude",
      "not-a-decimal at 2.latitude",
      "out-of-range at 3.latitude",
      "required at 3.longitude",
      "required at 4.longitude",
    ]);
  });

  test("rows without a readable id, and second ones, are issues", () => {
    const clients = [5, [], {}, { id: " " }, { id: 7 }, at("a", 0, 1), at("a", 0, 2)] as SweepClient[];
    const route = plan(clients, 4);
    expect(visited(route)).toEqual(["a"]);
    expect(route.length).toBe(222_390);
    expect(inShort(route.issues)).toEqual([
      "wrong-type at 0",
      "wrong-type at 1",
      "required at 2.id",
      "required at 3.id",
      "wrong-type at 4.id",
      "duplicate-id at 6.id",
    ]);
  });
});

describe("A4.1 the host's own distance", () => {
  const line: Record<string, number> = { a: 1, b: 2.5, c: 4 };
  const position = (id: string | null): number => (id === null ? 0 : (line[id] ?? 0));
  const distance: NonNullable<SweepOptions["distance"]> = (from, to) => Math.abs(position(from.id) - position(to.id));

  test("replaces great circles; clients need no coordinates, and say so only where theirs are faulty", () => {
    const clients = [{ id: "c" }, { id: "a", latitude: "x" }, { id: "b" }];
    const route = planSweepRoute(clients, { start: {}, perDay: 3, distance });
    expect(route.days).toEqual([{ day: 1, clients: ["a", "b", "c"], legs: [1, 1.5, 1.5, 4], length: 8 }]);
    expect([route.length, route.lowerBound, route.unrouted]).toEqual([8, expect.any(Number), []]);
    expect(route.lowerBound).toBeLessThanOrEqual(8);
    expect(inShort(route.issues)).toEqual(["not-a-decimal at 1.latitude"]);
  });

  test("is asked once for a pair, the lesser id first and the start last, and gets copies", () => {
    const asked: string[] = [];
    const nosy: typeof distance = (from, to) => {
      asked.push(`${String(from.id)} ${String(to.id)} ${String(to.latitude)}`);
      Object.assign(from, { id: "changed" });
      return 1;
    };
    const clients = [at("b", 1, 2), at("a", 3, 4)];
    expect(visited(planSweepRoute(clients, { start: START, perDay: 3, distance: nosy })).sort()).toEqual(["a", "b"]);
    expect(asked).toEqual(["a b 1", "a null 0", "b null 0"]);
  });

  test("reads three decimals, and sums them exactly", () => {
    const tenths: typeof distance = () => 0.1;
    const route = planSweepRoute([{ id: "a" }, { id: "b" }], { start: {}, perDay: 2, distance: tenths });
    expect(route.length).toBe(0.3);
    expect(planSweepRoute([{ id: "a" }], { start: {}, perDay: 2, distance: () => 0.0004 }).length).toBe(0);
  });

  test.each([
    ["a negative", (): number => -1, "out-of-range at distance.a.start"],
    ["NaN", (): number => Number.NaN, "out-of-range at distance.a.start"],
    ["too much", (): number => 1e9 + 1, "out-of-range at distance.a.start"],
    ["a text", (): never => "5" as never, "out-of-range at distance.a.start"],
    ["a symbol", (): never => Symbol("s") as never, "out-of-range at distance.a.start"],
    ["an odd object", (): never => Object.create(null) as never, "out-of-range at distance.a.start"],
    [
      "a failure",
      (): never => {
        throw new RangeError("no");
      },
      "unreadable at distance.a.start",
    ],
  ] as const)("%s is refused, with the pair", (_, faulty, expected) => {
    expect(thrownBy(() => planSweepRoute([{ id: "a" }], { start: {}, perDay: 2, distance: faulty }))).toEqual([
      expected,
    ]);
  });
});

test("what the host's distance throws is the error's cause", () => {
  const cause = new RangeError("no road");
  const fails = (): never => {
    throw cause;
  };
  expect(() => planSweepRoute([{ id: "a" }], { start: {}, perDay: 2, distance: fails })).toThrow(
    expect.objectContaining({ code: "unreadable", cause }) as Error,
  );
});

test("a distance of -0 is 0", () => {
  const { days, length } = planSweepRoute([{ id: "a" }, { id: "b" }], { start: {}, perDay: 5, distance: () => -0 });
  expect([days[0]?.legs, days[0]?.length, length]).toStrictEqual([[0, 0, 0], 0, 0]);
});

test("a distance that is no function is told as one that should be", () => {
  try {
    planSweepRoute([], { start: {}, perDay: 1, distance: 5 as never });
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ code: "wrong-type", details: { expected: "function", received: "5" } });
  }
});

describe("options", () => {
  test("faults throw, all at once", () => {
    expect(
      thrownBy(() => planSweepRoute([], { start: { latitude: 99 }, perDay: 0, distance: 5, more: 1 } as never)),
    ).toEqual([
      "unknown-key at more",
      "wrong-type at distance",
      "out-of-range at start.latitude",
      "out-of-range at perDay",
    ]);
    expect(thrownBy(() => planSweepRoute([], { start: {}, perDay: 1.5 }))).toEqual([
      "required at start.latitude",
      "required at start.longitude",
      "out-of-range at perDay",
    ]);
    expect(thrownBy(() => planSweepRoute(5 as never, { start: START, perDay: 1 }))).toEqual(["wrong-type at clients"]);
  });

  test("more clients than a route can have are refused before any work", () => {
    const many = Array.from({ length: MOST_SWEEP_CLIENTS + 1 }, (_, index) => at(`c${String(index)}`, 1, 1));
    expect(thrownBy(() => plan(many, 8))).toEqual(["too-many at clients"]);
  });

  test.each(HOSTILE)("hostile: %s ends in issues or our error", (_, make) => {
    expect(thrownBy(() => planSweepRoute([], make() as never))).not.toEqual([]);
    expect(thrownBy(() => planSweepRoute([], { start: make(), perDay: 1 } as never))).not.toEqual([]);
    expect(planSweepRoute([make() as SweepClient], { start: START, perDay: 1 }).issues.length).toBeGreaterThan(0);
  });
});

test("A4.1 two thousand clients: everybody once, much shorter than the start, within a tenth of the bound for a round trip", () => {
  const random = seededRandom(7);
  const clients = Array.from({ length: 2000 }, (_, index) =>
    at(`c${String(index)}`, 31 + random.next() * 0.3, 120 + random.next() * 0.3),
  );
  const start = { latitude: "31.15", longitude: "120.15" };
  const began = process.cpuUsage().user;
  const tour = planSweepRoute(clients, { start, perDay: 2000 });
  const seconds = (process.cpuUsage().user - began) / 1e6;
  expect(new Set(visited(tour)).size).toBe(2000);
  expect(tour.length).toBeLessThan(tour.startLength * 0.88);
  expect(tour.gap).toBeLessThan(0.1);
  expect(tour.bound).toBe("spanning-tree");
  expect(seconds).toBeLessThan(30);
});

describe("A4.1 two thousand clients in many days: shorter than cuts of one round trip, and near what no plan can beat", () => {
  const centre = { latitude: "31.15", longitude: "120.15" };
  const spread = (seed: number): SweepClient[] => {
    const random = seededRandom(seed);
    return Array.from({ length: 2000 }, (_, index) =>
      at(`c${String(index)}`, 31 + random.next() * 0.3, 120 + random.next() * 0.3),
    );
  };
  const towns = (seed: number): SweepClient[] => {
    const random = seededRandom(seed);
    const markets = Array.from({ length: 12 }, () => [31 + random.next() * 0.3, 120 + random.next() * 0.3] as const);
    return Array.from({ length: 2000 }, (_, index) => {
      const [latitude, longitude] = markets[index % 12] as readonly [number, number];
      return at(`c${String(index)}`, latitude + random.next() * 0.02, longitude + random.next() * 0.02);
    });
  };

  test.each([
    ["all over an area, fifty days of 40", spread(7), 40, 0.33],
    ["in twelve towns, fifty days of 40", towns(7), 40, 0.24],
  ] as const)("%s", (_, clients, perDay, most) => {
    const began = process.cpuUsage().user;
    const route = planSweepRoute(clients, { start: centre, perDay });
    expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(10);
    expect(new Set(visited(route)).size).toBe(2000);
    expect(route.bound).toBe("radial");
    expect([route.gap, (route.gap ?? 1) < most]).toEqual([route.gap, true]);
  });
});
