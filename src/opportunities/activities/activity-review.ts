import { printDecimal } from "../../ground/numeral.js";
import { rational, roundTo } from "../../ground/rational.js";
import { readDay, readOptions } from "../../ground/reader.js";
import { ACTIVITY_KINDS, ACTIVITY_PURPOSES, type ActivityKind, type ActivityPurpose } from "../../ground/vocabulary.js";
import type {
  ActivityReview,
  ActivityReviewOptions,
  ActivitySum,
  KindSum,
  PurposeSum,
  ReviewedActivity,
  ShareBetween,
} from "./activities.js";
import { type Activity, readActivities } from "./read-activities.js";

/**
 * What our activities served (E7.4): to win trust, to learn, to strengthen our position, to move the project on. One that served none is waste; one of which nobody has
 * said what it served may be waste, so the share stands between two bounds.
 *
 * Faulty data are in `issues`: an activity without an id, with one that stands earlier, or after `asOf`, is left out; another faulty field counts as unknown. Codes of the host's own (`x-…`)
 * count as purposes and kinds. Faulty options throw a `KeyAccountError`. Without activities there is no share.
 *
 * @example
 * ```ts
 * import { activityReview } from "keyaccount";
 *
 * const review = activityReview([
 *   { id: "1", activity: "sales-visit", purposes: ["learn", "win-trust"], minutes: 90 },
 *   { id: "2", activity: "executive-visit", purposes: [], minutes: 120 },
 *   { id: "3", activity: "sales-visit" },
 * ]);
 * review.waste; // => { activities: 1, minutes: 120, unknownMinutes: 0, ids: ["2"] }
 * review.wasteShare; // => { least: 0.3333, most: 0.6667 }
 * review.unserved; // => ["strengthen-position", "advance-project"]
 * ```
 */
export function activityReview(
  activities: readonly ReviewedActivity[],
  options: ActivityReviewOptions = {},
): ActivityReview {
  const asOf = readOptions(options, ["asOf"], (reader) => readDay(reader, reader.record["asOf"], ["asOf"]));
  const { reader, activities: all } = readActivities(activities, asOf);
  const waste = all.filter(({ purposes }) => purposes?.length === 0);
  const unknown = all.filter(({ purposes }) => purposes === null);
  const purposes = purposeSums(all);
  const shareOf = (count: number): number => share(count, all.length);
  return {
    v: 1,
    total: sumOf(all),
    purposes,
    unserved: purposes.filter((sum) => sum.activities === 0).map(({ purpose }) => purpose),
    kinds: kindSums(all),
    waste: { ...sumOf(waste), ids: idsOf(waste) },
    unknown: { ...sumOf(unknown), ids: idsOf(unknown) },
    wasteShare: all.length === 0 ? null : between(shareOf(waste.length), shareOf(waste.length + unknown.length)),
    issues: reader.issues,
  };
}

function sumOf(activities: readonly Activity[]): ActivitySum {
  const known = activities.flatMap(({ minutes }) => minutes ?? []);
  return {
    activities: activities.length,
    minutes: known.reduce((sum, minutes) => sum + minutes, 0),
    unknownMinutes: activities.length - known.length,
  };
}

function idsOf(activities: readonly Activity[]): string[] {
  return activities.map(({ id }) => id).sort();
}

function purposeSums(all: readonly Activity[]): PurposeSum[] {
  const served = groupBy(all, ({ purposes }) => purposes ?? []);
  return inOrder<ActivityPurpose>(ACTIVITY_PURPOSES, served.keys()).map((purpose) => {
    return { purpose, ...sumOf(served.get(purpose) ?? []) };
  });
}

function kindSums(all: readonly Activity[]): KindSum[] {
  const groups = groupBy(all, ({ kind }) => [kind]);
  const known = [...groups.keys()].filter((kind) => kind !== null);
  return [...inOrder<ActivityKind>(ACTIVITY_KINDS, known), null].flatMap((activity) => {
    const some = groups.get(activity);
    if (some === undefined) return [];
    const waste = some.filter(({ purposes }) => purposes?.length === 0).length;
    return { activity, ...sumOf(some), waste };
  });
}

function groupBy<K>(all: readonly Activity[], keysOf: (activity: Activity) => readonly K[]): Map<K, Activity[]> {
  const groups = new Map<K, Activity[]>();
  for (const activity of all) {
    for (const key of keysOf(activity)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [activity]);
      else group.push(activity);
    }
  }
  return groups;
}

/** The codes of a list, then others by code. */
function inOrder<C extends string>(list: readonly C[], others: Iterable<C>): C[] {
  return [...new Set([...list, ...[...others].sort()])];
}

function share(part: number, whole: number): number {
  return Number(printDecimal(roundTo(rational(BigInt(part), BigInt(whole)), 4)));
}

function between(least: number, most: number): ShareBetween {
  return { least, most };
}
