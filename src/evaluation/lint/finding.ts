import type { NoDetails, Path } from "../../ground/issue.js";
import type { DecimalString } from "../../ground/numeral.js";

/** How sure a finding is to be a fault. */
export const LINT_SEVERITIES = ["error", "warning", "hint"] as const;
/**
 * How sure a finding is to be a fault.
 * - `error`: nobody can have meant it.
 * - `warning`: a part of the scorecard does nothing, or other than it seems to.
 * - `hint`: it may well be meant; look at it once.
 */
export type LintSeverity = (typeof LINT_SEVERITIES)[number];

/** What {@link lintScorecard} finds. */
export const LINT_FINDING_CODES = [
  "label-missing",
  "group-empty",
  "group-max-never-binds",
  "group-max-always-binds",
  "group-max-below-weight",
  "one-share",
  "never-matters",
  "unknown-escapes-limit",
  "points-rounded-away",
  "no-cap",
  "cap-below-standard",
  "floor-above-standard",
  "idle-knot",
  "same-share-band",
  "limit-never-bites",
  "limit-always-bites",
  "limit-without-effect",
  "limit-redundant",
  "single-grade",
  "grade-never-earned",
  "grade-always-limited",
] as const;
/** A code of a finding; {@link LintFindingDetails} says what each means. */
export type LintFindingCode = (typeof LINT_FINDING_CODES)[number];

/** What each finding says besides its place. Decimals are texts. */
export interface LintFindingDetails {
  /** No name for this id in the language `tag`. */
  readonly "label-missing": { readonly id: string; readonly tag: string };
  /** No indicator belongs to the group. */
  readonly "group-empty": { readonly group: string };
  /** The group's indicators can't earn more than `most` together, so its `max` never holds them. */
  readonly "group-max-never-binds": { readonly max: DecimalString; readonly most: DecimalString };
  /** The group's indicators earn `least` at least, so the group always earns its `max`, whatever the facts. */
  readonly "group-max-always-binds": { readonly max: DecimalString; readonly least: DecimalString };
  /** A client that meets every standard earns `weight` in the group, of which `max` counts: nobody gets the total that way. */
  readonly "group-max-below-weight": { readonly max: DecimalString; readonly weight: DecimalString };
  /** Every value earns the same share. */
  readonly "one-share": { readonly share: DecimalString };
  /** Its points run from `least` to `most`, and wherever the others put a client, that never changes the grade. */
  readonly "never-matters": { readonly least: DecimalString; readonly most: DecimalString };
  /** It has a knock-out, but unknown it earns its middle points and isn't knocked out. */
  readonly "unknown-escapes-limit": NoDetails;
  /** Its shares differ, but at the scorecard's scale its weight rounds the differences away. */
  readonly "points-rounded-away": { readonly weight: DecimalString };
  /** A ratio without a cap: one extreme figure can outweigh all others. */
  readonly "no-cap": NoDetails;
  /** A client that meets or beats the standard earns only this much of the weight. */
  readonly "cap-below-standard": { readonly cap: DecimalString };
  /** A client far below the standard still earns the whole weight or more. */
  readonly "floor-above-standard": { readonly floor: DecimalString };
  /** Without the knot the points would be the same. */
  readonly "idle-knot": { readonly at: DecimalString };
  /** The band earns the share of the band before it. */
  readonly "same-share-band": { readonly from: DecimalString; readonly share: DecimalString };
  /** No value fulfils the condition. */
  readonly "limit-never-bites": { readonly indicator: string };
  /** Every value fulfils the condition, so every grade better than this is out of reach. */
  readonly "limit-always-bites": { readonly indicator: string; readonly grade: string };
  /** It leaves the best grade, or asks for the unknown where an unknown fact leaves no grade at all. */
  readonly "limit-without-effect": { readonly indicator: string; readonly grade: string };
  /** Wherever it bites, other limits of the indicator hold at least as strictly. */
  readonly "limit-redundant": { readonly indicator: string; readonly grade: string };
  /** All clients get the same grade. */
  readonly "single-grade": { readonly grade: string };
  /** No complete facts have a score in this grade's range, and no limit leads to it. */
  readonly "grade-never-earned": { readonly grade: string };
  /** Whatever the indicator's value, some limit of it rules the grade out. */
  readonly "grade-always-limited": { readonly grade: string; readonly indicator: string };
}

/** Something in a sound scorecard that looks like a mistake: a code, its severity, its place and what a sentence about it needs. */
export type LintFinding = {
  [C in LintFindingCode]: {
    readonly code: C;
    readonly severity: LintSeverity;
    readonly path: Path;
    readonly details: LintFindingDetails[C];
  };
}[LintFindingCode];

const SEVERITY: { readonly [C in LintFindingCode]: LintSeverity } = {
  "label-missing": "hint",
  "group-empty": "warning",
  "group-max-never-binds": "hint",
  "group-max-always-binds": "warning",
  "group-max-below-weight": "hint",
  "one-share": "warning",
  "never-matters": "warning",
  "unknown-escapes-limit": "hint",
  "points-rounded-away": "warning",
  "no-cap": "hint",
  "cap-below-standard": "warning",
  "floor-above-standard": "warning",
  "idle-knot": "hint",
  "same-share-band": "warning",
  "limit-never-bites": "error",
  "limit-always-bites": "error",
  "limit-without-effect": "warning",
  "limit-redundant": "warning",
  "single-grade": "warning",
  "grade-never-earned": "warning",
  "grade-always-limited": "error",
};

/** Makes a finding. */
export function finding<C extends LintFindingCode>(code: C, path: Path, details: LintFindingDetails[C]): LintFinding {
  return { code, severity: SEVERITY[code], path, details } as LintFinding;
}
