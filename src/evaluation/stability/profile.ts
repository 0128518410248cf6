import { roundHalfAway } from "../../ground/rational.js";
import type { Scorecard } from "../definition/scorecard.js";
import type { Evaluation, IndicatorResult } from "../evaluation.js";
import type { Resolved } from "../resolved/resolve.js";
import { type Earning, earningOf, type Member, mostOf } from "./earning.js";

/** One client under any weights: what each indicator earns, `null` for those that don't count. */
export interface Profile {
  readonly earnings: readonly (Earning | null)[];
  /** The groups' caps in ticks; last, none for the indicators without a group. */
  readonly caps: readonly (bigint | null)[];
  readonly total: bigint;
  readonly isWhole: boolean;
}

/** The client of an evaluation with a score. */
export function profileOf(card: Scorecard, resolved: Resolved, { indicators }: Evaluation): Profile {
  const members = membersOf(card, resolved);
  return profile(
    resolved,
    members.map((member) => earningOf(member, indicators[member.resolved.id] as IndicatorResult)),
  );
}

/** The client that earns the most of every indicator; `null` where nothing bounds one of them. */
export function bestProfile(card: Scorecard, resolved: Resolved): Profile | null {
  const earnings = membersOf(card, resolved).map(mostOf);
  return earnings.includes(null) ? null : profile(resolved, earnings);
}

function membersOf(card: Scorecard, resolved: Resolved): Member[] {
  const indicators = Object.values(card.indicators);
  return indicators.map((indicator, place) => ({
    indicator,
    resolved: resolved.indicators[place] as Member["resolved"],
    scale: card.scale,
  }));
}

function profile({ caps, totalTicks }: Resolved, earnings: readonly (Earning | null)[]): Profile {
  return {
    earnings,
    caps: caps.map((cap) => (Number.isFinite(cap) ? BigInt(cap) : null)),
    total: BigInt(totalTicks),
    isWhole: !earnings.includes(null),
  };
}

/** The client's score in ticks under other weights, exactly as `evaluate` has it; `null` where `reweigh` would refuse them. */
export function scoreAt({ earnings, caps, total }: Profile, weights: readonly bigint[]): bigint | null {
  const sums = caps.map(() => 0n);
  let counted = 0n;
  for (let index = 0; index < earnings.length; index += 1) {
    const earning = earnings[index];
    const weight = weights[index] as bigint;
    if (!earning) continue;
    const points = earning.pointsAt(weight);
    if (points === null) return null;
    sums[earning.place] = (sums[earning.place] as bigint) + points;
    counted += weight;
  }
  const earned = sums.reduce((all, sum, place) => all + heldTo(caps[place] as bigint | null, sum), 0n);
  return counted === total ? earned : roundHalfAway(earned * total, counted);
}

function heldTo(cap: bigint | null, sum: bigint): bigint {
  return cap !== null && sum > cap ? cap : sum;
}
