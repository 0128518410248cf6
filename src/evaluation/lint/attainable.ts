import { roundLine } from "../exact/line.js";
import type { ResolvedIndicator } from "../resolved/indicator.js";
import type { Resolved } from "../resolved/resolve.js";
import { capSet, NOTHING, plusSet, type Run, setOf, sumsWithout, type TicksSet, type Work } from "./ticks-set.js";

/** What complete facts can earn, in ticks. */
export interface Attainable {
  /** By indicator. */
  readonly points: readonly TicksSet[];
  /** By group, held to its cap; last, the indicators without a group. */
  readonly groups: readonly TicksSet[];
  /** By group, before it is held. */
  readonly earned: readonly TicksSet[];
  readonly scores: TicksSet;
  readonly work: Work;
}

/** Sums of some ten choices with some ten options each stay exact within it; it takes well below a second. */
const WORK = 500_000;

/** All that complete facts can earn, indicator by indicator, group by group, in all. */
export function attainable({ indicators, caps }: Resolved): Attainable {
  const work: Work = { left: WORK };
  const points = indicators.map(pointsOf);
  const earned = caps.map((_, place) =>
    points
      .filter((_set, index) => indicators[index]?.place === place)
      .reduce((sum, set) => plusSet(sum, set, work), NOTHING),
  );
  const groups = earned.map((set, place) => capSet(set, caps[place] as number));
  return { points, groups, earned, scores: groups.reduce((sum, set) => plusSet(sum, set, work), NOTHING), work };
}

/** Bands, options and answers earn some points each; every other kind earns all that lie between its least and its most. */
function pointsOf({ kind, answers, numeric, least, most }: ResolvedIndicator): TicksSet {
  if (kind !== "bands" && answers === null) return [[least.points, most.points]];
  const pieces = numeric?.curve.pieces ?? [];
  const banded = pieces.map((piece) => roundLine(piece.points, 0, null));
  const answered = [...(answers?.values() ?? [])].map(({ points }) => points);
  return setOf([...banded, ...answered].map((points): Run => [points, points]));
}

/** For each indicator what the others of its group can earn together, before the cap. */
export function othersInGroup({ points, work }: Attainable, { indicators, caps }: Resolved): TicksSet[] {
  const others: TicksSet[] = [];
  for (const place of caps.keys()) {
    const members = [...indicators.keys()].filter((index) => indicators[index]?.place === place);
    const sums = sumsWithout(
      members.map((index) => points[index] as TicksSet),
      work,
    );
    members.forEach((index, at) => {
      others[index] = sums[at] as TicksSet;
    });
  }
  return others;
}
