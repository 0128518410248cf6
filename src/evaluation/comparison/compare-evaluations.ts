import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssueDetails, IssueOf } from "../../ground/issue.js";
import type { Scorecard } from "../definition/scorecard.js";
import type { Evaluation } from "../evaluation.js";
import { build } from "./build.js";
import { type CardPair, cardPair } from "./card-pair.js";
import type { EvaluationComparison } from "./comparison.js";
import { changedLimits, comparedSide } from "./grades.js";
import { splitChange } from "./parts.js";
import { readEvaluation } from "./read-evaluation.js";
import { type Side, type SideIssue, sideOf } from "./side.js";

/** Options of {@link compareEvaluations}. */
export interface CompareOptions<B = Scorecard, A = Scorecard> {
  /** The scorecards of the two evaluations, so that what facts, weights, definition and missing policy did can be told apart. Needless where both are the same. */
  readonly scorecards?: readonly [before: B, after: A] | undefined;
}

/**
 * Says why an evaluation differs from an earlier one.
 *
 * @example
 * ```ts
 * import { compareEvaluations, defineScorecard, evaluate } from "keyaccount";
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
  const pair = pairFor(both, options as CompareOptions);
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

function pairFor(sides: readonly [Side, Side], { scorecards }: CompareOptions): CardPair | null {
  if (scorecards === undefined) return null;
  const pair = cardPair(...scorecards);
  const issues = sides.flatMap(({ evaluation }, side): IssueOf<ArgumentIssueDetails>[] => {
    const [expected, received] = [evaluation.scorecard.hash, pair.resolved[side === 0 ? 0 : 1].ref.hash];
    return expected === received
      ? []
      : [{ code: "scorecard-mismatch", path: ["scorecards", side], details: { expected, received } }];
  });
  throwIssues(issues);
  return pair;
}
