import { type DecimalString, exactly } from "../../ground/numeral.js";
import { ONE, type Rational, roundHalfAway, tenTo, times } from "../../ground/rational.js";
import type { Indicator, Kind, MissingPolicy } from "../definition/kinds.js";
import { shareRange } from "../definition/range.js";
import type { ReasonCode, StrengthCode } from "../evaluation.js";
import type { Line } from "../exact/line.js";
import { type Threshold, threshold } from "../exact/threshold.js";
import { type Curve, curveOf, relativeLine, shareScale } from "./curve.js";

/** An indicator prepared for evaluation. Every indicator has every field, whatever its kind, so that one loop serves all. */
export interface ResolvedIndicator {
  readonly id: string;
  readonly kind: Kind;
  /** The place of its group; behind all groups for none. */
  readonly place: number;
  readonly groupId: string | null;
  readonly weight: number;
  /** The weight, and so the points of a full share, in ticks. */
  readonly full: number;
  readonly missing: MissingPolicy;
  readonly maxAgeDays: number;
  readonly standard: DecimalString | null;
  /** What an unknown fact scores under the policies, in ticks. */
  readonly worst: number;
  readonly neutral: number;
  /** The bounds of all possible points and shares; infinite where there are none. */
  readonly least: Earned;
  readonly most: Earned;
  /** The most ticks, up or down, that sums can still carry exactly. */
  readonly highest: number;
  readonly numeric: NumericPart | null;
  /** What each option of a choice, or each answer of a flag, earns; `null` for other kinds. */
  readonly answers: ReadonlyMap<string | boolean, Earned> | null;
  readonly reason: Exclude<ReasonCode, "group-capped">;
  readonly reached: StrengthCode;
  readonly exceeded: StrengthCode;
}

/** Points and share in ticks. */
export interface Earned {
  readonly points: number;
  readonly share: number;
}

/** What only indicators with numeric facts have. */
export interface NumericPart {
  readonly curve: Curve;
  readonly isRatio: boolean;
  /** A ratio of which less is better: undefined at zero and below. */
  readonly isReciprocal: boolean;
  /** The first rounding of a ratio that has a `relativeScale`. */
  readonly relative: Line | null;
  readonly relativeUnit: number;
  /** Facts outside are issues. */
  readonly min: Threshold | null;
  readonly max: Threshold | null;
}

/** What an indicator takes from its scorecard. */
export interface Setting {
  readonly scale: number;
  readonly mostShare: Rational;
  readonly missing: MissingPolicy;
  readonly place: number;
}

/** Prepares one indicator. */
export function resolveIndicator(id: string, indicator: Indicator, setting: Setting): ResolvedIndicator {
  const weight = exactly(indicator.weight);
  const earned = (share: Rational): Earned => earnedBy(share, weight, setting.scale);
  const range = shareRange(indicator);
  const hasStandard = indicator.kind === "ratio" || indicator.kind === "standard-score";
  const isFlag = indicator.kind === "flag";
  return {
    id,
    kind: indicator.kind,
    place: setting.place,
    groupId: indicator.group ?? null,
    weight: Number(indicator.weight),
    full: earned(ONE).points,
    missing: setting.missing,
    maxAgeDays: indicator.maxAgeDays ?? Infinity,
    standard: hasStandard ? indicator.standard : null,
    worst: earned(range.worst).points,
    neutral: earned(range.neutral).points,
    least: range.least === null ? UNBOUNDED_BELOW : earned(range.least),
    most: range.most === null ? UNBOUNDED_ABOVE : earned(range.most),
    highest: earned(setting.mostShare).points,
    numeric: indicator.kind === "choice" || isFlag ? null : numericPart(indicator, setting.scale),
    answers: indicator.kind === "choice" || isFlag ? earnedByAnswer(indicator, weight, setting.scale) : null,
    reason: hasStandard ? "below-standard" : isFlag ? "not-as-expected" : "below-full-share",
    reached: hasStandard ? "meets-standard" : isFlag ? "as-expected" : "full-share",
    exceeded: hasStandard ? "above-standard" : "full-share",
  };
}

/** A number of points in ticks, half away from zero. */
export function roundTicks({ n, d }: Rational, scale: number): number {
  return Number(roundHalfAway(n * tenTo(scale), d));
}

type AnswerIndicator = Extract<Indicator, { kind: "choice" | "flag" }>;

function earnedByAnswer(indicator: AnswerIndicator, weight: Rational, scale: number): Map<string | boolean, Earned> {
  const shares: readonly (readonly [string | boolean, DecimalString])[] =
    indicator.kind === "choice"
      ? Object.entries(indicator.options)
      : [true, false].map((answer) => [answer, answer === (indicator.expect !== false) ? "1" : "0"]);
  return new Map(shares.map(([answer, share]) => [answer, earnedBy(exactly(share), weight, scale)]));
}

function earnedBy(share: Rational, weight: Rational, scale: number): Earned {
  return { points: roundTicks(times(share, weight), scale), share: roundTicks(share, shareScale(scale)) };
}

const UNBOUNDED_BELOW: Earned = { points: -Infinity, share: -Infinity };
const UNBOUNDED_ABOVE: Earned = { points: Infinity, share: Infinity };

function numericPart(indicator: Exclude<Indicator, { kind: "choice" | "flag" }>, scale: number): NumericPart {
  const isRatio = indicator.kind === "ratio";
  const [min, max] = domainOf(indicator);
  return {
    curve: curveOf(indicator, scale),
    isRatio,
    isReciprocal: isRatio && indicator.better === "lower",
    relative: isRatio ? relativeLine(indicator) : null,
    relativeUnit: Number(tenTo((isRatio ? indicator.relativeScale : undefined) ?? shareScale(scale))),
    min,
    max,
  };
}

function domainOf(indicator: Indicator): [Threshold | null, Threshold | null] {
  if (indicator.kind === "rating") return [threshold(indicator.min), threshold(indicator.max)];
  return indicator.kind === "share" ? [threshold("0"), threshold("1")] : [null, null];
}
