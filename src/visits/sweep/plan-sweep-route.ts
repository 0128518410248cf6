import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue, PortfolioIssue } from "../../ground/issue.js";
import { checkIterable } from "../../ground/iterable.js";
import { rational, roundTo } from "../../ground/rational.js";
import { greatCircles, hostDistances, type Matrix, unitsBetween } from "./matrix.js";
import { type ReadClient, readClients } from "./read-clients.js";
import { type ReadOptions, readSweepOptions } from "./read-options.js";
import {
  MOST_SWEEP_CLIENTS,
  type PlacedClient,
  type SweepClient,
  type SweepDay,
  type SweepOptions,
  type SweepRoute,
} from "./sweep.js";
import { improveDays } from "./tour/exchange.js";
import { improveTour } from "./tour/improve.js";
import { lowerBound } from "./tour/lower-bound.js";
import { nearestNeighbourTour } from "./tour/nearest-neighbour.js";
import { daySizes, splitTour } from "./tour/split.js";

/**
 * Plans the visit route of a sweep 扫街 (A4.1): every potential client once, none left out, in days of at most `perDay` clients that differ by one at most, each from
 * the start and back. As few days as that takes.
 *
 * Distances are metres along great circles, or whatever the host's `distance` says. A round trip over all clients, always on to the nearest, is improved by 2-opt and
 * Or-opt moves, cut into days where that costs least, and improved again within days and by exchanges between them. The work is bounded, the way is never longer than `startLength`, and the same clients in any
 * order give the same route. It is a good route, not a proven best one: `gap` says how far from the best it is at most.
 *
 * A client whose place isn't known is in `unrouted`, with an issue, never dropped; one without a readable id is an issue alone, as is a second one with the same id (the
 * first is taken). Without clients there are no days.
 *
 * Throws a `KeyAccountError` for faulty options, for more than {@link MOST_SWEEP_CLIENTS} clients (`too-many`), and where the host's distance is no number of 0 … 10^9 (`out-of-range`)
 * or throws (`unreadable`, with what it threw as `cause`).
 *
 * @example
 * ```ts
 * import { planSweepRoute } from "keyaccount";
 *
 * const clients = [
 *   { id: "east", latitude: "31.30", longitude: "120.70" },
 *   { id: "west", latitude: "31.30", longitude: "120.50" },
 *   { id: "far-east", latitude: "31.30", longitude: "120.72" },
 *   { id: "nobody-knows" },
 * ];
 * const route = planSweepRoute(clients, { start: { latitude: "31.30", longitude: "120.60" }, perDay: 2 });
 * route.days.map((day) => day.clients); // => [["west"], ["east", "far-east"]]
 * route.unrouted; // => [{ id: "nobody-knows", reason: "no-coordinates" }]
 * route.length; // => 41804
 * ```
 */
export function planSweepRoute<C extends SweepClient>(
  clients: Iterable<C & PlacedClient<C>>,
  options: SweepOptions,
): SweepRoute;
export function planSweepRoute(
  clients: Iterable<SweepClient>,
  options: SweepOptions & { readonly distance: NonNullable<SweepOptions["distance"]> },
): SweepRoute;
export function planSweepRoute(clients: Iterable<SweepClient>, options: SweepOptions): SweepRoute {
  checkIterable(clients);
  const read = readSweepOptions(options);
  const issues: PortfolioIssue[] = [];
  const all = readClients(clients, read.distance !== null, issues);
  const routed = all.filter(({ reason }) => read.distance !== null || reason === null);
  refuseTooMany(routed.length);
  const unrouted = all.flatMap(({ id, reason }) => (read.distance !== null || reason === null ? [] : [{ id, reason }]));
  return { v: 1, ...routeOf(routed, read), unrouted, issues };
}

function refuseTooMany(received: number): void {
  if (received <= MOST_SWEEP_CLIENTS) return;
  const issue: ArgumentIssue = { code: "too-many", path: ["clients"], details: { most: MOST_SWEEP_CLIENTS, received } };
  throwIssues([issue]);
}

type Routed = Omit<SweepRoute, "v" | "unrouted" | "issues">;

function routeOf(clients: readonly ReadClient[], { start, perDay, distance }: ReadOptions): Routed {
  if (clients.length === 0)
    return { days: [], length: 0, startLength: 0, lowerBound: 0, bound: "spanning-tree", gap: null };
  const places = [...clients.map(({ id, latitude, longitude }) => ({ id, latitude, longitude })), start];
  const matrix = distance === null ? greatCircles(places) : hostDistances(places, distance);
  const sizes = daySizes(clients.length, perDay);
  const first = nearestNeighbourTour(matrix);
  const before = splitTour(first, sizes, matrix);
  const after = improveDays(splitTour(improveTour(first, matrix), sizes, matrix), sizes, matrix);
  const best = shorterOf(after, before, matrix);
  const [startLength, length] = [lengthOf(before, matrix), lengthOf(best, matrix)];
  return {
    days: best.map((day, index) => dayOf(day, index, clients, matrix)),
    length: length / matrix.scale,
    startLength: startLength / matrix.scale,
    ...boundOf(matrix, perDay, length),
  };
}

/** The legs of a day: from the start, from client to client, and back. */
function legsOf(day: Int32Array, matrix: Matrix): number[] {
  const stops = [matrix.size - 1, ...day, matrix.size - 1];
  return stops.slice(1).map((stop, index) => unitsBetween(matrix, stops[index] as number, stop));
}

function lengthOf(days: readonly Int32Array[], matrix: Matrix): number {
  return days.reduce((sum, day) => legsOf(day, matrix).reduce((way, leg) => way + leg, sum), 0);
}

/** The shorter of two plans, the first of equal ones. */
function shorterOf(one: readonly Int32Array[], other: readonly Int32Array[], matrix: Matrix): readonly Int32Array[] {
  const [shorter] = [one, other].sort((a, b) => lengthOf(a, matrix) - lengthOf(b, matrix));
  return shorter as readonly Int32Array[];
}

/** A day, run in the direction in which the lesser id comes first. */
function dayOf(day: Int32Array, index: number, clients: readonly ReadClient[], matrix: Matrix): SweepDay {
  const order = (day[0] as number) <= (day.at(-1) as number) ? day : day.toReversed();
  const legs = legsOf(order, matrix);
  return {
    day: index + 1,
    clients: Array.from(order, (place) => (clients[place] as ReadClient).id),
    legs: legs.map((leg) => leg / matrix.scale),
    length: legs.reduce((sum, leg) => sum + leg, 0) / matrix.scale,
  };
}

function boundOf(matrix: Matrix, perDay: number, length: number): Pick<SweepRoute, "lowerBound" | "bound" | "gap"> {
  const { units, isRadial } = lowerBound(matrix, perDay, length);
  return {
    lowerBound: units / matrix.scale,
    bound: isRadial ? "radial" : "spanning-tree",
    gap: units === 0 ? null : gapOf(length, units),
  };
}

function gapOf(length: number, bound: number): number {
  const { n, d } = roundTo(rational(BigInt(length - bound), BigInt(bound)), 4);
  return Number(n) / Number(d);
}
