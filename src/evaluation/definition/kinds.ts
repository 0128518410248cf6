import type { DecimalString, Quantity } from "../../ground/numeral.js";

/** The eight ways to turn an actual value into a share of an indicator's weight. */
export const KINDS = ["ratio", "standard-score", "interpolate", "bands", "rating", "choice", "flag", "share"] as const;
/** One of the eight kinds of indicator. */
export type Kind = (typeof KINDS)[number];

/** What an unknown fact does to the score. */
export const MISSING_POLICIES = ["exclude", "worst", "neutral", "refuse"] as const;
/**
 * What an unknown fact does to the score.
 * - `exclude`: the indicator leaves the sum and the rest is rescaled: score = points ÷ known weight × total.
 * - `worst`: it scores its least points (a ratio without a floor: those of ratio 0).
 * - `neutral`: it scores its points at the standard, or, where the kind has none, the middle of its least and most points.
 * - `refuse`: there is no score and no grade.
 *
 * Whatever the policy, coverage and interval say what is unknown.
 */
export type MissingPolicy = (typeof MISSING_POLICIES)[number];

interface Common<D> {
  /** A declared group, or none. */
  readonly group?: string | undefined;
  /** The points for a value at its standard, or for a full share. Positive; all weights sum exactly to the total. */
  readonly weight: D;
  /** What an unknown fact of this indicator does; the scorecard's policy unless told. */
  readonly missing?: MissingPolicy | undefined;
  /** A fact observed more days before `asOf` than this counts as unknown (`stale`). Without it facts don't age, and a fact without `observedAt` never does. */
  readonly maxAgeDays?: number | undefined;
}

/**
 * Classic Wall score 沃尔评分法 (A7.6): `weight × clamp(actual ÷ standard, floor, cap)`; with `better: "lower"`,
 * `weight × clamp(standard ÷ actual, floor, cap)`, where an actual of zero or less is worth the cap. No cap or floor unless given.
 */
export interface RatioOf<D> extends Common<D> {
  readonly kind: "ratio";
  /** The value that earns exactly the weight; above zero. */
  readonly standard: D;
  /** `"higher"` unless told. */
  readonly better?: "higher" | "lower" | undefined;
  /** The most that the ratio may count, as a multiple of the standard: 1.5 lets 150 % of the weight be earned. */
  readonly cap?: D | undefined;
  /** The least that the ratio may count. */
  readonly floor?: D | undefined;
  /** Rounds the relative ratio to so many decimals (0 … 9) before it is weighted, as printed tables do. */
  readonly relativeScale?: number | undefined;
}

/**
 * Modified Wall score: `weight + (actual − standard) ÷ ((best − standard) ÷ (max − weight))`, held to `[min, max]`. Each
 * step from the standard towards the industry's best ratio earns the same points. `best` below `standard`: lower is better.
 */
export interface StandardScoreOf<D> extends Common<D> {
  readonly kind: "standard-score";
  /** The value that earns exactly the weight. */
  readonly standard: D;
  /** The industry's best value: earns `max`. */
  readonly best: D;
  /** The most points; above the weight. */
  readonly max: D;
  /** The least points; at most the weight. */
  readonly min: D;
  /** `false` for the textbooks' form without bounds; `true` unless told. */
  readonly clamp?: boolean | undefined;
}

/** Efficacy bands 功效系数法: `weight × share`, the share interpolated between knots. */
export interface InterpolateOf<D> extends Common<D> {
  readonly kind: "interpolate";
  /** At least two; `at` strictly rises or strictly falls. The direction of goodness lies in the shares. */
  readonly knots: readonly KnotOf<D>[];
  /** Beyond the outer knots: their shares hold (`"hold"`, unless told) or the outer lines go on (`"extend"`). */
  readonly beyond?: "hold" | "extend" | undefined;
}

/** A value and the share of the weight that it earns. */
export interface KnotOf<D> {
  readonly at: D;
  readonly share: D;
}

/** `weight × share` of the band `[from, next from)` in which the value lies. Shares need not rise or fall. */
export interface BandsOf<D> extends Common<D> {
  readonly kind: "bands";
  /** `from` is `null` in the first band and strictly rises from there. */
  readonly bands: readonly BandOf<D>[];
}

/** A band from `from` (included) to the next band's `from` (excluded); `null`: from the lowest value. */
export interface BandOf<D> {
  readonly from: D | null;
  readonly share: D;
}

/** A judgement on a scale, such as 1 … 5: `weight × (value − min) ÷ (max − min)`. Values outside are issues; decimals are allowed. */
export interface RatingOf<D> extends Common<D> {
  readonly kind: "rating";
  readonly min: D;
  readonly max: D;
}

/** One of a list of codes: `weight × the option's share`. */
export interface ChoiceOf<D> extends Common<D> {
  readonly kind: "choice";
  readonly options: Readonly<Record<string, D>>;
}

/** Yes or no: the whole weight if the fact is as expected, otherwise nothing. */
export interface FlagOf<D> extends Common<D> {
  readonly kind: "flag";
  /** The answer that earns the weight; `true` unless told. */
  readonly expect?: boolean | undefined;
}

/** A share from 0 to 1 that the host computed: `weight × share`. Values outside are issues. */
export interface ShareOf<D> extends Common<D> {
  readonly kind: "share";
}

type AnyIndicatorOf<D> =
  | RatioOf<D>
  | StandardScoreOf<D>
  | InterpolateOf<D>
  | BandsOf<D>
  | RatingOf<D>
  | ChoiceOf<D>
  | FlagOf<D>
  | ShareOf<D>;

/** An indicator as a host writes it: decimals as numbers or texts, defaults left out. */
export type IndicatorDefinition = AnyIndicatorOf<Quantity>;

/** An indicator as a {@link Scorecard} holds it: decimals as canonical texts, keys as the definition has them. */
export type Indicator = AnyIndicatorOf<DecimalString>;
