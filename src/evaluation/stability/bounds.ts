import { type Gap, gapOf } from "./earning.js";
import type { Profile } from "./profile.js";
import type { Lever } from "./shift.js";

/** The least and the most that a number can be. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** A sum of shares × weights along a lever: `rest` shrinks or grows with the other weights, `own` with the moved one. */
interface Track {
  rest: number;
  own: number;
  /** What rounding of weights and points, and of the floats here, can move. */
  noise: number;
}

/**
 * Bounds along one lever, in floats with room for every rounding: largest remainder moves a weight by less than one tick, rounding the
 * points of an indicator by at most `rounding`, and the floats lose less than 2^-40 of the terms' size (a thousand terms
 * of 2^-52 each).
 */
export interface Path {
  readonly from: number;
  readonly others: number;
  readonly total: number;
  readonly sign: -1 | 1;
}

/** The frame of a lever, in floats. */
export function pathOf({ weights, index, total, sign }: Lever): Path {
  const from = Number(weights[index]);
  return { from, others: Number(total) - from, total: Number(total), sign };
}

/** 2^-40 */
const SLACK = 9.094947017729282e-13;
/** A share below which floats of shares are no longer exact to 2^-52 of their size. */
const TINY = 9.5367431640625e-7;

/** What one indicator adds to a track; floats lose the more, the more ticks there are. */
function add(
  track: Track,
  { total }: Path,
  { size, rounding }: Omit<Gap, "place">,
  weight: number,
  isOwn: boolean,
): void {
  const share = Math.abs(size);
  if (isOwn) track.own += size;
  else track.rest += size * weight;
  track.noise += rounding + (isOwn ? 0 : share) + (share + TINY) * total * SLACK;
}

function along({ rest, own, noise }: Track, path: Path, from: number, to: number): Bounds {
  const value = (steps: number): number => {
    const shift = path.sign * steps;
    return (rest * (path.others - shift)) / path.others + own * (path.from + shift);
  };
  const [start, end] = [value(from), value(to)];
  return { low: Math.min(start, end) - noise, high: Math.max(start, end) + noise };
}

const newTrack = (): Track => ({ rest: 0, own: 0, noise: 0 });

const WHOLE = { size: 1, rounding: 0 };

/** Bounds of one client's score along a lever. */
export interface ScoreBounds {
  readonly groups: readonly Track[];
  readonly counted: Track;
  readonly profile: Profile;
}

/** Prepares the bounds of a client's score. */
export function scoreBounds(profile: Profile, lever: Lever, path: Path): ScoreBounds {
  const groups = profile.caps.map(newTrack);
  const counted = newTrack();
  profile.earnings.forEach((earning, index) => {
    if (earning === null) return;
    const weight = Number(lever.weights[index]);
    const isOwn = index === lever.index;
    add(groups[earning.place] as Track, path, earning, weight, isOwn);
    add(counted, path, WHOLE, weight, isOwn);
  });
  return { groups, counted, profile };
}

/** The scores that are possible from one step to another. */
export function scoresWithin({ groups, counted, profile }: ScoreBounds, path: Path, from: number, to: number): Bounds {
  const earned = earnedWithin(groups, profile, path, from, to);
  if (profile.isWhole) return earned;
  const weight = along(counted, path, from, to);
  const least = Math.max(weight.low, 1) / path.total;
  const most = Math.max(weight.high, 1) / path.total;
  const low = earned.low / (earned.low < 0 ? least : most);
  const high = earned.high / (earned.high < 0 ? most : least);
  return { low: low - 1 - Math.abs(low) * SLACK, high: high + 1 + Math.abs(high) * SLACK };
}

function earnedWithin(groups: readonly Track[], { caps }: Profile, path: Path, from: number, to: number): Bounds {
  let [low, high] = [0, 0];
  groups.forEach((track, place) => {
    const bounds = along(track, path, from, to);
    const cap = Number(caps[place] ?? Infinity);
    low += Math.min(bounds.low, cap);
    high += Math.min(bounds.high, cap);
  });
  return { low, high };
}

/** The gaps between two clients by indicator, 0 where it counts for neither; `null` where one counts for one of them only. */
export function gapsOf(a: Profile, b: Profile): readonly (Gap | null)[] | null {
  const gaps = a.earnings.map((one, index) => {
    const other = b.earnings[index];
    return one && other ? gapOf(one, other) : one === null && other === null ? null : undefined;
  });
  return gaps.includes(undefined) ? null : (gaps as readonly (Gap | null)[]);
}

/** Prepares the bounds of the difference of two clients' points, which rounding of the weights moves far less than each. */
export function gapBounds(
  gaps: readonly (Gap | null)[],
  { caps }: Profile,
  lever: Lever,
  path: Path,
): readonly Track[] {
  const groups = caps.map(newTrack);
  gaps.forEach((gap, index) => {
    if (gap) add(groups[gap.place] as Track, path, gap, Number(lever.weights[index]), index === lever.index);
  });
  return groups;
}

/** The differences of points that are possible: a group's cap can only shrink one. */
export function gapsWithin(groups: readonly Track[], { caps }: Profile, path: Path, from: number, to: number): Bounds {
  let [low, high] = [0, 0];
  groups.forEach((track, place) => {
    const bounds = along(track, path, from, to);
    const isCapped = caps[place] !== null;
    low += isCapped ? Math.min(bounds.low, 0) : bounds.low;
    high += isCapped ? Math.max(bounds.high, 0) : bounds.high;
  });
  return { low, high };
}
