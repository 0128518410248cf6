import { exactly } from "../../ground/numeral.js";
import { compare, type Rational } from "../../ground/rational.js";
import type { TargetClass } from "../../ground/vocabulary.js";
import {
  TARGET_FACTS,
  type TargetFact,
  type TargetReason,
  type TargetReasonCode,
  type TargetVerdict,
} from "./identify.js";

/** Ratings by fact, as canonical decimals; absent: unknown. */
export type Ratings = { readonly [F in TargetFact]?: string | undefined };

/** The ratings that are needed. */
export interface Marks {
  readonly enough: string;
  readonly core: string;
}

/** A judgement on what is known at one time. */
export interface Judgement {
  readonly verdict: TargetVerdict;
  readonly class: TargetClass | null;
  readonly reasons: readonly TargetReason[];
  readonly missing: readonly TargetFact[];
}

type Band = "core" | "enough" | "below" | "unknown";
type Bands = { readonly [F in TargetFact]: Band };

/** Judges by the two tests (A5.1): philosophy first, then growth before strength, then willingness. */
export function judge(ratings: Ratings, marks: Marks): Judgement {
  const entries = TARGET_FACTS.map((fact) => [fact, bandOf(ratings[fact], marks)] as const);
  const bands = Object.fromEntries(entries) as Bands;
  const verdict = verdictOf(bands);
  return {
    verdict,
    class: verdict === "target" ? classOf(bands) : null,
    reasons: entries.flatMap(([fact, band]) => reasonFor(fact, band, ratings[fact], marks)),
    missing: missingIn(bands, verdict),
  };
}

function bandOf(rating: string | undefined, { enough, core }: Marks): Band {
  if (rating === undefined) return "unknown";
  const value: Rational = exactly(rating);
  if (compare(value, exactly(core)) >= 0) return "core";
  return compare(value, exactly(enough)) >= 0 ? "enough" : "below";
}

/** A philosophy apart from ours rules a client out, whatever else it has. */
function verdictOf({ philosophyFit, growthPotential, strength, willingness }: Bands): TargetVerdict {
  if (philosophyFit === "below") return "not-target";
  const isFitOpen = philosophyFit === "unknown" || (growthPotential === "unknown" && strength === "unknown");
  if (isFitOpen || willingness === "unknown") return "open";
  return willingness === "below" ? "court" : "target";
}

/** Without growth nobody is a core dealer, however strong (A5.2); with neither growth nor strength it sells under another's care. */
function classOf({ philosophyFit, growthPotential, strength, willingness }: Bands): TargetClass {
  const isEnough = (band: Band): boolean => band === "core" || band === "enough";
  if (!isEnough(growthPotential) && !isEnough(strength)) return "distributor";
  const isGreat = growthPotential === "core" || (growthPotential === "enough" && strength === "core");
  return isGreat && philosophyFit === "core" && willingness === "core" ? "core-dealer" : "ordinary-dealer";
}

/** What could still change the judgement. */
function missingIn(bands: Bands, verdict: TargetVerdict): TargetFact[] {
  if (verdict === "not-target") return [];
  const unknown = TARGET_FACTS.filter((fact) => bands[fact] === "unknown");
  return unknown.filter((fact) => verdict === "open" || (verdict === "target" && canRaise(fact, bands)));
}

/** Whether the best rating would give a higher class. */
function canRaise(fact: TargetFact, bands: Bands): boolean {
  return classOf({ ...bands, [fact]: "core" }) !== classOf(bands);
}

const CODES: { readonly [F in TargetFact]: { readonly [B in Exclude<Band, "unknown">]: TargetReasonCode } } = {
  philosophyFit: { core: "philosophy-shared", enough: "philosophy-shared", below: "philosophy-apart" },
  growthPotential: { core: "growth-promising", enough: "growth-enough", below: "growth-limits" },
  strength: { core: "strength-great", enough: "strength-enough", below: "strength-small" },
  willingness: { core: "willing", enough: "willing", below: "unwilling" },
};

function reasonFor(fact: TargetFact, band: Band, value: string | undefined, { enough, core }: Marks): TargetReason[] {
  if (band === "unknown" || value === undefined) return [];
  return [{ code: CODES[fact][band], value, mark: band === "core" ? core : enough }];
}
