import type { Indicator } from "../definition/kinds.js";
import type { Scorecard } from "../definition/scorecard.js";
import { asSound } from "../definition/sound.js";
import { type Resolved, resolve } from "../resolved/resolve.js";
import { type Attainable, attainable } from "./attainable.js";
import { finding, type LintFinding } from "./finding.js";
import { gradeFindings } from "./grades.js";
import { groupFindings, pointsText } from "./groups.js";
import { onlyShare, partFindings } from "./indicators.js";
import { gradeLabelFindings, type LabelLocale, labelFindings, optionFindings, readLocales } from "./labels.js";
import { limitFindings, reviewLimits } from "./limits.js";
import { neverMatter } from "./matters.js";
import { hull, type TicksSet } from "./ticks-set.js";

/** Options of {@link lintScorecard}. */
export interface LintOptions {
  /** Languages in which every part of the scorecard should have a name; none unless told. */
  readonly locales?: readonly LabelLocale[] | undefined;
}

/** What the checks share. */
interface Review {
  readonly card: Scorecard;
  readonly resolved: Resolved;
  readonly attained: Attainable;
  readonly locales: readonly LabelLocale[];
}

/**
 * What looks like a mistake in a sound scorecard: parts that do nothing (bands of equal shares, knots on a line, limits that never bite
 * or are shadowed, a group's `max` out of reach), parts that do too much (limits that always bite), grades that no complete facts lead to,
 * indicators that never change a grade, and names missing in a language.
 *
 * Every finding holds: none claims what some facts contradict. Not every oddity is found; on cards whose sums are too many to be
 * enumerated the checks of grades and indicators claim less. In the order of the definition; an empty list for a clean card.
 * Words are in the locale's `findings`; `formatIssue` says them.
 *
 * Throws a `KeyAccountError` with the definition's faults if the scorecard was put together by hand and is faulty, and with `wrong-type` if
 * `locales` isn't a list of languages.
 *
 * @example
 * ```ts
 * import { defineScorecard, formatIssue, lintScorecard } from "keyaccount";
 * import { en } from "keyaccount/locale/en";
 *
 * const card = defineScorecard({
 *   id: "payer", version: "1",
 *   indicators: {
 *     payment: { kind: "rating", weight: 60, min: 1, max: 5 },
 *     volume: { kind: "bands", weight: 40, bands: [{ from: null, share: 0 }, { from: 10, share: 1 }, { from: 50, share: 1 }] },
 *   },
 *   limits: [{ when: { indicator: "payment", below: 1 }, grade: "B" }],
 *   grades: [{ grade: "A", from: 80 }, { grade: "B", from: null }],
 * });
 *
 * const findings = lintScorecard(card);
 * findings.map(({ code, severity }) => `${severity}: ${code}`); // => ["warning: same-share-band", "error: limit-never-bites"]
 * findings.slice(1).map((finding) => formatIssue(finding, en)); // => ["limits › #1: payment: no value meets this condition, so the limit never bites."]
 * ```
 */
export function lintScorecard<I, G extends string, R extends string>(
  scorecard: Scorecard<I, G, R>,
  options: LintOptions | null = {},
): readonly LintFinding[] {
  const locales = readLocales(options?.locales);
  const card = asSound(scorecard);
  const resolved = resolve(card);
  const attained = attainable(resolved);
  const review: Review = { card, resolved, attained, locales };
  const limits = reviewLimits(card, resolved);
  return [
    ...labelFindings(locales, "scorecards", card.id, ["id"]),
    ...Object.keys(card.groups).flatMap((id, place) => [
      ...labelFindings(locales, "groups", id, ["groups", id]),
      ...groupFindings(card, resolved, attained, place),
    ]),
    ...indicatorFindings(review),
    ...limitFindings(resolved, limits),
    ...byPlace(gradeFindings(resolved, attained.scores, limits), card.grades, (place) =>
      gradeLabelFindings(locales, card, place),
    ),
  ];
}

function indicatorFindings({ card, resolved, attained, locales }: Review): LintFinding[] {
  const idle = card.grades.length > 1 ? neverMatter(resolved, attained) : [];
  return Object.entries(card.indicators).flatMap(([id, indicator], index) => {
    const points = attained.points[index] as TicksSet;
    return [
      ...labelFindings(locales, "indicators", id, ["indicators", id]),
      ...escapes(card, id, indicator),
      ...rangeFindings(card, id, indicator, points, idle[index] === true),
      ...optionFindings(locales, id, indicator),
    ];
  });
}

function rangeFindings(
  card: Scorecard,
  id: string,
  indicator: Indicator,
  points: TicksSet,
  isIdle: boolean,
): LintFinding[] {
  const share = onlyShare(indicator);
  if (share !== null) return [finding("one-share", ["indicators", id], { share })];
  const parts = partFindings(id, indicator, points);
  const [least, most] = hull(points);
  if (!isIdle || least === most || card.limits.some(({ when }) => when.indicator === id)) return parts;
  const details = { least: pointsText(least, card.scale), most: pointsText(most, card.scale) };
  return [finding("never-matters", ["indicators", id], details), ...parts];
}

/** A knock-out on a fact whose absence scores the middle, and no limit on its absence. */
function escapes({ limits, missing }: Scorecard, id: string, indicator: Indicator): LintFinding[] {
  const own = limits.filter(({ when }) => when.indicator === id);
  const isSafe = own.length === 0 || own.some(({ when }) => "known" in when);
  return isSafe || (indicator.missing ?? missing) !== "neutral"
    ? []
    : [finding("unknown-escapes-limit", ["indicators", id], {})];
}

/** The findings about grades and their names, grade by grade. */
function byPlace(
  found: readonly LintFinding[],
  grades: Scorecard["grades"],
  names: (place: number) => LintFinding[],
): LintFinding[] {
  const whole = found.filter(({ path }) => path.length === 1);
  const each = grades.flatMap((_, place) => [...found.filter(({ path }) => path[1] === place), ...names(place)]);
  return [...whole, ...each];
}
