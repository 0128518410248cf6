import { dayOf } from "../../ground/dates.js";
import type { FailureCause } from "../../ground/vocabulary.js";
import { shareOf } from "../../portfolio/share.js";
import { groupBy } from "../group.js";
import type { CauseChange, CauseCount, CauseShare, SegmentFailures } from "./failures.js";
import type { ReadVisit } from "./read-visits.js";

const UNIT = 10_000;

/** Whether a visit failed. */
export function isFailed({ outcome }: ReadVisit): boolean {
  return outcome === "no-result";
}

/** The causes that a visit names. */
export function causesOf({ failureCauses }: ReadVisit): FailureCause[] {
  return (failureCauses ?? []).map(({ cause }) => cause as FailureCause);
}

/** How often each cause stands behind the failed ones of some visits; the most frequent first, ties by code, in which order they come. */
export function countCauses(visits: readonly ReadVisit[]): CauseCount[] {
  const explained = visits.filter((one) => isFailed(one) && causesOf(one).length > 0);
  return causesIn(explained)
    .map((cause) => {
      const named = explained.filter((one) => causesOf(one).includes(cause));
      const clients = new Set(named.map(({ clientId }) => clientId)).size;
      return { cause, visits: named.length, clients, share: shareOf(named.length, explained.length) };
    })
    .sort((a, b) => b.visits - a.visits);
}

function causesIn(visits: readonly ReadVisit[]): FailureCause[] {
  return [...new Set(visits.flatMap(causesOf))].sort();
}

/** Failures by segment. */
export function countSegments(
  visits: readonly ReadVisit[],
  segmentOf: (clientId: string) => string | null,
): SegmentFailures[] {
  const bySegment = groupBy(visits, ({ clientId }) => segmentOf(clientId));
  return [...bySegment]
    .map(([segment, own]) => {
      const judged = own.filter(({ outcome }) => outcome !== null).length;
      const failed = own.filter(isFailed).length;
      const rate = judged === 0 ? null : shareOf(failed, judged);
      return { segment, visits: judged, failed, rate, causes: countCauses(own) };
    })
    .sort(
      ({ segment: a }, { segment: b }) => Number(a === null) - Number(b === null) || (String(a) < String(b) ? -1 : 1),
    );
}

/** How each cause's share changed from before a day to that day and after. */
export function countChanges(visits: readonly ReadVisit[], since: string): CauseChange[] {
  const failed = visits.filter(isFailed);
  const isAfter = ({ startedAt }: ReadVisit): boolean => (dayOf(startedAt) as number) >= (dayOf(since) as number);
  const [before, after] = [countCauses(failed.filter((one) => !isAfter(one))), countCauses(failed.filter(isAfter))];
  return causesIn(failed).map((cause) => {
    const sides = { before: shareIn(before, cause), after: shareIn(after, cause) };
    return { cause, ...sides, change: differenceOf(sides.before.share, sides.after.share) };
  });
}

function shareIn(counts: readonly CauseCount[], cause: FailureCause): CauseShare {
  const { visits = 0, share = 0 } = counts.find((one) => one.cause === cause) ?? {};
  return { visits, share: counts.length === 0 ? null : share };
}

/** Exact: both are whole ten-thousandths. */
function differenceOf(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : (Math.round(after * UNIT) - Math.round(before * UNIT)) / UNIT;
}
