import { KeyAccountError, throwIssues } from "../../ground/error.js";
import { show } from "../../ground/show.js";
import { metresBetween } from "./great-circle.js";
import type { SweepOptions, SweepPlace } from "./sweep.js";
import { directionOf } from "./trigonometry.js";

/** Distances between all places, as whole units, so that sums are exact; the last place is the start. */
export interface Matrix {
  readonly size: number;
  /** `units[a * size + b]`; the same both ways. */
  readonly units: Float64Array;
  /** Units that make 1. */
  readonly scale: number;
}

const HOST_SCALE = 1000;
const MOST_DISTANCE = 1e9;

/** Metres along great circles; every place has coordinates. */
export function greatCircles(places: readonly SweepPlace[]): Matrix {
  const directions = places.map(({ latitude, longitude }) => directionOf(Number(latitude), Number(longitude)));
  return fill(directions, 1, metresBetween);
}

/** The host's distances. Throws where one is none, or where the host's function does. */
export function hostDistances(places: readonly SweepPlace[], distance: NonNullable<SweepOptions["distance"]>): Matrix {
  return fill(places, HOST_SCALE, (from, to) => {
    const given = ask(from, to, distance);
    if (typeof given === "number" && given >= 0 && given <= MOST_DISTANCE) return Math.round(given * HOST_SCALE) + 0;
    const details = { received: show(given), least: 0, most: MOST_DISTANCE };
    throwIssues([{ code: "out-of-range", path: placeOf(from, to), details }]);
    return 0;
  });
}

function ask(from: SweepPlace, to: SweepPlace, distance: NonNullable<SweepOptions["distance"]>): unknown {
  try {
    return distance({ ...from }, { ...to });
  } catch (cause) {
    throw Object.assign(new KeyAccountError([{ code: "unreadable", path: placeOf(from, to), details: {} }]), { cause });
  }
}

function placeOf(from: SweepPlace, to: SweepPlace): readonly string[] {
  return ["distance", String(from.id), to.id ?? "start"];
}

function fill<T>(places: readonly T[], scale: number, between: (from: T, to: T) => number): Matrix {
  const size = places.length;
  const units = new Float64Array(size * size);
  places.forEach((from, a) => {
    for (let b = a + 1; b < size; b += 1) {
      const distance = between(from, places[b] as T);
      units[a * size + b] = distance;
      units[b * size + a] = distance;
    }
  });
  return { size, units, scale };
}

/** The distance of two places in whole units. */
export function unitsBetween({ size, units }: Matrix, a: number, b: number): number {
  return units[a * size + b] as number;
}
