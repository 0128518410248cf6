import { exactly } from "../../ground/numeral.js";
import { times } from "../../ground/rational.js";
import type { Indicator } from "../definition/kinds.js";
import type { Scorecard } from "../definition/scorecard.js";
import { type ResolvedIndicator, roundTicks } from "../resolved/indicator.js";
import type { Resolved } from "../resolved/resolve.js";
import { capSet, NOTHING, plusSet, setOf, sumsWithout, type TicksSet, type Work } from "./ticks-set.js";

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

/** Sums of some ten choices with some ten options each stay exact within it; it takes about a second at most. */
const WORK = 2_000_000;

/** All that complete facts can earn, indicator by indicator, group by group, in all. */
export function attainable(card: Scorecard, { indicators, caps }: Resolved): Attainable {
  const work: Work = { left: WORK };
  const definitions = Object.values(card.indicators);
  const points = indicators.map((resolved, index) => pointsOf(definitions[index] as Indicator, resolved, card.scale));
  const earned = caps.map((_, place) =>
    points
      .filter((_set, index) => indicators[index]?.place === place)
      .reduce((sum, set) => plusSet(sum, set, work), NOTHING),
  );
  const groups = earned.map((set, place) => capSet(set, caps[place] as number));
  return { points, groups, earned, scores: groups.reduce((sum, set) => plusSet(sum, set, work), NOTHING), work };
}

/** Bands, options and answers earn some points each; every other kind earns all that lie between its least and its most. */
function pointsOf(indicator: Indicator, { answers, least, most }: ResolvedIndicator, scale: number): TicksSet {
  if (answers !== null) return setOf([...answers.values()].map(({ points }) => [points, points]));
  if (indicator.kind !== "bands") return [[least.points, most.points]];
  const weight = exactly(indicator.weight);
  const ticks = indicator.bands.map(({ share }) => roundTicks(times(exactly(share), weight), scale));
  return setOf(ticks.map((one) => [one, one]));
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
