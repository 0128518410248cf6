import type { DecimalString, Quantity } from "../../ground/numeral.js";
import type { ExperienceIssue } from "../issue.js";
import type { ByStage, ExperienceModel, ExperienceStage, HandbookSignals } from "../model.js";

/** What the base's numbers weigh against the host's counts, each above 0. */
export interface CalibrationSmoothing {
  /** As so many sightings of each signal in each stage. */
  readonly signals: Quantity;
  /** As so many periods in each stage. */
  readonly transitions: Quantity;
  /** As so many clients. */
  readonly prior: Quantity;
}

/** How to calibrate. */
export interface CalibrationOptions {
  /** The new model's id and version. */
  readonly id: string;
  readonly version: string;
  readonly smoothing: CalibrationSmoothing;
  /** Fewer sightings of a signal in a stage, periods in a stage, or clients in all than this raise a warning; 30 unless told. */
  readonly least?: number | undefined;
}

/** What to beware of in a calibrated model. */
export const CALIBRATION_WARNING_CODES = [
  "too-few-sightings",
  "too-few-periods",
  "too-few-histories",
  "order-smoothed",
  "order-base-kept",
] as const;
/**
 * What to beware of in a calibrated model.
 * - `too-few-sightings`, `too-few-periods`, `too-few-histories`: the base's numbers decide more than the counts do.
 * - `order-smoothed`, `order-base-kept`: the counts contradict the order of the levels (or, without a signal, of the stages); the base's
 *   numbers were given more weight until they didn't, or were kept. Either too little was seen, or the levels stand in the wrong order.
 */
export type CalibrationWarningCode = (typeof CALIBRATION_WARNING_CODES)[number];

/** A warning; what doesn't belong to its code is `null`. */
export interface CalibrationWarning {
  readonly code: CalibrationWarningCode;
  readonly signal: string | null;
  readonly stage: ExperienceStage | null;
  readonly counted: number | null;
  readonly least: number | null;
}

/**
 * How well a signal tells two stages apart: half the sum of the differences of its likelihoods (total variation), to four decimals. 0: not at all; 1:
 * without fail. Of a client equally likely at either stage one sighting tells the right one with probability ½ + ½ × this.
 */
export interface SignalSeparation {
  readonly generalistSpecialist: number;
  readonly generalistTransition: number;
  readonly transitionSpecialist: number;
}

/** What was counted of a signal and what came of it. */
export interface CalibratedSignal {
  readonly signal: string;
  /** Periods in which each level counted, by labelled stage. */
  readonly counts: ByStage<Readonly<Record<string, number>>>;
  readonly separation: SignalSeparation;
  /** That of the base, to compare. */
  readonly baseSeparation: SignalSeparation;
  /** The weight that the base's numbers were given; `null` where they were kept. */
  readonly smoothing: DecimalString | null;
  /** Where the counts, smoothed as asked, break the order of the levels. */
  readonly breaks: readonly {
    readonly lower: string;
    readonly higher: string;
    readonly stage: ExperienceStage;
    readonly next: ExperienceStage;
  }[];
}

/** A calibrated model, and how far to trust it. */
export interface Calibration<S = HandbookSignals> {
  /** The version of this shape. */
  readonly v: 1;
  readonly model: ExperienceModel<S>;
  /** Histories that were counted. */
  readonly histories: number;
  /** In the model's order. */
  readonly signals: readonly CalibratedSignal[];
  /** Steps of one period, from stage (outer key) to stage (inner key). */
  readonly transitions: { readonly counts: ByStage<ByStage<number>>; readonly smoothing: DecimalString | null };
  /** First labels. */
  readonly prior: { readonly counts: ByStage<number> };
  readonly warnings: readonly CalibrationWarning[];
  /** What was wrong with the histories; paths begin with the history's index. */
  readonly issues: readonly ExperienceIssue[];
}
