import { NEED_STATUSES, type NeedCounts, type NeedStatus } from "./enthusiasm.js";
import type { ReadNeed } from "./enthusiasm-read.js";

/** Needs by what became of them. */
export function countAnswers(needs: readonly ReadNeed[]): NeedCounts {
  const counts = Object.fromEntries(NEED_STATUSES.map((status) => [status, 0])) as Record<NeedStatus, number>;
  for (const { status } of needs) counts[status] += 1;
  return counts;
}
