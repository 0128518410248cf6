import { exactly } from "../../ground/numeral.js";
import {
  compare,
  least,
  minus,
  ONE,
  over,
  type Rational,
  roundHalfAway,
  tenTo,
  times,
  ZERO,
} from "../../ground/rational.js";
import type { Indicator } from "../definition/kinds.js";
import { shareRange } from "../definition/range.js";
import type { IndicatorResult } from "../evaluation.js";
import { exactShare } from "../exact-share.js";
import type { ResolvedIndicator } from "../resolved/indicator.js";

/** What one client's fact earns under any weight of its indicator. */
export interface Earning {
  /** The place of its group; behind all groups for none. */
  readonly place: number;
  /** The exact share of the weight, as if nothing were rounded. */
  readonly share: Rational;
  /** The same as a float. */
  readonly size: number;
  /** By how many ticks at most rounding moves the points off share × weight, the weight itself being exact. */
  readonly rounding: number;
  /** How far a standard score lies from the standard (0) to the best value (1); `null` for its least points and for other kinds. */
  readonly step: Rational | null;
  /** The points in ticks under a weight in ticks; `null` where a scorecard with that weight would be refused. */
  readonly pointsAt: (weight: bigint) => bigint | null;
}

/** An indicator of a scorecard at a scale, with its prepared form. */
export interface Member {
  readonly indicator: Indicator;
  readonly resolved: ResolvedIndicator;
  readonly scale: number;
}

/** What an evaluated row earns; `null` where it doesn't count. */
export function earningOf(member: Member, { status, actual }: IndicatorResult): Earning | null {
  const { indicator, resolved } = member;
  if (status === "known" && actual !== null) {
    const { free, held } = exactShare(indicator, resolved, actual);
    return indicator.kind === "standard-score"
      ? standardScore(member, indicator, held, stepOf(indicator, free))
      : plain(resolved, held);
  }
  if (status === "not-applicable" || resolved.missing === "exclude") return null;
  const range = shareRange(indicator);
  const isWorst = resolved.missing === "worst";
  const share = isWorst ? range.worst : range.neutral;
  if (indicator.kind !== "standard-score") return plain(resolved, share);
  return standardScore(member, indicator, share, isWorst ? null : ZERO);
}

/** The most that any fact earns; `null` where nothing bounds it. */
export function mostOf(member: Member): Earning | null {
  const { most } = shareRange(member.indicator);
  if (most === null) return null;
  const { indicator, resolved } = member;
  return indicator.kind === "standard-score" ? standardScore(member, indicator, most, ONE) : plain(resolved, most);
}

function plain({ place }: ResolvedIndicator, share: Rational): Earning {
  return {
    place,
    share,
    size: toFloat(share),
    rounding: share.d === 1n ? 0 : 0.5,
    step: null,
    pointsAt: (weight) => roundHalfAway(share.n * weight, share.d),
  };
}

type StandardScore = Extract<Indicator, { kind: "standard-score" }>;

/** How far from the standard (0) towards the best value (1) a fact lies; not further where all beyond earns `max`. */
function stepOf({ max, weight, clamp }: StandardScore, free: Rational): Rational {
  const step = over(minus(free, ONE), minus(over(exactly(max), exactly(weight)), ONE));
  return clamp === false ? step : least(step, ONE);
}

/**
 * A standard score's `max` and `min` keep their proportion to the weight, but are rounded themselves wherever the weight
 * isn't today's, as `reweigh` does. `step` is `null` for the least points.
 */
function standardScore(
  { resolved, scale }: Member,
  indicator: StandardScore,
  share: Rational,
  step: Rational | null,
): Earning {
  const today = BigInt(resolved.full);
  const ticksOf = (points: string): Rational => times(exactly(points), { n: tenTo(scale), d: 1n });
  const [max, min] = [ticksOf(indicator.max), ticksOf(indicator.min)];
  const scaled = (bound: Rational, weight: bigint): Rational =>
    weight === today ? bound : { n: roundHalfAway(bound.n * weight, bound.d * today), d: 1n };
  return {
    place: resolved.place,
    share,
    size: toFloat(share),
    rounding: 0.5 + 0.5 * Math.max(1, Math.abs(toFloat(step ?? ONE))),
    step,
    pointsAt: (weight) => {
      const [high, low] = [scaled(max, weight), scaled(min, weight)];
      if (high.n <= weight * high.d) return null;
      const worst = roundHalfAway(low.n, low.d);
      if (step === null) return worst;
      const points = stepped(weight, high, step);
      return indicator.clamp !== false && points < worst ? worst : points;
    },
  };
}

function stepped(weight: bigint, max: Rational, step: Rational): bigint {
  const gain = (max.n - weight * max.d) * step.n;
  return roundHalfAway(weight * max.d * step.d + gain, max.d * step.d);
}

const FRACTION = 0x1_0000000000000000n;

/** A float within 2^-52 of its size, and 2^-64, of the exact value; ±Infinity beyond all doubles. */
function toFloat({ n, d }: Rational): number {
  return Number((n * FRACTION) / d) / 2 ** 64;
}

/** How much more of the weight one client's fact earns than another's. */
export interface Gap {
  readonly place: number;
  readonly size: number;
  readonly rounding: number;
}

/** The gap between two clients; none at all, not even by rounding, where both earn the same under every weight. */
export function gapOf(a: Earning, b: Earning): Gap {
  const share = minus(a.share, b.share);
  const isSameStep = a.step === null || b.step === null ? a.step === b.step : compare(a.step, b.step) === 0;
  const rounding = share.n === 0n && isSameStep ? 0 : a.rounding + b.rounding;
  return { place: a.place, size: toFloat(share), rounding };
}
