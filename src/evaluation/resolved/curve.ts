import { type DecimalString, exactly } from "../../ground/numeral.js";
import { compare, minus, ONE, over, type Rational, tenTo, times, ZERO } from "../../ground/rational.js";
import type { Indicator, KnotOf } from "../definition/kinds.js";
import { type Line, line, reciprocal } from "../exact/line.js";
import { type Threshold, threshold } from "../exact/threshold.js";

/** Decimals of shares, ratios and coverage: those of the scale, at least four. */
export function shareScale(scale: number): number {
  return Math.max(scale, 4);
}

/** One stretch of a curve: the points and the share that it gives, both in ticks. */
export interface Piece {
  readonly points: Line;
  readonly share: Line;
}

/** Points as a function of a numeric fact: pieces between thresholds, each threshold belonging to the piece above it. */
export interface Curve {
  readonly starts: readonly Threshold[];
  readonly pieces: readonly Piece[];
}

/** The kinds whose facts are numbers. */
export type NumericIndicator = Exclude<Indicator, { kind: "choice" | "flag" }>;

/** The curve of an indicator at a scale. A ratio that is rounded first has the curve of its rounded ratio. */
export function curveOf(indicator: NumericIndicator, scale: number): Curve {
  const make = (slope: Rational, offset: Rational): Piece => piece(indicator.weight, scale, slope, offset);
  switch (indicator.kind) {
    case "ratio":
      return { starts: [], pieces: [ratioPiece(indicator, scale)] };
    case "standard-score":
      return { starts: [], pieces: [standardScorePiece(indicator, make)] };
    case "interpolate":
      return interpolateCurve(indicator, make);
    case "bands":
      return {
        starts: indicator.bands.flatMap(({ from }) => (from === null ? [] : [threshold(from)])),
        pieces: indicator.bands.map(({ share }) => make(ZERO, exactly(share))),
      };
    case "rating": {
      const [min, max] = [exactly(indicator.min), exactly(indicator.max)];
      const slope = over(ONE, minus(max, min));
      return { starts: [], pieces: [make(slope, times(slope, minus(ZERO, min)))] };
    }
    case "share":
      return { starts: [], pieces: [make(ONE, ZERO)] };
  }
}

/** A stretch on which the share is `slope · a + offset`. */
function piece(weight: DecimalString, scale: number, slope: Rational, offset: Rational): Piece {
  const full = times(exactly(weight), { n: tenTo(scale), d: 1n });
  const whole = { n: tenTo(shareScale(scale)), d: 1n };
  return {
    points: line(times(slope, full), times(offset, full)),
    share: line(times(slope, whole), times(offset, whole)),
  };
}

type RatioIndicator = Extract<Indicator, { kind: "ratio" }>;

function ratioPiece({ weight, standard, better, relativeScale }: RatioIndicator, scale: number): Piece {
  if (relativeScale !== undefined) return piece(weight, scale, ONE, ZERO);
  if (better !== "lower") return piece(weight, scale, over(ONE, exactly(standard)), ZERO);
  const full = times(exactly(weight), { n: tenTo(scale), d: 1n });
  const whole = { n: tenTo(shareScale(scale)), d: 1n };
  return { points: reciprocal(times(exactly(standard), full)), share: reciprocal(times(exactly(standard), whole)) };
}

/** The relative ratio of an indicator that rounds it first, in ticks of its `relativeScale`. */
export function relativeLine({ standard, better, relativeScale }: RatioIndicator): Line | null {
  if (relativeScale === undefined) return null;
  const unit = { n: tenTo(relativeScale), d: 1n };
  return better === "lower" ? reciprocal(times(exactly(standard), unit)) : line(over(unit, exactly(standard)), ZERO);
}

type Make = (slope: Rational, offset: Rational) => Piece;

function standardScorePiece(indicator: Extract<Indicator, { kind: "standard-score" }>, make: Make): Piece {
  const [weight, standard] = [exactly(indicator.weight), exactly(indicator.standard)];
  const gain = over(minus(exactly(indicator.max), weight), minus(exactly(indicator.best), standard));
  const slope = over(gain, weight);
  return make(slope, minus(ONE, times(slope, standard)));
}

function interpolateCurve(indicator: Extract<Indicator, { kind: "interpolate" }>, make: Make): Curve {
  const knots = [...indicator.knots].sort((a, b) => compare(exactly(a.at), exactly(b.at)));
  const inner = knots.slice(1).map((right, index) => segment(knots[index] as KnotOf<DecimalString>, right, make));
  if (indicator.beyond === "extend")
    return { starts: knots.slice(1, -1).map(({ at }) => threshold(at)), pieces: inner };
  const [first, last] = [knots[0], knots.at(-1)].map((knot) =>
    make(ZERO, exactly((knot as KnotOf<DecimalString>).share)),
  ) as [Piece, Piece];
  return { starts: knots.map(({ at }) => threshold(at)), pieces: [first, ...inner, last] };
}

function segment(left: KnotOf<DecimalString>, right: KnotOf<DecimalString>, make: Make): Piece {
  const slope = over(minus(exactly(right.share), exactly(left.share)), minus(exactly(right.at), exactly(left.at)));
  return make(slope, minus(exactly(left.share), times(slope, exactly(left.at))));
}
