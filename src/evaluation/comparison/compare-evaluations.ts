import { KeyAccountError, throwIssues } from "../../ground/error.js";
import type { ArgumentIssueDetails, IssueOf } from "../../ground/issue.js";
import { print } from "../../ground/print.js";
import type { Scorecard } from "../definition/scorecard.js";
import type { Evaluation } from "../evaluation.js";
import { build } from "./build.js";
import { type CardPair, cardPair } from "./card-pair.js";
import type { EvaluationComparison } from "./comparison.js";
import { changedLimits, comparedSide } from "./grades.js";
import { splitChange } from "./parts.js";
import { readArgument, readOption } from "./read-argument.js";
import { readEvaluation } from "./read-evaluation.js";
import { type Side, type SideIssue, sideOf } from "./side.js";

/** Options of {@link compareEvaluations}. */
export interface CompareOptions<B = Scorecard, A = Scorecard> {
  /** The scorecards of the two evaluations, so that what facts, weights, definition and missing policy did can be told apart. Needless where both are the same. */
  readonly scorecards?: readonly [before: B, after: A] | undefined;
}

/**
 * Says why an evaluation differs from an earlier one (handbook C3.3: results are dated and comparable). Splits the change of score, after −
 * before, into one part for each cause, in points, that sum exactly to it, whatever the order of the causes. Each fact that changed
 * in value or status is a cause; so are, where the scorecards differ, their weights, definition and missing policy. Limits and grade
 * bounds change no score: they are listed with 0 points, and the limits that were lifted or bite now stand in `limits`. Provenance alone
 * is no cause.
 *
 * A part is the mean of what its cause adds over all orders in which the causes may come: the Shapley value of the unrounded score (Shapley
 * 1953, A Value for n-Person Games), exact. Where more than ten causes interact, or some mixture of the two sides has no score, `method` is
 * `proportional`: the closed form along the straight way between the sides (Aumann & Shapley 1974, Values of Non-Atomic Games) that
 * {@link EvaluationComparison} describes. A part may exceed the change, and have the opposite sign, as others make up for it.
 *
 * Parts are rounded to the finer of the two scales: cut towards zero, then a unit each by the largest remainder, ties by size, then by id in
 * code-unit order. Equal parts stand in the order of `after`'s indicators. Swapping the evaluations (and their scorecards) negates every part; a
 * cause that moves nothing has 0; without a cause there are no parts and the change is 0. Where one side has no score, `change`, `method` and
 * all points are `null`, and the causes are listed.
 *
 * Evaluations by one scorecard need nothing else. Of two, give both: without them a fact that changed can't be told from its indicator's
 * definition (`fact-and-definition`), and whatever happened to unchanged facts is `definition`. A fact that was invalid in one
 * evaluation has left no value behind, so it stays invalid in mixtures with the other scorecard.
 *
 * Throws a `KeyAccountError` with all issues if an argument is no evaluation or one whose rows don't come to its score
 * (`score-mismatch`), if there aren't two scorecards (`wrong-type`, `too-few`), one is faulty (its definition's issues) or isn't the one that judged
 * (`scorecard-mismatch`), and if looking at an argument throws (`unreadable`).
 *
 * @example
 * ```ts
 * import { compareEvaluations, defineScorecard, evaluate } from "keyaccount";
 *
 * const card = defineScorecard({
 *   id: "payer", version: "1",
 *   indicators: {
 *     collectionDays: { kind: "ratio", weight: "60", standard: "45", better: "lower", cap: "1", floor: "0" },
 *     disputes: { kind: "flag", weight: "40", expect: false },
 *   },
 *   limits: [{ when: { indicator: "disputes", known: false }, grade: "B" }],
 *   grades: [{ grade: "A", from: "80" }, { grade: "B", from: "50" }, { grade: "C", from: null }],
 * });
 * const spring = evaluate(card, { collectionDays: 60 }); // 45 ÷ 60 of 60 points = 45, and 40 points of weight unknown: 45 ÷ 60 = 75
 * const autumn = evaluate(card, { collectionDays: 90, disputes: false }); // 45 ÷ 90 of 60 = 30, and 40: 70
 *
 * // It pays later: 75 → 50 if that came first, 85 → 70 if it came second: (−25 − 15) ÷ 2. No disputes: (+10 + 20) ÷ 2.
 * const { change, parts, limits, after } = compareEvaluations(spring, autumn);
 * change; // => -5
 * parts.map(({ code, indicator, points }) => [code, indicator, points]); // => [["fact-changed", "collectionDays", -20], ["became-known", "disputes", 15]]
 * parts[0]?.before?.actual; // => 60
 * limits.lifted.map(({ grade }) => grade); // => ["B"]
 * after.grade; // => "B"
 * ```
 */
export function compareEvaluations<I, G extends string, R extends string, J, H extends string, Q extends string>(
  before: Evaluation<I, G, R>,
  after: Evaluation<J, H, Q>,
  options: CompareOptions<Scorecard<I, G, R>, Scorecard<J, H, Q>> = {},
): EvaluationComparison<(keyof I | keyof J) & string, G | H> {
  const issues: SideIssue[] = [];
  const sides = [readSide(before, "before", issues), readSide(after, "after", issues)] as const;
  throwIssues(issues);
  const both = sides as readonly [Side, Side];
  const pair = pairFor(both, readOption(options, "scorecards"));
  return compareSides(both, pair, false) as unknown as EvaluationComparison<(keyof I | keyof J) & string, G | H>;
}

function readSide(input: unknown, name: string, issues: SideIssue[]): Side | undefined {
  const found: SideIssue[] = [];
  const read = readEvaluation(input, name, found as Parameters<typeof readEvaluation>[2]);
  const side = read && sideOf(read, name, found);
  issues.push(...found);
  return side;
}

/** Compares two sides that are sound, by scorecards that are theirs. */
export function compareSides(
  sides: readonly [Side, Side],
  pair: CardPair | null,
  isSameFacts: boolean,
): EvaluationComparison {
  const [before, after] = sides;
  const built = build(sides, pair, isSameFacts);
  const { change, method, parts } = splitChange(built, sides, pair?.gradeCauses ?? []);
  return {
    v: 1,
    before: comparedSide(before, pair?.resolved[0] ?? null),
    after: comparedSide(after, pair?.resolved[1] ?? null),
    scale: built.scale,
    change,
    method,
    parts,
    limits: changedLimits(before, after),
  };
}

function pairFor(sides: readonly [Side, Side], scorecards: unknown): CardPair | null {
  if (scorecards === undefined) return null;
  const pair = readArgument(["scorecards"], () => cardPair(...twoOf(scorecards)));
  const issues = sides.flatMap(({ evaluation }, side): IssueOf<ArgumentIssueDetails>[] => {
    const [expected, received] = [evaluation.scorecard.hash, pair.resolved[side === 0 ? 0 : 1].ref.hash];
    return expected === received
      ? []
      : [{ code: "scorecard-mismatch", path: ["scorecards", side], details: { expected, received } }];
  });
  throwIssues(issues);
  return pair;
}

function twoOf(scorecards: unknown): [Scorecard, Scorecard] {
  const path = ["scorecards"];
  if (!Array.isArray(scorecards))
    throw new KeyAccountError([
      { code: "wrong-type", path, details: { expected: "array", received: print(scorecards) } },
    ]);
  if (scorecards.length < 2)
    throw new KeyAccountError([{ code: "too-few", path, details: { least: 2, received: scorecards.length } }]);
  return [scorecards[0] as Scorecard, scorecards[1] as Scorecard];
}
