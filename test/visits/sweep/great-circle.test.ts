import fc from "fast-check";
import { type Coordinates, greatCircleMetres } from "keyaccount";
import { describe, expect, test } from "vitest";
import { angleBetween, directionOf } from "../../../src/visits/sweep/trigonometry.js";
import { deepFreeze } from "../../support/deep-freeze.js";
import { thrownBy } from "../faults.js";
import { HOSTILE } from "../hostile.js";

const at = (latitude: number | string, longitude: number | string): Coordinates => deepFreeze({ latitude, longitude });
const place = fc
  .tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }))
  .map(([latitude, longitude]) => at(latitude.toFixed(6), longitude.toFixed(6)));

/** The textbook's formula for the angle, by the engine's own functions: good to 1e-9 but for places that are nearly antipodes. */
function vincenty(a: Coordinates, b: Coordinates): number {
  const radians = (degrees: unknown): number => (Number(degrees) * Math.PI) / 180;
  const [p, q, l] = [radians(a.latitude), radians(b.latitude), radians(b.longitude) - radians(a.longitude)];
  const y = Math.hypot(Math.cos(q) * Math.sin(l), Math.cos(p) * Math.sin(q) - Math.sin(p) * Math.cos(q) * Math.cos(l));
  return Math.atan2(y, Math.sin(p) * Math.sin(q) + Math.cos(p) * Math.cos(q) * Math.cos(l));
}

describe("A4.1 great-circle distance", () => {
  test("quarters and halves of the circumference 2π × 6,371,008.8 m", () => {
    expect(greatCircleMetres(at(0, 0), at(0, 90))).toBe(10_007_557);
    expect(greatCircleMetres(at(90, 0), at(0, 77))).toBe(10_007_557);
    expect(greatCircleMetres(at(0, 0), at(0, 180))).toBe(20_015_114);
    expect(greatCircleMetres(at(0, 0), at(0, 1))).toBe(111_195);
    expect(greatCircleMetres(at("31.3", "120.6"), at("-31.3", "-59.4"))).toBe(20_015_114);
  });

  test("poles have no longitude, the date line is no border, the same place is 0", () => {
    expect(greatCircleMetres(at(90, 0), at(90, "123.4"))).toBe(0);
    expect(greatCircleMetres(at(-90, 180), at(-90, "-77"))).toBe(0);
    expect(greatCircleMetres(at(10, 180), at(10, -180))).toBe(0);
    expect(greatCircleMetres(at(0, "179.5"), at(0, "-179.5"))).toBe(111_195);
    expect(greatCircleMetres(at("31.3", "120.6"), at(31.3, 120.6))).toBe(0);
    expect(greatCircleMetres(at(90, 0), at(-90, 50))).toBe(20_015_114);
  });

  test("a metre is a metre: neighbours don't lose their digits", () => {
    // 0.000009° of latitude are 1.0008 m.
    expect(greatCircleMetres(at("31.300000", "120.6"), at("31.300009", "120.6"))).toBe(1);
    expect(greatCircleMetres(at("31.300000", "120.6"), at("31.300018", "120.6"))).toBe(2);
  });

  test("law: within 1e-8 of the textbook's angle, the same there and back, no way round is shorter", () => {
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        const [p, q] = [a, b].map(({ latitude, longitude }) => directionOf(Number(latitude), Number(longitude)));
        if (p === undefined || q === undefined) return;
        expect(Math.abs(angleBetween(p, q) - vincenty(a, b))).toBeLessThan(1e-8);
        expect(greatCircleMetres(b, a)).toBe(greatCircleMetres(a, b));
        expect(greatCircleMetres(a, c)).toBeLessThanOrEqual(greatCircleMetres(a, b) + greatCircleMetres(b, c) + 1);
      }),
      { numRuns: 2000 },
    );
  });

  test("law: near angles too, to twelve digits", () => {
    fc.assert(
      fc.property(place, fc.double({ min: 1e-7, max: 1e-2, noNaN: true }), (a, step) => {
        const north = Number(a.latitude) > 0 ? Number(a.latitude) - step : Number(a.latitude) + step;
        const [p, q] = [directionOf(Number(a.latitude), Number(a.longitude)), directionOf(north, Number(a.longitude))];
        const exact = (Math.abs(north - Number(a.latitude)) * Math.PI) / 180;
        expect(Math.abs(angleBetween(p, q) - exact)).toBeLessThan(2e-15);
      }),
    );
  });

  test("the digits themselves, so that another engine's differ visibly; by hand to 50 digits 0.161474288214481992…", () => {
    expect(directionOf(31.3, 120.6)).toEqual({ x: -0.43495493259121026, y: 0.7354686254399311, z: 0.5195191118795094 });
    expect(angleBetween(directionOf(31.3, 120.6), directionOf(39.9042, 116.4074))).toBe(0.16147428821448206);
  });

  test("faulty coordinates throw, all at once", () => {
    expect(thrownBy(() => greatCircleMetres(at("90.1", "x"), { latitude: 5 } as Coordinates))).toEqual([
      "out-of-range at from.latitude",
      "not-a-decimal at from.longitude",
      "required at to.longitude",
    ]);
    expect(thrownBy(() => greatCircleMetres(at(0, -180.5), at(0, "1e9")))).toEqual([
      "out-of-range at from.longitude",
      "out-of-range at to.longitude",
    ]);
  });

  test.each(HOSTILE)("hostile: %s ends in our error", (_, make) => {
    expect(thrownBy(() => greatCircleMetres(make() as Coordinates, at(0, 0)))).not.toEqual([]);
    expect(
      thrownBy(() => greatCircleMetres({ latitude: make(), longitude: make() } as Coordinates, at(0, 0))).length,
    ).toBeLessThan(3);
  });
});
