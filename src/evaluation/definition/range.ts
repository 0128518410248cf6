import { type DecimalString, exactly, middle } from "../../ground/numeral.js";
import { compare, greatest, least, ONE, plus, type Rational, rational, roundHalfAway, tenTo, times, ZERO } from "../../ground/rational.js";
import type { Indicator } from "./kinds.js";
import type { Scorecard } from "./scorecard.js";

/** Exact points between which an indicator's values lie; `null`: no bound. */
export interface PointsRange {
  readonly least: Rational | null;
  readonly most: Rational | null;
}

/** What an unknown fact scores under the policies `worst` and `neutral`, exactly. */
export interface PolicyPoints {
  readonly worst: Rational;
  readonly neutral: Rational;
}

/** Between which points every possible fact of the indicator scores. */
export function pointsRange(indicator: Indicator): PointsRange {
  const weight = exactly(indicator.weight);
  switch (indicator.kind) {
    case "ratio": {
      const none = indicator.better === "lower" ? ZERO : null;
      const floor = indicator.floor === undefined ? none : clampShare(indicator, exactly(indicator.floor));
      const cap = indicator.cap === undefined ? null : exactly(indicator.cap);
      return { least: floor && times(weight, clampShare(indicator, floor)), most: cap && times(weight, cap) };
    }
    case "standard-score":
      if (indicator.clamp === false) return { least: null, most: null };
      return { least: exactly(indicator.min), most: exactly(indicator.max) };
    case "interpolate":
      return indicator.beyond === "extend" ? extendedRange(indicator, weight) : shareRange(indicator, weight);
    default:
      return shareRange(indicator, weight);
  }
}

/** What the policies for missing facts score. */
export function policyPoints(indicator: Indicator): PolicyPoints {
  const weight = exactly(indicator.weight);
  switch (indicator.kind) {
    case "ratio":
      return { worst: times(weight, worstRatio(indicator)), neutral: times(weight, clampShare(indicator, ONE)) };
    case "standard-score":
      return { worst: exactly(indicator.min), neutral: weight };
    default: {
      const range = shareRange(indicator, weight);
      return { worst: range.least, neutral: middle(range.least, range.most) };
    }
  }
}

type RatioIndicator = Extract<Indicator, { kind: "ratio" }>;

function worstRatio(indicator: RatioIndicator): Rational {
  return clampShare(indicator, indicator.floor === undefined ? ZERO : exactly(indicator.floor));
}

function clampShare({ cap, floor, better }: RatioIndicator, share: Rational): Rational {
  const raised = floor === undefined ? share : greatest(share, exactly(floor));
  const possible = better === "lower" ? greatest(raised, ZERO) : raised;
  return cap === undefined ? possible : least(possible, exactly(cap));
}

interface BoundedRange {
  readonly least: Rational;
  readonly most: Rational;
}

function shareRange(indicator: Exclude<Indicator, { kind: "ratio" | "standard-score" }>, weight: Rational): BoundedRange {
  const [first = ZERO, ...others] = sharesOf(indicator).map(exactly);
  return { least: times(weight, others.reduce(least, first)), most: times(weight, others.reduce(greatest, first)) };
}

function sharesOf(indicator: Exclude<Indicator, { kind: "ratio" | "standard-score" }>): DecimalString[] {
  switch (indicator.kind) {
    case "interpolate":
      return indicator.knots.map(({ share }) => share);
    case "bands":
      return indicator.bands.map(({ share }) => share);
    case "choice":
      return Object.values(indicator.options);
    default:
      return ["0", "1"];
  }
}

function extendedRange(indicator: Extract<Indicator, { kind: "interpolate" }>, weight: Rational): PointsRange {
  const { least: low, most: high } = shareRange(indicator, weight);
  const shares = sharesOf(indicator).map(exactly);
  const ends = [shares.slice(0, 2), shares.slice(-2).reverse()];
  const outward = ends.map(([outer = ZERO, inner = ZERO]) => compare(outer, inner));
  return { least: outward.includes(-1) ? null : low, most: outward.includes(1) ? null : high };
}

/**
 * The highest score that complete facts can earn: the sum of every indicator's most points, rounded as points are, groups held to
 * their `max`; `null` where a ratio has no cap.
 */
export function highestScore({ indicators, groups, scale }: Scorecard): Rational | null {
  const perGroup = new Map<string | undefined, Rational | null>();
  for (const indicator of Object.values(indicators)) {
    const { most } = pointsRange(indicator);
    const before = perGroup.get(indicator.group) ?? (perGroup.has(indicator.group) ? null : ZERO);
    perGroup.set(indicator.group, most === null || before === null ? null : plus(before, roundTo(most, scale)));
  }
  let highest: Rational | null = ZERO;
  for (const [group, points] of perGroup) {
    const max = group === undefined ? undefined : groups[group]?.max;
    const capped: Rational | null = max === undefined ? points : points === null ? exactly(max) : least(points, exactly(max));
    highest = highest === null || capped === null ? null : plus(highest, capped);
  }
  return highest;
}

function roundTo(value: Rational, decimals: number): Rational {
  const unit = tenTo(decimals);
  return rational(roundHalfAway(value.n * unit, value.d), unit);
}
