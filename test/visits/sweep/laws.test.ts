import fc from "fast-check";
import { greatCircleMetres, planSweepRoute, type SweepClient } from "keyaccount";
import { describe, expect, test } from "vitest";
import { daySizes } from "../../../src/visits/sweep/tour/split.js";
import { moveWay, placesOf, reverseWay, type Tour, tourOf } from "../../../src/visits/sweep/tour/tour.js";
import { deepFreeze } from "../../support/deep-freeze.js";
import { shortestPlan } from "./brute.js";

/** A small grid, so that places coincide and distances tie. */
const coordinate = fc.integer({ min: 0, max: 6 }).map((step) => (30 + step / 10).toFixed(1));
const clientsOf = (maxLength: number): fc.Arbitrary<SweepClient[]> =>
  fc
    .array(fc.record({ latitude: coordinate, longitude: coordinate }), { maxLength })
    .map((places) => places.map((place, index) => ({ id: `c${String(index)}`, ...place })));
const START = { latitude: "30.3", longitude: "30.3" };
const perDay = fc.integer({ min: 1, max: 9 });

describe("A4.1 laws of sweep routes", () => {
  test("every client exactly once, days within one of each other, as few as it takes; legs sum to lengths", () => {
    fc.assert(
      fc.property(clientsOf(40), perDay, (clients, most) => {
        const route = planSweepRoute(deepFreeze(clients), { start: START, perDay: most });
        const ids = route.days.flatMap((day) => day.clients);
        expect([...ids].sort()).toEqual(clients.map(({ id }) => id).sort());
        const sizes = route.days.map((day) => day.clients.length);
        expect(route.days).toHaveLength(Math.ceil(clients.length / most));
        expect(Math.max(0, ...sizes) - Math.min(Infinity, ...sizes)).toBeLessThanOrEqual(1);
        const places = new Map(clients.map((client) => [client.id, client]));
        for (const { clients: stops, legs, length } of route.days) {
          const way = [START, ...stops.map((id) => places.get(id) as typeof START), START];
          expect(legs).toEqual(way.slice(1).map((stop, index) => greatCircleMetres(way[index] as typeof START, stop)));
          expect(legs.reduce((sum, leg) => sum + leg, 0)).toBe(length);
        }
        expect(route.days.reduce((sum, { length }) => sum + length, 0)).toBe(route.length);
        expect(JSON.parse(JSON.stringify(route))).toEqual(route);
      }),
    );
  });

  test("never longer than its start, never shorter than its bound", () => {
    fc.assert(
      fc.property(clientsOf(40), perDay, (clients, most) => {
        const { length, startLength, lowerBound, gap } = planSweepRoute(clients, { start: START, perDay: most });
        expect(length).toBeLessThanOrEqual(startLength);
        expect(lowerBound).toBeLessThanOrEqual(length);
        if (gap !== null) expect(Math.abs(gap - (length - lowerBound) / lowerBound)).toBeLessThanOrEqual(0.000_051);
        expect(gap === null).toBe(lowerBound === 0);
      }),
    );
  });

  test("no plan with as many days of 1 to perDay clients is shorter than the bound: days of three and one may be, which a bound on balanced days would miss", () => {
    const place = (id: string, latitude: string, longitude: string) => ({ id, latitude, longitude });
    const clients = [
      place("c0", "31.41", "124.00"),
      place("c1", "30.13", "120.10"),
      place("c2", "30.44", "124.00"),
      place("c3", "30.72", "124.00"),
    ];
    const start = { latitude: "31", longitude: "120" };
    const { lowerBound } = planSweepRoute(clients, { start, perDay: 3 });
    expect(shortestPlan(clients, start, 3)).toBe(1_072_793);
    expect(lowerBound).toBeLessThanOrEqual(1_072_793);
    expect(lowerBound).toBeGreaterThan(900_000);
  });

  const far = fc.record({
    latitude: fc.integer({ min: 2800, max: 3300 }).map((step) => (step / 100).toFixed(2)),
    longitude: fc.constantFrom("120.10", "122.00", "124.00", "124.05", "126.00"),
  });
  test("law: nor is any where clients lie far out and far apart", () => {
    fc.assert(
      fc.property(fc.array(far, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 6 }), (places, most) => {
        const clients = places.map((one, index) => ({ id: `c${String(index)}`, ...one }));
        const start = { latitude: "31", longitude: "120" };
        const { lowerBound } = planSweepRoute(clients, { start, perDay: most });
        expect(lowerBound).toBeLessThanOrEqual(shortestPlan(clients, start, most));
      }),
      { numRuns: 100 },
    );
  });

  const distances = fc.array(fc.constantFrom(0, 1, 2, 3, 5, 50, 1e9), { minLength: 21, maxLength: 21 });
  test("law: nor is any by a host's distances, triangles or not, however long", () => {
    fc.assert(
      fc.property(distances, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), (table, count, most) => {
        const clients = Array.from({ length: count }, (_, index) => ({ id: `c${String(index)}` }));
        const placeOf = (id: string | null): number => (id === null ? 6 : Number(id.slice(1)));
        const way = (a: { readonly id?: string | null }, b: { readonly id?: string | null }): number => {
          const [low, high] = [placeOf(a.id ?? null), placeOf(b.id ?? null)].sort((x, y) => x - y) as [number, number];
          return low === high ? 0 : (table[(high * (high - 1)) / 2 + low] as number);
        };
        const { lowerBound } = planSweepRoute(clients, { start: {}, perDay: most, distance: way });
        const best = shortestPlan<{ readonly id?: string | null }, { readonly id?: string | null }>(
          clients,
          {},
          most,
          way,
        );
        expect(lowerBound).toBeLessThanOrEqual(best);
      }),
      { numRuns: 100 },
    );
  });

  test("the order of the clients changes nothing", () => {
    fc.assert(
      fc.property(
        clientsOf(25),
        perDay,
        fc.array(fc.nat(), { minLength: 25, maxLength: 25 }),
        (clients, most, keys) => {
          const shuffled = clients.map((one, index) => [keys[index] ?? 0, one] as const).sort(([a], [b]) => a - b);
          const options = { start: START, perDay: most };
          expect(
            planSweepRoute(
              shuffled.map(([, one]) => one),
              options,
            ),
          ).toEqual(planSweepRoute(clients, options));
        },
      ),
    );
  });

  test("against every plan there is, up to six clients: the bound holds, and the route is near the best", () => {
    let [found, runs] = [0, 0];
    fc.assert(
      fc.property(clientsOf(6), fc.integer({ min: 1, max: 6 }), (clients, most) => {
        const best = shortestPlan(clients, START, most);
        const { length, lowerBound } = planSweepRoute(clients, { start: START, perDay: most });
        expect(lowerBound).toBeLessThanOrEqual(best);
        expect(length).toBeGreaterThanOrEqual(best);
        expect(length).toBeLessThanOrEqual(best * 1.5);
        runs += 1;
        if (length === best) found += 1;
      }),
      { numRuns: 60 },
    );
    expect(found / runs).toBeGreaterThan(0.6);
  });

  test("a host's distance that knows no triangle: bound ≤ best plan ≤ route all the same", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 15, maxLength: 15 }),
        fc.integer({ min: 1, max: 5 }),
        (table, most) => {
          const clients = ["a", "b", "c", "d", "e"].map((id) => ({ id }));
          const place = (id: string | null): number => (id === null ? 5 : id.charCodeAt(0) - 97);
          const distance = (a: { readonly id: string | null }, b: { readonly id: string | null }): number => {
            const [low, high] = [place(a.id), place(b.id)].sort((x, y) => x - y) as [number, number];
            return table[low * 5 - (low * (low - 1)) / 2 + high - low - 1] ?? 0;
          };
          const { length, lowerBound, startLength } = planSweepRoute(clients, { start: {}, perDay: most, distance });
          const best = shortestPlan(clients, { id: null }, most, (a, b) => distance(a, b));
          expect(lowerBound).toBeLessThanOrEqual(best);
          expect(best).toBeLessThanOrEqual(length);
          expect(length).toBeLessThanOrEqual(startLength);
        },
      ),
    );
  });
});

