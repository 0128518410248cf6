import type { DecimalString, Quantity } from "../ground/numeral.js";

/** The stages of a client's experience with a product line (B2), from the first to the last. */
export const EXPERIENCE_STAGES = ["generalist", "in-transition", "specialist"] as const;
/** An inexperienced generalist 无经验的多面手; on the way; an experienced specialist 有经验的专家. */
export type ExperienceStage = (typeof EXPERIENCE_STAGES)[number];

/** Units of a model's period. */
export const PERIOD_UNITS = ["day", "month"] as const;
/** Days, or months of the calendar. */
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** The ids of a model's signals with their levels: what `defineExperienceModel` infers, the `S` in `ExperienceModel<S>`. */
export type SignalLevels = Readonly<Record<string, string>>;

/** A value for each stage. */
export type ByStage<T> = { readonly [G in ExperienceStage]: T };

/** The signals of the handbook's table (B2.1–B2.8) with their levels, each from the generalist's to the specialist's. */
export type HandbookSignals = {
  /** B2.1 Who decides. */
  readonly decisionMakers: "senior-management" | "mixed" | "purchasing-experts";
  /** B2.2 What counts. */
  readonly buyingCriteria: "application-support" | "mixed" | "price-performance";
  /** B2.3 How it buys. */
  readonly buyingManner: "whole-system" | "partly-split" | "unbundled";
  /** B2.4 How long a decision takes; says nothing of a product whose parts are tightly interwoven. */
  readonly decisionTime: "long" | "medium" | "short";
  /** B2.5 How much guidance it needs. */
  readonly guidance: "start-to-end" | "at-times" | "little";
  /** B2.6 What it does with risk. */
  readonly risk: "avoids" | "shares" | "takes";
  /** B2.7 How sensitive to price it is. */
  readonly priceSensitivity: "low" | "medium" | "high";
  /** B2.8 Its interest in new applications. */
  readonly newApplications: "high" | "moderate" | "falling";
};

/** A signal: its levels from the generalist's to the specialist's, and how likely each one is in each stage. */
export interface SignalOf<D, L extends string = string> {
  /** Where the handbook speaks of it: `"B2.1"`. */
  readonly handbook?: string | undefined;
  /** From the one that speaks most for a generalist to the one that speaks most for a specialist; two to nine. */
  readonly levels: readonly L[];
  /** For each stage the probability of each level, above 0; those of one stage sum to exactly 1. */
  readonly likelihoods: ByStage<{ readonly [K in L]: D }>;
  /** The signal says nothing where the product's parts are tightly interwoven (B2.4); `false` unless told. */
  readonly silentWhenInterwoven?: boolean | undefined;
}

/** The time that one step of the model takes: `every` 3 months is a quarter. Periods begin where the calendar's do. */
export interface ExperiencePeriod {
  readonly unit: PeriodUnit;
  readonly every: number;
}

/** When a stage is entered and left again, as the probability of being at least that far. */
export interface ThresholdsOf<D> {
  /** From here on, the next stage is entered. */
  readonly enter: D;
  /** Below it, a stage is left again; at most `enter`. */
  readonly leave: D;
}

/** The least evidence for a stage to be named. */
export interface LeastEvidence {
  /** Different signals … */
  readonly signals: number;
  /** … seen within so many periods, this one included. */
  readonly within: number;
}

/** Over how many periods at least direction and speed are measured, and the change of position below which a client is steady. */
export interface PaceOf<D> {
  readonly periods: number;
  readonly steadyBelow: D;
}

/**
 * A model of how clients gain experience, as plain JSON in one canonical form, frozen: a hidden Markov chain over three stages. `S` maps
 * the ids of its signals to their levels. Only `defineExperienceModel` and `extendExperienceModel` make one.
 */
export interface ExperienceModel<S = SignalLevels> {
  /** The version of this stored shape. */
  readonly v: 1;
  readonly id: string;
  /** The host's version of its own model. */
  readonly version: string;
  readonly period: ExperiencePeriod;
  readonly signals: { readonly [K in keyof S]: SignalOf<DecimalString, S[K] & string> };
  /** The probability of each stage before anything is known. */
  readonly prior: ByStage<DecimalString>;
  /** From each stage (outer key) the probability of each stage one period later (inner key). */
  readonly transitions: ByStage<ByStage<DecimalString>>;
  readonly thresholds: ThresholdsOf<DecimalString>;
  /** Periods in a row, counting those with evidence, for which a threshold must be passed before the stage changes. */
  readonly dwell: number;
  readonly evidence: LeastEvidence;
  readonly pace: PaceOf<DecimalString>;
}

/** What `defineExperienceModel` takes. */
export interface ExperienceModelDefinition<S> {
  readonly v?: 1 | undefined;
  readonly id: string;
  readonly version: string;
  /** One month unless told. */
  readonly period?: ExperiencePeriod | undefined;
  readonly signals: { readonly [K in keyof S]: SignalOf<Quantity, S[K] & string> };
  readonly prior: ByStage<Quantity>;
  readonly transitions: ByStage<ByStage<Quantity>>;
  readonly thresholds: ThresholdsOf<Quantity>;
  /** 1 unless told: no waiting. */
  readonly dwell?: number | undefined;
  readonly evidence: LeastEvidence;
  /** Six periods, steady below 0.05, unless told. */
  readonly pace?: PaceOf<Quantity> | undefined;
}
