import { type Matrix, unitsBetween } from "../matrix.js";

/** The sizes of days: as many days as are needed, sizes within one of each other. */
export interface DaySizes {
  /** Days with one client more. */
  readonly large: number;
  readonly small: number;
  /** Clients of a small day. */
  readonly size: number;
}

/** How many clients each day has. */
export function daySizes(clients: number, perDay: number): DaySizes {
  const days = Math.ceil(clients / perDay);
  const size = days === 0 ? 0 : Math.floor(clients / days);
  const large = clients - days * size;
  return { large, small: days - large, size };
}

/**
 * Cuts a round trip into days of these sizes so that all days together, each from the start and back, are as short as cuts can make them. The first
 * of the best, by where they begin, and large days first.
 */
export function splitTour(tour: Int32Array, sizes: DaySizes, matrix: Matrix): Int32Array[] {
  const clients = withoutStart(tour, matrix.size - 1);
  const detours = Array.from(clients, (client, index) => {
    const before = clients[(index || clients.length) - 1] as number;
    const start = matrix.size - 1;
    const there = unitsBetween(matrix, before, start) + unitsBetween(matrix, start, client);
    return there - unitsBetween(matrix, before, client);
  });
  let best: Cuts = { cost: Infinity, offset: 0, isLarge: [] };
  const longest = sizes.large > 0 ? sizes.size + 1 : sizes.size;
  for (let offset = 0; offset < longest; offset += 1) {
    const cuts = cutFrom(offset, detours, sizes);
    if (cuts.cost < best.cost) best = cuts;
  }
  return daysOf(clients, best, sizes);
}

/** The clients in their order after the start. */
function withoutStart(tour: Int32Array, start: number): Int32Array {
  const at = tour.indexOf(start);
  return Int32Array.from({ length: tour.length - 1 }, (_, index) => tour[(at + 1 + index) % tour.length] as number);
}

interface Cuts {
  readonly cost: number;
  readonly offset: number;
  /** For each day in order whether it is large. */
  readonly isLarge: readonly boolean[];
}

/** The cheapest order of large and small days if the first begins at `offset`: shortest path over how many of each are over. */
function cutFrom(offset: number, detours: readonly number[], { large, small, size }: DaySizes): Cuts {
  const width = small + 1;
  const costs = new Float64Array((large + 1) * width);
  const cameLarge = new Uint8Array(costs.length);
  for (let index = 1; index < costs.length; index += 1) {
    const [larges, smalls] = [Math.floor(index / width), index % width];
    const byLarge = larges > 0 ? (costs[index - width] as number) : Infinity;
    const bySmall = smalls > 0 ? (costs[index - 1] as number) : Infinity;
    const place = (offset + larges * (size + 1) + smalls * size) % detours.length;
    cameLarge[index] = bySmall < byLarge ? 0 : 1;
    costs[index] = Math.min(byLarge, bySmall) + (detours[place] as number);
  }
  const isLarge: boolean[] = [];
  for (let index = costs.length - 1; index > 0; index -= isLarge[0] === true ? width : 1) {
    isLarge.unshift(cameLarge[index] === 1);
  }
  return { cost: costs[costs.length - 1] as number, offset, isLarge };
}

function daysOf(clients: Int32Array, { offset, isLarge }: Cuts, { size }: DaySizes): Int32Array[] {
  let from = offset;
  return isLarge.map((large) => {
    const day = Int32Array.from({ length: large ? size + 1 : size }, (_, index) => {
      return clients[(from + index) % clients.length] as number;
    });
    from += day.length;
    return day;
  });
}
