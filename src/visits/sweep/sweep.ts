import type { PortfolioIssue } from "../../ground/issue.js";
import type { Quantity } from "../../ground/numeral.js";

/** A client of the area that is to be swept (A4.1). */
export interface SweepClient {
  readonly id: string;
  /** Decimal degrees, −90 … 90, north positive. */
  readonly latitude?: Quantity | null | undefined;
  /** Decimal degrees, −180 … 180, east positive. */
  readonly longitude?: Quantity | null | undefined;
}

/** What a compile error shows where clients have no field for a place at all, and the host gives no `distance`. No value has this type. */
export interface ClientsWithoutPlace {
  readonly "give latitude and longitude, or a distance of your own": never;
}

/** Asks of a client, without a host's own distance, that its type has room for coordinates: a `Client` of the models has none. */
export type PlacedClient<C> = "latitude" | "longitude" extends keyof C ? unknown : ClientsWithoutPlace;

/** Where every day begins and ends. */
export interface SweepStart {
  readonly latitude?: Quantity | undefined;
  readonly longitude?: Quantity | undefined;
}

/** A place as a host's distance is asked about it. */
export interface SweepPlace {
  /** The client's id; `null` for the start. */
  readonly id: string | null;
  /** `null` where unknown. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** How to plan a sweep. */
export interface SweepOptions {
  /** Where every day begins and ends; its coordinates are needed unless `distance` is given. */
  readonly start: SweepStart;
  /** The most clients of a day, 1 or more. */
  readonly perDay: number;
  /**
   * The host's own distance instead of metres along great circles: kilometres by road, minutes, money; 0 … 10^9, read to three decimals. Taken to be the
   * same there and back: it is asked once for a pair, the lesser id first and the start last. Clients need no coordinates then.
   */
  readonly distance?: ((from: SweepPlace, to: SweepPlace) => number) | undefined;
}

/** Why a client has no place in the route. */
export const UNROUTED_REASONS = ["no-coordinates", "faulty-coordinates"] as const;
/** Why a client has no place in the route: nobody wrote down where it is, or what is written can't be read. */
export type UnroutedReason = (typeof UNROUTED_REASONS)[number];

/** How a lower bound was found. */
export const SWEEP_BOUNDS = ["spanning-tree", "radial"] as const;
/** How a lower bound was found: by spanning trees with weights (Held & Karp) alone, or with how far out the clients lie. */
export type SweepBound = (typeof SWEEP_BOUNDS)[number];

/** A day of a sweep. */
export interface SweepDay {
  /** 1 for the first. */
  readonly day: number;
  /** Ids in the order of the visits. */
  readonly clients: readonly string[];
  /** From the start to the first client, on to each next one, and back: one more than there are clients. */
  readonly legs: readonly number[];
  /** The sum of the legs. */
  readonly length: number;
}

/** A visit route in which every client is visited once (A4.1). */
export interface SweepRoute {
  /** The version of this shape. */
  readonly v: 1;
  readonly days: readonly SweepDay[];
  /** The whole way: in metres, or in whatever the host's distance measures. */
  readonly length: number;
  /** What the way was before it was improved: always to the nearest client next. */
  readonly startLength: number;
  /** No route with as many days, each from the start and back and of 1 to `perDay` clients, balanced or not, is shorter than this; the best one is longer most often. Nothing is said of routes with more days, or longer ones. */
  readonly lowerBound: number;
  readonly bound: SweepBound;
  /** (length − lower bound) ÷ lower bound, four decimals: how far from the best the route is at most. `null` where the bound is 0. */
  readonly gap: number | null;
  /** Clients without a place in the route, by id: nobody is left out unsaid. */
  readonly unrouted: readonly { readonly id: string; readonly reason: UnroutedReason }[];
  /** Faults of the clients, by their index. */
  readonly issues: readonly PortfolioIssue[];
}

/** The most clients of one route: beyond them the table of distances grows out of hand. Divide the area. */
export const MOST_SWEEP_CLIENTS = 3000;
