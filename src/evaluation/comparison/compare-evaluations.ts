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
 * Says why an evaluation differs from an earlier one (C3.2): splits the change of score into parts, in points, that sum exactly to it, whatever the
 * order of the causes. Each fact that changed in value or status is a cause; so are, where the scorecards differ, their weights,
 * definition and missing policy. Limits and grade bounds change no score: they are listed with 0 points, and the limits that were
 * lifted or bite now stand in `limits`. Provenance alone is no cause.
 *
 * A part is the mean of what its cause adds over all orders in which the causes may come (the Shapley value of the unrounded score, Shapley 1953),
 * exact; where more than ten causes interact, or some mixture of the two sides has no score, the closed form that {@link EvaluationComparison}
 * describes. Parts are rounded to the finer of the two scales: towards zero, then by the largest remainder, ties by size, then
 * by id. Swapping the evaluations (and their scorecards) negates every part; a cause that moves nothing has 0; without a cause there are no
 * parts and the change is 0. Where one side has no score, `change` and all points are `null`, and the causes are listed.
 *
 * Evaluations by one scorecard need nothing else. Of two, give both: without them a fact that changed can't be told from its indicator's
 * definition (`fact-and-definition`), and whatever happened to unchanged facts is `definition`. A fact that was invalid in one
 * evaluation has left no value behind, so it stays invalid in mixtures with the other scorecard.
 *
 * Throws a `KeyAccountError` with all issues if an argument is no evaluation, one whose rows don't come to its score
 * (`score-mismatch`), or if a scorecard isn't the one that judged (`scorecard-mismatch`).
 *
 * @example
 * ```ts
 * import { compareEvaluations, defineScorecard, evaluate } from "keyaccount";
 *
 * const card = defineScorecard({
 *   id: "two", version: "1",
 *   indicators: { a: { kind: "share", weight: "60" }, b: { kind: "share", weight: "40" } },
 *   grades: [{ grade: "A", from: "80" }, { grade: "B", from: null }],
 * });
 *
 * // a alone scored 45 of 60: 75. Now it earns 30, and b is known: 40 of 40.
 * const { change, parts } = compareEvaluations(evaluate(card, { a: 0.75 }), evaluate(card, { a: 0.5, b: 1 }));
 * change; // => -5
 * parts.map(({ code, indicator, points }) => [code, indicator, points]); // => [["fact-changed", "a", -20], ["became-known", "b", 15]]
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