describe("the moves of a round trip", () => {
  const tour = (length: number): Tour =>
    tourOf(
      Int32Array.from({ length }, (_, index) => index),
      { size: 0, units: new Float64Array(), scale: 1 },
    );
  const turned = (ring: readonly number[]): number[] => {
    const [forth, back] = [ring, [...ring].reverse()].map((one) => [
      ...one.slice(one.indexOf(0)),
      ...one.slice(0, one.indexOf(0)),
    ]) as [number[], number[]];
    return (forth[1] ?? 0) <= (back[1] ?? 0) ? forth : back;
  };
  const span = fc
    .integer({ min: 4, max: 12 })
    .chain((length) =>
      fc.tuple(fc.constant(length), fc.nat(length - 1), fc.nat(length - 1), fc.nat(length - 1), fc.boolean()),
    );

  test("law: turning a way around gives the same ring as turning a list around", () => {
    fc.assert(
      fc.property(span, ([length, from, steps]) => {
        const ring = tour(length);
        reverseWay(ring, from, (from + steps) % length);
        const list = Array.from({ length }, (_, index) => (from + index) % length);
        const oracle = [...list.slice(0, steps + 1).reverse(), ...list.slice(steps + 1)];
        expect(turned([...placesOf(ring)])).toEqual(turned(oracle));
        expect([...ring.order].map((city) => ring.at[city])).toEqual([...Array(length).keys()]);
      }),
    );
  });

  test("law: moving a way gives the same ring as cutting it out of a list and putting it in", () => {
    fc.assert(
      fc.property(span, ([length, from, steps, behindStep, isTurned]) => {
        const count = (steps % (length - 1)) + 1;
        const behind = (from + count + (behindStep % (length - count))) % length;
        const ring = tour(length);
        moveWay(ring, from, (from + count - 1) % length, behind, isTurned);
        const list = Array.from({ length }, (_, index) => (from + index) % length);
        const [way, rest] = [list.slice(0, count), list.slice(count)];
        const place = rest.indexOf(behind) + 1;
        const oracle = [...rest.slice(0, place), ...(isTurned ? way.reverse() : way), ...rest.slice(place)];
        expect(turned([...placesOf(ring)])).toEqual(turned(oracle));
        expect([...ring.order].map((city) => ring.at[city])).toEqual([...Array(length).keys()]);
      }),
    );
  });

  test("law: sizes of days sum up and differ by one at most", () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.integer({ min: 1, max: 100 }), (clients, most) => {
        const { large, small, size } = daySizes(clients, most);
        expect(large * (size + 1) + small * size).toBe(clients);
        expect(large + small).toBe(Math.ceil(clients / most));
        expect(large > 0 ? size + 1 : size).toBeLessThanOrEqual(most);
      }),
    );
  });
});
